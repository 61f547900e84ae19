// Gathers a roadmap from formats that have titles but no ids.
//
// Sections are made when something stands in them, so that headings above prose leave none.
// Requirements are names until the end: a name may be that of a topic further down.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "prereq/read.hpp"
#include "read/edge_lists.hpp"
#include "read/resource_line.hpp"
#include "roadmap/roadmap_data.hpp"
#include "roadmap/title_id.hpp"

namespace prereq {

class DraftBuilder {
 public:
  explicit DraftBuilder(ReadNotes& notes) : notes_(notes) {}

  RoadmapData& data() { return data_; }
  std::string_view keep(std::string_view text) { return data_.text.keep(text); }

  // A section below `parent`, or outermost for no_index.
  SectionIndex add_section(std::string_view title, SectionIndex parent, Span span);
  TopicIndex add_topic(std::string_view title, SectionIndex section, Span span);
  void set_hours(TopicIndex topic, HoursRange hours);

  // Of a topic: call for one topic at a time, before the next one is added.
  void add_topic_resource(TopicIndex topic, const ResourceLine& line, Span span);
  void add_section_resource(SectionIndex section, const ResourceLine& line, Span span);

  // A list of names as written (item_text.hpp). A section stands for the topics in it.
  void add_named_requirements(TopicIndex topic, std::string names, Span span);
  void require_any(TopicIndex topic, const std::vector<TopicIndex>& choices, Span span);
  void recommend(TopicIndex topic, TopicIndex recommended, Span span);
  bool states_requirements() const { return !named_.empty() || !choices_.empty(); }

  // Something that is not taken over.
  void leave_out(Span span, std::string_view what);

  // Matches names with topics; those that match none are left out.
  RoadmapData finish();

 private:
  struct Named {
    TopicIndex topic;
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
  Requirement entry_of(TopicIndex topic, Span span) const;
  void add_choice(const Choice& choice, EdgeLists& lists);
  void write_requirements();
  void write_section_resources();

  ReadNotes& notes_;
  RoadmapData data_;
  IdMaker topic_ids_;
  IdMaker section_ids_;
  std::vector<Named> named_;
  std::vector<Choice> choices_;
  std::vector<std::pair<TopicIndex, Requirement>> recommended_;
  std::vector<std::vector<Resource>> section_resources_;  // parallel to sections
  std::vector<Resource> roadmap_resources_;
};

}  // namespace prereq
