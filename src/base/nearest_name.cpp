#include "base/nearest_name.hpp"

#include <algorithm>
#include <bit>
#include <string>
#include <utility>

#include "base/ascii_words.hpp"

namespace prereq {
namespace {

// Longer names are no ids: they are not worth a suggestion.
constexpr std::size_t longest_name = 512;

std::size_t largest_distance(std::string_view name) {
  constexpr std::size_t most = 3;
  // Every other letter is as close to a single one.
  if (name.size() <= 1) return 0;
  return std::min(most, (name.size() + 2) / 3);
}

// A row of the table of distances between beginnings of the one word (down) and of the other
// (across). Rows are kept from one comparison to the next: names are compared by the million.
using Row = std::vector<std::size_t>;

struct Rows {
  Row before_last;
  Row last;
  Row row;

  void reserve(std::size_t columns) {
    if (row.size() >= columns) return;
    for (Row* each : {&before_last, &last, &row}) each->resize(columns);
  }
};

// Cells further than `limit` from the diagonal are above the limit: a row is filled in its band
// alone, with one cell above the limit on either side.
std::size_t banded_distance(std::string_view one, std::string_view other, std::size_t limit,
                            Rows& rows) {
  if (one.size() > other.size()) std::swap(one, other);
  const std::size_t too_far = limit + 1;
  if (other.size() - one.size() > limit) return too_far;
  rows.reserve(other.size() + 2);
  auto& [before_last, last, row] = rows;
  for (std::size_t j = 0; j <= std::min(limit + 1, other.size()); ++j)
    last[j] = std::min(j, too_far);
  std::size_t least_of_last = 0;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    const std::size_t first = i > limit ? i - limit : 1;
    const std::size_t end = std::min(other.size(), i + limit) + 1;
    row[first - 1] = first == 1 ? std::min(i, too_far) : too_far;
    std::size_t least = row[first - 1];
    for (std::size_t j = first; j < end; ++j) {
      const std::size_t replaced = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1, too_far});
      const bool swapped =
          i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    row[end] = too_far;
    // A swap may still come from the row before.
    if (least > limit && least_of_last >= limit) return too_far;
    least_of_last = least;
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[other.size()];
}

// Which bytes a name has, roughly: each edit changes at most two of them, a replacement by another.
std::uint64_t letters_of(std::string_view name) {
  std::uint64_t letters = 0;
  for (const char c : name) letters |= std::uint64_t{1} << (static_cast<unsigned char>(c) % 64U);
  return letters;
}

bool may_be_within(std::uint64_t one, std::uint64_t other, std::size_t limit) {
  return static_cast<std::size_t>(std::popcount(one ^ other)) <= 2 * limit;
}

}  // namespace

std::size_t edit_distance(std::string_view one, std::string_view other, std::size_t limit) {
  Rows rows;
  return banded_distance(one, other, limit, rows);
}

std::string_view nearest_name(std::string_view name,
                              const std::vector<std::string_view>& candidates) {
  const std::string lower = in_lower_case(name);
  std::size_t limit = largest_distance(name);
  std::string_view nearest;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() == name.size() && in_lower_case(candidate) == lower) return candidate;
    const std::size_t distance = edit_distance(name, candidate, limit);
    if (distance > limit) continue;
    nearest = candidate;
    if (distance == 0) break;
    limit = distance - 1;  // only a closer one counts from here on
  }
  return nearest;
}

void NearestName::add(std::string_view name) {
  const std::uint32_t order = count_++;
  if (name.size() > longest_name) return;
  if (by_length_.size() <= name.size()) by_length_.resize(name.size() + 1);
  by_length_[name.size()].push_back({name, letters_of(name), order});
}

bool NearestName::spend(std::size_t work) {
  budget_ = work > budget_ ? 0 : budget_ - work;
  return budget_ != 0;
}

std::string_view NearestName::find(std::string_view name) {
  constexpr std::size_t work_of_comparison = 32;  // as against looking at the letters
  if (name.size() > longest_name) return {};
  std::size_t limit = largest_distance(name);
  const std::uint64_t letters = letters_of(name);
  const std::size_t shortest = name.size() - limit;
  const std::size_t end = std::min(name.size() + limit + 1, by_length_.size());
  std::string_view nearest;
  std::uint32_t order = UINT32_MAX;
  std::size_t best = limit + 1;
  Rows rows;
  for (std::size_t length = shortest; length < end; ++length) {
    for (const Candidate& candidate : by_length_[length]) {
      const bool is_possible = may_be_within(letters, candidate.letters, limit);
      if (!spend(is_possible ? work_of_comparison : 1)) return {};
      if (!is_possible) continue;
      const std::size_t distance = banded_distance(name, candidate.name, limit, rows);
      if (distance > limit || (distance == best && candidate.order > order)) continue;
      best = limit = distance;
      order = candidate.order;
      nearest = candidate.name;
    }
  }
  return nearest;
}

}  // namespace prereq
