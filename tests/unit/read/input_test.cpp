#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "prereq/read.hpp"
#include "prereq/report.hpp"
#include "prereq/roadmap_file.hpp"

namespace prereq {
namespace {

using namespace std::string_literals;
using ::testing::AnyOf;
using ::testing::ElementsAre;

TEST(Input, ByteOrderMarkIsNoPartOfTheTextInAnyFormat) {
  const std::vector<std::pair<std::string, std::string>> files = {
      {"a.yaml", "topics: {x: {title: X}}\n"},
      {"a.md", "- X\n"},
      {"a.csv", "id,title\nx,X\n"},
      {"b.csv", "Curriculum,C\nCourses\nCourse ID,Course Name,Prefix,Number\n1,X,x,\n"},
  };
  for (const auto& [name, text] : files) {
    const auto places = [&file = name](const std::string& contents) {
      Sources sources;
      Diagnostics diagnostics;
      const Roadmap roadmap = read_roadmap(sources, sources.add(file, contents), diagnostics);
      EXPECT_TRUE(diagnostics.empty()) << file;
      std::vector<Position> found;
      for (const Topic& topic : roadmap.topics()) found.push_back(topic.span.begin);
      return found;
    };
    EXPECT_EQ(places(text).size(), 1U) << name;
    EXPECT_EQ(places("\xEF\xBB\xBF" + text), places(text)) << name;
  }
}

TEST(Input, RoadmapsOutliveTheSources) {
  Diagnostics diagnostics;
  const Roadmap roadmap = [&] {
    Sources sources;
    const std::vector<FileId> files = {
        sources.add("a.yaml", "topics: {first: {title: A title that is long, note: 'It''s so'}}\n"),
        sources.add("b.yaml",
                    "topics: {second: {requires: [first], title: Ebenfalls für später}}\n")};
    return read_roadmap(sources, files, diagnostics);
  }();
  ASSERT_EQ(roadmap.topics().size(), 2U);
  EXPECT_EQ(roadmap.topics()[0].title, "A title that is long");
  EXPECT_EQ(roadmap.topics()[0].note, "It's so");
  EXPECT_EQ(roadmap.topics()[1].title, "Ebenfalls für später");
  EXPECT_EQ(roadmap.requirements()[0].name, "first");
}

// Found by fuzzing: `import` made files that cannot be read.
TEST(Input, TextsThatAreLongerThanAFileHoldsAreCutInAnyFormat) {
  const std::string label(1001, 'y');
  const std::string text(100001, 'x');
  // DOT has no string of that length, but joins what it has.
  const std::string joined = "\"" + text.substr(9) + "\" + \"" + text.substr(0, 9) + "\"";
  const std::vector<std::pair<std::string, std::string>> files = {
      {"a.md", "# " + label + "\n\n## " + label + "\n\n- **" + label + "**: " + text +
                   "\n- [A](https://a.example) by " + label + "\n"},
      {"a.csv", "id,title,description,note,section\na," + label + "," + text + "," + text + "," +
                    label + "\n"},
      {"b.csv", "Curriculum," + label + "\nCourses\nCourse ID,Course Name,Prefix,Number\n1," +
                    label + ",x,\n"},
      {"a.dot", "digraph { label=\"" + label + "\" tooltip=" + joined + "; a [label=\"" + label +
                    "\" tooltip=" + joined + "] \"" + label + "\"; a -> b [label=" + joined +
                    "] subgraph cluster_1 { label=\"" + label + "\"; c [URL=\"x:\" + " + joined +
                    "] } }"},
  };
  for (const auto& [name, contents] : files) {
    SCOPED_TRACE(name);
    Sources sources;
    Diagnostics diagnostics;
    ReadNotes notes;
    ReadOptions options;
    options.notes = &notes;
    const Roadmap roadmap =
        read_roadmap(sources, sources.add(name, contents), diagnostics, options);
    EXPECT_GE(notes.left_out.size(), 2U);
    EXPECT_TRUE(std::ranges::is_sorted(notes.left_out, {}, &ReadNotes::LeftOut::span));
    for (const ReadNotes::LeftOut& left : notes.left_out)
      EXPECT_LT(left.what.size(), 120U) << left.what;
    read_roadmap(sources, sources.add("again.yaml", roadmap_yaml(roadmap)), diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << format_short(diagnostics, sources).substr(0, 200);
  }
}

TEST(Input, TextThatIsNotUtf8IsRefusedAtItsFirstSuchByte) {
  Sources sources;
  Diagnostics diagnostics;
  read_roadmap(sources, sources.add("a.md", "- é\n- é\xFF\n"), diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  const Diagnostic& found = diagnostics.items().front();
  EXPECT_EQ(found.message, "expected UTF-8, found the byte 0xFF");
  EXPECT_EQ(found.span.begin, (Position{2, 4}));
  EXPECT_EQ(found.span.end, (Position{2, 5}));
}

std::vector<std::string> complaints(const std::string& name, std::string text) {
  Sources sources;
  Diagnostics diagnostics;
  read_roadmap(sources, sources.add(name, std::move(text)), diagnostics);
  std::vector<std::string> lines;
  for (const Diagnostic& d : diagnostics.items()) {
    lines.push_back(std::to_string(d.span.begin.line) + ":" + std::to_string(d.span.begin.column) +
                    " " + d.message);
  }
  return lines;
}

TEST(Input, Utf16IsCalledByItsNameInAnyFormat) {
  for (const std::string name : {"a.yaml", "a.md", "a.csv", "a.dot"}) {
    EXPECT_THAT(complaints(name, "\xFF\xFEi\0d\0"s),
                ElementsAre("1:1 expected UTF-8, found UTF-16: save the file as UTF-8"))
        << name;
  }
}

// It became part of a title, or ended a name, so that different ones were the same.
TEST(Input, ANulCharacterIsRefusedInAnyFormat) {
  const std::vector<std::pair<std::string, std::string>> files = {
      {"a.yaml", "topics:\n  a\0: {}\n"s},
      {"a.md", "- A\n- A\0B\xFF\n"s},
      {"a.csv", "id\na,b\0\n"s},
      {"a.dot", "digraph {\n \"a\0x\" -> \"a\0y\" }"s},
      {"b.csv", "Curriculum,C\nB\0\nCourses\nCourse ID,Course Name\n1,X\n"s},
  };
  for (const auto& [name, text] : files) {
    EXPECT_THAT(complaints(name, text),
                ElementsAre(AnyOf("2:4 the character U+0000 is not allowed in a roadmap file",
                                  "2:2 the character U+0000 is not allowed in a roadmap file")))
        << name;
  }
}

// Editors and keyboards write "é" as one character or as two.
TEST(Input, ComposedAndDecomposedNamesAreTheSameInEveryFormat) {
  const std::vector<std::pair<std::string, std::string>> files = {
      {"a.yaml", "topics: {cafe\u0301: {}, b: {requires: [caf\u00e9]}}\n"},
      {"a.md", "- Cafe\u0301\n- B (requires Caf\u00e9)\n"},
      {"a.dot", "digraph { \"cafe\u0301\" -> b; \"caf\u00e9\" -> c }\n"},
      {"a.csv", "prerequisite,topic\ncafe\u0301,b\ncaf\u00e9,c\n"},
      {"b.csv", "id,requires\ncafe\u0301,\nb,caf\u00e9\n"},
  };
  for (const auto& [name, text] : files) {
    Sources sources;
    Diagnostics diagnostics;
    const Roadmap roadmap = read_roadmap(sources, sources.add(name, text), diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << name << diagnostics.items().front().message;
    const auto cafe = roadmap.find_topic("caf\u00e9");
    ASSERT_TRUE(cafe) << name;
    EXPECT_EQ(roadmap.find_topic("cafe\u0301"), cafe) << name;
    for (const Topic& topic : roadmap.topics()) {
      if (topic.id.starts_with("caf")) continue;
      ASSERT_EQ(topic.requirements.size() + topic.recommendations.size(), 1U) << name;
      EXPECT_EQ(roadmap.requirements(topic.requirements).front().topic, *cafe) << name;
    }
  }
}

TEST(Input, FilesThatComposeNamesDifferentlyAreMergedUnderTheFirstSpelling) {
  Sources sources;
  Diagnostics diagnostics;
  const std::vector<FileId> files = {
      sources.add("a.yaml", "topics: {b: {section: E\u0301te\u0301}, cafe\u0301: {hours: 2}}\n"),
      sources.add("b.yaml",
                  "sections: {\u00c9t\u00e9: {}}\ntopics: {caf\u00e9: {title: Coffee}}\n")};
  const Roadmap roadmap = read_roadmap(sources, files, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  ASSERT_EQ(roadmap.topics().size(), 2U);
  EXPECT_EQ(roadmap.topics()[1].id, "cafe\u0301");
  EXPECT_EQ(roadmap.topics()[1].title, "Coffee");
  EXPECT_EQ(roadmap.topics()[0].section, 0U);
}

}  // namespace
}  // namespace prereq
