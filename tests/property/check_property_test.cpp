// The checks against brute force, on everything small and on seeded random roadmaps.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "prereq/check.hpp"
#include "prereq/learnable.hpp"
#include "prereq/redundancy.hpp"
#include "support/random_roadmap.hpp"
#include "support/reference.hpp"
#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using testing::all;
using testing::any;
using testing::at_least;
using testing::Need;
using testing::Random;
using testing::RoadmapBuilder;

std::string name(std::size_t topic) { return std::string(1, static_cast<char>('a' + topic)); }

std::string describe(const Roadmap& roadmap, IndexRange range) {
  std::string out;
  for (const Requirement& entry : roadmap.requirements(range)) {
    out += entry.kind == RequirementKind::topic
               ? " " + std::string(entry.name)
               : " " + std::to_string(entry.least) + "(" + describe(roadmap, entry.entries) + " )";
  }
  return out;
}

std::string describe(const TopicGraph& graph) {
  std::string out;
  for (const Topic& topic : graph.roadmap().topics()) {
    out += std::string(topic.id) + ":" + describe(graph.roadmap(), topic.requirements) + " | with" +
           describe(graph.roadmap(), topic.corequisites) + "\n";
  }
  return out;
}

bool has_corequisites(const TopicGraph& graph) {
  for (const Edge& edge : graph.edges()) {
    if (edge.kind == EdgeKind::corequisite) return true;
  }
  return false;
}

void expect_learnable_and_implied(const TopicGraph& graph) {
  const std::vector<bool> learnable = testing::reference_learnable(graph);
  ASSERT_EQ(learnable_topics(graph), learnable) << describe(graph);
  for (TopicIndex t = 0; t < graph.topic_count(); ++t) {
    std::vector<bool> expected(graph.topic_count(), false);
    for (TopicIndex x = 0; x < graph.topic_count(); ++x) {
      expected[x] = x == t || (learnable[t] && !testing::reference_learnable(graph, {x})[t]);
    }
    ASSERT_EQ(implied_knowledge(graph, {t}), expected) << name(t) << " of\n" << describe(graph);
  }
}

void expect_cycles(const TopicGraph& graph, const Diagnostics& diagnostics, Code code) {
  std::vector<std::vector<TopicIndex>> found;
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    if (diagnostic.code != code) continue;
    std::vector<TopicIndex> cycle;
    for (const std::string& id : diagnostic.topics) {
      cycle.push_back(*graph.roadmap().find_topic(id));
    }
    ASSERT_EQ(diagnostic.notes.size() + 1, cycle.size());
    for (std::size_t i = 0; i < diagnostic.notes.size(); ++i) {
      bool is_there = false;
      for (const Edge& edge : graph.prerequisites_of(cycle[i + 1])) {
        const Span span = graph.roadmap().requirements()[edge.requirement].span;
        is_there = is_there || (edge.prerequisite == cycle[i] && span == diagnostic.notes[i].span);
      }
      ASSERT_TRUE(is_there) << describe(graph);
    }
    found.push_back(cycle);
  }
  auto expected = testing::reference_cycles(graph, code == Code::cycle);
  if (has_corequisites(graph)) {
    // Which of the equally short cycles is shown is not promised then.
    ASSERT_EQ(found.size(), expected.size()) << describe(graph);
    for (std::size_t i = 0; i < found.size(); ++i) {
      ASSERT_EQ(found[i].front(), found[i].back());
      if (found[i].front() != expected[i].front()) continue;
      ASSERT_EQ(found[i].size(), expected[i].size()) << describe(graph);
    }
    return;
  }
  ASSERT_EQ(found, expected) << describe(graph);
}

void expect_redundant(const TopicGraph& graph) {
  const Redundancy redundancy = redundant_prerequisites(graph);
  ASSERT_TRUE(redundancy.complete);
  std::vector<RequirementIndex> found;
  for (const RedundantPrerequisite& entry : redundancy.found) found.push_back(entry.entry);
  ASSERT_EQ(found, testing::reference_redundant(graph)) << describe(graph);
  for (const RedundantPrerequisite& entry : redundancy.found) {
    // What is named as the reason must be one, and stay.
    const IndexRange range = graph.roadmap().topics()[entry.topic].requirements;
    ASSERT_TRUE(entry.implied_by >= range.first && entry.implied_by < range.last);
    ASSERT_NE(entry.implied_by, entry.entry);
    for (const RequirementIndex other : found) ASSERT_NE(entry.implied_by, other);
    const TopicIndex prerequisite = graph.roadmap().requirements()[entry.entry].topic;
    const auto without = testing::reference_learnable(graph, {prerequisite});
    ASSERT_FALSE(
        testing::reference_met(graph.roadmap(), {entry.implied_by, entry.implied_by + 1}, without))
        << describe(graph);
  }
}

