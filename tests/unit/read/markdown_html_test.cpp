#include "read/markdown_html.hpp"

#include <gmock/gmock.h>

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// `FIRST+LINES` of a block, with its parts after that where the HTML is in the line.
std::vector<std::string> html_of(std::string_view text) {
  std::vector<std::string> all;
  for (const MarkdownHtml& html : find_markdown_html(text)) {
    std::string one = std::to_string(html.first_line) + "+" + std::to_string(html.lines);
    for (const std::string& part : html.inline_parts) one += " " + part;
    EXPECT_EQ(html.block, html.inline_parts.empty());
    all.push_back(one);
  }
  return all;
}

TEST(MarkdownHtml, IsInBlocks) {
  EXPECT_THAT(html_of("a\n\n<div>\nb\n\nc\n<!-- x\n\ny -->\nd\n"), ElementsAre("2+2", "6+3"));
  EXPECT_THAT(html_of("- a\n\n  <!-- x -->\n> <!-- y -->"), ElementsAre("2+1", "3+1"));
}

TEST(MarkdownHtml, IsInTheLine) {
  EXPECT_THAT(html_of("# a <b>\n\nc\nd <!-- e --> f <i>\n"),
              ElementsAre("0+1 <b>", "2+2 <!-- e --> <i>"));
}

TEST(MarkdownHtml, IsNotInCode) {
  EXPECT_THAT(html_of("`<b>`\n\n    <b>\n\n```\n<b>\n```\n\\<b>\n"), IsEmpty());
  EXPECT_THAT(html_of(""), IsEmpty());
}

TEST(MarkdownHtml, CountsLinesWhateverEndsThem) {
  EXPECT_THAT(html_of("a\r\n\r\n<!-- x -->\r\n"), ElementsAre("2+1"));
  EXPECT_THAT(html_of("a\r\r<!-- x\ry -->"), ElementsAre("2+2"));
}

}  // namespace
}  // namespace prereq
