#include "support/elk_peer.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "support/peer_drawing.hpp"
#include "support/run_program.hpp"

namespace prereq::testing {
namespace {

using nlohmann::json;

std::string card_id(std::size_t card) { return fmt::format("c{}", card); }
std::string section_id(std::size_t section) { return fmt::format("s{}", section); }

// The cards of a section, or of none, then the sections in it.
json nodes_in(std::uint32_t section, const ElkTask& task, const std::vector<bool>& drawn) {
  json nodes = json::array();
  for (std::size_t c = 0; c < task.view->cards.size(); ++c) {
    if (task.view->cards[c].section != section) continue;
    const Box& box = task.ours->cards[c].box;
    nodes.push_back({{"id", card_id(c)}, {"width", box.width}, {"height", box.height}});
  }
  for (std::uint32_t s = 0; s < task.view->sections.size(); ++s) {
    if (task.view->sections[s].parent != section || !drawn[s]) continue;
    const Box title = title_box(*task.ours, s);
    nodes.push_back({{"id", section_id(s)},
                     {"title", {{"width", title.width}, {"height", title.height}}},
                     {"nodes", nodes_in(s, task, drawn)}});
  }
  return nodes;
}

std::string end_id(std::uint32_t card, std::uint32_t section) {
  return section == no_index ? card_id(card) : section_id(section);
}

json graph_of(const ElkTask& task) {
  json edges = json::array();
  for (std::size_t e = 0; e < task.view->edges.size(); ++e) {
    const ViewEdge& edge = task.view->edges[e];
    edges.push_back({{"id", fmt::format("e{}", e)},
                     {"from", end_id(edge.prerequisite, edge.prerequisite_section)},
                     {"to", end_id(edge.dependent, edge.dependent_section)}});
  }
  return {{"spacing",
           {{"cards", PeerSpacing::between_cards},
            {"rows", PeerSpacing::between_rows},
            {"padding", PeerSpacing::box_padding},
            {"margin", PeerSpacing::page_margin}}},
          {"nodes", nodes_in(no_index, task, drawn_sections(*task.view))},
          {"edges", std::move(edges)}};
}

// A chain of curves through the points, each of which is a straight line.
DrawnEdge straight_pieces(const json& points, bool arrow) {
  DrawnEdge edge;
  for (const json& at : points) {
    const Point point = {at[0].get<double>(), at[1].get<double>()};
    if (!edge.curve.empty()) {
      const Point before = edge.curve.back();
      const auto between = [&](double share) {
        return Point{before.x + (point.x - before.x) * share,
                     before.y + (point.y - before.y) * share};
      };
      edge.curve.push_back(between(1.0 / 3));
      edge.curve.push_back(between(2.0 / 3));
    }
    edge.curve.push_back(point);
  }
  if (arrow && !edge.curve.empty()) edge.arrow_tip = edge.curve.back();
  return edge;
}

Drawing drawing_of(const ElkTask& task, const json& places) {
  const auto& [view, ours] = task;
  Drawing drawing = blank_drawing(*view);
  drawing.width = places["width"].get<double>();
  drawing.height = places["height"].get<double>();
  const json& boxes = places["boxes"];
  for (std::size_t c = 0; c < view->cards.size(); ++c) {
    const json& box = boxes[card_id(c)];
    place_card(*ours, c, {box[0].get<double>(), box[1].get<double>()}, drawing);
  }
  const std::vector<bool> drawn = drawn_sections(*view);
  for (std::size_t s = 0; s < view->sections.size(); ++s) {
    if (!drawn[s]) continue;
    const json& box = boxes[section_id(s)];
    Box& placed = drawing.sections[s].box;
    placed = {box[0].get<double>(), box[1].get<double>(), box[2].get<double>(),
              box[3].get<double>()};
    place_title(*ours, s,
                {placed.x + PeerSpacing::box_padding, placed.y + PeerSpacing::box_padding},
                drawing);
  }
  for (std::size_t e = 0; e < view->edges.size(); ++e) {
    drawing.edges[e] = straight_pieces(places["lines"][fmt::format("e{}", e)],
                                       ours->edges[e].arrow_tip.has_value());
  }
  return drawing;
}

}  // namespace

std::vector<Drawing> draw_with_elk(std::span<const ElkTask> tasks) {
  json graphs = json::array();
  for (const ElkTask& task : tasks) graphs.push_back(graph_of(task));
  const Outcome outcome =
      run_program({PREREQ_NODE, PREREQ_ELK_FOLDER "/layout.mjs"}, {.input = graphs.dump()});
  const json all = json::parse(outcome.out, nullptr, false);
  if (outcome.status != 0 || !all.is_array() || all.size() != tasks.size()) {
    throw std::runtime_error("ELK failed: " + outcome.err);
  }
  std::vector<Drawing> drawings;
  for (std::size_t i = 0; i < tasks.size(); ++i) drawings.push_back(drawing_of(tasks[i], all[i]));
  return drawings;
}

}  // namespace prereq::testing
