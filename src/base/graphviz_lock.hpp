// One at a time: Graphviz's libraries keep global state.
#pragma once

#include <mutex>

namespace prereq {

// To be held while anything of Graphviz is called.
std::mutex& graphviz_mutex();

}  // namespace prereq
