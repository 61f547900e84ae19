#include "graph/network_simplex.hpp"

#include <algorithm>
#include <limits>
#include <queue>
#include <tuple>
#include <utility>

namespace prereq {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

// The edges at each node.
struct Incidence {
  std::vector<std::uint32_t> edges;
  std::vector<std::size_t> first;  // of each node, and one more

  template <typename Ends>
  Incidence(std::size_t node_count, std::size_t edge_count, Ends&& for_each_end)
      : first(node_count + 1, 0) {
    for (std::uint32_t e = 0; e < edge_count; ++e) {
      for_each_end(e, [&](std::uint32_t node) { ++first[node + 1]; });
    }
    for (std::size_t n = 0; n < node_count; ++n) first[n + 1] += first[n];
    edges.resize(first.back());
    std::vector<std::size_t> next(first.begin(), first.end() - 1);
    for (std::uint32_t e = 0; e < edge_count; ++e) {
      for_each_end(e, [&](std::uint32_t node) { edges[next[node]++] = e; });
    }
  }
};

class NetworkSimplex {
 public:
  NetworkSimplex(std::size_t node_count, const std::vector<RankedEdge>& edges,
                 std::size_t most_steps)
      : edges_(edges),
        most_steps_(most_steps),
        at_(node_count, edges.size(),
            [&](std::uint32_t e, auto&& visit) { visit(edges[e].tail), visit(edges[e].head); }),
        rank_(node_count, 0),
        cut_(edges.size(), 0),
        tree_at_(node_count),
        parent_edge_(node_count, none),
        low_(node_count, 0),
        number_(node_count, 0),
        by_number_(node_count, 0) {}

  std::vector<std::uint32_t> ranks() {
    if (rank_.empty()) return {};
    rank_by_longest_paths();
    grow_tight_tree();
    number_subtree(busiest_node(), none, 0);
    find_cut_values();
    while (steps_ < most_steps_) {
      const std::uint32_t leaving = leaving_edge();
      if (leaving == none) break;
      exchange(leaving);
    }
    const std::int64_t least = *std::ranges::min_element(rank_);
    std::vector<std::uint32_t> ranks;
    for (const std::int64_t rank : rank_) ranks.push_back(static_cast<std::uint32_t>(rank - least));
    return ranks;
  }

 private:
  struct Range {
    const std::uint32_t* first;
    const std::uint32_t* last;
    const std::uint32_t* begin() const { return first; }
    const std::uint32_t* end() const { return last; }
  };
  Range edges_at(std::uint32_t node) const {
    return {at_.edges.data() + at_.first[node], at_.edges.data() + at_.first[node + 1]};
  }

  std::uint32_t other_end(std::uint32_t edge, std::uint32_t node) const {
    return edges_[edge].tail == node ? edges_[edge].head : edges_[edge].tail;
  }

  std::int64_t slack(std::uint32_t e) const {
    return rank_[edges_[e].head] - rank_[edges_[e].tail] - 1;
  }

  // What hangs below the root is numbered anew again and again: the less in one piece the better.
  std::uint32_t busiest_node() const {
    std::uint32_t busiest = 0;
    for (std::uint32_t n = 0; n < tree_at_.size(); ++n) {
      if (tree_at_[n].size() > tree_at_[busiest].size()) busiest = n;
    }
    return busiest;
  }

  void rank_by_longest_paths() {
    std::vector<std::uint32_t> waiting(rank_.size(), 0);
    for (const RankedEdge& edge : edges_) ++waiting[edge.head];
    std::vector<std::uint32_t> ready;
    for (std::uint32_t n = 0; n < rank_.size(); ++n) {
      if (waiting[n] == 0) ready.push_back(n);
    }
    for (std::size_t i = 0; i < ready.size(); ++i) {
      for (const std::uint32_t e : edges_at(ready[i])) {
        if (edges_[e].tail != ready[i]) continue;
        const std::uint32_t head = edges_[e].head;
        rank_[head] = std::max(rank_[head], rank_[ready[i]] + 1);
        if (--waiting[head] == 0) ready.push_back(head);
      }
    }
  }

