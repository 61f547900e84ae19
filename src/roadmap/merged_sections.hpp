// The sections of several files as one forest.
#pragma once

#include <vector>

#include "roadmap/joined_lists.hpp"
#include "roadmap/roadmap_data.hpp"

namespace prereq {

class MergedSections {
 public:
  // The number in this forest of each of the part's sections.
  std::vector<SectionIndex> add(const RoadmapData& part);

  // Adds all sections to `to`, in preorder. Call once, after the last add().
  void write(RoadmapData& to);

  // Where write() put a section of this forest.
  SectionIndex written(SectionIndex section) const { return written_[section]; }

 private:
  struct Parts {
    Section section;  // `parent` is a number in this forest
    std::size_t last_part = 0;
    JoinedRequirements requirements;
    JoinedRequirements recommendations;
    JoinedResources resources;
    std::vector<SectionIndex> inside;
  };
  void write_tree(SectionIndex root, RoadmapData& to);

  NameTable numbers_;
  std::vector<Parts> sections_;
  std::vector<SectionIndex> outermost_;
  std::vector<SectionIndex> written_;
  std::size_t part_count_ = 0;
};

}  // namespace prereq
