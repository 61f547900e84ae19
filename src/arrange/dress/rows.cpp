// A monotone map of the coordinate along the arrows, linear between the borders of rows.
#include "arrange/dress/rows.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include "arrange/curve.hpp"
#include "arrange/plan/problem.hpp"

namespace prereq {
namespace {

constexpr double title_to_inner_box_px = 6;
constexpr double between_boxes_px = 10;
constexpr double title_to_border_px = 5;
constexpr double card_to_border_px = 9;
constexpr double border_to_outer_border_px = 8;

// "Down" is where the arrows point: to the right in pictures that run there.
struct Axis {
  bool down;
  double& of(Point& point) const { return down ? point.y : point.x; }
  double of(const Point& point) const { return down ? point.y : point.x; }
  double length(double width, double height) const { return down ? height : width; }
};

struct RowExtent {
  double top = std::numeric_limits<double>::infinity();
  double bottom = -std::numeric_limits<double>::infinity();
  bool has_cards = false;
  double borders_above = 0;  // px that borders of sections that begin on this row need above it
  double borders_below = 0;
  void include(double centre, double height) {
    top = std::min(top, centre - height / 2);
    bottom = std::max(bottom, centre + height / 2);
  }
};

class RowSetter {
 public:
  RowSetter(const PagePlan& plan, const std::vector<std::uint32_t>& levels, Placement& at)
      : plan_(plan), levels_(levels), at_(at), axis_{plan.direction == Direction::down} {}

  std::vector<RowBand> set() {
    find_extents();
    find_borders();
    find_knots();
    move_all();
    draw_boxes();
    std::vector<RowBand> bands;
    for (const RowExtent& row : rows_) bands.push_back({mapped(row.top), mapped(row.bottom)});
    return bands;
  }

 private:
  void find_extents() {
    rows_.resize(plan_.rows.size());
    for (std::size_t r = 0; r < plan_.rows.size(); ++r) {
      for (const Slot& slot : plan_.rows[r]) {
        if (slot.kind == SlotKind::card) {
          const Box& box = plan_.cards[slot.index].box;
          rows_[r].include(axis_.of(at_.card_centres[slot.index]),
                           axis_.length(box.width, box.height));
          rows_[r].has_cards = true;
        } else if (slot.kind == SlotKind::title) {
          rows_[r].include(axis_.of(*at_.title_centres[slot.index]),
                           plan_.titles[slot.index].height);
        }
      }
      if (!plan_.titles_take_rows) include_titles(r);
    }
  }

  // Those along the upper border of their box, above its first column.
  void include_titles(std::size_t r) {
    for (const Slot& slot : plan_.rows[r]) {
      const bool begins =
          slot.kind == SlotKind::left_border && plan_.rows_of_section[slot.index].first == r;
      if (begins) {
        rows_[r].include(axis_.of(*at_.title_centres[slot.index]), plan_.titles[slot.index].width);
      }
    }
  }

  // Borders that nest need room for each other.
  void find_borders() {
    for (std::size_t r = 0; r < plan_.rows.size(); ++r) {
      std::size_t ending = 0;
      for (const Slot& slot : plan_.rows[r]) {
        if (slot.kind == SlotKind::left_border) {
          const SectionRows& rows = plan_.rows_of_section[slot.index];
          if (rows.first == r) {
            rows_[r].borders_above =
                plan_.titles_take_rows ? title_to_border_px : card_to_border_px;
          }
          ending = rows.last == r ? ending + 1 : ending;
          if (ending > 0) {
            rows_[r].borders_below = std::max(
                rows_[r].borders_below,
                card_to_border_px + border_to_outer_border_px * static_cast<double>(ending - 1));
          }
        } else if (slot.kind == SlotKind::right_border) {
          if (plan_.rows_of_section[slot.index].last == r && ending > 0) --ending;
        }
      }
    }
  }

  double gap_between(const RowExtent& above, const RowExtent& below) const {
    if (!above.has_cards) {
      return below.borders_above > 0 ? title_to_inner_box_px + below.borders_above
                                     : Spacing::below_title;
    }
    const double between_cards = axis_.down ? Spacing::between_rows : Spacing::between_columns;
    double borders = above.borders_below + below.borders_above;
    if (above.borders_below > 0 && below.borders_above > 0) borders += between_boxes_px;
    if (above.borders_below > 0 && below.borders_above == 0) borders += between_boxes_px + 8;
    return std::max(between_cards, borders);
  }

  double room_for_levels(std::size_t row) const {
    constexpr double level_px = 6.5;
    return levels_[row] > 0 ? 12 + level_px * levels_[row] : 0;
  }

