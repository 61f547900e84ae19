#include "prereq/report.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "prereq/explain.hpp"
#include "write/line_index.hpp"
#include "write/report_text.hpp"

namespace prereq {
namespace {

Span span(std::uint32_t line, std::uint32_t begin, std::uint32_t end) {
  return {0, {line, begin}, {line, end}};
}

Sources one_file(std::string text) {
  Sources sources;
  sources.add("a.yaml", std::move(text));
  return sources;
}

TEST(HumanReport, ShowsTheLineTheSpanTheSuggestionAndNotes) {
  const Sources sources = one_file("title: x\ntopics:\n  a: {requires: [bb, c]}\r\n");
  Diagnostics diagnostics;
  Diagnostic& added = diagnostics.add(Code::unknown_topic, span(3, 18, 20), "topic 'bb' is gone");
  added.suggestion = "b";
  added.notes.push_back({span(2, 1, 2), "'b' is defined here"});
  added.notes.push_back({{}, "a note without a place"});
  EXPECT_EQ(format_human(diagnostics, sources),
            "a.yaml:3:18: error: topic 'bb' is gone [unknown-topic]\n"
            " 3 |   a: {requires: [bb, c]}\n"
            "   |                  ^^ did you mean 'b'?\n"
            "a.yaml:2:1: note: 'b' is defined here\n"
            "note: a note without a place\n");
}

TEST(HumanReport, IsEmptyForNothing) { EXPECT_EQ(format_human({}, Sources()), ""); }

TEST(HumanReport, ColoursSeverityAndCaretOnlyWhenAsked) {
  const Sources sources = one_file("abc\n");
  Diagnostics diagnostics;
  diagnostics.add(Code::isolated_topic, span(1, 1, 2), "m");
  EXPECT_EQ(format_human(diagnostics, sources, {.color = true}),
            "\x1b[1ma.yaml:1:1: \x1b[0m\x1b[1;33mwarning:\x1b[0m m \x1b[2m[isolated-topic]\x1b[0m\n"
            " \x1b[2m1 |\x1b[0m abc\n"
            " \x1b[2m  |\x1b[0m \x1b[1;32m^\x1b[0m\n");
}

TEST(HumanReport, MakesControlCharactersVisible) {
  const Sources sources = one_file("a\x1b[31m\xE2\x80\xAE\xFF z\n");
  Diagnostics diagnostics;
  diagnostics.add(Code::bad_value, span(1, 9, 10), "see '\x1b]0;x\x07' and\nso on");
  EXPECT_EQ(format_human(diagnostics, sources),
            "a.yaml:1:9: error: see '\\x1b]0;x\\x07' and so on [bad-value]\n"
            " 1 | a\\x1b[31m\\u202e\xEF\xBF\xBD z\n"
            "   |                 ^\n");
}

TEST(HumanReport, CountsTheNotesItLeavesOut) {
  const Sources sources = one_file("abc\n");
  Diagnostics diagnostics;
  Diagnostic& added = diagnostics.add(Code::cycle, {}, "m");
  for (int i = 0; i < 5; ++i) added.notes.push_back({{}, "n" + std::to_string(i)});
  EXPECT_EQ(format_human(diagnostics, sources, {.max_notes = 3}),
            "error: m [cycle]\nnote: n0\nnote: n1\nnote: n2\n  … and 2 more notes\n");
}

TEST(Excerpt, ShowsTheFirstLineOfALongerSpan) {
  const Excerpt excerpt = cut_excerpt("ab: [cd,   ", {0, {1, 5}, {2, 4}}, 80);
  EXPECT_EQ(excerpt.text, "ab: [cd,");
  EXPECT_EQ(excerpt.span_begin, 4U);
  EXPECT_EQ(excerpt.span_columns, 4U);
}

TEST(Excerpt, PointsBehindALineThatEndsTooEarly) {
  const Excerpt excerpt = cut_excerpt("ab", span(1, 9, 12), 80);
  EXPECT_EQ(excerpt.text, "ab");
  EXPECT_EQ(excerpt.span_begin, 2U);
  EXPECT_EQ(excerpt.span_columns, 1U);
}

// Wherever the span is, the excerpt fits and shows at least where the span begins.
TEST(Excerpt, FitsAndShowsTheSpanOfAnyLine) {
  const std::string_view pieces[] = {"x", "\xE6\x95\xB0", "\t", "e\xCC\x81", " "};
  for (std::size_t seed = 0; seed < 5; ++seed) {
    std::string line;
    std::uint32_t size = 0;
    for (std::size_t i = 0; i < 70; ++i) {
      const std::size_t which = (i * 7 + seed * 3 + i / 5) % 5;
      line += pieces[which];
      size += which == 3 ? 2 : 1;
    }
    line += "x";
    for (std::uint32_t begin = 1; begin <= size + 1; ++begin) {
      for (const std::uint32_t length : {0U, 1U, 5U, 60U}) {
        const Excerpt excerpt = cut_excerpt(line, span(1, begin, begin + length), 36);
        std::size_t columns = 0;
        for (std::string_view rest = excerpt.text; !rest.empty();) {
          columns += take_glyph(rest).columns;
        }
        ASSERT_LE(columns, 36U) << begin << " " << length;
        ASSERT_LE(excerpt.span_begin + excerpt.span_columns, 37U) << begin << " " << length;
        ASSERT_GE(excerpt.span_columns, 1U);
      }
    }
  }
}

// As whole files on one line have it: each diagnostic once decoded the whole line.
TEST(LineIndex, GivesWhatAnExcerptOfTheWholeLineWouldShow) {
  const std::string_view pieces[] = {"x", "\xE6\x95\xB0", "e\xCC\x81", " ", "\xFF"};
  std::string line;
  for (std::size_t i = 0; i < 300; ++i) line += pieces[(i * 7 + i / 5) % 5];
  const LineIndex index(line);
  const auto size = static_cast<std::uint32_t>(count_code_points(line));
  for (std::uint32_t begin = 1; begin <= size + 2; ++begin) {
    for (const std::uint32_t length : {0U, 90U}) {
      for (const Span place : {span(1, begin, begin + length), Span{0, {1, begin}, {2, 1}}}) {
        const Excerpt whole = cut_excerpt(line, place, 36);
        const LinePart part = index.around(place, 144);
        const Excerpt cut = cut_excerpt(part.text, part.span, 36);
        ASSERT_EQ(cut.text, whole.text) << begin << " " << length;
        ASSERT_EQ(cut.span_begin, whole.span_begin) << begin << " " << length;
        ASSERT_EQ(cut.span_columns, whole.span_columns) << begin << " " << length;
      }
    }
  }
}

TEST(LineIndex, OfAnEmptyLineHasNothingAround) {
  const LinePart part = LineIndex("").around(span(1, 3, 4), 10);
  EXPECT_EQ(part.text, "");
  EXPECT_EQ(part.span, span(1, 3, 4));
}

TEST(ShortReport, IsOneLineForEachDiagnostic) {
  const Sources sources = one_file("abc\n");
  Diagnostics diagnostics;
  diagnostics.add(Code::cycle, span(1, 2, 3), "first").notes.push_back({{}, "left out"});
  diagnostics.add(Code::unused_section, {}, "second");
  EXPECT_EQ(format_short(diagnostics, sources),
            "a.yaml:1:2: error: first [cycle]\nwarning: second [unused-section]\n");
}

TEST(JsonReport, HoldsEverything) {
  const Sources sources = one_file("abc\n");
  Diagnostics diagnostics;
  Diagnostic& added = diagnostics.add(Code::cycle, span(1, 2, 3), "bad \xFF byte");
  added.notes.push_back({span(1, 1, 2), "n"});
  added.topics = {"a", "b", "a"};
  diagnostics.add(Code::unknown_topic, {}, "m").suggestion = "s";
  const std::string text = format_json(diagnostics, sources, {3, 2, false});
  EXPECT_EQ(nlohmann::json::parse(text), nlohmann::json::parse(R"({
    "version": 1, "topics": 3, "prerequisites": 2, "errors": 2, "warnings": 0,
    "redundancy_complete": false,
    "diagnostics": [
      {"code": "cycle", "severity": "error", "message": "bad \ufffd byte", "file": "a.yaml",
       "line": 1, "column": 2, "end_line": 1, "end_column": 3, "topics": ["a", "b", "a"],
       "notes": [{"message": "n", "file": "a.yaml", "line": 1, "column": 1, "end_line": 1,
                  "end_column": 2}]},
      {"code": "unknown-topic", "severity": "error", "message": "m", "notes": [],
       "suggestion": "s"}]})"));
}

TEST(Summary, CountsAndSaysWhatIsLeft) {
  Diagnostics diagnostics;
  EXPECT_EQ(format_summary("a.yaml", diagnostics, {34, 41, true}),
            "a.yaml: 34 topics, 41 prerequisites: nothing wrong\n");
  diagnostics.add(Code::cycle, {}, "m");
  EXPECT_EQ(format_summary("a.yaml", diagnostics, {1, 1, true}),
            "a.yaml: 1 topic, 1 prerequisite: 1 error\n");
  diagnostics.add(Code::cycle, {}, "m");
  diagnostics.add(Code::isolated_topic, {}, "m");
  EXPECT_EQ(format_summary("a.yaml", diagnostics, {2, 0, false}),
            "a.yaml: 2 topics, 0 prerequisites: 2 errors, 1 warning\n"
            "the search for redundant prerequisites stopped early; --exhaustive finishes it\n");
}

TEST(GithubReport, EscapesWhatTheRunnerTakesApart) {
  Sources sources;
  sources.add("a,b:c%.yaml", "x\ny\n");
  Diagnostics diagnostics;
  Diagnostic& added = diagnostics.add(Code::unknown_topic, span(2, 3, 5), "100% of 'a:b,c'");
  added.suggestion = "ab";
  added.notes.push_back({span(1, 1, 2), "here"});
  diagnostics.add(Code::isolated_topic, {0, {1, 1}, {2, 1}}, "two\nlines");
  diagnostics.add(Code::layout_failed, {}, "nowhere");
  diagnostics.items()[2].severity = Severity::note;
  EXPECT_EQ(
      format_github(diagnostics, sources),
      "::error file=a%2Cb%3Ac%25.yaml,line=2,col=3,endLine=2,endColumn=4,title=unknown-topic::"
      "100%25 of 'a:b,c'; did you mean 'ab'?%0Aa,b:c%25.yaml:1:1: note: here\n"
      "::warning file=a%2Cb%3Ac%25.yaml,line=1,col=1,endLine=2,title=isolated-topic::"
      "two lines\n"
      "::notice title=layout-failed::nowhere\n");
  EXPECT_EQ(format_github({}, sources), "");
}

TEST(SarifReport, IsALogWithARuleForEveryCode) {
  Sources sources;
  sources.add("graphs/a b.yaml", "x\n");
  sources.add("/tmp/c.yaml", "y\n");
  Diagnostics diagnostics;
  Diagnostic& added = diagnostics.add(Code::unknown_topic, span(1, 2, 4), "'a' is gone");
  added.notes.push_back({{1, {1, 1}, {1, 2}}, "it was here"});
  added.notes.push_back({{}, "think"});
  added.suggestion = "b";
  diagnostics.add(Code::layout_failed, {}, "bad byte \xFF");
  const auto log = nlohmann::json::parse(format_sarif(diagnostics, sources));
  EXPECT_EQ(log["version"], "2.1.0");
  ASSERT_EQ(log["runs"].size(), 1U);
  const auto& run = log["runs"][0];
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  const auto& rules = run["tool"]["driver"]["rules"];
  ASSERT_EQ(rules.size(), code_count);
  EXPECT_EQ(rules[0]["id"], "syntax");
  EXPECT_EQ(rules[0]["shortDescription"]["text"], "the text is not YAML");
  EXPECT_EQ(rules[0]["help"]["text"], explain_text(Code::syntax));
  EXPECT_THAT(rules[0]["help"]["markdown"].get<std::string>(),
              ::testing::HasSubstr("\n\n**Cure:** Put the value in quotes."));
  EXPECT_EQ(rules[0]["defaultConfiguration"]["level"], "error");
  ASSERT_EQ(run["results"].size(), 2U);
  const auto& result = run["results"][0];
  EXPECT_EQ(result["ruleId"], "unknown-topic");
  EXPECT_EQ(rules[result["ruleIndex"].get<std::size_t>()]["id"], "unknown-topic");
  EXPECT_EQ(result["level"], "error");
  EXPECT_EQ(result["message"]["text"], "'a' is gone; did you mean 'b'?\nthink");
  EXPECT_EQ(result["locations"], nlohmann::json::parse(R"([{"physicalLocation": {
    "artifactLocation": {"uri": "graphs/a%20b.yaml"},
    "region": {"startLine": 1, "startColumn": 2, "endLine": 1, "endColumn": 4}}}])"));
  EXPECT_EQ(result["relatedLocations"], nlohmann::json::parse(R"([{"physicalLocation": {
    "artifactLocation": {"uri": "file:///tmp/c.yaml"},
    "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2}},
    "message": {"text": "it was here"}}])"));
  EXPECT_EQ(run["results"][1]["locations"], nlohmann::json::array());
  EXPECT_EQ(run["results"][1]["message"]["text"], "bad byte \uFFFD");
}

