#include "prereq/path.hpp"

#include <gmock/gmock.h>

#include <string>

#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using testing::all;
using testing::any;
using testing::at_least;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::RoadmapBuilder;

// A path with everything by id, to goals and topics by name.
class Ask {
 public:
  explicit Ask(RoadmapBuilder& builder) : graph_(builder.build()) {}

  Ask& known(const std::string& id) { return add(options.known, id); }
  Ask& with(const std::string& id) { return add(options.with, id); }
  Ask& avoid(const std::string& id) { return add(options.avoid, id); }

  std::optional<Path> to(const std::string& name) {
    const std::vector<std::string> names{name};
    const Targets targets = resolve_targets(names, graph_.roadmap(), diagnostics);
    return shortest_path(graph_, targets, options, diagnostics);
  }
  std::vector<std::string> steps_to(const std::string& name) {
    const std::optional<Path> path = to(name);
    std::vector<std::string> ids;
    if (!path) return ids;
    for (const PathStep& step : path->steps) ids.push_back(id(step.topic));
    return ids;
  }
  std::string id(TopicIndex t) const { return std::string(graph_.roadmap().topics()[t].id); }
  std::vector<std::string> ids(const std::vector<TopicIndex>& topics) const {
    std::vector<std::string> result;
    for (const TopicIndex t : topics) result.push_back(id(t));
    return result;
  }

  PathOptions options;
  Diagnostics diagnostics;

 private:
  Ask& add(std::vector<TopicIndex>& list, const std::string& id) {
    list.push_back(*graph_.roadmap().find_topic(id));
    return *this;
  }
  TopicGraph graph_;
};

TEST(Path, IsTheClosureWithoutWhatIsKnown) {
  RoadmapBuilder b;
  b.topic("deep", 30, {"linear", "python"});
  b.topic("linear", 35, {"algebra"});
  b.topic("algebra", 40);
  b.topic("python", 25);
  b.topic("elsewhere", 5);
  Ask ask(b);
  EXPECT_THAT(ask.known("python").steps_to("deep"), ElementsAre("algebra", "linear", "deep"));
}

TEST(Path, TakesAsKnownWhatAKnownTopicImplies) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("b", 1, {"a"});
  b.topic("c", 1, {"a", "b"});
  Ask ask(b);
  EXPECT_THAT(ask.known("b").steps_to("c"), ElementsAre("c"));
  ask.options.known_exactly = true;
  EXPECT_THAT(ask.steps_to("c"), ElementsAre("a", "c"));
}

TEST(Path, TakesAssumedTopicsAsKnown) {
  RoadmapBuilder b;
  b.topic("school", 400).level = Level::assumed;
  b.topic("algebra", 40, {"school"});
  EXPECT_THAT(Ask(b).steps_to("algebra"), ElementsAre("algebra"));
}

TEST(Path, CountsSharedPrerequisitesOnce) {
  RoadmapBuilder b;
  b.topic("shared", 10);
  b.topic("x", 1, {"shared"});
  b.topic("y", 1, {"shared"});
  b.topic("alone", 9);
  b.goal("goal", {any({"alone", "x"}), "y"});
  Ask ask(b);
  const auto path = ask.to("goal");
  ASSERT_TRUE(path);
  EXPECT_EQ(path->total, 12 * 3600);
  EXPECT_EQ(path->lower_bound, path->total);
  EXPECT_TRUE(path->optimal);
}

TEST(Path, CountsTopicsInsteadOfHoursWhenAsked) {
  RoadmapBuilder b;
  b.topic("long", 100);
  b.topic("half", 1);
  b.topic("rest", 1, {"half"});
  b.goal("goal", {any({"long", "rest"})});
  Ask ask(b);
  EXPECT_THAT(ask.steps_to("goal"), ElementsAre("half", "rest"));
  ask.options.unit = PathUnit::topics;
  EXPECT_THAT(ask.steps_to("goal"), ElementsAre("long"));
}

TEST(Path, TakesTheAuthorsPreferenceWhenAllElseIsEqual) {
  RoadmapBuilder b;
  b.topic("tensorflow", 10);
  b.topic("pytorch", 10);
  b.goal("goal", {any({"pytorch", "tensorflow"})});
  EXPECT_THAT(Ask(b).steps_to("goal"), ElementsAre("pytorch"));
}

TEST(Path, PassesOverWhatIsMetWhenItLooksForThePreference) {
  RoadmapBuilder b;
  for (const char* id : {"known", "x", "y"}) b.topic(id);
  b.goal("goal", {any({"known", "x"}), any({"y", "x"})});
  Ask ask(b);
  EXPECT_THAT(ask.known("known").steps_to("goal"), ElementsAre("y"));
  RoadmapBuilder open;
  for (const char* id : {"other", "x", "y"}) open.topic(id);
  open.goal("goal", {any({"other", "x"}), any({"y", "x"})});
  EXPECT_THAT(Ask(open).steps_to("goal"), ElementsAre("x"));
}

