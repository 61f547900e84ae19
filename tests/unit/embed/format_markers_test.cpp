// Markers in reStructuredText, MDX and AsciiDoc: what is one, what is text, and what is wrong.
#include <gmock/gmock.h>

#include "unit/embed/page_markers.hpp"

namespace prereq {
namespace {

using testing::commands_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::markers_of;

std::vector<std::string> problems_of(const std::string& page, PageFormat format) {
  return markers_of(page, format).problems;
}

// The page with "new" between the first marker and the one that closes it.
std::string rewritten(const std::string& page, PageFormat format) {
  const std::vector<Marker> markers = markers_of(page, format).markers;
  std::vector<std::optional<std::string>> contents(markers.size());
  if (!contents.empty()) contents.front() = "\nnew\n\n";
  return replace_contents(page, markers, contents);
}

void expect_text(PageFormat format, const std::vector<std::string>& pages) {
  for (const std::string& page : pages) {
    EXPECT_THAT(commands_of(page, format), IsEmpty()) << page;
    EXPECT_THAT(problems_of(page, format), IsEmpty()) << page;
  }
}

void expect_marker(PageFormat format, const std::vector<std::string>& pages) {
  for (const std::string& page : pages) {
    EXPECT_THAT(commands_of(page, format), ElementsAre("goals|a")) << page;
    EXPECT_THAT(problems_of(page, format), IsEmpty()) << page;
  }
}

const std::string rst_pair = ".. prereq goals a\n.. /prereq\n";
const std::string mdx_pair = "{/* prereq goals a */}\n{/* /prereq */}\n";
const std::string asciidoc_pair = "// prereq goals a\n// /prereq\n";

std::string indented(const std::string& text) {
  std::string out;
  bool at_start = true;
  for (const char c : text) {
    if (at_start && c != '\n') out += "    ";
    out += c;
    at_start = c == '\n';
  }
  return out;
}

TEST(FrontMatter, HoldsNoMarkers) {
  for (const auto& [format, pair] :
       {std::pair(PageFormat::markdown, std::string("<!-- prereq goals a -->\n<!-- /prereq -->\n")),
        std::pair(PageFormat::html, std::string("<!-- prereq goals a -->\n<!-- /prereq -->\n")),
        std::pair(PageFormat::rst, rst_pair), std::pair(PageFormat::mdx, mdx_pair),
        std::pair(PageFormat::asciidoc, asciidoc_pair)}) {
    for (const std::string start : {"", "\xEF\xBB\xBF"}) {
      const std::string front = start + "---\ntitle: a\nnote: |\n\n" + pair + "\n---\n";
      expect_text(format, {front, start + "+++\ntitle = \"a\"\n\n" + pair + "+++\n"});
      expect_marker(format, {front + "\n" + pair});
    }
  }
}

TEST(RstMarkers, AreCommentsAtTheStartOfABlock) {
  const auto format = PageFormat::rst;
  expect_marker(
      format, {rst_pair, "Title\n=====\n" + rst_pair, "text\n\n" + rst_pair,
               "- item\n\n  .. prereq goals a\n\n  old\n\n  .. /prereq\n",
               ".. note::\n\n   .. prereq goals a\n   .. /prereq\n", "- item\n" + rst_pair,
               ".. _here:\n\n" + rst_pair, ".. image:: a.svg\n   :alt: b\n\n" + rst_pair,
               "..\n\n" + rst_pair, "code::\n\n    x\n\n" + rst_pair, "a::b\n\n" + rst_pair,
               ".. [1] Note\n\n" + rst_pair, "term\n   " + std::string("definition\n\n") + rst_pair,
               ".. prereq\n   goals\n   a\n.. /prereq\n", "\xEF\xBB\xBF" + rst_pair});
  EXPECT_THAT(commands_of(".. prereq render a.yaml\n     -o b.svg\n\n.. image:: b.svg\n\n"
                          ".. /prereq\n",
                          format),
              ElementsAre("render|a.yaml|-o|b.svg"));
}

TEST(RstMarkers, InLiteralBlocksAndCommentsAreText) {
  expect_text(
      PageFormat::rst,
      {"So::\n\n" + indented(rst_pair), "::\n\n" + indented(rst_pair), "::\n\n" + rst_pair,
       "- item::\n\n" + indented(rst_pair), "So\ngo::\n\n\n" + indented(rst_pair + "\n" + rst_pair),
       ".. code-block:: rst\n\n" + indented(rst_pair), ".. code::\n\n" + indented(rst_pair),
       ".. code-block:: rst\n   :linenos:\n\n   a\n\n" + indented(rst_pair),
       ".. raw:: html\n\n" + indented(rst_pair), "..\n" + indented(rst_pair),
       ".. not for readers:\n\n" + indented(rst_pair), "- .. code::\n\n" + indented(rst_pair),
       ".. |x| raw:: html\n" + indented(rst_pair),
       ".. note:: So::\n\n" + indented(indented(rst_pair)), ".. prereq:: a\n", ".. _prereq: a\n",
       ".. prerequisites\n", "..prereq goals a\n", "text\n.. more text\n"});
}

TEST(RstMarkers, KeepLineBreaksAndIndents) {
  const auto format = PageFormat::rst;
  EXPECT_EQ(rewritten("a\r\n\r\n"
                      ".. prereq goals a\r\n\r\nold\r\n\r\n.. /prereq\r\nb",
                      format),
            "a\r\n\r\n.. prereq goals a\r\n\r\nnew\r\n\r\n.. /prereq\r\nb");
  EXPECT_EQ(rewritten("- i\n\n  .. prereq goals a\n  .. /prereq", format),
            "- i\n\n  .. prereq goals a\n\n  new\n\n  .. /prereq");
}

TEST(RstMarkers, ThatAreWrongSayWhy) {
  const auto format = PageFormat::rst;
  EXPECT_THAT(problems_of("a\n\n .. prereq goals a\n\nb\n", format),
              ElementsAre("3:2: this marker has no '.. /prereq' that closes it"));
  EXPECT_THAT(problems_of("text\n" + rst_pair, format),
              ElementsAre("2:1: a marker has to stand on a line of its own, after a blank line",
                          "3:1: a marker has to stand on a line of its own, after a blank line"));
  EXPECT_THAT(problems_of("- .. prereq goals a\n\n  .. /prereq\n", format),
              ElementsAre("1:3: a marker has to stand on a line of its own, after a blank line"));
  EXPECT_THAT(problems_of(".. prereq goals a\n.. /prereq\n   b\n", format),
              ElementsAre("2:1: a closing marker says '.. /prereq' and nothing else"));
  EXPECT_THAT(problems_of(".. prereq goals 'a\n.. /prereq\n", format),
              ElementsAre("1:1: the marker has a ' without a second one (a marker ends where the "
                          "lines are indented no more than it)"));
}

TEST(MdxMarkers, AreCommentsOnLinesOfTheirOwn) {
  const auto format = PageFormat::mdx;
  expect_marker(
      format,
      {mdx_pair, "text\n\n" + mdx_pair, "text\n" + mdx_pair, indented(mdx_pair),
       "- item\n\n" + indented(mdx_pair), "<Tabs a=\"{\" b={c > 1 ? '}' : `}`}>\n" + mdx_pair,
       "import A from 'b'\n\n" + mdx_pair, "a \\{ b\n\n" + mdx_pair, "{1 + 1}\n" + mdx_pair,
       "export const a = {\n\n  b: '}',\n}\n\n" + mdx_pair, "a ` b\n\n" + mdx_pair,
       "```\na\n```\n" + mdx_pair, "- ```\n  a\n\n" + mdx_pair, "> ```\n\n" + mdx_pair,
       "a `` ` `` b ` c\n\n" + mdx_pair, "a < b\n\n" + mdx_pair, "a\\\n" + mdx_pair,
       "{/*prereq goals a*/}\n{ /* /prereq */ }\n"});
  EXPECT_THAT(
      commands_of("{/* prereq render a.yaml\n  -o b.svg */}\n\nold\n\n{/* /prereq */}\n", format),
      ElementsAre("render|a.yaml|-o|b.svg"));
  EXPECT_THAT(commands_of("{/* prereq goals '*\\/' \"*\\/\" */}\n{/* /prereq */}\n", format),
              ElementsAre("goals|*\\/|*/"));
}

TEST(MdxMarkers, InCodeAndScriptsAreText) {
  expect_text(
      PageFormat::mdx,
      {"```\n" + mdx_pair + "```\n", "~~~~mdx\n~~~\n" + mdx_pair + "~~~~\n", "  ```\n" + mdx_pair,
       "- ```\n  {/* prereq goals a */}\n  ```\n", "> ```\n> {/* prereq goals a */}\n",
       "a `{/* prereq goals a */}` b\n", "`` ` {/* prereq goals a */}\n b ``\n",
       "\\{/* prereq goals a */}\n", "export const a = `\n" + mdx_pair + "`\n",
       "export const a = {\n\n" + mdx_pair + "}\n", "<A b={`\n" + mdx_pair + "`} />\n",
       "<A b=\"\n" + mdx_pair + "\" />\n", "{`\n" + mdx_pair + "`}\n", "{/* not prereq */}\n",
       "{1 /* prereq goals a */}\n"});
}

TEST(MdxMarkers, ThatAreWrongSayWhy) {
  const auto format = PageFormat::mdx;
  const std::string place = "a marker has to stand on a line of its own, outside of paragraphs";
  EXPECT_THAT(problems_of("é {/* prereq goals a */}\n{/* /prereq */}\n", format),
              ElementsAre("1:3: " + place));
  EXPECT_THAT(problems_of("{/* prereq goals a */} b\n{/* /prereq */}\n", format),
              ElementsAre("1:1: " + place));
  EXPECT_THAT(problems_of("- {/* prereq goals a */}\n  {/* /prereq */}\n", format),
              ElementsAre("1:3: " + place));
  EXPECT_THAT(problems_of("a\n\n{/* prereq goals a */}\n", format),
              ElementsAre("3:1: this marker has no '{/* /prereq */}' that closes it"));
  EXPECT_THAT(problems_of("{/* prereq goals a\n", format),
              ElementsAre("1:1: this marker has no '*/}' that ends the comment"));
  EXPECT_THAT(problems_of("{/* prereq goals 'a */}\n{/* /prereq */}\n", format),
              ElementsAre("1:1: the marker has a ' without a second one (the first '*/' ends a "
                          "marker; write '*\\/' inside quotes)"));
}

TEST(MdxMarkers, KeepLineBreaksAndIndents) {
  EXPECT_EQ(
      rewritten("a\r\n{/* prereq goals a */}\r\nold\r\n{/* /prereq */}\r\nb", PageFormat::mdx),
      "a\r\n{/* prereq goals a */}\r\n\r\nnew\r\n\r\n{/* /prereq */}\r\nb");
  EXPECT_EQ(rewritten("- i\n\n  {/* prereq goals a */}\n  {/* /prereq */}", PageFormat::mdx),
            "- i\n\n  {/* prereq goals a */}\n\n  new\n\n  {/* /prereq */}");
}

TEST(AsciiDocMarkers, AreLinesThatAreComments) {
  expect_marker(
      PageFormat::asciidoc,
      {asciidoc_pair, "= Title\n\n" + asciidoc_pair, asciidoc_pair + "\n= Title\nAuthor\n\ntext\n",
       "text\n" + asciidoc_pair, "====\n" + asciidoc_pair + "====\n",
       "====\n----\n====\n" + asciidoc_pair, "----\ncode\n----\n" + asciidoc_pair,
       "Title\n-----\n\n" + asciidoc_pair, "* item\n+\n--\n" + asciidoc_pair + "--\n",
       "[NOTE]\n" + asciidoc_pair, "[source]\n----\ncode\n----\n" + asciidoc_pair,
       "[source]\ncode\n\n" + asciidoc_pair, "|===\n|a\n|===\n\n" + asciidoc_pair,
       "//prereq goals a\n///prereq\n//// no block\n// /prereq\n", "...\n\n" + asciidoc_pair,
       " literal\n\n" + asciidoc_pair, "Run this:\n----\nb\n----\n" + asciidoc_pair,
       "|\n\n" + asciidoc_pair});
}

TEST(AsciiDocMarkers, InBlocksThatShowTheirTextAreText) {
  expect_text(
      PageFormat::asciidoc,
      {"----\n" + asciidoc_pair + "----\n", "-----\n----\n" + asciidoc_pair + "-----\n",
       "....\n" + asciidoc_pair + "....\n", "++++\n" + asciidoc_pair + "++++\n",
       "////\n" + asciidoc_pair + "////\n", "```adoc\n" + asciidoc_pair + "```\n",
       "====\n----\n" + asciidoc_pair + "----\n====\n", "[source]\n" + asciidoc_pair,
       "[source,adoc]\n.Title\ncode\n" + asciidoc_pair, " literal\n" + asciidoc_pair,
       "[verse]\n____\n" + asciidoc_pair + "____\n", "[listing]\n--\n" + asciidoc_pair + "--\n",
       "[source%linenums,adoc]\n----\n" + asciidoc_pair, " // prereq goals a\n",
       "text // prereq goals a\n", "/// prereq goals a\n",
       "= Title\n// prereq goals a\nAuthor <a@b.org>\n:toc:\n",
       "= Title\n:toc:\n" + asciidoc_pair + "\ntext\n"});
}

TEST(AsciiDocMarkers, ThatAreWrongSayWhy) {
  const auto format = PageFormat::asciidoc;
  EXPECT_THAT(problems_of("a\n\n// prereq goals a\n", format),
              ElementsAre("3:1: this marker has no '// /prereq' that closes it"));
  EXPECT_THAT(problems_of("|===\n|a\n// prereq goals a\n// /prereq\n|===\n", format),
              ElementsAre("3:1: a marker has to stand on a line of its own, outside of tables",
                          "4:1: a marker has to stand on a line of its own, outside of tables"));
  EXPECT_THAT(problems_of("// prereq goals a\n// /prereq b\n", format),
              ElementsAre("2:1: a closing marker says '// /prereq' and nothing else"));
  EXPECT_THAT(problems_of("// prereq goals 'a\n// /prereq\n", format),
              ElementsAre("1:1: the marker has a ' without a second one (a marker is a single "
                          "line)"));
}

TEST(AsciiDocMarkers, KeepLineBreaks) {
  EXPECT_EQ(rewritten("a\r\n\r\n// prereq goals a\r\nold\r\n// /prereq\r\nb", PageFormat::asciidoc),
            "a\r\n\r\n// prereq goals a\r\n\r\nnew\r\n\r\n// /prereq\r\nb");
}

}  // namespace
}  // namespace prereq
