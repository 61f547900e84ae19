// The DOT export, read back by Graphviz's own parser and drawn by its own programs.
#include "prereq/dot.hpp"

#include <cgraph.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
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
using ::testing::Not;
using ::testing::StartsWith;

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};

// What a DOT text says.
struct Parsed {
  bool is_dot = false;
  std::set<std::string> nodes;
  std::multiset<std::pair<std::string, std::string>> edges;
  std::set<std::string> clusters;
  std::map<std::string, std::string> classes;  // by node
};

std::string attribute(void* object, const char* name) {
  const char* value = agget(object, const_cast<char*>(name));
  return value == nullptr ? "" : value;
}

void collect_clusters(Agraph_t* graph, std::set<std::string>& names) {
  for (Agraph_t* part = agfstsubg(graph); part != nullptr; part = agnxtsubg(part)) {
    const std::string name = agnameof(part);
    if (name.starts_with("cluster")) names.insert(name.substr(std::string("cluster_").size()));
    collect_clusters(part, names);
  }
}

Parsed parse(const std::string& dot) {
  Parsed parsed;
  const std::unique_ptr<Agraph_t, CloseGraph> graph(agmemread(dot.c_str()));
  if (graph == nullptr) return parsed;
  parsed.is_dot = true;
  for (Agnode_t* n = agfstnode(graph.get()); n != nullptr; n = agnxtnode(graph.get(), n)) {
    parsed.nodes.insert(agnameof(n));
    parsed.classes[agnameof(n)] = attribute(n, "class");
    for (Agedge_t* e = agfstout(graph.get(), n); e != nullptr; e = agnxtout(graph.get(), e)) {
      parsed.edges.emplace(agnameof(agtail(e)), agnameof(aghead(e)));
    }
  }
  collect_clusters(graph.get(), parsed.clusters);
  return parsed;
}

// As dot.hpp says.
std::string exported(const std::string& id) {
  std::string name = id.starts_with('%') ? "\\" : "";
  for (const char c : id) name.append(c == '\\' ? 2 : 1, c);
  return name;
}

std::string name_of(const ViewCard& card) {
  if (card.kind == CardKind::junction) return "choice " + exported(card.id);
  if (card.kind == CardKind::links) return "links " + exported(card.id);
  if (card.kind == CardKind::section) return "section " + exported(card.id);
  return exported(card.id);
}

void expect_complete(const View& view, const std::string& dot) {
  const Parsed parsed = parse(dot);
  ASSERT_TRUE(parsed.is_dot) << dot;
  std::set<std::string> nodes;
  std::set<std::string> sections;
  for (const ViewCard& card : view.cards) {
    nodes.insert(name_of(card));
    EXPECT_EQ(parsed.classes.at(name_of(card)) == "goal", card.kind == CardKind::goal);
    for (auto s = card.section; s != no_index; s = view.sections[s].parent) {
      sections.insert(exported(view.sections[s].id));
    }
  }
  std::multiset<std::pair<std::string, std::string>> edges;
  for (const ViewCard& card : view.cards) {
    for (const ViewPennant& pennant : card.pennants) {
      nodes.insert(exported(pennant.id));
      edges.emplace(name_of(card), exported(pennant.id));
      EXPECT_EQ(parsed.classes.at(exported(pennant.id)), "goal");
    }
  }
  for (const ViewEdge& edge : view.edges) {
    edges.emplace(name_of(view.cards[edge.prerequisite]), name_of(view.cards[edge.dependent]));
  }
  EXPECT_THAT(parsed.nodes, ElementsAreArray(nodes));
  EXPECT_THAT(parsed.edges, ElementsAreArray(edges));
  EXPECT_THAT(parsed.clusters, ElementsAreArray(sections));
}

// The tool draws it without a word of complaint, and what it writes is well-formed.
testing::XmlElement drawn_by(const std::vector<std::string>& tool, const std::string& dot) {
  const testing::Outcome run = testing::run_program(tool, {.input = dot});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
  return testing::parse_xml(run.out);
}

std::size_t count_class(const testing::XmlElement& root, const std::string& name) {
  std::size_t count = 0;
  for (const auto* element : root.descendants()) count += element->has_class(name) ? 1U : 0U;
  return count;
}