// Wherever the search stops, what it has found is right.
void expect_sound_when_stopped(const TopicGraph& graph) {
  const std::vector<RequirementIndex> expected = testing::reference_redundant(graph);
  for (const std::uint64_t edge_visits : {2U, 4U, 7U, 11U, 16U, 24U}) {
    const Redundancy stopped = redundant_prerequisites(graph, {.edge_visits = edge_visits});
    for (const RedundantPrerequisite& entry : stopped.found) {
      ASSERT_TRUE(std::ranges::binary_search(expected, entry.entry)) << describe(graph);
    }
    ASSERT_TRUE(!stopped.complete || stopped.found.size() == expected.size()) << describe(graph);
  }
}

void expect_all(const TopicGraph& graph) {
  expect_learnable_and_implied(graph);
  Diagnostics diagnostics;
  check(graph, {}, diagnostics);
  expect_cycles(graph, diagnostics, Code::cycle);
  expect_cycles(graph, diagnostics, Code::avoidable_cycle);
  expect_redundant(graph);
}

TEST(CheckProperty, HoldsForAllDigraphsOnFourTopics) {
  for (unsigned bits = 0; bits < 4096 && !HasFatalFailure(); ++bits) {
    RoadmapBuilder b;
    unsigned bit = 0;
    for (std::size_t t = 0; t < 4; ++t) {
      std::vector<Need> needs;
      for (std::size_t x = 0; x < 4; ++x) {
        if (x != t && (bits >> bit++ & 1) != 0) needs.emplace_back(name(x));
      }
      b.topic(name(t), 1, needs);
    }
    expect_all(TopicGraph(b.build()));
  }
}

// What topic `t` may say about two others, p and q.
struct Said {
  std::vector<Need> needs;
  std::vector<Need> corequisites;
};
std::vector<Said> all_said(const std::string& t, const std::string& p, const std::string& q) {
  return {{{}, {}},
          {{p}, {}},
          {{q}, {}},
          {{p, q}, {}},
          {{t}, {}},
          {{any({p, q})}, {}},
          {{any({t, p})}, {}},
          {{p, any({p, q})}, {}},
          {{q, p, any({q, p})}, {}},
          {{q, all({p, q})}, {}},
          {{any({all({p, q}), q}), q}, {}},
          {{p, p}, {}},
          {{}, {p}},
          {{q}, {p}},
          {{any({p, q})}, {q}},
          {{}, {p, q}}};
}

TEST(CheckProperty, HoldsForAllSmallAndOrGraphsOnThreeTopics) {
  const std::vector<std::vector<Said>> said = {all_said("a", "b", "c"), all_said("b", "c", "a"),
                                               all_said("c", "a", "b")};
  const std::size_t forms = said[0].size();
  for (std::size_t i = 0; i < forms * forms * forms && !HasFatalFailure(); ++i) {
    const std::vector<std::size_t> form = {i % forms, i / forms % forms, i / forms / forms};
    RoadmapBuilder b;
    for (std::size_t t = 0; t < 3; ++t) {
      b.topic(name(t), 1, said[t][form[t]].needs, said[t][form[t]].corequisites);
    }
    expect_all(TopicGraph(b.build()));
  }
}

struct RandomShape {
  std::size_t topics;
  double entries;       // expected number a topic
  double group;         // share of entries that are groups
  double forward;       // share of names that come from any topic, not just earlier ones
  double corequisites;  // share of topics that have one
};

class RandomRoadmap {
 public:
  RandomRoadmap(std::uint32_t seed, const RandomShape& shape) : random_(seed), shape_(shape) {}