  // From node 0, always along the edge of least slack out of the tree, which moves as a whole so
  // that the edge gets tight: all that moves is an offset.
  void grow_tight_tree() {
    // Length of the edge were the tree not moved, and its number; from the tree and into it.
    using Reach = std::pair<std::int64_t, std::uint32_t>;
    std::priority_queue<Reach, std::vector<Reach>, std::greater<>> out;
    std::priority_queue<Reach, std::vector<Reach>, std::greater<>> in;
    std::vector<bool> reached(rank_.size(), false);
    std::int64_t offset = 0;
    const auto add = [&](std::uint32_t node) {
      reached[node] = true;
      rank_[node] -= offset;
      for (const std::uint32_t e : edges_at(node)) {
        const std::uint32_t other = other_end(e, node);
        if (reached[other]) continue;
        const bool leaves = edges_[e].tail == node;
        const std::int64_t length =
            leaves ? rank_[other] - rank_[node] : rank_[node] - rank_[other];
        (leaves ? out : in).emplace(length, e);
      }
    };
    const auto drop_inner = [&](auto& queue) {
      while (!queue.empty() && reached[edges_[queue.top().second].tail] &&
             reached[edges_[queue.top().second].head]) {
        queue.pop();
      }
    };
    add(0);
    for (std::size_t count = 1; count < rank_.size(); ++count) {
      drop_inner(out);
      drop_inner(in);
      const std::int64_t slack_out =
          out.empty() ? std::numeric_limits<std::int64_t>::max() : out.top().first - offset - 1;
      const std::int64_t slack_in =
          in.empty() ? std::numeric_limits<std::int64_t>::max() : in.top().first + offset - 1;
      const bool leaves = slack_out <= slack_in;
      const std::uint32_t e = (leaves ? out : in).top().second;
      offset += leaves ? slack_out : -slack_in;
      add_to_tree(e);
      add(reached[edges_[e].tail] ? edges_[e].head : edges_[e].tail);
    }
  }

  void add_to_tree(std::uint32_t e) {
    for (const std::uint32_t node : {edges_[e].tail, edges_[e].head}) tree_at_[node].push_back(e);
  }

  void remove_from_tree(std::uint32_t e) {
    for (const std::uint32_t node : {edges_[e].tail, edges_[e].head}) {
      auto& edges = tree_at_[node];
      edges.erase(std::ranges::find(edges, e));
    }
  }

  // Gives what hangs below a node numbers from `low` on, each after all that hangs below it.
  void number_subtree(std::uint32_t root, std::uint32_t parent_edge, std::uint32_t low) {
    std::vector<SubtreeVisit>& open = visits_;
    std::uint32_t number = low;
    parent_edge_[root] = parent_edge;
    low_[root] = low;
    open.assign(1, {root, 0});
    while (!open.empty()) {
      auto& [node, next] = open.back();
      if (next == tree_at_[node].size()) {
        number_[node] = number;
        by_number_[number] = node;
        ++number;
        ++steps_;
        open.pop_back();
        continue;
      }
      const std::uint32_t e = tree_at_[node][next++];
      if (e == parent_edge_[node]) continue;
      const std::uint32_t child = other_end(e, node);
      parent_edge_[child] = e;
      low_[child] = number;
      open.push_back({child, 0});
    }
  }

  bool hangs_below(std::uint32_t node, std::uint32_t upper) const {
    return low_[upper] <= number_[node] && number_[node] <= number_[upper];
  }

  // The end of a tree edge that hangs below the other one.
  std::uint32_t lower_end(std::uint32_t e) const {
    const auto [tail, head, weight] = edges_[e];
    return number_[tail] < number_[head] ? tail : head;
  }

  // The cut value of a tree edge is the weight of the edges that go its way between the two parts
  // of the tree without it, less that of those against it: what leaves a part less what enters it
  // adds up over its nodes.
  void find_cut_values() {
    std::vector<std::int64_t> outflow(rank_.size(), 0);
    for (const RankedEdge& edge : edges_) {
      outflow[edge.tail] += edge.weight;
      outflow[edge.head] -= edge.weight;
    }
    for (const std::uint32_t node : by_number_) {
      const std::uint32_t e = parent_edge_[node];
      if (e == none) continue;
      cut_[e] = edges_[e].tail == node ? outflow[node] : -outflow[node];
      outflow[other_end(e, node)] += outflow[node];
      tree_.push_back(e);
    }
  }

  // Of some tree edges with a negative cut value the most negative one; the search goes on where it
  // stopped the last time.
  std::uint32_t leaving_edge() {
    constexpr int enough = 30;
    std::uint32_t best = none;
    int found = 0;
    for (std::size_t looked = 0; looked < tree_.size() && found < enough; ++looked) {
      if (next_leaving_ >= tree_.size()) next_leaving_ = 0;
      const std::uint32_t e = tree_[next_leaving_];
      if (cut_[e] < 0) {
        ++found;
        if (best == none || cut_[e] < cut_[best]) {
          best = e;
          best_place_ = next_leaving_;
        }
      }
      ++next_leaving_;
      ++steps_;
    }
    return best;
  }

