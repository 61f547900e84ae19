// Gap by gap: lines are looked at as functions of the depth, and led on levels until none cuts
// through another without need.
#include "arrange/dress/untangle.hpp"

#include <algorithm>
#include <cmath>

#include "arrange/plan/problem.hpp"

namespace prereq {
namespace {

constexpr double same_place_px = 1.5;
constexpr double between_ends_px = 10;

}  // namespace

Untangler::Untangler(const View& view, const PagePlan& plan, const Placement& placement)
    : view_(view),
      plan_(plan),
      placement_(placement),
      down_(plan.direction == Direction::down),
      gaps_(plan.rows.size()),
      levels_(plan.rows.size(), 0) {
  gather();
  for (std::uint32_t row = 0; row < gaps_.size(); ++row) untangle(gaps_[row], row);
}

void Untangler::gather() {
  for (const auto& row : plan_.rows) {
    const auto is = [](SlotKind kind) {
      return [kind](const Slot& slot) { return slot.kind == kind; };
    };
    is_title_row_.push_back(std::ranges::any_of(row, is(SlotKind::title)));
  }
  const auto depth = [&](Point p) { return down_ ? p.y : p.x; };
  const auto breadth = [&](Point p) { return down_ ? p.x : p.y; };
  ranges_.resize(gaps_.size());
  const auto is_level = [&](const PlacedEdge& edge, std::uint32_t e) {
    const ViewEdge& v = view_.edges[e];
    return edge.pieces.size() == 1 && v.prerequisite_section == no_index &&
           v.dependent_section == no_index &&
           plan_.row_of_card[v.prerequisite] == plan_.row_of_card[v.dependent];
  };
  for (std::uint32_t e = 0; e < placement_.edges.size(); ++e) {
    if (is_level(placement_.edges[e], e)) continue;
    for (const PlacedPiece& piece : placement_.edges[e].pieces) {
      Range& range = ranges_[piece.upper_row];
      range.top = std::min(range.top, depth(piece.curve.front()));
      range.bottom = std::max(range.bottom, depth(piece.curve.back()));
    }
  }
  // What an end is known by: the card, or the edge that passes.
  const auto cards = static_cast<std::uint32_t>(view_.cards.size());
  for (std::uint32_t e = 0; e < placement_.edges.size(); ++e) {
    const PlacedEdge& edge = placement_.edges[e];
    if (is_level(edge, e)) continue;
    const ViewEdge& v = view_.edges[e];
    const auto end_name = [&](std::uint32_t card, std::uint32_t section) {
      return section == no_index ? card
                                 : cards + static_cast<std::uint32_t>(view_.edges.size()) + section;
    };
    std::uint32_t upper = end_name(v.prerequisite, v.prerequisite_section);
    std::uint32_t lower = end_name(v.dependent, v.dependent_section);
    if (edge.leads_up) std::swap(upper, lower);
    for (std::uint32_t i = 0; i < edge.pieces.size(); ++i) {
      const PlacedPiece& from = edge.pieces[i];
      Piece piece;
      piece.edge = e;
      piece.part = i;
      piece.upper = i == 0 ? upper : cards + e;
      piece.lower = i + 1 == edge.pieces.size() ? lower : cards + e;
      // Those that begin or end at a box are drawn from its border, or to it.
      const bool last = i + 1 == edge.pieces.size();
      piece.on_level = !edge.leads_up && ((i == 0 && v.prerequisite_section != no_index) ||
                                          (last && v.dependent_section != no_index));
      piece.start = breadth(from.curve.front());
      piece.end = breadth(from.curve.back());
      // Below a title there is little room: what goes sideways there gets its own.
      if (is_title_row_[from.upper_row] && std::abs(piece.end - piece.start) > 12) {
        piece.on_level = true;
      }
      sample_curve(from.curve, [&](Point at) {
        const double deepest = piece.way.empty() ? depth(at) : piece.way.back().y;
        piece.way.push_back({breadth(at), std::max(depth(at), deepest)});
      });
      find_extent(piece);
      gaps_[from.upper_row].push_back(std::move(piece));
    }
  }
}

void Untangler::find_extent(Piece& piece) {
  const auto [low, high] = std::ranges::minmax(piece.way, {}, &Point::x);
  piece.low = low.x;
  piece.high = high.x;
}

// Whether two lines change sides more often than their ends do. Both ways are walked together; what
// begins lower or ends higher goes straight on there.
bool Untangler::is_tangled(const Piece& a, const Piece& b) {
  if (a.high < b.low || b.high < a.low) return false;
  const auto side = [](double difference) {
    return difference > same_place_px ? 1 : difference < -same_place_px ? -1 : 0;
  };
  const int first = a.upper == b.upper ? 0 : side(a.start - b.start);
  const int final = a.lower == b.lower ? 0 : side(a.end - b.end);
  int last = first;
  int changes = 0;
  std::size_t i = 0;
  std::size_t j = 0;
  const auto place = [](const std::vector<Point>& way, std::size_t next, double depth) {
    if (next == 0) return way.front().x;
    if (next == way.size()) return way.back().x;
    const Point before = way[next - 1];
    const Point after = way[next];
    const double length = after.y - before.y;
    if (length < 1e-6) return after.x;
    return before.x + (depth - before.y) / length * (after.x - before.x);
  };
  while (i < a.way.size() || j < b.way.size()) {
    const bool take_a = j == b.way.size() || (i < a.way.size() && a.way[i].y <= b.way[j].y);
    const double depth = take_a ? a.way[i].y : b.way[j].y;
    const double at_a = take_a ? a.way[i].x : place(a.way, i, depth);
    const double at_b = take_a ? place(b.way, j, depth) : b.way[j].x;
    ++(take_a ? i : j);
    const int now = side(at_a - at_b);
    if (now == 0 || now == last) continue;
    if (last != 0) ++changes;
    last = now;
  }
  const int needed = first != 0 && final != 0 && first != final ? 1 : 0;
  return changes > needed;
}

bool Untangler::find_tangled(std::vector<Piece>& pieces) const {
  bool found = false;
  for (std::size_t a = 0; a < pieces.size(); ++a) {
    for (std::size_t b = a + 1; b < pieces.size(); ++b) {
      if (pieces[a].on_level && pieces[b].on_level) continue;
      if (!is_tangled(pieces[a], pieces[b])) continue;
      pieces[a].on_level = true;
      pieces[b].on_level = true;
      found = true;
    }
  }
  return found;
}

// Lines on levels leave and enter cards at places of their own along the border, in the order of
// where they lead.
void Untangler::spread_ends(std::vector<Piece>& pieces) {
  const auto spread_at = [&](std::uint32_t card, bool upper) {
    std::vector<Piece*> here;
    for (Piece& piece : pieces) {
      if (piece.on_level && (upper ? piece.upper : piece.lower) == card) here.push_back(&piece);
    }
    std::ranges::stable_sort(here, {}, [&](const Piece* p) { return upper ? p->end : p->start; });
    const Box& box = plan_.cards[card].box;
    const Point at = placement_.card_centres[card];
    const double centre = down_ ? at.x : at.y;
    const double room = std::max((down_ ? box.width : box.height) - 20, 0.0);
    const double count = static_cast<double>(here.size());
    const double step = std::min(between_ends_px, count > 1 ? room / (count - 1) : 0);
    for (std::size_t i = 0; i < here.size(); ++i) {
      const double place = centre + (static_cast<double>(i) - (count - 1) / 2) * step;
      (upper ? here[i]->start : here[i]->end) = place;
    }
  };
  std::vector<std::uint32_t> uppers;
  std::vector<std::uint32_t> lowers;
  for (const Piece& piece : pieces) {
    if (!piece.on_level) continue;
    if (piece.upper < view_.cards.size()) uppers.push_back(piece.upper);
    if (piece.lower < view_.cards.size()) lowers.push_back(piece.lower);
  }
  for (auto* cards : {&uppers, &lowers}) {
    std::ranges::sort(*cards);
    cards->erase(std::unique(cards->begin(), cards->end()), cards->end());
    for (const std::uint32_t card : *cards) spread_at(card, cards == &uppers);
  }
}

// Of lines that go the same way, and over the same stretch, the one ahead has the higher level.
void Untangler::give_levels(std::vector<Piece>& pieces, std::uint32_t row) {
  std::uint32_t levels = 0;
  for (const bool right : {true, false}) {
    std::vector<Piece*> movers;
    for (Piece& piece : pieces) {
      if (piece.on_level && (piece.end > piece.start) == right) movers.push_back(&piece);
    }
    std::ranges::stable_sort(movers, [&](const Piece* a, const Piece* b) {
      if (a->start != b->start) return right ? a->start > b->start : a->start < b->start;
      return right ? a->end > b->end : a->end < b->end;
    });
    for (std::size_t i = 0; i < movers.size(); ++i) {
      Piece& piece = *movers[i];
      piece.level = 0;
      for (std::size_t j = 0; j < i; ++j) {
        const Piece& ahead = *movers[j];
        const double overlap =
            std::min(std::max(piece.start, piece.end), std::max(ahead.start, ahead.end)) -
            std::max(std::min(piece.start, piece.end), std::min(ahead.start, ahead.end));
        if (overlap > -8) piece.level = std::max(piece.level, ahead.level + 1);
      }
      levels = std::max(levels, piece.level + 1);
    }
  }
  levels_[row] = levels;
}

// As draw() will have it, nearly.
void Untangler::sketch_level(Piece& piece, std::uint32_t row) const {
  constexpr int steps = 8;
  const Range range = ranges_[row];
  const double height = range.bottom - range.top;
  const double middle = range.top + height * (piece.level + 0.5) / levels_[row];
  const double reach = 0.45 * height / levels_[row];
  piece.way.clear();
  piece.way.push_back({piece.start, range.top});
  for (int i = 0; i <= steps; ++i) {
    const double t = static_cast<double>(i) / steps;
    piece.way.push_back({piece.start + (piece.end - piece.start) * t * t * (3 - 2 * t),
                         middle - reach + 2 * reach * t});
  }
  piece.way.push_back({piece.end, range.bottom});
  find_extent(piece);
}

void Untangler::untangle(std::vector<Piece>& pieces, std::uint32_t row) {
  constexpr int most_rounds = 6;
  const bool at_box = std::ranges::any_of(pieces, &Piece::on_level);
  for (int round = 0; round < most_rounds; ++round) {
    if (!find_tangled(pieces) && (round > 0 || !at_box)) break;
    spread_ends(pieces);
    give_levels(pieces, row);
    for (Piece& piece : pieces) {
      if (piece.on_level) sketch_level(piece, row);
    }
  }
}

void Untangler::draw(const std::vector<RowBand>& rows, Placement& placement) const {
  const auto point = [&](double along, double depth) {
    return down_ ? Point{along, depth} : Point{depth, along};
  };
  for (std::uint32_t row = 0; row + 1 < gaps_.size(); ++row) {
    const double top = rows[row].bottom;
    const double height = rows[row + 1].top - top;
    for (const Piece& piece : gaps_[row]) {
      if (!piece.on_level) continue;
      PlacedEdge& edge = placement.edges[piece.edge];
      std::vector<Point>& curve = edge.pieces[piece.part].curve;
      const auto border = [&](std::uint32_t name, bool lower_side) {
        const std::size_t passes = view_.cards.size() + view_.edges.size();
        if (name >= passes) {
          const Extent& box_of_section = placement.section_boxes[name - passes];
          if (lower_side) return down_ ? box_of_section.bottom : box_of_section.right;
          return down_ ? box_of_section.top : box_of_section.left;
        }
        if (name >= view_.cards.size()) return lower_side ? top : top + height;
        const Box& box = plan_.cards[name].box;
        const Point centre = placement.card_centres[name];
        const double half = (down_ ? box.height : box.width) / 2;
        return (down_ ? centre.y : centre.x) + (lower_side ? half : -half);
      };
      double from = border(piece.upper, true);
      double to = border(piece.lower, false);
      const bool first = piece.part == 0;
      const bool last = piece.part + 1 == edge.pieces.size();
      if (edge.arrow_tip && edge.leads_up && first) {
        edge.arrow_tip = point(piece.start, from);
        from += arrow_px;
      }
      if (edge.arrow_tip && !edge.leads_up && last) {
        edge.arrow_tip = point(piece.end, to);
        to -= arrow_px;
      }
      const double usable = to - from < height ? height - 12 : height - 4;
      const double level_height = usable / levels_[row];
      const double middle = top + 4 + level_height * (piece.level + 0.5);
      const double reach =
          std::max(std::min(level_height * 0.9, std::abs(piece.end - piece.start) / 2), 5.0);
      const double turn = std::clamp(middle - reach, from, to);
      const double turned = std::clamp(middle + reach, turn, to);
      const double half = (turned - turn) * 0.55;
      curve.clear();
      const auto line_to = [&](double along, double begin, double end) {
        curve.push_back(point(along, begin + (end - begin) / 3));
        curve.push_back(point(along, begin + 2 * (end - begin) / 3));
        curve.push_back(point(along, end));
      };
      curve.push_back(point(piece.start, from));
      if (turn > from + 0.5) line_to(piece.start, from, turn);
      const double begin = turn > from + 0.5 ? turn : from;
      const double end = turned < to - 0.5 ? turned : to;
      curve.push_back(point(piece.start, begin + half));
      curve.push_back(point(piece.end, end - half));
      curve.push_back(point(piece.end, end));
      if (end < to) line_to(piece.end, end, to);
    }
  }
}

}  // namespace prereq
