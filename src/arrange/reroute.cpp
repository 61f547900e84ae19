#include "arrange/reroute.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "arrange/way_search.hpp"

namespace prereq {
namespace {

constexpr std::size_t step_budget = 60'000'000;
constexpr int rounds = 3;

class Rerouting {
 public:
  Rerouting(RowGraph& graph, RowPlaces& at)
      : graph_(graph),
        centre_(at.centre),
        width_(at.width),
        place_(graph.nodes.size(), 0),
        changed_(graph.rows.size(), 0),
        ways_(graph, at, place_) {
    for (auto& led : led_) led.assign(graph.bundles.size(), 0);
    for (const auto& row : graph_.rows) number(row);
  }

  void run() {
    for (int round = 0; round < rounds; ++round) {
      bool changed = false;
      for (std::uint32_t b = 0; b < graph_.bundles.size(); ++b) {
        if (!passes_rows(graph_.bundles[b]) || ways_.spent() > step_budget) continue;
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

  // Leads an edge that was taken out on the cheapest way.
  void lead(std::uint32_t e) {
    const std::uint32_t from = graph_.nodes_of_edge[e].front();
    const std::uint32_t to = graph_.nodes_of_edge[e].back();
    Row chain = {from};
    for (const WayStop& stop : ways_.find(e)) {
      chain.push_back(stop.node != no_index ? stop.node
                                            : put_in(node(chain.back()).row + 1, stop, e));
    }
    chain.push_back(to);
    settle(chain);
    for (std::size_t i = 1; i < chain.size(); ++i) {
      graph_.nodes[chain[i - 1]].below.push_back(chain[i]);
      graph_.nodes[chain[i]].above.push_back(chain[i - 1]);
    }
    graph_.nodes_of_edge[e] = std::move(chain);
  }

  double left_border(std::uint32_t n) const { return centre_[n] - node(n).width / 2; }
  double right_border(std::uint32_t n) const { return centre_[n] + node(n).width / 2; }

  std::uint32_t put_in(std::uint32_t r, const WayStop& stop, std::uint32_t e) {
    const RowNode made = {RowNodeKind::pass, graph_.bundle_of_edge[e], r, stop.column, 0, {}, {}};
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
    row.insert(row.begin() + static_cast<std::ptrdiff_t>(stop.position / 2), n);
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
  WaySearch ways_;
};

}  // namespace

void reroute_edges(RowGraph& graph, RowPlaces& at) { Rerouting(graph, at).run(); }

}  // namespace prereq
