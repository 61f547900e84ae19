// Asks of each piece of each line what it runs through, and of each two boxes whether they overlap.
#include "prereq/drawing_quality.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include "arrange/crossings.hpp"
#include "arrange/flat_edges.hpp"
#include "arrange/nearby.hpp"
#include "arrange/text_style.hpp"

namespace prereq {
namespace {

constexpr double seen_px = 1;  // what lies less than this over a border goes unnoticed
constexpr double least_swing = 20 * std::numbers::pi / 180;

// What the letters cover: capitals reach up 0.72 of the size in Helvetica, descenders down 0.21.
Extent ink_of(const DrawnText& text) {
  const double size = text_style(text.role).size_px;
  const double left = text.centred ? text.baseline.x - text.width / 2 : text.baseline.x;
  return {left, text.baseline.y - 0.72 * size, left + text.width, text.baseline.y + 0.21 * size};
}

bool cover_each_other(const Extent& a, const Extent& b) {
  return std::min(a.right, b.right) - std::max(a.left, b.left) > seen_px &&
         std::min(a.bottom, b.bottom) - std::max(a.top, b.top) > seen_px;
}

bool reaches_out(const Extent& inner, const Extent& outer) {
  return inner.left < outer.left - seen_px || inner.right > outer.right + seen_px ||
         inner.top < outer.top - seen_px || inner.bottom > outer.bottom + seen_px;
}

// Whether the piece comes into the inside of `box`: what lies between each two sides is kept.
bool enters(const FlatPiece& piece, const Extent& box) {
  double first = 0;
  double last = 1;
  const auto keep = [&](double from, double change, double low, double high) {
    if (change == 0) {
      if (from <= low || from >= high) last = -1;
      return;
    }
    first = std::max(first, (change > 0 ? low - from : high - from) / change);
    last = std::min(last, (change > 0 ? high - from : low - from) / change);
  };
  keep(piece.from.x, piece.to.x - piece.from.x, box.left, box.right);
  keep(piece.from.y, piece.to.y - piece.from.y, box.top, box.bottom);
  return first < last;
}

// Pairs of an edge and an owner of boxes, one of which the edge enters, and is not excepted from.
template <typename Except>
std::size_t count_entered(const FlatEdges& flat, const std::vector<Extent>& boxes,
                          const std::vector<std::uint32_t>& owners, Except&& excepted) {
  Nearby nearby(boxes);
  std::size_t count = 0;
  std::vector<std::uint32_t> entered;
  for (std::uint32_t edge = 0; edge + 1 < flat.first_piece.size(); ++edge) {
    entered.clear();
    for (std::size_t i = flat.first_piece[edge]; i < flat.first_piece[edge + 1]; ++i) {
      nearby.visit(extent_of(flat.pieces[i]), [&](std::uint32_t box) {
        if (excepted(edge, owners[box]) || !enters(flat.pieces[i], boxes[box])) return;
        entered.push_back(owners[box]);
      });
    }
    std::ranges::sort(entered);
    const auto repeated = std::unique(entered.begin(), entered.end());
    count += static_cast<std::size_t>(repeated - entered.begin());
  }
  return count;
}

std::size_t count_through_cards(const View& view, const Drawing& drawing, const FlatEdges& flat) {
  std::vector<Extent> insides;
  std::vector<std::uint32_t> owners;
  for (std::uint32_t c = 0; c < drawing.cards.size(); ++c) {
    const Box& box = drawing.cards[c].box;
    if (box.width <= 2 * seen_px || box.height <= 2 * seen_px) continue;
    insides.push_back(
        {box.x + seen_px, box.y + seen_px, box.right() - seen_px, box.bottom() - seen_px});
    owners.push_back(c);
  }
  return count_entered(flat, insides, owners, [&](std::uint32_t edge, std::uint32_t card) {
    const ViewEdge& each = view.edges[edge];
    return (card == each.prerequisite && each.prerequisite_section == no_index) ||
           (card == each.dependent && each.dependent_section == no_index);
  });
}

std::size_t count_through_titles(const Drawing& drawing, const FlatEdges& flat) {
  std::vector<Extent> lines;
  std::vector<std::uint32_t> owners;
  for (std::uint32_t s = 0; s < drawing.sections.size(); ++s) {
    for (const DrawnText& line : drawing.sections[s].lines) {
      if (line.width <= 0) continue;
      lines.push_back(ink_of(line));
      owners.push_back(s);
    }
  }
  return count_entered(flat, lines, owners, [](auto, auto) { return false; });
}

// Everything that needs its room for itself. Texts on a card share that card's number.
class Overlaps {
 public:
  explicit Overlaps(const Drawing& drawing) {
    for (const DrawnCard& card : drawing.cards) add_card(card);
    for (const DrawnSection& section : drawing.sections) add_texts(section.lines);
    for (const DrawnText& line : drawing.heading) add(ink_of(line), no_index);
    for (const DrawnText& line : drawing.subheadings) add(ink_of(line), no_index);
    for (const DrawnLegendEntry& entry : drawing.legend) {
      Extent extent = ink_of(entry.text);
      extent.include({entry.box.x, entry.box.y});
      extent.include({entry.box.right(), entry.box.bottom()});
      add(extent, no_index);
    }
  }

  std::size_t count() const {
    std::size_t pairs = 0;
    Nearby nearby(extents_);
    for (std::uint32_t i = 0; i < extents_.size(); ++i) {
      nearby.visit(extents_[i], [&](std::uint32_t other) {
        // Texts on cards are compared with their like, all else with one another.
        if (other <= i || owners_[other] != owners_[i]) return;
        if (cover_each_other(extents_[i], extents_[other])) ++pairs;
      });
    }
    return pairs + reaching_out_;
  }

