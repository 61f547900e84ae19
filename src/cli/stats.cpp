#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "prereq/metrics.hpp"
#include "prereq/stats_report.hpp"

namespace prereq::cli {
namespace {

enum class StatsFormat : std::uint8_t { text, json, csv, markdown, html };

void declare_stats_format(CommandLine& line, StatsFormat& format, const Console& console) {
  if (declare_format_of_page(line, console, format, StatsFormat::markdown, StatsFormat::html)) {
    return;
  }
  line.choice(
      "--format",
      "text for people (default), every topic as JSON or CSV, or Markdown or HTML for a page; else "
      "the extension of -o decides",
      format,
      {{"text", StatsFormat::text},
       {"json", StatsFormat::json},
       {"csv", StatsFormat::csv},
       {"markdown", StatsFormat::markdown},
       {"html", StatsFormat::html}});
}

}  // namespace

Status run_stats(CommandLine& line, Console& console) {
  InputFiles files;
  StatsFormat format = StatsFormat::text;
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
  declare_stats_format(line, format, console);
  line.example("prereq stats graphs/turbo.yaml", "what blocks most");
  line.example("prereq stats graphs/turbo.yaml --format csv -o stats.csv", "for a spreadsheet");
  line.wrong_input_means("the roadmap has errors");
  files.declare(line);
  if (const auto done = line.parse(console)) return *done;

  const LoadedRoadmap loaded = load_roadmap_for(output, files, line, console);
  if (!loaded.graph) return loaded.status;
  const TopicGraph& graph = *loaded.graph;
  const Metrics metrics = curriculum_metrics(graph);
  std::string text;
  switch (format) {
    case StatsFormat::json: text = stats_json(graph, metrics); break;
    case StatsFormat::csv: text = stats_csv(graph, metrics); break;
    case StatsFormat::markdown: text = stats_page(graph, metrics, PageFormat::markdown, all); break;
    case StatsFormat::html: text = stats_page(graph, metrics, PageFormat::html, all); break;
    case StatsFormat::text:
      text = stats_text(graph, metrics, {.color = output.in_colour(console), .all = all});
      break;
  }
  return output.give(text, Status::fine, console);
}

}  // namespace prereq::cli
