#include "write/svg_elements.hpp"

#include "read/url.hpp"
#include "write/svg_style.hpp"

namespace prereq {

std::string_view edge_class(EdgeStyle style) {
  switch (style) {
    case EdgeStyle::required: return "edge requires";
    case EdgeStyle::recommended: return "edge recommends";
    case EdgeStyle::corequisite: return "edge corequisite";
    case EdgeStyle::alternative: return "edge any";
  }
  return "edge";
}

std::string emphasis_class(Emphasis emphasis) {
  switch (emphasis) {
    case Emphasis::none: break;
    case Emphasis::strong: return " emphasized";
    case Emphasis::quiet: return " quiet";
  }
  return {};
}

void write_box(XmlWriter& xml, const Box& box, std::string_view name, double radius) {
  xml.open("rect").attribute("class", name);
  xml.attribute("x", box.x).attribute("y", box.y);
  xml.attribute("width", box.width).attribute("height", box.height);
  xml.attribute("rx", radius).close();
}

void write_path(XmlWriter& xml, std::string_view name, std::string_view data) {
  xml.open("path").attribute("class", name).attribute("d", data).close();
}

void write_text(XmlWriter& xml, const SetText& set, bool hidden) {
  const DrawnText& drawn = *set.text;
  if (drawn.text.empty()) return;
  std::string classes(text_class(drawn.role));
  if (drawn.role == TextRole::mark) classes += " " + drawn.text;
  xml.line().open("text").attribute("class", classes);
  xml.attribute("x", set.x).attribute("y", drawn.baseline.y);
  if (set.right_to_left) {
    xml.attribute("direction", "rtl").attribute("unicode-bidi", "embed");
  }
  // A line starts where it is read first.
  const auto start = set.right_to_left ? SetText::Anchor::right : SetText::Anchor::left;
  if (set.anchor != start) {
    xml.attribute("text-anchor", set.anchor == SetText::Anchor::middle ? "middle" : "end");
  }
  if (hidden) xml.attribute("aria-hidden", "true");
  xml.text(drawn.text).close();
}

void write_linked_text(XmlWriter& xml, const SetText& drawn, bool hidden) {
  const std::string href = safe_href(drawn.text->url);
  if (href.empty()) {
    write_text(xml, drawn, hidden);
    return;
  }
  xml.line().open("a").attribute("href", href).attribute("rel", "noopener");
  write_text(xml, drawn);
  xml.close();
}

}  // namespace prereq
