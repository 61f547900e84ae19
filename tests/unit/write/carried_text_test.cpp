#include "write/carried_text.hpp"

#include <gtest/gtest.h>

#include <string>

#include "prereq/digest.hpp"
#include "write/seal.hpp"

namespace prereq {
namespace {

using namespace std::string_literals;

// The smallest PNG there is: one grey pixel.
const std::string png =
    "\x89PNG\r\n\x1A\n"
    "\0\0\0\rIHDR\0\0\0\1\0\0\0\1\1\0\0\0\0\x37\x6E\xF9\x24"
    "\0\0\0\nIDAT\x78\x01\x63\x60\0\0\0\2\0\1\x73\x75\x01\x18"
    "\0\0\0\0IEND\xAE\x42\x60\x82"s;

TEST(CarriedText, ComesBackFromPng) {
  EXPECT_EQ(carried_text(png, source_text), "");
  const std::string with_text = png_with_text(png, source_text, "abc at 2");
  EXPECT_EQ(carried_text(with_text, source_text), "abc at 2");
  EXPECT_EQ(carried_digest(with_text), "abc at 2");
}

TEST(CarriedText, IsAChunkBehindTheHeaderOfAPng) {
  const std::string chunk = "\0\0\0\x11tEXtprereq-source\0abc\x43\xAC\xC3\x9B"s;
  EXPECT_EQ(png_with_text(png, source_text, "abc"), png.substr(0, 33) + chunk + png.substr(33));
}

TEST(CarriedText, ComesBackFromPdf) {
  EXPECT_EQ(carried_text("%PDF-1.5\n%%EOF\n", source_text), "");
  EXPECT_EQ(pdf_with_text("%PDF-1.5\n%%EOF", source_text, "abc"),
            "%PDF-1.5\n%%EOF\n%prereq-source abc\n");
  EXPECT_EQ(carried_text("%PDF-1.5\n%%EOF\n%prereq-source abc\n", source_text), "abc");
  EXPECT_EQ(carried_digest("%PDF-1.5\n%%EOF\n%prereq-source abc\n"), "abc");
}

TEST(CarriedText, IsNotLookedForBeyondTheEndOfAChunk) {
  const std::string with_text = png_with_text(png, source_text, "abc");
  for (std::size_t length = 0; length < with_text.size(); ++length) {
    EXPECT_EQ(carried_text(with_text.substr(0, length), source_text), length < 62 ? "" : "abc")
        << length;
  }
  EXPECT_EQ(
      carried_text("\x89PNG\r\n\x1A\n\xFF\xFF\xFF\xFFtEXtprereq-source\0abc    "s, source_text),
      "");
  EXPECT_EQ(carried_text("abc", source_text), "");
  EXPECT_EQ(carried_text("", source_text), "");
}

TEST(Seal, IsRightUntilAByteIsChanged) {
  const std::string svg =
      "<svg id=\"a\" data-source=\"12ab\" data-written=\"0000000000000000\">\n"
      "<title>b</title>\n</svg>\n";
  const std::string pdf = "%PDF-1.5\n1 0 obj\n%%EOF\n";
  for (const std::string& bare :
       {svg, png_with_text(png, source_text, "abc at 2"), pdf_with_text(pdf, source_text, "abc")}) {
    const std::string whole = sealed(bare);
    EXPECT_EQ(picture_state(whole), PictureState::whole) << whole;
    EXPECT_EQ(carried_digest(whole), carried_digest(bare));
    for (std::size_t at = 0; at + 1 < whole.size(); ++at) {
      std::string other = whole;
      other[at] = static_cast<char>(other[at] ^ 1);
      EXPECT_NE(picture_state(other), PictureState::whole) << at << " of " << whole;
      EXPECT_NE(picture_state(whole.substr(0, at)), PictureState::whole) << at << " of " << whole;
    }
    EXPECT_EQ(picture_state(whole + "<script/>"), PictureState::changed) << whole;
    EXPECT_EQ(picture_state(whole + whole), PictureState::changed) << whole;
  }
}

TEST(Seal, IsMissedInWhatHasNone) {
  for (const std::string& picture : {png, png_with_text(png, source_text, "abc"),
                                     "%PDF-1.5\n%%EOF\n"s, "%PDF-1.5\n%%EOF\n%prereq-source abc\n"s,
                                     "<svg data-source=\"12ab\"></svg>"s, "abc"s, ""s}) {
    EXPECT_EQ(picture_state(picture), PictureState::unsealed) << picture;
  }
  EXPECT_EQ(picture_state(png.substr(0, 50)), PictureState::changed);
  EXPECT_EQ(picture_state("%PDF-1.5\n1 0 obj"), PictureState::changed);
}

TEST(Seal, OfAnSvgHoldsWhateverItsLinesEndIn) {
  std::string svg = sealed("<svg data-written=\"\">\n<g/>\n</svg>\n");
  EXPECT_EQ(picture_state(svg + "\n \n"), PictureState::whole);
  for (std::size_t at = svg.find('\n'); at != std::string::npos; at = svg.find('\n', at + 2)) {
    svg.insert(at, "\r");
  }
  EXPECT_EQ(picture_state(svg), PictureState::whole);
  EXPECT_EQ(picture_state(svg.insert(svg.find("<g/>"), " ")), PictureState::changed);
}

}  // namespace
}  // namespace prereq
