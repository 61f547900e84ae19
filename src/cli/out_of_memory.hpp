// What happens where there is not enough memory: one line, and the exit status of a failure.
#pragma once

#include "cli/console.hpp"

namespace prereq::cli {

// Says so without any memory of its own.
Status fail_for_memory();

// The same where nothing catches it, such as in another thread: unfinished files go. To be called
// first.
void prepare_for_lack_of_memory();

}  // namespace prereq::cli
