#include "cli/draw.hpp"

#include <array>
#include <utility>

#include "prereq/digest.hpp"
#include "prereq/dot.hpp"
#include "prereq/drawing_quality.hpp"
#include "prereq/graphviz_svg.hpp"
#include "prereq/png_pdf.hpp"
#include "prereq/roadmap_file.hpp"

namespace prereq::cli {

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
  const Paper paper = options_.svg.paper;
  return format == PictureFormat::png ? svg_to_png(*drawn, options_.png_scale, wrong, paper)
                                      : svg_to_pdf(*drawn, view_.title, wrong, paper);
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
