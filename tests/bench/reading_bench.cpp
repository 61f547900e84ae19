// How long reading, checking and paths take in files from 10,000 to 1,000,000 topics, beside a bare
// loop over libyaml's events of the same file. Prints tables of docs/performance.md for
// scripts/bench, and exits with 1 if something takes longer than the project promises.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "bench/promises.hpp"
#include "support/random_roadmap.hpp"
#include "support/roadmap_text.hpp"
#include "support/run_program.hpp"

namespace prereq {
namespace {

using testing::Random;

std::string in_words(double ms) {
  return ms < 1000 ? fmt::format("{:.0f} ms", ms) : fmt::format("{:.1f} s", ms / 1000);
}

std::string title_of(Random& random) {
  static constexpr std::array<const char*, 16> words = {
      "Linear",   "algebra", "statistics", "neural", "network", "data",  "science",  "deep",
      "learning", "Python",  "model",      "graph",  "theory",  "logic", "language", "vision"};
  std::string title;
  for (int i = 0; i < 3; ++i) title += std::string(i == 0 ? "" : " ") + words[random.below(16)];
  return title;
}

// A file of so many topics with title, hours and on average two requirements, most of them on
// topics not far before, and the goal `goal` that wants the last ten.
std::string large_file(std::uint32_t topics) {
  constexpr std::uint32_t near = 1000;
  Random random(1);
  std::string text = "title: A large roadmap\ntopics:\n";
  for (std::uint32_t t = 0; t < topics; ++t) {
    text += fmt::format("  topic-{}:\n    title: {} {}\n    hours: {}\n    requires: [", t,
                        title_of(random), t, 1 + random.below(40));
    const std::uint32_t wanted = t < 10 ? 0 : 1 + random.below(3);
    std::vector<std::uint32_t> named;
    while (named.size() < wanted) {
      const std::uint32_t back = random.chance(70) ? std::min(t, near) : t;
      const std::uint32_t prerequisite = t - 1 - random.below(back);
      if (std::ranges::find(named, prerequisite) == named.end()) named.push_back(prerequisite);
    }
    for (std::size_t i = 0; i < named.size(); ++i) {
      text += fmt::format("{}topic-{}", i == 0 ? "" : ", ", named[i]);
    }
    text += "]\n";
  }
  text += "goals:\n  goal: {requires: [";
  for (std::uint32_t i = 1; i <= 10; ++i)
    text += fmt::format("{}topic-{}", i == 1 ? "" : ", ", topics - i);
  return text + "]}\n";
}

struct Run {
  std::vector<double> ms;  // of processor time, which others on the machine change least
  std::int64_t peak_kib = 0;
  std::string out;

