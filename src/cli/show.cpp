#include <utility>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "prereq/next.hpp"
#include "prereq/path_report.hpp"

namespace prereq::cli {

Status run_show(CommandLine& line, Console& console) {
  InputFiles files;
  AnswerFormat format = AnswerFormat::text;
  OutputOptions output;
  line.describe(
      "Tells what a topic requires and unlocks, its hours and resources, and the goals it serves.");
  output.declare(line, console);
  declare_format(line, format);
  line.example("prereq show graphs/turbo.yaml transformers", "everything about one topic");
  line.wrong_input_means("the roadmap has errors, or the topic is unknown");
  files.declare(line, "FILE... TOPIC");
  if (const auto done = line.parse(console)) return *done;
  const std::string topic = std::move(files.names.back());
  files.names.pop_back();

  const LoadedRoadmap loaded = load_roadmap_for(output, files, line, console);
  if (!loaded.graph) return loaded.status;
  Diagnostics diagnostics;
  const std::vector<std::string> names = {topic};
  const auto found = resolve_topics(names, loaded.graph->roadmap(), Severity::error, diagnostics);
  if (!diagnostics.empty()) {
    print_problems(diagnostics, loaded.sources, console);
    return Status::wrong_input;
  }
  if (found.size() != 1) {
    return line.usage_error(console, "'" + topic + "' is not one topic");
  }
  const TopicDetails details = topic_details(*loaded.graph, found.front());
  const TextOptions text{.color = output.in_colour(console)};
  return output.give(format == AnswerFormat::json ? topic_json(*loaded.graph, details)
                                                  : topic_text(*loaded.graph, details, text),
                     Status::fine, console);
}

}  // namespace prereq::cli
