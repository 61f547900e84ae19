// What sections stand for in requirements, and what they require of their topics.
#include "roadmap/section_entries.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "roadmap/name_table.hpp"
#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using testing::all;
using testing::any;
using testing::because;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::RoadmapBuilder;
using Names = std::vector<std::string>;

// Sections `math`, with `algebra` and, nested, `calculus` of two topics, and `practice`.
class Sections : public ::testing::Test {
 protected:
  Sections() {
    math_ = b_.section("math");
    calculus_ = b_.section("calculus", math_);
    practice_ = b_.section("practice");
    add("algebra", math_);
    add("limits", calculus_);
    add("series", calculus_).level = Level::optional;
    add("integrals", calculus_);
  }

  Topic& add(const std::string& id, SectionIndex section,
             const std::vector<testing::Need>& needs = {},
             const std::vector<testing::Need>& corequisites = {},
             const std::vector<testing::Need>& recommendations = {}) {
    Topic& topic = b_.topic(id, 1, needs, corequisites, recommendations);
    topic.section = section;
    return topic;
  }
  const Roadmap& build() {
    roadmap_ = b_.build(diagnostics_);
    return roadmap_;
  }
  const Topic& topic(const std::string& id) const {
    return roadmap_.topics()[*roadmap_.find_topic(id)];
  }
  // `math(algebra limits)` for a group that stands for a section.
  std::string words(RequirementIndex index) const {
    const Requirement& entry = roadmap_.requirements()[index];
    if (entry.kind == RequirementKind::topic) return std::string(entry.name);
    std::string text =
        entry.name.empty() ? std::string(to_words(entry.kind)) : std::string(entry.name);
    text += '(';
    for (const std::string& each : list(entry.entries)) {
      text += (text.ends_with('(') ? "" : " ") + each;
    }
    return text + ')';
  }
  Names list(IndexRange range) const {
    Names names;
    for (RequirementIndex i = range.first; i < range.last; ++i) names.push_back(words(i));
    return names;
  }
  Names messages() const {
    Names found;
    for (const Diagnostic& each : diagnostics_.items()) {
      found.push_back(std::string(code_name(each.code)) + ": " + each.message);
    }
    return found;
  }
  std::string said_by(RequirementIndex entry) const {
    const SectionIndex section = roadmap_.origin(entry).said_by;
    return section == no_index ? "" : std::string(roadmap_.sections()[section].id);
  }

  RoadmapBuilder b_;
  SectionIndex math_ = 0;
  SectionIndex calculus_ = 0;
  SectionIndex practice_ = 0;
  Roadmap roadmap_;
  Diagnostics diagnostics_;

 private:
  static std::string_view to_words(RequirementKind kind) {
    return kind == RequirementKind::any ? "any" : kind == RequirementKind::all ? "all" : "some";
  }
};

TEST_F(Sections, AreAllTheirTopicsThatAreNotOptional) {
  add("project", practice_, {"section:math"});
  build();
  EXPECT_THAT(messages(), IsEmpty());
  EXPECT_THAT(list(topic("project").requirements),
              ElementsAre("section:math(algebra limits integrals)"));
  const RequirementIndex group = topic("project").requirements.first;
  EXPECT_EQ(roadmap_.origin(group).named, math_);
  EXPECT_EQ(roadmap_.origin(group).said_by, no_index);
  const Requirement& entry = roadmap_.requirements()[group];
  EXPECT_EQ(entry.least, 3U);
  for (RequirementIndex i = entry.entries.first; i < entry.entries.last; ++i) {
    EXPECT_EQ(roadmap_.origin(i).named, math_);
    EXPECT_EQ(roadmap_.requirements()[i].span, entry.span);
  }
}

TEST_F(Sections, InsideGroupsAreGroups) {
  add("project", practice_, {any({"algebra", "section:calculus"})});
  b_.goal("scientist", {all({"section:calculus", "project"})});
  build();
  EXPECT_THAT(messages(), IsEmpty());
  EXPECT_THAT(list(topic("project").requirements),
              ElementsAre("any(algebra section:calculus(limits integrals))"));
  EXPECT_THAT(list(roadmap_.goals()[0].requirements),
              ElementsAre("all(section:calculus(limits integrals) project)"));
}