  Roadmap build() {
    RoadmapBuilder b;
    for (std::size_t t = 0; t < shape_.topics; ++t) {
      std::vector<Need> needs;
      while (needs.size() < 6 && chance(shape_.entries / (shape_.entries + 1))) {
        needs.push_back(need(t, 0));
      }
      std::vector<Need> corequisites;
      if (chance(shape_.corequisites)) corequisites.push_back(topic(t));
      b.topic(name(t), 1, needs, corequisites);
    }
    return b.build();
  }

 private:
  bool chance(double share) { return static_cast<double>(random_() % 1000) < share * 1000; }

  Need topic(std::size_t below) {
    if (chance(0.02)) return {"nowhere"};
    const std::size_t limit = below == 0 || chance(shape_.forward) ? shape_.topics : below;
    return {name(random_() % limit)};
  }

  Need need(std::size_t below, int depth) {
    if (depth == 3 || !chance(shape_.group)) return topic(below);
    std::vector<Need> entries;
    const std::size_t count = 1 + random_() % 4;
    for (std::size_t i = 0; i < count; ++i) entries.push_back(need(below, depth + 1));
    switch (random_() % 3) {
      case 0: return any(entries);
      case 1: return all(entries);
      default:
        return at_least(static_cast<std::uint32_t>(1 + random_() % (count + (chance(0.1) ? 1 : 0))),
                        entries);
    }
  }

  std::mt19937 random_;
  RandomShape shape_;
};

void expect_all_of_shape(const RandomShape& shape, std::uint32_t count) {
  for (std::uint32_t seed = 1; seed <= count && !::testing::Test::HasFatalFailure(); ++seed) {
    const TopicGraph graph(RandomRoadmap(seed, shape).build());
    expect_all(graph);
    expect_sound_when_stopped(graph);
  }
}

TEST(CheckProperty, HoldsForRandomRoadmapsWithoutCycles) {
  expect_all_of_shape({12, 2.5, 0.3, 0, 0}, 120);
}

TEST(CheckProperty, HoldsForRandomRoadmapsWithCycles) {
  expect_all_of_shape({7, 1.5, 0.5, 0.3, 0}, 500);
}

TEST(CheckProperty, HoldsForRandomRoadmapsWithCorequisites) {
  expect_all_of_shape({7, 1.2, 0.4, 0.2, 0.5}, 500);
}

// Of topics that can be learned: over what is required whatever is chosen, each leads to the same
// others when these entries are struck.
void expect_same_needs_without(const TopicGraph& graph, const std::vector<bool>& struck) {
  const std::vector<bool> learnable = learnable_topics(graph);
  const auto needed_by = [&](TopicIndex topic, bool all_entries) {
    std::vector<bool> seen(graph.topic_count(), false);
    std::vector<TopicIndex> open = {topic};
    while (!open.empty()) {
      const TopicIndex next = open.back();
      open.pop_back();
      for (const Edge& edge : graph.prerequisites_of(next)) {
        const bool counts = all_entries || !struck[edge.requirement];
        if (!counts || seen[edge.prerequisite]) continue;
        seen[edge.prerequisite] = true;
        open.push_back(edge.prerequisite);
      }
    }
    return seen;
  };
  for (TopicIndex t = 0; t < graph.topic_count(); ++t) {
    if (!learnable[t]) continue;
    ASSERT_EQ(needed_by(t, true), needed_by(t, false)) << describe(graph);
  }
}

// What a topic of a random roadmap says: topics and sections, as they are named, and in groups.
std::vector<Need> needs_of(Random& random, std::uint32_t topics, std::uint32_t most,
                           std::size_t below) {
  std::vector<Need> needs;
  for (std::uint32_t i = random.below(most + 1); i > 0; --i) {
    const auto one = [&]() -> Need {
      if (random.chance(40)) return {"section:s" + std::to_string(random.below(3))};
      return {name(below == 0 ? random.below(topics)
                              : random.below(static_cast<std::uint32_t>(below)))};
    };
    if (random.chance(30)) {
      needs.push_back(any({one(), one()}));
    } else {
      needs.push_back(one());
    }
  }
  return needs;
}

// Sections as they are meant, worked out from what is written alone: for each topic, what it
// requires with every section written out by hand.
class ByHand {
 public:
  explicit ByHand(std::vector<SectionIndex> parents) : parents_(std::move(parents)) {}

