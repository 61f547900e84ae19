#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "prereq/metrics.hpp"
#include "prereq/stats_report.hpp"

namespace prereq::cli {
namespace {

enum class StatsFormat : std::uint8_t { text, json, csv };

std::string written(const TopicGraph& graph, const Metrics& metrics,
                    const PagedFormat<StatsFormat>& format, const StatsTextOptions& text) {
  if (format.page) return stats_page(graph, metrics, *format.page, text.all);
  switch (format.format) {
    case StatsFormat::json: return stats_json(graph, metrics);
    case StatsFormat::csv: return stats_csv(graph, metrics);
    case StatsFormat::text: break;
  }
  return stats_text(graph, metrics, text);
}

}  // namespace

Status run_stats(CommandLine& line, Console& console) {
  InputFiles files;
  PagedFormat<StatsFormat> format;
  bool all = false;
  OutputOptions output;
  line.describe(
      "Measures how topics hold one another up. Blocking is how many topics depend on a topic; "
      "delay how many are on the longest path through it; centrality adds up the lengths of all "
      "paths through it; complexity is blocking and delay together. Alternatives and corequisites "
      "count like what is required.");
  line.describe(
      "Also says which path takes most hours, what sections hold, and which edges are redundant.");
  line.flag("--all", "every topic and all that is redundant, not only the first ten", all);
  output.declare(line, console);
  declare_paged_format(
      line, console,
      "text for people (default), every topic as JSON or CSV, or part of a page; "
      "else the extension of -o decides",
      format,
      {{"text", StatsFormat::text}, {"json", StatsFormat::json}, {"csv", StatsFormat::csv}});
  line.example("prereq stats graphs/turbo.yaml", "what blocks most");
  line.example("prereq stats graphs/turbo.yaml --format csv -o stats.csv", "for a spreadsheet");
  line.wrong_input_means("the roadmap has errors");
  files.declare(line);
  if (const auto done = line.parse(console)) return *done;

  const LoadedRoadmap loaded = load_roadmap_for(output, files, line, console);
  if (!loaded.graph) return loaded.status;
  const TopicGraph& graph = *loaded.graph;
  const Metrics metrics = curriculum_metrics(graph);
  return output.give(
      written(graph, metrics, format, {.color = output.in_colour(console), .all = all}),
      Status::fine, console);
}

}  // namespace prereq::cli
