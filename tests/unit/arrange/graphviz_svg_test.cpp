// The DOT export, read back by Graphviz's own parser and drawn by its own program.
#include "prereq/dot.hpp"

#include <cgraph.h>
#include <gmock/gmock.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "support/run_program.hpp"
#include "support/xml_document.hpp"
#include "unit/arrange/arranged.hpp"
#include "unit/arrange/hostile_texts.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAreArray;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};

// What a DOT text says of topics and goals: helpers left out.
struct Parsed {
  bool is_dot = false;
  std::set<std::string> topics;
  std::multiset<std::pair<std::string, std::string>> edges;  // that can be seen
  std::set<std::string> clusters;
  std::map<std::string, std::string> tooltips;  // by topic
};

std::string attribute(void* object, const char* name) {
  const char* value = agget(object, const_cast<char*>(name));
  return value == nullptr ? "" : value;
}

void collect_clusters(Agraph_t* graph, std::set<std::string>& names) {
  for (Agraph_t* part = agfstsubg(graph); part != nullptr; part = agnxtsubg(part)) {
    const std::string name = agnameof(part);
    if (name.starts_with("cluster")) names.insert(name.substr(std::string("cluster ").size()));
    collect_clusters(part, names);
  }
}

Parsed parse(const std::string& dot) {
  Parsed parsed;
  const std::unique_ptr<Agraph_t, CloseGraph> graph(agmemread(dot.c_str()));
  if (graph == nullptr) return parsed;
  parsed.is_dot = true;
  for (Agnode_t* n = agfstnode(graph.get()); n != nullptr; n = agnxtnode(graph.get(), n)) {
    if (attribute(n, "class") != "prereq-helper") {
      parsed.topics.insert(agnameof(n));
      parsed.tooltips[agnameof(n)] = attribute(n, "tooltip");
    }
    for (Agedge_t* e = agfstout(graph.get(), n); e != nullptr; e = agnxtout(graph.get(), e)) {
      if (attribute(e, "style") == "invis") continue;
      parsed.edges.emplace(agnameof(agtail(e)), agnameof(aghead(e)));
    }
  }
  collect_clusters(graph.get(), parsed.clusters);
  return parsed;
}

std::string dot_of(const View& view, const ArrangeOptions& options = {}) {
  Diagnostics diagnostics;
  const auto dot = write_dot(view, options, diagnostics);
  EXPECT_TRUE(dot && diagnostics.empty());
  return dot.value_or("");
}

// As dot.hpp says.
std::string exported(const std::string& id) {
  std::string name = id.starts_with('%') ? "\\" : "";
  for (const char c : id) name.append(c == '\\' ? 2 : 1, c);
  return name;
}

std::string name_of(const ViewCard& card) {
  return card.kind == CardKind::junction ? "junction " + card.id : exported(card.id);
}

void expect_complete(const View& view, const std::string& dot) {
  const Parsed parsed = parse(dot);
  ASSERT_TRUE(parsed.is_dot) << dot;
  std::set<std::string> topics;
  std::set<std::string> sections;
  for (const ViewCard& card : view.cards) {
    if (card.kind == CardKind::junction || card.kind == CardKind::links) continue;
    topics.insert(name_of(card));
    for (auto s = card.section; s != no_index; s = view.sections[s].parent) {
      sections.insert(exported(view.sections[s].id));
    }
  }
  std::multiset<std::pair<std::string, std::string>> edges;
  for (const ViewEdge& edge : view.edges) {
    edges.emplace(name_of(view.cards[edge.prerequisite]), name_of(view.cards[edge.dependent]));
  }
  EXPECT_THAT(parsed.topics, ElementsAreArray(topics));
  EXPECT_THAT(parsed.edges, ElementsAreArray(edges));
  EXPECT_THAT(parsed.clusters, IsSupersetOf(sections));
}

TEST(DotExport, OfTheBundledRoadmapsIsComplete) {
  for (const char* name : {"self-study", "turbo"}) {
    const View view = testing::bundled_view(name);
    expect_complete(view, dot_of(view));
    expect_complete(view, dot_of(view, testing::rightwards));
  }
}

TEST(DotExport, OfTheBundledRoadmapsIsDrawnByDot) {
  for (const char* name : {"self-study", "turbo"}) {
    const View view = testing::bundled_view(name);
    const testing::Outcome run = testing::run_program({"dot", "-Tsvg"}, {.input = dot_of(view)});
    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(run.err, Not(HasSubstr("Error")));
    const auto root = testing::parse_xml(run.out);
    EXPECT_EQ(root.name, "svg");
    std::size_t edges = 0;
    for (const auto* element : root.descendants()) edges += element->has_class("edge") ? 1U : 0U;
    EXPECT_EQ(edges, view.edges.size()) << name;
  }
}

