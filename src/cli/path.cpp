#include "prereq/path.hpp"

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/path_question.hpp"
#include "cli/progress.hpp"
#include "cli/words.hpp"
#include "prereq/path_report.hpp"
#include "prereq/timetable.hpp"
#include "write/timetable_words.hpp"

namespace prereq::cli {
namespace {

// Other alternatives of a choice are weighed without being asked for up to this many topics, where
// that takes no time worth mentioning.
constexpr std::size_t max_topics_to_compare = 500;

enum class PathFormat : std::uint8_t { text, json, csv, ics };

// --pace, --start and --days as far as they are given.
struct TimetablePlan {
  std::optional<Pace> pace;
  StudyDays days;
  std::optional<std::chrono::sys_days> start;

  bool is_dated() const { return pace && start; }
  TimetableOptions options() const {
    TimetableOptions options;
    if (pace) options.pace = *pace;
    if (days.any()) options.days = days;
    options.start = start;
    return options;
  }
};

struct Options {
  InputFiles files;
  PathQuestion question;
  PagedFormat<PathFormat> format;
  PathShape shape = PathShape::checklist;
  OutputOptions output;
  TimetablePlan plan;
  bool explain = false;
};

std::optional<std::string> parse_days(const std::string& text, StudyDays& days) {
  for (const std::string& name : split_list(text)) {
    const auto day = parse_weekday(name);
    if (!day) return "is not a list of mon, tue, wed, thu, fri, sat and sun";
    days.set(*day);
  }
  if (days.none()) return "names no day";
  return std::nullopt;
}

void declare_timetable(CommandLine& line, TimetablePlan& plan) {
  line.heading("When");
  line.value(
      "--pace", "PACE",
      "how much is studied: 6h/week, 90min/day or 20h/month, and at most 24 h on a study day",
      [&plan](const std::string& text) -> std::optional<std::string> {
        plan.pace = parse_pace(text);
        if (plan.pace) return std::nullopt;
        return "is not a pace such as 6h/week, 90min/day or 20h/month";
      });
  line.value("--start", "DATE",
             "the first day, such as 2027-01-04, for dates instead of week numbers; needs --pace",
             [&plan](const std::string& text) -> std::optional<std::string> {
               plan.start = parse_date(text);
               if (plan.start) return std::nullopt;
               return "is not a date such as 2027-01-04";
             });
  line.values("--days", "LIST",
              "the days of the week to study on, such as mon,wed,sat (default all); needs --pace",
              [&plan](const std::string& text) { return parse_days(text, plan.days); });
}

void declare_path_format(CommandLine& line, PagedFormat<PathFormat>& format,
                         const Console& console) {
  declare_paged_format(
      line, console,
      "text for people (default), JSON for programs, a CSV table, an iCalendar file, which needs "
      "--pace and --start, or part of a page; else the extension of -o decides",
      format,
      {{"text", PathFormat::text},
       {"json", PathFormat::json},
       {"csv", PathFormat::csv},
       {"ics", PathFormat::ics}});
}

void declare(CommandLine& line, Options& options, Console& console) {
  line.describe(
      "Finds the cheapest set of topics that reaches the goals and meets every requirement in it, "
      "in an order that can be followed.");
  options.question.declare(line, "goals, topics, section:ID or all; required");
  declare_timetable(line, options.plan);
  options.output.declare(line, console);
  declare_path_format(line, options.format, console);
  line.choice("--as", "what pages show the path as (default checklist)", options.shape,
              {{"checklist", PathShape::checklist},
               {"table", PathShape::table},
               {"outline", PathShape::outline}});
  line.flag("--explain",
            "say what each step is needed for, and what other alternatives would cost: said anyway "
            "for roadmaps of up to 500 topics",
            options.explain);
  line.example("prereq path graphs/turbo.yaml --to llm-builder", "the shortest path to a goal");
  line.example("prereq path graphs/turbo.yaml --to transformers --known python,algebra",
               "to a topic, for somebody who knows some");
  line.example("prereq path graphs/turbo.yaml --to llm-builder --free --format markdown",
               "a checklist of what can be learned for free");
  line.example("prereq path graphs/turbo.yaml --to llm-builder --pace 6h/week --days sat,sun",
               "in which weeks, for weekends");
  line.wrong_input_means("the roadmap has errors, or a goal is unknown or cannot be reached");
  options.files.declare(line);
}

std::string written(const TopicGraph& graph, const Path& path, const Timetable* timetable,
                    const Options& options, const Console& console) {
  if (options.format.page) {
    return path_page(graph, path, *options.format.page, options.shape, timetable);
  }
  switch (options.format.format) {
    case PathFormat::json: return path_json(graph, path, timetable);
    case PathFormat::csv: return path_csv(graph, path, timetable);
    case PathFormat::ics: return path_ics(graph, path, *timetable);
    case PathFormat::text: break;
  }
  return path_text(graph, path,
                   {.color = options.output.in_colour(console), .explain = options.explain},
                   timetable);
}

// Settings that say nothing without a pace are dropped.
void give_way(TimetablePlan& plan, const CommandLine& line) {
  if (plan.pace) return;
  if (!line.given("--start")) plan.start.reset();
  if (!line.given("--days")) plan.days.reset();
}

// What is wrong with a pace that no day can hold, whichever days are studied on; or nothing.
std::optional<std::string> overfull_day(const TimetablePlan& plan, const CommandLine& line) {
  if (!plan.pace || hours_of_study_day(plan.options()) <= most_of_a_day) return std::nullopt;
  return line.source_of("--pace") + ": " + pace_words(plan.options()) + " is more than " +
         format_hours(most_of_a_day) + " a study day, which is all that a day has";
}

// Not for pages: their markers are about what was.
void warn_of_long_days(const Options& options, Console& console) {
  if (!options.plan.pace || options.output.quiet || console.page()) return;
  const TimetableOptions plan = options.plan.options();
  if (hours_of_study_day(plan) <= much_of_a_day) return;
  console.complain(pace_words(plan) + " is more than " + format_hours(much_of_a_day) +
                   " a study day: hardly anybody keeps that up");
}

// What is wrong with the options together, or nothing.
std::optional<std::string> wrong_usage(const Options& options, const CommandLine& line) {
  if (!options.question.has_target()) return "say what to reach: --to GOAL";
  if (!options.plan.pace && options.plan.start) return "--start needs --pace";
  if (!options.plan.pace && options.plan.days.any()) return "--days needs --pace";
  if (auto overfull = overfull_day(options.plan, line)) return overfull;
  if (options.format.format == PathFormat::ics && !options.format.page &&
      !options.plan.is_dated()) {
    const std::string source = line.source_of("--format");
    const bool is_set = !source.empty() && !line.given("--format");
    return (is_set ? source + ": " : "") + "--format ics needs --pace and --start";
  }
  return options.output.refuse(options.files.with(options.question.known_files()));
}

}  // namespace

Status run_path(CommandLine& line, Console& console) {
  Options options;
  declare(line, options, console);
  if (const auto done = line.parse(console)) return *done;
  give_way(options.plan, line);
  if (const auto wrong = wrong_usage(options, line)) return line.usage_error(console, *wrong);
  warn_of_long_days(options, console);
  const LoadedRoadmap loaded = load_roadmap(
      options.files,
      {.output = options.output.file, .quiet = options.output.quiet, .cycles = Cycles::refused},
      console);
  if (!loaded.graph) return loaded.status;
  Status status = Status::fine;
  auto asked = options.question.resolve(loaded, options.output.quiet, console, status);
  if (!asked) return status;
  asked->options.compare_alternatives =
      options.explain || loaded.graph->roadmap().topics().size() <= max_topics_to_compare;

  Diagnostics diagnostics;
  const std::optional<Path> path = with_progress(console, looking_for_path, [&] {
    return shortest_path(*loaded.graph, asked->targets, asked->options, diagnostics);
  });
  if (!path) {
    print_problems(diagnostics, loaded.sources, console);
    return Status::wrong_input;
  }
  if (!path->optimal) {
    console.depends_on_speed("time ran out before a shortest path was proven");
  }
  std::optional<Timetable> timetable;
  if (options.plan.pace) {
    timetable = make_timetable(*path, options.plan.options());
    if (!timetable) {
      return line.usage_error(console, "at this pace the path ends after the year 9999");
    }
  }
  const Timetable* const dates = timetable ? &*timetable : nullptr;
  return options.output.give(written(*loaded.graph, *path, dates, options, console), Status::fine,
                             console);
}

}  // namespace prereq::cli
