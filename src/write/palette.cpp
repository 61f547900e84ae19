#include "write/palette.hpp"

#include <fmt/format.h>

namespace prereq {
namespace {

constexpr Colour rgb(std::uint32_t value) {
  return {static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>(value >> 8U),
          static_cast<std::uint8_t>(value)};
}

constexpr std::uint8_t mixed(std::uint8_t from, std::uint8_t to, int percent) {
  return static_cast<std::uint8_t>((from * (100 - percent) + to * percent + 50) / 100);
}

constexpr Colour mix(Colour from, Colour to, int percent) {
  return {mixed(from.red, to.red, percent), mixed(from.green, to.green, percent),
          mixed(from.blue, to.blue, percent)};
}

struct Hue {
  std::uint32_t light_band;
  std::uint32_t light_title;
  std::uint32_t dark_band;
  std::uint32_t dark_title;
};

// Neighbours differ most: sections are coloured in order.
constexpr std::array<Hue, palette_size> hues = {{
    {0x0072B2, 0x005A8E, 0x2B8CD0, 0x6CB8EC},  // blue
    {0xE69F00, 0x835A00, 0xE69F00, 0xEDB445},  // orange
    {0x009E73, 0x006B4E, 0x12B588, 0x3FC9A0},  // bluish green
    {0xCC79A7, 0x97386F, 0xD585B1, 0xE3A3C6},  // reddish purple
    {0x332288, 0x332288, 0x7159DA, 0xA99CEB},  // indigo
    {0xD55E00, 0xA34600, 0xDB5F12, 0xF0914D},  // vermilion
    {0x56B4E9, 0x1B6A99, 0x7CC8F2, 0x8FD0F5},  // sky blue
    {0xE6DA38, 0x675D00, 0xF0E442, 0xE8DC4A},  // yellow
    {0x882255, 0x882255, 0xB8477F, 0xE087B2},  // wine
    {0x2E343B, 0x3A424B, 0xCBD2D9, 0xCBD2D9},  // grey
}};

// From a hint of the colour to two thirds of it: titles stay legible on all.
constexpr std::array<Colour, most_shade> shades_of(Colour card, Colour full) {
  std::array<Colour, most_shade> shades{};
  for (std::uint8_t i = 0; i < most_shade; ++i) shades[i] = mix(card, full, 12 + 17 * i);
  return shades;
}

// Percent of grey in the edges of a section.
constexpr int edge_greyness = 35;

constexpr ThemeColours make_light() {
  ThemeColours theme{.paper = rgb(0xFFFFFF),
                     .ink = rgb(0x1F2328),
                     .muted = rgb(0x59626C),
                     .card = rgb(0xFFFFFF),
                     .border = rgb(0xA3ACB6),
                     .edge = rgb(0x7D8793),
                     .goal = rgb(0x26344D),
                     .goal_ink = rgb(0xFFFFFF),
                     .band = rgb(0x8C959F),
                     .done = rgb(0x1A7F37),
                     .done_card = rgb(0xEFF6F0),
                     .ready = rgb(0x0969DA),
                     .cycle = rgb(0xCF222E),
                     .link = rgb(0x0969DA),
                     .paid = rgb(0x8A5D00),
                     .chain = rgb(0x1F2328),
                     .count = rgb(0xA34600),
                     .shades = shades_of(rgb(0xFFFFFF), rgb(0xE8853A)),
                     .sections = {}};
  for (std::size_t i = 0; i < palette_size; ++i) {
    const Colour band = rgb(hues[i].light_band);
    const Colour tint = mix(rgb(0xFCFCFD), band, 6);
    const Colour title = rgb(hues[i].light_title);
    theme.sections[i] = {band, title, tint, mix(rgb(0xDFE3E8), band, 25),
                         mix(title, theme.edge, edge_greyness)};
  }
  return theme;
}

constexpr ThemeColours make_dark() {
  ThemeColours theme{.paper = rgb(0x0D1117),
                     .ink = rgb(0xE6EDF3),
                     .muted = rgb(0xA3ADB8),
                     .card = rgb(0x0D1117),
                     .border = rgb(0x59636E),
                     .edge = rgb(0x8892A0),
                     .goal = rgb(0xD5DEEA),
                     .goal_ink = rgb(0x10161F),
                     .band = rgb(0x7D8590),
                     .done = rgb(0x3FB950),
                     .done_card = rgb(0x122117),
                     .ready = rgb(0x58A6FF),
                     .cycle = rgb(0xFF7B72),
                     .link = rgb(0x58A6FF),
                     .paid = rgb(0xE3B341),
                     .chain = rgb(0xE6EDF3),
                     .count = rgb(0xF0914D),
                     .shades = shades_of(rgb(0x0D1117), rgb(0xC4571A)),
                     .sections = {}};
  for (std::size_t i = 0; i < palette_size; ++i) {
    const Colour band = rgb(hues[i].dark_band);
    const Colour tint = mix(rgb(0x171D26), band, 5);
    const Colour title = rgb(hues[i].dark_title);
    theme.sections[i] = {band, title, tint, mix(rgb(0x2B323C), band, 18),
                         mix(title, theme.edge, edge_greyness)};
  }
  return theme;
}

// About as bright as WCAG's relative luminance says, without its power functions.
double brightness(Colour colour) {
  const auto squared = [](std::uint8_t part) { return part / 255.0 * (part / 255.0); };
  return 0.2126 * squared(colour.red) + 0.7152 * squared(colour.green) +
         0.0722 * squared(colour.blue);
}

// Moved to grey, black or white until its contrast is 3:1 on white and on nearly black.
Colour for_any_page(Colour colour) {
  constexpr double darkest = 0.145;
  constexpr double brightest = 0.28;
  while (brightness(colour) < darkest) colour = mix(colour, rgb(0xFFFFFF), 5);
  while (brightness(colour) > brightest) colour = mix(colour, rgb(0x000000), 5);
  return colour;
}

constexpr ThemeColours light = make_light();
constexpr ThemeColours dark = make_dark();

}  // namespace

std::string hex(Colour colour) {
  return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

ThemeColours on_any_page(ThemeColours theme) {
  for (Colour* colour : {&theme.edge, &theme.cycle, &theme.chain}) *colour = for_any_page(*colour);
  for (SectionColours& section : theme.sections) section.edge = for_any_page(section.edge);
  return theme;
}

const ThemeColours& light_colours() { return light; }
const ThemeColours& dark_colours() { return dark; }

}  // namespace prereq
