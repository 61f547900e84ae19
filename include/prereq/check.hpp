// Everything that is wrong with a roadmap beyond how its file is written.
//
// check() decides the central rule (every topic can be learned, see learnable.hpp) and the rules
// about redundancy, resources, levels, sections and topics that stand alone. What the reader found
// is in its own Diagnostics; append to the same one and call apply_policy() and sort() once at the
// end. Nothing here prints; formatting is in report.hpp. Safe to call from several threads.
#pragma once

#include <cstdint>
#include <vector>

#include "prereq/diagnostic.hpp"
#include "prereq/topic_graph.hpp"

namespace prereq {

struct CheckOptions {
  // False for who only wants to know whether the roadmap can be used: rules that can only warn are
  // not run, the search for redundant prerequisites, which costs most, among them.
  bool warnings = true;
  // Finishes the search for redundant prerequisites however long it takes; see redundancy.hpp.
  bool exhaustive = false;
};

struct CheckSummary {
  std::uint32_t topics = 0;
  std::uint64_t prerequisites = 0;  // distinct pairs of topics in `requires`, alternatives included
  bool redundancy_complete = true;  // false: stopped early, so more may be redundant than was said
};

// Adds, in this order and each in order of declaration:
//   cycle                   once for each strongly connected component of the topics that cannot be
//                           learned, over the edges that block them. Diagnostic::topics is the
//                           component's shortest cycle through its first-declared topic, closed, in
//                           the direction prerequisite → dependent; notes[i] is the place where
//                           topics[i + 1] names topics[i]. Among equally short cycles, the one
//                           whose topics were declared first (not promised with corequisites). A
//                           cycle of corequisites alone is none; where those through the
//                           first-declared topic are such, another cycle nearby is shown.
//   avoidable-cycle         the same among the topics that can be learned
//   impossible-alternative  groups without entries, or with fewer than they ask for, as they count
//   repeated-alternative    an entry of an `any` or `at-least` group that contains another one of
//                           it (roadmap.hpp): they count once; notes[0] is the place of the other
//   redundant-prerequisite  see redundancy.hpp; severity `note` for an entry with a reason
//   optional-prerequisite, url-conflict, duplicate-resource, unused-section, isolated-topic
// Diagnostic::topics starts with the topic whose own text the place is in, if any. Of a roadmap
// that has gaps, says only what the missing rest cannot explain.
// O(V + E) expected, beyond the search for redundant prerequisites.
CheckSummary check(const TopicGraph& graph, const CheckOptions& options, Diagnostics& diagnostics);

struct Policy {
  std::vector<Code> allow;  // silenced everywhere; each one can_be_allowed()
  bool strict = false;      // what is left of the warnings are errors
};

// Whether a file's `allow` or `--allow` may silence the code: only what is a warning by default.
bool can_be_allowed(Code code);

// Removes warnings, and the notes that stand for them, that `policy` or the roadmap's own
// allowances silence, then applies `strict`. A topic's allowance silences what starts with that
// topic in Diagnostic::topics; of avoidable-cycle and url-conflict, what names it at all. Errors
// are never removed. The order is kept.
void apply_policy(const Roadmap& roadmap, const Policy& policy, Diagnostics& diagnostics);

}  // namespace prereq
