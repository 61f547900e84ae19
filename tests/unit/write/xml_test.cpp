#include "base/xml.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "support/xml_document.hpp"

namespace prereq {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  append_xml(result, text);
  return result;
}

std::string number(double value) {
  std::string result;
  append_number(result, value);
  return result;
}

TEST(AppendXml, EscapesWhatMeansSomethingInXml) {
  EXPECT_EQ(escaped("a & b < c > \"d\" ]]>"), "a &amp; b &lt; c &gt; &quot;d&quot; ]]&gt;");
  EXPECT_EQ(escaped("it's ü 漢 🚀"), "it's ü 漢 🚀");
}

TEST(AppendXml, ReplacesWhatXmlCannotSay) {
  EXPECT_EQ(escaped(std::string("\0\x01\x1B\x7F", 4)), "\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(escaped("\xC2\x85"), "\uFFFD") << "a C1 control";
  EXPECT_EQ(escaped("\uFFFE|\uFFFF|\uFDD0|\U0001FFFE|\U0010FFFF"),
            "\uFFFD|\uFFFD|\uFFFD|\uFFFD|\uFFFD");
  EXPECT_EQ(escaped("a\xFFz"), "a\uFFFDz");
  EXPECT_EQ(escaped("\xED\xA0\xBD"), "\uFFFD\uFFFD\uFFFD") << "a surrogate";
}

TEST(AppendXml, KeepsLineBreaksThroughAParser) {
  EXPECT_EQ(escaped("a\nb\tc"), "a&#10;b&#9;c");
  EXPECT_EQ(escaped("a\r\n"), "a\uFFFD&#10;");
}

TEST(AppendNumber, HasTwoDecimalsAtMostAndNoTrailingZeros) {
  EXPECT_EQ(number(0), "0");
  EXPECT_EQ(number(-0.001), "0");
  EXPECT_EQ(number(12), "12");
  EXPECT_EQ(number(0.5), "0.5");
  EXPECT_EQ(number(-0.05), "-0.05");
  EXPECT_EQ(number(1.0 / 3), "0.33");
  EXPECT_EQ(number(1234567.899), "1234567.9");
}

TEST(AppendNumber, IsANumberWhateverItIsGiven) {
  EXPECT_EQ(number(std::numeric_limits<double>::quiet_NaN()), "0");
  EXPECT_EQ(number(std::numeric_limits<double>::infinity()), "0");
  EXPECT_EQ(number(1e300), "10000000000000");
}

TEST(XmlWriter, ClosesElementsInOrder) {
  XmlWriter xml;
  xml.open("a").attribute("b", "<\"").attribute("n", 1.5).open("c").close().text("x<y \"z\"");
  EXPECT_EQ(std::move(xml).finish(), "<a b=\"&lt;&quot;\" n=\"1.5\"><c/>x&lt;y \"z\"</a>\n");
}

TEST(XmlWriter, IsWellFormedForEveryCodePoint) {
  XmlWriter xml;
  xml.open("all");
  for (unsigned c = 0; c <= 0x10FFFF; ++c) {
    // By hand, so that surrogates come out as malformed as an author could write them.
    std::string bytes;
    if (c < 0x80) {
      bytes = static_cast<char>(c);
    } else {
      const unsigned length = c < 0x800 ? 2U : c < 0x10000 ? 3U : 4U;
      const unsigned lead = (0xF00U >> length) & 0xFFU;
      bytes += static_cast<char>(lead | (c >> (6 * (length - 1))));
      for (unsigned i = length - 1; i-- > 0;) {
        bytes += static_cast<char>(0x80U | ((c >> (6 * i)) & 0x3FU));
      }
    }
    if (c % 0x1000 == 0) xml.open("block");
    xml.text(bytes);
    if (c % 0x1000 == 0xFFF) xml.close();
  }
  std::string error;
  const auto root = testing::parse_xml(std::move(xml).finish(), error);
  EXPECT_EQ(error, "");
  EXPECT_EQ(root.children.size(), 0x110U);
}

}  // namespace
}  // namespace prereq
