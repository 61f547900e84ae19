#include "prereq/exchange.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <regex>
#include <sstream>

#include "base/xml.hpp"
#include "prereq/read.hpp"
#include "support/roadmap_builder.hpp"
#include "support/run_program.hpp"
#include "support/xml_document.hpp"
#include "unit/arrange/arranged.hpp"
#include "unit/arrange/hostile_texts.hpp"
#include "write/report_text.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using testing::hostile_texts;
using ::testing::IsEmpty;
using testing::parse_xml;
using testing::read_text;
using testing::view_with;
using testing::XmlElement;

TopicGraph graph_of(std::string text, const std::string& name = "map.yaml") {
  Sources sources;
  const FileId file = sources.add(name, std::move(text));
  Diagnostics diagnostics;
  Roadmap roadmap = read_roadmap(sources, file, diagnostics);
  for (const Diagnostic& each : diagnostics.items()) ADD_FAILURE() << each.message;
  return TopicGraph(std::move(roadmap));
}

TopicGraph bundled_graph(const std::string& name) {
  return graph_of(read_text(PREREQ_SOURCE_DIR "/graphs/" + name));
}

constexpr std::string_view small = R"text(title: Small
sections:
  math:
    title: "Mathematics: a start"
    topics:
      algebra: {hours: 40, resources: ["[Algebra](https://a.example/?a=1;b#c)"]}
      calculus: {hours: 20, requires: [{topic: algebra, because: "slopes, they say, are \"lines\""}]}
  reading: {resources: ["[News](https://news.example)"]}
topics:
  r: {level: optional}
  models:
    hours: 5
    note: Take your time.
    requires: [{any: [calculus, r]}]
    recommends: [algebra]
    corequisites: [r]
goals:
  analyst: {title: Analyst, requires: [models]}
)text";

TEST(Mermaid, IsAFlowchartWithSubgraphsClassesAndLinks) {
  EXPECT_EQ(view_mermaid(testing::view_of(small)), R"text(---
title: "Small"
---
flowchart TD
  n3["R<br/>#126;1 h"]
  n4["Models<br/>5 h"]
  n5>"Analyst"]
  n6{{"one of"}}
  subgraph s0["Mathematics#58; a start · 60 h"]
    n1["Algebra<br/>40 h · 1 link"]
    n2["Calculus<br/>20 h"]
  end
  subgraph s1["Reading"]
    n0["1 link"]
  end
  n1 --> n2
  n2 --> n6
  n3 --> n6
  n6 --> n4
  n3 -.->|together| n4
  n1 -.-> n4
  n4 --> n5
  classDef optional stroke-dasharray:5 4
  class n3 optional
  classDef goal stroke-width:3px
  class n5 goal
  classDef junction stroke-width:1px
  class n6 junction
  click n1 href "https://a.example/?a=1%3Bb#c"
)text");
}

TEST(Mermaid, RunsToTheRightIfAskedTo) {
  EXPECT_THAT(view_mermaid(testing::view_of(small), true), ::testing::HasSubstr("flowchart LR\n"));
}

// `#NN;` back to characters, as Mermaid does it last.
std::string decoded(const std::string& label) {
  std::string out;
  for (std::size_t i = 0; i < label.size(); ++i) {
    const std::size_t end = label[i] == '#' ? label.find(';', i) : std::string::npos;
    if (end == std::string::npos) {
      out += label[i];
    } else {
      out += static_cast<char>(std::stoi(label.substr(i + 1, end - i - 1)));
      i = end;
    }
  }
  return out;
}

// Nothing of a label can be taken for syntax, wherever Mermaid looks for it.
void expect_every_line_is_known(const std::string& text) {
  const std::string label = R"re((?:[^"#;%`{}<>:*_~\\$&|\[\]]|#[0-9]+;|<br/>)+)re";
  const std::string node = "n[0-9]+";
  const std::regex known("(?: *" + node + R"re((?:\["|>"|\(\["|\{\{"|\[\["))re" + label +
                         R"re((?:"\]|"\]\)|"\}\}|"\]\]))re" + "| *subgraph s[0-9]+\\[\"" + label +
                         "\"\\]| *end|  " + node + " (?:-->|<-->|-\\.->|-\\.->\\|together\\|) " +
                         node + "|  classDef [a-z]+ [a-z-]+:[0-9a-z. ]+|  class " + node + "(?:," +
                         node + ")* [a-z]+|  click " + node + R"re( href "[^"<>;{}`\\ ]+")re" +
                         "|flowchart (?:TD|LR)|---|title: \".*\")");
  std::istringstream lines(text);
  int open = 0;
  for (std::string line; std::getline(lines, line);) {
    EXPECT_TRUE(std::regex_match(line, known)) << line;
    if (line.find("  subgraph ") == 0 || line.find("    subgraph ") == 0) ++open;
    if (line.ends_with(" end")) --open;
    EXPECT_GE(open, 0);
  }
  EXPECT_EQ(open, 0);
}

