// "did you mean": the known name that is closest to one that is not known.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace prereq {

// The number of insertions, deletions, replacements and swaps of neighbours that turn one into the
// other (optimal string alignment), bytes counted; `limit` + 1 if it is more than `limit`.
// O(length * limit).
std::size_t edit_distance(std::string_view one, std::string_view other, std::size_t limit);

// The first of the candidates with the smallest distance, if that is at most a third of the name's
// length, rounded up, and at most 3 (0 for a single byte); else empty. One that differs in the case
// of ASCII letters alone is closer than any other. O(candidates * length).
std::string_view nearest_name(std::string_view name,
                              const std::vector<std::string_view>& candidates);

// The same for many questions about many names: names are sorted by length once, and the work of
// all questions together is bounded, so that a file of a million topics and as many typing errors
// takes linear time. Once the bound is reached every answer is empty; where that happens depends
// on the input alone.
class NearestName {
 public:
  // In names looked at; comparing one letter by letter counts as 32.
  static constexpr std::size_t default_budget = 10'000'000;

  explicit NearestName(std::size_t budget = default_budget) : budget_(budget) {}

  // The text must outlive this object.
  void add(std::string_view name);

  // What nearest_name() would say for the names added, in order, if case were nothing special.
  // O(names of about that length).
  std::string_view find(std::string_view name);

 private:
  struct Candidate {
    std::string_view name;
    std::uint64_t letters;
    std::uint32_t order;
  };
  // False when nothing is left.
  bool spend(std::size_t work);

  std::vector<std::vector<Candidate>> by_length_;
  std::uint32_t count_ = 0;
  std::size_t budget_;
};

}  // namespace prereq
