#include "embed/html_comments.hpp"

#include <gmock/gmock.h>

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> comments(std::string_view html) {
  std::vector<std::string> inner;
  for (const HtmlComment& each : find_html_comments(html)) {
    EXPECT_EQ(html.substr(each.begin, 4), "<!--");
    EXPECT_EQ(each.inner.data(), html.data() + each.begin + 4);
    EXPECT_TRUE(each.closed ? html.substr(0, each.end).ends_with('>') : each.end == html.size());
    inner.push_back((each.closed ? "" : "open:") + std::string(each.inner));
  }
  return inner;
}

TEST(HtmlComments, EndWhereBrowsersEndThem) {
  EXPECT_THAT(comments("<!--a--><!-- b --!>c<!--d--e---><!--f\n-->"),
              ElementsAre("a", " b ", "d--e-", "f\n"));
  EXPECT_THAT(comments("<!--><!---><!----><!--a-->"), ElementsAre("", "a"));
  EXPECT_THAT(comments("<!--a-- >b<!--c"), ElementsAre("open:a-- >b<!--c"));
}

TEST(HtmlComments, AreNotInTags) {
  EXPECT_THAT(comments("<a title=\"<!--a-->\" b='<!--b-->'>x</a><!--c-->"), ElementsAre("c"));
  EXPECT_THAT(comments("<a b=<!--a-->"), IsEmpty());
  EXPECT_THAT(comments("<a it's><!--a--></a><i title = '>'><!--b-->"), ElementsAre("a", "b"));
  EXPECT_THAT(comments("a < b <!--a--> <1 <!--b-->"), ElementsAre("a", "b"));
  EXPECT_THAT(comments("<!DOCTYPE html <!--a--> <?x <!--b--> <!--c-->"), ElementsAre("c"));
}

TEST(HtmlComments, AreNotInElementsOfText) {
  for (const std::string name : {"script", "STYLE", "textarea", "title", "xmp", "iframe"}) {
    EXPECT_THAT(comments("<" + name + " a=b><!--a--></x></" + name + "x></" + name + " >"),
                IsEmpty());
    EXPECT_THAT(comments("<" + name + "><!--a--></" + name + "><!--b-->"), ElementsAre("b"));
  }
  EXPECT_THAT(comments("<plaintext><!--a--></plaintext><!--b-->"), ElementsAre("b"));
  EXPECT_THAT(comments("<script><!--a-->"), IsEmpty());
}

TEST(HtmlComments, AreShownInPre) {
  EXPECT_THAT(comments("<pre><code><!--a--></code></pre><!--b-->"), ElementsAre("b"));
  EXPECT_THAT(comments("<prefix><!--a-->"), ElementsAre("a"));
}

TEST(HtmlComments, ArePastEmptyElementsOfADrawing) {
  EXPECT_THAT(comments("<svg><style/><title/><!--a--></svg><!--b-->"), ElementsAre("a", "b"));
  EXPECT_THAT(comments("<svg><![CDATA[ > <!--a--> ]]><!--b--></svg>"), ElementsAre("b"));
  EXPECT_THAT(comments("<style/><!--a-->"), IsEmpty());
}

}  // namespace
}  // namespace prereq
