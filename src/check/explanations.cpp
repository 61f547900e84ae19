#include "check/explanations.hpp"

#include <cassert>

namespace prereq {

const Explanation& explanation(Code code) {
  auto place = static_cast<std::size_t>(code);
  for (const std::span<const Explanation> rows :
       {explanations_of_texts, explanations_of_names, explanations_of_answers}) {
    if (place < rows.size()) return rows[place];
    place -= rows.size();
  }
  assert(place < explanations_of_warnings.size());
  return explanations_of_warnings[place];
}

}  // namespace prereq
