// Goals at the foot of cards.
#pragma once

#include <string_view>

#include "base/xml.hpp"
#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq {

// A group of its own, to be written beside that of the card: as a part of a symbol or of a link,
// nobody would be told of it. `root` is the id of the drawing.
void write_pennant(XmlWriter& xml, std::string_view root, const ViewPennant& pennant,
                   const DrawnPennant& drawn);

}  // namespace prereq
