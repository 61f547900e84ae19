// The elements that a drawing is made of, and their classes.
#pragma once

#include <string>
#include <string_view>

#include "base/xml.hpp"
#include "prereq/drawing.hpp"
#include "prereq/view.hpp"
#include "write/svg_text.hpp"

namespace prereq {

// "edge requires" and the like.
std::string_view edge_class(EdgeStyle style);
// What follows the other classes: " emphasized" or " quiet"; empty for none.
std::string emphasis_class(Emphasis emphasis);

void write_box(XmlWriter& xml, const Box& box, std::string_view name, double radius);
void write_path(XmlWriter& xml, std::string_view name, std::string_view data);
// `hidden` from screen readers, where the words are said elsewhere.
void write_text(XmlWriter& xml, const SetText& set, bool hidden = false);
// A text that may lead somewhere by itself.
void write_linked_text(XmlWriter& xml, const SetText& drawn, bool hidden = false);

}  // namespace prereq
