#include <algorithm>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/path_question.hpp"
#include "cli/progress.hpp"
#include "prereq/next.hpp"
#include "prereq/path_report.hpp"

namespace prereq::cli {
namespace {

std::string written(const TopicGraph& graph, const std::vector<GoalProgress>& goals,
                    const PagedFormat<AnswerFormat>& format, const TextOptions& text) {
  if (format.page) return goals_page(graph, goals, *format.page);
  if (format.format == AnswerFormat::json) return goals_json(graph, goals);
  return goals_text(graph, goals, text);
}

}  // namespace

Status run_goals(CommandLine& line, Console& console) {
  InputFiles files;
  PagedFormat<AnswerFormat> format;
  PathQuestion question;
  OutputOptions output;
  line.describe(
      "Lists the goals of the roadmap: how many topics and hours the shortest path to each takes, "
      "given what is known.");
  question.declare_without_target(line);
  output.declare(line, console);
  declare_paged_answer(line, console, format);
  line.example("prereq goals graphs/turbo.yaml", "how far each goal is");
  line.example("prereq goals graphs/turbo.yaml --free --known python",
               "with what is free to learn, for somebody who knows Python");
  line.wrong_input_means("the roadmap has errors, or a topic is unknown");
  files.declare(line);
  if (const auto done = line.parse(console)) return *done;

  const LoadedRoadmap loaded =
      load_roadmap_for(output, files, line, console, question.known_files());
  if (!loaded.graph) return loaded.status;
  Status status = Status::fine;
  const auto asked = question.resolve(loaded, output.quiet, console, status);
  if (!asked) return status;

  const std::vector<GoalProgress> goals = with_progress(
      console, looking_for_path, [&] { return goal_progress(*loaded.graph, asked->options); });
  const TextOptions text{.color = output.in_colour(console)};
  if (!std::ranges::all_of(goals, &GoalProgress::optimal)) {
    console.depends_on_speed("time ran out before the shortest path to each goal was proven");
  }
  return output.give(written(*loaded.graph, goals, format, text), Status::fine, console);
}

}  // namespace prereq::cli
