// Relative addresses of resources, as they have to be where a result is written.
#pragma once

#include <string>

#include "cli/console.hpp"
#include "prereq/read.hpp"

namespace prereq::cli {

// For a result in `output`, so that links lead from its folder to what they lead to from that of
// the roadmap, or from its `base`. Nothing for standard output, whose reader is anywhere; in a page
// it is the page. `sources` must outlive what is returned.
RelativeAddress addresses_for(const std::string& output, const Sources& sources,
                              const Console& console);

}  // namespace prereq::cli
