#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "prereq/read.hpp"

namespace prereq {
namespace {

TEST(Input, ByteOrderMarkIsNoPartOfTheTextInAnyFormat) {
  const std::vector<std::pair<std::string, std::string>> files = {
      {"a.yaml", "topics: {x: {title: X}}\n"},
      {"a.md", "- X\n"},
      {"a.csv", "id,title\nx,X\n"},
      {"b.csv", "Curriculum,C\nCourses\nCourse ID,Course Name,Prefix,Number\n1,X,x,\n"},
  };
  for (const auto& [name, text] : files) {
    const auto places = [&name = name](const std::string& contents) {
      Sources sources;
      Diagnostics diagnostics;
      const Roadmap roadmap = read_roadmap(sources, sources.add(name, contents), diagnostics);
      EXPECT_TRUE(diagnostics.empty()) << name;
      std::vector<Position> found;
      for (const Topic& topic : roadmap.topics()) found.push_back(topic.span.begin);
      return found;
    };
    EXPECT_EQ(places(text).size(), 1U) << name;
    EXPECT_EQ(places("\xEF\xBB\xBF" + text), places(text)) << name;
  }
}

TEST(Input, TextThatIsNotUtf8IsRefusedAtItsFirstSuchByte) {
  Sources sources;
  Diagnostics diagnostics;
  read_roadmap(sources, sources.add("a.md", "- é\n- é\xFF\n"), diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  const Diagnostic& found = diagnostics.items().front();
  EXPECT_EQ(found.message, "expected UTF-8, found a byte that is not part of it");
  EXPECT_EQ(found.span.begin, (Position{2, 4}));
  EXPECT_EQ(found.span.end, (Position{2, 5}));
}

}  // namespace
}  // namespace prereq
