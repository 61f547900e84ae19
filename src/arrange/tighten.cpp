#include "arrange/tighten.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include "arrange/curve.hpp"

namespace prereq {
namespace {

constexpr double title_to_cards_px = 18;
constexpr double title_to_inner_title_px = 2 * Spacing::box_padding;
constexpr double between_bands_px = 2 * Spacing::box_padding + 26;
// Borders of sections stand this close to a row; they keep their distance to it.
constexpr double kept_beside_row_px = Spacing::box_padding + 1;

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

std::vector<RowExtent> row_extents(const ArrangementPlan& plan, const Coordinates& at) {
  const Layering& layering = plan.layering;
  std::vector<RowExtent> rows(layering.row_count);
  for (std::size_t c = 0; c < plan.cards.size(); ++c) {
    RowExtent& row = rows[layering.row_of_item[c]];
    row.include(at.card_centres[c].y, plan.cards[c].box.height);
    row.only_titles = false;
  }
  for (std::size_t s = 0; s < plan.titles.size(); ++s) {
    if (!at.title_centres[s]) continue;
    rows[layering.row_of_title[s]].include(at.title_centres[s]->y, plan.titles[s].height);
  }
  return rows;
}

// A monotone map of y, linear between its knots.
class Squeeze {
 public:
  Squeeze(const ArrangementPlan& plan, const Coordinates& at) {
    const std::vector<RowExtent> rows = row_extents(plan, at);
    const RowExtent* above = nullptr;
    for (std::uint32_t r = 0; r < rows.size(); ++r) {
      if (rows[r].empty()) continue;
      if (above != nullptr)
        narrow(above->bottom, rows[r].top, wanted_gap(plan, r, *above, rows[r]));
      above = &rows[r];
    }
  }

  double operator()(double y) const {
    const auto after = std::ranges::upper_bound(knots_, y, {}, &Knot::from);
    if (after == knots_.begin()) return y;
    const Knot& before = *(after - 1);
    if (after == knots_.end()) return before.to + (y - before.from);
    return before.to + (y - before.from) * (after->to - before.to) / (after->from - before.from);
  }

 private:
  struct Knot {
    double from;
    double to;
  };

  static double wanted_gap(const ArrangementPlan& plan, std::uint32_t row, const RowExtent& above,
                           const RowExtent& below) {
    if (std::ranges::binary_search(plan.layering.band_rows, row)) return between_bands_px;
    if (!above.only_titles) return std::numeric_limits<double>::infinity();
    return below.only_titles ? title_to_inner_title_px : title_to_cards_px;
  }

  void narrow(double from, double to, double wanted) {
    if (to - from <= wanted) return;
    const double kept = wanted > 2 * kept_beside_row_px ? kept_beside_row_px : 0;
    add_knot(from + kept, 0);
    add_knot(to - kept, (to - from) - wanted);
  }

  void add_knot(double from, double taken_out) {
    taken_out_ += taken_out;
    knots_.push_back({from, from - taken_out_});
  }

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

// Moves everything to the origin and sets the size to what is there.
void crop(const ArrangementPlan& plan, Coordinates& at) {
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

}  // namespace

void tighten(const ArrangementPlan& plan, Coordinates& coordinates) {
  if (plan.direction == Direction::down) {
    const Squeeze squeeze(plan, coordinates);
    for_each_point(coordinates, [&](Point& point) { point.y = squeeze(point.y); });
  }
  crop(plan, coordinates);
}

}  // namespace prereq
