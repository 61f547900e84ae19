// One of the targets as libFuzzer calls it; which one is said when this is compiled.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/targets.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer names it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using prereq::testing::fuzz_targets;
  using prereq::testing::FuzzTarget;
  static const FuzzTarget& target =
      *std::ranges::find(fuzz_targets(), std::string_view(PREREQ_FUZZ_TARGET), &FuzzTarget::name);
  const std::string_view broken = target.run({reinterpret_cast<const char*>(data), size});
  if (broken.empty()) return 0;
  std::fprintf(stderr, "broken promise: %.*s\n", static_cast<int>(broken.size()), broken.data());
  std::abort();
}