 private:
  void add(const Extent& extent, std::uint32_t owner) {
    extents_.push_back(extent);
    owners_.push_back(owner);
  }

  void add_card(const DrawnCard& card) {
    const auto owner = static_cast<std::uint32_t>(extents_.size());
    const Extent border = extent_of(card.box);
    add(border, no_index);
    for (const DrawnText& line : card.lines) {
      add(ink_of(line), owner);
      if (reaches_out(ink_of(line), border)) ++reaching_out_;
    }
    for (const DrawnPennant& pennant : card.pennants) add_pennant(pennant, border, owner);
  }

  // Its flag covers texts, and must hold its own.
  void add_pennant(const DrawnPennant& pennant, const Extent& card, std::uint32_t owner) {
    const Extent flag = extent_of(pennant.box);
    add(flag, owner);
    if (reaches_out(flag, card)) ++reaching_out_;
    for (std::size_t i = 0; i < pennant.lines.size(); ++i) {
      const Extent ink = ink_of(pennant.lines[i]);
      if (reaches_out(ink, flag)) ++reaching_out_;
      for (std::size_t j = 0; j < i; ++j) {
        if (cover_each_other(ink, ink_of(pennant.lines[j]))) ++reaching_out_;
      }
    }
  }

  // One box around a title, however many lines it has.
  void add_texts(const std::vector<DrawnText>& lines) {
    if (lines.empty()) return;
    Extent all;
    for (const DrawnText& line : lines) {
      const Extent ink = ink_of(line);
      all.include({ink.left, ink.top});
      all.include({ink.right, ink.bottom});
    }
    add(all, no_index);
  }

  std::vector<Extent> extents_;
  std::vector<std::uint32_t> owners_;
  std::size_t reaching_out_ = 0;  // and pairs of lines on a pennant
};

// Follows an edge's direction and counts its swings from one extreme to the next.
class BendCount {
 public:
  void turn(double angle) {
    heading_ += angle;
    lowest_ = std::min(lowest_, heading_);
    highest_ = std::max(highest_, heading_);
    if (way_ != 1 && heading_ - lowest_ >= least_swing) {
      swing(1);
    } else if (way_ != -1 && highest_ - heading_ >= least_swing) {
      swing(-1);
    }
  }
  std::size_t count() const { return count_; }

 private:
  void swing(int way) {
    ++count_;
    way_ = way;
    lowest_ = heading_;
    highest_ = heading_;
  }

  // All in radians, from the edge's first direction.
  double heading_ = 0;
  double lowest_ = 0;  // since the last swing
  double highest_ = 0;
  int way_ = 0;  // of the last swing
  std::size_t count_ = 0;
};

void measure_lines(const FlatEdges& flat, DrawingQuality& quality) {
  constexpr double shortest_with_direction_px = 1e-6;
  for (std::size_t edge = 0; edge + 1 < flat.first_piece.size(); ++edge) {
    BendCount bends;
    Point before;
    for (std::size_t i = flat.first_piece[edge]; i < flat.first_piece[edge + 1]; ++i) {
      const FlatPiece& piece = flat.pieces[i];
      const Point way = {piece.to.x - piece.from.x, piece.to.y - piece.from.y};
      const double length = std::hypot(way.x, way.y);
      quality.edge_length += length;
      if (length < shortest_with_direction_px) continue;
      bends.turn(
          std::atan2(before.x * way.y - before.y * way.x, before.x * way.x + before.y * way.y));
      before = way;
    }
    quality.bends += bends.count();
  }
}

template <typename Function>
void for_each_text(const Drawing& drawing, Function&& visit) {
  for (const DrawnCard& card : drawing.cards) {
    std::ranges::for_each(card.lines, visit);
    for (const DrawnPennant& pennant : card.pennants) std::ranges::for_each(pennant.lines, visit);
  }
  for (const DrawnSection& section : drawing.sections) std::ranges::for_each(section.lines, visit);
  for (const DrawnText& line : drawing.heading) visit(line);
  std::ranges::for_each(drawing.subheadings, visit);
  for (const DrawnLegendEntry& entry : drawing.legend) visit(entry.text);
}

double smallest_text(const Drawing& drawing) {
  double smallest = std::numeric_limits<double>::infinity();
  for_each_text(drawing, [&](const DrawnText& text) {
    if (!text.text.empty()) smallest = std::min(smallest, text_style(text.role).size_px);
  });
  return std::isinf(smallest) ? 0 : smallest;
}

bool is_one_topic(const ViewCard& card) {
  return card.kind == CardKind::topic || card.kind == CardKind::milestone;
}

}  // namespace

DrawingQuality measure_quality(const View& view, const Drawing& drawing) {
  DrawingQuality quality;
  quality.engine = drawing.placed_by;
  quality.topics = static_cast<std::size_t>(std::ranges::count_if(view.cards, is_one_topic));
  quality.cards = drawing.cards.size();
  quality.edges = drawing.edges.size() - drawing.left_out_lines;
  const FlatEdges flat = flatten(drawing.edges);
  quality.crossings = count_crossings(view, drawing);
  quality.edges_through_cards = count_through_cards(view, drawing, flat);
  quality.edges_through_titles = count_through_titles(drawing, flat);
  quality.overlaps = Overlaps(drawing).count();
  measure_lines(flat, quality);
  quality.width = drawing.width;
  quality.height = drawing.height;
  quality.smallest_text = smallest_text(drawing);
  double cards_px = 0;
  for (const DrawnCard& card : drawing.cards) cards_px += card.box.width * card.box.height;
  const double page_px = drawing.width * drawing.height;
  quality.card_share = page_px > 0 ? cards_px / page_px : 0;
  return quality;
}

}  // namespace prereq
