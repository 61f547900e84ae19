#include "arrange/reroute.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <tuple>
#include <utility>

namespace prereq {
namespace {

constexpr std::size_t step_budget = 60'000'000;
constexpr int rounds = 3;
constexpr double price_of_px = 1.0 / 700;  // in crossings
constexpr double price_of_row = 0.12;      // for each row that an edge passes on its own
constexpr double price_of_shared_crossing = 0.6;
constexpr double price_of_foreign_section = 0.6;
constexpr double line_room_px = 10;
constexpr double unreachable = std::numeric_limits<double>::infinity();

// Where an edge can be in a row: between two neighbours, or on the line of its bundle.
struct Stop {
  std::size_t position;  // 2i + 1 for the row's i-th node, 2i for the place before it
  double low;            // pixels
  double high;
  double price = 0;               // of standing there; infinite where the edge may not
  std::uint32_t node = no_index;  // of the bundle's line or an end
  double cost = unreachable;      // of the cheapest way from the prerequisite
  std::size_t came_from = 0;
};

double apart(const Stop& a, const Stop& b) {
  return std::max({0.0, a.low - b.high, b.low - a.high});
}

class Rerouting {
 public:
  Rerouting(RowGraph& graph, std::vector<double>& centre, double width)
      : graph_(graph),
        centre_(centre),
        width_(width),
        place_(graph.nodes.size(), 0),
        changed_(graph.rows.size(), 0) {
    for (auto& led : led_) led.assign(graph.bundles.size(), 0);
    for (const auto& row : graph_.rows) number(row);
  }

  void run() {
    for (int round = 0; round < rounds; ++round) {
      bool changed = false;
      for (std::uint32_t b = 0; b < graph_.bundles.size(); ++b) {
        if (!passes_rows(graph_.bundles[b]) || spent_ > step_budget) continue;
        changed |= reroute(b, round % 2 == 0);
      }
      if (!changed && round > 0) break;
    }
    drop_unused();
  }

 private:
  using Row = std::vector<std::uint32_t>;

  // Edges one by one keep to what the others have; all together may find a better common line.
  bool reroute(std::uint32_t b, bool together) {
    const Row& bundle = graph_.bundles[b];
    const Row& chain = graph_.nodes_of_edge[bundle.front()];
    const std::uint32_t first = node(chain.front()).row;
    const std::uint32_t last = node(chain.back()).row;
    std::size_t& led = led_[together || bundle.size() == 1 ? 0 : 1][b];
    if (led > *std::max_element(changed_.begin() + first, changed_.begin() + last + 1)) {
      return false;
    }
    remember(first, last);
    if (together) {
      for (const std::uint32_t e : bundle) take_out(e);
    }
    for (const std::uint32_t e : bundle) {
      if (!together) take_out(e);
      lead(e);
    }
    const bool changed = mark_changes(first, last);
    led = ++changes_;
    return changed;
  }

  // What stands in rows, whichever nodes stand for it.
  std::pair<RowNodeKind, std::uint32_t> stands(std::uint32_t n) const {
    return {node(n).kind, node(n).index};
  }
  void remember(std::uint32_t first, std::uint32_t last) {
    before_.clear();
    for (std::uint32_t r = first; r <= last; ++r) {
      for (const std::uint32_t n : graph_.rows[r]) before_.push_back(stands(n));
      before_.emplace_back(RowNodeKind::card, no_index);
    }
  }
  bool mark_changes(std::uint32_t first, std::uint32_t last) {
    bool changed = false;
    std::size_t at = 0;
    for (std::uint32_t r = first; r <= last; ++r) {
      bool same = true;
      for (const std::uint32_t n : graph_.rows[r]) {
        same = same && before_[at].second != no_index && before_[at] == stands(n);
        if (same) ++at;
      }
      same = same && before_[at].second == no_index;
      while (before_[at].second != no_index) ++at;
      ++at;
      if (same) continue;
      changed_[r] = changes_ + 1;
      changed = true;
    }
    if (changed) ++changes_;
    return changed;
  }

  const RowNode& node(std::uint32_t n) const { return graph_.nodes[n]; }

  bool passes_rows(const Row& bundle) const {
    return graph_.nodes_of_edge[bundle.front()].size() > 2;
  }

  void number(const Row& row) {
    for (std::uint32_t i = 0; i < row.size(); ++i) place_[row[i]] = i;
  }

  void unlink(std::uint32_t upper, std::uint32_t lower) {
    auto& below = graph_.nodes[upper].below;
    below.erase(std::ranges::find(below, lower));
    auto& above = graph_.nodes[lower].above;
    above.erase(std::ranges::find(above, upper));
  }

  // Leaves an edge with nothing but its ends.
  void take_out(std::uint32_t e) {
    Row& chain = graph_.nodes_of_edge[e];
    for (std::size_t i = 1; i < chain.size(); ++i) unlink(chain[i - 1], chain[i]);
    for (std::size_t i = 1; i + 1 < chain.size(); ++i) {
      const std::uint32_t n = chain[i];
      if (!node(n).above.empty()) continue;
      Row& row = graph_.rows[node(n).row];
      row.erase(row.begin() + static_cast<std::ptrdiff_t>(place_[n]));
      number(row);
      unused_.push_back(n);
    }
    chain = {chain.front(), chain.back()};
  }

