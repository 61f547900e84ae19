#include "sample_views.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "prereq/read.hpp"
#include "prereq/split_view.hpp"
#include "unit/view/viewed.hpp"

namespace prereq::testing {
namespace {

constexpr std::string_view sound = R"yaml(title: Nets
sections:
  math:
    title: Mathematics
    topics:
      algebra: {hours: 4, resources: ["[Book](https://book.example) (paid)", "[Film](https://film.example) (free)"]}
      calculus: {hours: 3, requires: [algebra]}
      proofs: {requires: [python]}
  code:
    title: Code
    topics:
      python: {hours: 2, requires: [algebra]}
      torch: {hours: 2, requires: [python]}
      flow: {hours: 3, level: optional, requires: [python]}
topics:
  nets: {hours: 6, requires: [calculus, {any: [flow, torch]}]}
goals: {build: {title: Build one, requires: [nets]}}
)yaml";

constexpr std::string_view broken = R"yaml(title: Broken
topics:
  a: {requires: [b]}
  b: {requires: [{any: [a]}]}
  c: {requires: [b]}
)yaml";

Next learner_of_algebra(const TopicGraph& graph, bool to_goal) {
  Diagnostics diagnostics;
  Targets targets;
  if (to_goal) targets.goals.push_back(0);
  PathOptions options;
  options.known = {graph.roadmap().find_topic("algebra").value()};
  return next_topics(graph, targets, options, diagnostics).value();
}

}  // namespace

std::vector<View> sample_views() {
  const TopicGraph graph = graph_of(sound);
  std::vector<View> views;
  ViewOptions path;
  path.learner = learner_of_algebra(graph, true);
  views.push_back(select_view(graph, path));
  ViewOptions known;
  known.learner = learner_of_algebra(graph, false);
  known.detail = Detail::resources;
  views.push_back(select_view(graph, known));
  ViewOptions around;
  around.around = Neighbourhood{{graph.roadmap().find_topic("python").value()}};
  views.push_back(select_view(graph, around));
  views.push_back(select_view(graph, {.collapse_all = true}));
  views.push_back(split_view(graph, {}, ".svg").back().view);
  views.push_back(select_view(graph_of(broken), {.cycles = true}));
  views.push_back(select_view(graph, {.emphasizing = Emphasizing::critical}));
  views.push_back(select_view(graph, {.emphasizing = Emphasizing::blocking}));
  views.push_back(select_view(graph, {.collapse_all = true, .emphasizing = Emphasizing::blocking}));
  views.push_back(select_view(graph, {.collapse_all = true, .emphasizing = Emphasizing::critical}));
  path.emphasizing = Emphasizing::blocking;
  views.push_back(select_view(graph, path));
  known.emphasizing = Emphasizing::blocking;
  views.push_back(select_view(graph, known));
  return views;
}

}  // namespace prereq::testing
