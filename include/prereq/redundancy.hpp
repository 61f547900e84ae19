// Prerequisites that need not be written down, because the others bring them along.
//
// A plain entry x of topic t's `requires` is redundant if, with x struck out, every way to meet t's
// other entries still includes x. Entries are tried and struck in order of declaration, so of two
// that stand for each other the last one stays. Groups (`any`, `all`, `at-least`) are never
// redundant themselves, but they count: an entry that every alternative needs is redundant, one
// that only some of them need is not. t's corequisites are no entries of `requires`. A topic that
// cannot be learned has no way at all, so nothing of it is redundant. The topics of a section that
// is named, `section:ID`, and what a section requires of its topics, are entries like others, after
// those that the topic names itself; Roadmap::origin() tells them apart.
//
// Without alternatives this is transitive reduction; with them, the question is whether x is on
// every path of an AND/OR graph (a generalised dominator). Decided by bounded backward searches
// first, then for many x at once with one bit each: O(V (V + E) / 512) at worst and O(V + E) memory
// for graphs whose cycles are small.
#pragma once

#include <cstdint>
#include <vector>

#include "prereq/topic_graph.hpp"

namespace prereq {

struct RedundancyOptions {
  // Ignores `edge_visits`: every entry is decided.
  bool exhaustive = false;
  // Work after which the search stops, undecided entries then counting as not redundant. Never the
  // clock: the answer is the same on every machine.
  std::uint64_t edge_visits = 20'000'000;
};

struct RedundantPrerequisite {
  TopicIndex topic = no_index;             // the dependent
  RequirementIndex entry = no_index;       // kind topic, with a known topic
  RequirementIndex implied_by = no_index;  // another entry of `topic`, itself not redundant
};

struct Redundancy {
  std::vector<RedundantPrerequisite> found;  // by topic, then as written
  bool complete = true;                      // false: some entries were left undecided
};

Redundancy redundant_prerequisites(const TopicGraph& graph, const RedundancyOptions& options = {});

}  // namespace prereq
