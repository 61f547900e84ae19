// A roadmap as the text of a file, for programs to read: what is needed of random ones, no more.
#pragma once

#include <string>

#include "prereq/roadmap.hpp"

namespace prereq::testing {

// Ids, hours (in minutes), requirements and corequisites of topics, and requirements of goals.
std::string roadmap_text(const Roadmap& roadmap);

}  // namespace prereq::testing
