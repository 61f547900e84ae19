// The rules of check(), one function each. All append in order of declaration.
#pragma once

#include "prereq/check.hpp"
#include "prereq/diagnostic.hpp"
#include "prereq/topic_graph.hpp"

namespace prereq {

void check_cycles(const TopicGraph& graph, Diagnostics& diagnostics);
void check_alternatives(const Roadmap& roadmap, Diagnostics& diagnostics);
void check_repeated_entries(const Roadmap& roadmap, Diagnostics& diagnostics);
// Returns whether every entry was decided.
bool check_redundancy(const TopicGraph& graph, const CheckOptions& options,
                      Diagnostics& diagnostics);
void check_levels(const TopicGraph& graph, Diagnostics& diagnostics);
void check_resources(const Roadmap& roadmap, Diagnostics& diagnostics);
void check_sections(const Roadmap& roadmap, Diagnostics& diagnostics);
void check_isolation(const TopicGraph& graph, Diagnostics& diagnostics);

}  // namespace prereq
