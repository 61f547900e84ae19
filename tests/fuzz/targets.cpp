#include "fuzz/targets.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "prereq/arrange.hpp"
#include "prereq/check.hpp"
#include "prereq/embed.hpp"
#include "prereq/path.hpp"
#include "prereq/path_report.hpp"
#include "prereq/read.hpp"
#include "prereq/report.hpp"
#include "prereq/roadmap_file.hpp"
#include "prereq/svg.hpp"

namespace prereq::testing {
namespace {

bool has_position(const Diagnostic& problem) {
  return problem.span.file != no_file && problem.span.begin.line >= 1 &&
         problem.span.begin.column >= 1;
}

std::string_view read_and_check(std::string_view input, InputFormat format) {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("input", std::string(input));
  ReadNotes notes;
  const TopicGraph graph(read_roadmap(
      sources, file, diagnostics,
      {.format = format, .edges = EdgeDirection::prerequisite_first, .notes = &notes}));
  static_cast<void>(check(graph, {}, diagnostics));
  diagnostics.sort();
  for (const Diagnostic& problem : diagnostics.items()) {
    if (!has_position(problem)) return "a diagnostic has no position";
  }
  for (const std::string& text :
       {format_human(diagnostics, sources), format_short(diagnostics, sources)}) {
    if (text.empty() != diagnostics.empty()) return "a report is empty";
  }
  if (diagnostics.has_errors()) return {};

  // What was read without errors can be written and read again.
  Sources again;
  const FileId written = again.add("again.yaml", roadmap_yaml(graph.roadmap()));
  const Roadmap same = read_roadmap(again, written, diagnostics);
  if (diagnostics.has_errors()) return "what is written cannot be read again";
  // The first time topics are put in the order of their sections.
  if (roadmap_yaml(same) != roadmap_yaml(graph.roadmap())) return "what is written says otherwise";
  return {};
}

std::string_view read_markers(std::string_view input) {
  for (const PageFormat format : all_page_formats) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId page = sources.add("page", std::string(input));
    const std::vector<Marker> markers = find_markers(sources, page, format, diagnostics);
    if (!std::ranges::all_of(diagnostics.items(), has_position)) {
      return "a diagnostic has no position";
    }
    const std::vector<std::optional<std::string>> nothing(markers.size());
    if (replace_contents(input, markers, nothing) != input) return "the page changed";
    const std::vector<std::optional<std::string>> contents(markers.size(), "content\n");
    static_cast<void>(replace_contents(input, markers, contents));
  }
  return {};
}

std::string_view draw_and_walk(const TopicGraph& graph, Sources& sources) {
  Diagnostics diagnostics;
  const View view = select_view(graph);
  ArrangeOptions options;
  options.engine = Engine::builtin;
  const Drawing drawing = arrange(view, options, diagnostics);
  if (write_svg(view, drawing).empty()) return "a picture is empty";
  const std::vector<std::string> all = {"all"};
  const Targets goals = resolve_targets(all, graph.roadmap(), diagnostics);
  PathOptions path_options;
  path_options.time_limit = std::chrono::milliseconds(100);
  const auto path = shortest_path(graph, goals, path_options, diagnostics);
  if (path && path->total < path->lower_bound) return "a path is shorter than its bound";
  static_cast<void>(format_human(diagnostics, sources));
  return {};
}

std::string_view whole(std::string_view input) {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("input.yaml", std::string(input));
  const TopicGraph graph(read_roadmap(sources, file, diagnostics));
  static_cast<void>(check(graph, {}, diagnostics));
  constexpr std::size_t most_topics = 60;  // more take their time
  if (diagnostics.has_errors() || graph.roadmap().topics().size() > most_topics) return {};
  return draw_and_walk(graph, sources);
}

template <InputFormat format>
std::string_view reader(std::string_view input) {
  return read_and_check(input, format);
}

constexpr std::array<FuzzTarget, 8> targets = {{
    {"yaml", reader<InputFormat::roadmap>},
    {"json",
     [](std::string_view input) {
       return read_and_check("{" + std::string(input), InputFormat::roadmap);
     }},
    {"markdown", reader<InputFormat::markdown>},
    {"csv", reader<InputFormat::csv>},
    {"curriculum", reader<InputFormat::curriculum>},
    {"dot", reader<InputFormat::dot>},
    {"embed", read_markers},
    {"whole", whole},
}};

}  // namespace

std::span<const FuzzTarget> fuzz_targets() { return targets; }

}  // namespace prereq::testing
