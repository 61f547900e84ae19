// From a roadmap to the text of a picture: the one place where the program calls the drawing.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "prereq/arrange.hpp"
#include "prereq/svg.hpp"
#include "prereq/view.hpp"

namespace prereq::cli {

// Those after `pdf` are no pictures: see exported.hpp.
enum class PictureFormat : std::uint8_t {
  svg,
  png,
  pdf,
  dot,
  mermaid,
  graphml,
  json,
  markdown,
  csv
};
// By name or extension.
std::optional<PictureFormat> find_picture_format(std::string_view name);
inline bool is_drawn(PictureFormat format) { return format <= PictureFormat::pdf; }
// Made of an SVG, by librsvg.
inline bool is_png_or_pdf(PictureFormat format) {
  return format == PictureFormat::png || format == PictureFormat::pdf;
}

// Who writes the SVG of the arranged graph.
enum class Renderer : std::uint8_t { prereq, graphviz };

struct DrawOptions {
  ArrangeOptions arrange;
  SvgOptions svg;  // the prefix is given for each picture
  Renderer renderer = Renderer::prereq;
  double png_scale = 1;
};

// A view that is drawn several times, once for each output.
class DrawnRoadmap {
 public:
  DrawnRoadmap(View view, DrawOptions options);

  // Nothing, and why in `wrong`, if there can be no PNG or PDF of it. Where Graphviz failed to lay
  // it out, a warning in `diagnostics` says so. Requires: is_drawn(format).
  std::optional<std::string> write(PictureFormat format, const std::string& id_prefix,
                                   Diagnostics& diagnostics, std::string& wrong);
  // The quality report of the picture as prereq draws it.
  std::string report(Diagnostics& diagnostics);
  // The roadmap as JSON with where everything stands in the picture.
  std::string json(const Roadmap& roadmap, Diagnostics& diagnostics);
  // The view as DOT with where everything stands in the picture.
  std::string dot(Diagnostics& diagnostics);
  // What the picture shows, for who does not see it.
  std::string alt() const { return picture_alt(view_); }
  const View& view() const { return view_; }
  // The drawing, if one was needed for what has been written so far.
  const std::optional<Drawing>& drawn() const { return drawing_; }
  // That it shows less than view() does (with_joined_alternatives()).
  bool has_joined_alternatives() const { return joined_.has_value(); }

 private:
  std::optional<std::string> svg(Theme theme, const std::string& id_prefix,
                                 Diagnostics& diagnostics);
  void write_it_ourselves(Diagnostics& diagnostics);
  const Drawing& drawing(Diagnostics& diagnostics);
  const View& drawn_view() const { return joined_ ? *joined_ : view_; }

  DrawOptions options_;
  View view_;
  std::optional<View> joined_;      // what the drawing is of, if not of view_
  std::optional<Drawing> drawing_;  // made when it is first needed, for all SVGs
};

}  // namespace prereq::cli