TEST(DotExport, IsWhatAPersonWouldWrite) {
  const View view = testing::view_of(R"yaml(
title: Bread & "more"
sections:
  basics:
    title: Basics
    topics:
      flour: {hours: 2, resources: "[Flour](https://x.example/?a=1&b=2)"}
      sourdough-loaf: {requires: [flour], recommends: [oven], hours: 30-40}
topics:
  oven: {level: optional, hours: 20min}
  pizza: {requires: [{topic: flour, because: of the dough}, {any: [oven, sourdough-loaf]}]}
goals:
  baker: {requires: [sourdough-loaf, pizza]}
)yaml");
  EXPECT_EQ(write_dot(view), R"dot(// Bread & "more": 4 topics, 33.33–43.33 hours.
// Edges lead from a prerequisite to what needs it, dashed if recommended.
digraph roadmap {
  graph [class=prereq, label="Bread & \"more\"", labelloc=t, fontname="Helvetica,Arial,sans-serif", fontsize=14, style="rounded,filled", fillcolor="#f5f7fa", color="#d5dae3"];
  node [shape=box, style="rounded,filled", fillcolor=white, color="#8a94a6", fontname="Helvetica,Arial,sans-serif", fontsize=12];
  edge [color="#6b7687", arrowsize=0.8];

  oven [label="Oven", hours="20 min", level=optional, style="rounded,filled,dashed"];
  pizza [label="Pizza"];
  "choice pizza/1" [label="one of", class=choice, shape=ellipse];
  subgraph cluster_basics {
    label="Basics";
    flour [label="Flour", hours=2, URL="https://x.example/?a=1&amp;b=2", tooltip="Flour"];
    "sourdough-loaf" [label="Sourdough loaf", hours="30-40"];
  }
  subgraph goals {
    node [class=goal, shape=cds, fillcolor="#26344d", fontcolor=white];
    baker [label="Baker"];
  }

  flour -> "sourdough-loaf";
  oven -> "sourdough-loaf" [style=dashed];
  flour -> pizza [tooltip="of the dough"];
  oven -> "choice pizza/1" [arrowhead=none];
  "sourdough-loaf" -> "choice pizza/1" [arrowhead=none];
  "choice pizza/1" -> pizza;
  "sourdough-loaf" -> baker;
  pizza -> baker;
}
)dot");
}

TEST(DotExport, OfTheBundledRoadmapsIsComplete) {
  for (const char* name : {"self-study", "turbo"}) {
    const View view = testing::bundled_view(name);
    expect_complete(view, write_dot(view));
  }
}

std::size_t count_pennants(const View& view) {
  std::size_t count = 0;
  for (const ViewCard& card : view.cards) count += card.pennants.size();
  return count;
}

TEST(DotExport, HasAboutALineATopicAndALineAnEdge) {
  for (const char* name : {"self-study", "turbo"}) {
    const View view = testing::bundled_view(name);
    const std::string dot = write_dot(view);
    const auto lines = static_cast<std::size_t>(std::ranges::count(dot, '\n'));
    constexpr std::size_t frame = 16;  // comments, defaults, the block of goals
    EXPECT_LE(lines, view.cards.size() + view.edges.size() + 2 * count_pennants(view) +
                         3 * view.sections.size() + frame);
  }
}

TEST(DotExport, OfTheBundledRoadmapsIsDrawnByDot) {
  for (const char* name : {"self-study", "turbo"}) {
    const View view = testing::bundled_view(name);
    const auto root = drawn_by({"dot", "-Tsvg"}, write_dot(view));
    EXPECT_EQ(root.name, "svg");
    EXPECT_EQ(count_class(root, "edge"), view.edges.size() + count_pennants(view)) << name;
    EXPECT_EQ(count_class(root, "node"), view.cards.size() + count_pennants(view)) << name;
  }
}

// The middles of nodes in the drawing's own coordinates.
std::map<std::string, Point> places_of_nodes(const std::string& plain, double height) {
  std::map<std::string, Point> places;
  std::istringstream in(plain);
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string kind;
    std::string name;
    double x = 0;
    double y = 0;
    if (words >> kind && kind == "node" && words >> name >> x >> y) {
      std::erase(name, '"');
      places[name] = {x * 72, height - y * 72};
    }
  }
  return places;
}

TEST(DotExport, WithADrawingShowsTheSameInNeato) {
  for (const char* name : {"self-study", "turbo"}) {
    const View view = testing::bundled_view(name);
    const Drawing drawing = testing::draw(view);
    const std::string dot = write_dot(view, {.drawing = &drawing});
    expect_complete(view, dot);
    const auto root = drawn_by({"neato", "-n2", "-Tsvg"}, dot);
    EXPECT_EQ(count_class(root, "edge"), view.edges.size() + count_pennants(view));
    EXPECT_GE(count_class(root, "cluster"), 2U);
    const testing::Outcome plain =
        testing::run_program({"neato", "-n2", "-Tplain"}, {.input = dot});
    const auto places = places_of_nodes(plain.out, drawing.height);
    // It moves all so that the first box begins at the corner.
    std::optional<Point> moved;
    std::size_t compared = 0;
    for (std::size_t c = 0; c < view.cards.size(); ++c) {
      const auto found = places.find(view.cards[c].id);
      if (found == places.end()) continue;
      const Box box = body_of(drawing.cards[c]);
      const Point by = {found->second.x - box.x - box.width / 2,
                        found->second.y - box.y - box.height / 2};
      if (!moved) moved = by;
      EXPECT_NEAR(by.x, moved->x, 1) << view.cards[c].id;
      EXPECT_NEAR(by.y, moved->y, 1) << view.cards[c].id;
      ++compared;
    }
    EXPECT_GE(compared, 30U);
  }
}

