// Built together with no_rsvg.cpp, which takes the place of the library's own.
#include <gtest/gtest.h>

#include "prereq/png_pdf.hpp"

namespace prereq {
namespace {

TEST(WithoutRsvg, ThereIsNoPngAndNoPdfAndItIsSaidWhy) {
  EXPECT_EQ(png_pdf_complaint(), "PNG and PDF need librsvg: this prereq was built without librsvg");
  std::string wrong;
  EXPECT_EQ(svg_to_png("<svg/>", 1, wrong), std::nullopt);
  EXPECT_EQ(wrong, "this prereq was built without librsvg");
  wrong.clear();
  EXPECT_EQ(svg_to_pdf("<svg/>", "", wrong), std::nullopt);
  EXPECT_EQ(wrong, "this prereq was built without librsvg");
}

}  // namespace
}  // namespace prereq
