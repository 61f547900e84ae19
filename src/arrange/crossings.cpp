#include "arrange/crossings.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>
#include <vector>

#include "arrange/nearby.hpp"

namespace prereq {
namespace {

constexpr double same_place_px = 4;
constexpr double coming_together_px = 8;
constexpr double rounding = 1e-6;

// Twice the area of the triangle, positive if `p` lies to the right of the way from `a` to `b`.
double side_of(Point a, Point b, Point p) {
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

// How far along `a` it meets `b`, from 0 to 1. A point on the other's line counts as to the right
// of it, so that a line through the joint of two pieces meets just one of them.
std::optional<double> meeting(const FlatPiece& a, const FlatPiece& b) {
  const double from = side_of(b.from, b.to, a.from);
  const double to = side_of(b.from, b.to, a.to);
  if ((from >= 0) == (to >= 0)) return std::nullopt;
  if ((side_of(a.from, a.to, b.from) >= 0) == (side_of(a.from, a.to, b.to) >= 0)) {
    return std::nullopt;
  }
  return from / (from - to);
}

// Whether `a` and `b` lie in the same direction from `at`.
bool is_straight_on(Point at, Point a, Point b) {
  const Point to_a = {a.x - at.x, a.y - at.y};
  const Point to_b = {b.x - at.x, b.y - at.y};
  return std::abs(to_a.x * to_b.y - to_a.y * to_b.x) < rounding &&
         to_a.x * to_b.x + to_a.y * to_b.y > 0;
}

bool is_near(Point p, const Box& box, double px) {
  return p.x >= box.x - px && p.x <= box.right() + px && p.y >= box.y - px &&
         p.y <= box.bottom() + px;
}

bool is_deep(Point p, const Box& box) {
  return p.x > box.x + coming_together_px && p.x < box.right() - coming_together_px &&
         p.y > box.y + coming_together_px && p.y < box.bottom() - coming_together_px;
}

class CrossingCount {
 public:
  CrossingCount(const View& view, const Drawing& drawing, const FlatEdges& flat)
      : view_(view),
        drawing_(drawing),
        flat_(flat),
        nearby_(extents(flat)),
        partings_(view.edges.size()) {}

  std::size_t total() {
    std::size_t count = 0;
    for (std::uint32_t e = 0; e + 1 < flat_.first_piece.size(); ++e) {
      find_meetings(e);
      count += places();
    }
    return count;
  }

 private:
  struct Meeting {
    std::uint32_t other;
    double along;  // the edge: number of the piece, and how far along that
    Point at;
  };

  // What parting() gave for that edge.
  struct Parting {
    std::uint32_t of = no_index;
    double along = -1;
  };

  static std::vector<Extent> extents(const FlatEdges& flat) {
    std::vector<Extent> extents;
    extents.reserve(flat.pieces.size());
    for (const FlatPiece& piece : flat.pieces) extents.push_back(extent_of(piece));
    return extents;
  }

  // With edges of higher numbers, so that each pair is looked at once.
  void find_meetings(std::uint32_t edge) {
    meetings_.clear();
    for (std::size_t i = flat_.first_piece[edge]; i < flat_.first_piece[edge + 1]; ++i) {
      const FlatPiece& piece = flat_.pieces[i];
      nearby_.visit(extent_of(piece), [&](std::uint32_t other) {
        const FlatPiece& against = flat_.pieces[other];
        if (against.edge <= edge) return;
        const auto share = meeting(piece, against);
        if (!share) return;
        const Point at = {piece.from.x + *share * (piece.to.x - piece.from.x),
                          piece.from.y + *share * (piece.to.y - piece.from.y)};
        const double along = static_cast<double>(i) + *share;
        if (come_together(edge, against.edge, at)) return;
        if (along <= known_parting(edge, against.edge)) return;
        meetings_.push_back({against.edge, along, at});
      });
    }
  }

  // An end of an edge: a card, or a section's box.
  struct End {
    std::uint32_t section;
    std::uint32_t card;  // no_index where the end is the box
    bool operator==(const End&) const = default;
  };
  static End prerequisite_end(const ViewEdge& edge) {
    const bool is_box = edge.prerequisite_section != no_index;
    return {edge.prerequisite_section, is_box ? no_index : edge.prerequisite};
  }
  static End dependent_end(const ViewEdge& edge) {
    const bool is_box = edge.dependent_section != no_index;
    return {edge.dependent_section, is_box ? no_index : edge.dependent};
  }

  bool come_together(std::uint32_t a, std::uint32_t b, Point at) const {
    const ViewEdge& one = view_.edges[a];
    const ViewEdge& other = view_.edges[b];
    for (const End& end : {prerequisite_end(one), dependent_end(one)}) {
      if (end != prerequisite_end(other) && end != dependent_end(other)) continue;
      const bool is_box = end.section != no_index;
      const Box& box = is_box ? drawing_.sections[end.section].box : drawing_.cards[end.card].box;
      // Within a section's box, lines have a long way to its border.
      if (is_near(at, box, coming_together_px) && !(is_box && is_deep(at, box))) return true;
    }
    return false;
  }

  // Looked for once for each other edge, however often the two meet.
  double known_parting(std::uint32_t edge, std::uint32_t other) {
    Parting& parting_here = partings_[other];
    if (parting_here.of != edge) parting_here = {edge, parting(edge, other)};
    return parting_here.along;
  }

  // How far along the edge it runs on the other's line, if both branch off one line.
  double parting(std::uint32_t edge, std::uint32_t other) const {
    if (prerequisite_end(view_.edges[edge]) != prerequisite_end(view_.edges[other])) return -1;
    std::size_t i = flat_.first_piece[edge];
    std::size_t j = flat_.first_piece[other];
    Point at = flat_.pieces[i].from;
    if (distance(at, flat_.pieces[j].from) > 0) return -1;
    auto along = static_cast<double>(i);
    while (i < flat_.first_piece[edge + 1] && j < flat_.first_piece[other + 1]) {
      const FlatPiece& a = flat_.pieces[i];
      const FlatPiece& b = flat_.pieces[j];
      if (!is_straight_on(at, a.to, b.to)) break;
      const double to_a = distance(at, a.to);
      const double to_b = distance(at, b.to);
      at = to_a <= to_b ? a.to : b.to;
      along = static_cast<double>(i) + distance(a.from, at) / distance(a.from, a.to);
      if (to_a <= to_b) ++i;
      if (to_b <= to_a) ++j;
    }
    return along + rounding;
  }

  std::size_t places() {
    std::ranges::sort(meetings_, [](const Meeting& a, const Meeting& b) {
      return std::tie(a.other, a.along) < std::tie(b.other, b.along);
    });
    std::size_t count = 0;
    for (std::size_t i = 0; i < meetings_.size(); ++i) {
      const bool same_place = i > 0 && meetings_[i].other == meetings_[i - 1].other &&
                              distance(meetings_[i].at, meetings_[i - 1].at) < same_place_px;
      if (!same_place) ++count;
    }
    return count;
  }

  const View& view_;
  const Drawing& drawing_;
  const FlatEdges& flat_;
  Nearby nearby_;
  std::vector<Meeting> meetings_;  // of the edge being looked at
  std::vector<Parting> partings_;  // by the other edge
};

}  // namespace

std::size_t count_crossings(const View& view, const Drawing& drawing, const FlatEdges& flat) {
  return CrossingCount(view, drawing, flat).total();
}

}  // namespace prereq
