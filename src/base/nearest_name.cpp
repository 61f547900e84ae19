#include "base/nearest_name.hpp"

#include <algorithm>
#include <utility>

namespace prereq {
namespace {

// Longer names are no ids: they are not worth a suggestion.
constexpr std::size_t longest_name = 512;

std::size_t largest_distance(std::string_view name) {
  constexpr std::size_t most = 3;
  return std::min(most, (name.size() + 2) / 3);
}

}  // namespace

std::size_t edit_distance(std::string_view one, std::string_view other, std::size_t limit) {
  if (one.size() > other.size()) std::swap(one, other);
  const std::size_t too_far = limit + 1;
  if (other.size() - one.size() > limit) return too_far;
  // Rows of the table of distances between beginnings of `one` (down) and of `other` (across).
  // Cells further than `limit` from the diagonal are above the limit anyway.
  std::vector<std::size_t> before_last(other.size() + 1, too_far);
  std::vector<std::size_t> last(other.size() + 1, too_far);
  std::vector<std::size_t> row(other.size() + 1, too_far);
  for (std::size_t j = 0; j <= std::min(limit, other.size()); ++j) last[j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    std::ranges::fill(row, too_far);
    if (i <= limit) row[0] = i;
    const std::size_t first = i > limit ? i - limit : 1;
    for (std::size_t j = first; j <= std::min(other.size(), i + limit); ++j) {
      const std::size_t replaced = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1, too_far});
      const bool swapped =
          i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[other.size()];
}

std::string_view nearest_name(std::string_view name,
                              const std::vector<std::string_view>& candidates) {
  std::size_t limit = largest_distance(name);
  std::string_view nearest;
  for (const std::string_view candidate : candidates) {
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
  by_length_[name.size()].push_back({name, order});
}

std::string_view NearestName::find(std::string_view name) {
  if (name.size() > longest_name) return {};
  std::size_t limit = largest_distance(name);
  const std::size_t shortest = name.size() - limit;
  const std::size_t end = std::min(name.size() + limit + 1, by_length_.size());
  Candidate nearest{{}, UINT32_MAX};
  std::size_t best = limit + 1;
  for (std::size_t length = shortest; length < end; ++length) {
    if (by_length_[length].size() > budget_) {
      budget_ = 0;
      return {};
    }
    budget_ -= by_length_[length].size();
    for (const Candidate& candidate : by_length_[length]) {
      const std::size_t distance = edit_distance(name, candidate.name, limit);
      if (distance > best || distance > limit) continue;
      if (distance == best && candidate.order > nearest.order) continue;
      best = limit = distance;
      nearest = candidate;
    }
  }
  return nearest.name;
}

}  // namespace prereq