TEST(DotExport, WithADrawingBreaksLabelsAsTheDrawingDoes) {
  const View view = testing::view_of("topics: {a: {title: Reinforcement learning from feedback}}");
  const Drawing drawing = testing::draw(view);
  EXPECT_THAT(write_dot(view, {.drawing = &drawing}), HasSubstr("\\nlearning"));
}

TEST(DotExport, IsEmptyWhereThereIsNothing) {
  const View view = testing::view_of("title: Empty\n");
  expect_complete(view, write_dot(view));
}

TEST(DotExport, RunsToTheRightIfAsked) {
  const View view = testing::view_of("topics: {a: {}}");
  EXPECT_THAT(write_dot(view, {.direction = Direction::right}), HasSubstr(", rankdir=LR"));
  EXPECT_THAT(write_dot(view), Not(HasSubstr("rankdir")));
}

TEST(DotExport, SaysHowManyRedundantEdgesItLeavesOut) {
  const std::string two = "topics: {a: {}, b: {requires: [a]}, c: {requires: [a, b]}";
  EXPECT_THAT(
      write_dot(testing::view_of(two + "}")),
      HasSubstr("\n// 1 redundant edge is left out: 'prereq render --all-edges' writes it.\n"));
  const std::string three = two + ", d: {requires: [c, a]}}";
  EXPECT_THAT(
      write_dot(testing::view_of(three)),
      HasSubstr("\n// 2 redundant edges are left out: 'prereq render --all-edges' writes each.\n"));
  EXPECT_THAT(write_dot(testing::view_of(three, {.all_edges = true})), Not(HasSubstr("redundant")));
}

TEST(DotExport, MakesPennantsGoals) {
  View view = testing::view_of("topics: {a: {}, b: {requires: [a]}}");
  view.cards[1].pennants = {{.id = "expert", .title = "Expert", .place = 0},
                            {.id = "%", .title = "Per \"cent\"", .place = 1}};
  const std::string dot = write_dot(view);
  const Parsed parsed = parse(dot);
  EXPECT_EQ(parsed.classes.at("expert"), "goal");
  EXPECT_EQ(parsed.classes.at("\\%"), "goal");
  EXPECT_TRUE(parsed.edges.contains({"b", "expert"}));
  EXPECT_TRUE(parsed.edges.contains({"b", "\\%"}));
  const Drawing drawing = testing::draw(view);
  const auto root = drawn_by({"neato", "-n2", "-Tsvg"}, write_dot(view, {.drawing = &drawing}));
  EXPECT_EQ(count_class(root, "goal"), 2U);
  EXPECT_EQ(count_class(root, "edge"), 3U);
}

TEST(DotExport, LeadsEdgesToTheBoxesOfSections) {
  View view = testing::view_of(R"(
sections: {"the-math": {topics: {a: {}, b: {requires: [x]}}}}
topics: {x: {}, y: {requires: [b]}}
)");
  for (ViewEdge& edge : view.edges) {
    (edge.from == "x" ? edge.dependent_section : edge.prerequisite_section) = 0;
  }
  const std::string dot = write_dot(view);
  EXPECT_THAT(dot, HasSubstr(", compound=true]"));
  EXPECT_THAT(dot, HasSubstr("x -> b [lhead=\"cluster_the-math\"];\n"));
  EXPECT_THAT(dot, HasSubstr("b -> y [ltail=\"cluster_the-math\"];\n"));
  EXPECT_EQ(count_class(drawn_by({"dot", "-Tsvg"}, dot), "edge"), 2U);
}

TEST(DotExport, KeepsEveryTextApartFromItsSyntax) {
  for (const std::string& text : testing::hostile_texts()) {
    const View view = testing::view_with(text);
    expect_complete(view, write_dot(view));
    const Drawing drawing = testing::draw(view);
    expect_complete(view, write_dot(view, {.drawing = &drawing}));
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
    expect_complete(view, write_dot(view));
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
  for (ViewEdge& edge : view.edges) edge.because = texts[edge.dependent % texts.size()];
  const std::string dot = write_dot(view);
  expect_complete(view, dot);
  // A face that lacks a character is worth a warning to it.
  const testing::Outcome run = testing::run_program({"dot", "-Tsvg"}, {.input = dot});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.err, Not(HasSubstr("Error")));
  testing::parse_xml(run.out);
}

// A comment ends with its line.
TEST(DotExport, KeepsLineBreaksOfTitlesOutOfComments) {
  View view = testing::view_of("title: \"a\\n} digraph {\"\ntopics: {a: {}}");
  view.problems = {"one\ntwo"};
  const std::string dot = write_dot(view);
  EXPECT_THAT(dot, StartsWith("// a } digraph {: 1 topic, "));
  expect_complete(view, dot);
}

}  // namespace
}  // namespace prereq
