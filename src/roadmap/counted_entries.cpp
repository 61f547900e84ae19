#include "roadmap/counted_entries.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "roadmap/repeated_entries.hpp"

namespace prereq {
namespace {

// The entries of one group, and which of them count together.
class RepeatedGroup {
 public:
  RepeatedGroup(std::span<const Requirement> all, IndexRange written,
                const std::vector<RepeatedEntry>& repeated)
      : all_(all),
        written_(written),
        contained_(written.size(), no_index),
        is_dropped_(written.size(), false),
        leader_(written.size()) {
    std::iota(leader_.begin(), leader_.end(), std::uint32_t{0});
    for (const RepeatedEntry& each : repeated) add(each);
  }

  struct Cluster {
    std::vector<RequirementIndex> entries;   // that count together, as written
    std::vector<RequirementIndex> smallest;  // of these, that contain no other
  };
  // By their first entries. What says the same as an earlier entry is in none.
  std::vector<Cluster> clusters() {
    std::vector<Cluster> clusters;
    std::vector<std::uint32_t> number(written_.size(), no_index);
    for (std::uint32_t at = 0; at < written_.size(); ++at) {
      if (is_dropped_[at]) continue;
      std::uint32_t& mine = number[leader(at)];
      if (mine == no_index) {
        mine = static_cast<std::uint32_t>(clusters.size());
        clusters.emplace_back();
      }
      clusters[mine].entries.push_back(written_.first + at);
      if (contained_[at] == no_index) clusters[mine].smallest.push_back(written_.first + at);
    }
    return clusters;
  }

  bool drops_any() const { return std::ranges::count(is_dropped_, true) > 0; }

  // The first of the smallest entries that this one contains: itself if it is one.
  RequirementIndex smallest_inside(RequirementIndex entry) const {
    std::uint32_t at = entry - written_.first;
    while (contained_[at] != no_index) at = contained_[at];
    return written_.first + at;
  }

 private:
  void add(const RepeatedEntry& each) {
    const std::uint32_t entry = each.entry - written_.first;
    const std::uint32_t other = each.other - written_.first;
    if (each.is_same && says_the_same(all_, each.entry, each.other)) is_dropped_[entry] = true;
    if (contained_[entry] == no_index) contained_[entry] = other;
    leader_[leader(entry)] = leader(other);
  }

  std::uint32_t leader(std::uint32_t at) {
    while (leader_[at] != at) at = leader_[at] = leader_[leader_[at]];
    return at;
  }

  std::span<const Requirement> all_;
  IndexRange written_;
  std::vector<std::uint32_t> contained_;  // by place in the group: the first one that it contains
  std::vector<bool> is_dropped_;          // says the same as an earlier one
  std::vector<std::uint32_t> leader_;     // of those that hang together (union-find)
};

class EntryCounter {
 public:
  EntryCounter(RoadmapData& data, Diagnostics& diagnostics, std::uint32_t limit)
      : data_(data), diagnostics_(diagnostics), left_(limit) {}

  void run() {
    for (const Topic& topic : data_.topics) visit(topic.requirements);
    for (const Section& section : data_.sections) visit(section.requirements);
    for (const Goal& goal : data_.goals) visit(goal.requirements);
    std::ranges::sort(data_.written_entries, {}, &WrittenEntries::group);
  }

 private:
  using Entries = std::vector<Requirement>;
  using Cluster = RepeatedGroup::Cluster;

  // Groups inside come first, because they are copied. Nesting is bounded by the reader, so
  // recursion is as well.
  void visit(IndexRange list) {
    for (RequirementIndex i = list.first; i < list.last; ++i) {
      if (data_.requirements[i].kind == RequirementKind::topic) continue;
      visit(data_.requirements[i].entries);
      if (data_.requirements[i].kind != RequirementKind::all) count(i);
    }
  }

  void count(RequirementIndex group) {
    const IndexRange written = data_.requirements[group].entries;
    const std::vector<RepeatedEntry> repeated = repeated_entries(data_.requirements, written);
    if (repeated.empty()) return;
    RepeatedGroup entries(data_.requirements, written, repeated);
    const std::uint32_t least = data_.requirements[group].least;
    if (least <= 1 && !entries.drops_any()) return;
    said_by_ = data_.origin_of(group).said_by;
    Entries counted;
    for (const Cluster& cluster : entries.clusters()) {
      if (!add(cluster, least, entries, counted)) return refuse(data_.requirements[group].span);
    }
    data_.requirements[group].entries = append(counted);
    data_.written_entries.push_back({group, written});
  }

