// DOT as roadmaps: what Graphviz makes of it, and where mistakes are.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "prereq/read.hpp"
#include "read/dot_text.hpp"
#include "read/entity_names.hpp"
#include "read/html_words.hpp"
#include "support/roadmap_description.hpp"

namespace prereq {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> lines_of(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& d : diagnostics.items()) {
    lines.push_back(fmt::format("{}:{}-{} {}: {}", d.span.begin.line, d.span.begin.column,
                                d.span.end.column, code_name(d.code), d.message));
  }
  return lines;
}

struct Read {
  Sources sources;
  Diagnostics diagnostics;
  ReadNotes notes;
  Roadmap roadmap;

  explicit Read(std::string text, EdgeDirection edges = EdgeDirection::prerequisite_first) {
    const FileId file = sources.add("graph.dot", std::move(text));
    roadmap =
        read_roadmap(sources, file, diagnostics, {.format = {}, .edges = edges, .notes = &notes});
  }

  // "id: Title <- a, b"
  std::vector<std::string> topics() const {
    std::vector<std::string> lines;
    for (const Topic& topic : roadmap.topics()) {
      std::string line = fmt::format("{}: {}", topic.id, topic.title);
      std::string needs;
      for (const Requirement& entry : roadmap.requirements(topic.requirements)) {
        needs += needs.empty() ? " <- " : ", ";
        needs += entry.name;
      }
      lines.push_back(line + needs);
    }
    return lines;
  }
  // "id: Title in PARENT"
  std::vector<std::string> sections() const {
    std::vector<std::string> lines;
    for (const Section& section : roadmap.sections()) {
      std::string line = fmt::format("{}: {}", section.id, section.title);
      if (section.parent != no_index) {
        line += fmt::format(" in {}", roadmap.sections()[section.parent].id);
      }
      lines.push_back(line);
    }
    return lines;
  }
  std::string section_of(std::string_view topic) const {
    const SectionIndex section = roadmap.topics()[*roadmap.find_topic(topic)].section;
    return section == no_index ? "" : std::string(roadmap.sections()[section].id);
  }
  std::vector<std::string> left_out() const {
    std::vector<std::string> lines;
    for (const auto& each : notes.left_out) {
      lines.push_back(
          fmt::format("{}:{} {}", each.span.begin.line, each.span.begin.column, each.what));
    }
    return lines;
  }
};

TEST(Dot, NodesAreTopicsAndEdgesRequirements) {
  const Read read("digraph G {\n  algebra -> calculus -> ml;\n  algebra -> ml\n  git\n}\n");
  EXPECT_THAT(lines_of(read.diagnostics), IsEmpty());
  EXPECT_THAT(read.topics(), ElementsAre("algebra: Algebra", "calculus: Calculus <- algebra",
                                         "ml: Ml <- calculus, algebra", "git: Git"));
  const Requirement& entry =
      read.roadmap.requirements(read.roadmap.topics()[2].requirements).front();
  EXPECT_EQ(entry.span.begin, (Position{2, 14}));
  EXPECT_EQ(read.roadmap.topics()[3].span.begin, (Position{4, 3}));
}

TEST(Dot, EdgesMayLeadFromTheDependent) {
  EXPECT_THAT(Read("digraph { ml -> calculus }", EdgeDirection::dependent_first).topics(),
              ElementsAre("ml: Ml <- calculus", "calculus: Calculus"));
  EXPECT_THAT(Read("digraph { a -> b [dir=back] }").topics(), ElementsAre("a: A <- b", "b: B"));
  EXPECT_THAT(Read("digraph { a -> b [dir=back] }", EdgeDirection::dependent_first).topics(),
              ElementsAre("a: A", "b: B <- a"));
}

TEST(Dot, EdgesWithoutADirectionAreLeftOut) {
  const Read read("digraph {\n a -> b [dir=both]\n b -> c [dir=none]; c -> d [style=invis] }");
  EXPECT_THAT(read.topics(), ElementsAre("a: A", "b: B", "c: C", "d: D"));
  EXPECT_THAT(read.left_out(), ElementsAre("2:2 the undirected edge from 'a' to 'b'",
                                           "3:2 the undirected edge from 'b' to 'c'",
                                           "3:21 the invisible edge from 'c' to 'd'"));
}

