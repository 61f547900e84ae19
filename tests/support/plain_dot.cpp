#include "support/plain_dot.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "arrange/plan.hpp"
#include "support/run_program.hpp"

namespace prereq::testing {

std::string plain_dot_text(const View& view, const Drawing& ours) {
  constexpr double px_per_inch = 72;
  std::string text = fmt::format(
      "digraph {{\n  graph [nodesep={:.5f} ranksep={:.5f}]\n"
      "  node [shape=box fixedsize=true label=\"\"]\n  edge [arrowsize=0.7]\n",
      Spacing::between_cards / px_per_inch, Spacing::between_rows / px_per_inch);
  for (std::size_t c = 0; c < ours.cards.size(); ++c) {
    const Box& box = ours.cards[c].box;
    text += fmt::format("  {} [width={:.5f} height={:.5f}]\n", c, box.width / px_per_inch,
                        box.height / px_per_inch);
  }
  for (std::size_t e = 0; e < view.edges.size(); ++e) {
    const ViewEdge& edge = view.edges[e];
    const bool arrow = ours.edges[e].arrow_tip.has_value();
    text += fmt::format("  {} -> {} [id={}{}]\n", edge.prerequisite, edge.dependent, e,
                        arrow ? "" : " arrowhead=none");
  }
  return text + "}\n";
}

namespace {

// Graphviz's y grows upwards.
class Reader {
 public:
  explicit Reader(double height) : height_(height) {}

  Point point(std::string_view text) const {
    Point p;
    char comma = 0;
    std::istringstream in{std::string(text)};
    in >> p.x >> comma >> p.y;
    return {p.x, height_ - p.y};
  }

  // "e,TIP POINT POINT…", the tip being absent for an edge without arrow.
  DrawnEdge edge(const std::string& text) const {
    DrawnEdge edge;
    std::istringstream in(text);
    for (std::string word; in >> word;) {
      if (word.starts_with("e,")) {
        edge.arrow_tip = point(std::string_view(word).substr(2));
      } else {
        edge.curve.push_back(point(word));
      }
    }
    return edge;
  }

 private:
  double height_;
};

}  // namespace

Drawing draw_with_plain_dot(const View& view, const Drawing& ours) {
  Drawing drawing;
  drawing.cards.resize(view.cards.size());
  drawing.edges.resize(view.edges.size());
  drawing.sections.resize(view.sections.size());
  const Outcome outcome = run_program({"dot", "-Tjson0"}, {.input = plain_dot_text(view, ours)});
  const auto json = nlohmann::json::parse(outcome.out, nullptr, false);
  if (outcome.status != 0 || json.is_discarded()) {
    ADD_FAILURE() << "dot failed: " << outcome.err;
    return drawing;
  }
  double left = 0;
  double bottom = 0;
  char comma = 0;
  std::istringstream box(json["bb"].get<std::string>());
  box >> left >> comma >> bottom >> comma >> drawing.width >> comma >> drawing.height;
  const Reader reader(drawing.height);
  for (const auto& node : json["objects"]) {
    const auto card = std::stoul(node["name"].get<std::string>());
    const Box& size = ours.cards[card].box;
    const Point centre = reader.point(node["pos"].get<std::string>());
    drawing.cards[card].box = {centre.x - size.width / 2, centre.y - size.height / 2, size.width,
                               size.height};
  }
  if (json.contains("edges")) {
    for (const auto& edge : json["edges"]) {
      const auto number = std::stoul(edge["id"].get<std::string>());
      drawing.edges[number] = reader.edge(edge["pos"].get<std::string>());
    }
  }
  return drawing;
}

}  // namespace prereq::testing
