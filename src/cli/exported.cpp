#include "cli/exported.hpp"

#include <vector>

#include "cli/words.hpp"
#include "prereq/dot.hpp"
#include "prereq/exchange.hpp"
#include "prereq/roadmap_file.hpp"

namespace prereq::cli {

std::string exported(PictureFormat format, const TopicGraph& graph, const View& view,
                     Direction direction) {
  switch (format) {
    case PictureFormat::svg:
    case PictureFormat::png:
    case PictureFormat::pdf: break;
    case PictureFormat::dot: return write_dot(view, {direction, nullptr});
    case PictureFormat::mermaid: return view_mermaid(view, direction == Direction::right);
    case PictureFormat::graphml: return graphml(graph);
    case PictureFormat::json: return roadmap_json(graph.roadmap());
    case PictureFormat::markdown: return outline_markdown(graph);
    case PictureFormat::csv: return edges_csv(graph);
  }
  return {};
}

std::string left_out_by(PictureFormat format, const TopicGraph& graph,
                        std::size_t redundant_edges) {
  std::vector<std::string> list;
  if (format == PictureFormat::dot) {
    list = not_in_dot(graph);
    if (redundant_edges > 0) {
      list.push_back(redundant_edges == 1 ? "1 redundant edge (--all-edges writes it)"
                                          : std::to_string(redundant_edges) +
                                                " redundant edges (--all-edges writes each)");
    }
  }
  if (format == PictureFormat::markdown) list = not_in_markdown(graph);
  if (format == PictureFormat::mermaid) list = not_in_mermaid(graph);
  if (format == PictureFormat::graphml) list = not_in_graphml(graph);
  if (format == PictureFormat::csv) list = not_in_csv(graph);
  return list.empty() ? "" : "leaves out " + join(list, ", ");
}

}  // namespace prereq::cli