TEST(Mermaid, HoldsTheBundledRoadmaps) {
  for (const char* name : {"turbo.yaml", "self-study.yaml"}) {
    expect_every_line_is_known(view_mermaid(select_view(bundled_graph(name))));
  }
}

TEST(Mermaid, TakesNoTextForSyntax) {
  std::vector<std::string> texts = hostile_texts();
  for (const char* text :
       {"1. one", "1) one", "- item", "+ item", "# heading", "> quote", "%%{init: {}}%%", "end",
        "style x:#fff;", "classDef a:#b;", "`**bold**`", "_under_ *star*", "fa:fa-home", "$$x^2$$",
        "A --> B", "a@{ shape: circ }", "subgraph x", "click n1 call f()"}) {
    texts.emplace_back(text);
  }
  texts.emplace_back(500, 'w');
  for (const std::string& text : texts) {
    SCOPED_TRACE(text);
    View view = view_with(text);
    view.title.clear();
    const std::string mermaid = view_mermaid(view);
    expect_every_line_is_known(mermaid);
    // The first node is a topic's, its label the text and nothing else.
    const auto begin = mermaid.find("n0[\"") + 4;
    std::string label = mermaid.substr(begin, mermaid.find("\"]", begin) - begin);
    label = label.substr(0, label.find("<br/>"));
    EXPECT_EQ(decoded(label), safe_text(text));
  }
}

TEST(Mermaid, SaysStatesAndPlacesInWords) {
  View view = testing::view_of("topics: {a: {hours: 2}, b: {requires: [a]}}");
  view.cards[0].number = 1;
  view.cards[0].state = CardState::ready;
  EXPECT_EQ(view_mermaid(view),
            "flowchart TD\n"
            "  n0[\"(1) A<br/>2 h · can be started\"]\n"
            "  n1[\"B<br/>#126;1 h\"]\n"
            "  n0 --> n1\n"
            "  classDef ready stroke-width:4px\n"
            "  class n0 ready\n");
}

// The data of a node or edge by the names of their keys.
std::map<std::string, std::string> data_of(const XmlElement& element, const XmlElement& root) {
  std::map<std::string, std::string> names;
  for (const XmlElement& child : root.children) {
    if (child.name == "key") names[child.attribute("id")] = child.attribute("attr.name");
  }
  std::map<std::string, std::string> data;
  for (const XmlElement& child : element.children) {
    data[names[child.attribute("key")]] = child.text;
  }
  return data;
}

struct GraphmlContents {
  std::vector<std::map<std::string, std::string>> nodes;
  std::vector<std::string> edges;  // `FROM > TO KIND BECAUSE`
};

GraphmlContents parse_graphml(const std::string& text) {
  const XmlElement root = parse_xml(text);
  EXPECT_EQ(root.name, "graphml");
  GraphmlContents contents;
  std::map<std::string, std::string> ids;
  for (const XmlElement* each : root.descendants()) {
    auto data = data_of(*each, root);
    if (each->name == "node") {
      ids[each->attribute("id")] = data["id"];
      contents.nodes.push_back(data);
    } else if (each->name == "edge") {
      contents.edges.push_back(ids.at(each->attribute("source")) + " > " +
                               ids.at(each->attribute("target")) + " " + data["kind"] + " " +
                               data["because"]);
    }
  }
  return contents;
}

TEST(Graphml, HoldsTopicsGoalsAndEdges) {
  const GraphmlContents contents = parse_graphml(graphml(graph_of(std::string(small))));
  ASSERT_EQ(contents.nodes.size(), 5U);
  const std::map<std::string, std::string> algebra = {
      {"id", "algebra"}, {"title", "Algebra"},
      {"kind", "topic"}, {"section", "math"},
      {"level", "core"}, {"hours", "40"},
      {"guessed", "0"},  {"url", "https://a.example/?a=1;b#c"}};
  EXPECT_EQ(contents.nodes.front(), algebra);
  EXPECT_EQ(contents.nodes.back().at("kind"), "goal");
  EXPECT_THAT(contents.edges,
              ElementsAre("algebra > calculus required slopes, they say, are \"lines\"",
                          "algebra > models recommended ", "calculus > models alternative ",
                          "r > models alternative ", "r > models corequisite ",
                          "models > analyst required "));
}

