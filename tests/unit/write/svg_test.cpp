#include "prereq/svg.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <clocale>
#include <set>
#include <string>
#include <vector>

#include "sample_drawing.hpp"
#include "support/xml_document.hpp"

namespace prereq {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::parse_xml;
using testing::sample_drawing;
using testing::sample_drawing_with;
using ::testing::StartsWith;
using testing::XmlElement;

std::string written(const SvgOptions& options = {}) {
  const auto sample = sample_drawing();
  return write_svg(sample.view, sample.drawing, options);
}

std::vector<const XmlElement*> with_class(const XmlElement& root, std::string_view name) {
  std::vector<const XmlElement*> result;
  for (const XmlElement* element : root.descendants()) {
    if (element->has_class(name)) result.push_back(element);
  }
  return result;
}

const XmlElement& by_id(const XmlElement& root, std::string_view id) {
  for (const XmlElement* element : root.descendants()) {
    if (element->attribute("id") == id) return *element;
  }
  ADD_FAILURE() << "no element '" << id << "'";
  return root;
}

TEST(WriteSvg, SaysInWordsWhatThePictureShows) {
  const XmlElement root = parse_xml(written());
  EXPECT_EQ(root.name, "svg");
  EXPECT_EQ(root.attribute("role"), "graphics-document");
  EXPECT_EQ(by_id(root, root.attribute("aria-labelledby")).text, "Ways to nets");
  EXPECT_EQ(by_id(root, root.attribute("aria-describedby")).text, "7 cards in 2 sections.");
  EXPECT_EQ(root.attribute("viewBox"), "0 0 400 300");
  EXPECT_EQ(root.attribute("width"), "400");
  EXPECT_EQ(root.attribute("height"), "300");
}

TEST(WriteSvg, NamesADrawingWithoutATitle) {
  const XmlElement root = parse_xml(write_svg({}, {}, {}));
  EXPECT_EQ(by_id(root, "prereq-title").text, "Roadmap");
}

TEST(WriteSvg, MakesATopicAddressableAndLinksIt) {
  const XmlElement root = parse_xml(written());
  const XmlElement& topic = by_id(root, "prereq-topic-c_23_");
  EXPECT_EQ(topic.attribute("class"), "topic s0");
  EXPECT_EQ(topic.attribute("data-topic"), "c#");
  EXPECT_EQ(topic.attribute("aria-label"), "Algebra, 4 h. Unlocks Ready.");
  ASSERT_EQ(topic.children.size(), 2U);
  EXPECT_EQ(topic.children[0].name, "title");
  EXPECT_EQ(topic.children[0].text, "Algebra\nAlgebra by A. Author (free)");
  EXPECT_EQ(topic.children[1].name, "a");
  EXPECT_EQ(topic.children[1].attribute("href"), "https://example.org/?a=1&b=2");
  EXPECT_EQ(topic.children[1].attribute("rel"), "noopener");
}

TEST(WriteSvg, SaysStatesInWordsToo) {
  const XmlElement root = parse_xml(written());
  EXPECT_EQ(by_id(root, "prereq-topic-logic").attribute("aria-label"), "Logic (optional)");
  EXPECT_TRUE(by_id(root, "prereq-topic-logic").has_class("optional"));
  EXPECT_EQ(by_id(root, "prereq-topic-nets").attribute("aria-label"), "Nets (assumed to be known)");
  EXPECT_EQ(with_class(root, "tick").size(), 2U) << "on the card and in the legend";
}

TEST(WriteSvg, MarksGoalsSectionsAndMilestones) {
  const XmlElement root = parse_xml(written());
  EXPECT_EQ(by_id(root, "prereq-goal-engineer").attribute("class"), "goal");
  EXPECT_EQ(by_id(root, "prereq-goal-engineer").attribute("data-goal"), "engineer");
  EXPECT_EQ(by_id(root, "prereq-section-math").attribute("class"), "section s0");
  EXPECT_EQ(by_id(root, "prereq-section-math").attribute("data-section"), "math");
  EXPECT_EQ(by_id(root, "prereq-section-math").attribute("aria-label"), "Mathematics, 8 h");
  EXPECT_EQ(by_id(root, "prereq-topic-ready").attribute("class"), "topic milestone s0");
}

TEST(WriteSvg, TellsASectionsLinksInTheTitleText) {
  const XmlElement root = parse_xml(written());
  const auto links = with_class(root, "links");
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links[0]->attribute("id"), "") << "not a topic";
  EXPECT_EQ(links[0]->attribute("aria-label"), "2 links in Mathematics");
  EXPECT_EQ(links[0]->children[0].text, "2 links\nOne by A\nTwo by B");
}

