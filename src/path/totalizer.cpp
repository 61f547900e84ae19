#include "path/totalizer.hpp"

#include <array>
#include <deque>
#include <utility>

namespace prereq {
namespace {

// If more than i of the one and more than j of the other hold, more than i + j + 1 of both do.
std::vector<Lit> merge(SatSolver& solver, const std::vector<Lit>& a, const std::vector<Lit>& b) {
  std::vector<Lit> sum;
  for (std::size_t i = 0; i < a.size() + b.size(); ++i) {
    sum.push_back(Lit::positive(solver.add_variable()));
  }
  for (std::size_t i = 0; i < a.size(); ++i) solver.add_clause(std::array{~a[i], sum[i]});
  for (std::size_t j = 0; j < b.size(); ++j) solver.add_clause(std::array{~b[j], sum[j]});
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      solver.add_clause(std::array{~a[i], ~b[j], sum[i + j + 1]});
    }
  }
  return sum;
}

}  // namespace

std::vector<Lit> count_in_unary(SatSolver& solver, std::span<const Lit> inputs) {
  std::deque<std::vector<Lit>> counts;
  for (const Lit input : inputs) counts.push_back({input});
  while (counts.size() > 1) {
    counts.push_back(merge(solver, counts[0], counts[1]));
    counts.pop_front();
    counts.pop_front();
  }
  return counts.empty() ? std::vector<Lit>() : std::move(counts.front());
}

}  // namespace prereq
