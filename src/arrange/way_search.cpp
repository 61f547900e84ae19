#include "arrange/way_search.hpp"

#include <algorithm>

namespace prereq {
namespace {

constexpr double unreachable = std::numeric_limits<double>::infinity();

double apart(const WayStop& a, const WayStop& b) {
  return std::max(0.0, std::max(a.low - b.high, b.low - a.high));
}

}  // namespace

const std::vector<WayStop>& WaySearch::find(std::uint32_t e) {
  const std::uint32_t from = graph_.nodes_of_edge[e].front();
  const std::uint32_t to = graph_.nodes_of_edge[e].back();
  const std::uint32_t first = node(from).row;
  const std::size_t rows = node(to).row - first + 1;
  if (stops_.size() < rows) {
    stops_.resize(rows);
    links_.resize(rows);
  }
  for (std::size_t i = 0; i + 1 < rows; ++i) {
    find_links(first + static_cast<std::uint32_t>(i), links_[i]);
  }
  stops_[0] = {end_stop(from)};
  for (std::size_t i = 1; i + 1 < rows; ++i) {
    find_stops(first + static_cast<std::uint32_t>(i), e, stops_[i]);
  }
  stops_[rows - 1] = {end_stop(to)};
  ends_band_.assign(rows, false);
  for (std::uint32_t i = 0; i + 1 < rows; ++i) {
    ends_band_[i] = graph_.band_of(first + i) != graph_.band_of(first + i + 1);
  }
  stops_[0][0].cost = 0;
  for (std::size_t gap = 0; gap + 1 < rows; ++gap) cross(gap);
  way_.clear();
  std::size_t at = 0;
  for (std::size_t i = rows - 1; i > 1; --i) {
    at = stops_[i][at].came_from;
    way_.push_back(stops_[i - 1][at]);
  }
  std::ranges::reverse(way_);
  return way_;
}

void WaySearch::find_links(std::uint32_t r, std::vector<Link>& links) const {
  links.clear();
  for (const std::uint32_t u : graph_.rows[r]) {
    for (const std::uint32_t v : node(u).below) {
      links.push_back({2 * place_[u] + 1, 2 * place_[v] + 1});
    }
  }
}

// From each stop above the gap, the changes up to a stop below it add up to how many links a line
// to there would cross: those that begin on its left and end on its right, and the other way round.
// Both groups change little from one stop to the next.
void WaySearch::cross(std::size_t gap) {
  const std::vector<Link>& links = links_[gap];
  number_positions(stops_[gap + 1]);
  change_.assign(stops_[gap + 1].size(), 0);
  const auto change = [&](std::size_t position, std::ptrdiff_t by) {
    if (position < stop_from_.size()) change_[stop_from_[position]] += by;
  };
  for (const Link& link : links) change(link.lower + 1, 1);
  auto passed = links.begin();
  auto on_left = links.begin();
  for (std::size_t i = 0; i < stops_[gap].size(); ++i) {
    const std::size_t position = stops_[gap][i].position;
    for (; passed != links.end() && passed->upper <= position; ++passed) {
      change(passed->lower + 1, -1);
    }
    for (; on_left != links.end() && on_left->upper < position; ++on_left) {
      change(0, 1);
      change(on_left->lower, -1);
    }
    if (stops_[gap][i].cost < unreachable) relax(gap, i);
  }
  spent_ += stop_from_.size() * stops_[gap].size() + links.size();
}

void WaySearch::number_positions(const std::vector<WayStop>& stops) {
  stop_from_.resize(stops.back().position + 1);
  std::size_t stop = 0;
  for (std::size_t position = 0; position < stop_from_.size(); ++position) {
    while (stops[stop].position < position) ++stop;
    stop_from_[position] = stop;
  }
}

void WaySearch::relax(std::size_t gap, std::size_t from) {
  const std::vector<WayStop>& above = stops_[gap];
  const WayStop stop = above[from];
  const bool leaves = stop.column != no_index && ends_band_[gap];
  std::vector<WayStop>& below = stops_[gap + 1];
  std::ptrdiff_t crossed = 0;
  for (std::size_t i = 0; i < below.size(); ++i) {
    WayStop& next = below[i];
    crossed += change_[i];
    auto price = static_cast<double>(crossed);
    if (next.on_line) {
      if (stop.node == no_index || node(next.node).above.front() != stop.node) continue;
      price *= WayPrices::shared_crossing;
    } else {
      if (stop.cost + price > next.cost) continue;
      price = price + next.price + WayPrices::px * apart(stop, next);
      if (leaves || next.column != stop.column) price += WayPrices::border;
    }
    const double cost = stop.cost + price;
    // Of equal ways, the one whose dearer part comes last.
    if (cost > next.cost || cost == unreachable) continue;
    if (cost == next.cost && above[next.came_from].cost <= stop.cost) continue;
    next.cost = cost;
    next.came_from = from;
  }
}

WayStop WaySearch::end_stop(std::uint32_t card) const {
  const double reach = std::max(0.0, node(card).width / 2 - 14);
  WayStop stop = {2 * std::size_t{place_[card]} + 1, centre(card) - reach, centre(card) + reach};
  stop.node = card;
  stop.column = node(card).column;
  return stop;
}

void WaySearch::find_stops(std::uint32_t r, std::uint32_t e, std::vector<WayStop>& stops) {
  const std::vector<std::uint32_t>& row = graph_.rows[r];
  right_columns_.assign(row.size() + 1, no_index);
  for (std::size_t i = row.size(); i-- > 0;) {
    const std::uint32_t column = node(row[i]).column;
    right_columns_[i] = column != no_index ? column : right_columns_[i + 1];
  }
  const auto& ends = graph_.nodes_of_edge[e];
  const std::array homes = {home(ends.front(), r), home(ends.back(), r)};
  const std::uint32_t own = graph_.column_of(e);
  Between between = {at_.columns[graph_.band_of(r)], homes};
  stops.clear();
  for (std::size_t i = 0;; ++i) {
    between.at = i;
    between.low = i > 0 ? right_border(row[i - 1]) + WayPrices::line_room_px : 0;
    between.high = i < row.size() ? left_border(row[i]) - WayPrices::line_room_px : at_.width;
    between.right = right_columns_[i];
    if (own != no_index) {
      stops.push_back(stop_inside(between, own));
    } else {
      add_stops_around(between, i > 0 ? &node(row[i - 1]) : nullptr,
                       i < row.size() ? &node(row[i]) : nullptr, stops);
    }
    if (i == row.size()) return;
    if (may_follow(e, row[i])) {
      WayStop line = {2 * i + 1, centre(row[i]), centre(row[i])};
      line.node = row[i];
      line.on_line = true;
      line.column = node(row[i]).column;
      stops.push_back(line);
    }
    if (node(row[i]).column != no_index) between.left = node(row[i]).column;
  }
}

// The column of a card in the row's band; no_index for a card in another band or without a box.
std::uint32_t WaySearch::home(std::uint32_t card, std::uint32_t r) const {
  return graph_.band_of(node(card).row) == graph_.band_of(r) ? node(card).column : no_index;
}

// An edge may pass between two boxes, or inside one of them if that is its own, or through one. A
// title stays the first in its row.
void WaySearch::add_stops_around(const Between& between, const RowNode* before,
                                 const RowNode* after, std::vector<WayStop>& stops) const {
  const auto is_home = [&](std::uint32_t column) {
    return column != no_index && (column == between.homes[0] || column == between.homes[1]);
  };
  if (between.left == between.right && is_home(between.left)) {
    stops.push_back(stop_inside(between, between.left));
    return;
  }
  if (between.left == between.right) {
    stops.push_back(stop_outside(between, 0, at_.width));
    if (between.left != no_index) stops.back().price += WayPrices::foreign_section;
    return;
  }
  if (before != nullptr && is_home(before->column)) {
    stops.push_back(stop_inside(between, before->column));
  }
  const auto& columns = between.columns;
  stops.push_back(stop_outside(
      between,
      between.left != no_index ? columns[between.left].right() + WayPrices::border_room_px : 0,
      between.right != no_index ? columns[between.right].left - WayPrices::border_room_px
                                : at_.width));
  if (after != nullptr && is_home(after->column) && after->kind != RowNodeKind::title) {
    stops.push_back(stop_inside(between, after->column));
  }
}

WayStop WaySearch::stop_outside(const Between& between, double low, double high) {
  WayStop stop = {2 * between.at, std::max(low, between.low), std::min(high, between.high)};
  if (stop.low > stop.high) stop.low = stop.high = (stop.low + stop.high) / 2;
  stop.price = WayPrices::row;
  return stop;
}

// Infinitely dear where others stand between the column and here.
WayStop WaySearch::stop_inside(const Between& between, std::uint32_t column) {
  const ColumnPlace& place = between.columns[column];
  WayStop stop = stop_outside(between, place.left + WayPrices::border_room_px,
                              place.right() - WayPrices::border_room_px);
  stop.column = column;
  const bool is_outside = (between.left != no_index && between.left > column) ||
                          (between.right != no_index && between.right < column);
  if (is_outside) stop.price = unreachable;
  return stop;
}

bool WaySearch::may_follow(std::uint32_t e, std::uint32_t n) const {
  if (node(n).kind != RowNodeKind::pass || node(n).index != graph_.bundle_of_edge[e]) return false;
  if (graph_.stays_inside[e]) return node(n).column == graph_.column_of(e);
  const auto& ends = graph_.nodes_of_edge[e];
  return node(n).column == no_index || node(n).column == home(ends.front(), node(n).row) ||
         node(n).column == home(ends.back(), node(n).row);
}

}  // namespace prereq
