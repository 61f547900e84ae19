// Views of parts of the bundled roadmaps, held to what their whole pictures are.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "prereq/drawing_quality.hpp"
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
    const View view = select_view(graph_, options);
    expect_readable(view, what);
    EXPECT_THAT(testing::upward_edges(view, testing::draw(view)), IsEmpty()) << what;
  }

  // In letters that can be read on a page that leaves 1,000 px, too.
  static void expect_readable(const View& view, const std::string& what) {
    expect_sound_both_ways(view, what);
    EXPECT_GE(measure_quality(view, testing::draw(view)).smallest_text_at(1000), 11) << what;
  }

  // Down the page and to the right.
  static void expect_sound_both_ways(const View& view, const std::string& what) {
    EXPECT_THAT(testing::all_complaints(view, testing::draw(view)), IsEmpty()) << what;
    EXPECT_THAT(testing::complaints_about(view, testing::rightwards), IsEmpty())
        << what << ", to the right";
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
    expect_readable(page.view, page.name);
  }
}

TEST_P(BundledViews, WithOneSectionCollapsedAreSound) {
  for (SectionIndex s = 0; s < graph_.roadmap().sections().size(); s += 2) {
    ViewOptions options;
    options.collapse = {s};
    // Sections may need each other, so their edges may lead up, around everything.
    expect_sound_both_ways(select_view(graph_, options),
                           std::string(graph_.roadmap().sections()[s].id));
  }
}

TEST_P(BundledViews, WithAllSectionsCollapsedAreSound) {
  ViewOptions options;
  options.collapse_all = true;
  expect_readable(select_view(graph_, options), "collapsed");
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
