#include "arrange/clear_curves.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "arrange/curve.hpp"

namespace prereq {
namespace {

constexpr double kept_clear_px = 0.5;
constexpr int handle_steps = 10;

struct Obstacle {
  Extent extent;
  std::uint32_t card = no_index;  // no_index for a title
};

struct Row {
  Extent extent;
  std::vector<Obstacle> obstacles;
};

Extent extent_with_air(Point centre, double width, double height) {
  Extent extent;
  extent.include({centre.x - width / 2 - kept_clear_px, centre.y - height / 2 - kept_clear_px});
  extent.include({centre.x + width / 2 + kept_clear_px, centre.y + height / 2 + kept_clear_px});
  return extent;
}

// Whether the line from `from` to `to` enters: it is cut down to what lies between each two sides.
bool enters(Point from, Point to, const Extent& extent) {
  double first = 0;
  double last = 1;
  const auto cut = [&](double start, double change, double low, double high) {
    if (change == 0) return start > low && start < high;
    const double one = (low - start) / change;
    const double other = (high - start) / change;
    first = std::max(first, std::min(one, other));
    last = std::min(last, std::max(one, other));
    return first < last;
  };
  return cut(from.x, to.x - from.x, extent.left, extent.right) &&
         cut(from.y, to.y - from.y, extent.top, extent.bottom);
}

bool enters(const std::vector<Point>& curve, const Extent& extent) {
  bool found = false;
  Point before = curve.front();
  sample_curve(curve, [&](Point point) {
    found = found || enters(before, point, extent);
    before = point;
  });
  return found;
}

class Clearing {
 public:
  Clearing(const View& view, const ArrangementPlan& plan, Coordinates& at)
      : view_(view), down_(plan.direction == Direction::down), at_(at) {
    rows_.resize(plan.layering.row_count);
    for (std::uint32_t c = 0; c < plan.cards.size(); ++c) {
      const Box& box = plan.cards[c].box;
      add(plan.layering.row_of_item[c],
          {extent_with_air(at.card_centres[c], box.width, box.height), c});
    }
    for (std::size_t s = 0; s < plan.titles.size(); ++s) {
      if (!at.title_centres[s]) continue;
      const MeasuredTitle& title = plan.titles[s];
      add(plan.layering.row_of_title[s],
          {extent_with_air(*at.title_centres[s], title.width, title.height), no_index});
    }
    std::erase_if(rows_, [](const Row& row) { return row.obstacles.empty(); });
  }

  void clear(std::size_t edge) {
    std::vector<Point>& curve = at_.edges[edge].curve;
    for (std::size_t i = 0; i + 3 < curve.size(); i += 3) {
      const std::vector<Point> part(curve.begin() + static_cast<std::ptrdiff_t>(i),
                                    curve.begin() + static_cast<std::ptrdiff_t>(i) + 4);
      if (is_clear(part, edge)) continue;
      for (int step = handle_steps - 1; step >= 0; --step) {
        const std::vector<Point> shorter = with_handles(part, step * 1.0 / handle_steps);
        if (!is_clear(shorter, edge)) continue;
        std::ranges::copy(shorter, curve.begin() + static_cast<std::ptrdiff_t>(i));
        break;
      }
    }
  }

 private:
  void add(std::uint32_t row, const Obstacle& obstacle) {
    rows_[row].obstacles.push_back(obstacle);
    rows_[row].extent.include({obstacle.extent.left, obstacle.extent.top});
    rows_[row].extent.include({obstacle.extent.right, obstacle.extent.bottom});
  }

  static std::vector<Point> with_handles(const std::vector<Point>& part, double share) {
    const auto between = [&](Point end, Point handle) {
      return Point{end.x + share * (handle.x - end.x), end.y + share * (handle.y - end.y)};
    };
    return {part[0], between(part[0], part[1]), between(part[3], part[2]), part[3]};
  }

  // Rows stand one after the other, so those that a part passes are found by bisection.
  bool is_clear(const std::vector<Point>& part, std::size_t edge) const {
    Extent hull;
    for (const Point point : part) hull.include(point);
    auto row = std::ranges::partition_point(rows_, [&](const Row& r) {
      return down_ ? r.extent.bottom <= hull.top : r.extent.right <= hull.left;
    });
    for (; row != rows_.end() && overlap_along(row->extent, hull); ++row) {
      for (const Obstacle& obstacle : row->obstacles) {
        const bool own_end =
            obstacle.card != no_index && (obstacle.card == view_.edges[edge].prerequisite ||
                                          obstacle.card == view_.edges[edge].dependent);
        if (own_end || !overlap(obstacle.extent, hull)) continue;
        if (enters(part, obstacle.extent)) return false;
      }
    }
    return true;
  }

  bool overlap_along(const Extent& row, const Extent& hull) const {
    return down_ ? row.top < hull.bottom : row.left < hull.right;
  }

  const View& view_;
  bool down_;
  Coordinates& at_;
  std::vector<Row> rows_;
};

}  // namespace

void clear_curves(const View& view, const ArrangementPlan& plan, Coordinates& coordinates) {
  Clearing clearing(view, plan, coordinates);
  for (std::size_t e = 0; e < coordinates.edges.size(); ++e) clearing.clear(e);
}

}  // namespace prereq
