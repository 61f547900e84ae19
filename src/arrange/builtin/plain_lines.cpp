// Between two rows a line swings from its place on the one to its place on the other; through a row
// it runs straight.
#include "arrange/builtin/plain_lines.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "arrange/curve.hpp"
#include "arrange/plan/problem.hpp"

namespace prereq {
namespace {

constexpr double clearance_px = 6;
constexpr double sag_px = 24;  // of the handles: the curve itself stays above the next row

struct End {
  std::uint32_t row = 0;
  double along = 0;
};

// Lines lead out of the lower border of a box, and into the upper one.
std::uint32_t row_of_end(const PagePlan& plan, std::uint32_t card, std::uint32_t section,
                         bool is_upper) {
  if (section == no_index) return plan.row_of_card[card];
  const SectionRows& rows = plan.rows_of_section[section];
  return is_upper ? rows.last : rows.first;
}

std::size_t places_of(const PagePlan& plan, const ViewEdge& edge) {
  const auto span = [](std::uint32_t upper, std::uint32_t lower) {
    return std::size_t{lower} - upper + 1;
  };
  const auto row = [&](bool of_prerequisite, bool is_upper) {
    return of_prerequisite
               ? row_of_end(plan, edge.prerequisite, edge.prerequisite_section, is_upper)
               : row_of_end(plan, edge.dependent, edge.dependent_section, is_upper);
  };
  const bool leads_up = row(true, true) > row(false, false);
  return leads_up ? span(row(false, true), row(true, false))
                  : span(row(true, true), row(false, false));
}

class LineLeader {
 public:
  LineLeader(const View& view, const PagePlan& plan, const AlongRows& along)
      : view_(view), plan_(plan), along_(along) {
    for (const auto& row : plan.rows) block_row(row);
  }

  std::vector<PlainLine> lead(const std::vector<bool>& is_led) const {
    std::vector<PlainLine> lines(view_.edges.size());
    for (std::size_t e = 0; e < lines.size(); ++e) {
      if (is_led[e]) lines[e] = lead(view_.edges[e]);
    }
    return lines;
  }

 private:
  struct Stretch {
    double low;
    double high;
  };

  // From left to right; what is closer than a line needs is one.
  void block_row(const std::vector<Slot>& row) {
    auto& blocked = blocked_.emplace_back();
    for (const Slot& slot : row) {
      double half = 0;
      double centre = 0;
      if (slot.kind == SlotKind::card) {
        half = plan_.cards[slot.index].box.width / 2;
        centre = along_.cards[slot.index];
      } else if (slot.kind == SlotKind::title) {
        half = plan_.titles[slot.index].width / 2;
        centre = along_.titles[slot.index];
      } else {
        continue;
      }
      const Stretch next = {centre - half - clearance_px, centre + half + clearance_px};
      if (!blocked.empty() && next.low <= blocked.back().high) {
        blocked.back().high = std::max(blocked.back().high, next.high);
      } else {
        blocked.push_back(next);
      }
    }
  }

  // The nearest free place of the row.
  double free_place(std::uint32_t row, double wanted) const {
    const auto& blocked = blocked_[row];
    const auto next = std::ranges::lower_bound(blocked, wanted, {}, &Stretch::high);
    if (next == blocked.end() || wanted <= next->low) return wanted;
    return wanted - next->low < next->high - wanted ? next->low : next->high;
  }

  End end_of(std::uint32_t card, std::uint32_t section, bool is_upper) const {
    const std::uint32_t row = row_of_end(plan_, card, section, is_upper);
    if (section == no_index) return {row, along_.cards[card]};
    const double door = is_upper ? along_.exit[section] : along_.entrance[section];
    return {row, std::clamp(door, along_.left[section], along_.right[section])};
  }

  PlainLine lead(const ViewEdge& edge) const {
    End upper = end_of(edge.prerequisite, edge.prerequisite_section, true);
    End lower = end_of(edge.dependent, edge.dependent_section, false);
    PlainLine line;
    line.leads_up = upper.row > lower.row;
    if (line.leads_up) {
      upper = end_of(edge.dependent, edge.dependent_section, true);
      lower = end_of(edge.prerequisite, edge.prerequisite_section, false);
    }
    line.upper_row = upper.row;
    line.along.push_back(upper.along);
    for (std::uint32_t row = upper.row + 1; row < lower.row; ++row) {
      const double here = line.along.back();
      const double step = (lower.along - here) / (lower.row - row + 1);
      line.along.push_back(free_place(row, here + step));
    }
    line.along.push_back(lower.along);
    return line;
  }

  const View& view_;
  const PagePlan& plan_;
  const AlongRows& along_;
  std::vector<std::vector<Stretch>> blocked_;  // of each row
};

class LineDrawer {
 public:
  LineDrawer(const View& view, const PagePlan& plan, const std::vector<RowBand>& rows,
             const Placement& placement)
      : view_(view), plan_(plan), rows_(rows), placement_(placement) {}

