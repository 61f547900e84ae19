#include "prereq/png_pdf.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prereq {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(PngAndPdf, OfWhatIsNoSvgAreRefusedWithLibrsvgsReason) {
  for (const std::string_view svg : {"", "<svg", "<p/>"}) {
    std::string wrong;
    EXPECT_EQ(svg_to_png(svg, 1, wrong), std::nullopt) << svg;
    EXPECT_THAT(wrong, StartsWith("librsvg: ")) << svg;
    wrong.clear();
    EXPECT_EQ(svg_to_pdf(svg, "", wrong), std::nullopt) << svg;
    EXPECT_THAT(wrong, StartsWith("librsvg: ")) << svg;
  }
}

TEST(PngAndPdf, NeedASize) {
  std::string wrong;
  EXPECT_EQ(svg_to_png("<svg xmlns='http://www.w3.org/2000/svg'/>", 1, wrong), std::nullopt);
  EXPECT_EQ(wrong, "the SVG does not say how large it is");
}

TEST(PngAndPdf, CarryTheDigestOfTheSvg) {
  constexpr std::string_view svg =
      "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' data-source=\"0123\"/>";
  std::string wrong;
  EXPECT_THAT(svg_to_png(svg, 1.5, wrong).value_or(""), HasSubstr("0123 at 1.5"));
  EXPECT_THAT(svg_to_pdf(svg, "", wrong).value_or(""), HasSubstr("%prereq-source 0123\n"));
  EXPECT_EQ(wrong, "");
}

TEST(PngAndPdf, HaveAnAlphaChannelOnTransparentPaper) {
  constexpr std::string_view svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
  constexpr std::size_t colour_type = 25;  // in a PNG's header
  std::string wrong;
  EXPECT_EQ(svg_to_png(svg, 1, wrong).value().at(colour_type), 2);
  EXPECT_EQ(svg_to_png(svg, 1, wrong, Paper::transparent).value().at(colour_type), 6);
  EXPECT_TRUE(svg_to_pdf(svg, "", wrong, Paper::transparent).has_value());
}

}  // namespace
}  // namespace prereq
