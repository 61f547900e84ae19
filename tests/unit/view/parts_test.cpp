// Which part of a roadmap a view shows, and what it says about it.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "prereq/split_view.hpp"
#include "unit/view/viewed.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using testing::card;
using testing::edges;
using testing::graph_of;
using testing::ids;
using testing::learner;
using testing::topics;
using testing::view_of_path;

// As `id state`; a pennant after its card, as `^id state`.
std::vector<std::string> states(const View& view) {
  constexpr std::string_view words[] = {"none", "done", "ready", "blocked"};
  const auto word = [&](CardState state) {
    return std::string(words[static_cast<std::size_t>(state)]);
  };
  std::vector<std::string> lines;
  for (const ViewCard& each : view.cards) {
    lines.push_back(each.id + " " + word(each.state));
    for (const ViewPennant& pennant : each.pennants) {
      lines.push_back("^" + pennant.id + " " + word(pennant.state));
    }
  }
  return lines;
}

constexpr std::string_view nets = R"(
title: Nets
sections:
  math: {title: Mathematics, topics: {algebra: {hours: 40}, calculus: {hours: 30, requires: [algebra]}}}
topics:
  python: {hours: 25}
  pytorch: {title: PyTorch, hours: 20, requires: [python]}
  tensorflow: {title: TensorFlow, hours: 30, requires: [python]}
  networks:
    hours: 60
    requires: [{topic: calculus, because: slopes}, algebra, {any: [tensorflow, pytorch]}]
  art: {hours: 5, requires: [networks]}
goals: {build: {title: Your own network, requires: [networks]}}
)";

// ---- paths ----

TEST(PathView, ShowsTheStepsNumberedAndTheGoal) {
  const View view = view_of_path(graph_of(nets), {"build"});
  EXPECT_THAT(ids(view), ElementsAre("algebra", "calculus", "python", "pytorch", "networks"));
  for (std::uint32_t i = 0; i < 5; ++i) EXPECT_EQ(view.cards[i].number, i + 1);
  EXPECT_EQ(card(view, "networks").pennants.at(0).id, "build");
  EXPECT_EQ(view.shows, "The shortest path to Your own network: 5 topics, 175 h");
  EXPECT_EQ(view.description,
            "The shortest path to Your own network: 5 topics, 175 h. In order: 1. Algebra, 2. "
            "Calculus, 3. Python, 4. PyTorch, 5. Networks. Arrows lead from a prerequisite to what "
            "depends on it.");
}

TEST(PathView, DrawsChosenAlternativesAsNeededAndNamesTheOthers) {
  const View view = view_of_path(graph_of(nets), {"build"});
  // algebra -> networks is implied.
  EXPECT_THAT(edges(view), ElementsAre("algebra -> calculus", "python -> pytorch",
                                       "calculus -> networks", "pytorch -> networks"));
  EXPECT_EQ(view.edges[2].because, "slopes");
  ASSERT_EQ(card(view, "pytorch").lines.size(), 1U);
  EXPECT_EQ(card(view, "pytorch").lines[0].text, "instead of TensorFlow");
  EXPECT_THAT(card(view, "networks").lines, IsEmpty());
}

TEST(PathView, KeepsImpliedEdgesIfAskedTo) {
  const TopicGraph graph = graph_of(nets);
  ViewOptions options;
  options.learner = learner(graph, {"networks"}, {});
  options.all_edges = true;
  EXPECT_THAT(edges(select_view(graph, options)),
              ElementsAre("algebra -> calculus", "python -> pytorch", "calculus -> networks",
                          "algebra -> networks", "pytorch -> networks"));
  EXPECT_EQ(select_view(graph, options).redundant_edges, 0U);
  EXPECT_EQ(view_of_path(graph, {"networks"}).redundant_edges, 1U);
}

