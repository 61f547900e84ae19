#include "arrange/row_layout.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "arrange/curve.hpp"
#include "arrange/reroute.hpp"
#include "arrange/row_places.hpp"
#include "arrange/spaced.hpp"

namespace prereq {
namespace {

constexpr double arrow_px = 7;
constexpr double arrow_room_px = 9;
constexpr double between_ports_px = 10;
constexpr double port_inset_px = 14;
constexpr double between_tracks_px = 5.5;
constexpr double most_for_tracks_px = 100;
constexpr double title_to_cards_px = 18;
constexpr double between_titles_px = 2 * Spacing::box_padding;
constexpr double between_bands_px = 24;
constexpr double unmoved_px = 0.5;

// An edge's way across the gap below a row.
struct Crossing {
  std::uint32_t edge;
  double from;
  double to;
  std::size_t track = 0;
};

struct Gap {
  std::vector<Crossing> moved;
  std::size_t tracks = 0;
  double top = 0;    // of the first track
  double step = 0;   // from track to track
  double depth = 0;  // of each edge's way
};

class RowLayout {
 public:
  RowLayout(const View& view, const ArrangementPlan& plan, const RowGraph& graph)
      : view_(view), plan_(plan), graph_(graph), places_(place_in_rows(view, plan, graph)) {}

  Coordinates lay_out() {
    place_ports();
    gather_gaps();
    place_rows();
    out_.width = places_.width;
    for (const std::uint32_t n : graph_.node_of_card) out_.card_centres.push_back(centre(n));
    for (const std::uint32_t n : graph_.node_of_title) {
      std::optional<Point> at;
      if (n != no_index) at = centre(n);
      out_.title_centres.push_back(at);
    }
    for (std::uint32_t e = 0; e < view_.edges.size(); ++e) out_.edges.push_back(curve(e));
    frame_sections();
    return std::move(out_);
  }

 private:
  Point centre(std::uint32_t n) const {
    const std::uint32_t row = graph_.nodes[n].row;
    return {places_.centre[n], row_top_[row] + row_depth_[row] / 2};
  }

  // Edges at a card's border stand side by side, in the order of where they go.
  void place_ports() {
    std::vector<std::vector<std::uint32_t>> out(view_.cards.size());
    std::vector<std::vector<std::uint32_t>> in(view_.cards.size());
    for (std::uint32_t e = 0; e < view_.edges.size(); ++e) {
      out[view_.edges[e].prerequisite].push_back(e);
      in[view_.edges[e].dependent].push_back(e);
      x_.emplace_back();
      for (const std::uint32_t n : graph_.nodes_of_edge[e]) x_[e].push_back(places_.centre[n]);
    }
    for (std::uint32_t c = 0; c < view_.cards.size(); ++c) {
      place_ports(
          c, out[c], [this](std::uint32_t e) { return x_[e][1]; },
          [this](std::uint32_t e) -> double& { return x_[e].front(); });
      place_ports(
          c, in[c], [this](std::uint32_t e) { return x_[e][x_[e].size() - 2]; },
          [this](std::uint32_t e) -> double& { return x_[e].back(); });
    }
  }

  template <typename Next, typename Port>
  void place_ports(std::uint32_t card, std::vector<std::uint32_t>& edges, Next&& next,
                   Port&& port) {
    if (edges.empty()) return;
    std::ranges::stable_sort(edges, {}, next);
    const double width = plan_.cards[card].box.width;
    const double middle = places_.centre[graph_.node_of_card[card]];
    const double right_inset =
        view_.cards[card].kind == CardKind::goal ? 2 * port_inset_px : port_inset_px;
    double low = middle - width / 2 + port_inset_px;
    double high = middle + width / 2 - right_inset;
    if (low > high) low = high = middle;
    const auto gaps = static_cast<double>(std::max<std::size_t>(edges.size(), 2) - 1);
    const double least = std::min(between_ports_px, (high - low) / gaps);
    std::vector<SpacedPlace> wishes;
    wishes.reserve(edges.size());
    for (const std::uint32_t e : edges) wishes.push_back({next(e), 1, least});
    const std::vector<double> places = spaced(wishes, low, high);
    for (std::size_t i = 0; i < edges.size(); ++i) port(edges[i]) = places[i];
  }