TEST(Dot, LabelsAreTitlesWhateverTheirKind) {
  const Read read(R"(digraph {
    a [label="Linear\nalgebra \"now\""]
    b [label=<<B>Deep</B> <I>learning</I><BR/>&amp; more>]
    c [shape=record label="{<in> Graphs|and|<out> trees}"]
    d [label="\N and back\\slash"]
    e [label=""]
    "machine learning" [tooltip="What computers do"]
    f [label="F" tooltip="F"]
  })");
  EXPECT_THAT(lines_of(read.diagnostics), IsEmpty());
  EXPECT_THAT(read.topics(), ElementsAre("a: Linear algebra \"now\"", "b: Deep learning & more",
                                         "c: Graphs and trees", "d: d and back\\slash", "e: E",
                                         "machine-learning: machine learning", "f: F"));
  EXPECT_EQ(read.roadmap.topics()[5].description, "What computers do");
  EXPECT_EQ(read.roadmap.topics()[6].description, "");
}

TEST(Dot, DefaultsHoldForWhatFollowsThem) {
  const Read read(R"(digraph {
    before
    node [hours=3 level=optional]
    a; subgraph { node [hours="30-50"]; b } c [level=core]
    d [hours=soon]
  })");
  std::vector<std::string> hours;
  for (const Topic& topic : read.roadmap.topics()) {
    hours.push_back(fmt::format("{} {} {}", topic.id,
                                topic.hours_guessed ? "?" : format_hours(topic.hours),
                                to_string(topic.level)));
  }
  EXPECT_THAT(hours, ElementsAre("before ? core", "a 3 h optional", "b 30–50 h optional",
                                 "c 3 h core", "d ? optional"));
  EXPECT_THAT(read.left_out(), ElementsAre("5:5 hours 'soon'"));
}

TEST(Dot, SubgraphsOnBothSidesOfAnEdgeAreAllTheirEdges) {
  EXPECT_THAT(Read("strict digraph { {a b} -> {c d}; a:n -> c:s:w; a -> c }").topics(),
              ElementsAre("a: A", "b: B", "c: C <- a, b", "d: D <- a, b"));
  EXPECT_THAT(Read("digraph { subgraph x {a b}; c; subgraph x {} -> c }").topics(),
              ElementsAre("a: A", "b: B", "c: C <- a, b"));
}

TEST(Dot, ClustersAreSections) {
  const Read read(R"(digraph {
    label="My roadmap"
    subgraph cluster_z { label="Mathematics"
      subgraph cluster_inner { label=<Linear <B>algebra</B>> vectors }
      calculus }
    subgraph plain { subgraph cluster_a { label="Coding" python } }
    subgraph cluster_3 { label="" loose }
    python -> vectors
    subgraph cluster_z { late }
  })");
  EXPECT_THAT(lines_of(read.diagnostics), IsEmpty());
  EXPECT_EQ(read.roadmap.title(), "My roadmap");
  EXPECT_THAT(read.sections(),
              ElementsAre("mathematics: Mathematics",
                          "linear-algebra: Linear algebra in mathematics", "coding: Coding"));
  EXPECT_EQ(read.section_of("vectors"), "linear-algebra");
  EXPECT_EQ(read.section_of("calculus"), "mathematics");
  EXPECT_EQ(read.section_of("late"), "mathematics");
  EXPECT_EQ(read.section_of("python"), "coding");
  EXPECT_EQ(read.section_of("loose"), "");
  EXPECT_THAT(read.left_out(), ElementsAre("7:14 the box 'cluster_3', which has no title"));
}

TEST(Dot, LinksAreResourcesAndEdgeLabelsReasons) {
  const Read read(R"dot(digraph {
    a [URL="https://example.org/?x=1&amp;y=\N"]
    b [href="javascript:alert(1)"]
    a -> b [label="slopes are\nequations"]
  })dot");
  EXPECT_EQ(read.roadmap.resources(read.roadmap.topics()[0].resources).front().url,
            "https://example.org/?x=1&y=a");
  EXPECT_TRUE(read.roadmap.topics()[1].resources.empty());
  EXPECT_THAT(read.left_out(),
              ElementsAre("3:5 the address 'javascript:alert(1)', which is not one of the web"));
  EXPECT_EQ(read.roadmap.requirements(read.roadmap.topics()[1].requirements).front().because,
            "slopes are equations");
}

TEST(Dot, AnHrefComesBeforeAUrlAsInGraphviz) {
  const Read read(R"(digraph { node [URL="https://a.example/\N"]
                               a; b [href="https://b.example"] })");
  EXPECT_EQ(read.roadmap.resources(read.roadmap.topics()[0].resources).front().url,
            "https://a.example/a");
  EXPECT_EQ(read.roadmap.resources(read.roadmap.topics()[1].resources).front().url,
            "https://b.example");
}

