#include "path/plan_task.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "path/standing.hpp"
#include "path/support.hpp"
#include "path/units.hpp"

namespace prereq {
namespace {

// Walks breadth first from the targets and writes down what it meets.
class TaskBuilder {
 public:
  TaskBuilder(const Roadmap& roadmap, const TaskInput& input)
      : roadmap_(roadmap),
        input_(input),
        together_(learned_together(roadmap, input.standing)),
        truth_(roadmap.requirements().size(), Truth::open) {
    task_.unit_of.assign(roadmap.topics().size(), no_index);
    number_of_.assign(roadmap.topics().size(), no_index);
    if (input.unit == PathUnit::hours) {
      task_.weight_scale = static_cast<Weight>(roadmap.topics().size()) + 1;
    }
  }

  // False when the root needs something that is not to be had. The same for other units is left in
  // `impossible`.
  bool build() {
    for (const TopicIndex t : input_.topics) {
      if (input_.standing[t] == Standing::excluded) return false;
      if (input_.standing[t] == Standing::open) root_needs_.push_back(meet(t));
    }
    for (const GoalIndex g : input_.goals) {
      add_tree(no_index, roadmap_.goals()[g].requirements);
    }
    for (const RequirementIndex entry : input_.entries) add_tree(no_index, {entry, entry + 1});
    // NOLINTNEXTLINE(modernize-loop-convert): expand() adds to the list
    for (std::size_t next = 0; next < met_.size(); ++next) {
      prefetch_after(next);
      expand(met_[next]);
    }
    if (root_impossible_) return false;
    finish();
    return true;
  }

  PlanTask& task() { return task_; }
  const std::vector<char>& impossible() const { return impossible_; }

 private:
  enum class Truth : std::uint8_t { open, met, impossible };
  struct Frame {
    RequirementIndex next;
    RequirementIndex last;
    std::uint32_t least;
    std::size_t collected;  // where its entries begin in collected_
    RequirementIndex group;
  };

  // The unit of a topic that is met for the first time or again.
  Ref meet(TopicIndex topic) {
    if (task_.unit_of[topic] != no_index) return Ref::unit(task_.unit_of[topic]);
    std::uint32_t& number = number_of_[together_[topic]];
    if (number == no_index) number = next_unit_++;
    task_.unit_of[topic] = number;
    met_.push_back(topic);
    return Ref::unit(number);
  }

  // Starts to bring in from memory what the next topics but a few will need: the walk jumps about
  // in large roadmaps.
  void prefetch_after(std::size_t next) const {
    constexpr std::size_t ahead = 8;
    const auto topics = roadmap_.topics();
    if (next + 2 * ahead < met_.size()) {
      __builtin_prefetch(&topics[met_[next + 2 * ahead]].requirements);
    }
    if (next + ahead < met_.size()) {
      const RequirementIndex first = topics[met_[next + ahead]].requirements.first;
      __builtin_prefetch(roadmap_.requirements().data() + first);
      __builtin_prefetch(truth_.data() + first);
    }
  }

  void expand(TopicIndex topic) {
    const Topic& said = roadmap_.topics()[topic];
    add_tree(topic, said.requirements);
    for (const Requirement& entry : roadmap_.requirements(said.corequisites)) {
      if (entry.topic == no_index || input_.standing[entry.topic] == Standing::known) continue;
      if (input_.standing[entry.topic] == Standing::excluded) {
        need(topic, Ref::impossible());
      } else {
        const Ref other = meet(entry.topic);
        if (other.index() != task_.unit_of[topic]) need(topic, other);
      }
    }
  }

  std::int64_t seconds_of(TopicIndex topic) const {
    return study_hours(roadmap_, topic, input_.free_only).hours.midpoint().seconds();
  }

  void need(TopicIndex topic, Ref ref) {
    if (topic == no_index) {
      if (ref == Ref::impossible()) root_impossible_ = true;
      root_needs_.push_back(ref);
    } else {
      needs_.emplace_back(task_.unit_of[topic], ref);
    }
  }

