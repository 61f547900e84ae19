#include "arrange/way_search.hpp"

#include <algorithm>

namespace prereq {
namespace {

constexpr double unreachable = std::numeric_limits<double>::infinity();

double apart(const WayStop& a, const WayStop& b) {
  return std::max(0.0, std::max(a.low - b.high, b.low - a.high));
}

// `left` and `right` are the columns on either side.
double price_of_place(std::uint32_t own, std::uint32_t left, std::uint32_t right) {
  if (own == no_index) return left != no_index && left == right ? WayPrices::foreign_section : 0;
  const bool outside = (left != no_index && left > own) || (right != no_index && right < own);
  return outside ? unreachable : 0;
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

// From each stop above the gap, the changes up to a position below it add up to how many links a
// line to there would cross: those that begin on its left and end on its right, and the other way
// round. Both groups change little from one stop to the next.
void WaySearch::cross(std::size_t gap) {
  const std::vector<Link>& links = links_[gap];
  change_.assign(stops_[gap + 1].back().position + 2, 0);
  const auto change = [&](std::size_t from, std::ptrdiff_t by) {
    if (from < change_.size()) change_[from] += by;
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
  spent_ += change_.size() * stops_[gap].size() + links.size();
}

void WaySearch::relax(std::size_t gap, std::size_t from) {
  const std::vector<WayStop>& above = stops_[gap];
  const WayStop stop = above[from];
  std::size_t summed = 0;
  std::ptrdiff_t crossed = 0;
  for (WayStop& next : stops_[gap + 1]) {
    for (; summed <= next.position; ++summed) crossed += change_[summed];
    auto price = static_cast<double>(crossed);
    if (next.on_line) {
      if (stop.node == no_index || node(next.node).above.front() != stop.node) continue;
      price *= WayPrices::shared_crossing;
    } else {
      if (stop.cost + price > next.cost) continue;
      price = price + next.price + WayPrices::px * apart(stop, next);
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
  WayStop stop = {2 * std::size_t{place_[card]} + 1, centre_[card] - reach, centre_[card] + reach};
  stop.node = card;
  return stop;
}

void WaySearch::find_stops(std::uint32_t r, std::uint32_t e, std::vector<WayStop>& stops) {
  const std::vector<std::uint32_t>& row = graph_.rows[r];
  const std::uint32_t own = graph_.column_of(e);
  right_columns_.assign(row.size() + 1, no_index);
  for (std::size_t i = row.size(); i-- > 0;) {
    const std::uint32_t column = node(row[i]).column;
    right_columns_[i] = column != no_index ? column : right_columns_[i + 1];
  }
  stops.clear();
  std::uint32_t left = no_index;
  for (std::size_t i = 0; i <= row.size(); ++i) {
    WayStop between = {2 * i, 0, width_};
    if (i > 0) between.low = right_border(row[i - 1]) + WayPrices::line_room_px;
    if (i < row.size()) between.high = left_border(row[i]) - WayPrices::line_room_px;
    if (between.low > between.high) {
      between.low = between.high = (between.low + between.high) / 2;
    }
    between.price = WayPrices::row + price_of_place(own, left, right_columns_[i]);
    stops.push_back(between);
    if (i == row.size()) break;
    if (may_follow(e, row[i])) {
      WayStop line = {2 * i + 1, centre_[row[i]], centre_[row[i]]};
      line.node = row[i];
      line.on_line = true;
      stops.push_back(line);
    }
    if (node(row[i]).column != no_index) left = node(row[i]).column;
  }
}

bool WaySearch::may_follow(std::uint32_t e, std::uint32_t n) const {
  return node(n).kind == RowNodeKind::pass && node(n).index == graph_.bundle_of_edge[e] &&
         (!graph_.stays_inside[e] || node(n).column == graph_.column_of(e));
}

}  // namespace prereq
