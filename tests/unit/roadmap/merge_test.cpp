// Merging is tried through the reader: what users merge are files.
#include "roadmap/merge.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "prereq/read.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Merged {
  Sources sources;
  Diagnostics diagnostics;
  Roadmap roadmap;

  std::vector<std::string> messages() const {
    std::vector<std::string> lines;
    for (const Diagnostic& d : diagnostics.items()) {
      std::string line =
          fmt::format("{}:{}: {}", sources.name(d.span.file), d.span.begin.line, d.message);
      for (const auto& note : d.notes) {
        line += fmt::format(" | {}:{}: {}", sources.name(note.span.file), note.span.begin.line,
                            note.message);
      }
      lines.push_back(std::move(line));
    }
    return lines;
  }

  std::vector<std::string> requirements_of(std::string_view topic) const {
    const Topic& found = roadmap.topics()[*roadmap.find_topic(topic)];
    return written(found.requirements);
  }

  std::vector<std::string> written(IndexRange range) const {
    std::vector<std::string> names;
    for (const Requirement& entry : roadmap.requirements(range)) {
      if (entry.kind == RequirementKind::topic) {
        names.emplace_back(entry.name);
        if (!entry.because.empty()) names.back() += fmt::format(" ({})", entry.because);
      } else {
        names.push_back(
            fmt::format("{} of [{}]", entry.least, fmt::join(written(entry.entries), ", ")));
      }
    }
    return names;
  }
};

Merged merged(const std::vector<std::string>& texts) {
  Merged result;
  std::vector<FileId> files;
  for (const std::string& text : texts) {
    files.push_back(result.sources.add(fmt::format("{}.yaml", files.size() + 1), text));
  }
  result.roadmap = read_roadmap(result.sources, files, result.diagnostics);
  return result;
}

template <typename Elements>
std::vector<std::string_view> ids(const Elements& elements) {
  std::vector<std::string_view> found;
  for (const auto& element : elements) found.push_back(element.id);
  return found;
}

TEST(Merge, MakesOneTopicOfThoseWithTheSameId) {
  const Merged m = merged({R"y(
topics:
  a: {title: Alpha, resources: "[A](https://a.example)"}
  b: {requires: [a]}
)y",
                           R"y(
topics:
  c: {requires: [a]}
  a: {hours: 5, level: optional, note: Later.}
)y"});
  EXPECT_THAT(m.messages(), IsEmpty());
  EXPECT_THAT(ids(m.roadmap.topics()), ElementsAre("a", "b", "c"));
  const Topic& a = m.roadmap.topics()[0];
  EXPECT_EQ(a.title, "Alpha");
  EXPECT_EQ(a.note, "Later.");
  EXPECT_EQ(a.level, Level::optional);
  EXPECT_FALSE(a.hours_guessed);
  EXPECT_EQ(format_hours(a.hours), "5 h");
  EXPECT_EQ(m.roadmap.resources(a.resources).size(), 1U);
}

TEST(Merge, JoinsRequirementsWithoutRepeatingAny) {
  const Merged m = merged({R"y(
topics:
  a: {}
  b: {}
  c: {requires: [a, any: [a, {all: [a, b]}]], recommends: [b]}
)y",
                           R"y(
topics:
  c:
    requires: [{topic: a, because: it says so}, b, any: [a, {all: [a, b]}], any: [b, a]]
    recommends: [b, a]
    corequisites: [b]
)y"});
  EXPECT_THAT(m.messages(), IsEmpty());
  EXPECT_THAT(m.requirements_of("c"),
              ElementsAre("a (it says so)", "1 of [a, 2 of [a, b]]", "b", "1 of [b, a]"));
  const Topic& c = m.roadmap.topics()[2];
  EXPECT_THAT(m.written(c.recommendations), ElementsAre("b", "a"));
  EXPECT_THAT(m.written(c.corequisites), ElementsAre("b"));
  for (const Requirement& entry : m.roadmap.requirements()) {
    EXPECT_EQ(entry.topic == no_index, entry.kind != RequirementKind::topic) << entry.name;
  }
}