TEST(PathView, StartsAtWhatIsKnown) {
  const View view = view_of_path(graph_of(nets), {"build"}, {"calculus", "python"});
  EXPECT_THAT(states(view), ElementsAre("pytorch ready", "networks blocked", "^build none",
                                        "python done", "calculus done"));
  EXPECT_THAT(edges(view),
              ElementsAre("python -> pytorch", "pytorch -> networks", "calculus -> networks"));
  EXPECT_EQ(view.sections[0].detail, "0 h");  // still to be learned there
}

TEST(PathView, ShowsWhatIsKnownButNotWhatThatNeedsWhenTakenLiterally) {
  PathOptions options;
  options.known_exactly = true;
  const View view = view_of_path(graph_of(nets), {"calculus", "networks"}, {"calculus"}, options);
  EXPECT_EQ(card(view, "calculus").state, CardState::done);
  // Nothing implies algebra here, so its edge is drawn, and with it all of the section is needed.
  EXPECT_THAT(edges(view), ::testing::Contains("section:math -> networks"));
}

TEST(PathView, SaysWhereATopicStands) {
  const View view = view_of_path(graph_of(nets), {"build"}, {"algebra", "python"});
  EXPECT_EQ(card(view, "pytorch").label.substr(0, 40), "Step 2 of 3, ready to start. PyTorch: 20");
  EXPECT_EQ(card(view, "networks").label.substr(0, 41),
            "Step 3 of 3, needs others first. Networks");
  EXPECT_EQ(card(view, "python").label.substr(0, 13), "Done. Python:");
  EXPECT_EQ(card(view, "networks").pennants.at(0).label,
            "Goal: Your own network. Requires Networks.");
}

TEST(PathView, BringsOutTheTopicsThatWereAskedFor) {
  const View view = view_of_path(graph_of(nets), {"pytorch", "section:math"});
  EXPECT_TRUE(card(view, "pytorch").focus);
  EXPECT_FALSE(card(view, "calculus").focus);
  EXPECT_FALSE(card(view, "python").focus);
}

TEST(PathView, NeverCallsAPlanShortestThatIsNotProven) {
  const TopicGraph graph = graph_of(nets);
  ViewOptions options;
  options.learner = learner(graph, {"build"}, {});
  options.learner->path->optimal = false;
  const View view = select_view(graph, options);
  EXPECT_EQ(view.shows, "The best path found to Your own network: 5 topics, 175 h");
  EXPECT_EQ(view.description.find("shortest"), std::string::npos);
}

TEST(PathView, SaysItsConditions) {
  const TopicGraph graph = graph_of(nets);
  PathOptions options;
  options.avoid = topics(graph, {"pytorch"});
  EXPECT_EQ(view_of_path(graph, {"build"}, {}, options).shows,
            "The shortest path to Your own network: 5 topics, 185 h, without PyTorch");
}

TEST(PathView, OfAGoalThatIsReachedShowsWhatReachedIt) {
  const View view = view_of_path(graph_of(nets), {"build"}, {"networks"});
  EXPECT_THAT(states(view), ElementsAre("networks done", "^build done"));
  EXPECT_EQ(view.shows, "Nothing left to learn for Your own network");
}

TEST(PathView, CountsAlternativesThatWereNotChosenIfThereAreMany) {
  const TopicGraph graph = graph_of(R"(
topics: {a: {hours: 1}, b: {hours: 2}, c: {hours: 2}, d: {hours: 2}, t: {requires: [{any: [a, b, c, d]}]}}
)");
  const View view = view_of_path(graph, {"t"});
  EXPECT_EQ(card(view, "a").lines.at(0).text, "instead of 3 others");
  EXPECT_EQ(card(view, "a").tooltip.back(), "instead of B, C or D");
}

