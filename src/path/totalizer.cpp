#include "path/totalizer.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace prereq {
namespace {

// If more than i of the one and more than j of the other hold, more than i + j + 1 of both do. The
// first `known` of the sums are defined already.
void define_sums(SatSolver& solver, const std::vector<Lit>& a, const std::vector<Lit>& b,
                 const std::vector<Lit>& sum, std::size_t known) {
  const auto end = [&](const std::vector<Lit>& part, std::size_t first) {
    return std::min(part.size(), sum.size() - std::min(sum.size(), first));
  };
  for (std::size_t i = known; i < end(a, 0); ++i) solver.add_clause(std::array{~a[i], sum[i]});
  for (std::size_t j = known; j < end(b, 0); ++j) solver.add_clause(std::array{~b[j], sum[j]});
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::size_t first = known > i + 1 ? known - i - 1 : 0;
    for (std::size_t j = first; j < end(b, i + 1); ++j) {
      solver.add_clause(std::array{~a[i], ~b[j], sum[i + j + 1]});
    }
  }
}

}  // namespace

Totalizer::Totalizer(std::span<const Lit> inputs) : inputs_(inputs.size()) {
  parts_.reserve(2 * inputs.size());
  for (const Lit input : inputs) parts_.push_back({1, {input}});
  for (std::size_t next = 0; next + 1 < parts_.size(); next += 2) {
    parts_.push_back({parts_[next].size + parts_[next + 1].size, {}});
  }
}

Lit Totalizer::more_than(SatSolver& solver, std::size_t count) {
  assert(count < size());
  for (std::size_t part = inputs_; part < parts_.size(); ++part) {
    Part& whole = parts_[part];
    const Part& a = parts_[2 * (part - inputs_)];
    const Part& b = parts_[2 * (part - inputs_) + 1];
    const std::size_t known = whole.more_than.size();
    const std::size_t wanted = std::min(whole.size, count + 1);
    if (wanted <= known) continue;
    while (whole.more_than.size() < wanted) {
      whole.more_than.push_back(Lit::positive(solver.add_variable()));
    }
    define_sums(solver, a.more_than, b.more_than, whole.more_than, known);
  }
  return parts_.back().more_than[count];
}

}  // namespace prereq
