// How long paths and statistics take, beside clingo on the same problems where that is practical.
// Prints the tables of docs/performance.md for scripts/bench, and exits with 1 if something takes
// longer than the project promises.
#include <fmt/core.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "bench/promises.hpp"
#include "path/plan_task.hpp"
#include "path/reduce.hpp"
#include "path/standing.hpp"
#include "prereq/path.hpp"
#include "support/answer_set.hpp"
#include "support/random_roadmap.hpp"
#include "support/roadmap_text.hpp"
#include "support/run_program.hpp"

namespace prereq {
namespace {

using testing::Random;
using Clock = std::chrono::steady_clock;

constexpr int time_limit_seconds = 10;

// Of this process, which nothing else on the machine changes.
double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

std::string in_words(double ms) {
  return ms < 100    ? fmt::format("{:.1f} ms", ms)
         : ms < 1000 ? fmt::format("{:.0f} ms", ms)
                     : fmt::format("{:.1f} s", ms / 1000);
}

struct Times {
  std::vector<double> ms;
  double half() {
    std::ranges::sort(ms);
    return ms[ms.size() / 2];
  }
  double longest() const { return *std::ranges::max_element(ms); }
  std::string words() { return in_words(half()) + " | " + in_words(longest()); }
};

// Groups that the search has to choose in, once what is certain has been settled.
std::size_t open_choices(const TopicGraph& graph, const Targets& targets) {
  const TaskInput input{
      what_is_known(graph, {}), targets.topics, targets.goals, {}, PathUnit::hours};
  const auto task = make_plan_task(graph, input);
  if (!task) return 0;
  return static_cast<std::size_t>(std::ranges::count(reduce(*task).node_met, 0));
}

struct Result {
  Times ours;
  Times clingo;
  std::size_t unproven = 0;         // by prereq, in the time limit
  std::size_t clingo_unproven = 0;  // the same
  std::size_t different = 0;        // both proven, and not of the same cost
  double largest_gap = 0;           // in percent
  double clingo_largest_gap = 0;    // of its plan over our bound: it states none of its own
  std::size_t fewest_open = SIZE_MAX;
  std::size_t most_open = 0;
};

double gap(std::int64_t total, std::int64_t bound) {
  return 100 *
         (static_cast<double>(total) / static_cast<double>(std::max<std::int64_t>(bound, 1)) - 1);
}

void solve(const TopicGraph& graph, const Targets& targets, bool with_clingo, Result& result) {
  PathOptions options;
  options.time_limit = std::chrono::seconds(time_limit_seconds);
  Diagnostics diagnostics;
  const double start = cpu_ms();
  const std::optional<Path> path = shortest_path(graph, targets, options, diagnostics);
  result.ours.ms.push_back(cpu_ms() - start);
  if (!path) {
    ++result.unproven;
    return;
  }
  if (!path->optimal) ++result.unproven;
  result.largest_gap = std::max(result.largest_gap, gap(path->total, path->lower_bound));
  const std::size_t open = open_choices(graph, targets);
  result.fewest_open = std::min(result.fewest_open, open);
  result.most_open = std::max(result.most_open, open);
  if (!with_clingo) return;

  const testing::Optimum optimum =
      testing::clingo_optimum(PREREQ_CLINGO, testing::answer_set_program(graph.roadmap(), targets),
                              {fmt::format("--time-limit={}", time_limit_seconds)});
  result.clingo.ms.push_back(optimum.cpu_seconds * 1000);
  if (!optimum.proven) ++result.clingo_unproven;
  if (optimum.proven && path->optimal && optimum.seconds != path->total) ++result.different;
  if (optimum.reachable) {
    result.clingo_largest_gap =
        std::max(result.clingo_largest_gap, gap(optimum.seconds, path->lower_bound));
  }
}

const Targets the_goal{{"goal"}, {}, {0}};

Result solve_many(int count, const std::function<Roadmap(Random&)>& make) {
  Random random(7);
  Result result;
  for (int i = 0; i < count; ++i) solve(TopicGraph(make(random)), the_goal, true, result);
  return result;
}

void print_row(const std::string& what, Result& result, std::size_t clingo_count,
               const std::string& promise, bool kept) {
  kept = kept && result.unproven == 0 && result.different == 0;
  fmt::print("| {} | {} | {} | {} | {} | {} | {} |\n", what, result.ours.ms.size(),
             result.ours.words(), promise, bench::judged(kept), clingo_count,
             result.clingo.words() + (result.clingo_unproven > 0
                                          ? fmt::format("; {} not proven in {} s",
                                                        result.clingo_unproven, time_limit_seconds)
                                          : ""));
}

void print_distribution(const TopicGraph& graph) {
  constexpr int goals = 200;
  constexpr int for_clingo = 20;
  Random random(200);
  Result result;
  for (int i = 0; i < goals; ++i) {
    solve(graph, {{"topic"}, {random.below(graph.topic_count())}, {}}, i < for_clingo, result);
  }
  const auto choices = std::ranges::count_if(
      graph.roadmap().requirements(),
      [](const Requirement& entry) { return entry.kind != RequirementKind::topic; });
  print_row(fmt::format("a distribution: {} topics, {} edges, {} choices; to one of them",
                        graph.topic_count(), graph.edges().size(), choices),
            result, for_clingo, "half in 50 ms, each in 1 s",
            result.ours.half() < 50 && result.ours.longest() < 1000);
}

void print_roadmaps() {
  Result small = solve_many(50, [](Random& random) {
    return testing::layered_roadmap(random,
                                    {.topics = 200, .layers = 8, .choices = 50, .widest = 20});
  });
  print_row(fmt::format("a roadmap of 200 topics, {} to {} open choices", small.fewest_open,
                        small.most_open),
            small, small.clingo.ms.size(), "each in 5 ms", small.ours.longest() < 5);
  Result large = solve_many(10, [](Random& random) {
    return testing::layered_roadmap(random,
                                    {.topics = 6000, .layers = 15, .choices = 2600, .widest = 150});
  });
  print_row(fmt::format("a roadmap of 6000 topics, {} to {} open choices", large.fewest_open,
                        large.most_open),
            large, large.clingo.ms.size(), "each in 1 s", large.ours.longest() < 1000);
}

// Problems made to be hard: nothing can be settled beforehand, and few are proven in time.
void print_hitting_sets() {
  fmt::print(
      "\n| one of three of 100 topics, 200 times | problems | proven | largest gap | promised "
      "| kept | proven by clingo | its plans above prereq's bound |\n"
      "|---|---|---|---|---|---|---|---|\n");
  for (const auto& [what, hours] : {std::pair{"of one hour each", 1U}, {"of 1 to 10 hours", 10U}}) {
    Result result = solve_many(5, [most = hours](Random& random) {
      return testing::hitting_set_roadmap(random, 100, 200, most);
    });
    const std::size_t all = result.ours.ms.size();
    fmt::print("| {} | {} | {} | {:.1f} % | 15 % | {} | {} | {:.1f} % |\n", what, all,
               all - result.unproven, result.largest_gap,
               bench::judged(result.largest_gap <= 15 && result.different == 0),
               all - result.clingo_unproven, result.clingo_largest_gap);
  }
}

void print_program(const std::string& what, const std::vector<std::string>& arguments,
                   const std::string& promise, double most_ms, std::int64_t most_kib) {
  std::vector<std::string> command{PREREQ_PROGRAM};
  command.insert(command.end(), arguments.begin(), arguments.end());
  const Clock::time_point start = Clock::now();
  const testing::Outcome outcome = testing::run_program(command);
  const double ms = ms_since(start);
  const bool kept = outcome.status == 0 && ms < most_ms && outcome.peak_kib < most_kib;
  fmt::print("| {} | {} | {} MiB | {} | {} |\n", what, in_words(ms), outcome.peak_kib / 1024,
             promise, bench::judged(kept));
}

void print_programs(const TopicGraph& graph) {
  const testing::TemporaryFolder folder;
  const std::string file = folder.file("distribution.yaml", testing::roadmap_text(graph.roadmap()));
  fmt::print(
      "\n| the whole program on that distribution's file | time | memory | promised | kept |\n"
      "|---|---|---|---|---|\n");
  print_program("`prereq stats`", {"stats", file}, "10 s, 1 GiB", 10'000, 1 << 20);
  print_program("`prereq path --to` the last topic",
                {"path", file, "--to", std::string(graph.roadmap().topics().back().id)},
                "10 s, 1 GiB", 10'000, 1 << 20);
}

int run() {
  Random random(60);
  const TopicGraph graph(
      testing::distribution_roadmap(random, {.edges = 281'000, .choices = 8'007}));
  fmt::print(
      "| | problems | half in | longest | promised | kept | for clingo | half in | longest |\n"
      "|---|---|---|---|---|---|---|---|---|\n");
  print_distribution(graph);
  print_roadmaps();
  print_hitting_sets();
  print_programs(graph);
  return bench::exit_status();
}

}  // namespace
}  // namespace prereq

int main() { return prereq::run(); }
