// Keeps the Boost graph behind a name that topic_graph.hpp can declare without including Boost.
#pragma once

#include "prereq/boost_graph.hpp"

namespace prereq {

struct BoostStorage {
  BoostGraph graph;
};

}  // namespace prereq