TEST(PathView, DrawsCorequisitesAndWhatIsRecommendedIfThatWasAdded) {
  const TopicGraph graph = graph_of(
      "topics: {a: {}, b: {corequisites: [a]}, c: {}, t: {requires: [b], recommends: [c]}}");
  EXPECT_THAT(edges(view_of_path(graph, {"t"})), ElementsAre("a with b", "b -> t"));
  PathOptions options;
  options.recommended = true;
  EXPECT_THAT(edges(view_of_path(graph, {"t"}, {}, options)),
              ::testing::UnorderedElementsAre("a with b", "b -> t", "c recommends t"));
}

// ---- what is known, without a path ----

TEST(LearnerView, TellsDoneReadyAndBlockedApartInTheWholeRoadmap) {
  const TopicGraph graph = graph_of(nets);
  ViewOptions options;
  options.learner = learner(graph, {}, {"networks"});
  const View view = select_view(graph, options);
  EXPECT_THAT(states(view), ElementsAre("algebra done", "calculus done", "python done",
                                        "pytorch ready", "tensorflow ready", "networks done",
                                        "^build done", "art ready", "networks/1 none"));
  EXPECT_EQ(view.shows, "4 of 7 topics done, 3 ready to start");
}

// ---- levels ----

constexpr std::string_view levels = R"(
topics:
  base: {}
  needed: {level: optional}
  extra: {level: optional}
  either: {level: optional}
  t: {requires: [base, needed, {any: [base, extra]}]}
  u: {requires: [{any: [extra, either]}]}
  later: {level: optional, requires: [t]}
)";

TEST(CoreView, KeepsOptionalTopicsThatOthersCannotDoWithout) {
  const View view = select_view(graph_of(levels), {.core_only = true});
  // u needs one of two optional topics, so both stay.
  EXPECT_THAT(ids(view), ElementsAre("base", "needed", "extra", "either", "t", "u", "t/1", "u/2"));
  EXPECT_EQ(view.shows, "Without optional topics that can be spared: 6 topics, 6 h");
}

TEST(CoreView, KeepsAJunctionAsLongAsOneAlternativeIsThere) {
  const View view = select_view(
      graph_of("topics: {a: {}, b: {level: optional}, c: {level: optional}, t: {requires: [{any: "
               "[a, b]}]}, u: {level: optional, requires: [{any: [b, c]}]}}"),
      {.core_only = true});
  EXPECT_THAT(ids(view), ElementsAre("a", "t", "t/1"));
  EXPECT_THAT(edges(view), ElementsAre("a or t/1", "t/1 -> t"));
}

// ---- neighbourhoods ----

constexpr std::string_view chain = R"(
topics:
  a: {}
  b: {requires: [a]}
  c: {requires: [{any: [b, x]}]}
  d: {requires: [c]}
  e: {requires: [d]}
  x: {}
goals: {g: {requires: [c]}}
)";

View around(std::string_view yaml, const std::vector<std::string>& centre,
            std::optional<std::uint32_t> depth, bool upstream = true, bool downstream = true) {
  const TopicGraph graph = graph_of(yaml);
  ViewOptions options;
  options.around = Neighbourhood{topics(graph, centre), depth, upstream, downstream};
  return select_view(graph, options);
}

TEST(AroundView, CountsEdgesAndLooksThroughJunctions) {
  EXPECT_THAT(ids(around(chain, {"c"}, 1)), ElementsAre("b", "c", "d", "x", "c/1"));
  EXPECT_THAT(ids(around(chain, {"c"}, 2, true, false)), ElementsAre("a", "b", "c", "x", "c/1"));
  EXPECT_THAT(ids(around(chain, {"c"}, std::nullopt, false, true)), ElementsAre("c", "d", "e"));
  EXPECT_THAT(ids(around(chain, {"x"}, 1)), ElementsAre("c", "x", "c/1"));
}

