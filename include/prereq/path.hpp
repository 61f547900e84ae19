// The shortest path to a goal: the cheapest set of topics to learn, in an order that can be
// followed.
//
// Problem. A plan is a set of topics that contains the targets, meets every requirement in it, and
// can be ordered so that each topic comes after what it requires and not before its corequisites
// (topics that are corequisites of one another are learned together). Known topics cost and need
// nothing. The path is the plan of least cost; then of fewest topics; then the one with the earlier
// alternatives: walk from the targets, by declaration, breadth first through every requirement as
// it counts (roadmap.hpp), alternatives included; the first topic met that only one of two plans
// contains decides for that plan. The walk passes over an entry, with all that is inside it, that
// known topics meet or that cannot be met: there is nothing to choose. With `known` known, a goal
// that requires [{any: [known, x]}, {any: [y, x]}] is walked as y, x; if both cost the same, the
// path is y, though x stands before it. So there is exactly one answer, the same on every run and
// machine.
//
// Complexity. A set that hangs on a cycle of alternatives is no plan, so this is a minimum-cost
// AND/OR plan with shared prerequisites (cost-optimal delete-free planning): NP-hard, and hard to
// approximate (minimum hitting set is a special case). Without open choices a closure, O(V + E).
//
// Algorithm. What is in every plan (landmarks: Keyder, Richter and Helmert 2010) or in no cheapest
// one is settled first. The rest is core-guided MaxSAT over a clause-learning solver (Andres,
// Kaufmann, Matheis and Schaub 2012; Morgado, Dodaro and Marques-Silva 2014) with loop clauses, and
// large-neighbourhood search for plans. src/path/plan_solver.hpp has the whole and more sources.
// On a time-out the best plan found is returned with the bound that was proven: `optimal` is false
// and `lower_bound` <= the cost of every plan. It is then never the "shortest" path. At least one
// plan is always found, in O((V + E) log V) and a bounded amount of work. Thread safe.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "prereq/diagnostic.hpp"
#include "prereq/topic_graph.hpp"

namespace prereq {

// What is to be reached.
struct Targets {
  std::vector<std::string> names;  // as asked for, each once: ids, `section:ID`, `all`
  std::vector<TopicIndex> topics;  // by declaration, each once
  std::vector<GoalIndex> goals;    // by declaration, each once
  bool empty() const { return topics.empty() && goals.empty(); }
};

// Names of topics (or aliases), goals, `section:ID` (with its sub-sections), or `all` (every topic,
// unless a topic or goal is called so). Adds unknown-goal or unknown-section, an error without a
// place (span.file == no_file), with the nearest name as suggestion; such names are left out.
Targets resolve_targets(std::span<const std::string> names, const Roadmap& roadmap,
                        Diagnostics& diagnostics);

// Names of topics (or aliases) or `section:ID`, for what is known, wanted or avoided. Adds
// unknown-topic or unknown-section without a place, of the given severity; such names are left out.
// By declaration, each once.
std::vector<TopicIndex> resolve_topics(std::span<const std::string> names, const Roadmap& roadmap,
                                       Severity severity, Diagnostics& diagnostics);

enum class PathUnit : std::uint8_t { hours, topics };

struct PathOptions {
  PathUnit unit = PathUnit::hours;
  // What the learner knows. Topics of level `assumed` are always known, and so is what knowing a
  // topic implies (learnable.hpp) unless `known_exactly`.
  std::vector<TopicIndex> known;
  bool known_exactly = false;
  std::vector<TopicIndex> with;   // must be in the plan unless known
  std::vector<TopicIndex> avoid;  // must not be in it; a known topic is not in it anyway
  // Leaves out topics whose resources are all `paid`, and paid resources elsewhere: hours that a
  // topic has from its resources are then those of the others. A resource that does not state its
  // cost counts as free.
  bool free_only = false;
  // Adds to the shortest path what its topics recommend, and what that needs, as far as it can be
  // learned.
  bool recommended = false;
  // For each choice, also find what the other alternatives would cost (PathAlternative::extra),
  // as far as the time limit allows.
  bool compare_alternatives = false;
  std::chrono::milliseconds time_limit{10'000};
};

struct PathStep {
  TopicIndex topic = no_index;
  HoursRange hours;      // with `free_only` as if paid resources were not there
  bool guessed = false;  // nobody stated them
  Hours total;           // of the midpoints up to and including this step
  // Topics of this path that meet its requirements, and corequisites, by declaration. Known topics
  // are not among them. Where several alternatives are in the path, those that are done first.
  std::vector<TopicIndex> prerequisites;
  std::vector<TopicIndex> corequisites;
};

// An entry of an `any` or `at-least` group.
struct PathAlternative {
  RequirementIndex entry = 0;
  bool chosen = false;  // all its topics are in the path or known
  // How much longer the path would be had this one been chosen, in seconds or topics; nothing when
  // not asked for, impossible, or not settled in time. May be 0 (tie-break), and below 0 only with
  // `recommended`: what the chosen one recommends is no reason to choose another.
  std::optional<std::int64_t> extra;
};

// A group with a choice that the path had to make: one that known topics do not meet.
struct PathChoice {
  TopicIndex topic = no_index;  // whose requirement it is; no_index: that of `goal`
  GoalIndex goal = no_index;
  RequirementIndex group = 0;
  std::vector<PathAlternative> alternatives;  // as they count, in the order written
};

struct CriticalPath {
  std::vector<TopicIndex> topics;  // from first to last
  Hours total;
};

struct Path {
  Targets targets;
  PathUnit unit = PathUnit::hours;
  std::vector<TopicIndex> known;  // with what is implied or assumed, by declaration
  std::vector<PathStep> steps;    // in an order that can be followed
  Hours hours;                    // sum of the midpoints
  HoursRange range;
  std::uint32_t guessed = 0;  // steps whose hours nobody stated
  // Cost and proven bound: seconds or topics, as `unit` says. Equal when `optimal`.
  std::int64_t total = 0;
  std::int64_t lower_bound = 0;
  bool optimal = false;
  // The chain of PathStep::prerequisites with most hours: no learner can be faster, however many
  // topics are studied side by side.
  CriticalPath critical_path;
  std::vector<PathChoice> choices;  // by position of the topic in the path; those of goals last
  std::vector<TopicIndex> with;     // these four as asked
  std::vector<TopicIndex> avoid;
  bool free_only = false;
  bool recommended = false;
  // With any of the four, and if settled in time: what the shortest path without them costs, and
  // its topics, by declaration.
  std::optional<std::int64_t> unconstrained_total;
  std::vector<TopicIndex> unconstrained_topics;
  // With `free_only`: topics left out of consideration, and steps that do not state a cost.
  std::vector<TopicIndex> left_out;
  std::uint32_t cost_unstated = 0;
};

// Nothing when a target cannot be reached: adds one unreachable-goal for each, with the cycle, the
// missing name or the avoided topics that block it as notes.
//
// Order of the steps: Kahn's algorithm, each time taking, of the topics that can be learned now,
// one of the section just worked in, then of the section in which most lies ready... see order.hpp
// in src/path; the last tie-break is declaration. Topics learned together stand side by side.
//
// Requires: targets from this roadmap. O(V + E) without open choices; else as above.
std::optional<Path> shortest_path(const TopicGraph& graph, const Targets& targets,
                                  const PathOptions& options, Diagnostics& diagnostics);

}  // namespace prereq
