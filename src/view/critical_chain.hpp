// The critical path of what is drawn.
#pragma once

#include <cstdint>
#include <vector>

#include "view/draft.hpp"

namespace prereq {

// The chain of drawn edges of style `required` whose topics take most hours: its cards in order,
// junctions included; empty if there is nothing to learn. Hours are midpoints of ranges, known
// topics are left out, and junctions take no time. A choice among alternatives ends a chain: none
// of them is required. Edges inside a cycle are left out. Of equal chains, the one with fewest
// topics, then the first declared ones. O((V + E) log V).
std::vector<std::uint32_t> critical_chain(const Draft& draft, const Roadmap& roadmap);

}  // namespace prereq
