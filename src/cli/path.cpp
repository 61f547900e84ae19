#include "prereq/path.hpp"

#include <charconv>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/known.hpp"
#include "prereq/path_report.hpp"

namespace prereq::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  std::vector<std::string> to;
  AnswerFormat format = AnswerFormat::text;
  KnownOptions known;
  OutputOptions output;
  PathOptions path;
  bool explain = false;
};

// Seconds with up to three decimals.
std::optional<std::string> parse_time_limit(const std::string& text,
                                            std::chrono::milliseconds& limit) {
  constexpr double most = 1e6;
  double seconds = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, seconds);
  if (error != std::errc() || stop != end || !(seconds >= 0 && seconds <= most)) {
    return "is not a number of seconds from 0 to 1000000";
  }
  limit = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
  return std::nullopt;
}

void declare(CommandLine& line, Options& options, Console& console) {
  line.describe(
      "Finds the cheapest set of topics that reaches the goals and meets every requirement in it, "
      "in an order that can be followed.");
  line.heading("What to reach");
  line.list("--to", "LIST", "goals, topics, section:ID or all; required", options.to);
  line.choice("--by", "what a path costs: hours (default), or how many topics it has",
              options.path.unit, {{"hours", PathUnit::hours}, {"topics", PathUnit::topics}});
  line.value("--time-limit", "SECONDS",
             "for choosing among alternatives (default 10); after it, the best plan found is "
             "printed with its proven gap",
             [&options](const std::string& text) {
               return parse_time_limit(text, options.path.time_limit);
             });
  options.known.declare(line);
  options.output.declare(line, console);
  declare_format(line, options.format);
  line.flag("--explain", "say what each step is needed for", options.explain);
  line.example("prereq path graphs/turbo.yaml --to llm-builder", "the shortest path to a goal");
  line.example("prereq path graphs/turbo.yaml --to transformers --known python,pytorch",
               "to a topic, for somebody who knows some");
  line.wrong_input_means("the roadmap has errors, or a goal is unknown or cannot be reached");
  line.operands("FILE", options.files);
}

}  // namespace

Status run_path(CommandLine& line, Console& console) {
  Options options;
  declare(line, options, console);
  if (const auto done = line.parse(console)) return *done;
  if (options.to.empty()) return line.usage_error(console, "say what to reach: --to GOAL");
  if (const auto wrong = options.output.refuse(options.files)) {
    return line.usage_error(console, *wrong);
  }
  const LoadedRoadmap loaded = load_roadmap(options.files.front(), console);
  if (!loaded.graph) return loaded.status;
  const Roadmap& roadmap = loaded.graph->roadmap();

  auto known = options.known.resolve(roadmap, options.output.quiet, console);
  if (!known) return Status::failed;
  options.path.known = std::move(*known);
  options.path.known_exactly = options.known.exactly;

  Diagnostics diagnostics;
  const Targets targets = resolve_targets(options.to, roadmap, diagnostics);
  std::optional<Path> path;
  if (diagnostics.empty()) path = shortest_path(*loaded.graph, targets, options.path, diagnostics);
  if (!path) {
    print_problems(diagnostics, loaded.sources, console);
    return Status::wrong_input;
  }
  const TextOptions text{.color = options.output.in_colour(console), .explain = options.explain};
  return options.output.give(options.format == AnswerFormat::json
                                 ? path_json(*loaded.graph, *path)
                                 : path_text(*loaded.graph, *path, text),
                             Status::fine, console);
}

}  // namespace prereq::cli