  DrawnEdge draw(const ViewEdge& edge, const PlainLine& line) const {
    const bool arrow = edge.dependent_section != no_index ||
                       view_.cards[edge.dependent].kind != CardKind::junction;
    if (is_level(edge)) return draw_level(edge, arrow);
    const auto border = [&](std::uint32_t card, std::uint32_t section, bool lower_side) {
      if (section == no_index) return border_of(card, lower_side);
      const Extent& box = placement_.section_boxes[section];
      return lower_side ? box.bottom : box.top;
    };
    const double from = border(edge.prerequisite, edge.prerequisite_section, !line.leads_up);
    const double to = border(edge.dependent, edge.dependent_section, line.leads_up);
    DrawnEdge drawn;
    double top = line.leads_up ? to : from;
    double bottom = line.leads_up ? from : to;
    if (arrow) {
      const double along = line.leads_up ? line.along.front() : line.along.back();
      drawn.arrow_tip = Point{along, to};
      (line.leads_up ? top : bottom) += line.leads_up ? arrow_px : -arrow_px;
    }
    drawn.curve = curve(line, top, bottom);
    if (line.leads_up) std::ranges::reverse(drawn.curve);
    return drawn;
  }

 private:
  bool is_level(const ViewEdge& edge) const {
    return edge.prerequisite_section == no_index && edge.dependent_section == no_index &&
           plan_.row_of_card[edge.prerequisite] == plan_.row_of_card[edge.dependent];
  }

  double border_of(std::uint32_t card, bool lower_side) const {
    const double half = plan_.cards[card].box.height / 2;
    return placement_.card_centres[card].y + (lower_side ? half : -half);
  }

  static void line_to(std::vector<Point>& curve, Point to) {
    const Point from = curve.back();
    if (from.x != to.x || from.y != to.y) append_straight(curve, to);
  }

  std::vector<Point> curve(const PlainLine& line, double top, double bottom) const {
    std::vector<Point> curve = {{line.along.front(), top}};
    const std::size_t gaps = line.along.size() - 1;
    for (std::size_t i = 0; i < gaps; ++i) {
      const RowBand& above = rows_[line.upper_row + i];
      const bool is_last = i + 1 == gaps;
      const double begin = std::max(above.bottom, curve.back().y);
      double end = bottom;
      if (line.upper_row + i + 1 < rows_.size()) {
        end = rows_[line.upper_row + i + 1].top;
        if (is_last) end = std::min(end, bottom);
      }
      // Straight on: one line for all rows.
      const bool goes_on = line.along[i + 1] == curve.back().x && !is_last;
      if (goes_on) continue;
      line_to(curve, {curve.back().x, begin});
      const double half = std::max((end - begin) / 2, 0.0);
      curve.push_back({curve.back().x, begin + half});
      curve.push_back({line.along[i + 1], end - half});
      curve.push_back({line.along[i + 1], end});
    }
    line_to(curve, {line.along.back(), bottom});
    return curve;
  }

  // Below both.
  DrawnEdge draw_level(const ViewEdge& edge, bool arrow) const {
    const double from = placement_.card_centres[edge.prerequisite].x;
    const double to = placement_.card_centres[edge.dependent].x;
    const double lowest = rows_[plan_.row_of_card[edge.prerequisite]].bottom;
    const double tip = border_of(edge.dependent, true);
    DrawnEdge drawn;
    drawn.curve.push_back({from, border_of(edge.prerequisite, true)});
    line_to(drawn.curve, {from, lowest});
    const double end = std::max(lowest, tip + (arrow ? arrow_px : 0));
    drawn.curve.push_back({from, lowest + sag_px});
    drawn.curve.push_back({to, lowest + sag_px});
    drawn.curve.push_back({to, end});
    line_to(drawn.curve, {to, tip + (arrow ? arrow_px : 0)});
    if (arrow) drawn.arrow_tip = Point{to, tip};
    return drawn;
  }

  const View& view_;
  const PagePlan& plan_;
  const std::vector<RowBand>& rows_;
  const Placement& placement_;
};

}  // namespace

std::vector<bool> lines_that_fit(const View& view, const PagePlan& plan, std::size_t most_places) {
  std::vector<std::pair<std::size_t, std::size_t>> shortest_first;  // places, and which edge
  shortest_first.reserve(view.edges.size());
  for (std::size_t e = 0; e < view.edges.size(); ++e) {
    shortest_first.emplace_back(places_of(plan, view.edges[e]), e);
  }
  std::ranges::sort(shortest_first);
  std::vector<bool> fit(view.edges.size(), false);
  std::size_t left = most_places;
  for (const auto& [places, edge] : shortest_first) {
    if (places > left) break;
    left -= places;
    fit[edge] = true;
  }
  return fit;
}

std::vector<PlainLine> lead_plain_lines(const View& view, const PagePlan& plan,
                                        const AlongRows& along, const std::vector<bool>& is_led) {
  return LineLeader(view, plan, along).lead(is_led);
}

std::vector<DrawnEdge> draw_plain_lines(const View& view, const PagePlan& plan,
                                        const std::vector<PlainLine>& lines,
                                        const std::vector<RowBand>& rows,
                                        const Placement& placement) {
  const LineDrawer drawer(view, plan, rows, placement);
  std::vector<DrawnEdge> drawn;
  drawn.reserve(lines.size());
  for (std::size_t e = 0; e < lines.size(); ++e) {
    const bool is_led = !lines[e].along.empty();
    drawn.push_back(is_led ? drawer.draw(view.edges[e], lines[e]) : DrawnEdge());
  }
  return drawn;
}

}  // namespace prereq
