#include "path/blocked.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/shown.hpp"
#include "prereq/learnable.hpp"
#include "roadmap/entries.hpp"

namespace prereq {
namespace {

constexpr std::size_t max_named = 8;

class BlockFinder {
 public:
  BlockFinder(const TopicGraph& graph, const TaskInput& input,
              const std::vector<std::string_view>& reasons, Diagnostics& diagnostics)
      : roadmap_(graph.roadmap()), input_(input), reasons_(reasons), diagnostics_(diagnostics) {
    LearnableOptions options;
    for (TopicIndex t = 0; t < graph.topic_count(); ++t) {
      if (input.standing[t] == Standing::known) options.known.push_back(t);
      if (input.standing[t] == Standing::excluded) options.forbidden.push_back(t);
    }
    learnable_ = learnable_topics(graph, options);
  }

  void run() {
    for (const TopicIndex t : input_.topics) {
      if (learnable_[t]) continue;
      const Topic& topic = roadmap_.topics()[t];
      report("topic " + in_quotes(topic.id), topic.span, {t}, {t});
    }
    for (const GoalIndex g : input_.goals) {
      const Goal& goal = roadmap_.goals()[g];
      const std::vector<RequirementIndex> unmet = unmet_entries(goal.requirements);
      if (unmet.empty()) continue;
      std::vector<TopicIndex> first;
      collect(unmet, first);
      report("goal " + in_quotes(goal.id), goal.span, first, {});
    }
  }

 private:
  bool is_met(const Requirement& entry) const {
    return entry.topic == no_index || learnable_[entry.topic];
  }

  // All entries in the range, nested ones too, with a flag for those that can be met.
  std::vector<RequirementIndex> unmet_entries(IndexRange range) {
    const std::vector<RequirementIndex> order = with_inner_entries(roadmap_, range);
    if (met_.empty()) met_.assign(roadmap_.requirements().size(), 0);
    for (std::size_t at = order.size(); at-- > 0;) {
      const Requirement& entry = roadmap_.requirements()[order[at]];
      if (entry.kind == RequirementKind::topic) {
        met_[order[at]] = is_met(entry) ? 1 : 0;
        continue;
      }
      std::uint32_t met = 0;
      for (RequirementIndex i = entry.entries.first; i < entry.entries.last; ++i)
        met += met_[i] != 0;
      met_[order[at]] = met >= entry.least ? 1 : 0;
    }
    std::vector<RequirementIndex> unmet;
    for (RequirementIndex i = range.first; i < range.last; ++i) {
      if (met_[i] == 0) unmet.push_back(i);
    }
    return unmet;
  }

  // The topics in unmet entries that cannot be learned, as written; groups that ask for more than
  // they have on the side.
  void collect(std::vector<RequirementIndex> open, std::vector<TopicIndex>& topics) {
    std::ranges::reverse(open);
    while (!open.empty()) {
      const RequirementIndex index = open.back();
      open.pop_back();
      if (met_[index] != 0) continue;
      const Requirement& entry = roadmap_.requirements()[index];
      if (entry.kind == RequirementKind::topic) {
        topics.push_back(entry.topic);
        edge_to_.resize(std::max<std::size_t>(edge_to_.size(), entry.topic + 1), no_index);
        edge_to_[entry.topic] = index;
        continue;
      }
      if (entry.least > entry.entries.size()) impossible_.push_back(index);
      for (RequirementIndex i = entry.entries.last; i > entry.entries.first; --i) {
        open.push_back(i - 1);
      }
    }
  }

  // What a topic that cannot be learned waits for.
  std::vector<TopicIndex> waits_for(TopicIndex t) {
    const Topic& topic = roadmap_.topics()[t];
    std::vector<TopicIndex> topics;
    collect(unmet_entries(topic.requirements), topics);
    collect(unmet_entries(topic.corequisites), topics);
    return topics;
  }

