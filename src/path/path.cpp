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
  question.input = {std::move(standing), targets.topics, targets.goals, {}, options.unit};
  add_targets(question.input.topics, options.with);
  return question;
}

std::int64_t cost_of(const PlanTask& task, Weight weight) {
  return static_cast<std::int64_t>(weight / task.weight_scale);
}

struct Answer {
  PlanTask task;
  PlanSolution solution;
};

std::optional<Answer> solve(const TopicGraph& graph, const TaskInput& input, Deadline deadline) {
  std::optional<PlanTask> task = make_plan_task(graph, input);
  if (!task) return std::nullopt;
  PlanSolution solution = solve_plan(*task, deadline);
  return Answer{std::move(*task), std::move(solution)};
}

// What the best path costs for certain; nothing if it cannot be had or was not proven in time.
std::optional<std::int64_t> proven_cost(const TopicGraph& graph, const TaskInput& input,
                                        Deadline deadline) {
  if (std::chrono::steady_clock::now() >= deadline) return std::nullopt;
  const std::optional<Answer> answer = solve(graph, input, deadline);
  if (!answer || answer->solution.lower_bound < answer->solution.weight) return std::nullopt;
  return cost_of(answer->task, answer->solution.weight);
}

// What the shortest path would be without conditions, if that is settled in time.
void find_unconstrained(const TopicGraph& graph, const TaskInput& input, Deadline deadline,
                        Path& path) {
  if (std::chrono::steady_clock::now() >= deadline) return;
  const std::optional<Answer> answer = solve(graph, input, deadline);
  if (!answer || answer->solution.lower_bound < answer->solution.weight) return;
  path.unconstrained_total = cost_of(answer->task, answer->solution.weight);
  for (std::uint32_t u = 0; u < answer->task.units.size(); ++u) {
    if (answer->solution.plan[u] == 0) continue;
    const auto members = answer->task.topics(u);
    path.unconstrained_topics.insert(path.unconstrained_topics.end(), members.begin(),
                                     members.end());
  }
  std::ranges::sort(path.unconstrained_topics);
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
Answer add_recommended(const TopicGraph& graph, TaskInput& input, Answer answer,
                       Deadline deadline) {
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
    answer = std::move(*larger);
  }
}

void compare_alternatives(const TopicGraph& graph, const TaskInput& input, Deadline deadline,
                          Path& path) {
  // What is recommended holds on to the topics of the path, so another choice would only add.
  if (!path.optimal || path.recommended) return;
  for (PathChoice& choice : path.choices) {
    for (PathAlternative& alternative : choice.alternatives) {
      if (alternative.chosen) continue;
      TaskInput other = input;
      other.entries.push_back(alternative.entry);
      const auto cost = proven_cost(graph, other, deadline);
      if (cost) alternative.extra = *cost - path.total;
    }
  }
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
  Question question = ask(graph, targets, options, standing, path);
  TaskInput& input = question.input;
  std::optional<Answer> answer = solve(graph, input, deadline);
  if (!answer) {
    explain_blocked(graph, input, question.reasons, diagnostics);
    return std::nullopt;
  }
  if (options.recommended) answer = add_recommended(graph, input, std::move(*answer), deadline);

  const PlanSolution& solution = answer->solution;
  path.total = cost_of(answer->task, solution.weight);
  path.lower_bound = cost_of(answer->task, solution.lower_bound);
  path.optimal = path.lower_bound == path.total;
  lay_out_path(roadmap, answer->task, solution.plan, input.standing, path);
  path.choices = find_choices(roadmap, path, input.standing);
  if (options.free_only) {
    for (const PathStep& step : path.steps) {
      const auto resources = roadmap.resources(roadmap.topics()[step.topic].resources);
      if (std::ranges::none_of(resources, [](const Resource& r) { return r.cost == Cost::free; }) &&
          !resources.empty()) {
        ++path.cost_unstated;
      }
    }
  }
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
