// How groups whose entries repeat one another count, by the letter of roadmap.hpp: slow, obvious,
// and of the entries as the author wrote them, so that it shares nothing with prereq's own way.
#pragma once

#include <functional>
#include <vector>

#include "prereq/roadmap.hpp"

namespace prereq::testing {

// Entries of a group that hang together, and those of them that count by themselves.
struct EntryCluster {
  std::vector<RequirementIndex> entries;
  std::vector<RequirementIndex> smallest;
};
// Of a group of kind `all`, each entry is by itself.
std::vector<EntryCluster> entry_clusters(const Roadmap& roadmap, RequirementIndex group);

// Whether somebody who has learned some topics meets entries, as written.
class WrittenGroups {
 public:
  explicit WrittenGroups(const Roadmap& roadmap);

  using IsLearned = std::function<bool(TopicIndex)>;
  bool is_met(RequirementIndex entry, const IsLearned& is_learned) const;

 private:
  Roadmap roadmap_;
  std::vector<std::vector<EntryCluster>> clusters_;  // by entry
};

}  // namespace prereq::testing