  bool is_smaller_below(std::uint32_t lower) const {
    const std::size_t below = number_[lower] - low_[lower] + 1;
    return 2 * below <= rank_.size();
  }

  // Calls `visit` for the nodes on the smaller side of a tree edge, given its lower end.
  template <typename Function>
  void visit_smaller_side(std::uint32_t lower, Function&& visit) const {
    if (is_smaller_below(lower)) {
      for (std::size_t i = low_[lower]; i <= number_[lower]; ++i) visit(by_number_[i]);
    } else {
      for (std::size_t i = 0; i < low_[lower]; ++i) visit(by_number_[i]);
      for (std::size_t i = number_[lower] + 1; i < rank_.size(); ++i) visit(by_number_[i]);
    }
  }

  // Against the leaving edge, of those between its two sides the one with least slack.
  std::uint32_t entering_edge(std::uint32_t leaving) {
    const std::uint32_t lower = lower_end(leaving);
    const bool leaves_lower = edges_[leaving].tail == lower;
    std::uint32_t best = none;
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    visit_smaller_side(lower, [&](std::uint32_t node) {
      for (const std::uint32_t e : edges_at(node)) {
        ++steps_;
        const bool from_below = hangs_below(edges_[e].tail, lower);
        const bool to_below = hangs_below(edges_[e].head, lower);
        if (from_below == to_below || from_below == leaves_lower) continue;
        if (std::tuple(slack(e), e) < std::tuple(least, best)) {
          least = slack(e);
          best = e;
        }
      }
    });
    return best;
  }

  void exchange(std::uint32_t leaving) {
    const std::uint32_t entering = entering_edge(leaving);
    const std::uint32_t lower = lower_end(leaving);
    // The side that the leaving edge comes from moves back, until the entering edge is tight.
    std::int64_t move = slack(entering);
    if (edges_[leaving].tail == lower) move = -move;
    if (move != 0) {
      if (!is_smaller_below(lower)) move = -move;
      visit_smaller_side(lower, [&](std::uint32_t node) { rank_[node] += move; });
    }
    const std::uint32_t top = pass_cut_value_on(leaving, entering);
    const std::uint32_t parent_edge = parent_edge_[top];
    const std::uint32_t low = low_[top];
    remove_from_tree(leaving);
    add_to_tree(entering);
    tree_[best_place_] = entering;
    number_subtree(top, parent_edge, low);
  }

  // The leaving edge's cut value goes to the edges of the cycle that the entering one closes.
  // Returns the node where that cycle is nearest to the root.
  std::uint32_t pass_cut_value_on(std::uint32_t leaving, std::uint32_t entering) {
    const std::int64_t value = cut_[leaving];
    const auto [tail, head, weight] = edges_[entering];
    std::uint32_t node = tail;
    for (; !hangs_below(head, node); ++steps_) {
      const std::uint32_t e = parent_edge_[node];
      cut_[e] += edges_[e].tail == node ? value : -value;
      node = other_end(e, node);
    }
    const std::uint32_t top = node;
    for (node = head; node != top; ++steps_) {
      const std::uint32_t e = parent_edge_[node];
      cut_[e] += edges_[e].head == node ? value : -value;
      node = other_end(e, node);
    }
    cut_[entering] = -value;
    cut_[leaving] = 0;
    return top;
  }

  struct SubtreeVisit {
    std::uint32_t node;
    std::size_t next;
  };

  const std::vector<RankedEdge>& edges_;
  std::size_t most_steps_;
  std::size_t steps_ = 0;
  Incidence at_;
  std::vector<std::int64_t> rank_;
  std::vector<std::int64_t> cut_;  // of tree edges
  std::vector<std::vector<std::uint32_t>> tree_at_;
  std::vector<std::uint32_t> tree_;
  std::size_t next_leaving_ = 0;
  std::size_t best_place_ = 0;
  // The tree, hung up at its root.
  std::vector<std::uint32_t> parent_edge_;
  std::vector<std::uint32_t> low_;  // the least number of what hangs below
  std::vector<std::uint32_t> number_;
  std::vector<std::uint32_t> by_number_;
  std::vector<SubtreeVisit> visits_;
};

}  // namespace

std::vector<std::uint32_t> shortest_ranks(std::size_t node_count,
                                          const std::vector<RankedEdge>& edges,
                                          std::size_t most_steps) {
  return NetworkSimplex(node_count, edges, most_steps).ranks();
}

}  // namespace prereq
