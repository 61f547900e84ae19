// What people are shown of more problems than anybody reads.
#pragma once

#include <cstddef>
#include <string>

#include "prereq/diagnostic.hpp"

namespace prereq::cli {

inline constexpr std::size_t most_problems_shown = 10'000;

// At most so many, errors before warnings where not all fit; in the order that they have.
Diagnostics first_problems(const Diagnostics& all, std::size_t most);

// "… and 40000 more problems", a line, or nothing.
std::string further_problems(const Diagnostics& all, std::size_t most);

// Those that are shown as `format` writes them, and how many more there are.
template <typename Format>
std::string format_first_problems(const Diagnostics& all, Format format) {
  if (all.items().size() <= most_problems_shown) return format(all);
  return format(first_problems(all, most_problems_shown)) +
         further_problems(all, most_problems_shown);
}

}  // namespace prereq::cli
