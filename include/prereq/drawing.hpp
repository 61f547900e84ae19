// A picture with coordinates: where everything of a View stands.
//
// Plain data: pixels at scale 1, origin top left, y downwards. Nothing in it depends on the theme
// or the output format. Cards, edges and sections are those of the View, by index.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace prereq {

struct Point {
  double x = 0;
  double y = 0;
};

struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  double right() const { return x + width; }
  double bottom() const { return y + height; }
};

// Decides size, weight and colour of a text.
enum class TextRole : std::uint8_t {
  heading,     // the picture's title
  subheading,  // what it shows
  problem,     // what is wrong with that
  link,        // below the heading: to other pictures
  section_title,
  section_detail,  // hours beside the section's title
  card_title,
  card_detail,
  card_number,  // place in the path, before the title
  pennant,      // a goal's title at the foot of a card
  resource,     // one of those listed on a card
  mark,         // "free" or "paid", behind a resource
  junction,     // inside "one of" junctions
  legend,
};

struct DrawnText {
  std::string text;
  Point baseline;  // of the first character, or of the middle one if centred
  double width = 0;
  bool centred = false;
  TextRole role = TextRole::card_title;
  std::string url = {};  // where this text itself leads; empty for nowhere, or where its card does
};

// A goal's flag at the foot of its topic's card, within the card's box.
struct DrawnPennant {
  Box box;
  std::vector<DrawnText> lines;
};

struct DrawnCard {
  Box box;  // pennants included
  std::vector<DrawnText> lines;
  std::vector<DrawnPennant> pennants = {};  // parallel to ViewCard::pennants
};

// Its box without the pennants at its foot.
inline Box body_of(const DrawnCard& card) {
  Box body = card.box;
  for (const DrawnPennant& pennant : card.pennants) {
    body.height = std::min(body.height, pennant.box.y - body.y);
  }
  return body;
}

struct DrawnEdge {
  // A chain of cubic Bézier curves: 3n + 1 points, from the prerequisite's border to the tip. None
  // for a line that is left out because there are too many to draw.
  std::vector<Point> curve;
  // The arrow's tip at the dependent; none for an edge that ends in a junction.
  std::optional<Point> arrow_tip;
};

struct DrawnSection {
  Box box;
  std::uint32_t colour = 0;  // number in the palette, counted in order of the sections
  std::vector<DrawnText> lines;
};

// One line of the legend: a sample of the style and what it means.
enum class LegendSample : std::uint8_t {
  required,
  recommended,
  corequisite,
  alternative,
  optional_topic,
  assumed_topic,
  milestone,
  goal,
  done,
  ready,
  blocked,
  context,
  both_ways,
  cycle,
  critical,
  blocking,
  chosen,
};
struct DrawnLegendEntry {
  LegendSample sample;
  Box box;  // of the sample
  DrawnText text;
};

// Who placed what a drawing shows: Graphviz's `dot`, or prereq's own layout.
enum class PlacedBy : std::uint8_t { graphviz, builtin };

struct Drawing {
  PlacedBy placed_by = PlacedBy::builtin;
  double width = 0;
  double height = 0;
  std::size_t left_out_lines = 0;      // edges without a curve; the subheadings say so
  std::vector<DrawnText> heading;      // lines of the title
  std::vector<DrawnText> subheadings;  // lines below that
  std::vector<DrawnCard> cards;        // parallel to View::cards
  std::vector<DrawnEdge> edges;        // parallel to View::edges
  std::vector<DrawnSection> sections;  // parallel to View::sections
  std::vector<DrawnLegendEntry> legend;
};

}  // namespace prereq
