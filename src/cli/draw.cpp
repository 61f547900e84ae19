#include "cli/draw.hpp"

#include <array>
#include <utility>

#include "prereq/digest.hpp"
#include "prereq/dot.hpp"

namespace prereq::cli {

std::optional<PictureFormat> find_picture_format(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, PictureFormat>, 10> formats = {{
      {"svg", PictureFormat::svg},
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
                                               Diagnostics& diagnostics) {
  if (format == PictureFormat::dot) return write_dot(view_, options_.arrange, diagnostics);
  if (options_.renderer == Renderer::graphviz) {
    return write_graphviz_svg(view_, options_.arrange, diagnostics);
  }
  if (!drawing_) drawing_ = arrange(view_, options_.arrange, diagnostics);
  if (!drawing_) return std::nullopt;
  options_.svg.id_prefix = id_prefix;
  options_.svg.source_digest = source_digest(view_, options_.arrange, options_.svg);
  return write_svg(view_, *drawing_, options_.svg);
}

}  // namespace prereq::cli
