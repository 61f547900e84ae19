#include "cli/render_options.hpp"

#include <algorithm>

#include "base/ascii_words.hpp"
#include "cli/files.hpp"
#include "cli/words.hpp"
#include "prereq/png_pdf.hpp"
#include "read/url.hpp"

namespace prereq::cli {
namespace {

std::optional<double> parse_number(const std::string& text, double least, double most) {
  const std::optional<double> number = number_of(text);
  return number && *number >= least && *number <= most ? number : std::nullopt;
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

std::optional<std::string> parse_link(const std::string& text, std::optional<std::string>& link) {
  link = text == "none" ? std::string() : safe_href(text);
  if (!link->empty() || text == "none") return std::nullopt;
  return "is neither none nor an address that a page may link to";
}

// What is wrong with PNG and PDF as they are asked for, or nothing.
std::optional<std::string> wrong_png_or_pdf(const RenderOptions& options,
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
std::optional<std::string> list_pictures(const RenderOptions& options,
                                         std::vector<Picture>& pictures, Console& console) {
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
    if (options.is_inline && options.link) {
      return "--link is of a picture in a file of its own: leave out --inline";
    }
  }
  if (!options.report.empty() && options.draw.renderer == Renderer::graphviz) {
    return "--report measures what prereq draws: leave out --renderer graphviz";
  }
  if (options.draw.svg.paper == Paper::transparent && options.draw.renderer == Renderer::graphviz) {
    return "--paper transparent is of what prereq draws: leave out --renderer graphviz";
  }
  if (pictures.empty() && options.report != "-") {
    pictures.push_back({"-", options.format.value_or(PictureFormat::svg)});
  }
  if (options.layout_given && std::ranges::none_of(pictures, can_have_layout)) {
    return "--layout is of JSON and DOT: -o NAME.json or NAME.dot";
  }
  if (auto wrong = wrong_png_or_pdf(options, pictures, console)) return wrong;
  std::vector<std::string> written = options.outputs;
  if (!options.report.empty()) written.push_back(options.report);
  return refuse_overwriting(written, options.files.with(options.view.known_files()), console);
}

// What is wrong with how the pictures of the sections are to be written, or nothing.
std::optional<std::string> wrong_split(const RenderOptions& options, const Console& console) {
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
  if (options.layout_given) return "--layout is of JSON and DOT, which --split does not write";
  if (!options.report.empty()) return "--report is about one picture: --split draws several";
  return std::nullopt;
}

}  // namespace

void RenderOptions::declare(CommandLine& line, Console& console) {
  draw.arrange.child.emplace().seconds = console.layout_seconds();
  line.describe(
      "Draws a roadmap: sections as boxes, topics as cards, an arrow from each prerequisite to "
      "what needs it. All of it, unless told which part.");
  line.heading("Output");
  line.values("-o,--output", "NAME.EXT",
              "write there; may be repeated. The extension decides: .svg, .png, .pdf, .dot or "
              ".gv, .mmd, .graphml, .json, .md or .csv",
              outputs);
  line.value("--format", "svg|png|pdf|dot|mermaid|graphml|json|markdown|csv",
             "whatever the extension; svg is the default without one. The last four hold the whole "
             "roadmap, whatever is to be drawn",
             [this](const std::string& name) -> std::optional<std::string> {
               format = find_picture_format(in_lower_case(name));
               if (!format)
                 return "is not one of svg, png, pdf, dot, mermaid, graphml, json, markdown, csv";
               return std::nullopt;
             });
  if (console.page()) {
    line.flag("--inline", "put the SVG into the page itself", is_inline);
    line.value("--link", "URL|none", "where the picture leads (default: to its own file)",
               [this](const std::string& text) { return parse_link(text, link); });
  } else {
    line.value("--report", "FILE",
               "write how well the picture can be read, as JSON: crossings, overlaps, size of the "
               "smallest text and more. - is standard output, then without a picture unless -o "
               "names one",
               report);
  }
  declare_colour_and_quiet(line, console, quiet);
  view.declare(line);
  line.heading("Layout");
  line.choice("--direction", "which way the arrows point (default down)", draw.arrange.direction,
              {{"down", Direction::down}, {"right", Direction::right}});
  line.value(
      "--max-width", "PX|none", "of the whole picture (default 1000)",
      [this](const std::string& text) { return parse_width(text, draw.arrange.max_width_px); });
  line.choice(
      "--engine",
      "who places what prereq has planned: Graphviz's dot, or prereq itself (builtin), which "
      "is plainer; auto (default) is dot up to 330 cards",
      draw.arrange.engine,
      {{"auto", Engine::automatic}, {"dot", Engine::dot}, {"builtin", Engine::builtin}});
  declare_timeout(line, draw.arrange.child->seconds);
  line.heading("How it is written");
  if (!console.page()) {
    line.flag(
        "--layout",
        "of JSON and DOT: also where everything stands in the picture, as x-layout, or as pos "
        "for 'neato -n2'",
        with_layout);
  }
  line.choice("--theme",
              "auto (default) follows the reader's light or dark mode, and is light in PNG and PDF",
              draw.svg.theme,
              {{"auto", Theme::automatic}, {"light", Theme::light}, {"dark", Theme::dark}});
  line.choice("--paper",
              "what is behind the drawing: the theme's colour (auto, default), or the page "
              "(transparent), in PNG and PDF too",
              draw.svg.paper, {{"auto", Paper::automatic}, {"transparent", Paper::transparent}});
  line.value("--scale", "N",
             "of a PNG: how many of its pixels each of the drawing's takes (default 1)",
             [this](const std::string& text) { return parse_scale(text, scale); });
  line.choice("--renderer", "who writes the SVG: prereq (default), or Graphviz, in light only",
              draw.renderer, {{"prereq", Renderer::prereq}, {"graphviz", Renderer::graphviz}});
  line.value("--id-prefix", "TEXT",
             "what ids in the SVG start with (default: the output's name without extension, else "
             "the roadmap's)",
             id_prefix);
  line.example("prereq render roadmap.yaml -o roadmap.svg", "a picture for the docs");
  line.example("prereq render roadmap.yaml -o roadmap.svg -o roadmap.dot",
               "and its topics and edges for Graphviz");
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
  files.declare(line);
}

void RenderOptions::settle(const CommandLine& line) {
  view.give_way(line);
  format_given = line.given("--format");
  scale_given = line.given("--scale");
  layout_given = with_layout && line.given("--layout");
  width_source = line.source_of("--max-width");
  const bool splits = view.splits();
  if (splits && !format_given) format.reset();
  if (splits && !line.given("--id-prefix")) id_prefix.clear();
  const bool needs_own_drawing = splits || !report.empty();
  if (needs_own_drawing && !line.given("--renderer")) draw.renderer = Renderer::prereq;
  if (draw.svg.paper == Paper::transparent && draw.renderer == Renderer::graphviz) {
    // What was typed comes before a setting.
    if (!line.given("--renderer")) {
      draw.renderer = Renderer::prereq;
    } else if (!line.given("--paper")) {
      draw.svg.paper = Paper::automatic;
    }
  }
  draw.png_scale = scale.value_or(1);
  draw.svg.in_page = is_inline;
}

std::optional<std::string> RenderOptions::wrong_usage(const CommandLine& line,
                                                      std::vector<Picture>& pictures,
                                                      Console& console) const {
  if (auto wrong = view.wrong_usage(line)) return wrong;
  return view.splits() ? wrong_split(*this, console) : list_pictures(*this, pictures, console);
}

}  // namespace prereq::cli
