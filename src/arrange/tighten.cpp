#include "arrange/tighten.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include "arrange/curve.hpp"

namespace prereq {
namespace {

constexpr double title_to_cards_px = 18;
constexpr double title_to_inner_title_px = 2 * Spacing::box_padding;
constexpr double between_borders_px = 24;
// Edges that run to the right climb and fall between two bands, and need the room.
constexpr double between_borders_across_px = 70;

// "Down" is where the arrows point: to the right in pictures that run there.
struct Axis {
  bool down;
  double& of(Point& point) const { return down ? point.y : point.x; }
  double of(const Point& point) const { return down ? point.y : point.x; }
  double length(double width, double height) const { return down ? height : width; }
  double start(const Box& box) const { return down ? box.y : box.x; }
  double end(const Box& box) const { return down ? box.bottom() : box.right(); }
};

struct RowExtent {
  double top = std::numeric_limits<double>::infinity();
  double bottom = -std::numeric_limits<double>::infinity();
  bool only_titles = true;
  bool empty() const { return top > bottom; }
  void include(double centre, double height) {
    top = std::min(top, centre - height / 2);
    bottom = std::max(bottom, centre + height / 2);
  }
};

std::vector<RowExtent> row_extents(const ArrangementPlan& plan, const Coordinates& at, Axis axis) {
  const Layering& layering = plan.layering;
  std::vector<RowExtent> rows(layering.row_count);
  for (std::size_t c = 0; c < plan.cards.size(); ++c) {
    const Box& card = plan.cards[c].box;
    RowExtent& row = rows[layering.row_of_item[c]];
    row.include(axis.of(at.card_centres[c]), axis.length(card.width, card.height));
    row.only_titles = false;
  }
  for (std::size_t s = 0; s < plan.titles.size(); ++s) {
    if (!at.title_centres[s]) continue;
    const MeasuredTitle& title = plan.titles[s];
    rows[layering.row_of_title[s]].include(axis.of(*at.title_centres[s]),
                                           axis.length(title.width, title.height));
  }
  return rows;
}

// A monotone map of the coordinate along the arrows, linear between its knots.
class Squeeze {
 public:
  Squeeze(const ArrangementPlan& plan, const Coordinates& at, Axis axis) : at_(at), axis_(axis) {
    const std::vector<RowExtent> rows = row_extents(plan, at, axis);
    const RowExtent* above = nullptr;
    for (std::uint32_t r = 0; r < rows.size(); ++r) {
      if (rows[r].empty()) continue;
      if (above != nullptr) {
        if (std::ranges::binary_search(plan.layering.band_rows, r)) {
          narrow_between_bands(above->bottom, rows[r].top);
        } else if (above->only_titles) {
          narrow_below_title(above->bottom, rows[r]);
        }
      }
      above = &rows[r];
    }
  }

  double operator()(double at) const {
    const auto after = std::ranges::upper_bound(knots_, at, {}, &Knot::from);
    if (after == knots_.begin()) return at;
    const Knot& before = *(after - 1);
    if (after == knots_.end()) return before.to + (at - before.from);
    return before.to + (at - before.from) * (after->to - before.to) / (after->from - before.from);
  }

 private:
  struct Knot {
    double from;
    double to;
  };

  // Borders of sections keep their distance to the rows beside the gap.
  void narrow_between_bands(double from, double to) {
    double kept_above = Spacing::box_padding;
    double kept_below = Spacing::box_padding;
    for (const auto& box : at_.section_boxes) {
      if (!box) continue;
      const double end = axis_.end(*box);
      const double start = axis_.start(*box);
      if (end > from && end < to) kept_above = std::max(kept_above, end - from);
      if (start > from && start < to) kept_below = std::max(kept_below, to - start);
    }
    const double between = axis_.down ? between_borders_px : between_borders_across_px;
    narrow(from + kept_above + 1, to - kept_below - 1, between);
  }

  void narrow_below_title(double from, const RowExtent& below) {
    narrow(from, below.top, below.only_titles ? title_to_inner_title_px : title_to_cards_px);
  }

  void narrow(double from, double to, double wanted) {
    if (to - from <= wanted) return;
    add_knot(from, 0);
    add_knot(to, (to - from) - wanted);
  }

  void add_knot(double from, double taken_out) {
    taken_out_ += taken_out;
    knots_.push_back({from, from - taken_out_});
  }

  const Coordinates& at_;
  Axis axis_;
  std::vector<Knot> knots_;
  double taken_out_ = 0;
};

template <typename Function>
void for_each_point(Coordinates& at, Function&& change) {
  for (Point& centre : at.card_centres) change(centre);
  for (auto& centre : at.title_centres) {
    if (centre) change(*centre);
  }
  for (DrawnEdge& edge : at.edges) {
    for (Point& point : edge.curve) change(point);
    if (edge.arrow_tip) change(*edge.arrow_tip);
  }
  for (auto& box : at.section_boxes) {
    if (!box) continue;
    Point top_left = {box->x, box->y};
    Point bottom_right = {box->right(), box->bottom()};
    change(top_left);
    change(bottom_right);
    *box = {top_left.x, top_left.y, bottom_right.x - top_left.x, bottom_right.y - top_left.y};
  }
}

}  // namespace

void tighten(const ArrangementPlan& plan, Coordinates& coordinates) {
  const Axis axis = {plan.direction == Direction::down};
  const Squeeze squeeze(plan, coordinates, axis);
  for_each_point(coordinates, [&](Point& point) { axis.of(point) = squeeze(axis.of(point)); });
  crop(plan, coordinates);
}

void crop(const ArrangementPlan& plan, Coordinates& coordinates) {
  Coordinates& at = coordinates;
  Extent extent;
  for (std::size_t c = 0; c < plan.cards.size(); ++c) {
    const Box& card = plan.cards[c].box;
    const Point centre = at.card_centres[c];
    extent.include({centre.x - card.width / 2, centre.y - card.height / 2});
    extent.include({centre.x + card.width / 2, centre.y + card.height / 2});
  }
  for (const auto& box : at.section_boxes) {
    if (!box) continue;
    extent.include({box->x, box->y});
    extent.include({box->right(), box->bottom()});
  }
  for (const DrawnEdge& edge : at.edges) {
    sample_curve(edge.curve, [&](Point point) { extent.include(point); });
  }
  if (extent.empty()) return;
  for_each_point(at, [&](Point& point) { point = {point.x - extent.left, point.y - extent.top}; });
  at.width = extent.right - extent.left;
  at.height = extent.bottom - extent.top;
}

}  // namespace prereq
