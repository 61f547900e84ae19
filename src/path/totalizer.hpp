// How many of some literals hold, as literals: Bailleux and Boufkhad, "Efficient CNF encoding of
// Boolean cardinality constraints", 2003, no further than somebody has asked (Martins et al.,
// "Incremental cardinality constraints for MaxSAT", 2014).
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "path/sat.hpp"

namespace prereq {

class Totalizer {
 public:
  explicit Totalizer(std::span<const Lit> inputs);

  std::size_t size() const { return inputs_; }
  // Holds in every model in which more than `count` of the n inputs hold. Counting to k takes
  // O(n k) variables and clauses, at most n log n and n^2. Requires: count < size().
  Lit more_than(SatSolver& solver, std::size_t count);

 private:
  // Some of the inputs: the literal with number i holds if more than i of them hold.
  struct Part {
    std::size_t size;
    std::vector<Lit> more_than;
  };

  std::size_t inputs_;
  // The inputs one by one, then each two of the list that come next, joined; all of them last.
  std::vector<Part> parts_;
};

}  // namespace prereq
