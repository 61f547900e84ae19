// Lays out and reads the coordinates back from Graphviz's own structures.
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

  std::optional<Coordinates> extract() {
    out_.width = page_.UR.x - page_.LL.x;
    out_.height = page_.UR.y - page_.LL.y;
    for (Agnode_t* card : nailed_.cards) out_.card_centres.push_back(from_page(ND_coord(card)));
    out_.title_centres.resize(plan_.titles.size());
    out_.section_boxes.resize(plan_.titles.size());
    extents_.resize(plan_.titles.size());
    for (std::size_t row = 0; row < plan_.rows.size(); ++row) {
      for (std::size_t i = 0; i < plan_.rows[row].size(); ++i) {
        read_slot(plan_.rows[row][i], from_page(ND_coord(nailed_.slots[row][i])));
      }
    }
    for (std::size_t e = 0; e < nailed_.edges.size(); ++e) {
      DrawnEdge edge;
      for (Agedge_t* piece : nailed_.edges[e]) {
        const splines* curves = ED_spl(piece);
        if (curves == nullptr || curves->size == 0) return std::nullopt;
        add_piece(*curves, edge);
      }
      if (nailed_.leads_up[e]) std::ranges::reverse(edge.curve);
      out_.edges.push_back(std::move(edge));
    }
    for (std::size_t s = 0; s < extents_.size(); ++s) {
      const Extent& extent = extents_[s];
      if (extent.empty()) continue;
      out_.section_boxes[s] = {extent.left, extent.top, extent.right - extent.left,
                               extent.bottom - extent.top};
    }
    return std::move(out_);
  }

 private:
  Point from_page(pointf p) const { return {p.x - page_.LL.x, page_.UR.y - p.y}; }

  void read_slot(const Slot& slot, Point at) {
    switch (slot.kind) {
      case SlotKind::left_border:
      case SlotKind::right_border: extents_[slot.index].include(at); break;
      case SlotKind::title: out_.title_centres[slot.index] = at; break;
      case SlotKind::card:
      case SlotKind::door:
      case SlotKind::pass: break;
    }
  }

  // Behind what there is of the edge, to which a straight line leads.
  void add_piece(const splines& curves, DrawnEdge& edge) const {
    for (decltype(curves.size) i = 0; i < curves.size; ++i) {
      const bezier& part = curves.list[i];
      if (edge.curve.empty()) {
        edge.curve.push_back(from_page(part.list[0]));
      } else {
        join(edge.curve, from_page(part.list[0]));
      }
      for (decltype(part.size) p = 1; p < part.size; ++p) {
        edge.curve.push_back(from_page(part.list[p]));
      }
      if (part.eflag != 0) edge.arrow_tip = from_page(part.ep);
      if (part.sflag != 0) edge.arrow_tip = from_page(part.sp);
    }
  }

  static void join(std::vector<Point>& curve, Point to) {
    const Point from = curve.back();
    if (distance(from, to) < 0.5) return;
    for (const double t : {1.0 / 3, 2.0 / 3, 1.0}) {
      curve.push_back({from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)});
    }
  }

  const PagePlan& plan_;
  const NailedGraph& nailed_;
  boxf page_;
  Coordinates out_;
  std::vector<Extent> extents_;
};

}  // namespace

std::optional<Coordinates> place_by_graphviz(const View& view, const PagePlan& plan,
                                             std::string& failure) {
  const GraphvizSession session;
  const NailedGraph nailed = build_nailed_graph(view, plan);
  if (const char* f = std::getenv("DUMP")) {
    FILE* out = fopen(f, "w");
    agwrite(nailed.graph.get(), out);
    fclose(out);
  }
  const LayoutHandle layout(session, nailed.graph.get());
  std::optional<Coordinates> coordinates;
  if (layout.succeeded()) coordinates = Extractor(plan, nailed).extract();
  if (coordinates) return coordinates;
  const std::string error = session.error();
  failure = error.empty() ? "left an edge without a curve" : "says: " + error;
  return coordinates;
}

}  // namespace prereq