TEST(Merge, JoinsResourcesAndKeepsContradictionsForTheCheck) {
  const Merged m = merged({R"y(
topics:
  a:
    resources:
      - {title: One, url: "https://one.example"}
      - {title: Two, url: "https://two.example", cost: free}
)y",
                           R"y(
topics:
  a:
    resources:
      - {title: One, url: "https://one.example", by: Maker, hours: 3, cost: paid, type: book}
      - {title: Two, url: "https://two.example", cost: paid}
      - {title: One, url: "https://one.example", part: chapter 1}
)y"});
  const auto resources = m.roadmap.resources(m.roadmap.topics()[0].resources);
  ASSERT_EQ(resources.size(), 4U);
  EXPECT_EQ(resources[0].by, "Maker");
  EXPECT_EQ(resources[0].cost, Cost::paid);
  EXPECT_EQ(resources[0].type, ResourceType::book);
  EXPECT_EQ(format_hours(m.roadmap.topics()[0].hours), "3 h");
  EXPECT_EQ(resources[1].cost, Cost::free);
  EXPECT_EQ(resources[2].cost, Cost::paid);
  EXPECT_EQ(resources[3].part, "chapter 1");
}

TEST(Merge, ShowsBothPlacesOfAContradiction) {
  const Merged m =
      merged({"topics: {a: {title: Alpha, hours: 5, level: core}}\n"
              "goals: {g: {title: Gold, requires: [a]}}\n",
              "\ntopics: {a: {title: Omega, hours: 6, level: optional}}\n"
              "goals: {g: {title: Silver}}\n"});
  EXPECT_THAT(m.messages(),
              ElementsAre("2.yaml:2: topic 'a' is called 'Omega' here and 'Alpha' in another file"
                          " | 1.yaml:1: 'Alpha' here",
                          "2.yaml:2: topic 'a' takes 6 h here and 5 h in another file"
                          " | 1.yaml:1: 5 h here",
                          "2.yaml:2: topic 'a' is 'optional' here and 'core' in another file"
                          " | 1.yaml:1: 'core' here",
                          "2.yaml:3: goal 'g' is called 'Silver' here and 'Gold' in another file"
                          " | 1.yaml:2: 'Gold' here"));
  EXPECT_EQ(m.diagnostics.items()[0].code, Code::merge_conflict);
  EXPECT_EQ(m.roadmap.topics()[0].title, "Alpha");
  EXPECT_EQ(format_hours(m.roadmap.topics()[0].hours), "5 h");
}

TEST(Merge, AgreesWithWhatIsSaidTwice) {
  const std::string text = R"y(
title: Twice
sections:
  s: {title: S, topics: {a: {hours: 2, resources: "[A](https://a.example) (free)"}}}
topics:
  b: {requires: [a], aliases: [bee], allow: {isolated-topic: it is not}}
goals: {g: {requires: [b]}}
resources: "[List](https://list.example)"
)y";
  const Merged m = merged({text, text});
  EXPECT_THAT(m.messages(), IsEmpty());
  EXPECT_THAT(ids(m.roadmap.topics()), ElementsAre("a", "b"));
  EXPECT_THAT(ids(m.roadmap.sections()), ElementsAre("s"));
  EXPECT_THAT(ids(m.roadmap.goals()), ElementsAre("g"));
  EXPECT_THAT(m.requirements_of("b"), ElementsAre("a"));
  EXPECT_EQ(m.roadmap.resources(m.roadmap.topics()[0].resources).size(), 1U);
  EXPECT_EQ(m.roadmap.roadmap_resources().size(), 1U);
  EXPECT_EQ(m.roadmap.find_topic("bee"), 1U);
}

TEST(Merge, KeepsSectionsInPreorderWhateverTheFilesNest) {
  const Merged m = merged(
      {"sections: {x: {sections: {y: {}}}, z: {}}",
       "sections: {y: {title: Why, sections: {x: {sections: {v: {topics: {a: {}}}}}, w: {}}}}"});
  EXPECT_THAT(m.messages(), IsEmpty());
  EXPECT_THAT(ids(m.roadmap.sections()), ElementsAre("x", "y", "w", "v", "z"));
  const auto sections = m.roadmap.sections();
  EXPECT_EQ(sections[0].parent, no_index);
  EXPECT_EQ(sections[1].parent, 0U);
  EXPECT_EQ(sections[1].title, "Why");
  EXPECT_EQ(sections[2].parent, 1U);
  EXPECT_EQ(sections[3].parent, 0U);
  EXPECT_EQ(m.roadmap.topics()[0].section, 3U);
}