  // What makes the group count as many as are met of the cluster's smallest entries, and 1 if only
  // others are. False if that is too much.
  bool add(const Cluster& cluster, std::uint32_t least, const RepeatedGroup& group,
           Entries& counted) {
    if (least <= 1) {
      for (const RequirementIndex i : cluster.entries) counted.push_back(data_.requirements[i]);
      return true;
    }
    if (cluster.smallest.size() == 1) {
      counted.push_back(one_of(cluster.entries));
      return true;
    }
    const auto may_do_without = [&](RequirementIndex i) {
      const RequirementIndex smallest = group.smallest_inside(i);
      const bool implies_it =
          needs_every_topic(data_.requirements, i) && can_be_met(data_.requirements, smallest);
      return smallest != i && !implies_it;
    };
    if (std::ranges::none_of(cluster.entries, may_do_without)) {
      add_apart(cluster, group, counted);
      return true;
    }
    return add_unary(cluster, least, counted);
  }

  // What contains a smallest entry is met only when that is, so it adds nothing beside it.
  void add_apart(const Cluster& cluster, const RepeatedGroup& group, Entries& counted) {
    for (const RequirementIndex smallest : cluster.smallest) {
      std::vector<RequirementIndex> together;
      std::ranges::copy_if(cluster.entries, std::back_inserter(together), [&](RequirementIndex i) {
        return group.smallest_inside(i) == smallest;
      });
      counted.push_back(one_of(together));
    }
  }

  // The number in unary: an entry that is met when the number is at least 1, one for 2, and so on.
  bool add_unary(const Cluster& cluster, std::uint32_t least, Entries& counted) {
    counted.push_back(one_of(cluster.entries));
    const auto most = std::min<std::size_t>(cluster.smallest.size(), least);
    for (std::uint32_t wanted = 2; wanted <= most; ++wanted) {
      Entries inside;
      for (const RequirementIndex i : cluster.smallest) {
        if (!spend()) return false;
        inside.push_back(copy_of(i));
      }
      counted.push_back(group_of(RequirementKind::at_least, wanted, inside));
    }
    return true;
  }

  Requirement one_of(const std::vector<RequirementIndex>& entries) {
    if (entries.size() == 1) return data_.requirements[entries.front()];
    Entries inside;
    for (const RequirementIndex i : entries) inside.push_back(data_.requirements[i]);
    return group_of(RequirementKind::any, 1, inside);
  }

  Requirement group_of(RequirementKind kind, std::uint32_t least, const Entries& entries) {
    Requirement group;
    group.kind = kind;
    group.least = least;
    group.span = entries.front().span;
    group.entries = append(entries);
    return group;
  }

  // With what is inside it.
  Requirement copy_of(RequirementIndex index) {
    Requirement entry = data_.requirements[index];
    if (entry.entries.empty()) return entry;
    Entries inside;
    for (RequirementIndex i = entry.entries.first; i < entry.entries.last; ++i) {
      inside.push_back(copy_of(i));
    }
    entry.entries = append(inside);
    return entry;
  }

  IndexRange append(const Entries& entries) { return data_.append(entries, {no_index, said_by_}); }

  bool spend() {
    if (left_ == 0) return false;
    --left_;
    return true;
  }

  void refuse(Span span) {
    diagnostics_.add(Code::too_large, span,
                     "the entries of this group repeat one another in too many ways: name each "
                     "topic once");
  }

  RoadmapData& data_;
  Diagnostics& diagnostics_;
  std::uint32_t left_;
  SectionIndex said_by_ = no_index;
};

}  // namespace

void count_repeated_entries_once(RoadmapData& data, Diagnostics& diagnostics, std::uint32_t limit) {
  const bool has_choices = std::ranges::any_of(data.requirements, [](const Requirement& each) {
    return each.kind == RequirementKind::any || each.kind == RequirementKind::at_least;
  });
  if (has_choices) EntryCounter(data, diagnostics, limit).run();
}

}  // namespace prereq