TEST(WriteSvg, DrawsEdgesWithTheirStyleEndsAndReason) {
  const XmlElement root = parse_xml(written());
  const auto edges = with_class(root, "edge");
  std::vector<std::string> described;
  for (const XmlElement* edge : edges) {
    if (edge->attributes.count("data-from") == 0) continue;  // in the legend
    described.push_back(edge->attribute("data-from") + " " + edge->attribute("class") + " " +
                        edge->attribute("data-to"));
  }
  EXPECT_THAT(described,
              ::testing::ElementsAre("c# edge requires ready", "logic edge recommends ready",
                                     "ready edge corequisite engineer", "nets edge any engineer/1",
                                     "engineer/1 edge any engineer"));
  ASSERT_EQ(edges[0]->children.size(), 1U);
  EXPECT_EQ(edges[0]->children[0].text, "vectors come first");
}

TEST(WriteSvg, LabelsEveryCardAndSection) {
  const XmlElement root = parse_xml(written());
  for (const XmlElement* element : root.descendants()) {
    if (element->attributes.count("role") == 0 || element == &root) continue;
    EXPECT_THAT(element->attribute("role"), StartsWith("graphics-"));
    EXPECT_NE(element->attribute("aria-label"), "") << element->attribute("id");
  }
  EXPECT_EQ(with_class(root, "junction")[0]->attribute("aria-hidden"), "true");
}

TEST(WriteSvg, StylesNothingOutsideTheDrawing) {
  SvgOptions options;
  options.id_prefix = "2 maps";
  const XmlElement root = parse_xml(written(options));
  EXPECT_EQ(root.attribute("id"), "_32__20_maps");
  std::size_t rules = 0;
  for (const XmlElement& style : root.children) {
    if (style.name != "style") continue;
    std::istringstream lines(style.text);
    for (std::string line; std::getline(lines, line);) {
      if (line.empty() || line == "}" || line == "@media (prefers-color-scheme:dark){") continue;
      EXPECT_THAT(line, StartsWith("#_32__20_maps"));
      EXPECT_THAT(line, Not(HasSubstr(",#"))) << "one selector a rule";
      ++rules;
    }
  }
  EXPECT_GT(rules, 50U);
}

// Rules may name what stands around the drawing, but they apply to its root alone.
TEST(WriteSvg, StylesNothingOutsideTheDrawingInAPage) {
  SvgOptions options;
  options.id_prefix = "2 maps";
  options.in_page = true;
  const XmlElement root = parse_xml(written(options));
  std::size_t switches = 0;
  for (const XmlElement& style : root.children) {
    if (style.name != "style") continue;
    std::istringstream lines(style.text);
    for (std::string line; std::getline(lines, line);) {
      if (line.empty()) continue;
      const std::string selector = line.substr(0, line.find('{'));
      EXPECT_THAT(selector, HasSubstr("#_32__20_maps"));
      EXPECT_THAT(selector, Not(HasSubstr(","))) << "one selector a rule";
      EXPECT_THAT(line, Not(HasSubstr("var(")));
      if (selector.starts_with("#")) continue;
      ++switches;
      EXPECT_TRUE(selector.ends_with(" #_32__20_maps")) << selector;
      EXPECT_THAT(line, HasSubstr("{color-scheme:"));
    }
  }
  EXPECT_EQ(switches, 7U);
}

TEST(WriteSvg, IsLightInAPageForWhoDoesNotKnowLightDark) {
  SvgOptions options;
  options.in_page = true;
  const std::string page = written(options);
  EXPECT_THAT(page, HasSubstr(" .paper{fill:#ffffff;fill:light-dark(#ffffff,#0d1117)}"));
  EXPECT_THAT(page, Not(HasSubstr("@media")));
  options.theme = Theme::dark;
  EXPECT_THAT(written(options), Not(HasSubstr("light-dark")));
  EXPECT_THAT(written(options), Not(HasSubstr("data-theme")));
}

TEST(WriteSvg, HasPlatesBehindItsWordsInsteadOfPaper) {
  SvgOptions options;
  options.paper = Paper::transparent;
  const XmlElement root = parse_xml(written(options));
  EXPECT_TRUE(with_class(root, "paper").empty());
  const auto plates = with_class(root, "plate");
  ASSERT_EQ(plates.size(), 2U) << "heading and legend";
  for (const XmlElement* element : root.descendants()) {
    if (!element->has_class("heading") && !element->has_class("legend-text")) continue;
    const double y = std::stod(element->attribute("y"));
    const double x = std::stod(element->attribute("x"));
    bool behind = false;
    for (const XmlElement* plate : plates) {
      const double left = std::stod(plate->attribute("x"));
      const double top = std::stod(plate->attribute("y"));
      behind = behind || (x > left && x < left + std::stod(plate->attribute("width")) && y > top &&
                          y < top + std::stod(plate->attribute("height")));
    }
    EXPECT_TRUE(behind) << element->text;
  }
}

