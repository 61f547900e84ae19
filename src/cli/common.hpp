// What several commands share: their common options, reading a roadmap, and giving out the result.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/console.hpp"
#include "prereq/diagnostic.hpp"
#include "prereq/read.hpp"
#include "prereq/source.hpp"
#include "prereq/topic_graph.hpp"

namespace prereq::cli {

// The most bytes of a roadmap file that are read, and one more to tell that there are more.
inline constexpr std::size_t max_file_bytes = std::size_t{256} * 1024 * 1024;

// -o, --color and -q of a command whose result is one text.
struct OutputOptions {
  std::string file = "-";
  bool quiet = false;
  Console* declared_for = nullptr;

  void declare(CommandLine& line, Console& console);
  // What is wrong with writing there after reading `inputs`, or nothing.
  std::optional<std::string> refuse(const std::vector<std::string>& inputs) const;
  // Escapes are for a terminal, or for who asked for them; not for a file.
  bool in_colour(const Console& console) const { return file == "-" && console.colours_output(); }
  // Returns `status`, or `failed` if `text` could not be written.
  Status give(const std::string& text, Status status, Console& console) const;
};

// --color and -q by themselves, for commands with a different -o.
void declare_colour(CommandLine& line, Console& console);
void declare_colour_and_quiet(CommandLine& line, Console& console, bool& quiet);

// --timeout of the commands that draw.
void declare_timeout(CommandLine& line, double& seconds);

// --format of the commands that answer a question.
enum class AnswerFormat : std::uint8_t { text, json };
// Text or JSON.
void declare_format(CommandLine& line, AnswerFormat& format);

// The same of an answer that may also be part of a page, which it is if `page` says what kind of.
// For a command in a page there are only formats of pages, its own by default.
template <typename Format>
struct PagedFormat {
  Format format{};
  std::optional<PageFormat> page = std::nullopt;
};
void declare_formats_of_page(CommandLine& line, const Console& console, const std::string& help,
                             const std::vector<std::string>& others,
                             std::function<void(std::size_t)> choose_other,
                             std::optional<PageFormat>& page);
template <typename Format>
void declare_paged_format(CommandLine& line, const Console& console, const std::string& help,
                          PagedFormat<Format>& target,
                          std::initializer_list<std::pair<const char*, Format>> others) {
  std::vector<std::string> names;
  std::vector<Format> meanings;
  for (const auto& [name, meaning] : others) {
    names.emplace_back(name);
    meanings.push_back(meaning);
  }
  declare_formats_of_page(
      line, console, help, names,
      [&target, meanings](std::size_t i) { target.format = meanings[i]; }, target.page);
}
// As text, JSON, or part of a page.
void declare_paged_answer(CommandLine& line, const Console& console,
                          PagedFormat<AnswerFormat>& target);

// The roadmap that a command is about: its files, and how they are to be read.
struct InputFiles {
  std::vector<std::string> names;
  ReadOptions read;

  // Everything that is read when these lists are too.
  std::vector<std::string> with(const std::vector<std::string>& lists) const;
  // Last of a command's options. `usage` may name more operands, which come last in `names`.
  void declare(CommandLine& line, std::string usage = "FILE...");
};

// A roadmap without errors, or why there is none; the complaints are already made.
struct LoadedRoadmap {
  Status status = Status::fine;
  Sources sources;
  std::optional<TopicGraph> graph;  // when `status` is fine, or only cycles are wrong and allowed
};
enum class Cycles : std::uint8_t { refused, allowed };
struct LoadOptions {
  std::string output = "-";  // where the result goes, for addresses that are relative
  bool quiet = false;        // else says of which files something was left out
  Cycles cycles = Cycles::refused;
};
// Several files are one roadmap.
LoadedRoadmap load_roadmap(const InputFiles& files, const LoadOptions& options, Console& console);

// The same for a command that is to write its result to `output`: that must not be an input, nor
// one of the lists that the command reads besides.
LoadedRoadmap load_roadmap_for(const OutputOptions& output, const InputFiles& files,
                               const CommandLine& line, Console& console,
                               const std::vector<std::string>& lists = {});

// Adds the text of a file to `sources`; nothing, after a complaint, if it cannot be read.
std::optional<FileId> add_source(const std::string& file, Sources& sources, Console& console);
// The same for several; complains of each that cannot be read.
std::optional<std::vector<FileId>> add_sources(const std::vector<std::string>& files,
                                               Sources& sources, Console& console);

// Says on standard error, in a line for each file, how much of it was left out. Not for
// pages: their markers are about what was.
void tell_what_was_left_out(const ReadNotes& notes, const Sources& sources, Console& console);

// Prints the errors on standard error, and warnings unless told otherwise.
void print_problems(const Diagnostics& diagnostics, const Sources& sources, Console& console);

}  // namespace prereq::cli
