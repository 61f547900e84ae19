// Author text as part of a page is text there, in every Markdown and in HTML.
#include "write/page_text.hpp"

#include <gtest/gtest.h>

#include "prereq/page_report.hpp"

namespace prereq {
namespace {

TEST(PageFormats, AreToldByTheExtension) {
  for (const std::string name : {"README.md", "a/b.markdown", "README.MD"}) {
    EXPECT_EQ(page_format_of(name), PageFormat::markdown) << name;
  }
  for (const std::string name : {"index.html", "a.b.htm", "c.xhtml", "INDEX.Html"}) {
    EXPECT_EQ(page_format_of(name), PageFormat::html) << name;
  }
  EXPECT_EQ(page_format_of("a.rst"), PageFormat::rst);
  EXPECT_EQ(page_format_of("a.MDX"), PageFormat::mdx);
  for (const std::string name : {"a.adoc", "b.AsciiDoc", "c.asc"}) {
    EXPECT_EQ(page_format_of(name), PageFormat::asciidoc) << name;
  }
  for (const std::string name : {"README", "rst", "md", "a.md.txt", "a.mdx.bak"}) {
    EXPECT_EQ(page_format_of(name), std::nullopt) << name;
  }
}

TEST(PageWords, AreNoMarkupInMarkdown) {
  const PageText page(PageFormat::markdown);
  EXPECT_EQ(page.words("<b> & *x* _y_ `z` [a](b) a|b ~c~ \\"),
            "&lt;b&gt; &amp; \\*x\\* \\_y\\_ \\`z\\` \\[a\\](b) a&#124;b &#126;c&#126; \\\\");
  EXPECT_EQ(page.words("<!-- /prereq -->"), "&lt;!-- /prereq --&gt;");
  EXPECT_EQ(page.words("two\nlines\x1b"), "two lines\\\\x1b");
}

// A title that ends in a blank was shown between stars.
TEST(PageWords, AreStrongWhateverBlanksAreAroundThem) {
  const PageText page(PageFormat::markdown);
  EXPECT_EQ(page.strong(page.words(" a b ")), "**a b**");
}

TEST(PageWords, AreNoLinksMathematicsOrTemplatesInMarkdown) {
  EXPECT_EQ(escape_for_page("http://a.org, WWW.b.org, c@d.org", PageFormat::markdown),
            "http&#58;//a.org, WWW&#46;b.org, c&#64;d.org");
  EXPECT_EQ(escape_for_page("$x$ {{ y }} {% z %}", PageFormat::markdown),
            "&#36;x&#36; &#123;&#123; y }} &#123;% z %}");
  EXPECT_EQ(escape_for_page("A: 1/2. ww.", PageFormat::markdown), "A: 1/2. ww.");
}

TEST(PageWords, BeginNoBlockInMarkdown) {
  const PageText page(PageFormat::markdown);
  EXPECT_EQ(page.words("- a"), "\\- a");
  EXPECT_EQ(page.words("# a"), "\\# a");
  EXPECT_EQ(page.words("+"), "\\+");
  EXPECT_EQ(page.words("12. a - b # c"), "12\\. a - b # c");
  EXPECT_EQ(page.words("3) a"), "3\\) a");
  EXPECT_EQ(page.words("3d"), "3d");
  EXPECT_EQ(page.words("2026"), "2026");
}

TEST(PageWords, AreNoMarkupInHtml) {
  const PageText page(PageFormat::html);
  EXPECT_EQ(page.words("<b> & \"x\" *y* -->"), "&lt;b&gt; &amp; &quot;x&quot; *y* --&gt;");
}

TEST(PageLinks, GoOnlyWhereAPageMayLead) {
  const PageText markdown(PageFormat::markdown);
  EXPECT_EQ(markdown.link("a b", "https://example.org/a b>(c)"),
            "[a b](<https://example.org/a%20b&gt;(c)>)");
  EXPECT_EQ(markdown.link("a", "javascript:alert(1)"), "a");
  const PageText html(PageFormat::html);
  EXPECT_EQ(html.link("a", "x.html?b&c=\"d\""), "<a href=\"x.html?b&amp;c=&quot;d&quot;\">a</a>");
  EXPECT_EQ(html.link("a", "data:text/html,x"), "a");
}

TEST(PageBlocks, StandApartInMarkdown) {
  PageText page(PageFormat::markdown);
  page.paragraph("one");
  page.item("two");
  page.item("three", 1);
  page.paragraph("four");
  page.box("five", ": six");
  page.table({"a", "b"}, {{"c", "1"}, {"d"}}, 1);
  EXPECT_EQ(page.take(),
            "one\n\n- two\n    - three\n\nfour\n\n- [ ] five: six\n\n"
            "| a | b |\n| --- | ---: |\n| c | 1 |\n| d | |\n");
}

TEST(PageBlocks, CloseWhatTheyOpenInHtml) {
  PageText page(PageFormat::html);
  page.item("one");
  page.item("two", 1);
  page.item("three", 2);
  page.item("four");
  page.box("five", ": six");
  page.table({"a", "b"}, {{"c", "1"}}, 1);
  EXPECT_EQ(
      page.take(),
      "<ul class=\"prereq-list\">\n<li>one\n<ul class=\"prereq-list\">\n<li>two\n"
      "<ul class=\"prereq-list\">\n<li>three</li>\n</ul></li>\n</ul></li>\n<li>four</li>\n"
      "<li><label><input type=\"checkbox\"> five</label>: six</li>\n</ul>\n"
      "<table class=\"prereq-table\">\n<thead>\n"
      "<tr><th scope=\"col\">a</th><th scope=\"col\" style=\"text-align: right\">b</th></tr>\n"
      "</thead>\n<tbody>\n<tr><td>c</td><td style=\"text-align: right\">1</td></tr>\n"
      "</tbody>\n</table>\n");
}

}  // namespace
}  // namespace prereq
