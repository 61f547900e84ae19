#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/draw.hpp"
#include "cli/exported.hpp"
#include "cli/files.hpp"
#include "cli/large_picture.hpp"
#include "cli/pictures.hpp"
#include "cli/progress.hpp"
#include "cli/view_question.hpp"
#include "cli/words.hpp"
#include "prereq/png_pdf.hpp"
#include "prereq/split_view.hpp"

namespace prereq::cli {
namespace {

struct Options {
  InputFiles files;
  std::vector<std::string> outputs;
  std::optional<PictureFormat> format;
  bool format_given = false;  // on the command line
  ViewQuestion view;
  DrawOptions draw;
  std::string id_prefix;
  std::optional<double> scale;
  bool scale_given = false;  // on the command line
  std::string report;        // where the quality report goes; empty for nowhere
  bool quiet = false;
  bool is_inline = false;     // on a page
  bool with_layout = false;   // in JSON
  bool layout_given = false;  // on the command line
};

std::optional<double> parse_number(const std::string& text, double least, double most) {
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  const bool is_number = error == std::errc() && stop == end;
  if (!is_number || !(number >= least && number <= most)) return std::nullopt;
  return number;
}

std::optional<std::string> parse_width(const std::string& text, std::optional<double>& width) {
  width.reset();
  if (text == "none") return std::nullopt;
  width = parse_number(text, 100, 1e6);
  if (width) return std::nullopt;
  return "is neither none nor a number of pixels from 100 to 1000000";
}

std::optional<std::string> parse_scale(const std::string& text, std::optional<double>& scale) {
  scale = parse_number(text, least_png_scale, most_png_scale);
  if (scale) return std::nullopt;
  return "is not a number from 0.1 to 16";
}

void declare(CommandLine& line, Options& options, Console& console) {
  options.draw.arrange.child.emplace().seconds = console.layout_seconds();
  line.describe(
      "Draws a roadmap: sections as boxes, topics as cards, an arrow from each prerequisite to "
      "what needs it. All of it, unless told which part.");
  line.heading("Output");
  line.values("-o,--output", "NAME.EXT",
              "write there; may be repeated. The extension decides: .svg, .png, .pdf, .dot or "
              ".gv, .mmd, .graphml, .json, .md or .csv",
              options.outputs);
  line.value("--format", "svg|png|pdf|dot|mermaid|graphml|json|markdown|csv",
             "whatever the extension; svg is the default without one. The last four hold the whole "
             "roadmap, whatever is to be drawn",
             [&options](const std::string& name) -> std::optional<std::string> {
               options.format = find_picture_format(name);
               if (!options.format)
                 return "is not one of svg, png, pdf, dot, mermaid, graphml, json, markdown, csv";
               return std::nullopt;
             });
  if (console.page()) {
    line.flag("--inline", "put the SVG into the page itself", options.is_inline);
  } else {
    line.value("--report", "FILE",
               "write how well the picture can be read, as JSON: crossings, overlaps, size of the "
               "smallest text and more. - is standard output, then without a picture unless -o "
               "names one",
               options.report);
  }
  declare_colour_and_quiet(line, console, options.quiet);
  options.view.declare(line);
  line.heading("Layout");
  line.choice("--direction", "which way the arrows point (default down)",
              options.draw.arrange.direction,
              {{"down", Direction::down}, {"right", Direction::right}});
  line.value("--max-width", "PX|none", "of the whole picture (default 1000)",
             [&options](const std::string& text) {
               return parse_width(text, options.draw.arrange.max_width_px);
             });
  line.choice("--engine",
              "who lays it out: prereq itself (builtin), with few lines that cross, or Graphviz's "
              "dot; auto (default) is builtin where it can",
              options.draw.arrange.engine,
              {{"auto", Engine::automatic}, {"dot", Engine::dot}, {"builtin", Engine::builtin}});
  declare_timeout(line, options.draw.arrange.child->seconds);
  line.heading("How it is written");
  if (!console.page()) {
    line.flag("--layout", "of JSON: also where everything stands in the picture, as x-layout",
              options.with_layout);
  }
  line.choice("--theme",
              "auto (default) follows the reader's light or dark mode, and is light in PNG and PDF",
              options.draw.svg.theme,
              {{"auto", Theme::automatic}, {"light", Theme::light}, {"dark", Theme::dark}});
  line.value("--scale", "N",
             "of a PNG: how many of its pixels each of the drawing's takes (default 1)",
             [&options](const std::string& text) { return parse_scale(text, options.scale); });
  line.choice("--renderer", "who writes the SVG: prereq (default), or Graphviz, in light only",
              options.draw.renderer,
              {{"prereq", Renderer::prereq}, {"graphviz", Renderer::graphviz}});
  line.value("--id-prefix", "TEXT",
             "what ids in the SVG start with (default: the output's name without extension, else "
             "the roadmap's)",
             options.id_prefix);
  line.example("prereq render roadmap.yaml -o roadmap.svg", "a picture for the docs");
  line.example("prereq render roadmap.yaml -o roadmap.svg -o roadmap.dot",
               "and the same graph for Graphviz");
  line.example("prereq render roadmap.yaml --scale 2 -o roadmap.png -o roadmap.pdf",
               "pixels for slides, and a page to print");
  line.example("prereq render roadmap.yaml -o roadmap.mmd",
               "a flowchart for Mermaid, as on GitHub");
  line.example("prereq render roadmap.yaml -o roadmap.json", "all of it, for other programs");
  line.example("prereq render roadmap.yaml --to sourdough-loaf --known shaping -o path.svg",
               "the shortest path to a topic, with what is done and what can be started");
  line.example("prereq render roadmap.yaml --collapse all -o overview.svg", "its sections alone");
  line.example("prereq render roadmap.yaml --split -o pictures", "an overview and its sections");
  line.wrong_input_means(
      "the roadmap has errors, a name is unknown, a goal cannot be reached, or the picture is too "
      "large to be laid out");
  options.files.declare(line);
}

std::string stem(const std::string& file) { return std::filesystem::path(file).stem().string(); }

// Settings that contradict what was typed are dropped.
void give_way(Options& options, const CommandLine& line) {
  options.view.give_way(line);
  const bool splits = options.view.splits();
  if (splits && !line.given("--format")) options.format.reset();
  if (splits && !line.given("--id-prefix")) options.id_prefix.clear();
  const bool needs_own_drawing = splits || !options.report.empty();
  if (needs_own_drawing && !line.given("--renderer")) options.draw.renderer = Renderer::prereq;
}

// What is wrong with PNG and PDF as they are asked for, or nothing.
std::optional<std::string> wrong_png_or_pdf(const Options& options,
                                            const std::vector<Picture>& pictures,
                                            const Console& console) {
  bool has_png = false;
  for (const Picture& picture : pictures) {
    has_png = has_png || picture.format == PictureFormat::png;
    if (!is_png_or_pdf(picture.format)) continue;
    if (const std::string complaint = png_pdf_complaint(); !complaint.empty()) return complaint;
    if (picture.file == "-" && console.output_is_terminal()) {
      return "a terminal cannot show PNG and PDF: say where they go, with -o";
    }
  }
  if (options.scale_given && !has_png) return "--scale is of a PNG: -o NAME.png";
  return std::nullopt;
}

// The pictures that are asked for, or what is wrong with that.
std::optional<std::string> list_pictures(const Options& options, std::vector<Picture>& pictures,
                                         Console& console) {
  for (const std::string& file : options.outputs) {
    std::optional<PictureFormat> format =
        options.format_given ? options.format : format_named(file);
    if (!format) format = options.format;
    if (!format && file == "-") format = PictureFormat::svg;
    if (!format) {
      return "cannot tell the format of '" + file +
             "' from its name: use .svg, .dot or another "
             "that --help names, or --format";
    }
    pictures.push_back({file, *format});
  }
  if (console.page()) {
    auto wrong = wrong_on_page(pictures, options.is_inline, options.format, options.draw.renderer);
    if (wrong) return wrong;
  }
  if (!options.report.empty() && options.draw.renderer == Renderer::graphviz) {
    return "--report measures what prereq draws: leave out --renderer graphviz";
  }
  if (pictures.empty() && options.report != "-") {
    pictures.push_back({"-", options.format.value_or(PictureFormat::svg)});
  }
  if (options.layout_given && std::ranges::none_of(pictures, is_json)) {
    return "--layout is of JSON: -o NAME.json";
  }
  if (auto wrong = wrong_png_or_pdf(options, pictures, console)) return wrong;
  std::vector<std::string> written = options.outputs;
  if (!options.report.empty()) written.push_back(options.report);
  return refuse_overwriting(written, options.files.with(options.view.known_files()), console);
}

// What is wrong with how the pictures of the sections are to be written, or nothing.
std::optional<std::string> wrong_split(const Options& options, const Console& console) {
  if (console.page()) return "a marker shows one picture: --split draws several";
  if (options.outputs.size() != 1 || options.outputs.front() == "-") {
    return "say which folder the pictures go to: --split -o FOLDER";
  }
  if (options.format.value_or(PictureFormat::svg) != PictureFormat::svg) {
    return "--split draws SVG, whose links lead from picture to picture";
  }
  if (options.draw.renderer == Renderer::graphviz) {
    return "--split and --renderer graphviz exclude each other";
  }
  if (!options.id_prefix.empty()) return "--split and --id-prefix exclude each other";
  if (options.scale_given) return "--scale is of a PNG, which --split does not draw";
  if (options.layout_given) return "--layout is of JSON, which --split does not write";
  if (!options.report.empty()) return "--report is about one picture: --split draws several";
  return std::nullopt;
}

// Once, however many files there are of a format.
void tell_what_is_left_out(const LoadedRoadmap& loaded, const std::vector<Picture>& pictures,
                           Console& console) {
  std::set<PictureFormat> told;
  for (const Picture& picture : pictures) {
    const std::string left_out = left_out_by(picture.format, *loaded.graph);
    if (left_out.empty() || !told.insert(picture.format).second) continue;
    const std::string file = picture.file == "-" ? "standard output" : "'" + picture.file + "'";
    console.complain(join({file, left_out}, " "));
  }
}

std::optional<std::string> text_of(const Picture& picture, const LoadedRoadmap& loaded,
                                   const Options& options, DrawnRoadmap& drawn,
                                   Diagnostics& diagnostics, std::string& wrong) {
  if (options.with_layout && is_json(picture)) {
    return drawn.json(loaded.graph->roadmap(), diagnostics);
  }
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
                     "give it more time (--timeout), or say --engine builtin: prereq's own rows "
                     "are the same on every machine"}};
    }
  }
  print_problems(diagnostics, loaded.sources, console);
  return !console.page();
}

