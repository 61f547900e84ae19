#include <algorithm>
#include <filesystem>

#include "cli/addresses.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/files.hpp"
#include "cli/progress.hpp"
#include "cli/words.hpp"
#include "embed/unified_diff.hpp"
#include "prereq/check.hpp"
#include "prereq/read.hpp"
#include "prereq/roadmap_file.hpp"
#include "write/report_text.hpp"

namespace prereq::cli {
namespace {

struct Options {
  InputFiles files;
  OutputOptions output;
  std::string known_file;
  bool check = false;
  bool force = false;
};

void declare(CommandLine& line, Options& options, Console& console) {
  line.describe(
      "Writes a roadmap file, in YAML to go on with by hand, from another format: a README in "
      "Markdown, say. Several files become one. What was guessed stands in a comment at its top; "
      "so does what was left out, which is also told on standard error.");
  options.output.declare(line, console);
  line.value("--known-out", "FILE",
             "write there, for --known-file, what the input ticks off as known",
             options.known_file);
  line.flag("--check", "write nothing; exit with 1 and show what would change", options.check);
  line.flag("--force", "write over files that are there, whatever was changed in them by hand",
            options.force);
  line.example("prereq import README.md -o draft.yaml", "a draft of a roadmap file");
  line.example("prereq import plan.yaml more.yaml -o both.yaml", "one file instead of several");
  line.wrong_input_means("the input has errors, or --check found that a file would change");
  options.files.declare(line);
}

std::optional<std::string> wrong_usage(const Options& options, Console& console) {
  std::vector<std::string> outputs = {options.output.file};
  if (!options.known_file.empty()) outputs.push_back(options.known_file);
  if (options.check && std::ranges::find(outputs, "-") != outputs.end()) {
    return "--check compares with files: say which with -o";
  }
  return refuse_overwriting(outputs, options.files.names, console);
}

// The roadmap with what its readers noted, or nothing once that is complained about.
class Import {
 public:
  Import(const Options& options, Console& console) : options_(options), console_(console) {}

  Status run() {
    const auto added = add_sources(options_.files.names, sources_, console_);
    if (!added) return Status::failed;
    Diagnostics problems;
    ReadOptions reading = options_.files.read;
    reading.notes = &notes_;
    reading.address = addresses_for(options_.output.file, sources_, console_);
    const TopicGraph graph = with_progress(console_, "reading", [&] {
      TopicGraph read(read_roadmap(sources_, *added, problems, reading));
      static_cast<void>(check(read, {.warnings = false}, problems));
      return read;
    });
    if (!is_fine(problems, sources_)) return Status::wrong_input;
    const std::string text = with_progress(
        console_, "writing", [&] { return roadmap_yaml(graph.roadmap(), comments()); });
    const bool is_sound =
        with_progress(console_, "reading it again", [&] { return is_readable(text); });
    if (!is_sound) return Status::wrong_input;
    if (!options_.output.quiet) tell_what_is_missing();
    std::vector<OutputFile> outputs = {{options_.output.file, text}};
    if (!options_.known_file.empty()) outputs.push_back({options_.known_file, known_list()});
    if (options_.check) return show_changes(outputs);
    if (!options_.force && would_lose_work(outputs)) return Status::failed;
    return write_files(outputs, console_) ? Status::fine : Status::failed;
  }

 private:
  bool is_fine(Diagnostics& problems, const Sources& sources) {
    std::erase_if(problems.items(),
                  [](const Diagnostic& each) { return each.severity != Severity::error; });
    if (problems.empty()) return true;
    problems.sort();
    print_problems(problems, sources, console_);
    return false;
  }

  // A page may be nested deeper, say, than a roadmap file may be.
  bool is_readable(const std::string& text) {
    Sources written;
    const FileId file = written.add(options_.output.file, text);
    Diagnostics problems;
    read_roadmap(written, file, problems, {.format = InputFormat::roadmap});
    return is_fine(problems, written);
  }

  std::string left_out(const ReadNotes::LeftOut& each) const {
    return place(sources_, each.span) + each.what;
  }

  std::vector<std::string> comments() const {
    constexpr std::size_t most = 50;
    std::vector<std::string> names = options_.files.names;
    std::ranges::replace(names, "-", "standard input");
    std::vector<std::string> paragraphs = {"Made by 'prereq import' from " + join(names, ", ") +
                                           ", for you to go on with."};
    if (notes_.sections_are_chained) {
      paragraphs.emplace_back(
          "It states no prerequisites. That each section recommends the one before it is a guess: "
          "put what you know under 'requires'.");
    }
    if (!notes_.left_out.empty()) paragraphs.emplace_back("Left out:");
    for (std::size_t i = 0; i < std::min(notes_.left_out.size(), most); ++i) {
      paragraphs.push_back("- " + left_out(notes_.left_out[i]));
    }
    if (notes_.left_out.size() > most) {
      paragraphs.push_back("- and " + std::to_string(notes_.left_out.size() - most) + " more");
    }
    return paragraphs;
  }

  void tell_what_is_missing() {
    for (const ReadNotes::LeftOut& each : notes_.left_out) {
      console_.write_error(visible(left_out(each)) + " [left out]\n");
    }
    if (!notes_.known.empty() && options_.known_file.empty()) {
      const bool one = notes_.known.size() == 1;
      console_.complain(std::to_string(notes_.known.size()) +
                        (one ? " topic is ticked off, which a roadmap file does not say"
                             : " topics are ticked off, which a roadmap file does not say") +
                        ": --known-out FILE keeps that");
    }
  }

  std::string known_list() const {
    std::string list;
    for (const std::string& id : notes_.known) list += id + "\n";
    return list;
  }

  // Whether a file is there that says something else; complains of the first one. Else the outputs
  // replace what was looked at, and nothing that somebody writes there from now on.
  bool would_lose_work(std::vector<OutputFile>& outputs) {
    for (OutputFile& output : outputs) {
      std::error_code error;
      if (output.name == "-") continue;
      if (!std::filesystem::exists(output.name, error)) {
        output.replaces.emplace(std::nullopt);
        continue;
      }
      if (!std::filesystem::is_regular_file(output.name, error)) continue;
      auto before = read_file(output.name, max_file_bytes, console_);
      if (!before) return true;
      output.replaces = before;
      if (before->empty() || *before == output.text) continue;
      console_.complain("'" + output.name +
                        "' is there already, and may have been edited: --check shows what would "
                        "change, --force writes over it");
      return true;
    }
    return false;
  }

  Status show_changes(const std::vector<OutputFile>& outputs) {
    Status status = Status::fine;
    for (const OutputFile& output : outputs) {
      std::error_code error;
      const bool exists = std::filesystem::exists(output.name, error);
      const std::optional<std::string> before =
          exists ? read_file(output.name, max_file_bytes, console_) : std::string();
      if (!before) return Status::failed;
      const std::string changes = unified_diff(output.name, *before, output.text);
      console_.write(changes);
      if (!changes.empty()) status = Status::wrong_input;
    }
    return status;
  }

  const Options& options_;
  Console& console_;
  Sources sources_;
  ReadNotes notes_;
};

}  // namespace

Status run_import(CommandLine& line, Console& console) {
  Options options;
  declare(line, options, console);
  if (const auto done = line.parse(console)) return *done;
  if (const auto wrong = wrong_usage(options, console)) return line.usage_error(console, *wrong);
  return Import(options, console).run();
}

}  // namespace prereq::cli
