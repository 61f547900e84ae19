// DOT that is refused: what is said, and where.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "prereq/read.hpp"
#include "read/dot_error.hpp"
#include "read/dot_file.hpp"
#include "read/dot_scan.hpp"

namespace prereq {
namespace {

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

std::vector<std::string> said(std::string text) {
  Sources sources;
  Diagnostics diagnostics;
  read_roadmap(sources, sources.add("graph.dot", std::move(text)), diagnostics);
  return lines_of(diagnostics);
}

// "0 -> 1 -> 2", of as many arrows.
std::string chain(int arrows, std::string_view between = " -> ") {
  std::string text = "0";
  for (int i = 1; i <= arrows; ++i) text.append(between).append(std::to_string(i));
  return text;
}

TEST(DotMistakes, HaveAPlace) {
  EXPECT_THAT(said("digraph {\n  a -> ]\n}\n"),
              ElementsAre("2:8-9 syntax: not DOT from here on: unexpected ']'"));
  EXPECT_THAT(said("digraph { a -- b }"),
              ElementsAre("1:13-15 syntax: not DOT from here on: unexpected '--'"));
  EXPECT_THAT(said("digraph {\n a"),
              ElementsAre("1:9-10 syntax: the graph that starts here is never closed"));
  EXPECT_THAT(said("digraph { \"abc }"),
              ElementsAre("1:11-12 syntax: the string that starts here is never closed"));
  EXPECT_THAT(said("digraph { a /* b }"),
              ElementsAre("1:13-14 syntax: the comment that starts here is never closed"));
  EXPECT_THAT(said("digraph { a [label=<b<i>] }"),
              ElementsAre("1:20-21 syntax: the HTML label that starts here is never closed"));
  EXPECT_THAT(said("digraph { a } }"),
              ElementsAre("1:15-16 syntax: expected no more after the graph, found '}'"));
  EXPECT_THAT(said("digraph { a }\ndigraph { b }"),
              ElementsAre("2:1-8 syntax: expected one graph, found another one"));
  EXPECT_THAT(said("hello"), ElementsAre("1:1-6 syntax: not DOT from here on: unexpected 'hello'"));
  EXPECT_THAT(said(""), ElementsAre("1:1-2 syntax: not a graph in DOT: it ends too early"));
}

// The place was that of the first text in the line that reads the same.
TEST(DotMistakes, HaveTheirOwnPlaceAmongWhatReadsTheSame) {
  constexpr std::string_view opening = " syntax: not DOT from here on: unexpected '";
  const auto unexpected = [&](const std::string& place, const std::string& what) {
    return place + std::string(opening) + what + "'";
  };
  EXPECT_THAT(said("digraph {\n  a; b -> ; c }"), ElementsAre(unexpected("2:11-12", ";")));
  EXPECT_THAT(said("digraph { a [x=1] [y=2]] }"), ElementsAre(unexpected("1:24-25", "]")));
  EXPECT_THAT(said("digraph { größe -> b; a = -> b }"), ElementsAre(unexpected("1:27-29", "->")));
  EXPECT_THAT(said("digraph { xb; x = = b }"), ElementsAre(unexpected("1:19-20", "=")));
  EXPECT_THAT(said("digraph { ab; \"ä\"; b = c \"d e\" }\ndigraph [b"),
              ElementsAre("2:1-8 syntax: expected one graph, found another one"));
  EXPECT_THAT(said("digraph \"a\" \"b c\" { }"), ElementsAre(unexpected("1:13-18", "b c")));
  EXPECT_THAT(said("digraph aaa aa { }"), ElementsAre(unexpected("1:13-15", "aa")));
  EXPECT_THAT(said("digraph { a [b c] ; d [e] }"), ElementsAre(unexpected("1:16-17", "c")));
}

TEST(DotMistakes, InALineThatIsTooLongHaveTheLikelyPlace) {
  const std::string text = "digraph { " + std::string(70000, 'a') + " -> ; }";
  EXPECT_THAT(said(text),
              ElementsAre("1:70015-70016 syntax: not DOT from here on: unexpected ';'"));
}

TEST(DotMistakes, LeaveNothingBehindForTheNextFile) {
  EXPECT_EQ(said("digraph { a -> ; b -> [ } }").size(), 1U);
  EXPECT_THAT(said("digraph { x -> y }"), IsEmpty());
}

TEST(DotMistakes, AChainTooLongForGraphvizIsRefusedWhereItIsTooLong) {
  EXPECT_THAT(said("digraph {\n" + chain(2400) + "; x -> y\n" + chain(2400) + "}"), IsEmpty());
  EXPECT_THAT(said("digraph {\n" + chain(2400) + " subgraph { x -> y } }"), IsEmpty());
  EXPECT_THAT(said("digraph {\n" + chain(2401) + "}"),
              ElementsAre("2:18096-18098 too-large: a chain of more than 2400 arrows: split it "
                          "into several statements"));
  EXPECT_THAT(said("digraph {\n" + chain(1200) + " -> {" + chain(1200) + "} }"),
              ElementsAre(::testing::HasSubstr("a chain of more than 2400 arrows")));
}

TEST(DotMistakes, WhatGraphvizGivesUpOnIsNotReadInPart) {
  const std::string text = "digraph {\nx -> y; " + chain(2600) + "; z -> w }";
  const auto loaded = load_dot(text);
  const auto* const error = std::get_if<DotSyntaxError>(&loaded);
  ASSERT_NE(error, nullptr);
  Diagnostics diagnostics;
  report_dot_error(*error, text, 0, diagnostics);
  EXPECT_THAT(lines_of(diagnostics),
              ElementsAre("2:18891-18895 too-large: a statement that is too long for Graphviz: "
                          "split it into several"));
}

TEST(DotMistakes, NamesThatDotReadsAsSeveralAreToldWithTheWayOut) {
  constexpr std::string_view rest = "' in quotes: without them DOT does not read it as one name";
  const auto put = [&](const std::string& place, const std::string& name) {
    return place + " syntax: put '" + name + std::string(rest);
  };
  EXPECT_THAT(said("digraph { intro -> 2nd_course;\n2nd_course -> 3rd }"),
              ElementsAre(put("1:20-30", "2nd_course"), put("2:1-11", "2nd_course"),
                          put("2:15-18", "3rd")));
  EXPECT_THAT(said("digraph { linear-algebra -> step-1 -> v1.2 -> 1.2.3 }"),
              ElementsAre(put("1:11-25", "linear-algebra"), put("1:29-35", "step-1"),
                          put("1:39-43", "v1.2"), put("1:47-52", "1.2.3")));
  EXPECT_THAT(said("digraph { größe -> 2größe [hours=20min] }"),
              ElementsAre(put("1:20-26", "2größe"), put("1:34-39", "20min")));
}

TEST(DotMistakes, NamesThatDotReadsAsOneAreNotComplainedOf) {
  EXPECT_THAT(said("digraph { a->b->-1->2->-.5->1.->1.5->c2 -> \"2nd\"\"3rd\" }"), IsEmpty());
}

TEST(DotMistakes, TheFirstErrorIsToldWithoutGraphvizsWarnings) {
  EXPECT_THAT(said("title: a\nhours: 20min\n"),
              ElementsAre("1:1-6 syntax: not DOT from here on: unexpected 'title'"));
  EXPECT_THAT(said("title: 20é\n"),
              ElementsAre("1:1-6 syntax: not DOT from here on: unexpected 'title'"));
}

TEST(DotScan, StopsAtLimits) {
  const auto scanned = [](const std::string& text, const DotLimits& limits) {
    Diagnostics diagnostics;
    const bool is_read = scan_dot(text, 0, limits, diagnostics).has_value();
    EXPECT_EQ(is_read, diagnostics.empty());
    return lines_of(diagnostics);
  };
  EXPECT_THAT(scanned("digraph{{{}}}", {.depth = 3}), IsEmpty());
  EXPECT_THAT(scanned("digraph{{{}}}", {.depth = 2}),
              ElementsAre("1:10-11 too-large: braces inside one another more than 2 deep"));
  EXPECT_THAT(scanned("digraph{{a b}->{c d}->{e}}", {.edges = 6}), IsEmpty());
  EXPECT_THAT(scanned("digraph{{a b}->{c d}->{e}}", {.edges = 5}),
              ElementsAre("1:23-24 too-large: more than 5 edges"));
  EXPECT_THAT(scanned("digraph{subgraph s{a b} c; subgraph s{}->{d e}}", {.edges = 3}),
              ElementsAre("1:42-43 too-large: more than 3 edges"));
  EXPECT_THAT(scanned("digraph{\"a\"+\"b\"}", {.joined_strings = 2}), IsEmpty());
  EXPECT_THAT(scanned("digraph{\"a\"+\"b\"}", {.joined_strings = 1}),
              ElementsAre("1:9-12 too-large: more strings joined by '+' than prereq reads"));
  EXPECT_THAT(scanned("digraph{a}", {.file_bytes = 10}), IsEmpty());
  EXPECT_THAT(scanned("digraph{a}", {.file_bytes = 9}),
              ElementsAre("1:1-2 too-large: a DOT file of more than 9 bytes is not read"));
}

// 24 kB of `{2,200 nodes} -> {2,200 nodes}` took 30 s and 2.9 GB, a label of 4 MB 10 s.
TEST(DotScan, StopsBeforeGraphvizWouldTakeLong) {
  const auto scanned = [](const std::string& text, const DotLimits& limits) {
    Diagnostics diagnostics;
    EXPECT_FALSE(scan_dot(text, 0, limits, diagnostics));
    return lines_of(diagnostics);
  };
  EXPECT_THAT(scanned("digraph{a->b {a b}->{c d}}", {.edges_of_braces = 3}),
              ElementsAre("1:21-22 too-large: more than 3 edges between what stands in braces"));
  EXPECT_THAT(scanned("digraph{{{a b}}}", {.memberships = 5}),
              ElementsAre("1:13-14 too-large: more than 5 places of nodes in boxes inside one "
                          "another"));
  EXPECT_THAT(scanned("digraph{a [x=1, y=2] z=3}", {.attribute_values = 2, .few_attributes = 2}),
              ElementsAre("1:22-23 too-large: 3 names of attributes, of which each node and each "
                          "edge has a value"));
}

TEST(DotScan, StopsAtWhatIsTooLongForGraphvizsLexer) {
  const auto scanned = [](const std::string& text) {
    Diagnostics diagnostics;
    EXPECT_FALSE(scan_dot(text, 0, {.token_bytes = 9}, diagnostics));
    return lines_of(diagnostics);
  };
  EXPECT_THAT(scanned("digraph{a [label=\"12345678\"]}"),
              ElementsAre("1:18-19 too-large: the string that starts here is longer than 9 bytes"));
  EXPECT_THAT(scanned("digraph{a [label=\"1\"+\"12345678\"]}"),
              ElementsAre("1:22-23 too-large: the string that starts here is longer than 9 bytes"));
  EXPECT_THAT(scanned("digraph{/*123456*/}"),
              ElementsAre("1:9-10 too-large: the comment that starts here is longer than 9 bytes"));
  EXPECT_THAT(scanned("digraph{\n//34567890\n}"),
              ElementsAre("2:1-2 too-large: the comment that starts here is longer than 9 bytes"));
  EXPECT_THAT(scanned("digraph{a [label=<12345678>]}"),
              ElementsAre("1:18-19 too-large: the HTML label that starts here is longer than 9 "
                          "bytes"));
  EXPECT_THAT(scanned("digraph{a123456789}"),
              ElementsAre("1:9-10 too-large: the name that starts here is longer than 9 bytes"));
}

TEST(DotScan, StopsAtManyLongStrings) {
  const auto scanned = [](int strings) {
    std::string text = "digraph{";
    for (int i = 0; i < strings; ++i) text += "\"1234567\";\n";
    Diagnostics diagnostics;
    scan_dot(text + "}", 0, {.token_bytes = 9}, diagnostics);
    return lines_of(diagnostics);
  };
  EXPECT_THAT(scanned(19), ElementsAre());
  EXPECT_THAT(scanned(20),
              ElementsAre("20:1-2 too-large: too many long strings and comments, up to the string "
                          "that starts here: Graphviz would take long to read them"));
}

// Those behind the first of a list were not, so that a small file could ask for any number.
TEST(DotScan, CountsTheEdgesOfListsOfNodes) {
  Diagnostics diagnostics;
  EXPECT_FALSE(scan_dot("digraph{a,b,c->d,e->f;g->h}", 0, {.edges = 8}, diagnostics));
  EXPECT_TRUE(scan_dot("digraph{a,b,c->d,e->f;g->h}", 0, {.edges = 9}, diagnostics));
  EXPECT_FALSE(scan_dot("digraph{a,b->c,d->e,f}", 0, {.arrows = 1}, diagnostics));
}

TEST(DotScan, CountsNumbersWithoutBlanksBetweenThem) {
  Diagnostics diagnostics;
  EXPECT_FALSE(scan_dot("digraph{{\"1\"2}->{3\"4\"}}", 0, {.edges = 3}, diagnostics));
  EXPECT_TRUE(scan_dot("digraph{{\"1\"2}->{3\"4\"}}", 0, {.edges = 4}, diagnostics));
}

}  // namespace
}  // namespace prereq
