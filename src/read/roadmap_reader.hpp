// Reads a whole roadmap from events: the file's own fields, sections, topics and goals.
#pragma once

#include "read/field_reader.hpp"
#include "read/requirement_reader.hpp"
#include "read/resource_reader.hpp"

namespace prereq {

class RoadmapReader {
 public:
  explicit RoadmapReader(FieldReader& fields)
      : fields_(fields), requirements_(fields), resources_(fields) {}

  // Takes all events.
  void read();

 private:
  void read_root_field(RootField field);
  void read_version();
  void read_defaults();
  void read_allowances(TopicIndex topic);
  void read_sections(SectionIndex parent);
  void read_section(const Key& key, SectionIndex parent);
  void read_topics(SectionIndex section);
  void read_topic(const Key& key, SectionIndex section);
  void read_topic_field(TopicField field, Topic& topic);
  void read_topic_section(Topic& topic);
  void read_aliases();
  void read_goals();

  FieldReader& fields_;
  RequirementReader requirements_;
  ResourceReader resources_;
  // Of the topic that is being read.
  bool has_hours_ = false;
  bool has_level_ = false;
  bool is_inside_section_ = false;
};

}  // namespace prereq