TEST(WriteSvg, GivesEveryIdItsPrefixAndUsesItOnce) {
  const XmlElement root = parse_xml(written());
  std::set<std::string> ids;
  for (const XmlElement* element : root.descendants()) {
    const std::string id = element->attribute("id");
    if (id.empty()) continue;
    EXPECT_THAT(id, StartsWith("prereq"));
    EXPECT_TRUE(ids.insert(id).second) << id;
  }
}

TEST(WriteSvg, HasOneThemeOrBoth) {
  SvgOptions options;
  EXPECT_THAT(written(options), HasSubstr("@media (prefers-color-scheme:dark)"));
  options.theme = Theme::light;
  EXPECT_THAT(written(options), Not(HasSubstr("@media")));
  EXPECT_THAT(written(options), HasSubstr(".paper{fill:#ffffff}"));
  options.theme = Theme::dark;
  EXPECT_THAT(written(options), Not(HasSubstr("@media")));
  EXPECT_THAT(written(options), HasSubstr(".paper{fill:#0d1117}"));
}

TEST(WriteSvg, StandsAlone) {
  const XmlElement root = parse_xml(written());
  for (const XmlElement* element : root.descendants()) {
    EXPECT_NE(element->name, "script");
    EXPECT_NE(element->name, "foreignObject");
    EXPECT_NE(element->name, "image");
    EXPECT_NE(element->name, "use");
    for (const auto& [name, value] : element->attributes) {
      EXPECT_THAT(name, Not(StartsWith("on")));
      if (element->name != "a") {
        EXPECT_NE(name, "href");
      }
    }
  }
  for (const char* word : {"url(", "@import", "var(", "@font-face"}) {
    EXPECT_THAT(written(), Not(HasSubstr(word)));
  }
}

TEST(WriteSvg, CarriesTheDigestOfItsSource) {
  SvgOptions options;
  EXPECT_THAT(written(options), Not(HasSubstr("data-source")));
  options.source_digest = "sha256:0123";
  EXPECT_EQ(parse_xml(written(options)).attribute("data-source"), "sha256:0123");
}

TEST(WriteSvg, IsWellFormedWhateverAnAuthorWrites) {
  const std::vector<std::string> hostile = {"<script>alert(1)</script>",
                                            "]]>",
                                            "</style><svg onload=\"alert(1)\">",
                                            "&amp;&#0;&x;",
                                            "\"'`",
                                            "-->",
                                            "<![CDATA[",
                                            "\xFF\xC0\x80",
                                            "\xED\xA0\x80",
                                            "\uFFFE\uFFFF\uFDD0",
                                            std::string("\0\x01\x02\x1B[31m", 9),
                                            "a\nb\r\tc",
                                            "\u202Etxt\u2066",
                                            "javascript:alert(1)",
                                            std::string(5000, 'w'),
                                            "https://x/\"onclick=\"y",
                                            "}#x{fill:red}",
                                            ""};
  for (const std::string& text : hostile) {
    const auto sample = sample_drawing_with(text);
    SvgOptions options;
    options.id_prefix = text;
    options.source_digest = text;
    const XmlElement root = parse_xml(write_svg(sample.view, sample.drawing, options));
    for (const XmlElement* element : root.descendants()) {
      EXPECT_NE(element->name, "script");
      EXPECT_THAT(element->attribute("href"), Not(StartsWith("javascript")));
      for (const auto& [name, value] : element->attributes)
        EXPECT_THAT(name, Not(StartsWith("on")));
    }
    EXPECT_EQ(with_class(root, "topic").size(), 4U) << text;
  }
}

TEST(WriteSvg, KeepsHarmlessAuthorTextAsItIs) {
  const std::string text = "C# & <Ünïcode> \"漢字\" 🚀 ]]>";
  const auto sample = sample_drawing_with(text);
  const XmlElement root = parse_xml(write_svg(sample.view, sample.drawing, {}));
  for (const XmlElement* topic : with_class(root, "topic")) {
    EXPECT_EQ(topic->attribute("data-topic"), text);
    EXPECT_EQ(topic->attribute("aria-label"), text);
  }
  EXPECT_EQ(with_class(root, "title")[0]->text, text);
}

TEST(WriteSvg, IsTheSameInEveryLocale) {
  const std::string expected = written();
  const std::string before = std::setlocale(LC_ALL, nullptr);
  // Whichever of these the machine has.
  for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8"}) {
    std::setlocale(LC_ALL, name);
    EXPECT_EQ(written(), expected);
  }
  std::setlocale(LC_ALL, before.c_str());
}

}  // namespace
}  // namespace prereq
