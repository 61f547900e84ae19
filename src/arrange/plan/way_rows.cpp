// Reads the plan's rows, keeps lines and rows in step, and counts what lines cost.
#include "arrange/plan/way_rows.hpp"

#include <algorithm>
#include <cmath>

#include "arrange/plan/problem.hpp"

namespace prereq {

WayRows::WayRows(const View& view, PagePlan& plan) : view_(view), plan_(plan) {
  take_rows();
  take_lines();
}

double WayRows::breadth_of(const Slot& slot) const {
  switch (slot.kind) {
    case SlotKind::card: {
      const Box& box = plan_.cards[slot.index].box;
      return plan_.direction == Direction::down ? box.width : box.height;
    }
    case SlotKind::title: return plan_.titles[slot.index].width;
    default: return 2;
  }
}

void WayRows::take_rows() {
  card_places_.assign(view_.cards.size(), no_index);
  doors_in_.assign(view_.sections.size(), no_index);
  doors_out_.assign(view_.sections.size(), no_index);
  std::vector<std::uint32_t> open;
  for (std::uint32_t r = 0; r < plan_.rows.size(); ++r) {
    rows_.emplace_back();
    for (const Slot& slot : plan_.rows[r]) {
      const auto id = static_cast<std::uint32_t>(places_.size());
      if (slot.kind == SlotKind::right_border) open.pop_back();
      places_.push_back({slot, breadth_of(slot) / 2, open.empty() ? no_index : open.back()});
      row_of_.push_back(r);
      rows_.back().push_back(id);
      if (slot.kind == SlotKind::left_border) open.push_back(slot.index);
      if (slot.kind == SlotKind::card) card_places_[slot.index] = id;
      if (slot.kind == SlotKind::door) {
        (slot.is_entrance ? doors_in_ : doors_out_)[slot.index] = id;
      }
    }
    used_.push_back(used_breadth(rows_.back()));
  }
  room_ = plan_.most_breadth;
  for (const double used : used_) room_ = std::max(room_, used);
}

double WayRows::used_breadth(const std::vector<std::uint32_t>& row) const {
  double used = 0;
  for (const std::uint32_t id : row) used += 2 * places_[id].half + 1.5 * Spacing::unit;
  return used;
}

std::uint32_t WayRows::end_place(std::uint32_t card, std::uint32_t section,
                                 const std::vector<std::uint32_t>& doors) const {
  if (section != no_index && doors[section] != no_index) return doors[section];
  return card_places_[card];
}

void WayRows::take_lines() {
  for (std::uint32_t e = 0; e < view_.edges.size(); ++e) {
    const ViewEdge& edge = view_.edges[e];
    Line line;
    line.edge = e;
    line.upper = end_place(edge.prerequisite, edge.prerequisite_section, doors_out_);
    line.lower = end_place(edge.dependent, edge.dependent_section, doors_in_);
    if (row_of_[line.upper] > row_of_[line.lower]) std::swap(line.upper, line.lower);
    line.upper_row = row_of_[line.upper];
    line.lower_row = row_of_[line.lower];
    line.upper_centre = places_[line.upper].slot.centre;
    line.lower_centre = places_[line.lower].slot.centre;
    lines_.push_back(line);
  }
  segments_.resize(rows_.size());
  for (std::uint32_t l = 0; l < lines_.size(); ++l) {
    const Line& line = lines_[l];
    if (line.lower_row > line.upper_row + 1) order_.push_back(l);
    if (line.lower_row == line.upper_row + 1) add_segment(line.upper_row, line.upper, line.lower);
  }
  std::ranges::stable_sort(
      order_, {}, [&](std::uint32_t l) { return lines_[l].lower_row - lines_[l].upper_row; });
}

void WayRows::number(std::uint32_t row) {
  index_.resize(places_.size());
  for (std::uint32_t i = 0; i < rows_[row].size(); ++i) index_[rows_[row][i]] = i;
}

void WayRows::remove(Line& line) {
  if (line.passes.empty()) return;
  std::uint32_t from = line.upper;
  for (std::size_t i = 0; i <= line.passes.size(); ++i) {
    const std::uint32_t to = i < line.passes.size() ? line.passes[i] : line.lower;
    auto& segments = segments_[line.upper_row + i];
    segments.erase(std::ranges::find(segments, std::pair(from, to)));
    from = to;
  }
  for (const std::uint32_t pass : line.passes) std::erase(rows_[row_of_[pass]], pass);
  for (const std::uint32_t pass : line.passes) used_[row_of_[pass]] -= Spacing::passing_line;
}

std::pair<double, double> WayRows::stretch(std::uint32_t row, std::size_t at) const {
  constexpr double air = 12;
  constexpr double far = 1e6;
  const auto& ids = rows_[row];
  double low = -far;
  double high = far;
  if (at > 0) {
    const Place& left = places_[ids[at - 1]];
    low = left.slot.centre + left.half + air;
  }
  if (at < ids.size()) {
    const Place& right = places_[ids[at]];
    high = right.slot.centre - right.half - air;
  }
  return {low, high};
}

bool WayRows::is_allowed(std::uint32_t row, std::size_t at) const {
  if (at == 0) return true;
  const Slot& before = places_[rows_[row][at - 1]].slot;
  if (at == rows_[row].size()) return true;
  const Slot& after = places_[rows_[row][at]].slot;
  return !(before.kind == SlotKind::left_border && after.kind == SlotKind::title) &&
         !(before.kind == SlotKind::title && after.kind == SlotKind::door);
}

std::uint32_t WayRows::inside(std::uint32_t row, std::size_t at) const {
  const auto& ids = rows_[row];
  if (at == 0 || at == ids.size()) return no_index;
  const Place& before = places_[ids[at - 1]];
  if (before.slot.kind == SlotKind::left_border) return before.slot.index;
  return before.inside;
}

std::vector<std::uint32_t> WayRows::order_around(const Line& line) const {
  std::vector<std::uint32_t> around;
  for (const std::uint32_t pass : line.passes) {
    const auto& ids = rows_[row_of_[pass]];
    const auto at = std::ranges::find(ids, pass);
    around.push_back(at == ids.begin() ? no_index : *(at - 1));
  }
  return around;
}

WaysCost WayRows::cost() {
  WaysCost cost;
  for (std::uint32_t row = 0; row + 1 < rows_.size(); ++row) {
    number(row);
    number(row + 1);
    const auto& segments = segments_[row];
    for (std::size_t a = 0; a < segments.size(); ++a) {
      const auto [from, to] = segments[a];
      const double aside = std::abs(places_[from].slot.centre - places_[to].slot.centre);
      cost.length += aside;
      if (aside > 4) ++cost.turns;
      for (std::size_t b = a + 1; b < segments.size(); ++b) {
        const auto [other_from, other_to] = segments[b];
        if (other_from == from || other_to == to) continue;
        if ((index_[from] < index_[other_from]) != (index_[to] < index_[other_to])) {
          ++cost.crossings;
        }
      }
    }
  }
  return cost;
}

void WayRows::write() {
  for (std::uint32_t r = 0; r < rows_.size(); ++r) {
    std::vector<Slot>& row = plan_.rows[r];
    row.clear();
    for (const std::uint32_t id : rows_[r]) row.push_back(places_[id].slot);
  }
}

}  // namespace prereq
