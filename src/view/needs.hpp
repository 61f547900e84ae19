// What each card of a draft cannot do without, as far as its edges say.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "view/card_sets.hpp"
#include "view/draft.hpp"

namespace prereq {

enum class Alternatives : std::uint8_t { what_all_need, what_any_needs };

// As the draft was when this was made; its cards have to stay. With `what_any_needs`, also what a
// card can do without if others are chosen. O(V E / 64) time and V² / 8 bytes.
class Needs {
 public:
  explicit Needs(const Draft& draft, Alternatives alternatives = Alternatives::what_all_need);

  bool has(std::uint32_t dependent, std::uint32_t prerequisite) const {
    return sets_.has(dependent, prerequisite);
  }

 private:
  void gather(const Draft& draft);
  bool grow(std::uint32_t card, const Draft& draft);
  std::vector<std::uint32_t> prerequisites_first() const;

  std::vector<std::vector<std::uint32_t>> into_;
  std::set<std::uint32_t> has_choice_;
  CardSets sets_;
};

}  // namespace prereq