  void report(const std::string& target, Span span, const std::vector<TopicIndex>& first,
              const std::vector<TopicIndex>& itself) {
    std::vector<TopicIndex> blockers;
    std::vector<TopicIndex> met = first;
    std::vector<char> seen(learnable_.size(), 0);
    for (const TopicIndex t : first) seen[t] = 1;
    for (std::size_t next = 0; next < met.size(); ++next) {
      if (input_.standing[met[next]] == Standing::excluded) {
        blockers.push_back(met[next]);
        continue;
      }
      for (const TopicIndex t : waits_for(met[next])) {
        if (seen[t] == 0) met.push_back(t);
        seen[t] = 1;
      }
    }
    if (!blockers.empty()) {
      report_excluded(target, span, std::move(blockers), itself);
    } else if (!impossible_.empty()) {
      const Requirement& group = roadmap_.requirements()[impossible_.front()];
      Diagnostic& d = diagnostics_.add(
          Code::unreachable_goal, span,
          target + " cannot be reached: a group that it needs asks for more than it has");
      d.notes.push_back({group.span, "needs " + std::to_string(group.least) + " of " +
                                         std::to_string(group.entries.size())});
    } else {
      report_cycle(target, span, first.front());
    }
    impossible_.clear();
  }

  // `itself` is the target when that is a single topic.
  void report_excluded(const std::string& target, Span span, std::vector<TopicIndex> blockers,
                       const std::vector<TopicIndex>& itself) {
    std::ranges::sort(blockers);
    std::string blocked = " cannot be reached without " + names_of(blockers);
    if (blockers == itself) blocked = " cannot be reached: it is " + reason_for(itself.front());
    Diagnostic& d = diagnostics_.add(Code::unreachable_goal, span, target + blocked);
    for (const TopicIndex t : blockers) d.topics.emplace_back(roadmap_.topics()[t].id);
  }

  std::string reason_for(TopicIndex t) const { return std::string(reasons_[t]); }

  std::string names_of(const std::vector<TopicIndex>& blockers) const {
    std::string names;
    for (std::size_t i = 0; i < std::min(blockers.size(), max_named); ++i) {
      if (i > 0) names += ", ";
      names += in_quotes(roadmap_.topics()[blockers[i]].id);
      names += " (" + reason_for(blockers[i]) + ")";
    }
    if (blockers.size() > max_named) {
      names += " and " + std::to_string(blockers.size() - max_named) + " more";
    }
    return names;
  }

  // Follows the first thing that each topic waits for until one comes up again.
  void report_cycle(const std::string& target, Span span, TopicIndex start) {
    std::vector<TopicIndex> chain{start};
    std::vector<RequirementIndex> edges;
    std::vector<std::size_t> place(learnable_.size(), SIZE_MAX);
    place[start] = 0;
    while (true) {
      const TopicIndex next = waits_for(chain.back()).front();
      edges.push_back(edge_to_[next]);
      chain.push_back(next);
      if (place[next] != SIZE_MAX) break;
      place[next] = chain.size() - 1;
    }
    const std::size_t from = place[chain.back()];
    std::string cycle;
    Diagnostic& d = diagnostics_.add(Code::unreachable_goal, span, "");
    for (std::size_t i = from; i < chain.size(); ++i) {
      const std::string_view id = roadmap_.topics()[chain[i]].id;
      if (i > from) cycle += " → ";
      cycle += in_quotes(id);
      d.topics.emplace_back(id);
      if (i + 1 < chain.size()) {
        d.notes.push_back(
            {roadmap_.requirements()[edges[i]].span,
             in_quotes(id) + " needs " + in_quotes(roadmap_.topics()[chain[i + 1]].id) + " here"});
      }
    }
    d.message = target + " cannot be reached: it waits for the cycle " + cycle;
  }

  const Roadmap& roadmap_;
  const TaskInput& input_;
  const std::vector<std::string_view>& reasons_;
  Diagnostics& diagnostics_;
  std::vector<bool> learnable_;
  std::vector<char> met_;                  // by requirement
  std::vector<RequirementIndex> edge_to_;  // by topic: the entry it was last found through
  std::vector<RequirementIndex> impossible_;
};

}  // namespace

void explain_blocked(const TopicGraph& graph, const TaskInput& input,
                     const std::vector<std::string_view>& reason_by_topic,
                     Diagnostics& diagnostics) {
  BlockFinder(graph, input, reason_by_topic, diagnostics).run();
}

}  // namespace prereq