TEST(Graphml, HasEntriesThatRepeatOneAnotherOnce) {
  testing::RoadmapBuilder builder;
  builder.topic("a");
  builder.topic("b");
  builder.topic("c", 1, {testing::any({"a", "a"})});
  builder.topic("d", 1, {testing::at_least(2, {"a", "b", "a"})});
  builder.goal("g", {testing::any({"a", "b", "a"})});
  const GraphmlContents contents = parse_graphml(graphml(TopicGraph(builder.build())));
  EXPECT_THAT(contents.edges, ElementsAre("a > c required ", "a > d required ", "a > g alternative ",
                                          "b > d required ", "b > g alternative "));
}

TEST(Graphml, IsXmlWhateverTheTextsSay) {
  for (const std::string& text : hostile_texts()) {
    SCOPED_TRACE(text);
    testing::RoadmapBuilder builder;
    builder.topic("a").title = builder.data().text.keep(text);
    builder.topic("b", 1, {testing::because("a", text)});
    const GraphmlContents contents = parse_graphml(graphml(TopicGraph(builder.build())));
    ASSERT_EQ(contents.nodes.size(), 2U);
    EXPECT_EQ(contents.nodes.front().at("title"), xml_characters(text));
    EXPECT_THAT(contents.edges, ElementsAre("a > b required " + xml_characters(text)));
  }
}

TEST(Graphml, HoldsTheBundledRoadmaps) {
  for (const char* name : {"turbo.yaml", "self-study.yaml"}) {
    const TopicGraph graph = bundled_graph(name);
    const GraphmlContents contents = parse_graphml(graphml(graph));
    EXPECT_EQ(contents.nodes.size(), graph.topic_count() + graph.roadmap().goals().size());
    EXPECT_GE(contents.edges.size(), graph.edges().size());
  }
}

// Edges but alternatives, with ids, kinds and reasons.
std::vector<std::string> named_edges(const TopicGraph& graph) {
  std::vector<std::string> edges;
  for (const Edge& edge : graph.edges()) {
    if (edge.kind == EdgeKind::alternative) continue;
    edges.push_back(fmt::format("{} {} {} {}", graph.roadmap().topics()[edge.prerequisite].id,
                                graph.roadmap().topics()[edge.dependent].id,
                                static_cast<int>(edge.kind),
                                graph.roadmap().requirements()[edge.requirement].because));
  }
  std::ranges::sort(edges);
  return edges;
}

TEST(EdgesCsv, IsATableOfEdges) {
  EXPECT_EQ(edges_csv(graph_of(std::string(small))),
            "prerequisite,topic,kind,because\r\n"
            "algebra,calculus,requires,\"slopes, they say, are \"\"lines\"\"\"\r\n"
            "r,models,corequisite,\r\n"
            "algebra,models,recommends,\r\n");
}

// A terminal obeys them, and a spreadsheet shows nothing of them.
TEST(EdgesCsv, HasNoControlCharacters) {
  const TopicGraph graph = graph_of(R"(topics:
  a: {}
  b: {requires: [{topic: a, because: "\e[31mred\r\x7F and\ttabs\nand lines"}]}
)");
  EXPECT_EQ(edges_csv(graph),
            "prerequisite,topic,kind,because\r\n"
            "a,b,requires,\"\uFFFD[31mred\uFFFD\uFFFD and\ttabs\nand lines\"\r\n");
}

TEST(EdgesCsv, ReadsBackAsTheSameEdges) {
  for (const char* name : {"turbo.yaml", "self-study.yaml"}) {
    const TopicGraph graph = bundled_graph(name);
    EXPECT_EQ(named_edges(graph_of(edges_csv(graph), "edges.csv")), named_edges(graph)) << name;
  }
}

