// What an edge says in words to those who point at it.
#pragma once

#include <string>

#include "prereq/view.hpp"

namespace prereq {

// Of an edge that ends at a box what it means ("Algebra is needed for all 5 topics of
// Mathematics"), then the reasons that its edges have; of others their reason, empty for none.
std::string edge_words(const View& view, const ViewEdge& edge);

// The ids of the topics that an end at the box of `section` stands for, with spaces between them,
// which ids have none of.
std::string topics_at_end(const View& view, const ViewEdge& edge, std::uint32_t section);

}  // namespace prereq
