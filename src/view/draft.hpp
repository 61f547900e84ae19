// A view in the making: its cards still know which topic or goal they are.
//
// select_view() drafts all of a roadmap or one path of it, then narrows, marks and collapses the
// draft, one step a file, and words the result last.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "prereq/view.hpp"

namespace prereq {

struct Draft {
  View view;  // edges say at which boxes they would end if all the author says were shown
  std::vector<TopicIndex> topic_of_card;  // parallel to view.cards; no_index for other cards
  std::vector<GoalIndex> goal_of_card;
  std::vector<bool> is_cut;  // by card: an edge led to it from what is not kept
  // Edges that are left out because others imply them: prerequisite and dependent, as cards.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> redundant;

  std::uint32_t add_topic_card(ViewCard card, TopicIndex topic);
  std::uint32_t add_goal_card(ViewCard card, GoalIndex goal);
  std::uint32_t add_card(ViewCard card);  // any other
};

// Everything, with `left_out` (by RequirementIndex) deciding which entries have no edge. Sections
// have no details yet, only cards that list the links of those without topics.
Draft draft_roadmap(const TopicGraph& graph, const std::vector<bool>& left_out);

// The topics of a path, the goals it was asked for, and what of the known these use directly, if
// not by entries that are left out. What the path uses is never left out.
// Requires: next.path.
Draft draft_path(const TopicGraph& graph, const Next& next, const std::vector<bool>& left_out);

// That the author says it of whole sections, if so.
void say_sections(ViewEdge& edge, const RequirementOrigin& origin);

// By card: of a junction, the topic, goal or section at its end; no_index for others.
std::vector<std::uint32_t> cards_served(const View& view);

// Without the edges that a chain of others implies; only edges of style `required` count or go, or,
// with `only_goals`, those of them that lead to goals. Leaves drafts of more than 10,000 cards
// alone.
void reduce_edges(Draft& draft, bool only_goals = false);

}  // namespace prereq