TEST(OutlineMarkdown, SaysWhatThePictureShows) {
  EXPECT_EQ(outline_markdown(graph_of(std::string(small))), R"text(# Small

## Mathematics: a start

- [ ] **Algebra** (40 h): [Algebra](<https://a.example/?a=1;b#c>)
- [ ] **Calculus** (20 h)
    - Requires: Algebra (slopes, they say, are "lines")

## Without a section

- [ ] **R** (~1 h, optional)
- [ ] **Models** (5 h)
    - Requires: Calculus or R
    - Together with: R
    - Helpful before: Algebra
    - Note: Take your time.

## Reading

Resources:

- [News](<https://news.example>)

## Goals

- **Analyst**
    - Requires: Models
)text");
}

TEST(OutlineMarkdown, TakesNoTextForMarkup) {
  for (const std::string& text : hostile_texts()) {
    SCOPED_TRACE(text);
    testing::RoadmapBuilder builder;
    builder.topic("a").title = builder.data().text.keep(text);
    builder.topic("b", 1, {testing::because("a", text)}).title = builder.data().text.keep(text);
    builder.data().title = builder.data().text.keep(text);
    const std::string markdown = outline_markdown(TopicGraph(builder.build()));
    std::istringstream lines(markdown);
    std::vector<std::string> starts;
    for (std::string line; std::getline(lines, line);) starts.push_back(line.substr(0, 6));
    ASSERT_EQ(starts.size(), 5U) << markdown;
    EXPECT_EQ(starts[2], "- [ ] ");
    EXPECT_EQ(starts[3], "- [ ] ");
    EXPECT_EQ(starts[4], "    - ");
    EXPECT_EQ(markdown.find('<'), std::string::npos) << markdown;
  }
}

TEST(OutlineMarkdown, NamesEveryTopicOnce) {
  for (const char* name : {"turbo.yaml", "self-study.yaml"}) {
    const TopicGraph graph = bundled_graph(name);
    const std::string markdown = outline_markdown(graph);
    std::size_t boxes = 0;
    for (auto at = markdown.find("- [ ] "); at != std::string::npos;
         at = markdown.find("- [ ] ", at + 1)) {
      ++boxes;
    }
    EXPECT_EQ(boxes, graph.topic_count());
  }
}

TEST(LeftOut, IsCountedForEachFormat) {
  const TopicGraph graph = graph_of(std::string(small));
  EXPECT_THAT(not_in_mermaid(graph),
              ElementsAre("1 note", "1 reason of a prerequisite", "1 further resource"));
  EXPECT_THAT(not_in_graphml(graph), ElementsAre("1 note", "1 choice, whose alternatives are edges",
                                                 "1 further resource"));
  EXPECT_THAT(not_in_csv(graph),
              ElementsAre("titles, hours and levels of topics", "1 note", "2 sections", "1 goal",
                          "2 resources", "1 choice between alternatives"));
  EXPECT_THAT(not_in_dot(graph), ElementsAre("1 note", "1 further resource"));
  EXPECT_THAT(not_in_markdown(graph), ElementsAre("1 id that its title does not give"));
}

TEST(LeftOut, NamesWhatOnlyARoadmapFileSays) {
  const TopicGraph graph = graph_of(
      "allow: {isolated-topic: they stand alone}\n"
      "sections: {a: {sections: {b: {sections: {c: {sections: {d: {sections: {e: {sections: "
      "{f: {topics: {deep: {}}}}}}}}}}}}}}\n"
      "topics: {x: {aliases: [ex]}, y: {requires: [{any: [{topic: x, because: why}, deep]}]}}\n");
  EXPECT_THAT(not_in_markdown(graph), ElementsAre("1 reason within a choice", "1 section's depth",
                                                  "1 alias", "1 silenced code"));
  EXPECT_THAT(not_in_dot(graph), ElementsAre("1 alias", "1 silenced code"));
  EXPECT_THAT(not_in_csv(graph),
              ElementsAre("titles, hours and levels of topics", "6 sections",
                          "1 choice between alternatives", "3 topics without edges", "1 alias",
                          "1 silenced code"));
}

TEST(LeftOut, IsNothingWhereThereIsNothingMore) {
  const TopicGraph graph = graph_of("topics: {a: {}, b: {requires: [a]}}");
  EXPECT_THAT(not_in_mermaid(graph), IsEmpty());
  EXPECT_THAT(not_in_graphml(graph), IsEmpty());
  EXPECT_THAT(not_in_dot(graph), IsEmpty());
  EXPECT_THAT(not_in_markdown(graph), IsEmpty());
}

}  // namespace
}  // namespace prereq