TEST(Path, TakesTwoTopicsWhereOneIsNamedTwice) {
  RoadmapBuilder b;
  b.topic("a", 1);
  b.topic("b", 2);
  b.topic("c", 4);
  b.goal("twice", {at_least(2, {"a", "b", "a"})});
  b.goal("inside", {at_least(2, {"a", all({"a", "b"}), "c"})});
  b.goal("loose", {at_least(2, {any({"a", "b"}), "a", "c"})});
  b.goal("never", {at_least(2, {"a", "a"})});
  Ask ask(b);
  EXPECT_THAT(ask.steps_to("twice"), ElementsAre("a", "b"));
  EXPECT_THAT(ask.steps_to("inside"), ElementsAre("a", "c"));
  EXPECT_THAT(ask.steps_to("loose"), ElementsAre("a", "c"));
  EXPECT_FALSE(ask.to("never"));
}

TEST(Path, DoesNotHangOnACycleOfAlternatives) {
  RoadmapBuilder b;
  b.topic("a", 1, {any({"b", "dear"})});
  b.topic("b", 1, {any({"a", "dear"})});
  b.topic("dear", 50);
  Ask ask(b);
  EXPECT_THAT(ask.steps_to("a"), ElementsAre("dear", "a"));
}

TEST(Path, PutsCorequisitesSideBySide) {
  RoadmapBuilder b;
  b.topic("course", 10, {"maths"}, {"lab"});
  b.topic("maths", 5);
  b.topic("lab", 2, {"tools"}, {"course"});
  b.topic("tools", 1);
  EXPECT_THAT(Ask(b).steps_to("course"), ElementsAre("maths", "tools", "course", "lab"));
}

TEST(Path, KeepsASectionTogetherWhereItCan) {
  RoadmapBuilder b;
  const SectionIndex maths = b.section("maths");
  const SectionIndex code = b.section("code");
  b.topic("m1").section = maths;
  b.topic("c1").section = code;
  b.topic("m2", 1, {"m1"}).section = maths;
  b.topic("c2", 1, {"c1"}).section = code;
  b.topic("m3", 1, {"m2", "c2"}).section = maths;
  b.goal("goal", {"m3"});
  // Programming can be finished in one go, mathematics cannot.
  EXPECT_THAT(Ask(b).steps_to("goal"), ElementsAre("c1", "c2", "m1", "m2", "m3"));
}

TEST(Path, NamesTheLongestChain) {
  RoadmapBuilder b;
  b.topic("a", 10);
  b.topic("b", 20, {"a"});
  b.topic("c", 25);
  b.topic("d", 1, {"b", "c"});
  Ask ask(b);
  const auto path = ask.to("d");
  ASSERT_TRUE(path);
  EXPECT_THAT(ask.ids(path->critical_path.topics), ElementsAre("a", "b", "d"));
  EXPECT_EQ(path->critical_path.total, Hours::from_seconds(31 * 3600));
}

TEST(Path, SaysWhatEachStepUses) {
  RoadmapBuilder b;
  b.topic("slow", 30);
  b.topic("quick", 2);
  b.topic("x", 1, {any({"slow", "quick"})});
  b.goal("goal", {"slow", "quick", "x"});
  Ask ask(b);
  const auto path = ask.to("goal");
  ASSERT_TRUE(path);
  EXPECT_EQ(ask.id(path->steps[2].topic), "x");
  EXPECT_THAT(ask.ids(path->steps[2].prerequisites), ElementsAre("quick"));
  EXPECT_EQ(path->steps[2].total, Hours::from_seconds(33 * 3600));
}

TEST(Path, TellsTheChoicesItMadeAndWhatOthersCost) {
  RoadmapBuilder b;
  b.topic("pytorch", 10);
  b.topic("tensorflow", 18);
  b.topic("deep", 1, {any({"tensorflow", "pytorch"})});
  Ask ask(b);
  ask.options.compare_alternatives = true;
  const auto path = ask.to("deep");
  ASSERT_TRUE(path);
  ASSERT_EQ(path->choices.size(), 1U);
  const PathChoice& choice = path->choices[0];
  EXPECT_EQ(ask.id(choice.topic), "deep");
  EXPECT_FALSE(choice.alternatives[0].chosen);
  EXPECT_EQ(choice.alternatives[0].extra, 8 * 3600);
  EXPECT_TRUE(choice.alternatives[1].chosen);
}

TEST(Path, ShowsWhatForcingAndForbiddingCosts) {
  RoadmapBuilder b;
  b.topic("near", 1);
  b.topic("far", 4);
  b.topic("extra", 2);
  b.goal("goal", {any({"near", "far"})});
  Ask ask(b);
  const auto path = ask.avoid("near").with("extra").to("goal");
  ASSERT_TRUE(path);
  EXPECT_EQ(path->total, 6 * 3600);
  EXPECT_EQ(path->unconstrained_total, 1 * 3600);
}

