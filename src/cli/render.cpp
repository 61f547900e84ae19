#include <charconv>
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/draw.hpp"
#include "cli/files.hpp"
#include "cli/words.hpp"

namespace prereq::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  std::vector<std::string> outputs;
  std::optional<PictureFormat> format;
  DrawOptions draw;
  std::string id_prefix;
  bool quiet = false;
  bool is_inline = false;  // on a page
};

std::optional<std::string> parse_width(const std::string& text, std::optional<double>& width) {
  constexpr double least = 100;
  constexpr double most = 1e6;
  if (text == "none") {
    width.reset();
    return std::nullopt;
  }
  double px = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, px);
  if (error != std::errc() || stop != end || !(px >= least && px <= most)) {
    return "is neither none nor a number of pixels from 100 to 1000000";
  }
  width = px;
  return std::nullopt;
}

void declare(CommandLine& line, Options& options, Console& console) {
  line.describe(
      "Draws the whole roadmap: sections as boxes, topics as cards, an arrow from each "
      "prerequisite to what needs it.");
  line.heading("Output");
  line.values("-o,--output", "NAME.EXT",
              "write there; may be repeated. The extension decides: .svg, .dot or .gv",
              options.outputs);
  line.value("--format", "svg|dot", "whatever the extension; svg is the default without one",
             [&options](const std::string& name) -> std::optional<std::string> {
               options.format = find_picture_format(name);
               if (!options.format) return "is not one of svg, dot";
               return std::nullopt;
             });
  if (console.page()) {
    line.flag("--inline", "put the SVG into the page itself", options.is_inline);
  }
  declare_colour_and_quiet(line, console, options.quiet);
  line.heading("Layout");
  line.choice("--direction", "which way the arrows point (default down)",
              options.draw.arrange.direction,
              {{"down", Direction::down}, {"right", Direction::right}});
  line.value("--max-width", "PX|none", "of the whole picture (default 1000)",
             [&options](const std::string& text) {
               return parse_width(text, options.draw.arrange.max_width_px);
             });
  line.heading("What is shown, and how");
  line.flag("--all-edges", "redundant prerequisites too", options.draw.view.all_edges);
  line.choice("--theme", "auto (default) follows the reader's light or dark mode",
              options.draw.svg.theme,
              {{"auto", Theme::automatic}, {"light", Theme::light}, {"dark", Theme::dark}});
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
  line.wrong_input_means("the roadmap has errors, or Graphviz could not lay it out");
  line.operands("FILE...", options.files);
}

std::string stem(const std::string& file) { return std::filesystem::path(file).stem().string(); }

struct Picture {
  std::string file;
  PictureFormat format;
};

// The pictures that are asked for, or what is wrong with that.
std::optional<std::string> list_pictures(const Options& options, std::vector<Picture>& pictures,
                                         Console& console) {
  for (const std::string& file : options.outputs) {
    std::optional<PictureFormat> format = options.format;
    const std::string extension = std::filesystem::path(file).extension().string();
    if (!format && !extension.empty()) format = find_picture_format(extension.substr(1));
    if (!format && file == "-") format = PictureFormat::svg;
    if (!format) {
      return "cannot tell the format of '" + file + "' from its name: use .svg, .dot or .gv, or " +
             "--format";
    }
    pictures.push_back({file, *format});
  }
  if (console.page() && options.is_inline != pictures.empty()) {
    return "say either where the picture goes, with -o NAME.svg, or --inline";
  }
  if (pictures.empty()) pictures.push_back({"-", options.format.value_or(PictureFormat::svg)});
  return refuse_overwriting(options.outputs, options.files, console);
}

}  // namespace

Status run_render(CommandLine& line, Console& console) {
  Options options;
  declare(line, options, console);
  if (const auto done = line.parse(console)) return *done;
  std::vector<Picture> pictures;
  if (const auto wrong = list_pictures(options, pictures, console)) {
    return line.usage_error(console, *wrong);
  }

  const std::string& input = options.files.front();
  const LoadedRoadmap loaded = load_roadmap(options.files, console);
  if (!loaded.graph) return loaded.status;

  Diagnostics diagnostics;
  DrawnRoadmap drawn(*loaded.graph, options.draw);
  std::vector<OutputFile> outputs;
  for (const Picture& picture : pictures) {
    std::string prefix = options.id_prefix;
    if (prefix.empty()) prefix = stem(picture.file == "-" ? input : picture.file);
    auto text = drawn.write(picture.format, prefix, diagnostics);
    if (!text) {
      print_problems(diagnostics, loaded.sources, console);
      return Status::wrong_input;
    }
    outputs.push_back({picture.file, std::move(*text), drawn.alt()});
  }
  return write_files(outputs, console) ? Status::fine : Status::failed;
}

}  // namespace prereq::cli
