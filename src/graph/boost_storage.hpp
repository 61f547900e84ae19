// Keeps the Boost graph behind a name that topic_graph.hpp can declare without including Boost.
#pragma once

#include <mutex>

#include "prereq/boost_graph.hpp"

namespace prereq {

struct BoostStorage {
  std::once_flag once;  // made by whoever asks first: prereq itself has no use for it
  BoostGraph graph;
};

}  // namespace prereq
