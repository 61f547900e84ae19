// Lays out and reads the placement back from Graphviz's own structures.
#include "arrange/place/graphviz_place.hpp"

#include <algorithm>
#include <string>

#include "arrange/curve.hpp"
#include "arrange/place/nailed_graph.hpp"
#include "arrange/plan/problem.hpp"

namespace prereq {
namespace {

class Extractor {
 public:
  Extractor(const PagePlan& plan, const NailedGraph& nailed)
      : plan_(plan), nailed_(nailed), page_(GD_bb(nailed.graph.get())) {}

  std::optional<Placement> extract() {
    for (Agnode_t* card : nailed_.cards) out_.card_centres.push_back(from_page(ND_coord(card)));
    out_.title_centres.resize(plan_.titles.size());
    out_.section_boxes.resize(plan_.titles.size());
    for (std::size_t row = 0; row < plan_.rows.size(); ++row) {
      for (std::size_t i = 0; i < plan_.rows[row].size(); ++i) {
        read_slot(plan_.rows[row][i], from_page(ND_coord(nailed_.slots[row][i])));
      }
    }
    for (std::size_t e = 0; e < nailed_.edges.size(); ++e) {
      PlacedEdge edge;
      edge.leads_up = nailed_.leads_up[e];
      for (Agedge_t* piece : nailed_.edges[e]) {
        const splines* curves = ED_spl(piece);
        if (curves == nullptr || curves->size == 0) return std::nullopt;
        edge.pieces.push_back(
            {nailed_.upper_row[e] + static_cast<std::uint32_t>(edge.pieces.size()),
             read_curve(*curves, edge.arrow_tip)});
      }
      out_.edges.push_back(std::move(edge));
    }
    return std::move(out_);
  }

 private:
  Point from_page(pointf p) const { return {p.x - page_.LL.x, page_.UR.y - p.y}; }

  void read_slot(const Slot& slot, Point at) {
    switch (slot.kind) {
      case SlotKind::left_border:
        if (!plan_.titles_take_rows) {
          if (!out_.title_centres[slot.index]) out_.title_centres[slot.index] = at;
          at.y -= title_strip_px(plan_, slot.index) / 2;
        }
        out_.section_boxes[slot.index].include(at);
        break;
      case SlotKind::right_border: out_.section_boxes[slot.index].include(at); break;
      case SlotKind::title: out_.title_centres[slot.index] = at; break;
      case SlotKind::card:
      case SlotKind::door:
      case SlotKind::pass: break;
    }
  }

  std::vector<Point> read_curve(const splines& curves, std::optional<Point>& arrow_tip) const {
    std::vector<Point> curve;
    for (decltype(curves.size) i = 0; i < curves.size; ++i) {
      const bezier& part = curves.list[i];
      // Parts share their ends.
      for (decltype(part.size) p = i == 0 ? 0 : 1; p < part.size; ++p) {
        curve.push_back(from_page(part.list[p]));
      }
      if (part.eflag != 0) arrow_tip = from_page(part.ep);
      if (part.sflag != 0) arrow_tip = from_page(part.sp);
    }
    return curve;
  }

  const PagePlan& plan_;
  const NailedGraph& nailed_;
  boxf page_;
  Placement out_;
};

}  // namespace

std::string graphviz_version() {
  const GraphvizSession session;
  return gvcVersion(session.context());
}

std::optional<Placement> place_by_graphviz(const View& view, const PagePlan& plan,
                                           std::string& failure) {
  const GraphvizSession session;
  const NailedGraph nailed = build_nailed_graph(view, plan);
  const LayoutHandle layout(session, nailed.graph.get());
  std::optional<Placement> placement;
  if (layout.succeeded()) placement = Extractor(plan, nailed).extract();
  if (placement) return placement;
  const std::string error = session.error();
  failure = error.empty() ? "left an edge without a curve" : "says: " + error;
  return placement;
}

}  // namespace prereq
