// Lists of requirements and of resources that come from several files and become one each.
#pragma once

#include <span>
#include <vector>

#include "roadmap/roadmap_data.hpp"

namespace prereq {

// Entries of `requires`, `recommends` or `corequisites`, with the data that each one's groups point
// into. The data must stay until write().
class JoinedRequirements {
 public:
  // Adds those of the entries that are not there yet; a reason is taken where none was given.
  // O(entries), or O(all entries) if there were some before.
  void join(const RoadmapData& from, IndexRange entries);

  // Copies the entries, groups with all that they hold, to the end of the requirements of `to`.
  IndexRange write(RoadmapData& to) const;

 private:
  struct Entry {
    const RoadmapData* from = nullptr;
    Requirement requirement;
  };
  std::vector<Entry> entries_;
};

// Resources of a topic, a section or the file.
class JoinedResources {
 public:
  // A resource with the URL and part of one that is there adds only what that leaves open; unless
  // they contradict each other, which is for `check` to report.
  void join(const RoadmapData& from, IndexRange resources);
  IndexRange write(RoadmapData& to) const;

 private:
  std::vector<Resource> resources_;
};

}  // namespace prereq
