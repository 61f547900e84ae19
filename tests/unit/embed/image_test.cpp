#include "embed/image.hpp"

#include <gtest/gtest.h>

namespace prereq {
namespace {

TEST(ImageLine, LinksToItsFileUnderAnyName) {
  EXPECT_EQ(image_line("images/a (1) é:b.svg", "A *roadmap*", PageFormat::markdown),
            "[![A \\*roadmap\\*](images/a%20%281%29%20%C3%A9%3Ab.svg)]"
            "(images/a%20%281%29%20%C3%A9%3Ab.svg)\n");
  EXPECT_EQ(image_line("../a&b.svg", "A \"roadmap\" --> b", PageFormat::html),
            "<a href=\"../a%26b.svg\"><img src=\"../a%26b.svg\" alt=\"A &quot;roadmap&quot; --&gt; "
            "b\" style=\"max-width: 100%; height: auto\"></a>\n");
}

TEST(InlineSvg, HasNoBlankLineAndIsFoundAgain) {
  const std::string lines = inline_svg("<svg id=\"a\">\n<title>b\n\n\nc</title>\n</svg>");
  EXPECT_EQ(lines,
            "<div class=\"prereq-drawing\">\n<svg id=\"a\">\n<title>b\n&#10;\nc</title>\n</svg>\n"
            "</div>\n");
  EXPECT_EQ(svg_inside("\r\n  " + lines + " "),
            "<svg id=\"a\">\n<title>b\n&#10;\nc</title>\n</svg>");
}

TEST(InlineSvg, IsNothingElse) {
  EXPECT_EQ(svg_inside(""), "");
  EXPECT_EQ(svg_inside("<svg id=\"a\"></svg>"), "");
  EXPECT_EQ(svg_inside(inline_svg("<svg ></svg><p>more</p>")), "");
  EXPECT_EQ(svg_inside(inline_svg("<svg ></svg><svg ></svg>")), "");
  EXPECT_EQ(svg_inside("<div class=\"prereq-drawing\"></div>"), "");
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
