// How long large pictures take, beside plain dot on the same cards and edges. Prints a table of
// docs/performance.md for scripts/bench, and exits with 1 if something takes longer than the
// project promises.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "arrange/curve.hpp"
#include "bench/promises.hpp"
#include "prereq/arrange.hpp"
#include "prereq/read.hpp"
#include "support/plain_dot.hpp"
#include "support/random_roadmap.hpp"
#include "support/run_program.hpp"

namespace prereq {
namespace {

using testing::Random;

constexpr int dot_limit_seconds = 120;  // of a processor

// What each topic requires, by number.
using Requirements = std::vector<std::set<std::uint32_t>>;

std::string as_csv(const Requirements& requirements) {
  std::string csv = "topic,prerequisite\n";
  for (std::size_t t = 0; t < requirements.size(); ++t) {
    if (requirements[t].empty()) csv += fmt::format("t{},\n", t);
    for (const std::uint32_t p : requirements[t]) csv += fmt::format("t{},t{}\n", t, p);
  }
  return csv;
}

// Each requirement is one of the `near` topics before.
Requirements sparse(std::uint32_t topics, std::size_t edges, std::uint32_t near) {
  Random random(topics + near);
  Requirements requirements(topics);
  while (edges > 0) {
    const std::uint32_t topic = 1 + random.below(topics - 1);
    const std::uint32_t back = 1 + random.below(std::min(near, topic));
    if (requirements[topic].insert(topic - back).second) --edges;
  }
  return requirements;
}

// Modules on levels, most on the lower ones, each of which imports one of the level below; further
// imports are of those that much imports.
Requirements imports(std::uint32_t modules, std::size_t edges, std::uint32_t levels) {
  Random random(modules);
  std::vector<std::uint32_t> level_of;
  for (std::uint32_t m = 0; m < modules; ++m) {
    const double share = random.below(1'000'000) / 1e6;
    const auto level = static_cast<std::uint32_t>(levels * std::pow(share, 1.6));
    level_of.push_back(m < levels ? m : level);
  }
  std::ranges::sort(level_of);
  Requirements requirements(modules);
  const auto first_of = [&](std::uint32_t level) {
    return static_cast<std::uint32_t>(std::ranges::lower_bound(level_of, level) - level_of.begin());
  };
  for (std::uint32_t m = 0; m < modules; ++m) {
    if (level_of[m] == 0) continue;
    const std::uint32_t first = first_of(level_of[m] - 1);
    requirements[m].insert(first + random.below(first_of(level_of[m]) - first));
    --edges;
  }
  while (edges > 0) {
    const std::uint32_t module = random.below(modules);
    const double share = random.below(1'000'000) / 1e6;
    const auto imported = static_cast<std::uint32_t>(module * share * share);
    if (level_of[imported] >= level_of[module]) continue;
    if (requirements[module].insert(imported).second) --edges;
  }
  return requirements;
}

Requirements dense(std::uint32_t topics, std::size_t edges) {
  return sparse(topics, edges, topics);
}

Requirements two_layers(std::uint32_t each) {
  Requirements requirements(2 * std::size_t{each});
  for (std::uint32_t t = each; t < 2 * each; ++t) {
    for (std::uint32_t p = 0; p < each; ++p) requirements[t].insert(p);
  }
  return requirements;
}

double edge_length(const Drawing& drawing) {
  double sum = 0;
  for (const DrawnEdge& edge : drawing.edges) {
    if (edge.curve.empty()) continue;
    Point before = edge.curve.front();
    sample_curve(edge.curve, [&](Point point) {
      sum += distance(before, point);
      before = point;
    });
  }
  return sum;
}

struct Work {
  std::string name;
  Requirements requirements;
  std::vector<std::string> options;
  double most_seconds;
  std::optional<double> most_of_dot = std::nullopt;  // of dot's time
  std::optional<double> most_length = std::nullopt;  // of dot's edges, together
  bool beside_dot = true;
};

View view_of(const std::string& csv, bool all_edges) {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("graph.csv", csv);
  ViewOptions options;
  options.all_edges = all_edges;
  return select_view(TopicGraph(read_roadmap(sources, file, diagnostics)), options);
}

// What dot takes, and how prereq's time and edges compare.
struct Beside {
  std::string time = "";
  std::string ratio = "";
  std::string length = "";
};

Beside beside_dot(const Work& work, const std::string& csv, double our_seconds) {
  const View view = view_of(csv, std::ranges::count(work.options, "--all-edges") > 0);
  Diagnostics diagnostics;
  ArrangeOptions options;
  if (std::ranges::count(work.options, "none") > 0) options.max_width_px.reset();
  const Drawing drawing = arrange(view, options, diagnostics);
  const testing::TemporaryFolder folder;
  const std::string file = folder.file("graph.dot", testing::plain_dot_text(view, drawing));
  const testing::Outcome dot =
      testing::run_program({"prlimit", fmt::format("--cpu={}", dot_limit_seconds), "dot", "-Tsvg",
                            file, "-o", (folder.path() / "dot.svg").string()});
  const bool ended = dot.status == 0;
  const double ratio = our_seconds / dot.cpu_seconds;
  Beside beside;
  beside.time = ended ? fmt::format("{:.1f} s", dot.cpu_seconds)
                      : fmt::format("not within {} s", dot_limit_seconds);
  beside.ratio =
      bench::judged(!work.most_of_dot || ratio <= *work.most_of_dot,
                    ended ? fmt::format("{:.3f}", ratio) : fmt::format("under {:.3f}", ratio));
  if (work.most_length) {
    const double share =
        edge_length(drawing) / edge_length(testing::draw_with_plain_dot(view, drawing));
    beside.length = bench::judged(share <= *work.most_length, fmt::format("{:.2f}", share));
  }
  return beside;
}

void print_row(const Work& work) {
  const testing::TemporaryFolder folder;
  const std::string csv = as_csv(work.requirements);
  std::vector<std::string> command = {PREREQ_PROGRAM, "render", folder.file("graph.csv", csv), "-o",
                                      (folder.path() / "graph.svg").string()};
  command.insert(command.end(), work.options.begin(), work.options.end());
  const testing::Outcome ours = testing::run_program(command);
  if (ours.status != 0) {
    std::fputs(ours.err.c_str(), stderr);
    bench::judged(false);
  }
  Beside beside;
  if (work.beside_dot) beside = beside_dot(work, csv, ours.cpu_seconds);
  fmt::print(
      "| {} | {} s | {} | {} | {} | {} MiB |\n", work.name,
      bench::judged(ours.cpu_seconds <= work.most_seconds, fmt::format("{:.2f}", ours.cpu_seconds)),
      beside.time, beside.ratio, beside.length, ours.peak_kib / 1024);
  std::fflush(stdout);
}

}  // namespace
}  // namespace prereq

