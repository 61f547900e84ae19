// Edges that end at sections' boxes against an obvious reference: a card is needed if, with it
// taken away, what needs it cannot be had.
#include "view/box_edges.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "support/random_roadmap.hpp"

namespace prereq {
namespace {

using testing::Random;

constexpr std::uint32_t topic_count = 12;

// Topics in two levels of sections, few enough that all of a section often needs the same.
Roadmap random_roadmap(Random& random, bool has_cycles, bool has_optional) {
  testing::RoadmapBuilder builder;
  builder.section("s0");
  builder.section("s1", 0);
  builder.section("s2", 0);
  builder.section("s3");
  std::vector<SectionIndex> sections = {0, 0, 1, 1, 2, 2, 3, 3, 3, no_index, no_index, no_index};
  for (std::size_t i = sections.size(); i > 1; --i) {
    std::swap(sections[i - 1], sections[random.below(static_cast<std::uint32_t>(i))]);
  }
  for (std::uint32_t t = 0; t < topic_count; ++t) {
    const auto other = [&] {
      const bool any = has_cycles && random.chance(20);
      return "t" + std::to_string(random.below(any || t == 0 ? topic_count : t));
    };
    std::vector<testing::Need> needs;
    std::vector<testing::Need> corequisites;
    std::vector<testing::Need> recommendations;
    for (std::uint32_t n = t == 0 && !has_cycles ? 0 : random.below(5); n > 0; --n) {
      if (random.chance(15)) {
        needs.push_back(testing::any({other(), other()}));
      } else {
        needs.push_back(testing::because(other(), random.chance(20) ? other() : ""));
      }
      if (random.chance(10)) corequisites.emplace_back(other());
      if (random.chance(40)) recommendations.emplace_back(other());
    }
    Topic& topic = builder.topic("t" + std::to_string(t), 1, needs, corequisites, recommendations);
    topic.section = sections[t];
    if (has_optional && random.chance(20)) topic.level = Level::optional;
  }
  std::vector<testing::Need> wanted;
  for (std::uint32_t t = 0; t < topic_count; ++t) {
    if (random.chance(60)) wanted.emplace_back("t" + std::to_string(t));
  }
  builder.goal("g", wanted);
  return builder.build();
}

class Reference {
 public:
  explicit Reference(const View& view) : view_(view) {}

  bool needs(std::uint32_t dependent, std::uint32_t prerequisite) const {
    std::set<std::uint32_t> had;
    for (bool grows = true; grows;) {
      grows = false;
      for (std::uint32_t c = 0; c < view_.cards.size(); ++c) {
        if (c == prerequisite || had.contains(c) || !can_be_had(c, had)) continue;
        had.insert(c);
        grows = true;
      }
    }
    return !had.contains(dependent);
  }

  // Whether one of them may need another one: by a way along edges, whatever is chosen.
  bool some_may_need(const std::vector<std::uint32_t>& dependents,
                     const std::vector<std::uint32_t>& prerequisites) const {
    std::set<std::uint32_t> before;
    std::vector<std::uint32_t> open = dependents;
    while (!open.empty()) {
      const std::uint32_t card = open.back();
      open.pop_back();
      for (const ViewEdge& edge : view_.edges) {
        if (edge.dependent != card || edge.style == EdgeStyle::recommended) continue;
        if (before.insert(edge.prerequisite).second) open.push_back(edge.prerequisite);
      }
    }
    return std::ranges::any_of(prerequisites,
                               [&](std::uint32_t each) { return before.contains(each); });
  }

  bool says(std::uint32_t prerequisite, std::uint32_t dependent, EdgeStyle style) const {
    return std::ranges::any_of(view_.edges, [&](const ViewEdge& edge) {
      return edge.prerequisite == prerequisite && edge.dependent == dependent &&
             edge.style == style;
    });
  }

  // Whether all of `before` is needed for, helps, or goes with all of `after`.
  bool holds(const std::vector<std::uint32_t>& before, const std::vector<std::uint32_t>& after,
             EdgeStyle style) const {
    for (const std::uint32_t p : before) {
      for (const std::uint32_t d : after) {
        if (style == EdgeStyle::required ? !needs(d, p) : !says(p, d, style)) return false;
      }
    }
    return true;
  }

 private:
  bool can_be_had(std::uint32_t card, const std::set<std::uint32_t>& had) const {
    std::size_t chosen = 0;
    std::size_t choices = 0;
    for (const ViewEdge& edge : view_.edges) {
      if (edge.dependent != card || edge.style == EdgeStyle::recommended) continue;
      const bool there = had.contains(edge.prerequisite);
      if (edge.style == EdgeStyle::alternative) {
        ++choices;
        chosen += there ? 1 : 0;
      } else if (!there) {
        return false;
      }
    }
    return choices == 0 || chosen > 0;
  }

