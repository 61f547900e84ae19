// Numbers for what a Graphviz graph holds, in the order in which it is made.
#pragma once

#include <gvc.h>

namespace prereq {

// For agopen(). Graphviz's own numbers are addresses of names, and subgraphs are walked by number:
// layout and output would then depend on where memory happened to be free.
Agdisc_t* numbered_in_order();

}  // namespace prereq
