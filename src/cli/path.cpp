#include "prereq/path.hpp"

#include <charconv>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/known.hpp"
#include "prereq/path_report.hpp"

namespace prereq::cli {
namespace {

// Other alternatives of a choice are weighed without being asked for up to this many topics, where
// that takes no time worth mentioning.
constexpr std::size_t max_topics_to_compare = 2'000;

enum class PathFormat : std::uint8_t { text, json, markdown };

struct Options {
  std::vector<std::string> files;
  std::vector<std::string> to;
  std::vector<std::string> with;
  std::vector<std::string> avoid;
  PathFormat format = PathFormat::text;
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
  line.heading("What is wanted");
  line.list("--with", "LIST", "topics or section:ID that the path must have", options.with);
  line.list("--avoid", "LIST", "topics or section:ID that it must not have", options.avoid);
  line.flag("--free", "leave out topics that have only paid resources, and paid resources",
            options.path.free_only);
  line.flag("--recommended", "add what topics of the path recommend, as far as it can be learned",
            options.path.recommended);
  options.output.declare(line, console);
  line.choice(
      "--format", "text for people (default), JSON for programs, or a Markdown checklist",
      options.format,
      {{"text", PathFormat::text}, {"json", PathFormat::json}, {"markdown", PathFormat::markdown}});
  line.flag("--explain",
            "say what each step is needed for, and what other alternatives would cost: said anyway "
            "for roadmaps of up to 2000 topics",
            options.explain);
  line.example("prereq path graphs/turbo.yaml --to llm-builder", "the shortest path to a goal");
  line.example("prereq path graphs/turbo.yaml --to transformers --known python,pytorch",
               "to a topic, for somebody who knows some");
  line.example("prereq path graphs/turbo.yaml --to llm-builder --free --format markdown",
               "a checklist of what can be learned for free");
  line.wrong_input_means("the roadmap has errors, or a goal is unknown or cannot be reached");
  line.operands("FILE", options.files);
}

// Nothing, with errors, if a name is not known or there is no path.
std::optional<Path> find_path(const TopicGraph& graph, Options& options, Diagnostics& diagnostics) {
  const Roadmap& roadmap = graph.roadmap();
  const Targets targets = resolve_targets(options.to, roadmap, diagnostics);
  options.path.with = resolve_topics(options.with, roadmap, Severity::error, diagnostics);
  options.path.avoid = resolve_topics(options.avoid, roadmap, Severity::error, diagnostics);
  if (!diagnostics.empty()) return std::nullopt;
  options.path.compare_alternatives =
      options.explain || roadmap.topics().size() <= max_topics_to_compare;
  return shortest_path(graph, targets, options.path, diagnostics);
}

std::string written(const TopicGraph& graph, const Path& path, const Options& options,
                    const Console& console) {
  switch (options.format) {
    case PathFormat::json: return path_json(graph, path);
    case PathFormat::markdown: return path_markdown(graph, path);
    case PathFormat::text: break;
  }
  return path_text(graph, path,
                   {.color = options.output.in_colour(console), .explain = options.explain});
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
  const std::optional<Path> path = find_path(*loaded.graph, options, diagnostics);
  if (!path) {
    print_problems(diagnostics, loaded.sources, console);
    return Status::wrong_input;
  }
  return options.output.give(written(*loaded.graph, *path, options, console), Status::fine,
                             console);
}

}  // namespace prereq::cli
