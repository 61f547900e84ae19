#include "arrange/way_search.hpp"

#include <algorithm>

namespace prereq {
namespace {

constexpr double price_of_px = 1.0 / 700;  // in crossings
constexpr double price_of_row = 0.12;      // for each row that an edge passes on its own
constexpr double price_of_shared_crossing = 0.6;
constexpr double price_of_foreign_section = 0.35;
constexpr double line_room_px = 10;
constexpr double unreachable = std::numeric_limits<double>::infinity();

double apart(const WayStop& a, const WayStop& b) {
  return std::max({0.0, a.low - b.high, b.low - a.high});
}

// `left` and `right` are the columns on either side.
double price_of_place(std::uint32_t own, std::uint32_t left, std::uint32_t right) {
  if (own == no_index) return left != no_index && left == right ? price_of_foreign_section : 0;
  const bool outside = (left != no_index && left > own) || (right != no_index && right < own);
  return outside ? unreachable : 0;
}

}  // namespace

bool WaySearch::Reached::operator<(const Reached& other) const {
  if (cost != other.cost) return other.cost < cost;
  if (row != other.row) return row < other.row;
  return other.stop < stop;
}

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
  search(rows);
  way_.clear();
  std::size_t at = 0;
  for (std::size_t i = rows - 1; i > 1; --i) {
    at = stops_[i][at].came_from;
    way_.push_back(stops_[i - 1][at]);
  }
  std::ranges::reverse(way_);
  return way_;
}

void WaySearch::search(std::size_t rows) {
  reached_.assign(1, {0, 0, 0});
  stops_[0][0].cost = 0;
  while (!reached_.empty()) {
    const Reached now = reached_.front();
    std::pop_heap(reached_.begin(), reached_.end());
    reached_.pop_back();
    if (now.row + 1 == rows) return;
    const WayStop& stop = stops_[now.row][now.stop];
    if (now.cost > stop.cost) continue;
    count_crossed(now.row, stop.position);
    relax(now, stop);
  }
}

void WaySearch::find_links(std::uint32_t r, std::vector<Link>& links) const {
  links.clear();
  for (const std::uint32_t u : graph_.rows[r]) {
    for (const std::uint32_t v : node(u).below) {
      links.push_back({2 * place_[u] + 1, 2 * place_[v] + 1});
    }
  }
}

// Afterwards the changes up to a position of the next row add up to how many links one to it from
// this position would cross.
void WaySearch::count_crossed(std::size_t gap, std::size_t position) {
  change_.assign(stops_[gap + 1].back().position + 2, 0);
  for (const Link& link : links_[gap]) {
    if (link.upper < position) {
      ++change_[0];
      if (link.lower < change_.size()) --change_[link.lower];
    } else if (link.upper > position && link.lower + 1 < change_.size()) {
      ++change_[link.lower + 1];
    }
  }
  spent_ += change_.size() + links_[gap].size();
}

void WaySearch::relax(const Reached& now, const WayStop& stop) {
  std::vector<WayStop>& next_stops = stops_[now.row + 1];
  std::size_t summed = 0;
  std::ptrdiff_t crossed = 0;
  for (std::size_t i = 0; i < next_stops.size(); ++i) {
    WayStop& next = next_stops[i];
    for (; summed <= next.position; ++summed) crossed += change_[summed];
    const bool on_line = next.node != no_index && node(next.node).kind == RowNodeKind::pass;
    double cost = now.cost;
    if (on_line) {
      if (stop.node == no_index || node(next.node).above.front() != stop.node) continue;
      cost += price_of_shared_crossing * static_cast<double>(crossed);
    } else {
      cost += static_cast<double>(crossed) + next.price + price_of_px * apart(stop, next);
    }
    if (cost >= next.cost) continue;
    next.cost = cost;
    next.came_from = now.stop;
    reached_.push_back({cost, now.row + 1, i});
    std::push_heap(reached_.begin(), reached_.end());
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
    if (i > 0) between.low = right_border(row[i - 1]) + line_room_px;
    if (i < row.size()) between.high = left_border(row[i]) - line_room_px;
    if (between.low > between.high) {
      between.low = between.high = (between.low + between.high) / 2;
    }
    between.price = price_of_row + price_of_place(own, left, right_columns_[i]);
    stops.push_back(between);
    if (i == row.size()) break;
    if (may_follow(e, row[i])) {
      WayStop line = {2 * i + 1, centre_[row[i]], centre_[row[i]]};
      line.node = row[i];
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