TEST_F(Sections, InListsOfTopicsAreTheTopicsThemselves) {
  add("project", practice_, {}, {"section:calculus"}, {"algebra", "section:calculus"});
  build();
  EXPECT_THAT(messages(), IsEmpty());
  EXPECT_THAT(list(topic("project").corequisites), ElementsAre("limits", "integrals"));
  EXPECT_THAT(list(topic("project").recommendations),
              ElementsAre("algebra", "limits", "integrals"));
  EXPECT_EQ(roadmap_.origin(topic("project").recommendations.first).named, no_index);
  EXPECT_EQ(roadmap_.origin(topic("project").recommendations.first + 1).named, calculus_);
}

TEST_F(Sections, GiveTheReasonToEachTopic) {
  add("project", practice_, {because("section:calculus", "it measures")});
  build();
  const Requirement& group = roadmap_.requirements()[topic("project").requirements.first];
  for (const Requirement& each : roadmap_.requirements(group.entries)) {
    EXPECT_EQ(each.because, "it measures");
  }
}

TEST_F(Sections, AreTheOthersForATopicInThem) {
  add("exam", math_, {"section:math"});
  build();
  EXPECT_THAT(messages(), IsEmpty());
  EXPECT_THAT(list(topic("exam").requirements),
              ElementsAre("section:math(algebra limits integrals)"));
}

TEST_F(Sections, OfOneTopicThatRequiresThemAreAMistake) {
  add("project", practice_, {"section:practice"});
  build();
  EXPECT_THAT(messages(), ElementsAre("impossible-alternative: section 'practice' holds no other "
                                      "topic that 'project' could require"));
}

TEST_F(Sections, WithoutATopicAreAMistakeOnceWhereTheyAreNamed) {
  const SectionIndex more = b_.section("more");
  add("side-road", more).level = Level::optional;
  b_.section_needs(practice_, {"section:more"});
  add("project", practice_, {}, {}, {"algebra"});
  add("exam", practice_);
  build();
  EXPECT_THAT(messages(), ElementsAre("impossible-alternative: section 'more' has no topic that "
                                      "is not optional"));
}

TEST_F(Sections, ThatAreUnknownAreReportedWithTheNearestName) {
  add("project", practice_, {"section:calculs", "section:nothing-like-it"});
  build();
  EXPECT_THAT(messages(), ElementsAre("unknown-section: section 'calculs' is not defined",
                                      "unknown-section: section 'nothing-like-it' is not defined"));
  EXPECT_EQ(diagnostics_.items()[0].suggestion, "section:calculus");
  EXPECT_EQ(diagnostics_.items()[0].notes.size(), 1U);
  EXPECT_EQ(diagnostics_.items()[1].suggestion, "");
}

TEST_F(Sections, GiveWayToATopicOfThatVeryId) {
  b_.topic("section:math");
  add("project", practice_, {"section:math"});
  build();
  EXPECT_THAT(messages(), IsEmpty());
  EXPECT_THAT(list(topic("project").requirements), ElementsAre("section:math"));
}

