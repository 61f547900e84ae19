#include "embed/image.hpp"

#include <gtest/gtest.h>

#include "prereq/digest.hpp"
#include "write/seal.hpp"

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

TEST(InlineSvg, IsWholeInALineThatIsIndented) {
  const std::string svg = "<svg id=\"a\" data-source=\"1\" data-written=\"\">\n<g>\n\n b</g>\n</svg>";
  std::string lines;
  for (const char c : inline_svg(svg)) {
    if (lines.empty() || lines.ends_with('\n')) lines += "  \t";
    if (c == '\n') lines += '\r';
    lines += c;
  }
  EXPECT_EQ(picture_state(svg_inside(lines)), PictureState::whole);
  EXPECT_EQ(picture_state(svg_inside(inline_svg(svg))), PictureState::whole);
  lines.replace(lines.find(" b<"), 2, " c");
  EXPECT_EQ(picture_state(svg_inside(lines)), PictureState::changed);
  EXPECT_EQ(with_short_drawings("x\n" + lines),
            "x\n  \t<div class=\"prereq-drawing\">\n<svg> drawing 1, 4 lines, not as prereq wrote "
            "them </svg>\r\n  \t</div>\r\n");
}

std::string drawing(const std::string& source, const std::string& layout) {
  return sealed("<svg id=\"a\" data-source=\"" + source + "\" data-written=\"\">" + layout + "</svg>");
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
