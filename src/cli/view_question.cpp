#include "cli/view_question.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "cli/progress.hpp"
#include "cli/words.hpp"

namespace prereq::cli {
namespace {

std::optional<std::string> parse_depth(const std::string& text,
                                       std::optional<std::uint32_t>& depth) {
  constexpr std::uint32_t most = 1'000'000;
  if (text == "all") {
    depth.reset();
    return std::nullopt;
  }
  std::uint32_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end || number < 1 || number > most) {
    return "is neither all nor a number of steps from 1 to 1000000";
  }
  depth = number;
  return std::nullopt;
}

// Ids of sections, with or without `section:`.
std::vector<SectionIndex> resolve_sections(const std::vector<std::string>& names,
                                           const Roadmap& roadmap, Diagnostics& diagnostics) {
  std::vector<SectionIndex> sections;
  for (const std::string& name : names) {
    const std::string_view id = section_id(name);
    if (const auto section = roadmap.find_section(id)) {
      sections.push_back(*section);
      continue;
    }
    std::vector<std::string> ids;
    for (const Section& each : roadmap.sections()) ids.emplace_back(each.id);
    diagnostics.add(Code::unknown_section, {},
                    "section '" + std::string(id) + "' is not defined" + did_you_mean(id, ids));
  }
  std::ranges::sort(sections);
  sections.erase(std::unique(sections.begin(), sections.end()), sections.end());
  return sections;
}

}  // namespace

void ViewQuestion::declare(CommandLine& line) {
  path_.declare(line,
                "only the shortest path to these goals, topics, section:ID or all, numbered in its "
                "order");
  line.heading("What is shown");
  declare_part(line);
  line.choice(
      "--detail",
      "what cards say: the title; a summary (default): hours and number of resources too; "
      "or the resources with their links",
      options_.detail,
      {{"title", Detail::title}, {"summary", Detail::summary}, {"resources", Detail::resources}});
  line.list("--emphasize", "critical|blocking|LIST",
            "bring out a part of it: the critical path, which is the chain with most hours; or how "
            "many topics each one blocks; or these topics or section:ID",
            emphasize_);
  line.flag("--all-edges", "redundant prerequisites too", options_.all_edges);
  line.flag("--allow-cycles",
            "draw a roadmap that has cycles, with these in red; the exit status stays 1",
            options_.cycles);
}

void ViewQuestion::declare_part(CommandLine& line) {
  line.choice("--level", "core leaves out optional topics that nothing needs (default all)",
              options_.core_only, {{"core", true}, {"all", false}});
  line.list("--around", "LIST", "only what is near these topics or section:ID", around_);
  line.value("--depth", "N|all", "how near: how many steps away (default 1); needs --around",
             [this](const std::string& text) {
               has_depth_ = true;
               return parse_depth(text, depth_);
             });
  line.flag("--upstream", "only what they need; needs --around", upstream_);
  line.flag("--downstream", "only what needs them; needs --around", downstream_);
  line.list("--collapse", "LIST",
            "sections that are drawn as one card each, or all; with the edges of what they hold",
            collapse_);
  line.flag("--split",
            "draw an overview of the sections and a picture of each, linked to one another, into "
            "the folder that -o names",
            split_);
}

void ViewQuestion::give_way(const CommandLine& line) {
  if (!line.given("--allow-cycles") && (path_.has_target() || split_)) options_.cycles = false;
}

std::optional<std::string> ViewQuestion::wrong_usage(const CommandLine& line) const {
  if (const auto option = path_.needs_target(line)) return *option + " needs --to";
  if (around_.empty()) {
    if (has_depth_) return "--depth needs --around";
    if (upstream_) return "--upstream needs --around";
    if (downstream_) return "--downstream needs --around";
  }
  return wrong_part(line);
}

// Parts that contradict each other.
std::optional<std::string> ViewQuestion::wrong_part(const CommandLine& line) const {
  struct Part {
    std::string_view option;
    bool given;
  };
  const Part to = {"--to", path_.has_target()};
  const Part level = {"--level", options_.core_only && line.given("--level")};
  const Part around = {"--around", !around_.empty()};
  const Part collapse = {"--collapse", !collapse_.empty()};
  const Part split = {"--split", split_};
  const Part cycles = {"--allow-cycles", options_.cycles};
  const std::pair<Part, Part> pairs[] = {
      {to, level},        {to, around},    {to, collapse},    {to, split},     {to, cycles},
      {around, collapse}, {split, around}, {split, collapse}, {split, cycles},
  };
  for (const auto& [one, other] : pairs) {
    if (one.given && other.given) {
      return std::string(one.option) + " and " + std::string(other.option) + " exclude each other";
    }
  }
  return std::nullopt;
}

std::optional<ViewOptions> ViewQuestion::resolve(const LoadedRoadmap& loaded, bool quiet,
                                                 Console& console, Status& status) const {
  ViewOptions view = options_;
  view.sources = &loaded.sources;
  Diagnostics diagnostics;
  resolve_part(loaded.graph->roadmap(), view, diagnostics);
  if (!diagnostics.empty()) {
    print_problems(diagnostics, loaded.sources, console);
    status = Status::wrong_input;
    return std::nullopt;
  }
  if (!resolve_learner(loaded, quiet, console, view, status)) return std::nullopt;
  return view;
}

void ViewQuestion::resolve_part(const Roadmap& roadmap, ViewOptions& view,
                                Diagnostics& diagnostics) const {
  if (!around_.empty()) {
    Neighbourhood around;
    around.centre = resolve_topics(around_, roadmap, Severity::error, diagnostics);
    if (around.centre.empty() && diagnostics.empty()) {
      diagnostics.add(Code::unknown_topic, {}, "there is no topic in " + join(around_, ", "));
    }
    around.depth = depth_;
    // Neither is the same as both.
    around.upstream = upstream_ || !downstream_;
    around.downstream = downstream_ || !upstream_;
    view.around = std::move(around);
  }
  if (emphasize_ == std::vector<std::string>{"critical"}) {
    view.emphasizing = Emphasizing::critical;
  } else if (emphasize_ == std::vector<std::string>{"blocking"}) {
    view.emphasizing = Emphasizing::blocking;
  } else if (!emphasize_.empty()) {
    view.emphasizing = Emphasizing::chosen;
    view.chosen = resolve_topics(emphasize_, roadmap, Severity::error, diagnostics);
  }
  std::vector<std::string> sections = collapse_;
  view.collapse_all = std::erase(sections, "all") > 0;
  view.collapse = resolve_sections(sections, roadmap, diagnostics);
  if (view.collapse_all) view.collapse.clear();
}

bool ViewQuestion::resolve_learner(const LoadedRoadmap& loaded, bool quiet, Console& console,
                                   ViewOptions& view, Status& status) const {
  if (!path_.has_target() && !path_.has_known()) return true;
  const auto asked = path_.resolve(loaded, quiet, console, status);
  if (!asked) return false;
  Diagnostics diagnostics;
  view.learner = with_progress(console, looking_for_path, [&] {
    return next_topics(*loaded.graph, asked->targets, asked->options, diagnostics);
  });
  if (!view.learner) {
    print_problems(diagnostics, loaded.sources, console);
    status = Status::wrong_input;
    return false;
  }
  if (view.learner->path && !view.learner->path->optimal) {
    console.depends_on_speed("time ran out before a shortest path was proven");
  }
  return true;
}

}  // namespace prereq::cli