TEST(Merge, TakesATopicsSectionFromTheFirstFileThatHasOne) {
  const Merged m = merged({"topics: {a: {}, b: {section: s}}\nsections: {s: {}}",
                           "sections: {t: {topics: {a: {}, b: {}}}}", "topics: {a: {section: s}}"});
  EXPECT_THAT(m.messages(), IsEmpty());
  EXPECT_EQ(m.roadmap.sections()[m.roadmap.topics()[0].section].id, "t");
  EXPECT_EQ(m.roadmap.sections()[m.roadmap.topics()[1].section].id, "s");
}

TEST(Merge, MeetsATopicThatNamesTheOtherIdAsAlias) {
  for (const bool alias_first : {true, false}) {
    std::vector<std::string> files = {
        "topics: {python: {hours: 25, aliases: [intro-to-python]}}",
        "topics: {intro-to-python: {title: Intro to Python}, b: {requires: [intro-to-python]}}"};
    if (!alias_first) std::swap(files[0], files[1]);
    const Merged m = merged(files);
    EXPECT_THAT(m.messages(), IsEmpty());
    ASSERT_EQ(m.roadmap.topics().size(), 2U);
    const Topic& python = m.roadmap.topics()[*m.roadmap.find_topic("intro-to-python")];
    EXPECT_EQ(python.id, "python");
    EXPECT_EQ(python.title, "Intro to Python");
    EXPECT_EQ(format_hours(python.hours), "25 h");
  }
}

TEST(Merge, LeavesDuplicatesWithinAFileAMistake) {
  const Merged m = merged({"topics: {a: {}}\n",
                           "topics: {a: {}, b: {}}\nsections:\n"
                           "  s: {topics: {b: {}}}\n"});
  EXPECT_THAT(m.messages(), ElementsAre("2.yaml:3: topic 'b' is defined twice"
                                        " | 2.yaml:1: 'b' is first defined here"));
}

TEST(Merge, AppliesEachFilesDefaultsToItsOwn) {
  const Merged m =
      merged({"defaults: {cost: free, level: optional}\n"
              "topics: {a: {resources: '[A](https://a.example)'}}",
              "topics: {b: {resources: '[B](https://b.example)'}}"});
  const auto cost = [&](TopicIndex t) {
    return m.roadmap.resources(m.roadmap.topics()[t].resources)[0].cost;
  };
  EXPECT_EQ(cost(0), Cost::free);
  EXPECT_EQ(cost(1), Cost::unstated);
  EXPECT_EQ(m.roadmap.topics()[0].level, Level::optional);
  EXPECT_EQ(m.roadmap.topics()[1].level, Level::core);
}

TEST(Merge, JoinsWhatSectionsRequire) {
  const Merged m =
      merged({"sections: {math: {requires: [logic], topics: {algebra: {}}}}\n"
              "topics: {logic: {}}",
              "sections: {math: {requires: [section:start, logic], recommends: [git]}}\n"
              "topics: {git: {section: start}}",
              "sections: {start: {topics: {shell: {}}}}"});
  EXPECT_THAT(m.messages(), IsEmpty());
  const Section& math = m.roadmap.sections()[*m.roadmap.find_section("math")];
  const auto entries = m.roadmap.requirements(math.requirements);
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].name, "logic");
  EXPECT_EQ(entries[1].name, "section:start");
  EXPECT_EQ(entries[1].entries.size(), 2U);
  EXPECT_EQ(m.roadmap.requirements(math.recommendations)[0].name, "git");
  const Topic& algebra = m.roadmap.topics()[*m.roadmap.find_topic("algebra")];
  EXPECT_EQ(algebra.requirements.size(), 2U);
}

}  // namespace
}  // namespace prereq