  // Finds the cheapest way for an edge that was taken out (Dijkstra 1959).
  void lead(std::uint32_t e) {
    const std::uint32_t from = graph_.nodes_of_edge[e].front();
    const std::uint32_t to = graph_.nodes_of_edge[e].back();
    const std::uint32_t first = node(from).row;
    const std::size_t rows = node(to).row - first + 1;
    if (stops_.size() < rows) {
      stops_.resize(rows);
      links_.resize(rows);
    }
    stops_[0] = {end_stop(from)};
    for (std::size_t i = 0; i + 1 < rows; ++i) {
      find_links(first + static_cast<std::uint32_t>(i), links_[i]);
    }
    for (std::size_t i = 1; i + 1 < rows; ++i) {
      find_stops(first + static_cast<std::uint32_t>(i), e, stops_[i]);
    }
    stops_[rows - 1] = {end_stop(to)};
    search(rows);
    std::size_t at = 0;
    Row chain = {to};
    for (std::size_t i = rows - 1; i > 0; --i) {
      at = stops_[i][at].came_from;
      const Stop& stop = stops_[i - 1][at];
      const auto row = first + static_cast<std::uint32_t>(i) - 1;
      chain.push_back(stop.node != no_index ? stop.node : put_in(row, stop.position / 2, e));
    }
    std::ranges::reverse(chain);
    settle(chain);
    for (std::size_t i = 1; i < chain.size(); ++i) {
      graph_.nodes[chain[i - 1]].below.push_back(chain[i]);
      graph_.nodes[chain[i]].above.push_back(chain[i - 1]);
    }
    graph_.nodes_of_edge[e] = std::move(chain);
  }

  struct Reached {
    double cost;
    std::size_t row;
    std::size_t stop;
    // The cheapest first, and of equal ones that furthest down.
    bool operator<(const Reached& other) const {
      return std::tie(other.cost, row, other.stop) < std::tie(cost, other.row, stop);
    }
  };

  void search(std::size_t rows) {
    reached_.assign(1, {0, 0, 0});
    stops_[0][0].cost = 0;
    while (!reached_.empty()) {
      const Reached now = reached_.front();
      std::pop_heap(reached_.begin(), reached_.end());
      reached_.pop_back();
      if (now.row + 1 == rows) return;
      const Stop& stop = stops_[now.row][now.stop];
      if (now.cost > stop.cost) continue;
      count_crossed(now.row, stop.position);
      relax(now, stop);
    }
  }

  // An edge of one of the gaps that are being searched, by the positions of its ends.
  struct Link {
    std::uint32_t upper;
    std::uint32_t lower;
  };
  void find_links(std::uint32_t r, std::vector<Link>& links) const {
    links.clear();
    for (const std::uint32_t u : graph_.rows[r]) {
      for (const std::uint32_t v : node(u).below) {
        links.push_back({2 * place_[u] + 1, 2 * place_[v] + 1});
      }
    }
  }

  // Afterwards the changes up to a position of the next row add up to how many links one to it from
  // this position would cross.
  void count_crossed(std::size_t gap, std::size_t position) {
    change_.assign(stops_[gap + 1].back().position + 2, 0);
    for (const Link& link : links_[gap]) {
      if (link.upper < position) {
        ++change_[0];
        if (link.lower < change_.size()) --change_[link.lower];
      } else if (link.upper > position && link.lower + 1 < change_.size()) {
        ++change_[link.lower + 1];
      }
    }
    spent_ += change_.size();
  }

