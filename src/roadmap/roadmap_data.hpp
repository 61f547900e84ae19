// What a reader gathers, before names are resolved. Private to the readers and Roadmap.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "prereq/roadmap.hpp"
#include "roadmap/name_table.hpp"
#include "roadmap/text_arena.hpp"

namespace prereq {

// The parts of a topic that only mean something until names and defaults are resolved. Sparse: one
// row for each topic that says such a thing, in order of topic.
struct TopicDraft {
  TopicIndex topic = no_index;
  std::string_view section_name;  // from the field `section`; a place inside a section sets
  Span section_span;              // Topic::section directly
};

// Entries that were made because of a section, and where they come from.
struct OriginRow {
  IndexRange entries;
  RequirementOrigin origin;
};

// What the author wrote in a group whose entries repeat one another.
struct WrittenEntries {
  RequirementIndex group;
  IndexRange entries;
};

struct RoadmapData {
  TextArena text;  // owns every string_view below

  std::string_view title;
  std::string_view description;
  std::string_view note;
  std::string_view base;
  bool incomplete = false;
  bool has_gaps = false;  // something in it is missing because of a mistake that was reported
  bool quarters = false;

  // Topic::hours is what the topic itself states; has_hours tells whether it does.
  std::vector<Topic> topics;
  std::vector<bool> has_hours;  // parallel to topics
  std::vector<bool> has_level;  // parallel to topics
  std::vector<Section> sections;
  std::vector<Goal> goals;
  std::vector<Requirement> requirements;
  std::vector<Resource> resources;
  IndexRange roadmap_resources;
  std::vector<Allowance> allowances;
  std::vector<Alias> aliases;
  std::vector<TopicDraft> drafts;

  struct Defaults {
    Cost cost = Cost::unstated;
    ResourceType type = ResourceType::unstated;
    Level level = Level::core;
  } defaults;

  // Adds a topic with what it states itself.
  TopicIndex add(const Topic& topic, bool states_hours = false, bool states_level = false) {
    topics.push_back(topic);
    has_hours.push_back(states_hours);
    has_level.push_back(states_level);
    return static_cast<TopicIndex>(topics.size() - 1);
  }
  SectionIndex add(const Section& section) {
    sections.push_back(section);
    return static_cast<SectionIndex>(sections.size() - 1);
  }

  // Adds entries that are made because of a section, or like one that is.
  IndexRange append(const std::vector<Requirement>& entries, RequirementOrigin origin) {
    const auto first = static_cast<RequirementIndex>(requirements.size());
    requirements.insert(requirements.end(), entries.begin(), entries.end());
    const IndexRange range{first, static_cast<RequirementIndex>(requirements.size())};
    const bool has_origin = origin.named != no_index || origin.said_by != no_index;
    if (has_origin && !range.empty()) origins.push_back({range, origin});
    return range;
  }
  // What `origins` says of an entry.
  RequirementOrigin origin_of(RequirementIndex entry) const {
    const auto row = std::ranges::upper_bound(
        origins, entry, {}, [](const OriginRow& each) { return each.entries.last; });
    const bool is_there = row != origins.end() && row->entries.first <= entry;
    return is_there ? row->origin : RequirementOrigin();
  }

  // Filled by Roadmap's constructor.
  NameTable topic_by_name;  // ids and aliases
  NameTable goal_by_id;
  NameTable section_by_id;
  std::vector<TopicIndex> link_topics;          // that stand for sections of links alone; ascending
  std::vector<OriginRow> origins;               // ranges are disjoint, in order
  std::vector<WrittenEntries> written_entries;  // by group
};

}  // namespace prereq
