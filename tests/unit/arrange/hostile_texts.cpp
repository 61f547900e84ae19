#include "unit/arrange/hostile_texts.hpp"

#include "unit/arrange/arranged.hpp"

namespace prereq::testing {

std::vector<std::string> hostile_texts() {
  using namespace std::string_literals;
  return {"<b>bold</b>",
          "a < b & c > d",
          "&amp; &lt; &#0; &#xD800; &nope;",
          "]]>",
          "<![CDATA[x]]>",
          "<!-- comment --> -- >",
          "<?xml version='1.0'?><!DOCTYPE x>",
          "\"double\" 'single' `back`",
          R"(\N \G \E \T \H \L \l \r \n \\)",
          R"(ends in a backslash \)",
          R"(\")",
          "two\nlines\r\nand\ta tab",
          "bell\a escape\x1B[31m delete\x7F unit\x1F",
          "nul\0byte"s,
          "\xFF\xFE malformed \xC3",
          "\uFFFE\uFFFF noncharacters",
          "right\u202Eto left\u2066 isolates",
          "\u2028 line \u2029 paragraph",
          "{record|<port>}",
          "javascript:alert(1)",
          "%s%n%d",
          "</svg></title></style>",
          "url(https://x.example/)"};
}

View view_with(const std::string& text) {
  View view = view_of(R"(
title: T
sections:
  s:
    title: S
    topics: {a: {}, b: {level: optional, requires: [a]}, c: {hours: 0, requires: [a]}}
    sections: {inner: {title: I, topics: {d: {requires: [b], recommends: [a]}}}}
  news: {title: N, resources: [News]}
topics: {e: {requires: [{any: [c, d]}], corequisites: [b]}}
goals: {g: {requires: [e]}}
)");
  view.title = view.description = text;
  for (ViewCard& card : view.cards) {
    card.label = card.url = text;
    card.tooltip = {text, text};
    if (card.kind != CardKind::junction) card.title = text;
  }
  for (ViewSection& section : view.sections) section.title = text;
  for (ViewEdge& edge : view.edges) edge.because = text;
  return view;
}

}  // namespace prereq::testing
