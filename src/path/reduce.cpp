#include "path/reduce.hpp"

#include <algorithm>
#include <utility>

#include "graph/components.hpp"
#include "path/additive_cost.hpp"
#include "path/landmark_sets.hpp"
#include "path/support.hpp"

namespace prereq {
namespace {

constexpr int max_rounds = 5;

class Reducer {
 public:
  explicit Reducer(const PlanTask& task) : task_(task), parents_(task) {
    result_.fate.assign(task.units.size(), Fate::open);
    result_.node_met.assign(task.nodes.size(), 0);
    result_.beaten.assign(task.refs.size(), 0);
  }

  Reduction run() {
    force(task_.root());
    find_components();
    for (int round = 0; round < max_rounds; ++round) {
      settle_nodes();
      prune();
      if (result_.open_units == 0) break;
      bool changed = find_beaten();
      if (changed) prune();
      for (const std::uint32_t u : units_in_every_plan(task_, result_)) {
        force(u);
        changed = true;
      }
      if (!changed) break;
    }
    return std::move(result_);
  }

 private:
  std::uint32_t item_of(Ref ref) const {
    return ref.is_unit() ? ref.index()
                         : static_cast<std::uint32_t>(task_.units.size()) + ref.index();
  }

  // The unit and what it needs without a choice.
  void force(std::uint32_t unit) {
    if (result_.fate[unit] == Fate::forced) return;
    result_.fate[unit] = Fate::forced;
    std::vector<Ref> open{Ref::unit(unit)};
    const auto add = [&](Ref ref) {
      if (ref.is_unit()) {
        if (result_.fate[ref.index()] == Fate::forced) return;
        result_.fate[ref.index()] = Fate::forced;
      } else if (task_.nodes[ref.index()].least != task_.entries(ref.index()).size()) {
        return;
      }
      open.push_back(ref);
    };
    while (!open.empty()) {
      const Ref next = open.back();
      open.pop_back();
      const auto inside = next.is_unit() ? task_.needs(next.index()) : task_.entries(next.index());
      for (const Ref ref : inside) add(ref);
    }
  }

  void find_components() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    edges.reserve(parents_.to.size());
    const auto items = static_cast<std::uint32_t>(parents_.needed.size());
    for (std::uint32_t item = 0; item < items; ++item) {
      for (const std::uint32_t parent : parents_.of(item)) edges.emplace_back(parent, item);
    }
    component_ = strong_components(items, edges).of;
  }

  // Whether the entry can be learned without anything that the node is needed for.
  bool is_before(Ref entry, std::uint32_t node) const {
    return component_[item_of(entry)] != component_[item_of(Ref::node(node))];
  }

  // Nodes that forced units meet. Those units must not hang on the node themselves, or a cycle of
  // choices could take each other for granted.
  void settle_nodes() {
    for (std::uint32_t n = 0; n < task_.nodes.size(); ++n) {
      const auto entries = task_.entries(n);
      const auto met = std::ranges::count_if(entries, [&](Ref ref) {
        if (ref.is_node()) return result_.node_met[ref.index()] != 0;
        return result_.fate[ref.index()] == Fate::forced && is_before(ref, n);
      });
      if (static_cast<std::uint32_t>(met) >= task_.nodes[n].least) result_.node_met[n] = 1;
    }
  }

  // Leaves open only what forced units can still ask for.
  void prune() {
    std::vector<char> seen(parents_.needed.size(), 0);
    std::vector<Ref> open;
    for (std::uint32_t u = 0; u < task_.units.size(); ++u) {
      if (result_.fate[u] != Fate::forced) continue;
      seen[u] = 1;
      open.push_back(Ref::unit(u));
    }
    while (!open.empty()) {
      const Ref next = open.back();
      open.pop_back();
      const IndexRange inside =
          next.is_unit() ? task_.units[next.index()].needs : task_.nodes[next.index()].entries;
      for (std::uint32_t i = inside.first; i < inside.last; ++i) {
        const Ref ref = task_.refs[i];
        if (result_.beaten[i] != 0 || seen[item_of(ref)] != 0) continue;
        if (ref.is_node() && result_.node_met[ref.index()] != 0) continue;
        seen[item_of(ref)] = 1;
        open.push_back(ref);
      }
    }
    result_.open_units = 0;
    for (std::uint32_t u = 0; u < task_.units.size(); ++u) {
      if (result_.fate[u] != Fate::open) continue;
      if (seen[u] == 0) result_.fate[u] = Fate::unused;
      if (seen[u] != 0) ++result_.open_units;
    }
  }

  // An alternative that serves nothing else and by itself costs more than another one with all that
  // it needs: whoever takes it gains by taking the other.
  bool find_beaten() {
    std::vector<Weight> weight(task_.units.size(), 0);
    for (std::uint32_t u = 0; u < weight.size(); ++u) {
      if (result_.fate[u] == Fate::open) weight[u] = task_.units[u].weight;
      if (result_.fate[u] == Fate::unused) weight[u] = unreachable_weight;
    }
    const AdditiveCost cost = additive_cost(task_, weight);
    bool found = false;
    for (std::uint32_t n = 0; n < task_.nodes.size(); ++n) {
      if (task_.nodes[n].least != 1 || result_.node_met[n] != 0) continue;
      Weight best = unreachable_weight;
      for (const Ref ref : task_.entries(n)) {
        if (is_before(ref, n)) best = std::min(best, cost.of(ref));
      }
      const IndexRange entries = task_.nodes[n].entries;
      for (std::uint32_t i = entries.first; i < entries.last; ++i) {
        const Ref ref = task_.refs[i];
        if (!ref.is_unit() || result_.fate[ref.index()] != Fate::open) continue;
        if (parents_.of(ref.index()).size() != 1 || weight[ref.index()] <= best) continue;
        found = found || result_.beaten[i] == 0;
        result_.beaten[i] = 1;
      }
    }
    return found;
  }

  const PlanTask& task_;
  Parents parents_;
  Reduction result_;
  std::vector<std::uint32_t> component_;  // by item
};

}  // namespace

Reduction reduce(const PlanTask& task) {
  if (!task.nodes.empty()) return Reducer(task).run();
  // Without a choice, what the root leads to is the task.
  Reduction all;
  all.fate.assign(task.units.size(), Fate::forced);
  all.beaten.assign(task.refs.size(), 0);
  return all;
}

}  // namespace prereq
