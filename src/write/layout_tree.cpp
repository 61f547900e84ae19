#include "write/layout_tree.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace prereq {
namespace {

using Kind = FileNode::Kind;

FileNode number_node(double value) {
  std::string text = fmt::format("{:.2f}", value);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  if (text == "-0") text = "0";
  return {Kind::number, FileNode::Layout::automatic, std::move(text), {}, {}};
}

FileNode text_node(const std::string& text) {
  return {Kind::text, FileNode::Layout::automatic, text, {}, {}};
}

FileNode empty_node(Kind kind) { return {kind, FileNode::Layout::automatic, {}, {}, {}}; }

FileNode box_node(const Box& box) {
  FileNode node;
  node.add("x", number_node(box.x));
  node.add("y", number_node(box.y));
  node.add("width", number_node(box.width));
  node.add("height", number_node(box.height));
  return node;
}

FileNode edge_node(const ViewEdge& edge, const DrawnEdge& drawn) {
  FileNode node;
  node.add("from", text_node(edge.from));
  node.add("to", text_node(edge.to));
  FileNode points = empty_node(Kind::list);
  for (const Point& point : drawn.curve) {
    FileNode pair = empty_node(Kind::list);
    pair.items.push_back(number_node(point.x));
    pair.items.push_back(number_node(point.y));
    points.items.push_back(std::move(pair));
  }
  node.add("points", std::move(points));
  if (edge.instead_of.empty()) return node;
  FileNode each = empty_node(Kind::list);
  for (const ViewEdge& replaced : edge.instead_of) {
    FileNode pair;
    pair.add("from", text_node(replaced.from));
    pair.add("to", text_node(replaced.to));
    each.items.push_back(std::move(pair));
  }
  node.add("instead_of", std::move(each));
  return node;
}

}  // namespace

FileNode layout_tree(const View& view, const Drawing& drawing) {
  FileNode cards = empty_node(Kind::mapping);
  FileNode sections = empty_node(Kind::mapping);
  FileNode junctions = empty_node(Kind::list);
  for (std::size_t c = 0; c < view.cards.size(); ++c) {
    const ViewCard& card = view.cards[c];
    FileNode box = box_node(drawing.cards[c].box);
    if (card.kind == CardKind::junction) {
      box.add("id", text_node(card.id));
      box.add("for", text_node(card.id.substr(0, card.id.rfind('/'))));
      junctions.items.push_back(std::move(box));
    } else if (card.kind == CardKind::section) {
      sections.add(card.id, std::move(box));
    } else if (card.kind != CardKind::links) {
      cards.add(card.id, std::move(box));
    }
    for (std::size_t p = 0; p < card.pennants.size(); ++p) {
      cards.add(card.pennants[p].id, box_node(drawing.cards[c].pennants[p].box));
    }
  }
  for (std::size_t s = 0; s < view.sections.size(); ++s) {
    sections.add(view.sections[s].id, box_node(drawing.sections[s].box));
  }
  FileNode edges = empty_node(Kind::list);
  for (std::size_t e = 0; e < view.edges.size(); ++e) {
    edges.items.push_back(edge_node(view.edges[e], drawing.edges[e]));
  }
  FileNode layout;
  layout.add("width", number_node(drawing.width));
  layout.add("height", number_node(drawing.height));
  layout.add("cards", std::move(cards));
  layout.add("junctions", std::move(junctions));
  layout.add("sections", std::move(sections));
  layout.add("edges", std::move(edges));
  return layout;
}

}  // namespace prereq