TEST(AroundView, BringsTheCentreOutAndSaysWhatItShows) {
  const View view = around(chain, {"c"}, 1);
  EXPECT_TRUE(card(view, "c").focus);
  EXPECT_FALSE(card(view, "b").focus);
  EXPECT_EQ(view.shows, "C: what it needs and what it unlocks directly: 4 topics, 4 h");
  EXPECT_EQ(around(chain, {"c"}, 2, true, false).shows,
            "C: what it needs in up to 2 steps: 4 topics, 4 h");
  EXPECT_EQ(around(chain, {"c"}, std::nullopt, false).shows, "C: what it unlocks: 3 topics, 3 h");
}

// ---- collapsed sections ----

constexpr std::string_view boxes = R"(
sections:
  math: {title: Mathematics, topics: {a: {hours: 1}, b: {hours: 2, requires: [a]}}}
  code: {title: Code, topics: {p: {hours: 3, requires: [a]}, q: {hours: 4}}}
  outer: {title: Outer, sections: {inner: {title: Inner, topics: {i: {hours: 5, requires: [b, p, {any: [q, t]}]}}}}}
  news: {title: News, resources: [One, Two]}
topics: {t: {hours: 6, requires: [{any: [a, q]}]}}
goals: {g: {requires: [i]}}
)";

View collapsed(std::string_view yaml, const std::vector<std::string>& sections) {
  const TopicGraph graph = graph_of(yaml);
  ViewOptions options;
  for (const std::string& id : sections) {
    options.collapse.push_back(graph.roadmap().find_section(id).value());
  }
  return select_view(graph, options);
}

TEST(CollapsedView, PutsACardInThePlaceOfASection) {
  const View view = collapsed(boxes, {"math"});
  EXPECT_THAT(ids(view), ElementsAre("news", "math", "p", "q", "i", "t", "i/1"));
  const ViewCard& math = card(view, "math");
  EXPECT_EQ(math.kind, CardKind::section);
  EXPECT_EQ(math.detail, "2 topics, 3 h");
  EXPECT_EQ(math.colour, 0U);
  EXPECT_EQ(math.section, no_index);
  EXPECT_EQ(math.label, "Section Mathematics: 2 topics, 3 h.");
  // One end of t's choice is inside, so both are plain edges; i's is as it was.
  EXPECT_THAT(edges(view), ElementsAre("math -> p", "math -> i", "p -> i", "q or i/1", "t or i/1",
                                       "i/1 -> i", "math or t", "q or t"));
  EXPECT_EQ(view.edges[0].from, "section:math");
  EXPECT_EQ(view.edges[0].to, "p");
  EXPECT_EQ(view.shows, "Mathematics as one card");
}

TEST(CollapsedView, TakesTheOutermostSection) {
  const View view = collapsed(boxes, {"outer", "inner"});
  EXPECT_THAT(ids(view), ElementsAre("news", "a", "b", "p", "q", "outer", "t", "t/2"));
  EXPECT_EQ(card(view, "outer").section, no_index);
}

TEST(CollapsedView, OfAllKeepsBoxesThatHoldSectionsOnly) {
  ViewOptions options;
  options.collapse_all = true;
  const View view = select_view(graph_of(boxes), options);
  EXPECT_THAT(ids(view), ElementsAre("news", "math", "code", "inner", "t"));
  EXPECT_EQ(card(view, "inner").section, 2U);
  EXPECT_THAT(edges(view), ElementsAre("math -> code", "math -> inner", "code -> inner",
                                       "t or inner", "math or t", "code or t"));
  EXPECT_EQ(view.shows, "An overview of its sections: 6 topics, 21 h");
}

TEST(CollapsedView, JoinsSectionsThatNeedEachOtherByOneEdge) {
  const View view = collapsed(R"(
sections:
  one: {topics: {a: {}, b: {requires: [y]}, d: {requires: [z]}}}
  two: {topics: {x: {requires: [a]}, y: {}, z: {}}}
)",
                              {"one", "two"});
  EXPECT_THAT(edges(view), ElementsAre("two <-> one"));  // from where more comes
}

