#include <gmock/gmock.h>

#include "unit/embed/page_markers.hpp"

namespace prereq {
namespace {

using testing::commands_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::markers_of;
using testing::PageMarkers;

std::vector<std::string> problems_of(const std::string& page,
                                     PageFormat format = PageFormat::markdown) {
  return markers_of(page, format).problems;
}

// The page with every content replaced by `content`.
std::string rewritten(const std::string& page, const std::string& content,
                      PageFormat format = PageFormat::markdown) {
  const PageMarkers found = markers_of(page, format);
  EXPECT_THAT(found.problems, IsEmpty());
  const std::vector<std::optional<std::string>> contents(found.markers.size(), content);
  return replace_contents(page, found.markers, contents);
}

TEST(Markers, AreFoundWithTheirWordsAndPlace) {
  const PageMarkers found = markers_of(
      "# é\n\nText\n<!-- prereq goals a.yaml -->\nold\n<!-- /prereq -->\n\n"
      "  <!--prereq\tnext\n  'a b.yaml'-->\n  <!--/prereq-->\n");
  EXPECT_THAT(found.problems, IsEmpty());
  ASSERT_EQ(found.markers.size(), 2U);
  EXPECT_THAT(found.markers[0].words, ElementsAre("goals", "a.yaml"));
  EXPECT_EQ(found.markers[0].span.begin, (Position{4, 1}));
  EXPECT_EQ(found.markers[0].span.end, (Position{4, 29}));
  EXPECT_THAT(found.markers[1].words, ElementsAre("next", "a b.yaml"));
  EXPECT_EQ(found.markers[1].span.begin, (Position{8, 3}));
  EXPECT_EQ(found.markers[1].indent, "  ");
}

// Found by fuzzing: Markdown counts a NUL as a longer character, and the marker ended behind the
// page.
TEST(Markers, OfCharactersThatMarkdownReplacesEndWithThePage) {
  const std::string page = "text <!-- prereq " + std::string(60, '\0') + "-->";
  EXPECT_THAT(
      problems_of(page),
      ElementsAre("1:1: a marker has to stand on a line of its own, outside of paragraphs"));
}

TEST(Markers, AreCommentsThatSayPrereqFirst) {
  EXPECT_THAT(commands_of("<!-- prerequisites -->\n\n<!-- a prereq -->\n\n<!-- prereq-x -->\n"),
              IsEmpty());
}

TEST(Markers, InCodeOfMarkdownAreText) {
  for (const std::string before : {"```\n", "~~~~ html\n", "- a\n\n  ```\n  ", "> ```\n> ", "    ",
                                   "`", "\n\t", "1. a\n\n       "}) {
    const std::string page = before + "<!-- prereq x -->" + (before == "`" ? "`" : "") + "\n";
    EXPECT_THAT(commands_of(page), IsEmpty()) << page;
    EXPECT_THAT(problems_of(page), IsEmpty()) << page;
  }
}

TEST(Markers, InElementsOfTextAreText) {
  for (const std::string name : {"pre", "script", "style", "textarea"}) {
    const std::string page = "<" + name + ">\n<!-- prereq x -->\n</" + name + ">\n";
    EXPECT_THAT(commands_of(page), IsEmpty()) << page;
    EXPECT_THAT(commands_of(page, PageFormat::html), IsEmpty()) << page;
    EXPECT_THAT(problems_of(page, PageFormat::html), IsEmpty()) << page;
  }
}

TEST(Markers, FollowWhateverMarkdownCameBefore) {
  for (const std::string before :
       {"", "Text\n", "- item\n", "- item\n\n", "> quoted\n", "| a |\n|---|\n| b |\n", "# a\n",
        "<div>\n", "<div>\n\n", "```\n<!-- prereq x -->\n```\n", "\xEF\xBB\xBF"}) {
    const std::string page = before + "<!-- prereq goals a -->\n- x\n<!-- /prereq -->\n";
    EXPECT_THAT(commands_of(page), ElementsAre("goals|a")) << page;
    EXPECT_THAT(problems_of(page), IsEmpty()) << page;
  }
}

TEST(Markers, InAListBelongToIt) {
  const std::string page =
      "- item\n\n  <!-- prereq goals a -->\n  old\n\n  <!-- /prereq -->\n- next\n";
  EXPECT_EQ(rewritten(page, "one\n\ntwo\n"),
            "- item\n\n  <!-- prereq goals a -->\n  one\n\n  two\n  <!-- /prereq -->\n- next\n");
}

TEST(Markers, MayHoldAnythingButMarkers) {
  const std::string page =
      "<!-- prereq goals a -->\n<svg>\n<!-- x -->\n<style>a</style>\n</svg>\n<!-- /prereq -->\n";
  EXPECT_EQ(rewritten(page, ""), "<!-- prereq goals a -->\n<!-- /prereq -->\n");
  EXPECT_EQ(rewritten(page, "", PageFormat::html), "<!-- prereq goals a -->\n<!-- /prereq -->\n");
}

TEST(Markers, KeepTheLineBreaksOfThePage) {
  const std::string windows = "a\r\n<!-- prereq goals a -->\r\nold\r\n<!-- /prereq -->";
  EXPECT_EQ(rewritten(windows, "one\n\ntwo\n"),
            "a\r\n<!-- prereq goals a -->\r\none\r\n\r\ntwo\r\n<!-- /prereq -->");
  const std::string old_mac = "a\r<!-- prereq goals a -->\rold\r<!-- /prereq -->\rb";
  EXPECT_EQ(rewritten(old_mac, "one\n"), "a\r<!-- prereq goals a -->\rone\r<!-- /prereq -->\rb");
  const std::string marked = "\xEF\xBB\xBF<!-- prereq goals a -->\n<!-- /prereq --> \t";
  EXPECT_EQ(rewritten(marked, "one\n"),
            "\xEF\xBB\xBF<!-- prereq goals a -->\none\n<!-- /prereq --> \t");
}

TEST(Markers, WithoutAContentStayAsTheyAre) {
  const std::string page =
      "<!-- prereq goals a -->\n1\n<!-- /prereq -->\n<!-- prereq next a -->\n2\n<!-- /prereq -->\n";
  const PageMarkers found = markers_of(page);
  const std::vector<std::optional<std::string>> contents = {std::nullopt, "3\n"};
  EXPECT_EQ(replace_contents(page, found.markers, contents),
            "<!-- prereq goals a -->\n1\n<!-- /prereq -->\n<!-- prereq next a -->\n3\n"
            "<!-- /prereq -->\n");
}

TEST(BadMarkers, AreNotClosed) {
  const std::string open = "this marker has no '<!-- /prereq -->' that closes it";
  EXPECT_THAT(problems_of("a\n\n<!-- prereq goals a -->\nb\n"), ElementsAre("3:1: " + open));
  EXPECT_THAT(problems_of("a\n<!-- prereq goals a"),
              ElementsAre("2:1: this marker has no '-->' that ends the comment"));
  EXPECT_THAT(problems_of("<!-- prereq goals a -->\n```\n<!-- /prereq -->\n"),
              ElementsAre("1:1: " + open));
}

TEST(BadMarkers, CloseWhatIsNotOpen) {
  EXPECT_THAT(problems_of("<!-- prereq a -->\n<!-- /prereq -->\n<!-- /prereq -->\n"),
              ElementsAre("3:1: this marker closes one that was not opened"));
  EXPECT_THAT(problems_of("<!-- prereq a -->\n<!-- /prereq a -->\n"),
              ElementsAre("2:1: a closing marker says '<!-- /prereq -->' and nothing else"));
}

TEST(BadMarkers, AreInsideOthers) {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("a.md",
                                  "<!-- prereq a -->\n\n  <!-- prereq b -->\n<!-- /prereq -->\n"
                                  "<!-- prereq c -->\n<!-- /prereq -->\n");
  const auto markers = find_markers(sources, file, PageFormat::markdown, diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  const Diagnostic& problem = diagnostics.items().front();
  EXPECT_EQ(problem.code, Code::bad_marker);
  EXPECT_EQ(problem.message, "this marker is inside another");
  EXPECT_EQ(problem.span.begin, (Position{3, 3}));
  ASSERT_EQ(problem.notes.size(), 1U);
  EXPECT_EQ(problem.notes[0].message, "this one has no '<!-- /prereq -->' before it");
  EXPECT_EQ(problem.notes[0].span.begin, (Position{1, 1}));
  EXPECT_EQ(markers.back().words.front(), "c");
}

TEST(BadMarkers, ShareTheirLine) {
  const std::string message = "a marker has to stand on a line of its own, outside of paragraphs";
  for (const std::string page :
       {"a <!-- prereq b -->\n<!-- /prereq -->\n", "<!-- prereq b --> a\n<!-- /prereq -->\n",
        "- <!-- prereq b -->\n\n  <!-- /prereq -->\n"}) {
    EXPECT_THAT(problems_of(page), ElementsAre(::testing::EndsWith(": " + message))) << page;
  }
  EXPECT_THAT(problems_of("<p><!-- prereq b -->\n<!-- /prereq -->\n", PageFormat::html),
              ElementsAre("1:4: " + message));
  EXPECT_THAT(problems_of("`<!-- prereq a -->` é <!-- prereq b -->\n"),
              ElementsAre("1:23: " + message));
}

TEST(BadMarkers, HaveWordsThatCannotBeSplit) {
  EXPECT_THAT(problems_of("<!-- prereq -->\n<!-- /prereq -->\n"),
              ElementsAre("1:1: the marker names no command"));
  EXPECT_THAT(
      problems_of("<!-- prereq goals 'a -->b' -->\n<!-- /prereq -->\n"),
      ElementsAre("1:1: a marker has to stand on a line of its own, outside of paragraphs"));
  EXPECT_THAT(problems_of("<!-- prereq goals 'a -->\n<!-- /prereq -->\n"),
              ElementsAre("1:1: the marker has a ' without a second one (the first '-->' ends a "
                          "marker; write '--\\>' inside quotes)"));
}

}  // namespace
}  // namespace prereq
