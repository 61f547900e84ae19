#include "write/carried_text.hpp"

#include <gtest/gtest.h>

#include <string>

#include "prereq/digest.hpp"

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
  EXPECT_EQ(carried_text(png), "");
  const std::string with_text = png_with_text(png, "abc at 2");
  EXPECT_EQ(carried_text(with_text), "abc at 2");
  EXPECT_EQ(carried_digest(with_text), "abc at 2");
}

TEST(CarriedText, IsAChunkBehindTheHeaderOfAPng) {
  const std::string chunk = "\0\0\0\x11tEXtprereq-source\0abc\x43\xAC\xC3\x9B"s;
  EXPECT_EQ(png_with_text(png, "abc"), png.substr(0, 33) + chunk + png.substr(33));
}

TEST(CarriedText, ComesBackFromPdf) {
  EXPECT_EQ(carried_text("%PDF-1.5\n%%EOF\n"), "");
  EXPECT_EQ(pdf_with_text("%PDF-1.5\n%%EOF", "abc"), "%PDF-1.5\n%%EOF\n%prereq-source abc\n");
  EXPECT_EQ(carried_text("%PDF-1.5\n%%EOF\n%prereq-source abc\n"), "abc");
  EXPECT_EQ(carried_digest("%PDF-1.5\n%%EOF\n%prereq-source abc\n"), "abc");
}

TEST(CarriedText, IsNotLookedForBeyondTheEndOfAChunk) {
  const std::string with_text = png_with_text(png, "abc");
  for (std::size_t length = 0; length < with_text.size(); ++length) {
    EXPECT_EQ(carried_text(with_text.substr(0, length)), length < 62 ? "" : "abc") << length;
  }
  EXPECT_EQ(carried_text("\x89PNG\r\n\x1A\n\xFF\xFF\xFF\xFFtEXtprereq-source\0abc    "s), "");
  EXPECT_EQ(carried_text("abc"), "");
  EXPECT_EQ(carried_text(""), "");
}

}  // namespace
}  // namespace prereq
