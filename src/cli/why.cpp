#include "prereq/why.hpp"

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "prereq/path_report.hpp"

namespace prereq::cli {
namespace {

struct Options {
  InputFiles files;
  std::string to;
  std::string from;
  AnswerFormat format = AnswerFormat::text;
  OutputOptions output;
};

void declare(CommandLine& line, Options& options, Console& console) {
  line.describe(
      "Prints the shortest chain that makes one topic depend on the other, with the reasons the "
      "author gave. It explains; it is no plan: for that, see 'prereq path'.");
  line.heading("The ends");
  line.value("--to", "TOPIC", "the topic or goal that depends; required", options.to);
  line.value("--from", "PREREQUISITE", "the topic it depends on; required", options.from);
  options.output.declare(line, console);
  declare_format(line, options.format);
  line.example("prereq why graphs/turbo.yaml --to transformers --from linear-algebra",
               "why linear algebra is needed there");
  line.wrong_input_means("the roadmap has errors, a name is unknown, or there is no chain");
  options.files.declare(line);
}

// The chain to whatever `options.to` names; nothing, with an error, if a name is not known.
std::optional<Why> find_chain(const TopicGraph& graph, const Options& options,
                              Diagnostics& diagnostics) {
  const Roadmap& roadmap = graph.roadmap();
  const std::vector<std::string> from = {options.from};
  const std::vector<std::string> to = {options.to};
  const Targets targets = resolve_targets(to, roadmap, diagnostics);
  if (const auto goal = roadmap.find_goal(options.from)) {
    // Nothing depends on a goal; but it may itself depend on the other end.
    if (!diagnostics.empty()) return std::nullopt;
    if (targets.topics.empty()) return Why{};
    return Why{std::nullopt, why_goal(graph, targets.topics.front(), *goal).chain};
  }
  const auto prerequisites = resolve_topics(from, roadmap, Severity::error, diagnostics);
  if (!diagnostics.empty()) return std::nullopt;
  if (!targets.goals.empty()) {
    return why_goal(graph, prerequisites.front(), targets.goals.front());
  }
  return why_topic(graph, prerequisites.front(), targets.topics.front());
}

// `section:ID` and `all` are names of several topics, which have no one chain.
bool names_one(const std::string& name, const Roadmap& roadmap) {
  return roadmap.find_topic(name) || roadmap.find_goal(name) ||
         (name != "all" && !name.starts_with("section:"));
}

}  // namespace

Status run_why(CommandLine& line, Console& console) {
  Options options;
  declare(line, options, console);
  if (const auto done = line.parse(console)) return *done;
  if (options.to.empty() || options.from.empty()) {
    return line.usage_error(console, "say both ends: --to TOPIC --from PREREQUISITE");
  }
  const LoadedRoadmap loaded = load_roadmap_for(options.output, options.files, line, console);
  if (!loaded.graph) return loaded.status;
  for (const std::string& name : {options.to, options.from}) {
    if (!names_one(name, loaded.graph->roadmap())) {
      return line.usage_error(console, "'" + name + "' is not one topic or goal");
    }
  }
  Diagnostics diagnostics;
  const auto why = find_chain(*loaded.graph, options, diagnostics);
  if (!why) {
    print_problems(diagnostics, loaded.sources, console);
    return Status::wrong_input;
  }
  const TextOptions text{.color = options.output.in_colour(console)};
  return options.output.give(options.format == AnswerFormat::json
                                 ? why_json(*loaded.graph, *why)
                                 : why_text(*loaded.graph, *why, options.from, options.to, text),
                             why->chain ? Status::fine : Status::wrong_input, console);
}

}  // namespace prereq::cli
