#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>

#include "cli/afresh.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/files.hpp"
#include "cli/page_console.hpp"
#include "cli/page_search.hpp"
#include "cli/words.hpp"
#include "embed/image.hpp"
#include "embed/plan.hpp"
#include "embed/unified_diff.hpp"
#include "prereq/report.hpp"
#include "write/report_text.hpp"

namespace prereq::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<std::string> pages;
  std::string root = ".";
  bool check = false;
  bool quiet = false;
  double layout_seconds = LayoutLimits().seconds;
};

void declare(CommandLine& line, Options& options, Console& console) {
  line.describe(
      "Refreshes what markers in pages ask for. A marker is a comment with a command; what stands "
      "between it and the comment that closes it is written anew, all else in the page stays as it "
      "is. In Markdown and HTML (.md, .markdown, .html, .htm, .xhtml):");
  line.paragraph_as_is(
      "  <!-- prereq render roadmap.yaml -o roadmap.svg -->\n"
      "  <!-- /prereq -->");
  line.describe(
      "In reStructuredText (.rst) a marker is '.. prereq render ...' and '.. /prereq', in MDX "
      "(.mdx) '{/* prereq render ... */}' and '{/* /prereq */}', in AsciiDoc (.adoc, .asciidoc, "
      ".asc) '// prereq render ...' and '// /prereq'.");
  line.describe("Commands are " + join(names_of_page_commands(), ", ") +
                ", with their options, without environment or configuration. Names of files are "
                "relative to the page. 'render' puts the picture there, linking to its file, or "
                "with --inline the SVG itself. Markers in code and in front matter are text. All "
                "files are written, or none.");
  line.describe(
      "A DOC that is a folder is searched for pages with markers, the folders in it too: not those "
      "that are hidden, node_modules or made by a build, nor through symbolic links.");
  line.flag("--check", "write nothing; exit with 1 and show what is stale", options.check);
  line.value("--root", "FOLDER",
             "what pages read and write stays in there, symbolic links followed (default: the "
             "folder that prereq is started in)",
             options.root);
  declare_timeout(line, options.layout_seconds);
  declare_colour_and_quiet(line, console, options.quiet);
  line.example("prereq embed README.md docs/guide.md", "refresh the pictures and tables in pages");
  line.example("prereq embed README.md docs", "and in all pages below docs");
  line.example("prereq embed --check README.md", "for CI: refuses stale ones");
  line.wrong_input_means("a marker or its roadmap has errors, or --check found something stale");
  line.operands("DOC...", options.pages);
}

// How a file is called in messages and opened: from the folder that the program was started in.
std::string name_from_here(const fs::path& file) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  const fs::path name = error ? fs::path() : file.lexically_relative(fs::canonical(here, error));
  return error || name.empty() ? file.string() : name.string();
}

class Embedding {
 public:
  Embedding(const Options& options, const Root& root, Console& console)
      : options_(options), root_(root), console_(console) {}

  // What is wrong with how the page is named, or nothing.
  std::optional<std::string> wrong_name(const std::string& name) const {
    if (name == "-") return "pages are files; standard input is none";
    std::error_code error;
    const fs::path file = fs::canonical(name, error);
    const bool is_folder = !error && fs::is_directory(file, error);
    if (!is_folder && !page_format_of(name)) {
      return "'" + name + "' is no page: its name would end in .md, .html, .rst, .mdx or .adoc";
    }
    if (!error && !root_.holds(file)) return "'" + name + "' is not in the root folder; see --root";
    return std::nullopt;
  }

  Status run() {
    if (options_.check) return check();
    return replace_afresh([this] { return read(); },
                          [this](const Pages& pages) { return plan(pages); },
                          [this](const PagePlan& made) { return write(made); }, console_);
  }

 private:
  // Read anew for each attempt, so what is planned for them goes with them.
  struct Pages {
    Sources sources;
    std::vector<EmbedPage> pages;
    std::vector<bool> is_named;  // by page; else it was found in a folder
    std::vector<std::pair<std::string, fs::path>> folders;  // as named, and without links or dots
  };
  struct PagePlan {
    const Pages& read;
    EmbedPlan plan;
  };

  Status check() {
    const std::unique_ptr<Pages> pages = read();
    if (!pages) return Status::failed;
    const std::optional<PagePlan> made = plan(*pages);
    return made ? show_stale(*made) : Status::wrong_input;
  }

  std::unique_ptr<Pages> read() {
    auto pages = std::make_unique<Pages>();
    bool all_read = true;
    for (const std::string& name : options_.pages) all_read &= add_named(name, *pages);
    return all_read ? std::move(pages) : nullptr;
  }

  bool add_named(const std::string& name, Pages& pages) {
    std::error_code error;
    if (!fs::is_directory(name, error)) return add(name, Given::by_name, pages);
    const auto found = find_pages(name, console_);
    if (!found) return false;
    bool all_read = true;
    for (const std::string& page : *found) all_read &= add(page, Given::by_folder, pages);
    pages.folders.push_back({name, fs::canonical(name, error)});
    return all_read;
  }

  enum class Given : bool { by_name, by_folder };

