#include "read/url.hpp"

#include <gtest/gtest.h>

#include "support/url_lists.hpp"

namespace prereq {
namespace {

TEST(Url, MayBeHttpMailtoOrRelative) {
  for (const char* url :
       {"", "https://example.org/a?b=c#d", "HTTP://EXAMPLE.ORG", "mailto:a@example.org", "a/b.md",
        "../up", "/root", "#fragment", "?q=a:b", "./a:b", "über/uns", "a%20b"}) {
    EXPECT_EQ(url_complaint(url), "") << url;
  }
}

TEST(Url, MayHaveNoOtherScheme) {
  EXPECT_EQ(url_complaint("javascript:alert(1)"),
            "expected an http, https, mailto or relative URL, found 'javascript:'");
  EXPECT_EQ(url_complaint("JavaScript:alert(1)"),
            "expected an http, https, mailto or relative URL, found 'javascript:'");
  for (const char* url : {"data:text/html,x", "file:///etc/passwd", "ftp://x", "c:\\x", "a:b"}) {
    EXPECT_NE(url_complaint(url), "") << url;
  }
}

TEST(Url, HidesNoSchemeBehindSpacesAndControls) {
  for (const char* url : {" javascript:x", "java\tscript:x", "java\nscript:x", "\x01javascript:x",
                          "https://a b", "https://a\u00A0b", "https://a\u2028b", "x\u0085"}) {
    EXPECT_NE(url_complaint(url), "") << url;
  }
}

TEST(Url, LeadsNowhereElseInAnyDisguise) {
  const auto urls = testing::hostile_urls();
  EXPECT_GE(urls.size(), 200U);
  for (const std::string& url : urls) {
    EXPECT_NE(url_complaint(url), "") << url;
    const std::string href = safe_href(url);  // with percent codes for blanks, which may be enough
    EXPECT_TRUE(href.empty() || href.starts_with("https://example.org/") || href.starts_with("/%"))
        << url;
  }
}

TEST(Url, MayLookOdd) {
  for (const std::string& url : testing::benign_urls()) {
    EXPECT_EQ(url_complaint(url), "") << url;
    EXPECT_EQ(safe_href(url), url);
  }
}

TEST(Url, IsShownBesideTheSchemeThatItHides) {
  EXPECT_EQ(url_complaint("javascript&#58;alert(1)"),
            "expected an http, https, mailto or relative URL, found 'javascript:', written as "
            "'javascript&#58;alert(1)'");
  EXPECT_EQ(url_complaint("//example.org/x"),
            "expected an http, https, mailto or relative URL, found '//example.org', which leads "
            "to another host: write 'https:' before it");
  EXPECT_EQ(url_complaint("https://example.org/\u200b"),
            "expected a URL, found U+200B in it, which cannot be seen or is no text");
  EXPECT_EQ(url_complaint("docs\\a.md"), "expected a URL, found '\\' in it: write '/' or '%5C'");
}

// No reader undoes percent codes before it looks for a scheme, so only what would run is refused.
TEST(Url, MayHaveAColonInTheNameOfAFile) {
  EXPECT_EQ(url_complaint("Chapter%201%3A%20Intro.md"), "");
  EXPECT_NE(url_complaint("javascript%3Aalert(1)"), "");
}

TEST(Url, IsJudgedInTimeThatGrowsWithItsLength) {
  std::string url;
  for (int i = 0; i < 100'000; ++i) url += "&amp;";
  EXPECT_EQ(url_complaint(url), "");
  std::string nested = "&";
  for (int i = 0; i < 100; ++i) nested += "amp;";
  EXPECT_EQ(url_complaint(nested + "colon;"),
            "expected a URL, found one that is encoded again and again");
}

TEST(SafeHref, WritesBlanksAsPercentCodes) {
  EXPECT_EQ(safe_href("my notes.md"), "my%20notes.md");
  EXPECT_EQ(safe_href("https://example.org/a?b=1&c=2#d"), "https://example.org/a?b=1&c=2#d");
}

TEST(RelativeUrl, HidesNoSchemeWhenItIsPutTogether) {
  EXPECT_EQ(as_relative_url("a/b.md"), "a/b.md");
  EXPECT_EQ(as_relative_url("javascript:alert(1)"), "./javascript:alert(1)");
  EXPECT_EQ(as_relative_url("javascript&#58;alert(1)"), "./javascript&#58;alert(1)");
}

}  // namespace
}  // namespace prereq
