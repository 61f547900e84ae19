#include "arrange/reroute.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <utility>

namespace prereq {
namespace {

constexpr std::size_t step_budget = 60'000'000;
constexpr int rounds = 3;
constexpr double price_of_px = 1.0 / 700;  // in crossings
constexpr double price_of_row = 0.12;      // for each row that an edge passes on its own
constexpr double price_of_shared_crossing = 0.6;
constexpr double price_of_foreign_section = 0.15;
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

  // Finds the cheapest way for an edge that was taken out.
  void lead(std::uint32_t e) {
    const std::uint32_t from = graph_.nodes_of_edge[e].front();
    const std::uint32_t to = graph_.nodes_of_edge[e].back();
    std::vector<std::vector<Stop>> stops = {{end_stop(from)}};
    stops.front().front().cost = 0;
    for (std::uint32_t r = node(from).row + 1; r < node(to).row; ++r) {
      stops.push_back(stops_in(r, e));
      step(r, stops[stops.size() - 2], stops.back());
    }
    stops.push_back({end_stop(to)});
    step(node(to).row, stops[stops.size() - 2], stops.back());
    std::size_t at = 0;
    Row chain = {to};
    for (std::size_t i = stops.size() - 1; i > 0; --i) {
      at = stops[i][at].came_from;
      const Stop& stop = stops[i - 1][at];
      chain.push_back(
          stop.node != no_index
              ? stop.node
              : put_in(node(from).row + static_cast<std::uint32_t>(i) - 1, stop.position / 2, e));
    }
    std::ranges::reverse(chain);
    settle(chain);
    for (std::size_t i = 1; i < chain.size(); ++i) {
      graph_.nodes[chain[i - 1]].below.push_back(chain[i]);
      graph_.nodes[chain[i]].above.push_back(chain[i - 1]);
    }
    graph_.nodes_of_edge[e] = std::move(chain);
  }

  // From every stop of a row to every stop of row `r` below it.
  void step(std::uint32_t r, const std::vector<Stop>& stops, std::vector<Stop>& next_stops) {
    const Row& above = graph_.rows[r - 1];
    // crossed(q) is the sum of the changes up to q: edges of this gap that a link from the stop
    // being looked at to position q crosses.
    std::vector<std::ptrdiff_t> change(2 * graph_.rows[r].size() + 3, 0);
    const auto count_right = [&](std::uint32_t u, std::ptrdiff_t by) {
      for (const std::uint32_t v : node(u).below) change[2 * place_[v] + 2] += by;
    };
    const auto count_left = [&](std::uint32_t u) {
      for (const std::uint32_t v : node(u).below) {
        ++change[0];
        --change[2 * place_[v] + 1];
      }
    };
    for (const std::uint32_t u : above) count_right(u, 1);
    std::size_t right_of = 0;  // the first node that is still counted as right of the stop
    std::size_t left_of = 0;   // the first one that is not yet counted as left of it
    for (std::size_t i = 0; i < stops.size(); ++i) {
      for (; right_of < above.size() && 2 * right_of + 1 <= stops[i].position; ++right_of) {
        count_right(above[right_of], -1);
      }
      for (; left_of < above.size() && 2 * left_of + 1 < stops[i].position; ++left_of) {
        count_left(above[left_of]);
      }
      if (stops[i].cost < unreachable) relax(i, stops[i], next_stops, change);
    }
  }

  void relax(std::size_t i, const Stop& stop, std::vector<Stop>& next_stops,
             const std::vector<std::ptrdiff_t>& change) {
    spent_ += change.size();
    std::size_t summed = 0;
    std::ptrdiff_t crossed = 0;
    for (Stop& next : next_stops) {
      for (; summed <= next.position; ++summed) crossed += change[summed];
      const bool on_line = next.node != no_index && node(next.node).kind == RowNodeKind::pass;
      double cost = stop.cost;
      if (on_line) {
        if (stop.node == no_index || node(next.node).above.front() != stop.node) continue;
        cost += price_of_shared_crossing * static_cast<double>(crossed);
      } else {
        cost += static_cast<double>(crossed) + next.price + price_of_px * apart(stop, next);
      }
      if (cost >= next.cost) continue;
      next.cost = cost;
      next.came_from = i;
    }
  }

  Stop end_stop(std::uint32_t card) const {
    const double reach = std::max(0.0, node(card).width / 2 - 14);
    Stop stop = {2 * std::size_t{place_[card]} + 1, centre_[card] - reach, centre_[card] + reach};
    stop.node = card;
    return stop;
  }

  std::vector<Stop> stops_in(std::uint32_t r, std::uint32_t e) const {
    const Row& row = graph_.rows[r];
    const std::uint32_t own = graph_.column_of(e);
    std::vector<std::uint32_t> right_columns(row.size() + 1, no_index);
    for (std::size_t i = row.size(); i-- > 0;) {
      const std::uint32_t column = node(row[i]).column;
      right_columns[i] = column != no_index ? column : right_columns[i + 1];
    }
    std::vector<Stop> stops;
    std::uint32_t left = no_index;
    for (std::size_t i = 0; i <= row.size(); ++i) {
      Stop between = {2 * i, 0, width_};
      if (i > 0) between.low = right_border(row[i - 1]) + line_room_px;
      if (i < row.size()) between.high = left_border(row[i]) - line_room_px;
      if (between.low > between.high) {
        between.low = between.high = (between.low + between.high) / 2;
      }
      between.price = price_of_row + price_of_place(own, left, right_columns[i]);
      stops.push_back(between);
      if (i == row.size()) break;
      if (may_follow(e, row[i])) {
        Stop line = {2 * i + 1, centre_[row[i]], centre_[row[i]]};
        line.node = row[i];
        stops.push_back(line);
      }
      if (node(row[i]).column != no_index) left = node(row[i]).column;
    }
    return stops;
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
  std::size_t spent_ = 0;
};

}  // namespace

void reroute_edges(RowGraph& graph, std::vector<double>& centre, double width) {
  Rerouting(graph, centre, width).run();
}

}  // namespace prereq