TEST(CollapsedView, DoesNotTakeARecommendationForANeed) {
  const View view = collapsed(R"(
sections:
  one: {topics: {a: {}, b: {recommends: [y]}}}
  two: {topics: {x: {requires: [a], recommends: [b]}, y: {}}}
)",
                              {"one", "two"});
  EXPECT_THAT(edges(view), ElementsAre("two recommends one", "one -> two"));
}

TEST(CollapsedView, CountsWhatIsDone) {
  const TopicGraph graph = graph_of(boxes);
  ViewOptions options;
  options.learner = learner(graph, {}, {"b", "q"});
  options.collapse_all = true;
  const View view = select_view(graph, options);
  EXPECT_EQ(card(view, "math").state, CardState::done);
  EXPECT_EQ(card(view, "code").state, CardState::none);
  EXPECT_EQ(card(view, "code").detail, "2 topics, 7 h · 1 done");
}

// ---- details ----

constexpr std::string_view linked = R"yaml(
sections: {news: {title: News, resources: ["[One](https://one.example) (paid)"]}}
topics:
  a: {hours: 2, resources: ["[Book by Ann](https://book.example) (paid)", "[Film](https://film.example) (free)", A talk]}
  b: {hours: 1}
)yaml";

TEST(DetailView, ListsResourcesWithTheirLinks) {
  const View view = select_view(graph_of(linked), {.detail = Detail::resources});
  const ViewCard& a = card(view, "a");
  ASSERT_EQ(a.lines.size(), 3U);
  EXPECT_EQ(a.lines[0].text, "Book by Ann");
  EXPECT_EQ(a.lines[0].url, "https://book.example");
  EXPECT_EQ(a.lines[0].cost, Cost::paid);
  EXPECT_EQ(a.lines[1].cost, Cost::free);
  EXPECT_EQ(a.lines[2].text, "A talk");
  EXPECT_EQ(a.lines[2].url, "");
  EXPECT_EQ(a.url, "");  // no link around links
  EXPECT_EQ(a.detail, "2 h");
  EXPECT_EQ(card(view, "news").lines.at(0).url, "https://one.example");
}

TEST(DetailView, LeavesPaidResourcesOutOfAFreePath) {
  const TopicGraph graph = graph_of(linked);
  PathOptions path;
  path.free_only = true;
  ViewOptions options;
  options.learner = learner(graph, {"a"}, {}, path);
  options.detail = Detail::resources;
  EXPECT_EQ(card(select_view(graph, options), "a").lines.at(0).text, "Film");
}

TEST(DetailView, SaysTitlesOnly) {
  const View view = select_view(graph_of(linked), {.detail = Detail::title});
  EXPECT_EQ(card(view, "a").detail, "");
  EXPECT_EQ(card(view, "a").kind, CardKind::topic);
  EXPECT_EQ(card(view, "a").url, "https://book.example");
}

// ---- cycles ----

TEST(CycleView, MarksWhatCannotBeLearnedAndNamesTheLines) {
  const View view = select_view(graph_of(R"(topics:
  a: {requires: [c]}
  b: {requires: [a], recommends: [c]}
  c: {requires: [{any: [b, d]}, p]}
  d: {requires: [c]}
  p: {}
)"),
                                {.cycles = true});
  // Of the cycles through a, the shortest.
  EXPECT_THAT(view.problems, ElementsAre("Cycle: A → B → C → A (lines 2, 3 and 4)"));
  EXPECT_EQ(view.shows, "1 cycle, so that some topics cannot be learned");
  std::vector<std::string> marked;
  for (const ViewCard& each : view.cards) {
    if (each.in_cycle) marked.push_back(each.id);
  }
  EXPECT_THAT(marked, ElementsAre("a", "b", "c"));
  std::vector<std::string> all = edges(view);
  for (std::size_t e = 0; e < all.size(); ++e) {
    if (view.edges[e].in_cycle) all[e] += " !";
  }
  EXPECT_THAT(all, ElementsAre("c -> a !", "a -> b !", "c recommends b", "b or c/1 !", "d or c/1",
                               "c/1 -> c !", "p -> c", "c -> d"));
  EXPECT_EQ(card(view, "a").label.substr(0, 34), "In a cycle, cannot be learned. A: ");
}

