// Where the titles of sections stand: as far left in their box as no edge crosses them.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "arrange/coordinates.hpp"
#include "arrange/curve_stripes.hpp"
#include "arrange/plan.hpp"

namespace prereq {

struct PlacedTitle {
  std::vector<DrawnText> lines;  // relative to top_left
  Point top_left;
};

// `coordinates` are tightened, `curves` are those of their edges; the section has a box. A title
// that Graphviz gave a place stands there or further left in its row. Any other is wrapped more
// narrowly where that helps; nothing if edges and cards leave no place for it in the whole box.
std::optional<PlacedTitle> place_title(const View& view, const ArrangementPlan& plan,
                                       const Coordinates& coordinates, const CurveStripes& curves,
                                       std::size_t section);

// In the upper left corner, whatever crosses it there.
PlacedTitle title_in_corner(const ArrangementPlan& plan, const Coordinates& coordinates,
                            std::size_t section);

}  // namespace prereq
