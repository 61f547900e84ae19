#include "support/repeated_groups.hpp"

#include <algorithm>
#include <set>

namespace prereq::testing {
namespace {

using Names = std::set<TopicIndex>;

// False if one is not defined.
bool gather(const Roadmap& roadmap, RequirementIndex index, Names& names) {
  const Requirement& entry = roadmap.requirements()[index];
  if (entry.kind == RequirementKind::topic) {
    names.insert(entry.topic);
    return entry.topic != no_index;
  }
  bool are_defined = true;
  const IndexRange inside = roadmap.written(index);
  for (RequirementIndex i = inside.first; i < inside.last; ++i) {
    are_defined = gather(roadmap, i, names) && are_defined;
  }
  return are_defined;
}

Names names_in(const Roadmap& roadmap, RequirementIndex index) {
  Names names;
  if (!gather(roadmap, index, names)) names.clear();
  return names;
}

// Of two that name the same, only the second contains the first.
bool contains(const std::vector<Names>& names, std::size_t one, std::size_t other) {
  if (one == other || names[one].empty() || names[other].empty()) return false;
  if (names[one] == names[other]) return other < one;
  return std::ranges::includes(names[one], names[other]);
}

}  // namespace

std::vector<EntryCluster> entry_clusters(const Roadmap& roadmap, RequirementIndex group) {
  const IndexRange written = roadmap.written(group);
  const bool is_all = roadmap.requirements()[group].kind == RequirementKind::all;
  std::vector<Names> names(written.size());
  for (std::size_t i = 0; i < names.size() && !is_all; ++i) {
    names[i] = names_in(roadmap, written.first + static_cast<RequirementIndex>(i));
  }
  std::vector<std::size_t> cluster(written.size());
  for (std::size_t i = 0; i < cluster.size(); ++i) cluster[i] = i;
  for (std::size_t i = 0; i < cluster.size(); ++i) {
    for (std::size_t j = 0; j < cluster.size(); ++j) {
      if (!contains(names, i, j)) continue;
      std::ranges::replace(cluster, std::size_t{cluster[i]}, std::size_t{cluster[j]});
    }
  }
  std::vector<EntryCluster> clusters(written.size());
  for (std::size_t i = 0; i < cluster.size(); ++i) {
    const RequirementIndex entry = written.first + static_cast<RequirementIndex>(i);
    bool is_smallest = true;
    for (std::size_t j = 0; j < cluster.size(); ++j) {
      if (contains(names, i, j)) is_smallest = false;
    }
    clusters[cluster[i]].entries.push_back(entry);
    if (is_smallest) clusters[cluster[i]].smallest.push_back(entry);
  }
  std::erase_if(clusters, [](const EntryCluster& each) { return each.entries.empty(); });
  return clusters;
}

WrittenGroups::WrittenGroups(const Roadmap& roadmap) : roadmap_(roadmap) {
  for (RequirementIndex i = 0; i < roadmap.requirements().size(); ++i) {
    clusters_.push_back(entry_clusters(roadmap, i));
  }
}

bool WrittenGroups::is_met(RequirementIndex entry, const IsLearned& is_learned) const {
  const Requirement& said = roadmap_.requirements()[entry];
  if (said.kind == RequirementKind::topic) return said.topic == no_index || is_learned(said.topic);
  const auto is_inside_met = [&](RequirementIndex i) { return is_met(i, is_learned); };
  std::size_t count = 0;
  for (const EntryCluster& cluster : clusters_[entry]) {
    const auto smallest =
        static_cast<std::size_t>(std::ranges::count_if(cluster.smallest, is_inside_met));
    const bool is_any_met = std::ranges::any_of(cluster.entries, is_inside_met);
    count += std::max(smallest, std::size_t{is_any_met});
  }
  return count >= said.least;
}

}  // namespace prereq::testing
