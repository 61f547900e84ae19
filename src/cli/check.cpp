#include "prereq/check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/files.hpp"
#include "cli/first_problems.hpp"
#include "cli/progress.hpp"
#include "cli/words.hpp"
#include "prereq/read.hpp"
#include "prereq/report.hpp"
#include "read/roadmap_look.hpp"

namespace prereq::cli {
namespace {

enum class Format : std::uint8_t { human, compact, json, sarif, github };

struct Options {
  InputFiles files;
  Format format = Format::human;
  OutputOptions output;
  CheckOptions check;
  Policy policy;
  std::vector<std::string> allow;
  bool each = false;
  bool only_roadmaps = false;
};

// What is wrong with the codes, or nothing once they are in the policy.
std::optional<std::string> allow_codes(const std::vector<std::string>& names,
                                       const std::string& source, Policy& policy) {
  for (const std::string& name : names) {
    const auto code = find_code(name);
    if (!code) {
      std::vector<std::string> all;
      for (std::size_t i = 0; i < code_count; ++i) {
        all.emplace_back(code_name(static_cast<Code>(i)));
      }
      return fmt::format("{}: '{}' is no code{}", source, name, did_you_mean(name, all));
    }
    if (!can_be_allowed(*code)) {
      return fmt::format("{}: '{}' is an error, which cannot be silenced", source, name);
    }
    policy.allow.push_back(*code);
  }
  return std::nullopt;
}

void declare(CommandLine& line, Options& options, Console& console) {
  line.describe(
      "Reports everything that is wrong in one run: how the file is written, names that are not "
      "defined, topics that nobody can learn because of a cycle, and prerequisites that the others "
      "bring along anyway.");
  line.heading("What counts");
  line.flag("--strict", "count warnings as errors", options.policy.strict);
  line.list("--allow", "CODES", "silence these warnings everywhere, such as isolated-topic",
            options.allow, CommandLine::EmptyList::allowed);
  line.flag("--exhaustive", "find every redundant prerequisite, however long it takes",
            options.check.exhaustive);
  line.flag("--each", "take each FILE as a roadmap of its own; else they are one", options.each);
  line.flag("--only-roadmaps",
            "leave other YAML and JSON alone: what has no topics, sections or goals at its top, or "
            "more fields there that no roadmap has than ones that it has",
            options.only_roadmaps);
  options.output.declare(line, console);
  line.choice(
      "--format",
      "for people (default), for editors, for programs, as SARIF 2.1.0, or as annotations of "
      "GitHub's workflows; else the extension of -o decides",
      options.format,
      {{"human", Format::human},
       {"short", Format::compact},
       {"json", Format::json},
       {"sarif", Format::sarif},
       {"github", Format::github}});
  line.example("prereq check graphs/turbo.yaml", "everything wrong, with the place and a way out");
  line.example("prereq check --strict --each graphs/*.yaml", "for CI: refuses warnings too");
  line.wrong_input_means("the roadmap has errors");
  options.files.declare(line);
}

// Without what only looks like a roadmap by its name. What is of another kind, such as Markdown, is
// taken at its word, and so is what --read-as names. What cannot be read stays, so that this is
// complained about.
void keep_roadmaps(InputFiles& files, Console& console) {
  if (files.read.format) return;
  std::erase_if(files.names, [&](const std::string& name) {
    if (input_format_of(name, "") != InputFormat::roadmap || !is_readable_file(name)) return false;
    const auto text = read_file(name, max_file_bytes, console);
    return text && !looks_like_roadmap_file(*text);
  });
}

// What was found in all files; the text for people is made file by file.
struct Findings {
  Sources sources;
  Diagnostics all;
  CheckSummary summary;
  std::string human;
};

// Checks the files as one roadmap.
bool check_files(const std::vector<std::string>& files, const Options& options, Findings& findings,
                 Console& console) {
  const auto added = add_sources(files, findings.sources, console);
  if (!added) return false;
  Diagnostics found;
  ReadNotes notes;
  ReadOptions reading = options.files.read;
  reading.notes = &notes;
  const TopicGraph graph = with_progress(console, "reading", [&] {
    return TopicGraph(read_roadmap(findings.sources, *added, found, reading));
  });
  if (!options.output.quiet) tell_what_was_left_out(notes, findings.sources, console);
  const CheckSummary summary =
      with_progress(console, "checking", [&] { return check(graph, options.check, found); });
  apply_policy(graph.roadmap(), options.policy, found);
  found.sort();

  findings.human += format_first_problems(found, [&](const Diagnostics& first) {
    return format_human(first, findings.sources, {.color = options.output.in_colour(console)});
  });
  if (!options.output.quiet) {
    std::vector<std::string> names;
    for (const FileId file : *added) names.emplace_back(findings.sources.name(file));
    findings.human += format_summary(join(names, " + "), found, summary);
  }
  findings.summary.topics += summary.topics;
  findings.summary.prerequisites += summary.prerequisites;
  findings.summary.redundancy_complete &= summary.redundancy_complete;
  for (Diagnostic& each : found.items()) findings.all.items().push_back(std::move(each));
  return true;
}

// Programs get all that was found; people do not read so much.
std::string first_of(const Findings& findings,
                     std::string (*format)(const Diagnostics&, const Sources&)) {
  return format_first_problems(
      findings.all, [&](const Diagnostics& first) { return format(first, findings.sources); });
}

// What to type to be told more, for who reads this on a terminal; nothing for a file or a program.
std::string hint(const Findings& findings, const OutputOptions& output, const Console& console) {
  const auto& found = findings.all.items();
  if (found.empty() || output.quiet || output.file != "-" || !console.shows_output()) return {};
  const bool alike = std::ranges::all_of(
      found, [&](const Diagnostic& each) { return each.code == found.front().code; });
  if (!alike) return "'prereq explain CODE' tells more about a code in brackets\n";
  return "'prereq explain " + std::string(code_name(found.front().code)) + "' tells more\n";
}

}  // namespace

Status run_check(CommandLine& line, Console& console) {
  Options options;
  declare(line, options, console);
  if (const auto done = line.parse(console)) return *done;
  if (const auto wrong = allow_codes(options.allow, line.source_of("--allow"), options.policy)) {
    return line.usage_error(console, *wrong);
  }
  if (const auto wrong = options.output.refuse(options.files.names)) {
    return line.usage_error(console, *wrong);
  }
  if (options.only_roadmaps) keep_roadmaps(options.files, console);
  Findings findings;
  bool all_read = true;
  if (options.each) {
    for (const std::string& file : options.files.names) {
      all_read &= check_files({file}, options, findings, console);
    }
  } else if (!options.files.names.empty()) {
    all_read = check_files(options.files.names, options, findings, console);
  }
  if (options.files.names.empty() && !options.output.quiet) {
    findings.human = "no roadmaps among these files\n";
  }
  Status status = findings.all.has_errors() ? Status::wrong_input : Status::fine;
  if (!all_read) status = Status::failed;
  // A log of what could not be read would say that all is well.
  const bool is_log = options.format == Format::sarif || options.format == Format::json;
  if (!all_read && is_log) return status;
  switch (options.format) {
    case Format::human:
      return options.output.give(findings.human + hint(findings, options.output, console), status,
                                 console);
    case Format::compact:
      return options.output.give(first_of(findings, format_short), status, console);
    case Format::sarif:
      return options.output.give(format_sarif(findings.all, findings.sources), status, console);
    case Format::github:
      return options.output.give(first_of(findings, format_github), status, console);
    case Format::json:
      return options.output.give(format_json(findings.all, findings.sources, findings.summary),
                                 status, console);
  }
  return status;
}

}  // namespace prereq::cli
