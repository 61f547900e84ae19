// Gathers a roadmap from formats that have titles but no ids.
//
// Sections are made when something stands in them, so that headings above prose leave none.
// Requirements are names until the end: a name may be that of a topic further down.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "prereq/read.hpp"
#include "read/draft_names.hpp"
#include "read/edge_lists.hpp"
#include "read/entity_marks.hpp"
#include "read/name_list.hpp"
#include "read/resource_line.hpp"
#include "roadmap/roadmap_data.hpp"
#include "roadmap/title_id.hpp"

namespace prereq {

class DraftBuilder {
 public:
  explicit DraftBuilder(ReadNotes& notes) : notes_(notes) {}

  RoadmapData& data() { return data_; }
  const RoadmapData& data() const { return data_; }
  // What a page says, without the marks of entity_marks.hpp.
  std::string_view keep(std::string_view text) { return data_.text.keep(without_marks(text)); }

  // A section below `parent`, or outermost for no_index.
  SectionIndex add_section(std::string_view title, SectionIndex parent, Span span);
  TopicIndex add_topic(std::string_view title, SectionIndex section, Span span);
  GoalIndex add_goal(std::string_view title, Span span);
  void set_hours(TopicIndex topic, HoursRange hours);
  void set_level(TopicIndex topic, Level level);

  // Of a topic: call for one topic at a time, before the next one is added.
  void add_topic_resource(TopicIndex topic, const ResourceLine& line, Span span);
  void add_section_resource(SectionIndex section, const ResourceLine& line, Span span);

  bool has_links(SectionIndex section) const { return !section_resources_[section].empty(); }

  // A list of names as written (name_list.hpp), of topics and of sections, which stand for the
  // topics in them; a section that the topic stands in is left out.
  void add_names(TopicIndex topic, EdgeListKind kind, std::string_view names, Span span);
  // The same, said of everything in one place: a topic does not require itself by that.
  void add_names_around(TopicIndex topic, std::string_view names, Span span);
  // What everything in the section needs, or is helped by.
  void add_section_names(SectionIndex section, EdgeListKind kind, std::string_view names,
                         Span span);
  void add_goal_names(GoalIndex goal, std::string_view names, Span span);
  void require_any(TopicIndex topic, const std::vector<TopicIndex>& choices, Span span);
  // All of the section helps with everything in the other.
  void recommend_section(SectionIndex section, SectionIndex recommended);
  bool states_requirements() const { return !named_.empty() || !choices_.empty(); }

  // Something that is not taken over.
  void leave_out(Span span, std::string_view what);

  // Matches names with topics; those that match none are left out.
  RoadmapData finish();

 private:
  enum class Owner : std::uint8_t { topic, goal, section };
  struct Named {
    std::uint32_t index;  // of the owner
    EdgeListKind kind;
    Owner owner;
    bool is_around;
    std::string names;
    Span span;
  };
  struct Choice {
    TopicIndex topic;
    std::vector<TopicIndex> choices;
    Span span;
  };
  Resource resource(const ResourceLine& line, Span span);
  bool is_usable(const ResourceLine& line, Span span);
  void add_named(Named named);
  Requirement entry_of(TopicIndex topic, Span span) const;
  Requirement entry_of_section(SectionIndex section, Span span);
  Requirement group_of(RequirementKind kind, std::uint32_t least,
                       const std::vector<Requirement>& entries, Span span);
  std::vector<Requirement> entries_of(const std::vector<NamedEntry>& written, const Named& named,
                                      const DraftNames& names);
  std::vector<Requirement> entry_named(const NamedEntry& written, const Named& named,
                                       const DraftNames& names);
  bool holds(SectionIndex section, const Named& named) const;
  void add_choice(const Choice& choice, EdgeLists& lists);
  void write_requirements();
  void write_section_lists(std::vector<std::array<std::vector<Requirement>, 2>>& lists);
  void write_section_resources();
  void put_sections_in_order();

  ReadNotes& notes_;
  RoadmapData data_;
  IdMaker topic_ids_;
  IdMaker section_ids_;
  std::vector<Named> named_;
  std::vector<Choice> choices_;
  std::vector<std::pair<SectionIndex, SectionIndex>> recommended_;  // and what recommends it
  std::vector<std::vector<Resource>> section_resources_;            // parallel to sections
  std::vector<Resource> roadmap_resources_;
};

}  // namespace prereq