  bool is_inside(SectionIndex inner, SectionIndex outer) const {
    for (; inner != no_index; inner = parents_[inner]) {
      if (inner == outer) return true;
    }
    return false;
  }
  static SectionIndex section_named(const Need& need) {
    if (!need.name.starts_with("section:s")) return no_index;
    return static_cast<SectionIndex>(need.name.back() - '0');
  }
  Need written_out(const Need& need, const std::vector<SectionIndex>& section_of,
                   std::size_t owner) const {
    Need copy = need;
    const SectionIndex named = section_named(need);
    if (named != no_index) {
      copy = all({});
      for (const SectionIndex s : {0U, 1U, 2U}) {
        for (std::size_t t = 0; t < section_of.size(); ++t) {
          if (section_of[t] == s && t != owner && is_inside(s, named)) {
            copy.entries.emplace_back(name(t));
          }
        }
      }
      copy.least = static_cast<std::uint32_t>(copy.entries.size());
    }
    for (Need& entry : copy.entries) entry = written_out(entry, section_of, owner);
    return copy;
  }
  bool mentions(const Need& need, std::size_t topic, SectionIndex section) const {
    const SectionIndex named = section_named(need);
    return need.name == name(topic) || (named != no_index && is_inside(section, named)) ||
           std::ranges::any_of(need.entries,
                               [&](const Need& entry) { return mentions(entry, topic, section); });
  }

 private:
  std::vector<SectionIndex> parents_;
};

// Sections s0, s1 inside s0, and s2.
TEST(CheckProperty, SectionsMeanWhatTheirTopicsWrittenOutMean) {
  const std::vector<SectionIndex> parents = {no_index, 0, no_index};
  const ByHand by_hand(parents);
  for (std::uint64_t seed = 0; seed < 400 && !HasFatalFailure(); ++seed) {
    Random random(seed);
    const std::uint32_t topics = 3 + random.below(5);
    const bool has_cycles = random.chance(30);
    std::vector<SectionIndex> section_of;
    std::vector<std::vector<Need>> said;
    for (std::uint32_t t = 0; t < topics; ++t) {
      section_of.push_back(random.chance(20) ? no_index : random.below(3));
      said.push_back(needs_of(random, topics, 2, has_cycles ? 0 : t));
      if (t == 0 && !has_cycles) said.back().clear();
    }
    std::vector<std::vector<Need>> of_sections;
    for (std::size_t s = 0; s < 3; ++s) {
      of_sections.push_back(needs_of(random, topics, random.chance(40) ? 2 : 0, 0));
    }

    RoadmapBuilder written;
    RoadmapBuilder meant;
    for (const SectionIndex parent : parents) {
      const std::string id = "s" + std::to_string(written.data().sections.size());
      written.section(id, parent);
      meant.section(id, parent);
    }
    for (SectionIndex s = 0; s < 3; ++s) written.section_needs(s, of_sections[s]);
    for (std::uint32_t t = 0; t < topics; ++t) {
      written.topic(name(t), 1, said[t]).section = section_of[t];
      std::vector<Need> needs = said[t];
      for (SectionIndex s = section_of[t]; s != no_index; s = parents[s]) {
        for (const Need& need : of_sections[s]) {
          if (!by_hand.mentions(need, t, section_of[t])) needs.push_back(need);
        }
      }
      for (Need& need : needs) need = by_hand.written_out(need, section_of, t);
      meant.topic(name(t), 1, needs).section = section_of[t];
    }
    const TopicGraph graph(written.build());
    const TopicGraph plain(meant.build());
    ASSERT_EQ(describe(graph), describe(plain)) << seed;
    ASSERT_EQ(learnable_topics(graph), learnable_topics(plain)) << seed;

    // What is redundant may be left out of a picture: nothing is needed less without it.
    std::vector<bool> is_redundant(graph.roadmap().requirements().size(), false);
    for (const RedundantPrerequisite& found : redundant_prerequisites(graph).found) {
      is_redundant[found.entry] = true;
      ASSERT_FALSE(is_redundant[found.implied_by]) << describe(graph);
    }
    expect_learnable_and_implied(graph);
    expect_same_needs_without(graph, is_redundant);
  }
}

}  // namespace
}  // namespace prereq