  void gather_gaps() {
    gaps_.resize(graph_.rows.size());
    for (std::uint32_t e = 0; e < view_.edges.size(); ++e) {
      const std::uint32_t first = graph_.nodes[graph_.nodes_of_edge[e].front()].row;
      for (std::size_t i = 0; i + 1 < x_[e].size(); ++i) {
        if (std::abs(x_[e][i + 1] - x_[e][i]) < unmoved_px) {
          x_[e][i + 1] = i + 2 < x_[e].size() ? x_[e][i] : x_[e][i + 1];
        }
        if (std::abs(x_[e][i + 1] - x_[e][i]) < 1e-9) continue;
        gaps_[first + i].moved.push_back({e, x_[e][i], x_[e][i + 1]});
      }
    }
    for (Gap& gap : gaps_) assign_tracks(gap);
  }

  // What goes furthest to a side goes first: then no two lines cross that need not.
  static void assign_tracks(Gap& gap) {
    auto& moved = gap.moved;
    std::ranges::stable_sort(moved, {}, &Crossing::from);
    double furthest = 0;
    for (const Crossing& way : moved) furthest = std::max(furthest, std::abs(way.to - way.from));
    for (std::size_t i = moved.size(); i-- > 0;) {
      if (moved[i].to < moved[i].from) continue;
      for (std::size_t j = i + 1; j < moved.size(); ++j) {
        if (moved[j].to < moved[j].from || moved[j].from > moved[i].to + between_tracks_px)
          continue;
        moved[i].track = std::max(moved[i].track, moved[j].track + 1);
      }
    }
    for (std::size_t i = 0; i < moved.size(); ++i) {
      if (moved[i].to > moved[i].from) continue;
      for (std::size_t j = 0; j < i; ++j) {
        if (moved[j].to > moved[j].from || moved[j].from < moved[i].to - between_tracks_px)
          continue;
        moved[i].track = std::max(moved[i].track, moved[j].track + 1);
      }
    }
    for (const Crossing& way : moved) gap.tracks = std::max(gap.tracks, way.track);
    gap.depth = moved.empty() ? 0 : std::clamp(0.14 * furthest, 19.0, 46.0);
    if (gap.tracks > 0) {
      gap.step = std::min(between_tracks_px, most_for_tracks_px / static_cast<double>(gap.tracks));
    }
  }

  bool only_titles(std::uint32_t r) const {
    return std::ranges::none_of(
        graph_.rows[r], [&](std::uint32_t n) { return graph_.nodes[n].kind == RowNodeKind::card; });
  }

  void place_rows() {
    row_depth_.assign(graph_.rows.size(), 0);
    row_top_.assign(graph_.rows.size(), 0);
    for (const RowNode& n : graph_.nodes) {
      double& depth = row_depth_[n.row];
      if (n.kind == RowNodeKind::card) depth = std::max(depth, plan_.cards[n.index].box.height);
      if (n.kind == RowNodeKind::title) depth = std::max(depth, plan_.titles[n.index].height);
    }
    double y = 0;
    for (std::uint32_t r = 0; r < graph_.rows.size(); ++r) {
      row_top_[r] = y;
      Gap& gap = gaps_[r];
      gap.top = y + row_depth_[r];
      const double needed = gap.depth + static_cast<double>(gap.tracks) * gap.step + arrow_room_px;
      y = gap.top + std::max(least_gap(r), needed);
    }
    out_.height = gaps_.empty() ? 0 : gaps_.back().top;
  }

  double least_gap(std::uint32_t r) const {
    if (r + 1 == graph_.rows.size()) return 0;
    if (graph_.band_of(r) != graph_.band_of(r + 1)) {
      std::size_t depth = 0;
      for (const std::uint32_t n : graph_.rows[r]) {
        if (graph_.nodes[n].kind == RowNodeKind::card) {
          depth = std::max(depth, frames_around(plan_.box_of_card[graph_.nodes[n].index]));
        }
      }
      return between_bands_px + Spacing::box_padding * static_cast<double>(depth + 1);
    }
    if (!only_titles(r)) return Spacing::between_rows;
    return only_titles(r + 1) ? between_titles_px : title_to_cards_px;
  }

  std::size_t frames_around(std::uint32_t box) const {
    std::size_t count = 0;
    if (box >= view_.sections.size()) return 0;
    for (auto b = box; b != no_index; b = view_.sections[b].parent) ++count;
    return count;
  }

  static void add_line(DrawnEdge& edge, Point to) {
    const Point from = edge.curve.back();
    if (to.y - from.y < 0.01) return;
    for (const double t : {1.0 / 3, 2.0 / 3}) {
      edge.curve.push_back({from.x, from.y + t * (to.y - from.y)});
    }
    edge.curve.push_back({from.x, to.y});
  }

