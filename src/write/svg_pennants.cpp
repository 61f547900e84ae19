#include "write/svg_pennants.hpp"

#include <fmt/format.h>

#include <string>

#include "base/safe_names.hpp"
#include "write/card_words.hpp"
#include "write/svg_badges.hpp"
#include "write/svg_shapes.hpp"
#include "write/svg_style.hpp"

namespace prereq {
namespace {

// Left of the words, as high as the flag's middle.
Point tick_centre(const DrawnPennant& drawn) {
  constexpr double before_words_px = 10;
  return {drawn.lines.front().baseline.x - before_words_px, drawn.box.y + drawn.box.height / 2};
}

}  // namespace

void write_pennant(XmlWriter& xml, std::string_view root, const ViewPennant& pennant,
                   const DrawnPennant& drawn) {
  std::string classes = "goal";
  if (pennant.state != CardState::none) classes += fmt::format(" {}", state_name(pennant.state));
  xml.line().open("g").attribute("class", classes);
  xml.attribute("id", fmt::format("{}-goal-{}", root, escape_id(pennant.id)));
  xml.attribute("data-goal", pennant.id);
  if (pennant.state != CardState::none) xml.attribute("data-state", state_name(pennant.state));
  xml.attribute("role", "graphics-symbol").attribute("aria-label", pennant_label(pennant));
  xml.line().open("title").text(pennant_tooltip(pennant)).close();
  xml.line().open("path").attribute("class", "flag");
  xml.attribute("d", pennant_path(drawn.box)).close();
  if (pennant.state == CardState::done) {
    xml.open("path").attribute("class", "tick");
    xml.attribute("d", tick_path(tick_centre(drawn))).close();
  }
  for (const DrawnText& line : drawn.lines) {
    xml.line().open("text").attribute("class", text_class(line.role));
    xml.attribute("x", line.baseline.x).attribute("y", line.baseline.y);
    xml.text(line.text).close();
  }
  xml.close();
}

}  // namespace prereq