  // What is needed whatever is chosen is needed directly, without a node.
  void add_tree(TopicIndex owner, IndexRange range) {
    direct_.assign(1, range);
    while (!direct_.empty()) {
      IndexRange& rest = direct_.back();
      if (rest.empty()) {
        direct_.pop_back();
        continue;
      }
      const RequirementIndex index = rest.first++;
      const Requirement& entry = roadmap_.requirements()[index];
      if (entry.kind != RequirementKind::topic && entry.least == entry.entries.size()) {
        direct_.push_back(entry.entries);
        continue;
      }
      judge(owner, index);
      if (truth_[index] == Truth::impossible) need(owner, Ref::impossible());
      if (truth_[index] == Truth::open) need(owner, add_entry(index));
    }
  }

  Truth judge_topic(TopicIndex owner, const Requirement& entry) const {
    if (entry.topic == no_index) return Truth::met;
    if (input_.standing[entry.topic] == Standing::known) return Truth::met;
    if (input_.standing[entry.topic] == Standing::excluded) return Truth::impossible;
    // What is learned at the same time cannot have been learned before.
    if (owner != no_index && together_[entry.topic] == together_[owner]) return Truth::impossible;
    return Truth::open;
  }

  // Fills truth_ for an entry and everything inside it.
  void judge(TopicIndex owner, RequirementIndex root) {
    const auto all = roadmap_.requirements();
    if (all[root].kind == RequirementKind::topic) {
      truth_[root] = judge_topic(owner, all[root]);
      return;
    }
    preorder_.assign(1, root);
    for (std::size_t next = 0; next < preorder_.size(); ++next) {
      const IndexRange inside = all[preorder_[next]].entries;
      for (RequirementIndex i = inside.first; i < inside.last; ++i) preorder_.push_back(i);
    }
    while (!preorder_.empty()) {
      const RequirementIndex index = preorder_.back();
      preorder_.pop_back();
      const Requirement& entry = all[index];
      if (entry.kind == RequirementKind::topic) {
        truth_[index] = judge_topic(owner, entry);
        continue;
      }
      std::uint32_t met = 0;
      std::uint32_t open = 0;
      for (RequirementIndex i = entry.entries.first; i < entry.entries.last; ++i) {
        if (truth_[i] == Truth::met) ++met;
        if (truth_[i] == Truth::open) ++open;
      }
      truth_[index] = met >= entry.least         ? Truth::met
                      : met + open < entry.least ? Truth::impossible
                                                 : Truth::open;
    }
  }

  // Makes nodes of an entry that is open, in the order written.
  Ref add_entry(RequirementIndex index) {
    const auto all = roadmap_.requirements();
    if (all[index].kind == RequirementKind::topic) return meet(all[index].topic);
    collected_.clear();
    frames_.clear();
    open_frame(index);
    while (true) {
      Frame& frame = frames_.back();
      if (frame.next == frame.last) {
        const Ref made = close_frame();
        if (frames_.empty()) return made;
        collected_.push_back(made);
        continue;
      }
      const RequirementIndex at = frame.next++;
      if (truth_[at] == Truth::met) --frame.least;
      if (truth_[at] != Truth::open) continue;
      if (all[at].kind == RequirementKind::topic) {
        collected_.push_back(meet(all[at].topic));
      } else {
        open_frame(at);
      }
    }
  }

  void open_frame(RequirementIndex index) {
    const Requirement& entry = roadmap_.requirements()[index];
    frames_.push_back(
        {entry.entries.first, entry.entries.last, entry.least, collected_.size(), index});
  }

  Ref close_frame() {
    const Frame frame = frames_.back();
    frames_.pop_back();
    const auto first = collected_.begin() + static_cast<std::ptrdiff_t>(frame.collected);
    const auto count = static_cast<std::uint32_t>(collected_.end() - first);
    if (count == 1) {
      const Ref only = *first;
      collected_.pop_back();
      return only;
    }
    const auto begin = static_cast<std::uint32_t>(task_.refs.size());
    task_.refs.insert(task_.refs.end(), first, collected_.end());
    collected_.erase(first, collected_.end());
    task_.nodes.push_back({frame.least, {begin, begin + count}});
    return Ref::node(static_cast<std::uint32_t>(task_.nodes.size() - 1));
  }