  const Crossing* way_of(std::uint32_t e, const Gap& gap) const {
    const auto found = std::ranges::find(gap.moved, e, &Crossing::edge);
    return found == gap.moved.end() ? nullptr : &*found;
  }

  DrawnEdge curve(std::uint32_t e) const {
    const ViewEdge& edge = view_.edges[e];
    DrawnEdge drawn;
    const double start =
        out_.card_centres[edge.prerequisite].y + plan_.cards[edge.prerequisite].box.height / 2;
    const double end =
        out_.card_centres[edge.dependent].y - plan_.cards[edge.dependent].box.height / 2;
    const bool arrow = view_.cards[edge.dependent].kind != CardKind::junction;
    drawn.curve.push_back({x_[e].front(), start});
    const std::uint32_t first = graph_.nodes[graph_.nodes_of_edge[e].front()].row;
    for (std::size_t i = 0; i + 1 < x_[e].size(); ++i) {
      const Gap& gap = gaps_[first + i];
      const Crossing* way = way_of(e, gap);
      if (way == nullptr) continue;
      const double top = gap.top + static_cast<double>(way->track) * gap.step;
      add_line(drawn, {way->from, top});
      const double bottom = top + gap.depth;
      drawn.curve.push_back({way->from, top + 0.55 * gap.depth});
      drawn.curve.push_back({way->to, bottom - 0.55 * gap.depth});
      drawn.curve.push_back({way->to, bottom});
    }
    add_line(drawn, {drawn.curve.back().x, arrow ? end - arrow_px : end});
    if (arrow) drawn.arrow_tip = Point{drawn.curve.back().x, end};
    return drawn;
  }

  void frame_sections() {
    std::vector<Extent> extents(view_.sections.size());
    for (const auto& band : places_.columns) {
      for (const ColumnPlace& column : band) {
        if (column.box >= view_.sections.size()) continue;
        Extent& extent = extents[column.box];
        extent.left = column.left;
        extent.right = column.right();
      }
    }
    for (std::size_t c = 0; c < view_.cards.size(); ++c) {
      if (plan_.box_of_card[c] >= view_.sections.size()) continue;
      Extent& extent = extents[plan_.box_of_card[c]];
      const double half = plan_.cards[c].box.height / 2;
      extent.top = std::min(extent.top, out_.card_centres[c].y - half - Spacing::box_padding);
      extent.bottom = std::max(extent.bottom, out_.card_centres[c].y + half + Spacing::box_padding);
    }
    for (std::size_t s = view_.sections.size(); s-- > 0;) {
      Extent& extent = extents[s];
      if (extent.empty()) continue;
      if (out_.title_centres[s]) {
        const double top = out_.title_centres[s]->y - plan_.titles[s].height / 2;
        extent.top = std::min(extent.top, top - Spacing::box_padding);
      }
      const std::uint32_t parent = view_.sections[s].parent;
      if (parent == no_index) continue;
      constexpr double padding = Spacing::box_padding;
      extents[parent].include({extent.left - padding, extent.top - padding});
      extents[parent].include({extent.right + padding, extent.bottom + padding});
    }
    for (const Extent& extent : extents) {
      std::optional<Box> box;
      if (!extent.empty()) {
        box = Box{extent.left, extent.top, extent.right - extent.left, extent.bottom - extent.top};
      }
      out_.section_boxes.push_back(box);
    }
  }

  const View& view_;
  const ArrangementPlan& plan_;
  const RowGraph& graph_;
  const RowPlaces places_;
  Coordinates out_;
  std::vector<std::vector<double>> x_;  // of each edge: at its ends and in the rows it passes
  std::vector<Gap> gaps_;               // below each row
  std::vector<double> row_top_;
  std::vector<double> row_depth_;
};

}  // namespace

bool leads_down(const View& view, const ArrangementPlan& plan) {
  const auto& rows = plan.layering.row_of_item;
  return std::ranges::all_of(view.edges, [&](const ViewEdge& edge) {
    return rows[edge.prerequisite] < rows[edge.dependent];
  });
}

Coordinates lay_out_rows(const View& view, const ArrangementPlan& plan, RowGraph& graph) {
  for (int again = 0; again < 2; ++again) {
    RowPlaces places = place_in_rows(view, plan, graph);
    reroute_edges(graph, places.centre, places.width);
  }
  return RowLayout(view, plan, graph).lay_out();
}

}  // namespace prereq
