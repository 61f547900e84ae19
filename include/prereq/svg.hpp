// Writes a drawing as one self-contained SVG file.
#pragma once

#include <string>

#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq {

enum class Theme : std::uint8_t { automatic, light, dark };

struct SvgOptions {
  Theme theme = Theme::automatic;
  std::string id_prefix = "prereq";
  std::string source_digest;  // becomes `data-source`; left out when empty
};

// Requires: `drawing` was made from `view`. The same bytes for the same arguments everywhere.
std::string write_svg(const View& view, const Drawing& drawing, const SvgOptions& options = {});

}  // namespace prereq
