#include "cli/path_question.hpp"

#include <utility>

#include "cli/words.hpp"

namespace prereq::cli {
namespace {

// Seconds with up to three decimals.
std::optional<std::string> parse_time_limit(const std::string& text,
                                            std::chrono::milliseconds& limit) {
  constexpr double most = 1e6;
  const std::optional<double> seconds = number_of(text);
  if (!seconds || !(*seconds >= 0 && *seconds <= most)) {
    return "is not a number of seconds from 0 to 1000000";
  }
  limit = std::chrono::milliseconds(static_cast<std::int64_t>(*seconds * 1000));
  return std::nullopt;
}

}  // namespace

void PathQuestion::declare(CommandLine& line, std::string to_help) {
  line.heading("What to reach");
  line.list("--to", "LIST", std::move(to_help), to_);
  declare_cost(line);
  known_.declare(line);
  declare_wishes(line);
}

void PathQuestion::declare_without_target(CommandLine& line) {
  line.heading("What counts");
  declare_cost(line);
  known_.declare(line);
  declare_wishes(line);
}

void PathQuestion::declare_cost(CommandLine& line) {
  line.choice("--by", "what a path costs: hours (default), or how many topics it has", unit_,
              {{"hours", PathUnit::hours}, {"topics", PathUnit::topics}});
  line.value(
      "--time-limit", "SECONDS",
      "for choosing among alternatives (default 10); after it, the best plan found is "
      "shown, and not called shortest",
      [this](const std::string& text) { return parse_time_limit(text, options_.time_limit); });
}

void PathQuestion::declare_wishes(CommandLine& line) {
  line.heading("What is wanted");
  line.list("--with", "LIST", "topics or section:ID that the path must have", with_);
  line.list("--avoid", "LIST", "topics or section:ID that it must not have", avoid_);
  line.flag("--free", "leave out topics that have only paid resources, and paid resources",
            options_.free_only);
  line.flag("--recommended", "add what topics of the path recommend, as far as it can be learned",
            options_.recommended);
}

std::optional<std::string> PathQuestion::needs_target(const CommandLine& line,
                                                      bool avoid_and_free) const {
  if (has_target()) return std::nullopt;
  for (const char* option :
       {"--by", "--time-limit", "--with", "--avoid", "--free", "--recommended"}) {
    const std::string_view name = option;
    if (!avoid_and_free && (name == "--avoid" || name == "--free")) continue;
    if (line.given(name)) return option;
  }
  return std::nullopt;
}

std::optional<AskedPath> PathQuestion::resolve(const LoadedRoadmap& loaded, bool quiet,
                                               Console& console, Status& status) const {
  const Roadmap& roadmap = loaded.graph->roadmap();
  auto known = known_.resolve(roadmap, quiet, console);
  if (!known) {
    status = Status::failed;
    return std::nullopt;
  }
  AskedPath asked;
  asked.options = options_;
  asked.options.unit = unit_.value_or(PathUnit::hours);
  asked.options.known = std::move(*known);
  asked.options.known_exactly = known_.exactly;
  Diagnostics diagnostics;
  asked.targets = resolve_targets(to_, roadmap, diagnostics);
  asked.options.with = resolve_topics(with_, roadmap, Severity::error, diagnostics);
  asked.options.avoid = resolve_topics(avoid_, roadmap, Severity::error, diagnostics);
  if (diagnostics.empty()) return asked;
  print_problems(diagnostics, loaded.sources, console);
  status = Status::wrong_input;
  return std::nullopt;
}

}  // namespace prereq::cli
