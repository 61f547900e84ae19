#include "arrange/row_layout.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "arrange/curve.hpp"
#include "arrange/row_gaps.hpp"
#include "arrange/row_places.hpp"
#include "arrange/spaced.hpp"

namespace prereq {
namespace {

constexpr double arrow_room_px = 9;
constexpr double between_ports_px = 10;
constexpr double port_inset_px = 14;
constexpr double title_to_cards_px = 18;
constexpr double between_titles_px = 2 * Spacing::box_padding;
constexpr double between_bands_px = 24;
constexpr double unmoved_px = 0.5;

class RowLayout {
 public:
  RowLayout(const View& view, const ArrangementPlan& plan, const RowGraph& graph, int sweeps,
            const GapRoom& room)
      : view_(view),
        room_(room),
        plan_(plan),
        graph_(graph),
        places_(place_in_rows(view, plan, graph, sweeps)) {}

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
    const RowNode& node = graph_.nodes[n];
    const double top = row_top_[node.row];
    // Nothing keeps the links of a section away from its title.
    const bool is_links =
        node.kind == RowNodeKind::card && view_.cards[node.index].kind == CardKind::links;
    const double depth = is_links ? plan_.cards[node.index].box.height : row_depth_[node.row];
    return {places_.centre[n], top + depth / 2};
  }

  // Lines at a card's border stand side by side, in the order of where they go.
  void place_ports() {
    std::vector<std::vector<std::uint32_t>> bundles_from(view_.cards.size());
    std::vector<std::vector<std::uint32_t>> edges_to(view_.cards.size());
    for (std::uint32_t b = 0; b < graph_.bundles.size(); ++b) {
      bundles_from[view_.edges[graph_.bundles[b].front()].prerequisite].push_back(b);
    }
    for (std::uint32_t e = 0; e < view_.edges.size(); ++e) {
      edges_to[view_.edges[e].dependent].push_back(e);
    }
    start_.resize(graph_.bundles.size());
    end_.resize(view_.edges.size());
    for (std::uint32_t c = 0; c < view_.cards.size(); ++c) {
      const auto next = [this](std::uint32_t b) { return middle_below(b); };
      place_ports(c, bundles_from[c], next, start_);
    }
    for (std::uint32_t c = 0; c < view_.cards.size(); ++c) {
      const auto before = [this](std::uint32_t e) {
        return place_of(e, graph_.nodes_of_edge[e].size() - 2);
      };
      place_ports(c, edges_to[c], before, end_);
    }
  }

  // Of where the bundle's edges go next, the middle one.
  double middle_below(std::uint32_t bundle) const {
    std::vector<double> next;
    for (const std::uint32_t e : graph_.bundles[bundle]) {
      next.push_back(places_.centre[graph_.nodes_of_edge[e][1]]);
    }
    std::ranges::sort(next);
    const std::size_t half = next.size() / 2;
    return next.size() % 2 == 1 ? next[half] : (next[half - 1] + next[half]) / 2;
  }

  template <typename Next>
  void place_ports(std::uint32_t card, std::vector<std::uint32_t>& lines, Next&& next,
                   std::vector<double>& ports) {
    if (lines.empty()) return;
    std::ranges::stable_sort(lines, {}, next);
    const double width = plan_.cards[card].box.width;
    const double middle = places_.centre[graph_.node_of_card[card]];
    // A goal's notch and the badge of a state stand on the right.
    const bool is_cut =
        view_.cards[card].kind == CardKind::goal || view_.cards[card].state != CardState::none;
    const double right_inset = is_cut ? 2 * port_inset_px : port_inset_px;
    double low = middle - width / 2 + port_inset_px;
    double high = middle + width / 2 - right_inset;
    if (low > high) low = high = middle;
    const auto gaps = static_cast<double>(std::max<std::size_t>(lines.size(), 2) - 1);
    const double least = std::min(between_ports_px, (high - low) / gaps);
    wishes_.clear();
    for (const std::uint32_t line : lines) wishes_.push_back({next(line), 1, least});
    const std::vector<double>& places = spacer_.place(wishes_, low, high);
    for (std::size_t i = 0; i < lines.size(); ++i) ports[lines[i]] = places[i];
  }