void tell_of_size(const DrawnRoadmap& drawn, const LoadedRoadmap& loaded, Console& console) {
  if (!drawn.drawn()) return;
  const auto advice = advice_on_large_picture(*drawn.drawn(), loaded.graph->roadmap());
  if (advice) console.complain(*advice);
}

// Adds the pictures to `outputs`, and the report unless they are not the first ones.
Status make_pictures(const LoadedRoadmap& loaded, View view, const Options& options,
                     const std::vector<Picture>& pictures, std::vector<OutputFile>& outputs,
                     Console& console) {
  Diagnostics diagnostics;
  std::string wrong;
  DrawnRoadmap drawn(std::move(view), options.draw);
  const bool is_first = outputs.empty();
  const auto add = [&](const std::string& file, std::optional<std::string> text) {
    if (!text) return false;
    outputs.push_back({file, *std::move(text), drawn.alt()});
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
  tell_of_size(drawn, loaded, console);
  return Status::fine;
}

Status give_pictures(const std::vector<Picture>& pictures, const Options& options,
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
    const Status made =
        make_pictures(loaded, select_view(*loaded.graph, *view), options, group, outputs, console);
    if (made != Status::fine) return made;
    if (!quiet && !console.page()) tell_what_is_left_out(loaded, pictures, console);
  }
  return write_files(outputs, console) ? status : Status::failed;
}

Status give_pages(const Options& options, CommandLine& line, Console& console) {
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
  Options options;
  declare(line, options, console);
  if (const auto done = line.parse(console)) return *done;
  give_way(options, line);
  options.format_given = line.given("--format");
  options.scale_given = line.given("--scale");
  options.layout_given = options.with_layout && line.given("--layout");
  std::vector<Picture> pictures;
  auto wrong = options.view.wrong_usage(line);
  if (!wrong) {
    wrong = options.view.splits() ? wrong_split(options, console)
                                  : list_pictures(options, pictures, console);
  }
  if (wrong) return line.usage_error(console, *wrong);
  options.draw.png_scale = options.scale.value_or(1);

  return options.view.splits() ? give_pages(options, line, console)
                               : give_pictures(pictures, options, console);
}

}  // namespace prereq::cli
