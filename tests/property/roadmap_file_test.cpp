// A roadmap that is written and read back is the same, whatever it says.
#include "prereq/roadmap_file.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "prereq/check.hpp"
#include "prereq/read.hpp"
#include "support/random_roadmap.hpp"
#include "support/roadmap_description.hpp"

namespace prereq {
namespace {

using testing::described;
using testing::Random;
using testing::TopicOrder;

struct Written {
  std::string text;
  Roadmap roadmap;
  std::string problems;
};

Written read_back(std::string text) {
  Sources sources;
  const FileId file = sources.add("written.yaml", text);
  Diagnostics diagnostics;
  Roadmap roadmap = read_roadmap(sources, file, diagnostics);
  std::string problems;
  for (const Diagnostic& each : diagnostics.items()) {
    problems +=
        fmt::format("{}:{}: {}\n", each.span.begin.line, each.span.begin.column, each.message);
  }
  return {std::move(text), std::move(roadmap), std::move(problems)};
}

void expect_json_says_the_same(const Roadmap& roadmap) {
  const Written json = read_back(roadmap_json(roadmap));
  EXPECT_EQ(json.problems, "") << json.text;
  EXPECT_EQ(described(json.roadmap), described(roadmap)) << json.text;
  EXPECT_EQ(roadmap_json(json.roadmap), json.text);
  EXPECT_EQ(nlohmann::json::parse(json.text)["version"], 1);
}

// Topics come to stand by section, and stay so.
void expect_yaml_says_the_same(const Roadmap& roadmap) {
  const Written yaml = read_back(roadmap_yaml(roadmap));
  EXPECT_EQ(yaml.problems, "") << yaml.text;
  EXPECT_EQ(described(yaml.roadmap, TopicOrder::by_id), described(roadmap, TopicOrder::by_id))
      << yaml.text;
  EXPECT_EQ(roadmap_yaml(yaml.roadmap), yaml.text);
}

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Roadmap files and pages of the repository that have no errors.
std::vector<std::filesystem::path> files_in(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(PREREQ_SOURCE_DIR "/" + folder)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

TEST(RoadmapFile, OfEveryFileInTheRepositoryReadsBackTheSame) {
  std::size_t tried = 0;
  for (const std::string folder : {"graphs", "tests/suite", "examples/first-roadmap"}) {
    for (const auto& file : files_in(folder)) {
      Sources sources;
      const FileId added = sources.add(file.string(), content_of(file));
      Diagnostics diagnostics;
      const Roadmap roadmap = read_roadmap(sources, added, diagnostics);
      if (diagnostics.has_errors()) continue;
      SCOPED_TRACE(file.filename());
      ++tried;
      expect_json_says_the_same(roadmap);
      expect_yaml_says_the_same(roadmap);
    }
  }
  EXPECT_GT(tried, 12U);
}

TEST(RoadmapFile, KeepsTheOrderOfTopicsThatStandBySection) {
  for (const std::string name : {"self-study.yaml", "turbo.yaml"}) {
    const Written original = read_back(content_of(PREREQ_SOURCE_DIR "/graphs/" + name));
    const Written yaml = read_back(roadmap_yaml(original.roadmap));
    EXPECT_EQ(described(yaml.roadmap), described(original.roadmap)) << name;
  }
}

// Texts that mean something else in YAML, JSON or a resource's line.
const std::vector<std::string> hostile = {
    "plain",
    "two words",
    "- dash",
    "-",
    "---",
    "...",
    "# comment",
    "text # comment",
    "c#",
    "key: value",
    "ends with:",
    ": begins so",
    "a:b",
    "https://example.org/a?b=c#d",
    "{flow}",
    "[list, of]",
    "a, b",
    "? question",
    "&anchor",
    "*alias",
    "!tag",
    "| literal",
    "> folded",
    "'single'",
    "\"double\"",
    "it's",
    "a \"quoted\" word and a \\ backslash",
    "both ' and \"",
    "%directive",
    "@at `tick`",
    "null",
    "~",
    "True",
    "no",
    "12",
    "1e3",
    "1_000",
    "12:30",
    "2026-01-01",
    "0x1f",
    ".5",
    ".inf",
    "<<",
    "=",
    " leading",
    "trailing ",
    "a  b",
    "tab\there",
    "two\nlines",
    "ends in a break\n",
    "\nbegins with one",
    "three\n\n\nparagraphs\n- list\n# no comment\n  indented\n---",
    "blanks at \nthe end of a line",
    "carriage\r\nreturn",
    "nul\x01 bell\a escape\x1B delete\x7F",
    "next\u0085line",
    "line\u2028separator\u2029s",
    "\uFEFFmark",
    "right\u202Eto left",
    "nonchar\uFFFE\uFFFF",
    "größe 数学 𝔘 👩‍🔬 e\u0301",
    "]]> & <b> &amp;",
    "[Title by Maker](https://example.org) (free)",
    "Title by Maker",
    "ends ) (free",
    "(free)",
    "Book (paid)",
    "week 3",
    "\\[escaped\\]",
    "${X} $(x) `x` %s",
};

class RandomTexts {
 public:
  explicit RandomTexts(std::uint64_t seed) : random_(seed) {}
  Random& random() { return random_; }

  // Also empty.
  std::string text() {
    const auto kind = random_.below(10);
    if (kind < 4) return "";
    if (kind < 8) return hostile[random_.below(static_cast<std::uint32_t>(hostile.size()))];
    if (kind == 8) return std::string(500, 'w');
    std::string text;
    for (std::uint32_t i = 0; i < 40 + random_.below(60); ++i) {
      text += (i == 0 ? "" : " ") + hostile[random_.below(12)];
    }
    return text.size() < 900 ? text : text.substr(0, 900);
  }

  std::string quoted(const std::string& text) { return nlohmann::json(text).dump(-1, ' ', true); }

  // A field with a random text, or nothing.
  std::string field(const std::string& name) {
    const std::string value = text();
    return value.empty() ? "" : fmt::format("\"{}\": {}, ", name, quoted(value));
  }

  // A field with one of these, or nothing.
  std::string one_of(const std::string& name, const std::vector<std::string>& values) {
    if (random_.chance(50)) return "";
    return fmt::format("\"{}\": \"{}\", ", name,
                       values[random_.below(static_cast<std::uint32_t>(values.size()))]);
  }

  std::string hours() {
    return one_of("hours", {"0", "1", "1.5", "0.01", "20min", "7min", "90min", "30-50", "0.5-1.25",
                            "10-20min", "0.01h-7min", "7min-1.25h", "0-1000000"});
  }

  std::string resources() {
    std::string list;
    for (std::uint32_t i = random_.below(4); i > 0; --i) {
      const std::string urls[] = {"https://example.org/a_(b)", "https://x.example/?q=1,2#f",
                                  "relative/page.html", "mailto:a@b.example",
                                  "https://x.example/)"};
      std::string one = field("title");
      one += field("by") + field("part") + field("note") + hours();
      one += one_of("cost", {"free", "paid"});
      one += one_of("type", {"course", "video", "newsletter"});
      list += fmt::format("{{{} \"url\": {}}}, ", one, quoted(urls[random_.below(5)]));
    }
    return list.empty() ? "" : fmt::format("\"resources\": [{}], ", without_comma(list));
  }

  static std::string without_comma(std::string list) {
    if (list.ends_with(", ")) list.resize(list.size() - 2);
    return list;
  }

 private:
  Random random_;
};

// As the text of a file, so that what the reader makes of it is what is written.
class RandomFile {
 public:
  explicit RandomFile(std::uint64_t seed) : texts_(seed) {}

  std::string text() {
    topics_ = 1 + texts_.random().below(7);
    std::string file = texts_.field("title") + texts_.field("description") + texts_.field("note");
    file += texts_.one_of("base", {"https://example.org/"});
    if (texts_.random().chance(30))
      file += R"("defaults": {"cost": "free", "level": "optional"}, )";
    if (texts_.random().chance(30)) file += R"("allow": {"isolated-topic": "yes: # no"}, )";
    // One to require, and one of links alone, which may be the only topic that it stands for.
    const std::string core = R"("core": {"topics": {"c0": {"level": "core"}, )"
                             R"("c1": {"level": "core", "requires": ["section:core"]}}}, )"
                             R"("links": {"resources": [{"url": "https://l.example"}]})";
    const std::string others = sections(2);
    file += fmt::format("\"sections\": {{{}}}, ",
                        texts_.random().chance(50) ? others + (others.empty() ? "" : ", ") + core
                                                   : core + (others.empty() ? "" : ", ") + others);
    file += fmt::format("\"topics\": {{{}}}, ", topics(topics_));
    file += fmt::format("\"goals\": {{\"g\": {{{} \"requires\": [{}]}}}}, ", texts_.field("title"),
                        entries(2));
    return "{" + RandomTexts::without_comma(file + texts_.resources()) + "}";
  }

 private:
  std::string sections(std::uint32_t depth) {
    std::string all;
    for (std::uint32_t i = texts_.random().below(3); i > 0; --i) {
      std::string one = texts_.field("title") + texts_.field("note") + texts_.resources();
      if (texts_.random().chance(30)) one += fmt::format("\"requires\": [{}], ", entries(2));
      if (texts_.random().chance(30)) {
        one += R"("recommends": ["t0", {"topic": "section:core", "because": "x"}], )";
      }
      if (depth > 0) one += fmt::format("\"sections\": {{{}}}, ", sections(depth - 1));
      one += fmt::format("\"topics\": {{{}}}", topics(texts_.random().below(3)));
      all += fmt::format("\"s{}\": {{{}}}, ", next_section_++, one);
    }
    return RandomTexts::without_comma(all);
  }

  std::string topics(std::uint32_t count) {
    std::string all;
    for (; count > 0; --count) {
      std::string one = texts_.field("title") + texts_.field("description") + texts_.field("note");
      one += texts_.hours() + texts_.one_of("level", {"core", "optional", "assumed"});
      one += texts_.one_of("choose", {"one", "all"}) + texts_.resources();
      one += fmt::format("\"requires\": [{}], ", entries(2));
      if (texts_.random().chance(30)) {
        one += R"("recommends": [{"topic": "t0", "because": "it: helps"}], )";
      }
      if (texts_.random().chance(20)) {
        one += R"("corequisites": ["t0", "section:core", "c0", "section:core"], )";
      }
      if (texts_.random().chance(20)) one += R"("allow": {"redundant-prerequisite": "- so"}, )";
      one += fmt::format("\"aliases\": [\"also-{}\", \"#{}\"]", next_topic_, next_topic_);
      all += fmt::format("\"t{}\": {{{}}}, ", next_topic_++, one);
    }
    return RandomTexts::without_comma(all);
  }

  std::string entries(std::uint32_t depth) {
    std::string all;
    for (std::uint32_t i = texts_.random().below(depth == 2 ? 8 : 4); i > 0; --i) {
      const std::string because = texts_.field("because");
      const std::string group = depth == 0 ? "\"t0\"" : "\"also-0\", " + entries(depth - 1);
      const std::string inside = RandomTexts::without_comma(group);
      switch (texts_.random().below(8)) {
        case 0: all += fmt::format("{{{} \"any\": [{}]}}, ", because, inside); break;
        case 1: all += fmt::format("{{{} \"all\": [{}]}}, ", because, inside); break;
        case 2:
          all += fmt::format("{{{} \"at-least\": 1, \"of\": [{}]}}, ", because, inside);
          break;
        case 3: all += fmt::format("{{{} \"topic\": \"section:core\"}}, ", because); break;
        case 4: all += "\"section:links\", "; break;
        default: all += fmt::format("{{{} \"topic\": \"t0\"}}, ", because);
      }
    }
    return RandomTexts::without_comma(all);
  }

  RandomTexts texts_;
  std::uint32_t topics_ = 0;
  std::uint32_t next_topic_ = 0;
  std::uint32_t next_section_ = 0;
};

TEST(RoadmapFile, OfRandomRoadmapsReadsBackTheSame) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    const Written random = read_back(RandomFile(seed).text());
    ASSERT_EQ(random.problems, "") << random.text;
    expect_json_says_the_same(random.roadmap);
    expect_yaml_says_the_same(random.roadmap);
    if (::testing::Test::HasFailure()) break;
  }
}

TEST(RoadmapFile, HoldsEveryHostileTextInEveryPlace) {
  for (const std::string& text : hostile) {
    SCOPED_TRACE(text);
    const std::string quoted = nlohmann::json(text).dump(-1, ' ', true);
    const std::string file = fmt::format(
        "{{\"title\": {0}, \"description\": {0}, \"sections\": {{\"s\": {{\"title\": {0}, "
        "\"topics\": {{\"a\": {{\"title\": {0}, \"note\": {0}, \"allow\": {{\"isolated-topic\": "
        "{0}}}, \"resources\": [{{\"title\": {0}, \"by\": {0}, \"part\": {0}, \"note\": {0}}}]}}, "
        "\"b\": {{\"requires\": [{{\"topic\": \"a\", \"because\": {0}}}]}}}}}}}}}}",
        quoted);
    const Written original = read_back(file);
    ASSERT_EQ(original.problems, "") << file;
    expect_json_says_the_same(original.roadmap);
    expect_yaml_says_the_same(original.roadmap);
  }
}

// As a key, as an entry of a list in brackets, and as one of a list of lines.
TEST(RoadmapFile, HoldsEveryIdThatThereCanBe) {
  for (const std::string id :
       {"-",    "---", "#",    "c#", "a:b", "a:", ":a", "{",     "}",    "[a]",   "?",
        "&a",   "*a",  "!",    "|",  ">",   "'",  "\"", "\\",    "%",    "@",     "`",
        "null", "~",   "true", "12", "1.5", "<<", "=",  "größe", "数学", "x-own", "👩‍🔬"}) {
    SCOPED_TRACE(id);
    const std::string quoted = nlohmann::json(id).dump(-1, ' ', true);
    std::string names;
    for (int i = 0; i < 40; ++i) names += fmt::format("\"filler-{}\": {{}}, ", i);
    std::string needs = quoted;
    for (int i = 0; i < 40; ++i) needs += fmt::format(", \"filler-{}\"", i);
    const Written original = read_back(
        fmt::format("{{\"topics\": {{{0}: {{\"hours\": 1}}, {1}\"few\": {{\"requires\": [{0}]}}, "
                    "\"many\": {{\"requires\": [{2}]}}}}}}",
                    quoted, names, needs));
    ASSERT_EQ(original.problems, "") << original.text;
    expect_json_says_the_same(original.roadmap);
    expect_yaml_says_the_same(original.roadmap);
  }
}

}  // namespace
}  // namespace prereq
