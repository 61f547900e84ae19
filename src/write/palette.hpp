// The colours of a drawing, in a light and a dark variant.
//
// Sections take their hues from the palettes of Okabe and Ito and of Tol, told apart with any
// colour vision; text has a contrast of at least 4.5:1 on what it stands on. Tests compute both.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "prereq/view.hpp"

namespace prereq {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
};

std::string hex(Colour colour);  // "#0072b2"

struct SectionColours {
  Colour band;    // at the left edge of the cards
  Colour title;   // text on `box`
  Colour box;     // the section's background
  Colour border;  // around `box`
  Colour edge;    // of edges out of the section, so that long ones can be followed
};

inline constexpr std::size_t palette_size = 10;

struct ThemeColours {
  Colour paper;  // behind everything
  Colour ink;    // titles on `card`, the heading on `paper`
  Colour muted;  // details on `card`, on section boxes and on `paper`
  Colour card;
  Colour border;  // around cards
  Colour edge;
  Colour goal;  // the flag
  Colour goal_ink;
  Colour band;       // of cards in no section
  Colour done;       // badges and marks: on `card`
  Colour done_card;  // behind what is done
  Colour ready;
  Colour cycle;
  Colour link;
  Colour paid;
  Colour chain;                           // edges that a view brings out, and borders of cards
  Colour count;                           // behind the number of topics that one blocks
  std::array<Colour, most_shade> shades;  // cards by how much they block, the lightest first
  std::array<SectionColours, palette_size> sections;
};

// The same, with lines that are seen on a light page as well as on a dark one.
ThemeColours on_any_page(ThemeColours theme);

const ThemeColours& light_colours();
const ThemeColours& dark_colours();

}  // namespace prereq
