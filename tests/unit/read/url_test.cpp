#include "read/url.hpp"

#include <gtest/gtest.h>

namespace prereq {
namespace {

TEST(Url, MayBeHttpMailtoOrRelative) {
  for (const char* url :
       {"", "https://example.org/a?b=c#d", "HTTP://EXAMPLE.ORG", "mailto:a@example.org", "a/b.md",
        "../up", "/root", "//host/x", "#fragment", "?q=a:b", "./a:b", "über/uns", "a%20b"}) {
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

}  // namespace
}  // namespace prereq
