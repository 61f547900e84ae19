#include "prereq/redundancy.hpp"

namespace prereq {

Redundancy redundant_prerequisites(const TopicGraph&, const RedundancyOptions&) { return {}; }

}  // namespace prereq
