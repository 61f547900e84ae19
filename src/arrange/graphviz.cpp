#include "arrange/graphviz.hpp"

#include <string>

#include "arrange/dot_graph.hpp"
#include "arrange/graphviz_handles.hpp"

namespace prereq {
namespace {

class Extractor {
 public:
  explicit Extractor(const DotGraph& dot) : dot_(dot), page_(GD_bb(dot.graph.get())) {}

  std::optional<Coordinates> extract() {
    Coordinates out;
    out.width = page_.UR.x - page_.LL.x;
    out.height = page_.UR.y - page_.LL.y;
    for (Agnode_t* card : dot_.cards) out.card_centres.push_back(from_page(ND_coord(card)));
    for (Agnode_t* title : dot_.titles) {
      std::optional<Point> centre;
      if (title != nullptr) centre = from_page(ND_coord(title));
      out.title_centres.push_back(centre);
    }
    for (Agraph_t* cluster : dot_.clusters) {
      std::optional<Box> box;
      if (cluster != nullptr) box = from_page(GD_bb(cluster));
      out.section_boxes.push_back(box);
    }
    for (Agedge_t* edge : dot_.edges) {
      const splines* curves = ED_spl(edge);
      if (curves == nullptr || curves->size == 0) return std::nullopt;
      out.edges.push_back(read_curve(*curves));
    }
    return out;
  }

 private:
  Point from_page(pointf p) const { return {p.x - page_.LL.x, page_.UR.y - p.y}; }
  Box from_page(boxf b) const {
    const Point top_left = from_page(pointf{b.LL.x, b.UR.y});
    return {top_left.x, top_left.y, b.UR.x - b.LL.x, b.UR.y - b.LL.y};
  }

  DrawnEdge read_curve(const splines& curves) const {
    DrawnEdge edge;
    for (decltype(curves.size) i = 0; i < curves.size; ++i) {
      const bezier& part = curves.list[i];
      // Parts share their ends.
      for (decltype(part.size) p = i == 0 ? 0 : 1; p < part.size; ++p) {
        edge.curve.push_back(from_page(part.list[p]));
      }
      if (part.eflag != 0) edge.arrow_tip = from_page(part.ep);
    }
    return edge;
  }

  const DotGraph& dot_;
  boxf page_;
};

}  // namespace

std::string graphviz_version() {
  const GraphvizSession session;
  return gvcVersion(session.context());
}

std::optional<Coordinates> lay_out_by_graphviz(const View& view, const ArrangementPlan& plan,
                                               std::string& failure) {
  const GraphvizSession session;
  const DotGraph dot = build_dot_graph(view, plan, NodeNames::numbered);
  const LayoutHandle layout(session, dot.graph.get());
  std::optional<Coordinates> coordinates;
  if (layout.succeeded()) coordinates = Extractor(dot).extract();
  if (coordinates) return coordinates;
  const std::string error = session.error();
  failure = error.empty() ? "left an edge without a curve" : "says: " + error;
  return coordinates;
}

}  // namespace prereq