TEST(DotExport, IsEmptyWhereThereIsNothing) {
  const View view = testing::view_of("title: Empty\n");
  expect_complete(view, dot_of(view));
}

TEST(DotExport, KeepsEveryTextApartFromItsSyntax) {
  for (const std::string& text : testing::hostile_texts()) {
    const View view = testing::view_with(text);
    expect_complete(view, dot_of(view));
  }
}

// No white space, comma or control character: anything else may be an id.
std::vector<std::string> hostile_ids() {
  return {"<b>",  "a&b", "]]>",  "\"",    "'",        "\\",   "a\\", "\\\"",        "\\N",
          "\\\\", "c#",  "node", "graph", "subgraph", "-",    "->",  "0",           "1.5",
          "a:b",  "a;b", "{",    "}",     "[",        "%",    "%1",  "\\%1",        "//",
          "/*",   "#x",  "日本", "_",     "cluster",  "page", "é",   "\xE2\x80\x8B"};
}

TEST(DotExport, KeepsEveryIdApartFromItsSyntax) {
  for (const std::string& id : hostile_ids()) {
    View view = testing::view_with("plain");
    view.cards[1].id = id;
    view.sections[0].id = id;
    SCOPED_TRACE(id);
    expect_complete(view, dot_of(view));
  }
}

TEST(DotExport, OfHostileTextsAndIdsIsDrawnByDot) {
  const std::vector<std::string> texts = testing::hostile_texts();
  const std::vector<std::string> ids = hostile_ids();
  View view = testing::view_of(testing::topics_yaml(static_cast<int>(ids.size()), [](int i) {
    return i == 0 ? "" : "requires: [t" + std::to_string(i / 2) + "]";
  }));
  for (std::size_t c = 0; c < view.cards.size(); ++c) {
    view.cards[c].id = ids[c];
    view.cards[c].title = view.cards[c].url = texts[c % texts.size()];
    view.cards[c].tooltip = {texts[c % texts.size()]};
  }
  const std::string dot = dot_of(view);
  expect_complete(view, dot);
  // Whether labels fit depends on the machine's fonts, and dot warns where they do not.
  const testing::Outcome run = testing::run_program({"dot", "-Tsvg"}, {.input = dot});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.err, Not(HasSubstr("Error")));
  testing::parse_xml(run.out);
}

TEST(GraphvizRenderer, WritesWellFormedSvgOfHostileTexts) {
  for (const std::string& text : testing::hostile_texts()) {
    Diagnostics diagnostics;
    const auto svg = write_graphviz_svg(testing::view_with(text), {}, diagnostics);
    ASSERT_TRUE(svg && diagnostics.empty()) << text;
    std::string error;
    testing::parse_xml(*svg, error);
    EXPECT_EQ(error, "") << text;
  }
}

TEST(GraphvizRenderer, EscapesIdsThatLookLikeEntities) {
  const View view = testing::view_of(R"(
sections: {"&sect;": {topics: {"&colon;": {}, "&lt;b&gt;": {requires: ["&colon;"]}}}}
)");
  Diagnostics diagnostics;
  const auto svg = write_graphviz_svg(view, {}, diagnostics);
  ASSERT_TRUE(svg && diagnostics.empty());
  std::string error;
  const auto root = testing::parse_xml(*svg, error);
  EXPECT_EQ(error, "");
  std::set<std::string> titles;
  for (const auto* element : root.descendants()) {
    if (element->name == "title") titles.insert(element->text);
  }
  EXPECT_TRUE(titles.contains("&colon;"));
  EXPECT_TRUE(titles.contains("&lt;b&gt;"));
}

TEST(GraphvizRenderer, ShowsEveryTopicOfTheBundledRoadmaps) {
  for (const char* name : {"self-study", "turbo"}) {
    const View view = testing::bundled_view(name);
    Diagnostics diagnostics;
    const auto svg = write_graphviz_svg(view, {}, diagnostics);
    ASSERT_TRUE(svg && diagnostics.empty());
    std::set<std::string> shown;
    const auto root = testing::parse_xml(*svg);
    for (const auto* element : root.descendants()) {
      if (element->name == "title") shown.insert(element->text);
    }
    for (const ViewCard& card : view.cards) {
      EXPECT_TRUE(card.kind != CardKind::topic || shown.contains(card.id)) << card.id;
    }
  }
}

}  // namespace
}  // namespace prereq
