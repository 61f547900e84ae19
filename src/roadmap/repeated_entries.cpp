#include "roadmap/repeated_entries.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace prereq {
namespace {

// Whether the larger of two ascending lists has all that the smaller one has. O(smaller log
// larger), since one entry may contain all others of its group.
bool contains_all(const std::vector<TopicIndex>& larger, const std::vector<TopicIndex>& smaller) {
  auto from = larger.begin();
  return std::ranges::all_of(smaller, [&](TopicIndex t) {
    from = std::lower_bound(from, larger.end(), t);
    return from != larger.end() && *from == t;
  });
}

// The entries of one group as sets of topics, and for each topic the entries that name it.
class EntrySets {
 public:
  EntrySets(std::span<const Requirement> all, IndexRange range) : first_(range.first) {
    sets_.reserve(range.size());
    for (RequirementIndex i = range.first; i < range.last; ++i) {
      for (const TopicIndex t : sets_.emplace_back(named_topics(all, i))) {
        namings_.emplace_back(t, sets_.size() - 1);
      }
    }
    std::ranges::sort(namings_);
  }

  std::vector<RepeatedEntry> find() {
    for (std::size_t at = 0; at < sets_.size(); ++at) {
      if (!sets_[at].empty()) find_containers(at);
    }
    std::ranges::sort(found_, {},
                      [](const RepeatedEntry& each) { return std::tuple(each.entry, each.other); });
    return std::move(found_);
  }

 private:
  using Naming = std::pair<TopicIndex, std::size_t>;  // a topic, and who names it

  std::span<const Naming> namings_of(TopicIndex topic) const {
    const auto [first, last] = std::ranges::equal_range(namings_, topic, {}, &Naming::first);
    return {first, last};
  }

  // Who contains an entry names the topic of it that fewest name.
  void find_containers(std::size_t at) {
    const std::vector<TopicIndex>& set = sets_[at];
    std::span<const Naming> fewest = namings_of(set.front());
    for (const TopicIndex t : set) {
      const auto some = namings_of(t);
      if (some.size() < fewest.size()) fewest = some;
    }
    const std::size_t found_before = found_.size();
    for (const auto& [topic, other] : fewest) {
      if (sets_[other].size() == set.size()) {
        if (other >= at || sets_[other] != set) continue;
        // All that there is to say of it is said of the first one.
        found_.resize(found_before);
        add(at, other, true);
        return;
      }
      if (contains_all(sets_[other], set)) add(other, at, false);
    }
  }

  void add(std::size_t entry, std::size_t other, bool is_same) {
    found_.push_back({first_ + static_cast<RequirementIndex>(entry),
                      first_ + static_cast<RequirementIndex>(other), is_same});
  }

  RequirementIndex first_;
  std::vector<std::vector<TopicIndex>> sets_;
  std::vector<Naming> namings_;
  std::vector<RepeatedEntry> found_;
};

// A cheap answer for most groups: a few topics, each named once.
bool are_few_different_topics(std::span<const Requirement> entries) {
  constexpr std::size_t few = 8;
  if (entries.size() > few) return false;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].kind != RequirementKind::topic) return false;
    for (std::size_t j = 0; j < i; ++j) {
      if (entries[i].topic == entries[j].topic && entries[i].topic != no_index) return false;
    }
  }
  return true;
}

bool is_one_of_topics(std::span<const Requirement> all, RequirementIndex index) {
  const Requirement& entry = all[index];
  const auto inside = all.subspan(entry.entries.first, entry.entries.size());
  return entry.least == 1 && std::ranges::all_of(inside, [](const Requirement& each) {
           return each.kind == RequirementKind::topic;
         });
}

}  // namespace

std::vector<TopicIndex> named_topics(std::span<const Requirement> all, RequirementIndex entry) {
  std::vector<TopicIndex> topics;
  std::vector<RequirementIndex> open{entry};
  while (!open.empty()) {
    const Requirement& next = all[open.back()];
    open.pop_back();
    if (next.kind != RequirementKind::topic) {
      for (RequirementIndex i = next.entries.first; i < next.entries.last; ++i) open.push_back(i);
    } else if (next.topic == no_index) {
      return {};
    } else {
      topics.push_back(next.topic);
    }
  }
  std::ranges::sort(topics);
  const auto rest = std::ranges::unique(topics);
  topics.erase(rest.begin(), rest.end());
  return topics;
}

bool needs_every_topic(std::span<const Requirement> all, RequirementIndex entry) {
  std::vector<RequirementIndex> open{entry};
  while (!open.empty()) {
    const Requirement& next = all[open.back()];
    open.pop_back();
    if (next.least < next.entries.size()) return false;
    for (RequirementIndex i = next.entries.first; i < next.entries.last; ++i) open.push_back(i);
  }
  return true;
}

// Nesting is bounded by the reader, so recursion is as well.
bool can_be_met(std::span<const Requirement> all, RequirementIndex entry) {
  const Requirement& it = all[entry];
  if (it.kind == RequirementKind::topic) return true;
  std::uint32_t possible = 0;
  for (RequirementIndex i = it.entries.first; i < it.entries.last; ++i) {
    if (can_be_met(all, i)) ++possible;
  }
  return possible >= it.least;
}

std::vector<RepeatedEntry> repeated_entries(std::span<const Requirement> all, IndexRange range) {
  if (are_few_different_topics(all.subspan(range.first, range.size()))) return {};
  return EntrySets(all, range).find();
}

bool says_the_same(std::span<const Requirement> all, RequirementIndex one, RequirementIndex other) {
  if (!can_be_met(all, one) || !can_be_met(all, other)) return false;
  if (named_topics(all, one).size() == 1) return true;
  const bool needs_every = needs_every_topic(all, one);
  if (needs_every != needs_every_topic(all, other)) return false;
  return needs_every || (is_one_of_topics(all, one) && is_one_of_topics(all, other));
}

std::vector<RequirementIndex> different_entries(const Roadmap& roadmap, RequirementIndex group) {
  const IndexRange written = roadmap.written(group);
  std::vector<RequirementIndex> entries(written.size());
  std::iota(entries.begin(), entries.end(), written.first);
  if (written.first == roadmap.requirements()[group].entries.first) return entries;
  const auto all = roadmap.requirements();
  std::vector<RequirementIndex> repeated;
  for (const RepeatedEntry& each : repeated_entries(all, written)) {
    if (each.is_same && says_the_same(all, each.entry, each.other)) repeated.push_back(each.entry);
  }
  std::erase_if(
      entries, [&](RequirementIndex entry) { return std::ranges::binary_search(repeated, entry); });
  return entries;
}

}  // namespace prereq
