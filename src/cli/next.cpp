#include "prereq/next.hpp"

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/path_question.hpp"
#include "cli/progress.hpp"
#include "prereq/path_report.hpp"

namespace prereq::cli {
namespace {

struct Options {
  InputFiles files;
  PagedFormat<AnswerFormat> format;
  PathQuestion question;
  OutputOptions output;
};

void declare(CommandLine& line, Options& options, Console& console) {
  line.describe(
      "Lists the topics whose requirements are all known: those that unlock most first, then the "
      "shortest.");
  options.question.declare(line, "only topics of the shortest path to these goals or topics");
  options.output.declare(line, console);
  declare_paged_answer(line, console, options.format);
  line.example("prereq next graphs/turbo.yaml --known python", "what to start after Python");
  line.example("prereq next graphs/turbo.yaml --to llm-builder --free",
               "what to start on the way to a goal, if it is to cost nothing");
  line.wrong_input_means("the roadmap has errors, or a goal is unknown or cannot be reached");
  options.files.declare(line);
}

std::string written(const TopicGraph& graph, const Next& next, const Options& options,
                    const Console& console) {
  if (options.format.page) return next_page(graph, next, *options.format.page);
  if (options.format.format == AnswerFormat::json) return next_json(graph, next);
  return next_text(graph, next, {.color = options.output.in_colour(console)});
}

}  // namespace

Status run_next(CommandLine& line, Console& console) {
  Options options;
  declare(line, options, console);
  if (const auto done = line.parse(console)) return *done;
  if (const auto option = options.question.needs_target(line, false)) {
    return line.usage_error(console, *option + " needs --to");
  }
  const LoadedRoadmap loaded = load_roadmap_for(options.output, options.files, line, console,
                                                options.question.known_files());
  if (!loaded.graph) return loaded.status;
  Status status = Status::fine;
  const auto asked = options.question.resolve(loaded, options.output.quiet, console, status);
  if (!asked) return status;

  Diagnostics diagnostics;
  const std::optional<Next> next = with_progress(console, looking_for_path, [&] {
    return next_topics(*loaded.graph, asked->targets, asked->options, diagnostics);
  });
  if (!next) {
    print_problems(diagnostics, loaded.sources, console);
    return Status::wrong_input;
  }
  if (next->path && !next->path->optimal) {
    console.depends_on_speed("time ran out before a shortest path was proven");
  }
  return options.output.give(written(*loaded.graph, *next, options, console), Status::fine,
                             console);
}

}  // namespace prereq::cli