  // Of a folder, only pages that may have markers are taken, so that others stay unmentioned.
  bool add(const std::string& name, Given given, Pages& pages) {
    std::error_code error;
    const fs::path file = fs::canonical(name, error);
    const bool is_there =
        !error && std::ranges::find(pages.pages, file, &EmbedPage::file) != pages.pages.end();
    if (is_there) return true;
    if (given == Given::by_folder && fs::file_size(name, error) > max_page_mib * 1024 * 1024) {
      return true;
    }
    auto text = read_limited(name, max_page_mib, "a page", console_);
    if (!text) return false;
    if (given == Given::by_folder && text->find("prereq") == std::string::npos) return true;
    pages.is_named.push_back(given == Given::by_name);
    pages.pages.push_back({pages.sources.add(name, std::move(*text)), file, *page_format_of(name)});
    return true;
  }

  // Nothing after complaints.
  std::optional<PagePlan> plan(const Pages& read) {
    Diagnostics diagnostics;
    PagePlan made{read, plan_embedding(
                            read.sources, read.pages,
                            [this](const EmbedPage& page, const Marker& marker) {
                              return run_marker(page, marker);
                            },
                            diagnostics)};
    if (diagnostics.empty()) return made;
    complain_of(diagnostics, read.sources);
    return std::nullopt;
  }

  MarkerResult run_marker(const EmbedPage& page, const Marker& marker) const {
    PageConsole console(root_, page, options_.layout_seconds);
    return console.finish_command(run_page_command(marker.words, console));
  }

  void complain_of(Diagnostics& diagnostics, const Sources& sources) {
    diagnostics.sort();
    const std::size_t found = diagnostics.items().size();
    if (found > max_problems) diagnostics.items().resize(max_problems);
    print_problems(diagnostics, sources, console_);
    if (found > max_problems) {
      console_.complain("and " + std::to_string(found - max_problems) + " more errors");
    }
  }

  void say(const std::string& line) {
    if (!options_.quiet) console_.write(visible(line) + "\n");
  }

  static bool has_markers_below(const fs::path& folder, const PagePlan& made) {
    for (std::size_t i = 0; i < made.read.pages.size(); ++i) {
      const fs::path& file = made.read.pages[i].file;
      const bool is_below =
          std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first ==
          folder.end();
      if (is_below && made.plan.markers[i] > 0) return true;
    }
    return false;
  }

  void say_which_have_no_markers(const PagePlan& made) {
    for (std::size_t i = 0; i < made.read.pages.size(); ++i) {
      if (made.plan.markers[i] == 0 && made.read.is_named[i]) {
        say(std::string(made.read.sources.name(made.read.pages[i].source)) + ": no markers");
      }
    }
    for (const auto& [name, folder] : made.read.folders) {
      if (!has_markers_below(folder, made)) say(name + ": no pages with markers");
    }
  }

  Status show_stale(const PagePlan& made) {
    for (const StaleFile& file : made.plan.stale) {
      const std::string name = name_from_here(file.file);
      if (file.is_page) {
        console_.write(
            unified_diff(name, with_short_drawings(file.before), with_short_drawings(file.after)));
      } else {
        console_.write(visible(name) + ": " + (file.exists ? "stale: " : "") + file.why + "\n");
      }
    }
    say_which_have_no_markers(made);
    if (made.plan.stale.empty()) {
      say("nothing is stale");
      return Status::fine;
    }
    return Status::wrong_input;
  }

  // Pages come last: none is there before the pictures that it shows. Each replaces what was read.
  static std::vector<OutputFile> outputs_of(const EmbedPlan& plan) {
    std::vector<OutputFile> outputs;
    for (const bool pages : {false, true}) {
      for (const StaleFile& file : plan.stale) {
        if (file.is_page != pages) continue;
        outputs.push_back({name_from_here(file.file), file.after});
        outputs.back().replaces.emplace(file.exists ? EarlierText(file.before) : std::nullopt);
      }
    }
    return outputs;
  }

  WriteOutcome write(const PagePlan& made) {
    const std::vector<OutputFile> outputs = outputs_of(made.plan);
    NewFolders created;
    for (const OutputFile& each : outputs) {
      if (!created.make(fs::path(each.name).parent_path().string(), console_)) {
        return {};
      }
    }
    const WriteOutcome outcome = write_unless_changed(outputs, console_);
    if (!outcome.is_written) return outcome;
    created.keep();
    for (const StaleFile& file : made.plan.stale) say(name_from_here(file.file) + ": written");
    say_which_have_no_markers(made);
    if (made.plan.stale.empty()) say("nothing was stale");
    return outcome;
  }

  // Parsing Markdown that is made for it may take long.
  static constexpr std::size_t max_page_mib = 16;

  // A page may have them without end.
  static constexpr std::size_t max_problems = 100;

  const Options& options_;
  const Root& root_;
  Console& console_;
};

}  // namespace

Status run_embed(CommandLine& line, Console& console) {
  Options options;
  declare(line, options, console);
  if (const auto done = line.parse(console)) return *done;
  const auto root = Root::at(options.root);
  if (!root) return line.usage_error(console, "--root: '" + options.root + "' is no folder");
  Embedding embedding(options, *root, console);
  for (const std::string& page : options.pages) {
    if (const auto wrong = embedding.wrong_name(page)) return line.usage_error(console, *wrong);
  }
  return embedding.run();
}

}  // namespace prereq::cli
