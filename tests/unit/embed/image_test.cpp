#include "embed/image.hpp"

#include <gmock/gmock.h>

#include "prereq/digest.hpp"
#include "write/seal.hpp"

namespace prereq {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(ImageLine, LinksToItsFileUnderAnyName) {
  EXPECT_EQ(image_line("images/a (1) é:b.svg", "A *roadmap*", std::nullopt, PageFormat::markdown),
            "[![A \\*roadmap\\*](images/a%20%281%29%20%C3%A9%3Ab.svg)]"
            "(images/a%20%281%29%20%C3%A9%3Ab.svg)\n");
  EXPECT_EQ(image_line("../a&b.svg", "A \"roadmap\" --> b", std::nullopt, PageFormat::html),
            "<a href=\"../a%26b.svg\"><img src=\"../a%26b.svg\" alt=\"A &quot;roadmap&quot; --&gt; "
            "b\" style=\"max-width: 100%; height: auto\"></a>\n");
}

constexpr PageFormat markdown = PageFormat::markdown;

TEST(ImageLine, LinksWhereItIsToldTo) {
  EXPECT_EQ(image_line("public/a.svg", "A", "/a.svg", markdown), "[![A](public/a.svg)](/a.svg)\n");
  EXPECT_EQ(image_line("a.svg", "A", "/b(c).svg", markdown), "[![A](a.svg)](</b(c).svg>)\n");
  EXPECT_EQ(image_line("a.svg", "A", "", markdown), "![A](a.svg)\n");
  EXPECT_EQ(image_line("a.svg", "A", "/b?c&d", PageFormat::html),
            "<a href=\"/b?c&amp;d\"><img src=\"a.svg\" alt=\"A\" style=\"max-width: 100%; "
            "height: auto\"></a>\n");
  EXPECT_EQ(image_line("a.svg", "A", "", PageFormat::rst), ".. image:: a.svg\n   :alt: A\n");
  EXPECT_EQ(image_line("_static/a b.svg", "*A*", "/b_", PageFormat::rst),
            ".. image:: _static/a\\ b.svg\n   :alt: *A*\n   :target: /b\\_\n");
  EXPECT_EQ(image_line("a b.svg", "A, \"b\"", std::nullopt, PageFormat::asciidoc),
            "image::a%20b.svg[\"A, &#34;b&#34;\",link=\"a%20b.svg\"]\n");
  EXPECT_EQ(image_line("a.svg", "A", "", PageFormat::asciidoc), "image::a.svg[\"A\"]\n");
}

TEST(InlineSvg, HasNoBlankLineAndIsFoundAgain) {
  const std::string svg = "<svg id=\"a\">\n<title>b\n\n\nc</title>\n</svg>";
  const std::string lines = inline_svg(svg, markdown);
  EXPECT_EQ(lines,
            "<div class=\"prereq-drawing\">\n<svg id=\"a\">\n<title>b\n&#10;\nc</title>\n</svg>\n"
            "</div>\n");
  EXPECT_EQ(svg_inside("\r\n  " + lines + " ", markdown),
            "<svg id=\"a\">\n<title>b\n&#10;\nc</title>\n</svg>");
  for (const PageFormat format : all_page_formats) {
    EXPECT_THAT(svg_inside("\n" + inline_svg(svg, format) + "\n", format), StartsWith("<svg id="))
        << to_string(format);
  }
}

TEST(InlineSvg, StandsInWhatItsFormatTakesForHtml) {
  const std::string svg = "<svg id=\"a\">\n<title>`b` ${c} \\d</title>\n</svg>\n";
  EXPECT_EQ(inline_svg(svg, PageFormat::rst),
            ".. raw:: html\n\n   <div class=\"prereq-drawing\">\n   <svg id=\"a\">\n"
            "   <title>`b` ${c} \\d</title>\n   </svg>\n   </div>\n");
  EXPECT_EQ(inline_svg(svg, PageFormat::mdx),
            "<div className=\"prereq-drawing\" dangerouslySetInnerHTML={{__html: `\n"
            "<svg id=\"a\">\n<title>&#96;b&#96; &#36;{c} &#92;d</title>\n</svg>\n`}} />\n");
  EXPECT_EQ(inline_svg(svg, PageFormat::asciidoc),
            "++++\n<div class=\"prereq-drawing\">\n<svg id=\"a\">\n"
            "<title>`b` ${c} \\d</title>\n</svg>\n</div>\n++++\n");
}

// VitePress worked `{{ 1+1 }}` in a title of a drawing out, and Jekyll would have run `{% … %}`.
TEST(InlineSvg, HasNothingThatSiteGeneratorsWorkOut) {
  EXPECT_THAT(inline_svg("<svg >{{ 1+1 }} {% raw %} {a}{{{</svg>", markdown),
              HasSubstr("<svg >&#123;{ 1+1 }} &#123;% raw %} {a}&#123;&#123;{</svg>"));
}

TEST(InlineSvg, IsNothingElse) {
  EXPECT_EQ(svg_inside("", markdown), "");
  EXPECT_EQ(svg_inside("<svg id=\"a\"></svg>", markdown), "");
  EXPECT_EQ(svg_inside(inline_svg("<svg ></svg><p>more</p>", markdown), markdown), "");
  EXPECT_EQ(svg_inside(inline_svg("<svg ></svg><svg ></svg>", markdown), markdown), "");
  EXPECT_EQ(svg_inside("<div class=\"prereq-drawing\"></div>", markdown), "");
}

constexpr std::string_view sealed_svg =
    "<svg id=\"a\" data-source=\"1\" data-written=\"\">\n<g>\n\n {{`b`</g>\n</svg>";

// With an indent before each line, and CRLF.
std::string indented(std::string_view text) {
  std::string lines;
  for (const char c : text) {
    if (lines.empty() || lines.ends_with('\n')) lines += "  \t";
    if (c == '\n') lines += '\r';
    lines += c;
  }
  return lines;
}

TEST(InlineSvg, IsWholeInAPageOfAnyFormat) {
  for (const PageFormat format : {PageFormat::markdown, PageFormat::html, PageFormat::rst,
                                  PageFormat::mdx, PageFormat::asciidoc}) {
    const std::string lines = inline_svg(sealed_svg, format);
    EXPECT_EQ(picture_state(svg_inside(lines, format)), PictureState::whole) << lines;
    std::string there = indented(lines);
    EXPECT_EQ(picture_state(svg_inside(there, format)), PictureState::whole) << there;
    there.replace(there.find("<g>"), 3, "<a>");
    EXPECT_EQ(picture_state(svg_inside(there, format)), PictureState::changed) << there;
    EXPECT_THAT(with_short_drawings(there), HasSubstr("not as prereq wrote them")) << there;
    EXPECT_THAT(with_short_drawings(lines), Not(HasSubstr("not as prereq wrote them"))) << lines;
  }
}

std::string drawing(const std::string& source, const std::string& layout) {
  return sealed("<svg id=\"a\" data-source=\"" + source + "\" data-written=\"\">" + layout +
                "</svg>");
}

TEST(Pictures, AreFreshInAnotherLayoutOfTheSame) {
  EXPECT_EQ(why_stale(drawing("12ab", "1"), drawing("12ab", "1")), "");
  EXPECT_EQ(why_stale(drawing("12ab", "1"), drawing("12ab", "2")), "");
  EXPECT_EQ(why_stale(drawing("12ab", "1"), drawing("12ac", "1")), "shows something else");
  EXPECT_EQ(why_stale("digraph {}", "digraph {}"), "");
  EXPECT_EQ(why_stale("digraph {}", "digraph { a }"), "is not what would be written now");
}

TEST(Pictures, ThatWereDamagedAreStaleThoughTheirDigestIsRight) {
  const std::string whole = drawing("12ab", "1\n");
  const std::string now = drawing("12ab", "2\n");
  const auto with = [&](const std::string& text) {
    std::string other = whole;
    return other.insert(other.find("</svg>"), text);
  };
  for (const std::string& there :
       {whole.substr(0, whole.size() - 3), with("<script>alert(1)</script>"),
        with("<<<<<<< HEAD\n=======\n>>>>>>> branch\n"), whole + "<g/>",
        "<<<<<<< HEAD\n" + whole + "=======\n" + now + ">>>>>>> branch\n"}) {
    EXPECT_EQ(why_stale(there, now), "was changed after prereq wrote it") << there;
    EXPECT_TRUE(may_be_replaced(there)) << there;
  }
  EXPECT_EQ(why_stale("", now), "is empty");
  EXPECT_EQ(why_stale("<svg id=\"a\" data-source=\"12ab\">1</svg>", now),
            "was written by an older prereq, so that nobody can tell whether it is whole");
}

TEST(Pictures, OfAnotherHandAreNotReplaced) {
  EXPECT_FALSE(may_be_replaced("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
  EXPECT_FALSE(may_be_replaced("<<<<<<< HEAD\n<svg>\n=======\n"));
  EXPECT_FALSE(may_be_replaced("%PDF-1.5\n%%EOF\n"));
  EXPECT_FALSE(may_be_replaced("text"));
  EXPECT_TRUE(may_be_replaced("%PDF-1.5\n1 0 obj\n"));
  EXPECT_TRUE(may_be_replaced("<svg xmlns=\"http"));
}

TEST(Pictures, HaveARootWithAnId) {
  EXPECT_EQ(root_id_of(drawing("12ab", "")), "a");
  EXPECT_EQ(root_id_of("<svg><g id=\"b\"/></svg>"), "");
}

}  // namespace
}  // namespace prereq
