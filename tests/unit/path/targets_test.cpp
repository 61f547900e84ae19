#include <gmock/gmock.h>

#include "prereq/path.hpp"
#include "prereq/read.hpp"
#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::RoadmapBuilder;
using Names = std::vector<std::string>;

Roadmap sample() {
  RoadmapBuilder b;
  const SectionIndex maths = b.section("maths");
  const SectionIndex calculus = b.section("calculus", maths);
  b.topic("python");
  b.topic("algebra").section = maths;
  b.topic("limits").section = calculus;
  b.goal("engineer", {"python"});
  return b.build();
}

TEST(Targets, AreTopicsGoalsAndSections) {
  Diagnostics diagnostics;
  const Targets targets = resolve_targets(Names{"engineer", "section:maths", "limits", "engineer"},
                                          sample(), diagnostics);
  EXPECT_THAT(targets.names, ElementsAre("engineer", "section:maths", "limits"));
  EXPECT_THAT(targets.topics, ElementsAre(1U, 2U));
  EXPECT_THAT(targets.goals, ElementsAre(0U));
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Targets, AllIsEveryTopic) {
  Diagnostics diagnostics;
  EXPECT_THAT(resolve_targets(Names{"all"}, sample(), diagnostics).topics, ElementsAre(0U, 1U, 2U));
}

TEST(Targets, UnknownNamesAreErrorsWithTheNearestOne) {
  Diagnostics diagnostics;
  const Targets targets = resolve_targets(Names{"enginer", "section:math"}, sample(), diagnostics);
  EXPECT_TRUE(targets.empty());
  ASSERT_EQ(diagnostics.items().size(), 2U);
  EXPECT_EQ(diagnostics.items()[0].code, Code::unknown_goal);
  EXPECT_EQ(diagnostics.items()[0].severity, Severity::error);
  EXPECT_EQ(diagnostics.items()[0].message,
            "'enginer' is neither a topic nor a goal; did you mean 'engineer'?");
  EXPECT_EQ(diagnostics.items()[0].suggestion, "engineer");
  EXPECT_EQ(diagnostics.items()[0].span.file, no_file);
  EXPECT_EQ(diagnostics.items()[1].message, "section 'math' is not defined; did you mean 'maths'?");
  EXPECT_EQ(diagnostics.items()[1].suggestion, "section:maths");
}

TEST(Targets, TitlesAndSectionsAreNamesThatPeopleMean) {
  Sources sources;
  Diagnostics diagnostics;
  const Roadmap roadmap = read_roadmap(
      sources,
      sources.add("a.yaml",
                  "topics:\n  cse-101: {title: Algorithms Part II}\n  cse: {section: sorting}\n"
                  "sections: {sorting: {title: Sorting and searching}}\n"
                  "goals: {job: {title: A job, requires: [cse]}}\n"),
      diagnostics);
  ASSERT_TRUE(diagnostics.empty());
  const auto meant = [&](const std::string& name) {
    Diagnostics found;
    resolve_targets(Names{name}, roadmap, found);
    return found.items().front().suggestion;
  };
  EXPECT_EQ(meant("algorithms part 2"), "cse-101");
  EXPECT_EQ(meant("A job"), "job");
  EXPECT_EQ(meant("sorting"), "section:sorting");
  EXPECT_EQ(meant("Sorting and Searching"), "section:sorting");
  EXPECT_EQ(meant("!?"), "");
  Diagnostics topics;
  resolve_topics(Names{"a job"}, roadmap, Severity::error, topics);
  EXPECT_EQ(topics.items().front().suggestion, "");
}

TEST(Topics, UnknownOnesHaveTheSeverityAskedFor) {
  Diagnostics diagnostics;
  EXPECT_THAT(resolve_topics(Names{"pyhton", "algebra"}, sample(), Severity::warning, diagnostics),
              ElementsAre(1U));
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].severity, Severity::warning);
  EXPECT_EQ(diagnostics.items()[0].message, "'pyhton' is not a topic; did you mean 'python'?");
}

}  // namespace
}  // namespace prereq