  const View& view_;
};

std::vector<std::uint32_t> end_cards(const View& view, const ViewEdge& edge, bool dependent) {
  const std::uint32_t section = dependent ? edge.dependent_section : edge.prerequisite_section;
  if (section == no_index) return {dependent ? edge.dependent : edge.prerequisite};
  return topics_in_box(view, section,
                       dependent ? edge.dependents_optional_too : edge.prerequisites_optional_too);
}

using Line = std::tuple<std::uint32_t, std::uint32_t, EdgeStyle, std::string>;

std::multiset<Line> lines_of(const View& view) {
  std::multiset<Line> lines;
  for (const ViewEdge& edge : view.edges) {
    lines.emplace(edge.prerequisite, edge.dependent, edge.style, edge.because);
  }
  return lines;
}

bool is_inside(const View& view, std::uint32_t card, std::uint32_t section) {
  auto s = view.cards[card].section;
  while (s != no_index && s != section) s = view.sections[s].parent;
  return s != no_index;
}

// What it replaces is between its ends, as many as there have to be.
void expect_stands_for_its_edges(const View& view, const ViewEdge& edge) {
  std::set<std::uint32_t> before;
  std::set<std::uint32_t> after;
  for (const ViewEdge& each : edge.instead_of) {
    EXPECT_EQ(each.style, edge.style);
    before.insert(each.prerequisite);
    after.insert(each.dependent);
  }
  EXPECT_GE(edge.instead_of.size(), 2U);
  EXPECT_TRUE(std::ranges::includes(end_cards(view, edge, false), before));
  EXPECT_TRUE(std::ranges::includes(end_cards(view, edge, true), after));
}

// An arrow that would lead up is not drawn: of a box where an optional topic stands on the other
// side of what the arrow joins it to.
void expect_nothing_left_to_join(const View& whole, const Reference& reference,
                                 const View& joined) {
  const auto left = [&](const std::vector<std::uint32_t>& before,
                        const std::vector<std::uint32_t>& after, EdgeStyle style) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const ViewEdge& edge : joined.edges) {
      if (!edge.ends_at_box() && edge.style == style &&
          std::ranges::find(before, edge.prerequisite) != before.end() &&
          std::ranges::find(after, edge.dependent) != after.end()) {
        pairs.emplace(edge.prerequisite, edge.dependent);
      }
    }
    return pairs.size();
  };
  for (std::uint32_t s = 0; s < whole.sections.size(); ++s) {
    const auto topics = topics_in_box(whole, s, false);
    const auto with_optional = topics_in_box(whole, s, true);
    for (std::uint32_t c = 0; c < whole.cards.size(); ++c) {
      if (whole.cards[c].kind == CardKind::junction || is_inside(whole, c, s)) continue;
      for (const EdgeStyle style :
           {EdgeStyle::required, EdgeStyle::recommended, EdgeStyle::corequisite}) {
        if (left({c}, topics, style) > 1 && !reference.some_may_need({c}, with_optional)) {
          EXPECT_FALSE(reference.holds({c}, topics, style)) << c << " to section " << s;
        }
        if (left(topics, {c}, style) > 1 && !reference.some_may_need(with_optional, {c})) {
          EXPECT_FALSE(reference.holds(topics, {c}, style)) << c << " from section " << s;
        }
      }
    }
  }
}

TEST(BoxEdges, MeanWhatTheReferenceFinds) {
  std::size_t boxes = 0;
  for (std::uint64_t seed = 0; seed < 600; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const TopicGraph graph(random_roadmap(random, seed % 3 == 2, seed % 2 == 1));
    const std::vector<bool> none(graph.roadmap().requirements().size(), false);
    Draft draft = draft_roadmap(graph, none);
    if (seed % 4 < 2) reduce_edges(draft);
    const View whole = draft.view;
    const Reference reference(whole);
    join_edges_at_boxes(draft, std::vector<bool>(whole.sections.size(), true));
    ASSERT_EQ(lines_of(with_every_line(draft.view)), lines_of(whole));
    for (const ViewEdge& edge : draft.view.edges) {
      if (!edge.ends_at_box()) continue;
      ++boxes;
      expect_stands_for_its_edges(whole, edge);
      EXPECT_TRUE(
          reference.holds(end_cards(whole, edge, false), end_cards(whole, edge, true), edge.style))
          << edge.from << " " << edge.to;
    }
    // In a cycle the reference finds that nothing can be had, which the drawing does not go by.
    if (seed % 3 != 2) expect_nothing_left_to_join(whole, reference, draft.view);
    ASSERT_FALSE(HasFailure());
  }
  EXPECT_GT(boxes, 100U);
}

}  // namespace
}  // namespace prereq
