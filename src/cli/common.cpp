#include "cli/common.hpp"

#include <algorithm>

#include "base/ascii_words.hpp"
#include "cli/addresses.hpp"
#include "cli/files.hpp"
#include "cli/progress.hpp"
#include "cli/words.hpp"
#include "prereq/check.hpp"

namespace prereq::cli {
namespace {

// A page that may have any file taken for a list of topics could have its lines printed.
std::optional<std::string> read_as_another(const InputFiles& files, const Sources& sources,
                                           const std::vector<FileId>& added) {
  const auto is_table = [](InputFormat format) {
    return format == InputFormat::csv || format == InputFormat::curriculum;
  };
  const auto wanted = files.read.format;
  if (!wanted || *wanted == InputFormat::roadmap) return std::nullopt;
  for (const FileId file : added) {
    const std::string_view name = sources.name(file);
    const InputFormat named = input_format_of(name, sources.text(file));
    if (named == *wanted || (is_table(named) && is_table(*wanted))) continue;
    return "a page reads files as their extensions say: '" + std::string(name) + "' needs another";
  }
  return std::nullopt;
}

}  // namespace

void declare_colour(CommandLine& line, Console& console) {
  line.value("--color", "auto|always|never",
             "auto (default) colours a terminal unless NO_COLOR is set",
             [&console](const std::string& word) -> std::optional<std::string> {
               const std::vector<std::string> words = {"auto", "always", "never"};
               const auto found = std::ranges::find(words, word);
               if (found == words.end()) return "is not one of " + join(words, ", ");
               console.choose_colour(static_cast<ColourChoice>(found - words.begin()));
               return std::nullopt;
             });
}

void declare_colour_and_quiet(CommandLine& line, Console& console, bool& quiet) {
  declare_colour(line, console);
  line.flag("-q,--quiet", "print no summaries and no warnings about options", quiet);
}

void declare_timeout(CommandLine& line, double& seconds) {
  line.value("--timeout", "SECONDS",
             "to lay a picture out (default 60); where Graphviz takes longer, prereq does it "
             "itself, which may take five seconds more, and says so: on a page an error",
             [&seconds](const std::string& text) -> std::optional<std::string> {
               constexpr double most = 1e6;
               seconds = number_of(text).value_or(0);
               if (seconds > 0 && seconds <= most) return std::nullopt;
               return "is not a number of seconds above 0, up to 1000000";
             });
}

void OutputOptions::declare(CommandLine& line, Console& console) {
  declared_for = &console;
  line.heading("Output");
  line.value("-o,--output", "FILE", "write there instead of to standard output ('-')",
             [this, &line](const std::string& name) {
               file = name;
               line.let_extension_decide(name);
               return std::nullopt;
             });
  declare_colour_and_quiet(line, console, quiet);
}

std::optional<std::string> OutputOptions::refuse(const std::vector<std::string>& inputs) const {
  return refuse_overwriting({file}, inputs, *declared_for);
}

Status OutputOptions::give(const std::string& text, Status status, Console& console) const {
  return write_files({{file, text}}, console) ? status : Status::failed;
}

std::vector<std::string> InputFiles::with(const std::vector<std::string>& lists) const {
  std::vector<std::string> all = names;
  all.insert(all.end(), lists.begin(), lists.end());
  return all;
}

void InputFiles::declare(CommandLine& line, std::string usage) {
  line.heading("Input");
  line.value("--read-as", "roadmap|markdown|dot|csv|curriculum",
             "what each FILE is; else its extension "
             "decides",
             [this](const std::string& name) -> std::optional<std::string> {
               read.format = find_input_format(in_lower_case(name));
               if (!read.format) return "is not one of roadmap, markdown, dot, csv, curriculum";
               return std::nullopt;
             });
  line.choice("--edges", "in DOT: which end of an arrow is the prerequisite (default the first)",
              read.edges,
              {{"prerequisite-first", EdgeDirection::prerequisite_first},
               {"dependent-first", EdgeDirection::dependent_first}});
  line.operands(std::move(usage), names);
}

void declare_format(CommandLine& line, AnswerFormat& format) {
  line.choice("--format",
              "text for people (default), or JSON for programs; else the extension of -o decides",
              format, {{"text", AnswerFormat::text}, {"json", AnswerFormat::json}});
}

void declare_formats_of_page(CommandLine& line, const Console& console, const std::string& help,
                             const std::vector<std::string>& others,
                             std::function<void(std::size_t)> choose_other,
                             std::optional<PageFormat>& page) {
  std::vector<std::string> words = console.page() ? std::vector<std::string>() : others;
  const std::size_t first_page = words.size();
  page = console.page();
  // Markdown may hold HTML.
  const bool takes_both = page == PageFormat::markdown || page == PageFormat::html;
  for (const PageFormat each : all_page_formats) {
    const bool is_either = each == PageFormat::markdown || each == PageFormat::html;
    if (!page || each == page || (takes_both && is_either)) words.emplace_back(to_string(each));
  }
  line.word("--format", page ? "by default what the page is" : help, words,
            [first_page, words, choose_other = std::move(choose_other), &page](std::size_t i) {
              if (i < first_page) {
                choose_other(i);
                page.reset();
              } else {
                page = find_page_format(words[i]);
              }
            });
}

void declare_paged_answer(CommandLine& line, const Console& console,
                          PagedFormat<AnswerFormat>& target) {
  declare_paged_format(line, console,
                       "text for people (default), JSON for programs, or part of a page; else the "
                       "extension of -o decides",
                       target, {{"text", AnswerFormat::text}, {"json", AnswerFormat::json}});
}

std::optional<FileId> add_source(const std::string& file, Sources& sources, Console& console) {
  auto text = read_file(file, max_file_bytes, console);
  if (!text) return std::nullopt;
  return sources.add(file == "-" ? "<stdin>" : file, std::move(*text));
}

std::optional<std::vector<FileId>> add_sources(const std::vector<std::string>& files,
                                               Sources& sources, Console& console) {
  std::vector<FileId> added;
  for (const std::string& file : files) {
    if (const auto source = add_source(file, sources, console)) added.push_back(*source);
  }
  if (added.size() != files.size()) return std::nullopt;
  return added;
}

LoadedRoadmap load_roadmap(const InputFiles& files, const LoadOptions& options, Console& console) {
  LoadedRoadmap loaded;
  const auto added = add_sources(files.names, loaded.sources, console);
  if (!added) {
    loaded.status = Status::failed;
    return loaded;
  }
  const auto wrong = console.page() ? read_as_another(files, loaded.sources, *added) : std::nullopt;
  if (wrong) {
    console.complain(*wrong);
    loaded.status = Status::wrong_input;
    return loaded;
  }
  Diagnostics diagnostics;
  ReadNotes notes;
  ReadOptions reading = files.read;
  reading.notes = &notes;
  reading.address = addresses_for(options.output, loaded.sources, console);
  TopicGraph graph = with_progress(console, "reading", [&] {
    TopicGraph read(read_roadmap(loaded.sources, *added, diagnostics, reading));
    static_cast<void>(check(read, {.warnings = false}, diagnostics));
    return read;
  });
  std::erase_if(diagnostics.items(),
                [](const Diagnostic& each) { return each.severity != Severity::error; });
  if (diagnostics.empty()) {
    if (!options.quiet) tell_what_was_left_out(notes, loaded.sources, console);
    loaded.graph = std::move(graph);
    return loaded;
  }
  diagnostics.sort();
  print_problems(diagnostics, loaded.sources, console);
  loaded.status = Status::wrong_input;
  const bool only_cycles = std::ranges::all_of(
      diagnostics.items(), [](const Diagnostic& each) { return each.code == Code::cycle; });
  if (only_cycles && options.cycles == Cycles::allowed) loaded.graph = std::move(graph);
  return loaded;
}

LoadedRoadmap load_roadmap_for(const OutputOptions& output, const InputFiles& files,
                               const CommandLine& line, Console& console,
                               const std::vector<std::string>& lists) {
  const auto wrong = output.refuse(files.with(lists));
  if (!wrong) {
    return load_roadmap(
        files, {.output = output.file, .quiet = output.quiet, .cycles = Cycles::refused}, console);
  }
  LoadedRoadmap nothing;
  nothing.status = line.usage_error(console, *wrong);
  return nothing;
}

void tell_what_was_left_out(const ReadNotes& notes, const Sources& sources, Console& console) {
  if (console.page()) return;
  std::vector<std::pair<FileId, std::size_t>> counts;
  for (const ReadNotes::LeftOut& each : notes.left_out) {
    const auto found =
        std::ranges::find(counts, each.span.file, &std::pair<FileId, std::size_t>::first);
    if (found == counts.end()) {
      counts.emplace_back(each.span.file, 1);
    } else {
      ++found->second;
    }
  }
  for (const auto& [file, count] : counts) {
    const std::string name(sources.name(file));
    const bool one = count == 1;
    std::string message = std::to_string(count);
    message.append(one ? " thing in " : " things in ").append(name);
    message.append(one ? " was" : " were").append(" left out: 'prereq import ").append(name);
    message.append(one ? "' tells which" : "' lists them");
    console.complain(message);
  }
}

void print_problems(const Diagnostics& diagnostics, const Sources& sources, Console& console) {
  console.print_problems(diagnostics, sources);
}

}  // namespace prereq::cli
