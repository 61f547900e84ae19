// How much a roadmap file may hold. Beyond it is `too-large`; tests use smaller limits.
#pragma once

#include <cstddef>
#include <cstdint>

namespace prereq {

struct ReadLimits {
  std::size_t file_bytes = std::size_t{256} * 1024 * 1024;
  std::uint32_t topics = 5'000'000;
  // Lists and mappings inside one another. A roadmap's own fields need about ten and the sections
  // above them; each level costs stack here and in whatever walks the trees.
  std::uint32_t depth = 64;
  // In characters: titles, makers and parts; and descriptions, notes and reasons.
  std::size_t label = 1'000;
  std::size_t text = 100'000;
  // Problems reported one by one before reading stops.
  std::size_t problems = 10'000;
};

}  // namespace prereq