  // Where the edge stands in the i-th row of its way.
  double place_of(std::uint32_t e, std::size_t i) const {
    const auto& chain = graph_.nodes_of_edge[e];
    if (i == 0) return start_[graph_.bundle_of_edge[e]];
    return i + 1 == chain.size() ? end_[e] : places_.centre[chain[i]];
  }

  // A line that would move by next to nothing goes straight on.
  void straighten() {
    for (const auto& bundle : graph_.bundles) {
      for (const std::uint32_t e : bundle) {
        const auto& chain = graph_.nodes_of_edge[e];
        for (std::size_t i = 1; i + 1 < chain.size(); ++i) {
          double& here = places_.centre[chain[i]];
          if (std::abs(here - place_of(e, i - 1)) < unmoved_px) here = place_of(e, i - 1);
        }
      }
    }
  }

  void gather_gaps() {
    straighten();
    gaps_.resize(graph_.rows.size());
    for (std::uint32_t b = 0; b < graph_.bundles.size(); ++b) {
      for (const std::uint32_t e : graph_.bundles[b]) {
        const auto& chain = graph_.nodes_of_edge[e];
        for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
          if (std::abs(place_of(e, i + 1) - place_of(e, i)) < 1e-9) continue;
          RowGap& gap = gaps_[graph_.nodes[chain[i]].row];
          gap.moved.push_back({chain[i], b, chain[i + 1], place_of(e, i), place_of(e, i + 1)});
        }
      }
    }
    for (RowGap& gap : gaps_) assign_tracks(gap, room_);
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
      RowGap& gap = gaps_[r];
      const double bottom = y + row_depth_[r];
      out_.height = bottom;
      // Lines go sideways below the boxes that end here.
      gap.top = bottom + (gap.moved.empty() ? 0 : padding_below(r));
      const double tracks = gap.depth + static_cast<double>(gap.tracks) * gap.step;
      y = std::max(bottom + least_gap(r), gap.top + tracks + arrow_room_px);
    }
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

  double padding_below(std::uint32_t r) const {
    const auto& columns = places_.columns[graph_.band_of(r)];
    const bool ends = std::ranges::any_of(columns, [&](const ColumnPlace& column) {
      return column.last_row == r && column.box < view_.sections.size();
    });
    return ends ? Spacing::box_padding : 0;
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

  DrawnEdge curve(std::uint32_t e) const {
    const ViewEdge& edge = view_.edges[e];
    DrawnEdge drawn;
    const double start =
        out_.card_centres[edge.prerequisite].y + plan_.cards[edge.prerequisite].box.height / 2;
    const double end =
        out_.card_centres[edge.dependent].y - plan_.cards[edge.dependent].box.height / 2;
    const bool arrow = has_arrow(view_, edge);
    drawn.curve.push_back({place_of(e, 0), start});
    const auto& chain = graph_.nodes_of_edge[e];
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
      const RowGap& gap = gaps_[graph_.nodes[chain[i]].row];
      const SidewaysLine* way = gap.find(chain[i], graph_.bundle_of_edge[e], chain[i + 1]);
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
  const GapRoom& room_;
  const ArrangementPlan& plan_;
  const RowGraph& graph_;
  RowPlaces places_;
  Spacer spacer_;
  std::vector<SpacedPlace> wishes_;
  Coordinates out_;
  std::vector<double> start_;  // of each bundle, at its card's lower border
  std::vector<double> end_;    // of each edge, at its dependent's upper border
  std::vector<RowGap> gaps_;   // below each row
  std::vector<double> row_top_;
  std::vector<double> row_depth_;
};

}  // namespace

bool has_arrow(const View& view, const ViewEdge& edge) {
  return view.cards[edge.dependent].kind != CardKind::junction;
}

bool leads_down(const View& view, const ArrangementPlan& plan) {
  const auto& rows = plan.layering.row_of_item;
  return std::ranges::all_of(view.edges, [&](const ViewEdge& edge) {
    return rows[edge.prerequisite] < rows[edge.dependent];
  });
}

Coordinates lay_out_rows(const View& view, const ArrangementPlan& plan, const RowGraph& graph,
                         int sweeps, const GapRoom& room) {
  return RowLayout(view, plan, graph, sweeps, room).lay_out();
}

}  // namespace prereq
