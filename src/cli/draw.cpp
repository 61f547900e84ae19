#include "cli/draw.hpp"

#include <utility>

namespace prereq::cli {

std::optional<PictureFormat> find_picture_format(std::string_view name) {
  if (name == "svg") return PictureFormat::svg;
  return std::nullopt;
}

DrawnRoadmap::DrawnRoadmap(const TopicGraph& graph, DrawOptions options)
    : options_(std::move(options)), view_(select_view(graph, options_.view)) {}

std::optional<std::string> DrawnRoadmap::write(PictureFormat format, const std::string& id_prefix,
                                               Diagnostics& diagnostics) {
  if (!drawing_) drawing_ = arrange(view_, options_.arrange, diagnostics);
  if (!drawing_) return std::nullopt;
  options_.svg.id_prefix = id_prefix;
  switch (format) {
    case PictureFormat::svg: return write_svg(view_, *drawing_, options_.svg);
  }
  return std::nullopt;
}

}  // namespace prereq::cli