TEST(Dot, NamesAreFilledInWhereverGraphvizDoes) {
  const Read read(R"(digraph Map { label="The \G" URL="https://x.example/\G"
    a [label="\N of \G"]
    b [label=<<B>\N</B> in \G>]
    a -> b [label="\H after \T in \G: \E"]
    subgraph cluster_1 { label="Box \G" c }
  })");
  EXPECT_EQ(read.roadmap.title(), "The Map");
  EXPECT_THAT(read.topics(), ElementsAre("a: a of Map", "b: b in Map <- a", "c: C"));
  EXPECT_EQ(read.roadmap.requirements(read.roadmap.topics()[1].requirements).front().because,
            "b after a in Map: a->b");
  EXPECT_THAT(read.sections(), ElementsAre("box-cluster-1: Box cluster_1"));
}

TEST(Dot, TooltipsOfEdgesAreReasonsWhereNoLabelIsOne) {
  const Read read(R"(digraph {
    a -> b [tooltip="\T comes first"]
    b -> c [xlabel="beside it" tooltip="not this"]
    c -> d [label="this" xlabel="not this"]
    d -> e [URL="https://x.example"]
  })");
  std::vector<std::string> reasons;
  for (const Topic& topic : read.roadmap.topics()) {
    for (const Requirement& entry : read.roadmap.requirements(topic.requirements)) {
      reasons.emplace_back(entry.because);
    }
  }
  EXPECT_THAT(reasons, ElementsAre("a comes first", "beside it", "this", ""));
  EXPECT_THAT(read.left_out(), ElementsAre("5:5 the address 'https://x.example' of an edge"));
}

TEST(Dot, TooltipsAndLinksOfBoxesAndOfTheGraphAreKept) {
  const Read read(R"(digraph { label="Map" tooltip="About it" URL="https://map.example"
    subgraph cluster_1 { label="Box" tooltip="In the box" URL="https://box.example" a }
    subgraph cluster_2 { label="Plain" tooltip="plain" URL="" b }
  })");
  EXPECT_EQ(read.roadmap.description(), "About it");
  ASSERT_EQ(read.roadmap.roadmap_resources().size(), 1U);
  EXPECT_EQ(read.roadmap.roadmap_resources().front().url, "https://map.example");
  const auto& sections = read.roadmap.sections();
  EXPECT_EQ(sections[0].description, "In the box");
  ASSERT_EQ(read.roadmap.resources(sections[0].resources).size(), 1U);
  EXPECT_EQ(read.roadmap.resources(sections[0].resources).front().url, "https://box.example");
  EXPECT_EQ(sections[1].description, "");
  EXPECT_TRUE(sections[1].resources.empty());
}

TEST(Dot, BoxesWithoutALabelAreNamedByTheirName) {
  const Read read(R"(digraph {
    subgraph cluster_machine_learning { a subgraph clusterBasics { b } }
    subgraph cluster_7 { c } })");
  EXPECT_THAT(read.sections(), ElementsAre("machine-learning: Machine learning",
                                           "basics: Basics in machine-learning"));
  EXPECT_THAT(read.left_out(), ElementsAre("3:14 the box 'cluster_7', which has no title"));
}

TEST(Dot, BoxesDoNotTakeWhatTheOneAroundThemSays) {
  const Read read(R"(digraph { label="Map" tooltip="About the map" URL="https://map.example"
    subgraph cluster_basics { a }
    subgraph cluster_1 { label="Box" URL="https://box.example" tooltip="In the box"
      subgraph cluster_inner { b }
      subgraph cluster_2 { c } }
  })");
  EXPECT_THAT(read.sections(), ElementsAre("basics: Basics", "box: Box", "inner: Inner in box"));
  EXPECT_EQ(read.section_of("c"), "box");
  for (const Section& section : read.roadmap.sections()) {
    EXPECT_EQ(section.description, section.id == "box" ? "In the box" : "") << section.id;
    EXPECT_EQ(section.resources.empty(), section.id != "box") << section.id;
  }
  EXPECT_THAT(read.left_out(), ElementsAre("5:16 the box 'cluster_2', which has no title"));
}

TEST(Dot, NamesWithEntitiesAreReadAsTheyAreDrawn) {
  EXPECT_THAT(Read(R"(digraph { "caf&eacute;" -> "B&#252;cher" [label="&rarr;"] })").topics(),
              ElementsAre("café: Café", "Bücher: Bücher <- café"));
}

TEST(Dot, IdsAreNamesWhereTheyCanBeAndNumberedWhereTheyCollide) {
  EXPECT_THAT(Read(R"(digraph { "deep learning"; "deep-learning"; "c#" -> "deep learning"
                      "two\nlines"; "a" + "b" })")
                  .topics(),
              ElementsAre("deep-learning-2: deep learning <- c#", "deep-learning: Deep learning",
                          "c#: C#", "two-lines: two lines", "ab: Ab"));
}