TEST(Path, LeavesOutTopicsThatAreOnlyPaidFor) {
  RoadmapBuilder b;
  const auto resource = [&b](Cost cost) {
    Resource made;
    made.title = "r";
    made.cost = cost;
    b.data().resources.push_back(made);
    const auto at = static_cast<std::uint32_t>(b.data().resources.size());
    return IndexRange{at - 1, at};
  };
  b.topic("paid", 1).resources = resource(Cost::paid);
  b.topic("unstated", 2).resources = resource(Cost::unstated);
  b.topic("free", 3).resources = resource(Cost::free);
  b.goal("goal", {any({"paid", "unstated"}), "free"});
  b.goal("dear", {"paid"});
  Ask ask(b);
  ask.options.free_only = true;
  const auto path = ask.to("goal");
  ASSERT_TRUE(path);
  EXPECT_EQ(path->total, 5 * 3600);
  EXPECT_EQ(path->unconstrained_total, 4 * 3600);
  EXPECT_THAT(ask.ids(path->left_out), ElementsAre("paid"));
  EXPECT_EQ(path->cost_unstated, 1U);
  EXPECT_FALSE(ask.to("dear"));
  EXPECT_EQ(ask.diagnostics.items().at(0).message,
            "goal 'dear' cannot be reached without 'paid' (paid)");
  EXPECT_FALSE(ask.to("paid"));
  EXPECT_EQ(ask.diagnostics.items().at(1).message, "topic 'paid' cannot be reached: it is paid");
}

TEST(Path, CountsTheHoursOfFreeResourcesWherePaidOnesAreLeftOut) {
  RoadmapBuilder b;
  const auto add = [&b](const std::string& id, Choose choose) {
    Topic& topic = b.topic(id);
    b.data().has_hours.back() = false;
    topic.choose = choose;
    topic.resources.first = static_cast<std::uint32_t>(b.data().resources.size());
    for (const auto& [cost, hours] :
         {std::pair{Cost::paid, 4}, {Cost::free, 9}, {Cost::unstated, 12}}) {
      Resource made;
      made.title = "r";
      made.cost = cost;
      made.hours = HoursRange{Hours::from_seconds(hours * 3600), Hours::from_seconds(hours * 3600)};
      b.data().resources.push_back(made);
    }
    topic.resources.last = topic.resources.first + 3;
  };
  add("one", Choose::one);
  add("all", Choose::all);
  b.topic("own", 5).resources = {0, 3};
  b.goal("goal", {"one", "all", "own"});
  Ask ask(b);
  EXPECT_EQ(ask.to("goal")->total, (4 + 25 + 5) * 3600);
  ask.options.free_only = true;
  const auto path = ask.to("goal");
  EXPECT_EQ(path->total, (9 + 21 + 5) * 3600);
  EXPECT_EQ(path->hours.seconds(), path->total);
  EXPECT_EQ(path->unconstrained_total, (4 + 25 + 5) * 3600);
}

TEST(Path, WeighsOtherAlternativesWithAllThatTheyRecommend) {
  RoadmapBuilder b;
  b.topic("manual", 7);
  b.topic("cheap", 1, {}, {}, {"manual"});
  b.topic("plain", 3);
  b.topic("dear", 10);
  b.goal("goal", {any({"cheap", "plain", "dear"})});
  Ask ask(b);
  ask.options.recommended = true;
  ask.options.compare_alternatives = true;
  const auto path = ask.to("goal");
  ASSERT_TRUE(path);
  EXPECT_EQ(path->total, 8 * 3600);
  ASSERT_EQ(path->choices.size(), 1U);
  const auto& alternatives = path->choices[0].alternatives;
  EXPECT_TRUE(alternatives[0].chosen);
  EXPECT_EQ(alternatives[1].extra, -5 * 3600);
  EXPECT_EQ(alternatives[2].extra, 2 * 3600);
}

TEST(Path, AddsWhatIsRecommendedWhenAsked) {
  RoadmapBuilder b;
  b.topic("shell", 1);
  b.topic("git", 2, {"shell"});
  b.topic("deploy", 5, {}, {}, {"git"});
  Ask ask(b);
  EXPECT_THAT(ask.steps_to("deploy"), ElementsAre("deploy"));
  ask.options.recommended = true;
  EXPECT_THAT(ask.steps_to("deploy"), ::testing::UnorderedElementsAre("shell", "git", "deploy"));
}

TEST(Path, IsEmptyWhenEverythingIsKnown) {
  RoadmapBuilder b;
  b.topic("a");
  Ask ask(b);
  const auto path = ask.known("a").to("a");
  ASSERT_TRUE(path);
  EXPECT_THAT(path->steps, IsEmpty());
  EXPECT_TRUE(path->optimal);
}

