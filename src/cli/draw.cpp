#include "cli/draw.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "arrange/child.hpp"
#include "prereq/digest.hpp"
#include "prereq/dot.hpp"
#include "prereq/drawing_quality.hpp"
#include "prereq/graphviz_svg.hpp"
#include "prereq/png_pdf.hpp"
#include "prereq/roadmap_file.hpp"

namespace prereq::cli {
namespace {

// Where memory is short, librsvg's own libraries end the process instead of saying so.
std::optional<std::string> converted_in_child(
    const std::function<std::optional<std::string>(std::string& wrong)>& convert,
    LayoutLimits limits, std::string& wrong) {
  constexpr double seconds = 600;  // a large PNG takes long, and nothing in it can hang
  constexpr char converted = 'c';
  constexpr char failed = 'f';
  limits.seconds = std::max(limits.seconds, seconds);
  const ChildResult result = run_in_child(
      [&] {
        std::string mistake;
        const auto picture = convert(mistake);
        return picture ? converted + *picture : failed + mistake;
      },
      limits);
  if (result.bytes.starts_with(converted)) return result.bytes.substr(1);
  wrong = result.bytes.starts_with(failed) ? result.bytes.substr(1) : "librsvg " + result.failure;
  if (result.failure.starts_with("crashed")) wrong += ", as it does where memory is short";
  return std::nullopt;
}

}  // namespace

std::optional<PictureFormat> find_picture_format(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, PictureFormat>, 12> formats = {{
      {"svg", PictureFormat::svg},
      {"png", PictureFormat::png},
      {"pdf", PictureFormat::pdf},
      {"dot", PictureFormat::dot},
      {"gv", PictureFormat::dot},
      {"mermaid", PictureFormat::mermaid},
      {"mmd", PictureFormat::mermaid},
      {"graphml", PictureFormat::graphml},
      {"json", PictureFormat::json},
      {"markdown", PictureFormat::markdown},
      {"md", PictureFormat::markdown},
      {"csv", PictureFormat::csv},
  }};
  for (const auto& [known, format] : formats) {
    if (known == name) return format;
  }
  return std::nullopt;
}

DrawnRoadmap::DrawnRoadmap(View view, DrawOptions options)
    : options_(std::move(options)), view_(std::move(view)) {}

std::optional<std::string> DrawnRoadmap::write(PictureFormat format, const std::string& id_prefix,
                                               Diagnostics& diagnostics, std::string& wrong) {
  if (!is_png_or_pdf(format)) return svg(options_.svg.theme, id_prefix, diagnostics);
  // Nobody's preferences are known there.
  const bool dark = options_.svg.theme == Theme::dark;
  const auto drawn = svg(dark ? Theme::dark : Theme::light, id_prefix, diagnostics);
  if (!drawn) return std::nullopt;
  const auto convert = [&](std::string& mistake) {
    const Paper paper = options_.svg.paper;
    return format == PictureFormat::png ? svg_to_png(*drawn, options_.png_scale, mistake, paper)
                                        : svg_to_pdf(*drawn, view_.title, mistake, paper);
  };
  const auto& limits = options_.arrange.child;
  return limits ? converted_in_child(convert, *limits, wrong) : convert(wrong);
}

std::optional<std::string> DrawnRoadmap::svg(Theme theme, const std::string& id_prefix,
                                             Diagnostics& diagnostics) {
  if (options_.renderer == Renderer::graphviz) {
    auto written = write_graphviz_svg(with_every_line(view_), options_.arrange, diagnostics);
    if (written) return written;
    write_it_ourselves(diagnostics);
  }
  SvgOptions options = options_.svg;
  options.theme = theme;
  options.id_prefix = id_prefix;
  options.source_digest = source_digest(view_, options_.arrange, options);
  const Drawing& made = drawing(diagnostics);
  return write_svg(drawn_view(), made, options);
}

// There is to be a picture all the same, and no second wait for Graphviz.
void DrawnRoadmap::write_it_ourselves(Diagnostics& diagnostics) {
  for (Diagnostic& each : diagnostics.items()) {
    if (each.code != Code::layout_failed) continue;
    each.severity = Severity::warning;
    each.notes.push_back({{}, "prereq wrote the picture itself, in its own look"});
  }
  options_.renderer = Renderer::prereq;
  options_.arrange.engine = Engine::builtin;
}

std::string DrawnRoadmap::report(Diagnostics& diagnostics) {
  const Drawing& made = drawing(diagnostics);
  return quality_json(measure_quality(drawn_view(), made));
}

std::string DrawnRoadmap::json(const Roadmap& roadmap, Diagnostics& diagnostics) {
  const Drawing& made = drawing(diagnostics);
  return roadmap_json(roadmap, drawn_view(), made);
}

std::string DrawnRoadmap::dot(Diagnostics& diagnostics) {
  const Drawing& made = drawing(diagnostics);
  return write_dot(drawn_view(), {options_.arrange.direction, &made});
}

const Drawing& DrawnRoadmap::drawing(Diagnostics& diagnostics) {
  if (drawing_) return *drawing_;
  joined_ = with_joined_alternatives(view_);
  drawing_ = arrange(drawn_view(), options_.arrange, diagnostics);
  return *drawing_;
}

}  // namespace prereq::cli
