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
#include "roadmap/roadmap_data.hpp"

namespace prereq {

class DraftNames {
 public:
  // Of all topics and sections that are there. O(n log n).
  explicit DraftNames(const RoadmapData& data);

  // What the name stands for, compared as a reader would: a topic, by title or id, or all that a
  // section holds. Nothing if it is no name, or the section is too large to be written out.
  std::vector<TopicIndex> find(std::string_view name) const;

  bool is_topic(std::string_view name) const;

  // Whether it stands for something; as several names are likely to look like it, only if it is
  // word for word a title.
  bool is_name(std::string_view name, NameLook look) const;

 private:
  using Numbers = std::map<std::string, std::uint32_t>;

  Numbers topics_;
  Numbers sections_;
  std::set<std::string, std::less<>> titles_;       // their words
  std::vector<std::vector<TopicIndex>> topics_in_;  // by section, as many as count
};

}  // namespace prereq