  void add(const std::vector<std::string>& command) {
    testing::Outcome outcome = testing::run_program(command);
    if (outcome.status != 0) bench::judged(false);
    ms.push_back(outcome.cpu_seconds * 1000);
    peak_kib = std::max(peak_kib, outcome.peak_kib);
    out = std::move(outcome.out);
  }
  double median() const {
    std::vector<double> sorted = ms;
    std::ranges::sort(sorted);
    return (sorted[(sorted.size() - 1) / 2] + sorted[sorted.size() / 2]) / 2;
  }
  double least() const { return *std::ranges::min_element(ms); }
};

struct Runs {
  std::uint32_t topics = 0;
  double file_mb = 0;
  Run peer;
  Run check;
  Run path;
};

// In turn, so that whatever else the machine does falls on all alike.
Runs measure(const testing::TemporaryFolder& folder, std::uint32_t topics, int times) {
  Runs runs;
  runs.topics = topics;
  const std::string file = folder.file("large.yaml", large_file(topics));
  runs.file_mb = static_cast<double>(std::filesystem::file_size(file)) / 1e6;
  for (int i = 0; i < times; ++i) {
    runs.peer.add({PREREQ_YAML_PEER, file});
    runs.check.add({PREREQ_PROGRAM, "check", file});
    runs.path.add({PREREQ_PROGRAM, "path", file, "--to", "goal"});
  }
  return runs;
}

// The exponent of the line through the points in a plot with two logarithmic axes.
double slope(const std::vector<std::pair<double, double>>& points) {
  double x_mean = 0;
  double y_mean = 0;
  const auto count = static_cast<double>(points.size());
  for (const auto& [x, y] : points) {
    x_mean += std::log(x) / count;
    y_mean += std::log(y) / count;
  }
  double xy = 0;
  double xx = 0;
  for (const auto& [x, y] : points) {
    xy += (std::log(x) - x_mean) * (std::log(y) - y_mean);
    xx += (std::log(x) - x_mean) * (std::log(x) - x_mean);
  }
  return xy / xx;
}

double mb(const Run& run) { return static_cast<double>(run.peak_kib) * 1024 / 1e6; }

// What `check` says of the file: "… topics, … prerequisites".
std::string counts(const Run& check) {
  const auto end = check.out.rfind(" prerequisites:");
  const auto begin = check.out.rfind(": ", end);
  if (end == std::string::npos || begin == std::string::npos) return "";
  return check.out.substr(begin + 2, end - begin - 2) + " edges";
}

void print_largest(const Runs& runs) {
  const double peer = runs.peer.median();
  const double check = runs.check.median();
  const double path = runs.path.median();
  const double share = mb(runs.check) / runs.file_mb;
  fmt::print("| {}; YAML of {:.0f} MB | time | memory | promised | kept |\n|---|---|---|---|---|\n",
             counts(runs.check), runs.file_mb);
  fmt::print("| a bare loop over libyaml's events | {} | | | |\n", in_words(peer));
  fmt::print(
      "| `prereq check` | {}, {:.2f} of the loop | {:.0f} MB, {:.1f} of the file | 2.5 of the "
      "loop, 6 of the file | {} |\n",
      in_words(check), check / peer, mb(runs.check), share,
      bench::judged(check <= 2.5 * peer && share <= 6));
  fmt::print(
      "| `prereq path --to goal`, {} | {}, {:.2f} of `check` | {:.0f} MB | 1.3 of `check` | {} |\n",
      "printed in full", in_words(path), path / check, mb(runs.path),
      bench::judged(path <= 1.3 * check));
}

void print_slopes(const std::vector<Runs>& all) {
  fmt::print("\n| topics |");
  for (const Runs& runs : all) fmt::print(" {} |", runs.topics);
  fmt::print(" slope | promised | kept |\n|---|");
  for (std::size_t i = 0; i < all.size(); ++i) fmt::print("---|");
  fmt::print("---|---|---|\n");
  std::vector<std::pair<double, double>> line;  // n log n
  for (const Runs& runs : all) line.emplace_back(runs.topics, runs.topics * std::log(runs.topics));
  const double most = slope(line);
  for (const auto& [name, run] : {std::pair{"check", &Runs::check}, {"path", &Runs::path}}) {
    fmt::print("| `prereq {}` |", name);
    std::vector<std::pair<double, double>> points;
    for (const Runs& runs : all) {
      points.emplace_back(runs.topics, (runs.*run).least());
      fmt::print(" {} |", in_words((runs.*run).least()));
    }
    const double found = slope(points);
    fmt::print(" {:.2f} | that of n log n, {:.2f} | {} |\n", found, most,
               bench::judged(found <= most));
  }
}

Run exhaustive_check(const testing::TemporaryFolder& folder) {
  Random random(60);
  const std::string file = folder.file(
      "dense.yaml", testing::roadmap_text(testing::distribution_roadmap(
                        random, {.topics = 60'000, .edges = 281'000, .choices = 8'007})));
  Run run;
  for (int i = 0; i < 3; ++i) run.add({PREREQ_PROGRAM, "check", "--exhaustive", file});
  return run;
}

void print_exhaustive(const Run& run) {
  const bool kept = run.median() < 5000 && mb(run) < 450;
  fmt::print(
      "\n| {} | time | memory | promised | kept |\n|---|---|---|---|---|\n"
      "| `prereq check --exhaustive` | {} | {:.0f} MB | 5 s, less than a bit for each two topics "
      "(450 MB) | {} |\n",
      counts(run), in_words(run.median()), mb(run), bench::judged(kept));
}

int run() {
  const testing::TemporaryFolder folder;
  // First: what a program is told to have used is at least what its parent has used.
  const Run exhaustive = exhaustive_check(folder);
  std::vector<Runs> all;
  for (const auto& [topics, times] :
       {std::pair{10'000U, 15}, {32'000U, 9}, {100'000U, 5}, {320'000U, 5}, {1'000'000U, 5}}) {
    all.push_back(measure(folder, topics, times));
  }
  print_largest(all.back());
  print_slopes(all);
  print_exhaustive(exhaustive);
  return bench::exit_status();
}

}  // namespace
}  // namespace prereq

int main() { return prereq::run(); }