// Found by fuzzing: what was read could not be written.
TEST(Dot, NamesChangedInWhatPrereqWroteStillGiveIdsThatCanBe) {
  const Read read(R"(digraph {
    class=prereq
    subgraph "cluster of the page" { label="The page" a }
    subgraph "cluster_the-page" { label="Other" "x\y" }
    "x\\y" })");
  EXPECT_THAT(read.sections(), ElementsAre("the-page-2: The page", "the-page: Other"));
  EXPECT_THAT(read.topics(), ElementsAre("a: A", "x\\y: X\\y", "x-y: x\\y"));
}

// What people add to a file that prereq wrote means what it does there.
TEST(Dot, WhatPrereqWroteHasGoalsChoicesAndKindsOfEdges) {
  const Read read(R"(digraph {
    graph [class=prereq, label="A\nmap"]
    a [label="Two\nlines"]; b [label="One&#10;two"]; c; d
    x [class=choice, label="one of"]
    subgraph goals { node [class=goal]; g [label=Goal] }
    "links s" [class=links]
    a -> b [style=dashed]; a -> c [style=dotted]; a -> x; b -> x; x -> d [tooltip="a\\b&#10;c"]
    d -> g })");
  EXPECT_THAT(lines_of(read.diagnostics), IsEmpty());
  EXPECT_THAT(read.left_out(), IsEmpty());
  const Roadmap& map = read.roadmap;
  EXPECT_EQ(map.title(), "A map");
  EXPECT_THAT(read.topics(), ElementsAre("a: Two lines", "b: One\ntwo", "c: C", "d: D <- "));
  EXPECT_EQ(map.requirements(map.topics()[1].recommendations).size(), 1U);
  EXPECT_EQ(map.requirements(map.topics()[2].corequisites).size(), 1U);
  const Requirement& choice = map.requirements(map.topics()[3].requirements).front();
  EXPECT_EQ(choice.kind, RequirementKind::any);
  EXPECT_EQ(choice.entries.size(), 2U);
  EXPECT_EQ(choice.because, "a\\b\nc");
  ASSERT_EQ(map.goals().size(), 1U);
  EXPECT_EQ(map.requirements(map.goals()[0].requirements).front().name, "d");
}

// Elsewhere a dashed edge is only dashed, and a class is somebody's style sheet.
TEST(Dot, StylesAndClassesOfOthersMeanNothing) {
  const Read read("digraph { class=course; a -> b [style=dashed]; c [class=goal]; b -> c }");
  EXPECT_THAT(read.topics(), ElementsAre("a: A", "b: B <- a", "c: C <- b"));
}

TEST(Dot, EdgesThatEndAtAClusterAreForAllOfIt) {
  const std::string boxes = R"(
    subgraph cluster_m { label=M; a; b; c [level=optional] }
    x -> a [lhead=cluster_m]; b -> y [ltail=cluster_m] })";
  EXPECT_THAT(Read("digraph { compound=true" + boxes).topics(),
              ElementsAre("a: A <- x", "b: B <- x", "c: C <- x", "x: X", "y: Y <- section:m"));
  EXPECT_THAT(Read("digraph { compound=true" + boxes, EdgeDirection::dependent_first).topics(),
              ElementsAre("a: A <- y", "b: B <- y", "c: C <- y", "x: X <- section:m", "y: Y"));
  // As for Graphviz, which otherwise draws them to the nodes.
  EXPECT_THAT(Read("digraph { " + boxes).topics(),
              ElementsAre("a: A <- x", "b: B", "c: C", "x: X", "y: Y <- b"));
}

TEST(Dot, EdgesThatCannotEndAtTheirClusterEndAtTheirNode) {
  EXPECT_THAT(Read(R"(digraph { compound=true
    subgraph cluster_m { label=M; a; b }
    a -> b [lhead=cluster_m]; x -> y [lhead=cluster_m]; y -> b [lhead=cluster_none] })")
                  .topics(),
              ElementsAre("a: A", "b: B <- a, y", "x: X", "y: Y <- x"));
}

