#include <filesystem>
#include <set>
#include <utility>

#include "cli/commands.hpp"
#include "cli/exported.hpp"
#include "cli/files.hpp"
#include "cli/large_picture.hpp"
#include "cli/progress.hpp"
#include "cli/render_options.hpp"
#include "cli/words.hpp"
#include "prereq/split_view.hpp"

namespace prereq::cli {
namespace {

std::string stem(const std::string& file) { return std::filesystem::path(file).stem().string(); }

// Once, however many files there are of a format.
void tell_what_is_left_out(const LoadedRoadmap& loaded, std::size_t redundant_edges,
                           const std::vector<Picture>& pictures, Console& console) {
  std::set<PictureFormat> told;
  for (const Picture& picture : pictures) {
    const std::string left_out = left_out_by(picture.format, *loaded.graph, redundant_edges);
    if (left_out.empty() || !told.insert(picture.format).second) continue;
    const std::string file = picture.file == "-" ? "standard output" : "'" + picture.file + "'";
    console.complain(join({file, left_out}, " "));
  }
}

std::optional<std::string> text_of(const Picture& picture, const LoadedRoadmap& loaded,
                                   const RenderOptions& options, DrawnRoadmap& drawn,
                                   Diagnostics& diagnostics, std::string& wrong) {
  if (options.with_layout && is_json(picture)) {
    return drawn.json(loaded.graph->roadmap(), diagnostics);
  }
  if (options.with_layout && picture.format == PictureFormat::dot) return drawn.dot(diagnostics);
  if (!is_drawn(picture.format)) {
    return exported(picture.format, *loaded.graph, drawn.view(), options.draw.arrange.direction);
  }
  std::string prefix = options.id_prefix;
  if (prefix.empty())
    prefix = stem(picture.file == "-" ? options.files.names.front() : picture.file);
  return drawn.write(picture.format, prefix, diagnostics, wrong);
}

// That Graphviz failed and prereq laid the picture out instead. False on a page: whether Graphviz
// manages in time may be another matter on the next machine.
bool tell_of_layout(Diagnostics& diagnostics, const LoadedRoadmap& loaded, Console& console) {
  if (diagnostics.empty()) return true;
  if (console.page()) {
    for (Diagnostic& each : diagnostics.items()) {
      each.severity = Severity::error;
      each.notes = {{{},
                     "give it more time (--timeout), or say --engine builtin: prereq's own layout "
                     "is the same on every machine"}};
    }
  }
  print_problems(diagnostics, loaded.sources, console);
  return !console.page();
}

// On a page the author sees it, and it is no reason to refuse the picture.
void tell_of_width(const Drawing& drawing, const RenderOptions& options, Console& console) {
  const bool is_default = options.width_source.empty();
  if (console.page() || options.quiet) return;
  // Nobody expects a picture that runs to the right to keep to a width that was not asked for.
  if (is_default && options.draw.arrange.direction == Direction::right) return;
  const std::string source = is_default ? "--max-width, by default," : options.width_source;
  const auto advice = advice_on_wide_picture(drawing, options.draw.arrange, source);
  if (advice) console.complain(*advice);
}

// That the picture shows less than it should.
void tell_of_lines(const DrawnRoadmap& drawn, const RenderOptions& options, Console& console) {
  if (console.page() || options.quiet) return;
  if (drawn.has_joined_alternatives()) console.complain(std::string(joined_alternatives_words));
  const auto advice = advice_on_left_out_lines(*drawn.drawn());
  if (advice) console.complain(*advice);
}

void tell_of_size(const Drawing& drawing, const LoadedRoadmap& loaded, const RenderOptions& options,
                  Console& console) {
  const auto advice = advice_on_large_picture(drawing, loaded.graph->roadmap());
  if (!advice || !options.width_source.empty()) tell_of_width(drawing, options, console);
  if (advice) console.complain(*advice);
}

// Adds the pictures to `outputs`, and the report unless they are not the first ones.
Status make_pictures(const LoadedRoadmap& loaded, View view, const RenderOptions& options,
                     const std::vector<Picture>& pictures, std::vector<OutputFile>& outputs,
                     Console& console) {
  Diagnostics diagnostics;
  std::string wrong;
  DrawnRoadmap drawn(std::move(view), options.draw);
  const bool is_first = outputs.empty();
  const auto add = [&](const std::string& file, std::optional<std::string> text) {
    if (!text) return false;
    outputs.push_back({file, *std::move(text), drawn.alt(), options.link});
    return true;
  };
  bool complete = true;
  for (const Picture& picture : pictures) {
    complete =
        complete && add(picture.file, with_progress(console, "drawing", [&] {
                          return text_of(picture, loaded, options, drawn, diagnostics, wrong);
                        }));
    if (!wrong.empty()) {
      console.complain("cannot draw '" + picture.file + "': " + wrong);
      return Status::failed;
    }
  }
  if (complete && is_first && !options.report.empty()) {
    complete = add(options.report, drawn.report(diagnostics));
  }
  if (!complete) {
    print_problems(diagnostics, loaded.sources, console);
    return Status::wrong_input;
  }
  if (!is_first) return Status::fine;
  if (!tell_of_layout(diagnostics, loaded, console)) return Status::wrong_input;
  if (drawn.drawn()) tell_of_lines(drawn, options, console);
  if (drawn.drawn()) tell_of_size(*drawn.drawn(), loaded, options, console);
  return Status::fine;
}

Status give_pictures(const std::vector<Picture>& pictures, const RenderOptions& options,
                     Console& console) {
  std::vector<OutputFile> outputs;
  Status status = Status::fine;
  for (const std::vector<Picture>& group : by_folder(pictures, options.files.names)) {
    const bool is_first = outputs.empty();
    const bool quiet = options.quiet || !is_first;
    const LoadedRoadmap loaded = load_roadmap(options.files,
                                              {.output = group.empty() ? "-" : group.front().file,
                                               .quiet = quiet,
                                               .cycles = options.view.cycles()},
                                              console);
    if (!loaded.graph) return loaded.status;
    status = loaded.status;
    Status resolved = loaded.status;
    const auto view = options.view.resolve(loaded, quiet, console, resolved);
    if (!view) return resolved;
    View selected = select_view(*loaded.graph, *view);
    const std::size_t redundant_edges = selected.redundant_edges;
    const Status made =
        make_pictures(loaded, std::move(selected), options, group, outputs, console);
    if (made != Status::fine) return made;
    if (!quiet && !console.page()) {
      tell_what_is_left_out(loaded, redundant_edges, pictures, console);
    }
  }
  return write_files(outputs, console) ? status : Status::failed;
}

Status give_pages(const RenderOptions& options, CommandLine& line, Console& console) {
  const std::string extension = ".svg";
  const std::filesystem::path folder = options.outputs.front();
  const LoadedRoadmap loaded = load_roadmap(options.files,
                                            {.output = (folder / "overview.svg").string(),
                                             .quiet = options.quiet,
                                             .cycles = options.view.cycles()},
                                            console);
  if (!loaded.graph) return loaded.status;
  Status status = loaded.status;
  const auto view = options.view.resolve(loaded, options.quiet, console, status);
  if (!view) return status;
  Diagnostics diagnostics;
  std::vector<OutputFile> outputs;
  std::vector<std::string> names;
  for (ViewPage& page : split_view(*loaded.graph, *view, extension)) {
    DrawnRoadmap drawn(std::move(page.view), options.draw);
    std::string unused;
    auto text = with_progress(console, "drawing", [&] {
      return drawn.write(PictureFormat::svg, page.name, diagnostics, unused);
    });
    if (!text) {
      print_problems(diagnostics, loaded.sources, console);
      return Status::wrong_input;
    }
    names.push_back((folder / (page.name + extension)).string());
    outputs.push_back({names.back(), std::move(*text), drawn.alt()});
  }
  if (!tell_of_layout(diagnostics, loaded, console)) return Status::wrong_input;
  NewFolders created;
  if (!created.make(folder, console)) return Status::failed;
  const auto inputs = options.files.with(options.view.known_files());
  if (const auto wrong = refuse_overwriting(names, inputs, console)) {
    return line.usage_error(console, *wrong);
  }
  if (!write_files(outputs, console)) return Status::failed;
  created.keep();
  return loaded.status;
}

}  // namespace

Status run_render(CommandLine& line, Console& console) {
  RenderOptions options;
  options.declare(line, console);
  if (const auto done = line.parse(console)) return *done;
  options.settle(line);
  std::vector<Picture> pictures;
  if (const auto wrong = options.wrong_usage(line, pictures, console)) {
    return line.usage_error(console, *wrong);
  }

  return options.view.splits() ? give_pages(options, line, console)
                               : give_pictures(pictures, options, console);
}

}  // namespace prereq::cli
