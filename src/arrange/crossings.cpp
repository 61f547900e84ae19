// Every two pieces whose boxes meet are cut with one another; what meets in one place, or comes
// together there, counts once.
#include "arrange/crossings.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "arrange/flat_edges.hpp"

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

// An end of an edge: a card, or a section's box.
struct End {
  std::uint32_t section;
  std::uint32_t card;  // no_index where the end is the box
  bool operator==(const End&) const = default;
};

End prerequisite_end(const ViewEdge& edge) {
  const bool is_box = edge.prerequisite_section != no_index;
  return {edge.prerequisite_section, is_box ? no_index : edge.prerequisite};
}

End dependent_end(const ViewEdge& edge) {
  const bool is_box = edge.dependent_section != no_index;
  return {edge.dependent_section, is_box ? no_index : edge.dependent};
}

// Pieces by the upright stripes that they reach into, those of a stripe by their tops. Stripes are
// about as wide as pieces are, so that few pieces are in many of them.
class PieceStripes {
 public:
  explicit PieceStripes(const std::vector<FlatPiece>& pieces) : pieces_(pieces) {
    Extent all;
    double widths = 0;
    for (const FlatPiece& piece : pieces) {
      extents_.push_back(extent_of(piece));
      all.include(piece.from);
      all.include(piece.to);
      widths += extents_.back().right - extents_.back().left;
    }
    if (pieces.empty()) return;
    constexpr double least_px = 32;
    left_ = all.left;
    stripe_px_ = std::max(least_px, 2 * widths / static_cast<double>(pieces.size()));
    stripes_.resize(stripe_of(all.right) + 1);
    for (std::uint32_t i = 0; i < pieces.size(); ++i) {
      const std::size_t last = stripe_of(extents_[i].right);
      for (std::size_t s = stripe_of(extents_[i].left); s <= last; ++s) stripes_[s].push_back(i);
    }
    for (std::vector<std::uint32_t>& stripe : stripes_) {
      std::ranges::sort(stripe, {}, [&](std::uint32_t i) { return extents_[i].top; });
    }
  }

  // Calls `visit` once with each two pieces of different edges whose boxes meet, that of the edge
  // with the lower number first, until it returns false or `most_looks` pairs were looked at.
  template <typename Function>
  void for_each_pair(std::size_t most_looks, Function&& visit) const {
    for (std::size_t s = 0; s < stripes_.size(); ++s) {
      const std::vector<std::uint32_t>& stripe = stripes_[s];
      for (std::size_t i = 0; i < stripe.size(); ++i) {
        const Extent& one = extents_[stripe[i]];
        for (std::size_t j = i + 1; j < stripe.size(); ++j) {
          if (most_looks-- == 0) return;
          const Extent& other = extents_[stripe[j]];
          if (other.top > one.bottom) break;
          if (other.left > one.right || one.left > other.right) continue;
          // Of the stripes that both reach into, the first one.
          if (stripe_of(std::max(one.left, other.left)) != s) continue;
          const bool in_order = pieces_[stripe[i]].edge < pieces_[stripe[j]].edge;
          if (pieces_[stripe[i]].edge == pieces_[stripe[j]].edge) continue;
          if (!visit(stripe[in_order ? i : j], stripe[in_order ? j : i])) return;
        }
      }
    }
  }

 private:
  std::size_t stripe_of(double x) const {
    return static_cast<std::size_t>(std::max(0.0, (x - left_) / stripe_px_));
  }

  const std::vector<FlatPiece>& pieces_;
  std::vector<Extent> extents_;
  double left_ = 0;
  double stripe_px_ = 1;
  std::vector<std::vector<std::uint32_t>> stripes_;
};

class CrossingCount {
 public:
  static constexpr std::size_t most_looks = 500'000'000;
  static constexpr std::size_t most_meetings = 5'000'000;

  CrossingCount(const View& view, const Drawing& drawing)
      : view_(view),
        drawing_(drawing),
        flat_(flatten(drawing.edges, std::numeric_limits<double>::infinity())) {}

  std::size_t total() {
    find_meetings();
    std::ranges::sort(meetings_, [](const Meeting& a, const Meeting& b) {
      return std::tie(a.edge, a.other, a.along) < std::tie(b.edge, b.other, b.along);
    });
    std::size_t count = 0;
    for (std::size_t first = 0; first < meetings_.size();) {
      std::size_t last = first;
      while (last < meetings_.size() && meetings_[last].edge == meetings_[first].edge &&
             meetings_[last].other == meetings_[first].other) {
        ++last;
      }
      count += places(std::span(meetings_).subspan(first, last - first));
      first = last;
    }
    return count;
  }

 private:
  struct Meeting {
    std::uint32_t edge;
    std::uint32_t other;  // of a higher number
    double along;         // the edge: number of the piece, and how far along that
    Point at;
  };

  void find_meetings() {
    const PieceStripes stripes(flat_.pieces);
    stripes.for_each_pair(most_looks, [&](std::uint32_t one, std::uint32_t other) {
      const FlatPiece& piece = flat_.pieces[one];
      const FlatPiece& against = flat_.pieces[other];
      const auto share = meeting(piece, against);
      if (!share) return true;
      const Point at = {piece.from.x + *share * (piece.to.x - piece.from.x),
                        piece.from.y + *share * (piece.to.y - piece.from.y)};
      if (come_together(piece.edge, against.edge, at)) return true;
      meetings_.push_back({piece.edge, against.edge, static_cast<double>(one) + *share, at});
      return meetings_.size() < most_meetings;
    });
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

  // Of all meetings of two edges, in order along the first.
  std::size_t places(std::span<const Meeting> meetings) const {
    const double parted = parting(meetings.front().edge, meetings.front().other);
    std::size_t count = 0;
    const Meeting* last = nullptr;
    for (const Meeting& each : meetings) {
      if (each.along <= parted) continue;
      if (last == nullptr || distance(each.at, last->at) >= same_place_px) ++count;
      last = &each;
    }
    return count;
  }

  const View& view_;
  const Drawing& drawing_;
  const FlatEdges flat_;
  std::vector<Meeting> meetings_;
};

}  // namespace

std::size_t count_crossings(const View& view, const Drawing& drawing) {
  return CrossingCount(view, drawing).total();
}

}  // namespace prereq
