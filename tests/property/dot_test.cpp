// What prereq exports as DOT reads back with the same topics and requirements.
#include "prereq/dot.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "prereq/learnable.hpp"
#include "prereq/read.hpp"
#include "prereq/view.hpp"
#include "support/random_roadmap.hpp"
#include "view/pennants.hpp"

namespace prereq {
namespace {

using testing::Random;

std::string joined(std::set<std::string> parts, const std::string& opening) {
  std::string text = opening + "(";
  for (const std::string& part : parts) text += part + " ";
  return text + ")";
}

// A requirement as it is drawn: groups without a choice taken apart, `any` in `any` as one, what is
// said twice as once, in alphabetical order. Requires: all groups can be met.
std::string drawn_as(const Roadmap& roadmap, const Requirement& entry);

void add_parts(const Roadmap& roadmap, IndexRange range, bool in_choice,
               std::set<std::string>& parts) {
  for (const Requirement& entry : roadmap.requirements(range)) {
    const bool is_single = entry.entries.size() == 1;
    const bool is_open = entry.kind != RequirementKind::topic &&
                         (in_choice ? is_single || entry.kind == RequirementKind::any
                                    : entry.least >= entry.entries.size());
    if (is_open) {
      add_parts(roadmap, entry.entries, in_choice, parts);
    } else {
      parts.insert(drawn_as(roadmap, entry));
    }
  }
}

std::string drawn_as(const Roadmap& roadmap, const Requirement& entry) {
  if (entry.kind == RequirementKind::topic) return std::string(entry.name);
  const std::uint32_t size = entry.entries.size();
  const bool is_any = entry.kind == RequirementKind::any;
  std::set<std::string> parts;
  add_parts(roadmap, entry.entries, is_any, parts);
  if (parts.size() == 1) return *parts.begin();
  return joined(std::move(parts), is_any                ? "any"
                                  : entry.least >= size ? "all"
                                                        : std::to_string(entry.least));
}

std::string drawn_as(const Roadmap& roadmap, IndexRange range) {
  std::set<std::string> parts;
  add_parts(roadmap, range, false, parts);
  return joined(std::move(parts), "");
}

std::set<std::string> what_is_drawn(const Roadmap& roadmap) {
  std::set<std::string> lines;
  for (const Topic& topic : roadmap.topics()) {
    lines.insert(std::string(topic.id) + ": " + std::string(topic.title) + ", " +
                 format_hours(topic.hours) + " <- " + drawn_as(roadmap, topic.requirements) +
                 " with " + drawn_as(roadmap, topic.corequisites));
  }
  for (const Goal& goal : roadmap.goals()) {
    lines.insert(std::string(goal.id) + " <- " + drawn_as(roadmap, goal.requirements));
  }
  return lines;
}

// Without errors: nothing that cannot be learned, and no group that wants more entries than count.
bool can_be_drawn(const TopicGraph& graph) {
  const auto wants_too_many = [](const Requirement& entry) {
    return entry.kind != RequirementKind::topic && entry.least > entry.entries.size();
  };
  if (std::ranges::any_of(graph.roadmap().requirements(), wants_too_many)) return false;
  const std::vector<bool> learnable = learnable_topics(graph, {});
  return std::ranges::all_of(learnable, [](bool can) { return can; });
}

TEST(DotRoundTrip, KeepsTopicsRequirementsAndGoals) {
  Random random(23);
  int compared = 0;
  for (int round = 0; round < 600; ++round) {
    const TopicGraph graph(testing::small_roadmap(
        random, {.topics = 9, .max_needs = 3, .cycle_percent = 0, .corequisite_percent = 15}));
    if (!can_be_drawn(graph)) continue;
    Diagnostics diagnostics;
    const std::string dot = write_dot(select_view(graph, {.all_edges = true}));
    Sources sources;
    const FileId file = sources.add("graph.dot", dot);
    const Roadmap back = read_roadmap(sources, file, diagnostics);
    ASSERT_TRUE(diagnostics.empty()) << diagnostics.items().front().message;
    ASSERT_EQ(what_is_drawn(back), what_is_drawn(graph.roadmap())) << dot;
    ++compared;
  }
  EXPECT_GT(compared, 60);
}

TEST(DotRoundTrip, MakesGoalsOfPennants) {
  Random random(24);
  std::size_t pennants = 0;
  for (int round = 0; round < 600; ++round) {
    const TopicGraph graph(
        testing::small_roadmap(random, {.topics = 9, .max_needs = 3, .cycle_percent = 0}));
    if (!can_be_drawn(graph)) continue;
    Draft draft = draft_roadmap(graph, std::vector<bool>(graph.roadmap().requirements().size()));
    hang_pennants(draft);
    const View& view = draft.view;
    for (const ViewCard& card : view.cards) pennants += card.pennants.size();
    Sources sources;
    Diagnostics diagnostics;
    const Roadmap back =
        read_roadmap(sources, sources.add("graph.dot", write_dot(view)), diagnostics);
    ASSERT_TRUE(diagnostics.empty()) << diagnostics.items().front().message;
    ASSERT_EQ(what_is_drawn(back), what_is_drawn(graph.roadmap())) << write_dot(view);
  }
  EXPECT_GT(pennants, 10U);
}

TEST(DotRoundTrip, LeavesOutAsManyEdgesAsItSays) {
  Random random(25);
  std::size_t left_out = 0;
  for (int round = 0; round < 600; ++round) {
    const TopicGraph graph(
        testing::small_roadmap(random, {.topics = 9, .max_needs = 3, .cycle_percent = 0}));
    for (const bool core_only : {false, true}) {
      const View all = select_view(graph, {.all_edges = true, .core_only = core_only});
      const View some = select_view(graph, {.core_only = core_only});
      EXPECT_EQ(with_every_line(some).edges.size() + some.redundant_edges, all.edges.size());
      EXPECT_EQ(all.redundant_edges, 0U);
      left_out += some.redundant_edges;
    }
  }
  EXPECT_GT(left_out, 20U);
}

// Every topic and goal with all that it needs, before it or together with it, through others too.
std::set<std::string> all_needs(const Roadmap& roadmap) {
  std::vector<std::set<TopicIndex>> needs(roadmap.topics().size());
  const auto add = [&](const auto& self, IndexRange range, std::set<TopicIndex>& to) -> void {
    for (const Requirement& entry : roadmap.requirements(range)) {
      if (entry.topic != no_index) {
        to.insert(entry.topic);
        to.insert(needs[entry.topic].begin(), needs[entry.topic].end());
      }
      self(self, entry.entries, to);
    }
  };
  for (std::size_t round = 0; round < needs.size(); ++round) {
    for (TopicIndex t = 0; t < needs.size(); ++t) {
      add(add, roadmap.topics()[t].requirements, needs[t]);
      add(add, roadmap.topics()[t].corequisites, needs[t]);
    }
  }
  std::set<std::string> lines;
  const auto say = [&](std::string_view id, const std::set<TopicIndex>& all) {
    for (const TopicIndex t : all) {
      lines.insert(std::string(id) + " <- " + std::string(roadmap.topics()[t].id));
    }
  };
  for (TopicIndex t = 0; t < needs.size(); ++t) say(roadmap.topics()[t].id, needs[t]);
  for (const Goal& goal : roadmap.goals()) {
    std::set<TopicIndex> all;
    add(add, goal.requirements, all);
    say(goal.id, all);
  }
  return lines;
}

// Sections of two or three topics, of which some are optional; what comes later needs what was
// before, often all of a section or for all of one.
std::string with_sections(Random& random) {
  std::string yaml = "sections:\n";
  std::vector<std::string> before = {"x"};
  const auto some = [&] { return before[random.below(static_cast<std::uint32_t>(before.size()))]; };
  for (int s = 0; s < 4; ++s) {
    const std::string common = some();
    yaml += "  s" + std::to_string(s) + ":\n";
    if (random.chance(40)) yaml += "    requires: [" + some() + "]\n";
    if (random.chance(20)) yaml += "    recommends: [" + some() + "]\n";
    yaml += "    topics:\n";
    std::vector<std::string> inside;
    for (int t = 0; t < 3; ++t) {
      const std::string id = "t" + std::to_string(s) + std::to_string(t);
      yaml += "      " + id + ": {" + (t > 0 && random.chance(25) ? "level: optional, " : "") +
              "requires: [" + (random.chance(70) ? common : some());
      if (!inside.empty() && random.chance(50)) yaml += ", " + inside.back();
      yaml += "]" + (random.chance(30) ? ", corequisites: [" + common + "]" : "") + "}\n";
      inside.push_back(id);
    }
    before.insert(before.end(), inside.begin(), inside.end());
    before.push_back("section:s" + std::to_string(s));
  }
  yaml += "topics: {x: {}, y: {requires: [" + some() + ", " + some() + "]}}\n";
  return yaml + "goals: {g: {requires: [" + some() + "]}, h: {requires: [" + some() + ", y]}}\n";
}

TEST(DotRoundTrip, KeepsWhatArrowsAtBoxesMean) {
  Random random(26);
  std::size_t arrows = 0;
  for (int round = 0; round < 150; ++round) {
    SCOPED_TRACE(round);
    const std::string yaml = with_sections(random);
    Sources sources;
    Diagnostics diagnostics;
    const TopicGraph graph(read_roadmap(sources, sources.add("map.yaml", yaml), diagnostics));
    ASSERT_TRUE(diagnostics.empty()) << diagnostics.items().front().message << yaml;
    const View view = select_view(graph);
    arrows += static_cast<std::size_t>(
        std::ranges::count_if(view.edges, [](const ViewEdge& edge) { return edge.ends_at_box(); }));
    const std::string dot = write_dot(view);
    const Roadmap back = read_roadmap(sources, sources.add("map.dot", dot), diagnostics);
    ASSERT_TRUE(diagnostics.empty()) << diagnostics.items().front().message << dot;
    ASSERT_EQ(all_needs(back), all_needs(graph.roadmap())) << yaml << dot;
  }
  EXPECT_GT(arrows, 300U);
}

// Graphviz reads "\\N" as a node's name; two backslashes are one.
TEST(DotRoundTrip, KeepsBackslashesInTitlesReasonsAndAddresses) {
  const std::string title = R"(C:\new\Name \\N & "quotes" <b>)";
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add(
      "map.yaml", "title: '" + title + "'\n" +
                      "topics:\n"
                      "  a: {title: '" +
                      title + "'}\n" + "  b: {requires: [{topic: a, because: '" + title + "'}]}\n" +
                      "  c: {requires: [b], resources: 'https://x.example/?\\N&\\\\'}\n");
  const TopicGraph graph(read_roadmap(sources, file, diagnostics));
  const std::string dot = write_dot(select_view(graph));
  const Roadmap back = read_roadmap(sources, sources.add("map.dot", dot), diagnostics);
  ASSERT_TRUE(diagnostics.empty()) << diagnostics.items().front().message;
  EXPECT_EQ(back.title(), title);
  EXPECT_EQ(back.topics()[0].title, title);
  EXPECT_EQ(back.requirements(back.topics()[1].requirements).front().because, title);
  EXPECT_EQ(back.resources(back.topics()[2].resources).front().url, R"(https://x.example/?\N&\\)");
}

Roadmap read_back(const std::string& yaml) {
  Sources sources;
  Diagnostics diagnostics;
  const TopicGraph graph(read_roadmap(sources, sources.add("map.yaml", yaml), diagnostics));
  const std::string dot = write_dot(select_view(graph));
  Roadmap back = read_roadmap(sources, sources.add("map.dot", dot), diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << diagnostics.items().front().message;
  return back;
}

TEST(DotRoundTrip, KeepsWhatIsSaidOfTheFirstResource) {
  const Roadmap back = read_back(
      "topics:\n"
      "  a: {resources: ['[A \\\\ B by C](https://x.example) (free, course, 2 h, week 3, if "
      "new)',\n"
      "                  '[Other](https://y.example)']}\n"
      "  b: {resources: 'https://z.example/'}\n");
  const Resource& resource = back.resources(back.topics()[0].resources).front();
  EXPECT_EQ(back.topics()[0].resources.size(), 1U);
  EXPECT_EQ(resource.title, "A \\ B");
  EXPECT_EQ(resource.by, "C");
  EXPECT_EQ(resource.cost, Cost::free);
  EXPECT_EQ(resource.type, ResourceType::course);
  EXPECT_EQ(format_hours(*resource.hours), "2 h");
  EXPECT_EQ(resource.part, "week 3");
  EXPECT_EQ(resource.note, "if new");
  EXPECT_EQ(back.resources(back.topics()[1].resources).front().title, "https://z.example/");
}

TEST(DotRoundTrip, KeepsLineBreaksInTitles) {
  const Roadmap back = read_back(
      "title: \"M\\nN\"\n"
      "sections: {s: {title: \"S\\nT\", topics: {\n"
      "  a: {title: \"First\\nsecond\\n\\nthird\", note: \"N\\nO\"},\n"
      "  b: {title: 'x &#10; y &#xA; z', requires: [a]}}}}\n"
      "goals: {g: {title: \"G\\nH\", requires: [b]}}\n");
  EXPECT_EQ(back.title(), "M\nN");
  EXPECT_EQ(back.sections()[0].title, "S\nT");
  EXPECT_EQ(back.topics()[0].title, "First\nsecond\n\nthird");
  EXPECT_EQ(back.topics()[1].title, "x &#10; y &#xA; z");
  EXPECT_EQ(back.goals()[0].title, "G\nH");
}

// The reason was taken to begin at the first colon with a blank behind it.
TEST(DotRoundTrip, KeepsReasonsBetweenIdsThatEndWithAColon) {
  const Roadmap back = read_back(
      "topics:\n"
      "  \"a:\": {}\n"
      "  \"b:\": {requires: [{topic: \"a:\", because: 'k: → l: m'}]}\n"
      "  c: {requires: [\"b:\", {any: [\"a:\", \"b:\"], because: r}]}\n"
      "  \"d:\": {requires: [c]}\n");
  const auto reasons = [&](std::string_view id) {
    std::string all;
    for (const Topic& topic : back.topics()) {
      if (topic.id != id) continue;
      for (const Requirement& entry : back.requirements(topic.requirements)) {
        all += "[" + std::string(entry.because) + "]";
      }
    }
    return all;
  };
  EXPECT_EQ(reasons("b:"), "[k: → l: m]");
  EXPECT_EQ(reasons("c"), "[][r]");
  EXPECT_EQ(reasons("d:"), "[]");
}

TEST(DotRoundTrip, KeepsWhyAPennantsTopicIsRequired) {
  const Roadmap back =
      read_back("topics: {a: {}}\ngoals: {g: {requires: [{topic: a, because: to bake}]}}\n");
  EXPECT_EQ(back.requirements(back.goals()[0].requirements).front().because, "to bake");
}

// "is on the critical path" was taken for the title of the resource.
TEST(DotRoundTrip, KeepsResourcesOfWhatIsBroughtOut) {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add(
      "map.yaml", "topics: {a: {hours: 2, resources: ['[First](https://x.example) (free)']}}\n");
  const TopicGraph graph(read_roadmap(sources, file, diagnostics));
  ViewOptions options;
  options.emphasizing = Emphasizing::critical;
  const std::string dot = write_dot(select_view(graph, options));
  EXPECT_NE(dot.find("penwidth=3"), std::string::npos);
  const Roadmap back = read_roadmap(sources, sources.add("map.dot", dot), diagnostics);
  EXPECT_EQ(back.resources(back.topics()[0].resources).front().title, "First");
}

}  // namespace
}  // namespace prereq
