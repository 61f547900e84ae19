// The edges of collapsed sections against an obvious reference: each pair of cards between which
// anything leads.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "prereq/view.hpp"
#include "support/random_roadmap.hpp"

namespace prereq {
namespace {

using testing::Random;

constexpr SectionIndex section_count = 5;

// Small roadmaps with alternatives and cycles, their topics in five sections, two of them inside
// the first, or in none.
Roadmap sectioned_roadmap(Random& random) {
  testing::RoadmapBuilder builder;
  builder.section("s0");
  builder.section("s1", 0);
  builder.section("s2", 0);
  builder.section("s3");
  builder.section("s4");
  const auto any_topic = [&] { return "t" + std::to_string(random.below(9)); };
  for (std::uint32_t t = 0; t < 9; ++t) {
    std::vector<testing::Need> needs;
    for (std::uint32_t n = random.below(3); n > 0; --n) {
      if (random.chance(40)) {
        needs.push_back(testing::any({any_topic(), any_topic()}));
      } else {
        needs.emplace_back(any_topic());
      }
    }
    std::vector<testing::Need> corequisites;
    if (random.chance(15)) corequisites.emplace_back(any_topic());
    std::vector<testing::Need> recommendations;
    if (random.chance(15)) recommendations.emplace_back(any_topic());
    Topic& topic = builder.topic("t" + std::to_string(t), 1, needs, corequisites, recommendations);
    if (const auto s = random.below(section_count + 1); s < section_count) topic.section = s;
  }
  builder.goal("g", {any_topic(), testing::any({any_topic(), any_topic()})});
  return builder.build();
}

using Pairs = std::set<std::pair<std::string, std::string>>;

// Between topics, goals and sections as named by `place`; what leads through a junction leads to
// what that serves.
Pairs pairs_of(const View& view, const std::map<std::string, std::string>& place) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> out;
  for (const ViewEdge& edge : view.edges) out[edge.prerequisite].push_back(edge.dependent);
  const auto name = [&](std::uint32_t card) {
    const ViewCard& each = view.cards[card];
    const std::string plain = each.kind == CardKind::section ? "section:" + each.id : each.id;
    const auto found = place.find(plain);
    return found == place.end() ? plain : found->second;
  };
  Pairs pairs;
  for (const auto& [from, first] : out) {
    if (view.cards[from].kind == CardKind::junction) continue;
    std::vector<std::uint32_t> open = first;
    while (!open.empty()) {
      const std::uint32_t card = open.back();
      open.pop_back();
      if (view.cards[card].kind == CardKind::junction) {
        for (const std::uint32_t next : out[card]) open.push_back(next);
      } else if (name(from) != name(card)) {
        pairs.emplace(name(from), name(card));
      }
    }
  }
  for (const ViewEdge& edge : view.edges) {
    if (edge.both_ways) pairs.emplace(name(edge.dependent), name(edge.prerequisite));
  }
  return pairs;
}

TEST(Collapse, HasExactlyTheEdgesOfWhatTheSectionsHold) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Random random(seed);
    const TopicGraph graph(sectioned_roadmap(random));
    const Roadmap& roadmap = graph.roadmap();
    const View whole = with_every_line(select_view(graph));
    for (std::uint32_t chosen = 1; chosen < 1U << section_count; ++chosen) {
      ViewOptions options;
      std::map<std::string, std::string> place;
      for (SectionIndex s = 0; s < section_count; ++s) {
        if ((chosen >> s & 1U) != 0) options.collapse.push_back(s);
      }
      for (const Topic& topic : roadmap.topics()) {
        for (auto s = topic.section; s != no_index; s = roadmap.sections()[s].parent) {
          if ((chosen >> s & 1U) != 0) {
            place[std::string(topic.id)] = "section:" + std::string(roadmap.sections()[s].id);
          }
        }
      }
      const View view = with_every_line(select_view(graph, options));
      ASSERT_EQ(pairs_of(view, {}), pairs_of(whole, place)) << "seed " << seed << ", " << chosen;
    }
  }
}

TEST(Collapse, JoinsTwoCardsByOneNeedAtMost) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Random random(seed);
    const TopicGraph graph(sectioned_roadmap(random));
    ViewOptions options;
    options.collapse = {0, 3, 4};
    const View view = with_every_line(select_view(graph, options));
    std::set<std::pair<std::uint32_t, std::uint32_t>> needs;
    std::set<std::pair<std::uint32_t, std::uint32_t>> recommendations;
    for (const ViewEdge& edge : view.edges) {
      const bool merged = view.cards[edge.prerequisite].kind == CardKind::section ||
                          view.cards[edge.dependent].kind == CardKind::section;
      if (!merged) continue;
      const auto ends = std::minmax(edge.prerequisite, edge.dependent);
      const bool need = edge.style != EdgeStyle::recommended;
      ASSERT_TRUE((need ? needs : recommendations).insert(ends).second) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace prereq
