#include "unit/view/viewed.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "prereq/read.hpp"

namespace prereq::testing {

TopicGraph graph_of(std::string_view yaml) {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("test.yaml", std::string(yaml));
  TopicGraph graph(read_roadmap(sources, file, diagnostics));
  for (const Diagnostic& d : diagnostics.items()) ADD_FAILURE() << d.message;
  return graph;
}

View view_of(std::string_view yaml, const ViewOptions& options) {
  return select_view(graph_of(yaml), options);
}

std::vector<TopicIndex> topics(const TopicGraph& graph, const std::vector<std::string>& names) {
  Diagnostics diagnostics;
  return resolve_topics(names, graph.roadmap(), Severity::error, diagnostics);
}

Next learner(const TopicGraph& graph, const std::vector<std::string>& to,
             const std::vector<std::string>& known, PathOptions options) {
  Diagnostics diagnostics;
  options.known = topics(graph, known);
  const Targets targets = resolve_targets(to, graph.roadmap(), diagnostics);
  auto next = next_topics(graph, targets, options, diagnostics);
  for (const Diagnostic& d : diagnostics.items()) ADD_FAILURE() << d.message;
  return next.value_or(Next{});
}

View view_of_path(const TopicGraph& graph, const std::vector<std::string>& to,
                  const std::vector<std::string>& known, const PathOptions& path) {
  ViewOptions options;
  options.learner = learner(graph, to, known, path);
  return select_view(graph, options);
}

const ViewCard& card(const View& view, std::string_view id) {
  const auto found = std::ranges::find(view.cards, id, &ViewCard::id);
  if (found == view.cards.end()) throw std::out_of_range(std::string(id));
  return *found;
}

std::vector<std::string> ids(const View& view) {
  std::vector<std::string> all;
  for (const ViewCard& each : view.cards) all.push_back(each.id);
  return all;
}

std::vector<std::string> edges(const View& view) {
  const auto end = [&](std::uint32_t section, std::uint32_t index) {
    return section == no_index ? view.cards[index].id : "section:" + view.sections[section].id;
  };
  std::vector<std::string> lines;
  for (const ViewEdge& edge : view.edges) {
    constexpr std::string_view arrows[] = {"->", "recommends", "with", "or"};
    lines.push_back(fmt::format(
        "{} {}{} {}", end(edge.prerequisite_section, edge.prerequisite), edge.both_ways ? "<" : "",
        arrows[static_cast<std::size_t>(edge.style)], end(edge.dependent_section, edge.dependent)));
  }
  return lines;
}

}  // namespace prereq::testing
