#include "embed/image.hpp"

#include <gmock/gmock.h>

namespace prereq {
namespace {

using ::testing::HasSubstr;
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

TEST(Pictures, ShowTheSameIfTheirDigestsSaySo) {
  const std::string old_layout = "<svg id=\"a\" data-source=\"12ab\">1</svg>";
  const std::string new_layout = "<svg id=\"a\" data-source=\"12ab\">2</svg>";
  const std::string other = "<svg id=\"a\" data-source=\"12ac\">1</svg>";
  EXPECT_TRUE(shows_the_same(old_layout, new_layout));
  EXPECT_FALSE(shows_the_same(old_layout, other));
  EXPECT_FALSE(shows_the_same("<svg id=\"a\">1</svg>", "<svg id=\"a\">2</svg>"));
  EXPECT_TRUE(shows_the_same("digraph {}", "digraph {}"));
  EXPECT_FALSE(shows_the_same("", "digraph {}"));
  EXPECT_FALSE(shows_the_same("<p data-source=\"12ab\">", "<p data-source=\"12ab\" >"));
  EXPECT_EQ(root_id_of(old_layout), "a");
  EXPECT_EQ(root_id_of("<svg><g id=\"b\"/></svg>"), "");
}

}  // namespace
}  // namespace prereq
