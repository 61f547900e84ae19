// Cards of topics, goals and sections, as they say the same in every view.
#pragma once

#include "prereq/view.hpp"

namespace prereq {

ViewCard topic_card(const TopicGraph& graph, TopicIndex index);
ViewCard goal_card(const Roadmap& roadmap, const Goal& goal);

// All sections, without details.
std::vector<ViewSection> bare_sections(const Roadmap& roadmap);

}  // namespace prereq
