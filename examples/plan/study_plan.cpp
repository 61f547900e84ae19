// Plans the shortest path to a goal for a learner, and says in which weeks to study what.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "prereq/check.hpp"
#include "prereq/path.hpp"
#include "prereq/read.hpp"
#include "prereq/report.hpp"
#include "prereq/timetable.hpp"

struct Wish {
  std::string goal;
  std::vector<std::string> known;
};

// Nothing, with errors, if the roadmap is broken, a name is unknown or the goal cannot be reached.
std::optional<prereq::Path> plan(const prereq::TopicGraph& graph, const Wish& wish,
                                 prereq::Diagnostics& diagnostics) {
  prereq::check(graph, {}, diagnostics);
  prereq::apply_policy(graph.roadmap(), {}, diagnostics);
  const std::vector<std::string> names = {wish.goal};
  const prereq::Targets targets = prereq::resolve_targets(names, graph.roadmap(), diagnostics);
  prereq::PathOptions options;
  options.known =
      prereq::resolve_topics(wish.known, graph.roadmap(), prereq::Severity::error, diagnostics);
  options.compare_alternatives = true;
  options.time_limit = std::chrono::seconds(2);
  if (diagnostics.has_errors()) return std::nullopt;
  return prereq::shortest_path(graph, targets, options, diagnostics);
}

void print(const prereq::Roadmap& roadmap, const prereq::Path& path) {
  std::cout << (path.optimal ? "the shortest path: " : "the best path found in time: ")
            << prereq::format_hours(path.hours) << '\n';
  const auto weeks = prereq::make_timetable(path, {.pace = *prereq::parse_pace("10h/week")});
  for (std::size_t i = 0; i < path.steps.size(); ++i) {
    const prereq::PathStep& step = path.steps[i];
    std::cout << "week " << weeks->steps[i].first.week << ": " << roadmap.topics()[step.topic].title
              << ", " << prereq::format_hours(step.hours) << '\n';
  }
  for (const prereq::PathChoice& choice : path.choices) {
    for (const prereq::PathAlternative& other : choice.alternatives) {
      if (other.chosen || !other.extra || path.unit != prereq::PathUnit::hours) continue;
      std::cout << roadmap.requirements()[other.entry].name << " instead would take "
                << prereq::format_hours(prereq::Hours::from_seconds(*other.extra)) << " more\n";
    }
  }
}

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: study_plan ROADMAP GOAL [KNOWN...]\n";
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  prereq::Sources sources;
  prereq::Diagnostics diagnostics;
  const prereq::FileId file = sources.add(argv[1], {std::istreambuf_iterator<char>(in), {}});
  const prereq::TopicGraph graph(prereq::read_roadmap(sources, file, diagnostics));
  const auto path = plan(graph, {argv[2], {argv + 3, argv + argc}}, diagnostics);
  std::cerr << prereq::format_human(diagnostics, sources);
  if (!path) return 1;
  print(graph.roadmap(), *path);
  return 0;
}
