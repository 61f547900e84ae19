// What has to be solved for one path: units of topics, and what each needs, as an AND/OR graph.
//
// A unit is what is learned at one time: a topic, or topics that are corequisites of one another.
// Only what the targets can be reached through is in the task; what is known has been struck out as
// met, what is avoided or cannot be learned as not to be had. Units are numbered in the order of
// the tie-break's walk (path.hpp), so "earlier alternatives first" is "lower numbers first". The
// last unit is the root: it costs nothing, has no topics and needs the targets.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/wide_integers.hpp"
#include "prereq/path.hpp"

namespace prereq {

// A sum of seconds and a number of topics in one number, seconds first. 128 bits hold the sum over
// any roadmap.
using Weight = Int128;

// A unit, an inner node, or a constant.
class Ref {
 public:
  static constexpr Ref unit(std::uint32_t index) { return Ref(index << 1); }
  static constexpr Ref node(std::uint32_t index) { return Ref(index << 1 | 1); }
  static constexpr Ref met() { return Ref(UINT32_MAX); }
  static constexpr Ref impossible() { return Ref(UINT32_MAX - 1); }
  constexpr bool is_constant() const { return value_ >= UINT32_MAX - 1; }
  constexpr bool is_unit() const { return !is_constant() && (value_ & 1) == 0; }
  constexpr bool is_node() const { return !is_constant() && (value_ & 1) == 1; }
  constexpr std::uint32_t index() const { return value_ >> 1; }
  friend constexpr auto operator<=>(Ref, Ref) = default;

 private:
  explicit constexpr Ref(std::uint32_t value) : value_(value) {}
  std::uint32_t value_;
};

// Met when `least` of its entries are; at least two entries, each a unit or a node.
struct PlanNode {
  std::uint32_t least = 0;
  IndexRange entries;  // into PlanTask::refs
};

struct PlanUnit {
  IndexRange topics;  // into PlanTask::members
  IndexRange needs;   // into PlanTask::refs; every one is needed
  Weight weight = 0;
};

struct PlanTask {
  std::vector<PlanUnit> units;
  std::vector<PlanNode> nodes;  // entries that are nodes have lower numbers
  std::vector<Ref> refs;
  std::vector<TopicIndex> members;
  std::vector<std::uint32_t> unit_of;  // by topic; no_index when it is not in the task
  // cost = weight / weight_scale, topics = weight % weight_scale, by hours.
  Weight weight_scale = 1;

  std::uint32_t root() const { return static_cast<std::uint32_t>(units.size() - 1); }
  std::span<const Ref> needs(std::uint32_t unit) const { return slice(units[unit].needs); }
  std::span<const Ref> entries(std::uint32_t node) const { return slice(nodes[node].entries); }
  std::span<const Ref> slice(IndexRange range) const {
    return std::span(refs).subspan(range.first, range.size());
  }
  std::span<const TopicIndex> topics(std::uint32_t unit) const {
    return std::span(members).subspan(units[unit].topics.first, units[unit].topics.size());
  }
};

// What a topic is taken for while a task is made.
enum class Standing : std::uint8_t { open, known, excluded };

struct TaskInput {
  std::vector<Standing> standing;  // by topic
  std::vector<TopicIndex> topics;  // that the root needs, by declaration
  std::vector<GoalIndex> goals;
  std::vector<RequirementIndex> entries;  // single entries that the root needs too
  PathUnit unit = PathUnit::hours;
  bool free_only = false;  // hours are those of free resources
};

// Units that cannot be learned are not in the task, and neither is what only they need; if the root
// itself is one of them, nothing is returned. O(V + E).
std::optional<PlanTask> make_plan_task(const TopicGraph& graph, const TaskInput& input);

// A plan is a set of units, one flag each. Cost of the plan.
Weight weight_of(const PlanTask& task, const std::vector<char>& plan);

}  // namespace prereq