TEST(Path, NamesTheCycleThatBlocksAGoal) {
  RoadmapBuilder b;
  b.topic("a", 1, {"b"});
  b.topic("b", 1, {"c"});
  b.topic("c", 1, {"a"});
  b.topic("d", 1, {"a"});
  b.goal("goal", {"d"});
  Ask ask(b);
  EXPECT_FALSE(ask.to("goal"));
  ASSERT_EQ(ask.diagnostics.items().size(), 1U);
  const Diagnostic& d = ask.diagnostics.items()[0];
  EXPECT_EQ(d.code, Code::unreachable_goal);
  EXPECT_EQ(d.message,
            "goal 'goal' cannot be reached: it waits for the cycle 'a' → 'b' → 'c' → 'a'");
  EXPECT_THAT(d.topics, ElementsAre("a", "b", "c", "a"));
  ASSERT_EQ(d.notes.size(), 3U);
  EXPECT_EQ(d.notes[0].message, "'a' needs 'b' here");
}

TEST(Path, NamesTheGroupThatAsksForTooMuch) {
  RoadmapBuilder b;
  b.topic("a");
  b.topic("c");
  b.topic("b", 1, {at_least(3, {"a", "c"})});
  Ask ask(b);
  EXPECT_FALSE(ask.to("b"));
  EXPECT_EQ(ask.diagnostics.items().at(0).message,
            "topic 'b' cannot be reached: a group that it needs asks for more than it has");
  EXPECT_EQ(ask.diagnostics.items()[0].notes.at(0).message, "needs 3 of 2");
}

TEST(Path, GivesTheBestPlanAndABoundWhenTimeRunsOut) {
  RoadmapBuilder b;
  std::vector<testing::Need> wanted;
  for (int t = 0; t < 12; ++t) b.topic("t" + std::to_string(t), 1 + t % 3);
  for (int c = 0; c < 12; ++c) {
    const auto name = [](int t) { return testing::Need("t" + std::to_string(t % 12)); };
    wanted.push_back(any({name(c), name(c * 5 + 1), name(c * 7 + 3)}));
  }
  b.goal("goal", wanted);
  Ask ask(b);
  ask.options.time_limit = std::chrono::milliseconds(0);
  const auto path = ask.to("goal");
  ASSERT_TRUE(path);
  EXPECT_LE(path->lower_bound, path->total);
  EXPECT_EQ(path->optimal, path->lower_bound == path->total);
  ask.options.time_limit = std::chrono::seconds(10);
  const auto proven = ask.to("goal");
  ASSERT_TRUE(proven);
  EXPECT_TRUE(proven->optimal);
  EXPECT_LE(path->lower_bound, proven->total);
  EXPECT_GE(path->total, proven->total);
}

// A goal that wants some of many topics, of an hour or two each.
RoadmapBuilder choice_of_many(int topics, std::uint32_t least) {
  RoadmapBuilder b;
  std::vector<testing::Need> entries;
  for (int t = 0; t < topics; ++t) {
    b.topic("t" + std::to_string(t), 1 + t % 2);
    entries.emplace_back("t" + std::to_string(t));
  }
  b.goal("goal", {least == 1 ? any(entries) : at_least(least, entries)});
  return b;
}

// Took minutes and 7 GB, whatever the time limit was.
TEST(Path, ChoosesOneOfAHundredThousandTopics) {
  RoadmapBuilder b = choice_of_many(100'000, 1);
  Ask ask(b);
  const auto path = ask.to("goal");
  ASSERT_TRUE(path);
  EXPECT_TRUE(path->optimal);
  ASSERT_EQ(path->steps.size(), 1U);
  EXPECT_EQ(path->steps.front().topic, 0U);
}

TEST(Path, ChoosesManyOfManyWithoutCountingThemInClauses) {
  RoadmapBuilder b = choice_of_many(20'000, 9'000);
  Ask ask(b);
  const auto path = ask.to("goal");
  ASSERT_TRUE(path);
  EXPECT_TRUE(path->optimal);
  EXPECT_EQ(path->total, 9'000 * 3600);
}

TEST(Path, WalksAChainOfTwoHundredThousandTopics) {
  RoadmapBuilder b;
  b.topic("t0");
  for (int t = 1; t < 200'000; ++t) {
    b.topic("t" + std::to_string(t), 1, {testing::Need("t" + std::to_string(t - 1))});
  }
  Ask ask(b);
  const auto path = ask.to("t199999");
  ASSERT_TRUE(path);
  EXPECT_EQ(path->steps.size(), 200'000U);
  EXPECT_EQ(path->critical_path.topics.size(), 200'000U);
}

}  // namespace
}  // namespace prereq
