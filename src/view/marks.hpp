// What cards and edges of a draft say beyond what they are.
#pragma once

#include "view/draft.hpp"

namespace prereq {

// Done, ready or blocked, on every topic; done, on goals that are reached. The labels say so too,
// and where in the path a topic stands.
void mark_learner(Draft& draft, const Next& next);

// The shortest cycles that keep topics from being learned: their cards and edges, and one problem
// each, with the lines that make it, and their files if there are several.
void mark_cycles(Draft& draft, const TopicGraph& graph, const Sources* sources);

// With Detail::title, leaves out details; with `resources`, lists the resources of every topic and
// of the sections without, the paid ones left out if `free_only`.
void set_detail(Draft& draft, const Roadmap& roadmap, Detail detail, bool free_only);

}  // namespace prereq