TEST(SarifReport, IsALogForNothingToo) {
  const auto log = nlohmann::json::parse(format_sarif({}, Sources()));
  EXPECT_EQ(log["runs"][0]["results"], nlohmann::json::array());
}

TEST(Messages, ShowByTheirCodeWhatCannotBeSeen) {
  EXPECT_EQ(visible("alge\u200bbra"), "alge\\u200bbra");
  EXPECT_EQ(visible("a\u00adb\u2060c\ufeff\u3164\u115f\u034f"),
            "a\\xadb\\u2060c\\ufeff\\u3164\\u115f\\u034f");
  EXPECT_EQ(visible("a\ufe0f\U000e0061\U000e0100"), "a\\ufe0f\\u{e0061}\\u{e0100}");
  EXPECT_EQ(visible("a\u2028b\u202ec\u200d"), "a\\u2028b\\u202ec\\u200d");
  // A sign of Arabic that Unicode calls "format" is seen.
  EXPECT_EQ(visible("\u06dd"), "\u06dd");
}

TEST(Messages, KeepWhatScriptsAndEmojiNeed) {
  for (const std::string text :
       {"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0915\u094d\u200d\u0937",
        "\u2764\ufe0f", "1\ufe0f\u20e3", "\U0001f469\u200d\U0001f4bb",
        "\U0001f469\U0001f3fd\u200d\U0001f680"}) {
    EXPECT_EQ(visible(text), text);
  }
}

TEST(AuthorsText, KeepsOnAPageWhatCannotBeSeen) {
  EXPECT_EQ(safe_text("a\u200bb\u00adc"), "a\u200bb\u00adc");
  EXPECT_EQ(safe_text("a\u202eb"), "a\\u202eb");
}

TEST(HumanReport, ShowsInvisibleCharactersInTheEchoToo) {
  const Sources sources = one_file("a: [b\u200bc]\n");
  Diagnostics diagnostics;
  diagnostics.add(Code::unknown_topic, span(1, 5, 8), "topic 'b\u200bc' is not defined");
  EXPECT_EQ(format_human(diagnostics, sources),
            "a.yaml:1:5: error: topic 'b\\u200bc' is not defined [unknown-topic]\n"
            " 1 | a: [b\\u200bc]\n"
            "   |     ^^^^^^^^\n");
}

}  // namespace
}  // namespace prereq
