// What fuzzing feeds: each takes any bytes, and promises what its page says about them.
#pragma once

#include <span>
#include <string_view>

namespace prereq::testing {

struct FuzzTarget {
  std::string_view name;
  // Empty, or the promise that was broken.
  std::string_view (*run)(std::string_view input);
};

// One for each reader, `embed`, and `whole`: reading, checking, drawing and the shortest path.
std::span<const FuzzTarget> fuzz_targets();

}  // namespace prereq::testing
