#include "cli/page_console.hpp"

#include <algorithm>
#include <system_error>

namespace prereq::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_places = 5;

// Said of what was asked for, or of a sound roadmap; else of a text that may not be printed.
bool may_be_told(const Diagnostic& problem) {
  return problem.span.file == no_file || problem.code == Code::unreachable_goal;
}

std::string place_of(const Diagnostic& problem, const Sources& sources) {
  const Position& at = problem.span.begin;
  return std::string(sources.name(problem.span.file)) + ":" + std::to_string(at.line) + ":" +
         std::to_string(at.column) + " [" + std::string(code_name(problem.code)) + "]";
}

}  // namespace

void PageConsole::add_problem(Code code, std::string message, std::vector<Note> notes) {
  Diagnostic problem;
  problem.code = code;
  problem.message = std::move(message);
  problem.notes = std::move(notes);
  result_.problems.push_back(std::move(problem));
}

void PageConsole::complain(std::string_view message) {
  add_problem(Code::bad_marker, std::string(message));
}

void PageConsole::complain_of_usage(std::string_view command, std::string_view message) {
  add_problem(Code::bad_marker, std::string(command) + ": " + std::string(message));
}

void PageConsole::depends_on_speed(std::string_view why) {
  add_problem(Code::bad_marker,
              std::string(why) + ", and the page would change from one machine to the next",
              {{{}, "give it more time, or less to choose from"}});
}

void PageConsole::print_problems(const Diagnostics& diagnostics, const Sources& sources) {
  std::vector<Note> places;
  std::size_t untold = 0;
  for (const Diagnostic& problem : diagnostics.items()) {
    if (problem.severity != Severity::error) continue;
    if (may_be_told(problem)) {
      std::vector<Note> notes;
      for (const Note& note : problem.notes) notes.push_back({{}, note.message});
      if (!problem.suggestion.empty()) {
        notes.push_back({{}, "did you mean '" + problem.suggestion + "'?"});
      }
      add_problem(problem.code, problem.message, std::move(notes));
      continue;
    }
    if (++untold <= max_places) places.push_back({{}, place_of(problem, sources)});
  }
  if (untold == 0) return;
  if (untold > max_places) {
    places.push_back({{}, "and " + std::to_string(untold - max_places) + " more"});
  }
  add_problem(Code::bad_marker,
              "the roadmap has " + std::to_string(untold) + (untold == 1 ? " error" : " errors") +
                  ", which 'prereq check' shows",
              std::move(places));
}

std::optional<fs::path> PageConsole::resolve(const std::string& name) {
  std::string wrong;
  auto file = root_.resolve(page_.file.parent_path(), name, wrong);
  if (!file) complain(wrong);
  return file;
}

std::optional<std::string> PageConsole::read_file(const std::string& name, std::size_t limit) {
  if (name == "-") {
    complain("a marker cannot read standard input");
    return std::nullopt;
  }
  const auto file = resolve(name);
  if (!file) return std::nullopt;
  // Reading what is neither, such as a pipe, might never end.
  std::error_code error;
  if (!fs::is_regular_file(*file, error)) {
    complain("cannot read '" + name + "': " +
             (fs::exists(*file, error) ? "it is no regular file" : "there is no such file"));
    return std::nullopt;
  }
  result_.inputs.push_back(*file);
  return Console::read_file(file->string(), limit);
}

WriteOutcome PageConsole::write_files(const std::vector<OutputFile>& files) {
  for (const OutputFile& file : files) {
    if (file.name == "-") {
      write(file.text);
      continue;
    }
    if (file.alt.empty()) {
      complain("only pictures go to files; leave '-o " + file.name + "' out");
      return {};
    }
    auto resolved = resolve(file.name);
    if (!resolved) return {};
    result_.files.push_back({file.name, std::move(*resolved), file.text, file.alt, file.link});
  }
  return {.is_written = true};
}

MarkerResult PageConsole::finish_command(Status status) {
  if (status != Status::fine && result_.problems.empty()) {
    complain("the command failed without saying why");
  }
  return std::move(result_);
}

}  // namespace prereq::cli
