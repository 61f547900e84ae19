// How many of some literals hold, as literals: Bailleux and Boufkhad, "Efficient CNF encoding of
// Boolean cardinality constraints", 2003.
#pragma once

#include <span>
#include <vector>

#include "path/sat.hpp"

namespace prereq {

// Of the result, number j holds in every model in which more than j of the inputs hold. n inputs
// take n log n variables and n^2 clauses.
std::vector<Lit> count_in_unary(SatSolver& solver, std::span<const Lit> inputs);

}  // namespace prereq
