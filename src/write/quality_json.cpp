#include <cmath>

#include "prereq/drawing_quality.hpp"
#include "write/json.hpp"

namespace prereq {
namespace {

double rounded(double value, double steps = 100) { return std::round(value * steps) / steps; }

}  // namespace

std::string quality_json(const DrawingQuality& quality) {
  Json object = document();
  object["engine"] = quality.engine == PlacedBy::graphviz ? "graphviz" : "builtin";
  object["topics"] = quality.topics;
  object["cards"] = quality.cards;
  object["edges"] = quality.edges;
  object["crossings"] = quality.crossings;
  object["edges_through_cards"] = quality.edges_through_cards;
  object["edges_through_titles"] = quality.edges_through_titles;
  object["overlaps"] = quality.overlaps;
  object["edge_length"] = rounded(quality.edge_length);
  object["bends"] = quality.bends;
  object["width"] = rounded(quality.width);
  object["height"] = rounded(quality.height);
  object["smallest_text"] = rounded(quality.smallest_text);
  object["smallest_text_at_800"] = rounded(quality.smallest_text_at(800));
  object["smallest_text_at_1000"] = rounded(quality.smallest_text_at(1000));
  object["card_share"] = rounded(quality.card_share, 10'000);
  return dump(object);
}

}  // namespace prereq
