// Pages made at random of what is hard about them: nothing outside of markers ever changes.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "unit/embed/page_markers.hpp"
#include "write/page_markup.hpp"

namespace prereq {
namespace {

using testing::markers_of;
using testing::PageMarkers;

constexpr std::array<std::string_view, 63> pieces = {
    "<!-- prereq goals a -->\n",
    "<!-- /prereq -->\n",
    "\n<!-- prereq goals a -->\nold\n\n<!-- /prereq -->\n",
    "<!-- prereq next 'a b' -->\r\nold\r\n<!-- /prereq -->\r\n",
    "  <!-- prereq render a\n -o b.svg -->\n  <svg>\n  </svg>\n  <!-- /prereq -->\n",
    "<!-- prereq 'a -->\n",
    "<!-- prereq",
    "<!--",
    "-->",
    "--\\>",
    "<!-->",
    "```\n",
    "~~~\r\n",
    "`",
    "    ",
    "\t",
    "- ",
    "> ",
    "1. ",
    "text ",
    "größe 深\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "<pre>",
    "</pre>\n",
    "<script>",
    "</script>",
    "<svg>",
    "</svg>\n",
    "<a title=\"",
    "\">",
    "| a | b |\n|---|---|\n",
    "\xEF\xBB\xBF",
    "\xFF",
    "<div>\n",
    "</div>\n\n",
    "'",
    "\\",
    ".. prereq goals a\n",
    ".. /prereq\n",
    "\n.. prereq goals a\n\nold\n\n.. /prereq\n\n",
    "\n  .. prereq render a\n     -o b.svg\n\n  .. /prereq\n\n",
    "code::\n\n",
    ".. code-block:: sh\n\n",
    "..\n",
    "{/* prereq goals a */}\n",
    "{/* /prereq */}\n",
    "\n{/* prereq render a\n -o b.svg */}\n\nold\n\n{/* /prereq */}\n\n",
    "{",
    "}",
    "*/",
    "export const a = {\n",
    "<A b={`",
    "`} />\n",
    "// prereq goals a\n",
    "// /prereq\n",
    "\n// prereq next 'a b'\r\n\r\nold\r\n\r\n// /prereq\r\n\r\n",
    "----\n",
    "====\n",
    "|===\n",
    "[source]\n",
};

class RandomPages {
 public:
  explicit RandomPages(unsigned seed) : random_(seed) {}

  std::string next() {
    std::string page;
    for (std::size_t left = below(30); left > 0; --left) page += pieces[below(pieces.size())];
    if (below(8) == 0) page += '\0';
    return page;
  }
  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
  }

 private:
  std::mt19937 random_;
};

constexpr std::array<std::string_view, 5> new_contents = {
    "", "one\n", "\n- [ ] two\n\n", "<div>\n<svg>\n<style>a</style></svg>\n</div>\n",
    "\n| a |\n| --- |\n| b&#124; |\n\n"};

// The page with contents written by hand between what is outside of them.
std::string expected(const std::string& page, const std::vector<Marker>& markers,
                     const std::vector<std::optional<std::string>>& contents) {
  std::string result;
  std::size_t at = 0;
  for (std::size_t i = 0; i < markers.size(); ++i) {
    EXPECT_LE(at, markers[i].content_begin);
    EXPECT_LE(markers[i].content_begin, markers[i].content_end);
    result +=
        page.substr(at, markers[i].content_begin - at) + content_lines(markers[i], *contents[i]);
    at = markers[i].content_end;
  }
  return result + page.substr(at);
}

bool same_markers(const PageMarkers& one, const PageMarkers& other) {
  return std::equal(one.markers.begin(), one.markers.end(), other.markers.begin(),
                    other.markers.end(),
                    [](const Marker& a, const Marker& b) { return a.words == b.words; });
}

TEST(RandomPage, KeepsEveryByteOutsideOfMarkersAndIsStableWhenWrittenAgain) {
  RandomPages random(20270104);
  std::size_t rewritten = 0;
  std::size_t unlike = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::string page = random.next();
    const PageFormat format = all_page_formats[random.below(all_page_formats.size())];
    const PageMarkers found = markers_of(page, format);
    std::vector<std::optional<std::string>> contents;
    for (std::size_t i = 0; i < found.markers.size(); ++i) {
      const std::string content(new_contents[random.below(new_contents.size())]);
      const bool is_apart = markup_of(format).pictures_stand_apart();
      contents.emplace_back(is_apart ? "\n" + content + "\n" : content);
    }
    const std::string after = replace_contents(page, found.markers, contents);
    ASSERT_EQ(after, expected(page, found.markers, contents));
    if (!found.problems.empty() || found.markers.empty()) continue;
    ++rewritten;
    const PageMarkers again = markers_of(after, format);
    if (!again.problems.empty() || !same_markers(found, again)) {
      ++unlike;  // a tag left open before a marker, say: such pages are refused
      continue;
    }
    ASSERT_EQ(replace_contents(after, again.markers, contents), after);
  }
  EXPECT_GT(rewritten, 500U);
  EXPECT_LT(unlike * 20, rewritten);
}

TEST(RandomPage, OfAnyBytesIsReadWithoutHarm) {
  RandomPages random(7);
  for (int round = 0; round < 5000; ++round) {
    std::string page = random.next();
    for (char& c : page) {
      if (random.below(20) == 0) c = static_cast<char>(random.below(256));
    }
    for (const PageFormat format : all_page_formats) {
      const PageMarkers found = markers_of(page, format);
      const std::vector<std::optional<std::string>> none(found.markers.size());
      ASSERT_EQ(replace_contents(page, found.markers, none), page);
      for (const Marker& marker : found.markers) ASSERT_FALSE(marker.words.empty());
    }
  }
}

}  // namespace
}  // namespace prereq
