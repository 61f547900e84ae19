// Views of parts of the bundled roadmaps, held to what their whole pictures are.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "prereq/read.hpp"
#include "prereq/split_view.hpp"
#include "support/run_program.hpp"
#include "unit/arrange/arranged.hpp"

namespace prereq {
namespace {

using ::testing::IsEmpty;

TopicGraph bundled_graph(const std::string& name) {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file =
      sources.add(name, testing::read_text(PREREQ_SOURCE_DIR "/graphs/" + name + ".yaml"));
  return TopicGraph(read_roadmap(sources, file, diagnostics));
}

class BundledViews : public ::testing::TestWithParam<const char*> {
 protected:
  Next learner(const std::vector<std::string>& to, const std::vector<std::string>& known) const {
    Diagnostics diagnostics;
    const Roadmap& roadmap = graph_.roadmap();
    PathOptions options;
    options.known = resolve_topics(known, roadmap, Severity::error, diagnostics);
    const Targets targets = resolve_targets(to, roadmap, diagnostics);
    auto next = next_topics(graph_, targets, options, diagnostics);
    EXPECT_TRUE(next && diagnostics.empty());
    return next.value_or(Next{});
  }

  void expect_sound(const ViewOptions& options, const std::string& what) const {
    EXPECT_THAT(testing::complaints_about(select_view(graph_, options)), IsEmpty()) << what;
  }

  const TopicGraph graph_ = bundled_graph(GetParam());
};

TEST_P(BundledViews, OfTheWayToEachGoalAreSound) {
  for (const Goal& goal : graph_.roadmap().goals()) {
    for (const std::vector<std::string>& known :
         {std::vector<std::string>(), {"python", "linear-algebra"}}) {
      ViewOptions options;
      options.learner = learner({std::string(goal.id)}, known);
      expect_sound(options, std::string(goal.id));
    }
  }
}

TEST_P(BundledViews, WithResourcesAndStatesAreSound) {
  ViewOptions options;
  options.learner = learner({}, {"python"});
  expect_sound(options, "states");
  options.detail = Detail::resources;
  expect_sound(options, "resources");
  options.detail = Detail::title;
  expect_sound(options, "titles");
}

TEST_P(BundledViews, OfTheNeighbourhoodOfEachTopicAreSound) {
  for (TopicIndex t = 0; t < graph_.topic_count(); t += 5) {
    ViewOptions options;
    options.around = Neighbourhood{{t}, 2};
    expect_sound(options, std::string(graph_.roadmap().topics()[t].id));
  }
}

TEST_P(BundledViews, WithoutOptionalTopicsAreSound) { expect_sound({.core_only = true}, "core"); }

TEST_P(BundledViews, InSeveralPicturesAreSound) {
  for (const ViewPage& page : split_view(graph_, {}, ".svg")) {
    EXPECT_THAT(testing::all_complaints(page.view, testing::draw(page.view)), IsEmpty())
        << page.name;
  }
}

TEST_P(BundledViews, WithOneSectionCollapsedAreSound) {
  for (SectionIndex s = 0; s < graph_.roadmap().sections().size(); s += 2) {
    ViewOptions options;
    options.collapse = {s};
    const View view = select_view(graph_, options);
    // Sections may need each other, so their edges may lead up.
    EXPECT_THAT(testing::all_complaints(view, testing::draw(view)), IsEmpty())
        << graph_.roadmap().sections()[s].id;
  }
}

INSTANTIATE_TEST_SUITE_P(Both, BundledViews, ::testing::Values("self-study", "turbo"),
                         [](const auto& roadmap) {
                           std::string name = roadmap.param;
                           std::erase(name, '-');
                           return name;
                         });

TEST(CycleViews, AreSound) {
  const View view = testing::view_of(R"(
title: Broken
sections: {m: {title: Mathematics}}
topics:
  algebra: {section: m, requires: [statistics]}
  calculus: {section: m, requires: [algebra]}
  statistics: {section: m, requires: [calculus]}
  python: {}
  ml: {requires: [python, statistics, {any: [x, y]}]}
  x: {requires: [ml]}
  y: {requires: [x]}
goals: {g: {requires: [ml]}}
)",
                                     {.cycles = true});
  EXPECT_EQ(view.problems.size(), 2U);
  EXPECT_THAT(testing::all_complaints(view, testing::draw(view)), IsEmpty());
}

}  // namespace
}  // namespace prereq
