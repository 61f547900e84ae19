// Topics and sections of a page by the names that the page itself uses for them.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "read/name_list.hpp"
#include "roadmap/name_table.hpp"
#include "roadmap/roadmap_data.hpp"

namespace prereq {

// One of the two, or neither.
struct NamedPart {
  TopicIndex topic = no_index;
  SectionIndex section = no_index;
  bool is_surely_section = false;  // said so, as "all of …" or "section:ID"
  bool is_nothing() const { return topic == no_index && section == no_index; }
};

class DraftNames {
 public:
  // Of all topics and sections that are there; `has_links` tells which sections have resources of
  // their own. O(n log n).
  explicit DraftNames(const RoadmapData& data, const std::vector<bool>& has_links = {});

  // What the name stands for, compared as a reader would: a topic, by title or id, or a section, by
  // title. "all of …" and "section:ID" are sections. Nothing if it is no name, or if it is one of a
  // section that is too large to be needed, or holds nothing that could be.
  NamedPart find(std::string_view name) const;

  // Whether it stands for something; as several names are likely to look like it, only if it is
  // word for word a title.
  bool is_name(std::string_view name, NameLook look) const;

 private:
  using Numbers = std::map<std::string, std::uint32_t>;

  NamedPart find_section(std::string_view title) const;
  bool can_be_needed(SectionIndex section) const;

  Numbers topics_;
  Numbers sections_;
  NameTable section_ids_;
  std::set<std::string, std::less<>> titles_;  // their words
  std::vector<std::uint32_t> topics_in_;       // by section: how many are not optional
  std::vector<bool> holds_something_;          // by section: optional topics
  std::vector<bool> has_links_;                // by section, of those inside it too
};

}  // namespace prereq
