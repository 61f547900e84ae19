#include <algorithm>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/known.hpp"
#include "prereq/next.hpp"
#include "prereq/path_report.hpp"

namespace prereq::cli {
namespace {

std::string written(const TopicGraph& graph, const std::vector<GoalProgress>& goals,
                    AnswerFormat format, const TextOptions& text) {
  switch (format) {
    case AnswerFormat::json: return goals_json(graph, goals);
    case AnswerFormat::markdown: return goals_page(graph, goals, PageFormat::markdown);
    case AnswerFormat::html: return goals_page(graph, goals, PageFormat::html);
    case AnswerFormat::text: break;
  }
  return goals_text(graph, goals, text);
}

}  // namespace

Status run_goals(CommandLine& line, Console& console) {
  std::vector<std::string> files;
  AnswerFormat format = AnswerFormat::text;
  KnownOptions known_options;
  OutputOptions output;
  line.describe(
      "Lists the goals of the roadmap: how many topics and hours the shortest path to each takes, "
      "given what is known.");
  known_options.declare(line);
  output.declare(line, console);
  declare_page_formats(line, format, console);
  line.example("prereq goals graphs/turbo.yaml", "how far each goal is");
  line.wrong_input_means("the roadmap has errors");
  line.operands("FILE...", files);
  if (const auto done = line.parse(console)) return *done;
  if (const auto wrong = output.refuse(files)) return line.usage_error(console, *wrong);

  const LoadedRoadmap loaded = load_roadmap(files, console);
  if (!loaded.graph) return loaded.status;
  auto known = known_options.resolve(loaded.graph->roadmap(), output.quiet, console);
  if (!known) return Status::failed;
  PathOptions path;
  path.known = std::move(*known);
  path.known_exactly = known_options.exactly;

  const std::vector<GoalProgress> goals = goal_progress(*loaded.graph, path);
  const TextOptions text{.color = output.in_colour(console)};
  if (!std::ranges::all_of(goals, &GoalProgress::optimal)) {
    console.depends_on_speed("time ran out before the shortest path to each goal was proven");
  }
  return output.give(written(*loaded.graph, goals, format, text), Status::fine, console);
}

}  // namespace prereq::cli