  void find_knots() {
    double moved = 0;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (r > 0) {
        const double gap = std::max(gap_between(rows_[r - 1], rows_[r]), room_for_levels(r - 1));
        moved += gap - (rows_[r].top - rows_[r - 1].bottom);
      }
      // What is next to a row stays as near: lines end a little before cards.
      const double air = Spacing::card_clearance;
      knots_.push_back({rows_[r].top - air, rows_[r].top - air + moved});
      knots_.push_back({rows_[r].bottom + air, rows_[r].bottom + air + moved});
    }
  }

  double mapped(double at) const {
    const auto after = std::ranges::upper_bound(knots_, at, {}, &Knot::from);
    if (after == knots_.begin()) return at + (knots_.front().to - knots_.front().from);
    const Knot& before = *(after - 1);
    if (after == knots_.end()) return before.to + (at - before.from);
    return before.to + (at - before.from) * (after->to - before.to) / (after->from - before.from);
  }

  void move(Point& point) const { axis_.of(point) = mapped(axis_.of(point)); }

  void move_all() {
    for (Point& centre : at_.card_centres) move(centre);
    for (auto& centre : at_.title_centres) {
      if (centre) move(*centre);
    }
    for (PlacedEdge& edge : at_.edges) {
      for (PlacedPiece& piece : edge.pieces) {
        for (Point& point : piece.curve) move(point);
      }
      if (edge.arrow_tip) move(*edge.arrow_tip);
    }
  }

  // Along the arrows from the title, or the first card, to the last card; inner boxes first, so
  // that outer ones go around them.
  void draw_boxes() {
    const std::size_t count = plan_.rows_of_section.size();
    std::vector<Extent> inside(count);
    std::vector<std::uint32_t> open;
    for (const auto& row : plan_.rows) {
      for (const Slot& slot : row) {
        if (slot.kind == SlotKind::left_border) open.push_back(slot.index);
        if (slot.kind == SlotKind::right_border) open.pop_back();
        if (slot.kind != SlotKind::card || open.empty()) continue;
        const Box box = centred(plan_.cards[slot.index].box, at_.card_centres[slot.index]);
        inside[open.back()].include({box.x, box.y});
        inside[open.back()].include({box.right(), box.bottom()});
      }
    }
    parents_.assign(count, no_index);
    for (const auto& row : plan_.rows) {
      for (const Slot& slot : row) {
        if (slot.kind == SlotKind::left_border) {
          if (!open.empty()) parents_[slot.index] = open.back();
          open.push_back(slot.index);
        }
        if (slot.kind == SlotKind::right_border) open.pop_back();
      }
    }
    for (std::size_t s = count; s-- > 0;) {  // sections inside have higher numbers
      if (!plan_.rows_of_section[s].is_drawn()) continue;
      Extent& box = at_.section_boxes[s];
      Point start = {inside[s].left, inside[s].top};
      Point end = {inside[s].right, inside[s].bottom};
      double low = axis_.of(start) - card_to_border_px;
      double high = axis_.of(end) + card_to_border_px;
      if (inner_low_.size() != count) {
        inner_low_.assign(count, std::numeric_limits<double>::infinity());
        inner_high_.assign(count, -std::numeric_limits<double>::infinity());
      }
      low = std::min(low, inner_low_[s] - border_to_outer_border_px);
      high = std::max(high, inner_high_[s] + border_to_outer_border_px);
      if (axis_.down && at_.title_centres[s]) {
        low = at_.title_centres[s]->y - plan_.titles[s].height / 2 - title_to_border_px;
      }
      if (!axis_.down && at_.title_centres[s]) {
        const double half = plan_.titles[s].width / 2 + Spacing::box_padding;
        low = std::min(low, at_.title_centres[s]->x - half);
        high = std::max(high, at_.title_centres[s]->x + half);
      }
      if (axis_.down) {
        box.top = low;
        box.bottom = high;
      } else {
        box.left = low;
        box.right = high;
      }
      if (parents_[s] != no_index) {
        inner_low_[parents_[s]] = std::min(inner_low_[parents_[s]], low);
        inner_high_[parents_[s]] = std::max(inner_high_[parents_[s]], high);
      }
    }
  }

  struct Knot {
    double from;
    double to;
  };

  const PagePlan& plan_;
  const std::vector<std::uint32_t>& levels_;
  Placement& at_;
  Axis axis_;
  std::vector<RowExtent> rows_;
  std::vector<Knot> knots_;
  std::vector<std::uint32_t> parents_;
  std::vector<double> inner_low_;
  std::vector<double> inner_high_;
};

}  // namespace

std::vector<RowBand> set_rows(const PagePlan& plan, const std::vector<std::uint32_t>& levels,
                              Placement& placement) {
  if (plan.rows.empty()) return {};
  return RowSetter(plan, levels, placement).set();
}

}  // namespace prereq
