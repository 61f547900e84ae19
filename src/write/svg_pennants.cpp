#include "write/svg_pennants.hpp"

#include <fmt/format.h>

#include <string>

#include "base/safe_names.hpp"
#include "write/card_words.hpp"
#include "write/svg_badges.hpp"
#include "write/svg_elements.hpp"
#include "write/svg_shapes.hpp"
#include "write/svg_style.hpp"
#include "write/svg_text.hpp"

namespace prereq {
namespace {

constexpr double tail_px = 14;  // which texts stay clear of

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
  classes += emphasis_class(pennant.emphasis);
  xml.line().open("g").attribute("class", classes);
  xml.attribute("id", fmt::format("{}-goal-{}", root, escape_id(pennant.id)));
  xml.attribute("data-goal", pennant.id);
  if (pennant.state != CardState::none) xml.attribute("data-state", state_name(pennant.state));
  xml.attribute("role", "graphics-symbol").attribute("aria-label", pennant_label(pennant));
  xml.line().open("title").text(pennant_tooltip(pennant)).close();
  xml.line();
  write_path(xml, "flag", pennant_path(drawn.box));
  if (pennant.state == CardState::done) write_path(xml, "tick", tick_path(tick_centre(drawn)));
  for (const SetText& line : set_texts(drawn.lines, drawn.box.right() - tail_px)) {
    write_text(xml, line);
  }
  xml.close();
}

}  // namespace prereq
