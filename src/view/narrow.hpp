// What of a draft is kept.
#pragma once

#include <vector>

#include "view/draft.hpp"

namespace prereq {

// Topics of level core and assumed, and of the optional ones those that these or goals cannot do
// without. One flag a topic. O(V + E).
std::vector<bool> core_topics(const Roadmap& roadmap);

// Keeps the flagged cards and the edges between them; of junctions, those that lead from a kept
// card to one. O(V + E).
void keep_cards(Draft& draft, std::vector<bool> keep);

// Keeps the cards of the flagged topics (by TopicIndex), all goals, and the sections' links. A
// junction stays as long as one of its alternatives does and what it leads to.
void keep_topics(Draft& draft, const std::vector<bool>& topics);

// Keeps what is near, at most `depth` edges away; junctions do not count. The centre is in
// focus, unless the rest is context. O(V + E).
void keep_neighbourhood(Draft& draft, const Neighbourhood& around);

}  // namespace prereq
