// Memory for cmark, which cannot go on where there is none.
#pragma once

#include <cmark-gfm.h>

namespace prereq {

// Like cmark's own, but instead of a line of cmark's there is std::terminate() for std::bad_alloc,
// as where a thread throws it: nothing can be thrown through C. Thread-safe.
cmark_mem* memory_for_cmark();

}  // namespace prereq