  // Lays out units, members and needs in rows, the root last.
  void finish() {
    const std::uint32_t units = next_unit_;
    task_.units.resize(units + 1);
    impossible_.assign(units + 1, 0);
    for (const auto& [unit, ref] : needs_) {
      if (ref == Ref::impossible()) impossible_[unit] = 1;
    }
    for (const Ref ref : root_needs_) needs_.emplace_back(units, ref);
    std::erase_if(needs_, [](const auto& need) { return need.second.is_constant(); });
    std::ranges::sort(needs_);
    needs_.erase(std::unique(needs_.begin(), needs_.end()), needs_.end());
    std::size_t next = 0;
    for (std::uint32_t u = 0; u <= units; ++u) {
      task_.units[u].needs.first = static_cast<std::uint32_t>(task_.refs.size());
      for (; next < needs_.size() && needs_[next].first == u; ++next) {
        task_.refs.push_back(needs_[next].second);
      }
      task_.units[u].needs.last = static_cast<std::uint32_t>(task_.refs.size());
    }
    const auto place_of = [&](TopicIndex t) { return std::pair(task_.unit_of[t], t); };
    if (!std::ranges::is_sorted(met_, {}, place_of)) std::ranges::sort(met_, {}, place_of);
    for (const TopicIndex t : met_) {
      PlanUnit& unit = task_.units[task_.unit_of[t]];
      const auto at = static_cast<std::uint32_t>(task_.members.size());
      if (unit.topics.empty()) unit.topics.first = at;
      unit.topics.last = at + 1;
      unit.weight +=
          input_.unit == PathUnit::topics ? Weight{1} : seconds_of(t) * task_.weight_scale + 1;
      task_.members.push_back(t);
    }
  }

  const Roadmap& roadmap_;
  const TaskInput& input_;
  std::vector<TopicIndex> together_;
  std::vector<Truth> truth_;  // by requirement
  PlanTask task_;
  std::uint32_t next_unit_ = 0;
  std::vector<std::uint32_t> number_of_;  // of the unit with this lowest topic
  std::vector<TopicIndex> met_;           // the walk
  std::vector<std::pair<std::uint32_t, Ref>> needs_;
  std::vector<Ref> root_needs_;
  bool root_impossible_ = false;
  std::vector<char> impossible_;
  std::vector<IndexRange> direct_;
  std::vector<RequirementIndex> preorder_;
  std::vector<Frame> frames_;
  std::vector<Ref> collected_;
};

}  // namespace

std::optional<PlanTask> make_plan_task(const TopicGraph& graph, const TaskInput& input) {
  TaskBuilder first(graph.roadmap(), input);
  if (!first.build()) return std::nullopt;
  // Which units can be learned is known only once the walk is done; it is walked again without the
  // others, so that what only they lead to is left out and does not count for the tie-break.
  PlanTask& task = first.task();
  Support support(task);
  for (std::uint32_t u = 0; u < task.root(); ++u) {
    if (first.impossible()[u] == 0) support.allow(u);
  }
  if (!support.is_reached()) return std::nullopt;
  if (support.learned().size() == task.units.size()) return std::move(task);

  TaskInput rest = input;
  for (std::uint32_t u = 0; u < task.root(); ++u) {
    if (support.is_learned(u)) continue;
    for (const TopicIndex t : task.topics(u)) rest.standing[t] = Standing::excluded;
  }
  TaskBuilder second(graph.roadmap(), rest);
  if (!second.build()) return std::nullopt;
  return std::move(second.task());
}

Weight weight_of(const PlanTask& task, const std::vector<char>& plan) {
  Weight sum = 0;
  for (std::uint32_t u = 0; u < task.units.size(); ++u) {
    if (plan[u] != 0) sum += task.units[u].weight;
  }
  return sum;
}

}  // namespace prereq
