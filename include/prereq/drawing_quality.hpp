// How well a drawing can be read, in numbers: what crosses, what is covered, how small it gets.
//
// Computed from the drawing alone, whoever laid it out, so that layouts can be compared. All
// lengths are px at scale 1. Thread-safe.
#pragma once

#include <cstddef>
#include <string>

#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq {

struct DrawingQuality {
  PlacedBy engine = PlacedBy::builtin;  // who placed it
  std::size_t topics = 0;               // cards that stand for one topic, milestones included
  std::size_t cards = 0;                // all of them: goals, junctions and collapsed sections too
  std::size_t edges = 0;

  // Places where the lines of two different edges meet. Places of the same two edges less than 4 px
  // apart are one. Where both edges end at one card, or at one section's box, what lies within 8 px
  // of it (of the box's border) does not count: that is where they come together. Lines that run on
  // top of each other without passing from one side to the other do not meet, nor do edges of one
  // card where they branch off a line that they share; an edge does not meet itself. Edges that
  // share a line count each for itself.
  std::size_t crossings = 0;
  // Pairs of an edge and a card that is not one of its ends, where the edge's line comes more than
  // 1 px into the card. An edge that ends at a section's box has no card for that end.
  std::size_t edges_through_cards = 0;
  // Pairs of an edge and a section whose title its line comes upon: the box around each line of
  // text, from the top of capital letters down to the descenders.
  std::size_t edges_through_titles = 0;
  // Pairs that cover more than 1 px of each other each way, among cards (junctions included),
  // section titles, lines of the heading, and legend entries; also texts on one card that cover
  // each other, and texts that reach more than 1 px out of their card. A pennant is to the card
  // what a text is, and to its own texts what a card is.
  std::size_t overlaps = 0;

  double edge_length = 0;  // of all edges together, arrow heads included
  // Swings of an edge's direction by at least 20 degrees: none for a straight line, one for an arc,
  // two for an S. Lesser swings between two turns to the same side do not part them.
  std::size_t bends = 0;

  double width = 0;
  double height = 0;
  double smallest_text = 0;  // size of the smallest text at scale 1; 0 if there is none
  double card_share = 0;     // of the picture's area, what cards take; from 0 to 1

  // Size of the smallest text on a page that leaves this width: wider drawings are scaled down to
  // it, others are shown as they are.
  double smallest_text_at(double page_px) const {
    return width > page_px ? smallest_text * page_px / width : smallest_text;
  }
};

// Requires: the drawing is of this view, and its coordinates are finite.
// O(S log S + places where things are near each other), for S straight pieces that stand for the
// curves, at most 0.1 px beside them.
DrawingQuality measure_quality(const View& view, const Drawing& drawing);

// `"version": 1` and the members of DrawingQuality under their names, `engine` as "graphviz" or
// "builtin", and the text sizes as `smallest_text`, `smallest_text_at_800` and
// `smallest_text_at_1000`. At most two decimals, four for `card_share`; ends in a line break.
std::string quality_json(const DrawingQuality& quality);

}  // namespace prereq