TEST(CycleView, OfASoundRoadmapIsTheWholeOne) {
  const View view = select_view(graph_of(nets), {.cycles = true});
  EXPECT_EQ(view.shows, "");
  EXPECT_THAT(view.problems, IsEmpty());
}

// ---- several pictures ----

TEST(SplitView, LeadsFromTheOverviewToEachSectionAndBack) {
  const std::vector<ViewPage> pages = split_view(graph_of(boxes), {}, ".svg");
  std::vector<std::string> names;
  for (const ViewPage& page : pages) names.push_back(page.name);
  EXPECT_THAT(names, ElementsAre("overview", "section-math", "section-code", "section-inner"));
  EXPECT_EQ(card(pages[0].view, "math").url, "section-math.svg");
  EXPECT_EQ(card(pages[0].view, "inner").url, "section-inner.svg");
  EXPECT_THAT(pages[0].view.links, IsEmpty());
  ASSERT_EQ(pages[1].view.links.size(), 1U);
  EXPECT_EQ(pages[1].view.links[0].url, "overview.svg");
}

TEST(SplitView, ShowsASectionAndItsNeighboursAsContext) {
  const View view = split_view(graph_of(boxes), {}, ".svg")[2].view;  // code: p and q
  EXPECT_THAT(ids(view), ElementsAre("a", "p", "q", "i", "t", "i/1", "t/2"));
  EXPECT_TRUE(card(view, "a").context);
  EXPECT_EQ(card(view, "a").detail, "in Mathematics");
  EXPECT_EQ(card(view, "a").section, no_index);
  EXPECT_EQ(card(view, "a").colour, 0U);
  EXPECT_EQ(card(view, "a").url, "section-math.svg#section-math-topic-a");
  EXPECT_EQ(card(view, "t").url, "overview.svg#overview-topic-t");
  EXPECT_EQ(card(view, "i/1").url, "");  // no page has a place for it
  EXPECT_FALSE(card(view, "p").context);
  // Not a or t/2, nor t or i/1: they connect context with context.
  EXPECT_THAT(edges(view),
              ElementsAre("a -> p", "p -> i", "q or i/1", "i/1 -> i", "q or t/2", "t/2 -> t"));
  EXPECT_EQ(view.shows, "Code: 2 topics, 7 h, and what they are connected with");
  EXPECT_TRUE(view.description.starts_with(view.shows + ". Arrows lead"));
}

TEST(SplitView, LeavesOptionalTopicsOutOfEveryPicture) {
  const TopicGraph graph = graph_of(
      "sections: {s: {topics: {a: {}, b: {level: optional}}}, r: {topics: {c: {level: "
      "optional}}}}");
  const std::vector<ViewPage> pages = split_view(graph, {.core_only = true}, ".svg");
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_THAT(ids(pages[1].view), ElementsAre("a"));
  EXPECT_EQ(pages[1].view.shows.substr(0, 15), "S: 1 topic, 1 h");
}

TEST(SplitView, CountsATopicOnceThatIsCalledLikeASectionOfLinks) {
  const TopicGraph graph = graph_of(
      "sections: {s: {topics: {a: {hours: 1}}}, a: {resources: [\"[L](https://l.org)\"]}}");
  const std::vector<ViewPage> pages = split_view(graph, {}, ".svg");
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(pages[1].view.shows, "S: 1 topic, 1 h, and what they are connected with");
}

TEST(SplitView, NamesFilesSafely) {
  const auto pages = split_view(graph_of("sections: {a/b: {topics: {t: {}}}}"), {}, ".svg");
  EXPECT_EQ(pages[1].name, "section-a_2F_b");
}

}  // namespace
}  // namespace prereq
