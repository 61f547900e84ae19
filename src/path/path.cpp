#include "prereq/path.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "path/blocked.hpp"
#include "path/choices.hpp"
#include "path/order.hpp"
#include "path/plan_solver.hpp"
#include "path/plan_task.hpp"
#include "path/standing.hpp"
#include "prereq/learnable.hpp"

namespace prereq {
namespace {

using Deadline = std::chrono::steady_clock::time_point;

// What is asked, in the terms of a task.
struct Question {
  TaskInput input;
  std::vector<std::string_view> reasons;  // by topic: why it is excluded
};

void add_targets(std::vector<TopicIndex>& topics, const std::vector<TopicIndex>& more) {
  topics.insert(topics.end(), more.begin(), more.end());
  std::ranges::sort(topics);
  topics.erase(std::unique(topics.begin(), topics.end()), topics.end());
}

Question ask(const TopicGraph& graph, const Targets& targets, const PathOptions& options,
             std::vector<Standing> standing, Path& path) {
  Question question;
  question.reasons = exclude(graph.roadmap(), options, standing);
  for (TopicIndex t = 0; t < standing.size(); ++t) {
    if (question.reasons[t] == paid_reason) path.left_out.push_back(t);
  }
  question.input = {std::move(standing), targets.topics,   targets.goals, {},
                    options.unit,        options.free_only};
  add_targets(question.input.topics, options.with);
  return question;
}

// A plan and what is proven of its cost, in seconds or topics.
struct Answer {
  PlanTask task;
  PlanSolution solution;
  std::int64_t cost = 0;
  std::int64_t bound = 0;
  bool is_proven() const { return bound == cost; }
};

std::optional<Answer> solve(const TopicGraph& graph, const TaskInput& input, Deadline deadline) {
  std::optional<PlanTask> task = make_plan_task(graph, input);
  if (!task) return std::nullopt;
  PlanSolution solution = solve_plan(*task, deadline);
  const auto cost = static_cast<std::int64_t>(solution.weight / task->weight_scale);
  const auto bound = static_cast<std::int64_t>(solution.lower_bound / task->weight_scale);
  return Answer{std::move(*task), std::move(solution), cost, bound};
}

// Recommended topics of the plan that it has not and that can be learned with it.
std::vector<TopicIndex> recommended_more(const TopicGraph& graph, const Answer& answer,
                                         const TaskInput& input) {
  LearnableOptions options;
  for (TopicIndex t = 0; t < input.standing.size(); ++t) {
    if (input.standing[t] == Standing::known) options.known.push_back(t);
    if (input.standing[t] == Standing::excluded) options.forbidden.push_back(t);
  }
  const std::vector<bool> learnable = learnable_topics(graph, options);
  std::vector<TopicIndex> more;
  for (std::uint32_t u = 0; u < answer.task.units.size(); ++u) {
    if (answer.solution.plan[u] == 0) continue;
    for (const TopicIndex t : answer.task.topics(u)) {
      const IndexRange said = graph.roadmap().topics()[t].recommendations;
      for (const Requirement& entry : graph.roadmap().requirements(said)) {
        if (entry.topic == no_index || input.standing[entry.topic] != Standing::open) continue;
        const std::uint32_t unit = answer.task.unit_of[entry.topic];
        const bool there = unit != no_index && answer.solution.plan[unit] != 0;
        if (!there && learnable[entry.topic]) more.push_back(entry.topic);
      }
    }
  }
  return more;
}

// The plan, then the plan that also has what its topics recommend, and so on.
Answer add_recommended(const TopicGraph& graph, TaskInput input, Answer answer, Deadline deadline) {
  while (true) {
    const std::vector<TopicIndex> more = recommended_more(graph, answer, input);
    if (more.empty()) return answer;
    for (std::uint32_t u = 0; u < answer.task.units.size(); ++u) {
      if (answer.solution.plan[u] == 0) continue;
      const auto members = answer.task.topics(u);
      add_targets(input.topics, {members.begin(), members.end()});
    }
    add_targets(input.topics, more);
    std::optional<Answer> larger = solve(graph, input, deadline);
    if (!larger) return answer;
    // What is held on to may not have been the shortest: then only its own bound is certain.
    if (!answer.is_proven()) larger->bound = answer.bound;
    answer = std::move(*larger);
  }
}

// The answer, with what it recommends if that is asked for.
std::optional<Answer> solve_whole(const TopicGraph& graph, const TaskInput& input, bool recommended,
                                  Deadline deadline) {
  std::optional<Answer> answer = solve(graph, input, deadline);
  if (!answer || !recommended) return answer;
  return add_recommended(graph, input, std::move(*answer), deadline);
}

// The same, but nothing unless it is proven in time.
std::optional<Answer> solve_in_time(const TopicGraph& graph, const TaskInput& input,
                                    bool recommended, Deadline deadline) {
  if (std::chrono::steady_clock::now() >= deadline) return std::nullopt;
  std::optional<Answer> answer = solve_whole(graph, input, recommended, deadline);
  if (answer && !answer->is_proven()) return std::nullopt;
  return answer;
}

// What the shortest path would be without conditions, if that is settled in time.
void find_unconstrained(const TopicGraph& graph, const TaskInput& input, Deadline deadline,
                        Path& path) {
  const std::optional<Answer> answer = solve_in_time(graph, input, false, deadline);
  if (!answer) return;
  path.unconstrained_total = answer->cost;
  for (std::uint32_t u = 0; u < answer->task.units.size(); ++u) {
    if (answer->solution.plan[u] == 0) continue;
    const auto members = answer->task.topics(u);
    path.unconstrained_topics.insert(path.unconstrained_topics.end(), members.begin(),
                                     members.end());
  }
  std::ranges::sort(path.unconstrained_topics);
}

void compare_alternatives(const TopicGraph& graph, const TaskInput& input, Deadline deadline,
                          Path& path) {
  if (!path.optimal) return;
  for (PathChoice& choice : path.choices) {
    for (PathAlternative& alternative : choice.alternatives) {
      if (alternative.chosen) continue;
      TaskInput other = input;
      other.entries.push_back(alternative.entry);
      const auto answer = solve_in_time(graph, other, path.recommended, deadline);
      if (answer) alternative.extra = answer->cost - path.total;
    }
  }
}

// Steps that have resources, but none that says that it is free.
std::uint32_t count_unstated_costs(const Roadmap& roadmap, const Path& path) {
  return static_cast<std::uint32_t>(std::ranges::count_if(path.steps, [&](const PathStep& step) {
    const auto resources = roadmap.resources(roadmap.topics()[step.topic].resources);
    return !resources.empty() &&
           std::ranges::none_of(resources, [](const Resource& r) { return r.cost == Cost::free; });
  }));
}

}  // namespace

std::optional<Path> shortest_path(const TopicGraph& graph, const Targets& targets,
                                  const PathOptions& options, Diagnostics& diagnostics) {
  const Deadline deadline = std::chrono::steady_clock::now() + options.time_limit;
  const Roadmap& roadmap = graph.roadmap();
  Path path;
  path.targets = targets;
  path.unit = options.unit;
  path.with = options.with;
  path.avoid = options.avoid;
  path.free_only = options.free_only;
  path.recommended = options.recommended;
  const std::vector<Standing> standing = what_is_known(graph, options);
  for (TopicIndex t = 0; t < standing.size(); ++t) {
    if (standing[t] == Standing::known) path.known.push_back(t);
  }
  const Question question = ask(graph, targets, options, standing, path);
  const TaskInput& input = question.input;
  const std::optional<Answer> answer = solve_whole(graph, input, options.recommended, deadline);
  if (!answer) {
    explain_blocked(graph, input, question.reasons, diagnostics);
    return std::nullopt;
  }

  path.total = answer->cost;
  path.lower_bound = answer->bound;
  path.optimal = answer->is_proven();
  lay_out_path(roadmap, answer->task, answer->solution.plan, input, path);
  path.choices = find_choices(roadmap, path, input.standing);
  if (options.free_only) path.cost_unstated = count_unstated_costs(roadmap, path);
  const bool is_constrained =
      !options.with.empty() || !options.avoid.empty() || options.free_only || options.recommended;
  if (is_constrained) {
    const TaskInput free{standing, targets.topics, targets.goals, {}, options.unit};
    find_unconstrained(graph, free, deadline, path);
  }
  if (options.compare_alternatives) compare_alternatives(graph, input, deadline, path);
  return path;
}

}  // namespace prereq