// A file of a megabyte could ask for more edges than any machine has room for.
TEST(Dot, EdgesBetweenClustersThatAreNoSectionsAreAMillionAtMost) {
  std::string text = "digraph { compound=true\n";
  for (const int box : {1, 2}) {
    text += fmt::format("subgraph cluster_{} {{", box);
    for (int n = 0; n < 800; ++n) text += fmt::format(" {}{}", "xab"[box], n);
    text += " }\n";
  }
  const Read read(text + "a0 -> b0 [ltail=cluster_1, lhead=cluster_2]\n" +
                  "a1 -> b1 [ltail=cluster_1, lhead=cluster_2] }");
  EXPECT_THAT(read.left_out(),
              Contains("5:1 the edge from 'a1' to 'b1', which stands for too many"));
  EXPECT_EQ(read.roadmap.requirements(read.roadmap.topics().back().requirements).size(), 800U);
}

TEST(Dot, AClusterInAChoiceIsOneAlternative) {
  const Read read(R"(digraph { class=prereq; compound=true
    subgraph cluster_m { a; b }
    x [class=choice, label="one of"]; c; d
    a -> x [ltail=cluster_m]; c -> x; x -> d })");
  const Roadmap& map = read.roadmap;
  const Requirement& choice = map.requirements(map.topics()[3].requirements).front();
  ASSERT_EQ(choice.entries.size(), 2U);
  const Requirement& box = map.requirements(choice.entries)[0];
  EXPECT_EQ(box.kind, RequirementKind::all);
  ASSERT_EQ(box.entries.size(), 2U);
  EXPECT_EQ(map.requirements(box.entries)[1].name, "b");
}

TEST(Dot, AnUndirectedGraphIsAnError) {
  const Read read("graph { a -- b }");
  EXPECT_THAT(
      lines_of(read.diagnostics),
      ElementsAre("1:1-2 wrong-type: expected a 'digraph', found a 'graph': its edges do not say "
                  "what comes first"));
}

TEST(Dot, CommentsAndPreprocessorLinesAreSkipped) {
  EXPECT_THAT(Read("// one }\n#line {\n/* \" */ DiGraph { a // {\n # {\n}\n").topics(),
              ElementsAre("a: A"));
}

TEST(DotText, DecodesEntitiesThatItKnows) {
  EXPECT_EQ(without_entities("&lt;a&#38;b&#x41;&nope;&#xD800;&;& &amp"),
            "<a&bA&nope;&#xD800;&;& &amp");
  EXPECT_EQ(without_entities("&AElig;&zwnj;&nbsp;&apos;&thetasym;&ldquo;&hearts;"),
            "Æ\u200C\u00A0'ϑ“♥");
}

TEST(DotText, KeepsABackslashThatIsWrittenTwice) {
  const DotNames names = {{'N', "a"}};
  EXPECT_EQ(attribute_text(R"(\\N \\ \N \x &lt;)", names), R"(\N \ a \x <)");
  EXPECT_EQ(words_of({R"(\\N \\ \N \x)", false}, names), R"(\N \ a x)");
}

TEST(DotText, NamesAreLookedUpInATableThatIsSorted) {
  for (const auto& [name, character] : {std::pair("AElig", U'Æ'),
                                        {"zwnj", U'\u200C'},
                                        {"yuml", U'ÿ'},
                                        {"Alpha", U'Α'},
                                        {"alpha", U'α'}}) {
    EXPECT_EQ(character_named(name), character) << name;
  }
  EXPECT_EQ(character_named(""), std::nullopt);
}

TEST(Dot, EdgesAtTheBordersOfClustersMeanAllThatIsInThem) {
  const Read read(R"(digraph {
  compound=true
  subgraph cluster_math { label="Math" algebra; calculus }
  subgraph cluster_work { label="Work" project; exam }
  calculus -> project [ltail=cluster_math]
  git -> exam [lhead=cluster_work]
  algebra -> exam [ltail=cluster_math lhead=cluster_work]
  algebra -> calculus [lhead=cluster_math]
  git -> algebra [ltail=cluster_math]
})");
  EXPECT_THAT(lines_of(read.diagnostics), IsEmpty());
  EXPECT_THAT(read.topics(), ElementsAre("algebra: Algebra <- git", "calculus: Calculus <- algebra",
                                         "project: Project <- section:math, git, section:math",
                                         "exam: Exam <- git, section:math", "git: Git"));
  const Section& work = read.roadmap.sections()[*read.roadmap.find_section("work")];
  EXPECT_EQ(read.roadmap.requirements(work.requirements)[0].name, "git");
  EXPECT_EQ(read.roadmap.requirements(work.requirements)[1].entries.size(), 2U);
}

}  // namespace
}  // namespace prereq
