// Gap by gap: lines are looked at as functions of the depth, and led on levels until none cuts
// through another without need.
#include "arrange/dress/untangle.hpp"

#include <algorithm>
#include <cmath>

#include "arrange/plan/problem.hpp"

namespace prereq {
namespace {

constexpr std::size_t samples = 14;
constexpr double same_place_px = 1.5;
constexpr double arrow_px = 7;
constexpr double between_ends_px = 10;

}  // namespace

Untangler::Untangler(const View& view, const PagePlan& plan, const Placement& placement)
    : view_(view),
      plan_(plan),
      placement_(placement),
      down_(plan.direction == Direction::down),
      gaps_(plan.rows.size()),
      levels_(plan.rows.size(), 0) {
  gather(placement);
  for (std::uint32_t row = 0; row < gaps_.size(); ++row) untangle(gaps_[row], row);
}

void Untangler::gather(const Placement& placement) {
  struct Range {
    double top = 1e9;
    double bottom = -1e9;
  };
  const auto depth = [&](Point p) { return down_ ? p.y : p.x; };
  const auto breadth = [&](Point p) { return down_ ? p.x : p.y; };
  std::vector<Range> ranges(gaps_.size());
  const auto is_level = [&](const PlacedEdge& edge, std::uint32_t e) {
    const ViewEdge& v = view_.edges[e];
    return edge.pieces.size() == 1 && v.prerequisite_section == no_index &&
           v.dependent_section == no_index &&
           plan_.row_of_card[v.prerequisite] == plan_.row_of_card[v.dependent];
  };
  for (std::uint32_t e = 0; e < placement.edges.size(); ++e) {
    if (is_level(placement.edges[e], e)) continue;
    for (const PlacedPiece& piece : placement.edges[e].pieces) {
      Range& range = ranges[piece.upper_row];
      range.top = std::min(range.top, depth(piece.curve.front()));
      range.bottom = std::max(range.bottom, depth(piece.curve.back()));
    }
  }
  // What an end is known by: the card, or the edge that passes.
  const auto cards = static_cast<std::uint32_t>(view_.cards.size());
  for (std::uint32_t e = 0; e < placement.edges.size(); ++e) {
    const PlacedEdge& edge = placement.edges[e];
    if (is_level(edge, e)) continue;
    const ViewEdge& v = view_.edges[e];
    const auto end_name = [&](std::uint32_t card, std::uint32_t section) {
      return section == no_index ? card : cards + static_cast<std::uint32_t>(view_.edges.size()) + section;
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
      piece.start = breadth(from.curve.front());
      piece.end = breadth(from.curve.back());
      const Range range = ranges[from.upper_row];
      const double step = (range.bottom - range.top) / (samples - 1);
      Point before = from.curve.front();
      std::size_t next = 0;
      const auto reach = [&](Point point) {
        while (next < samples && range.top + static_cast<double>(next) * step <= depth(point)) {
          const double at = range.top + static_cast<double>(next) * step;
          const double length = depth(point) - depth(before);
          const double share =
              length > 0.01 ? std::clamp((at - depth(before)) / length, 0.0, 1.0) : 1.0;
          piece.along.push_back(breadth(before) + share * (breadth(point) - breadth(before)));
          ++next;
        }
        before = point;
      };
      sample_curve(from.curve, reach);
      while (piece.along.size() < samples) piece.along.push_back(piece.end);
      gaps_[from.upper_row].push_back(std::move(piece));
    }
  }
}

// Whether two lines change sides more often than their ends do.
bool Untangler::is_tangled(const Piece& a, const Piece& b) {
  const auto side = [](double difference) {
    return difference > same_place_px ? 1 : difference < -same_place_px ? -1 : 0;
  };
  int last = a.upper == b.upper ? 0 : side(a.start - b.start);
  int changes = 0;
  for (std::size_t i = 0; i < samples; ++i) {
    const int now = side(a.along[i] - b.along[i]);
    if (now == 0 || now == last) continue;
    if (last != 0) ++changes;
    last = now;
  }
  const int first_side = a.upper == b.upper ? 0 : side(a.start - b.start);
  const int last_side = a.lower == b.lower ? 0 : side(a.end - b.end);
  const int needed = first_side != 0 && last_side != 0 && first_side != last_side ? 1 : 0;
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
void Untangler::spread_ends(std::vector<Piece>& pieces, const Placement& placement) {
  const auto spread_at = [&](std::uint32_t card, bool upper) {
    std::vector<Piece*> here;
    for (Piece& piece : pieces) {
      if (piece.on_level && (upper ? piece.upper : piece.lower) == card) here.push_back(&piece);
    }
    std::ranges::stable_sort(here, {}, [&](const Piece* p) { return upper ? p->end : p->start; });
    const Box& box = plan_.cards[card].box;
    const Point at = placement.card_centres[card];
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
        const double overlap = std::min(std::max(piece.start, piece.end),
                                        std::max(ahead.start, ahead.end)) -
                               std::max(std::min(piece.start, piece.end),
                                        std::min(ahead.start, ahead.end));
        if (overlap > -8) piece.level = std::max(piece.level, ahead.level + 1);
      }
      levels = std::max(levels, piece.level + 1);
    }
  }
  levels_[row] = levels;
}

// As draw() will have it, in shares of the way between the rows.
void Untangler::redraw_samples(Piece& piece, std::uint32_t levels) const {
  const double middle = (piece.level + 0.5) / levels;
  const double reach = 0.45 / levels;
  for (std::size_t i = 0; i < samples; ++i) {
    const double at = static_cast<double>(i) / (samples - 1);
    const double share = std::clamp((at - middle + reach) / (2 * reach), 0.0, 1.0);
    piece.along[i] =
        piece.start + (piece.end - piece.start) * share * share * (3 - 2 * share);
  }
}

void Untangler::untangle(std::vector<Piece>& pieces, std::uint32_t row) {
  constexpr int most_rounds = 6;
  for (int round = 0; round < most_rounds && find_tangled(pieces); ++round) {
    spread_ends(pieces, placement_);
    give_levels(pieces, row);
    for (Piece& piece : pieces) {
      if (piece.on_level) redraw_samples(piece, levels_[row]);
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
      const double usable = to - from < height ? height - 10 : height;
      const double level_height = usable / levels_[row];
      const double middle = top + 2 + level_height * (piece.level + 0.5);
      const double reach = std::max(std::min(level_height * 0.9, std::abs(piece.end - piece.start) / 2), 5.0);
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