int main() {
  using namespace prereq;
  std::fputs(
      "| picture | prereq | dot | prereq / dot | length of edges / dot's | memory |\n"
      "|---|---|---|---|---|---|\n",
      stdout);
  const std::vector<std::string> wide = {"--max-width", "none"};
  const std::vector<std::string> all = {"--all-edges"};
  print_row({"3,000 topics, 5,400 edges to one of 60 before, `--max-width none`",
             sparse(3000, 5400, 60), wide, 20, 0.4, 1.15});
  print_row({"3,000 topics, 5,400 edges to any before, `--max-width none`",
             sparse(3000, 5400, 3000), wide, 20, 0.4, 1.15});
  print_row({"10,000 topics, 18,000 edges to one of 100 before",
             sparse(10'000, 18'000, 100),
             {},
             20,
             0.15});
  print_row(
      {"imports of 3,200 modules, 8,800 edges, 126 levels", imports(3200, 8800, 126), {}, 15});
  print_row({"120 topics, 3,500 edges, `--all-edges`", dense(120, 3500), all, 3});
  print_row({"two layers of 80, fully joined", two_layers(80), {}, 3});
  Work largest = {"100,000 topics, 180,000 edges to one of 500 before, `--engine builtin`",
                  sparse(100'000, 180'000, 500),
                  {"--engine", "builtin"},
                  30};
  largest.beside_dot = false;
  print_row(largest);
  return bench::exit_status();
}