  void relax(const Reached& now, const Stop& stop) {
    std::vector<Stop>& next_stops = stops_[now.row + 1];
    std::size_t summed = 0;
    std::ptrdiff_t crossed = 0;
    for (std::size_t i = 0; i < next_stops.size(); ++i) {
      Stop& next = next_stops[i];
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

  Stop end_stop(std::uint32_t card) const {
    const double reach = std::max(0.0, node(card).width / 2 - 14);
    Stop stop = {2 * std::size_t{place_[card]} + 1, centre_[card] - reach, centre_[card] + reach};
    stop.node = card;
    return stop;
  }

  void find_stops(std::uint32_t r, std::uint32_t e, std::vector<Stop>& stops) {
    const Row& row = graph_.rows[r];
    const std::uint32_t own = graph_.column_of(e);
    right_columns_.assign(row.size() + 1, no_index);
    for (std::size_t i = row.size(); i-- > 0;) {
      const std::uint32_t column = node(row[i]).column;
      right_columns_[i] = column != no_index ? column : right_columns_[i + 1];
    }
    stops.clear();
    std::uint32_t left = no_index;
    for (std::size_t i = 0; i <= row.size(); ++i) {
      Stop between = {2 * i, 0, width_};
      if (i > 0) between.low = right_border(row[i - 1]) + line_room_px;
      if (i < row.size()) between.high = left_border(row[i]) - line_room_px;
      if (between.low > between.high) {
        between.low = between.high = (between.low + between.high) / 2;
      }
      between.price = price_of_row + price_of_place(own, left, right_columns_[i]);
      stops.push_back(between);
      if (i == row.size()) break;
      if (may_follow(e, row[i])) {
        Stop line = {2 * i + 1, centre_[row[i]], centre_[row[i]]};
        line.node = row[i];
        stops.push_back(line);
      }
      if (node(row[i]).column != no_index) left = node(row[i]).column;
    }
  }

  bool may_follow(std::uint32_t e, std::uint32_t n) const {
    return node(n).kind == RowNodeKind::pass && node(n).index == graph_.bundle_of_edge[e] &&
           (!graph_.stays_inside[e] || node(n).column == graph_.column_of(e));
  }

  // `left` and `right` are the columns on either side.
  static double price_of_place(std::uint32_t own, std::uint32_t left, std::uint32_t right) {
    if (own == no_index) return left != no_index && left == right ? price_of_foreign_section : 0;
    const bool outside = (left != no_index && left > own) || (right != no_index && right < own);
    return outside ? unreachable : 0;
  }

  double left_border(std::uint32_t n) const { return centre_[n] - node(n).width / 2; }
  double right_border(std::uint32_t n) const { return centre_[n] + node(n).width / 2; }

  std::uint32_t put_in(std::uint32_t r, std::size_t at, std::uint32_t e) {
    const RowNode made = {
        RowNodeKind::pass, graph_.bundle_of_edge[e], r, graph_.column_of(e), 0, {}, {}};
    auto n = static_cast<std::uint32_t>(graph_.nodes.size());
    if (unused_.empty()) {
      graph_.nodes.push_back(made);
      centre_.push_back(0);
      place_.push_back(0);
    } else {
      n = unused_.back();
      unused_.pop_back();
      graph_.nodes[n] = made;
    }
    Row& row = graph_.rows[r];
    row.insert(row.begin() + static_cast<std::ptrdiff_t>(at), n);
    number(row);
    return n;
  }

  // Says where new nodes stand: as near as can be to where the edge was a row above.
  void settle(const Row& chain) {
    double x = centre_[chain.front()];
    for (std::size_t i = 1; i + 1 < chain.size(); ++i) {
      if (!node(chain[i]).above.empty()) {
        x = centre_[chain[i]];
        continue;
      }
      const Row& row = graph_.rows[node(chain[i]).row];
      const std::size_t at = place_[chain[i]];
      const double low = at > 0 ? right_border(row[at - 1]) + 1 : 0;
      const double high = at + 1 < row.size() ? left_border(row[at + 1]) - 1 : width_;
      x = low > high ? (low + high) / 2 : std::clamp(x, low, high);
      centre_[chain[i]] = x;
    }
  }

  // Fills the places of nodes that no edge passes any more with the last ones.
  void drop_unused() {
    std::ranges::sort(unused_);
    while (!unused_.empty()) {
      const std::uint32_t hole = unused_.back();
      unused_.pop_back();
      const auto last = static_cast<std::uint32_t>(graph_.nodes.size() - 1);
      if (hole != last) move_node(last, hole);
      graph_.nodes.pop_back();
      centre_.pop_back();
      place_.pop_back();
    }
  }

  void move_node(std::uint32_t from, std::uint32_t to) {
    graph_.nodes[to] = std::move(graph_.nodes[from]);
    centre_[to] = centre_[from];
    place_[to] = place_[from];
    graph_.rows[node(to).row][place_[to]] = to;
    for (const std::uint32_t n : node(to).above) {
      std::ranges::replace(graph_.nodes[n].below, from, to);
    }
    for (const std::uint32_t n : node(to).below) {
      std::ranges::replace(graph_.nodes[n].above, from, to);
    }
    for (const std::uint32_t e : graph_.bundles[node(to).index]) {
      std::ranges::replace(graph_.nodes_of_edge[e], from, to);
    }
  }

  RowGraph& graph_;
  std::vector<double>& centre_;
  double width_;
  std::vector<std::uint32_t> place_;
  Row unused_;
  // When each row was last changed, and each bundle last led together and one by one: counted in
  // changes.
  std::vector<std::size_t> changed_;
  std::array<std::vector<std::size_t>, 2> led_;
  std::size_t changes_ = 0;
  std::vector<std::pair<RowNodeKind, std::uint32_t>> before_;
  // Of the edge that is being led: its stops by row, and which of them were reached.
  std::vector<std::vector<Stop>> stops_;
  std::vector<std::vector<Link>> links_;  // of the gaps below these rows
  std::vector<Reached> reached_;
  std::vector<std::ptrdiff_t> change_;
  Row right_columns_;
  std::size_t spent_ = 0;
};

}  // namespace

void reroute_edges(RowGraph& graph, std::vector<double>& centre, double width) {
  Rerouting(graph, centre, width).run();
}

}  // namespace prereq