TEST_F(Sections, HandOnWhatTheyRequireToEachTopicInThem) {
  b_.section_needs(math_, {"logic"}, {"git"});
  b_.section_needs(calculus_, {any({"section:practice", "python"})});
  b_.topic("logic");
  b_.topic("git");
  b_.topic("python");
  add("project", practice_);
  build();
  EXPECT_THAT(messages(), IsEmpty());
  EXPECT_THAT(list(topic("algebra").requirements), ElementsAre("logic"));
  EXPECT_THAT(list(topic("series").requirements),
              ElementsAre("any(section:practice(project) python)", "logic"));
  EXPECT_THAT(list(topic("limits").recommendations), ElementsAre("git"));
  const IndexRange entries = topic("limits").requirements;
  EXPECT_EQ(said_by(entries.first), "calculus");
  EXPECT_EQ(said_by(entries.first + 1), "math");
  const Requirement& group = roadmap_.requirements()[entries.first];
  const RequirementOrigin inside =
      roadmap_.origin(roadmap_.requirements()[group.entries.first].entries.first);
  EXPECT_EQ(inside.named, practice_);
  EXPECT_EQ(inside.said_by, calculus_);
  // The section keeps what is written.
  EXPECT_THAT(list(roadmap_.sections()[calculus_].requirements),
              ElementsAre("any(section:practice(project) python)"));
  EXPECT_THAT(list(roadmap_.sections()[math_].recommendations), ElementsAre("git"));
}

TEST_F(Sections, HandOnBehindWhatATopicRequiresItself) {
  b_.section_needs(practice_, {"section:calculus"});
  add("project", practice_, {"algebra", "section:math"});
  build();
  EXPECT_THAT(list(topic("project").requirements),
              ElementsAre("algebra", "section:math(algebra limits integrals)",
                          "section:calculus(limits integrals)"));
  EXPECT_EQ(said_by(topic("project").requirements.first + 1), "");
  EXPECT_EQ(said_by(topic("project").requirements.first + 2), "practice");
}

TEST_F(Sections, GiveEachOfTheirTopicsEntriesOfItsOwn) {
  b_.section_needs(practice_, {all({"algebra", "section:calculus"})});
  add("project", practice_);
  add("exam", practice_);
  build();
  const IndexRange one = topic("project").requirements;
  const IndexRange other = topic("exam").requirements;
  EXPECT_NE(one.first, other.first);
  EXPECT_NE(roadmap_.requirements()[one.first].entries.first,
            roadmap_.requirements()[other.first].entries.first);
}

TEST_F(Sections, DoNotMakeATopicInThemRequireItself) {
  b_.section_needs(math_, {"algebra", any({"limits", "python"}), "section:calculus"});
  b_.topic("python");
  build();
  EXPECT_THAT(messages(), IsEmpty());
  EXPECT_THAT(list(topic("algebra").requirements),
              ElementsAre("any(limits python)", "section:calculus(limits integrals)"));
  EXPECT_THAT(list(topic("limits").requirements), ElementsAre("algebra"));
  EXPECT_THAT(list(topic("integrals").requirements), ElementsAre("algebra", "any(limits python)"));
}

TEST_F(Sections, CannotRequireThemselvesOrWhatHoldsThem) {
  b_.section_needs(math_, {"section:math"});
  b_.section_needs(calculus_, {"section:math"});
  build();
  EXPECT_THAT(messages(),
              ElementsAre("cycle: section 'math' requires itself",
                          "cycle: section 'calculus' requires section 'math', which holds it"));
  EXPECT_TRUE(topic("limits").requirements.empty());
}

TEST_F(Sections, StandForAsMuchAsIsAllowed) {
  b_.section_needs(practice_, {"section:math"});
  for (int i = 0; i < 10; ++i) add("p" + std::to_string(i), practice_);
  RoadmapData data = std::exchange(b_.data(), {});
  for (SectionIndex s = 0; s < data.sections.size(); ++s) {
    data.section_by_id.insert(data.sections[s].id, s);
  }
  write_out_sections(data, true, diagnostics_, 25);
  EXPECT_THAT(messages(),
              ElementsAre("too-large: sections stand for too many requirements from here on: let "
                          "one milestone of 0 hours require the section, and others the "
                          "milestone"));
  EXPECT_LT(data.requirements.size(), 60U);
}

TEST_F(Sections, CostNothingWhereNobodyNamesThem) {
  add("project", practice_, {"algebra", any({"limits", "integrals"})});
  build();
  EXPECT_EQ(roadmap_.requirements().size(), 4U);
  EXPECT_EQ(sizeof(Requirement), 72U);
}

}  // namespace
}  // namespace prereq
