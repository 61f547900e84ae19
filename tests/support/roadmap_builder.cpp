#include "support/roadmap_builder.hpp"

#include <cmath>

namespace prereq::testing {

Span RoadmapBuilder::next_span() {
  ++line_;
  return {0, {line_, 1}, {line_, 2}};
}

IndexRange RoadmapBuilder::add(const std::vector<Need>& needs) {
  const auto first = static_cast<RequirementIndex>(data_.requirements.size());
  const IndexRange range{first, first + static_cast<RequirementIndex>(needs.size())};
  data_.requirements.resize(range.last);
  for (std::size_t i = 0; i < needs.size(); ++i) {
    Requirement entry;
    entry.kind = needs[i].kind;
    entry.least = needs[i].least;
    entry.name = data_.text.keep(needs[i].name);
    entry.because = data_.text.keep(needs[i].because);
    entry.span = next_span();
    entry.entries = add(needs[i].entries);
    data_.requirements[first + i] = entry;
  }
  return range;
}

Topic& RoadmapBuilder::topic(const std::string& id, double hours, const std::vector<Need>& needs,
                             const std::vector<Need>& corequisites,
                             const std::vector<Need>& recommendations) {
  Topic topic;
  topic.id = data_.text.keep(id);
  topic.title = topic.id;
  topic.span = next_span();
  const Hours stated = Hours::from_seconds(std::llround(hours * 3600));
  topic.hours = {stated, stated};
  topic.requirements = add(needs);
  topic.corequisites = add(corequisites);
  topic.recommendations = add(recommendations);
  data_.has_hours.push_back(true);
  data_.has_level.push_back(true);
  return data_.topics.emplace_back(topic);
}

Goal& RoadmapBuilder::goal(const std::string& id, const std::vector<Need>& needs) {
  Goal goal;
  goal.id = data_.text.keep(id);
  goal.title = goal.id;
  goal.span = next_span();
  goal.requirements = add(needs);
  return data_.goals.emplace_back(goal);
}

SectionIndex RoadmapBuilder::section(const std::string& id, SectionIndex parent) {
  Section section;
  section.id = data_.text.keep(id);
  section.title = section.id;
  section.parent = parent;
  section.span = next_span();
  data_.sections.push_back(section);
  return static_cast<SectionIndex>(data_.sections.size() - 1);
}

void RoadmapBuilder::section_needs(SectionIndex section, const std::vector<Need>& needs,
                                   const std::vector<Need>& recommendations) {
  data_.sections[section].requirements = add(needs);
  data_.sections[section].recommendations = add(recommendations);
}

Roadmap RoadmapBuilder::build() {
  Diagnostics ignored;
  return build(ignored);
}

Roadmap RoadmapBuilder::build(Diagnostics& diagnostics) {
  line_ = 0;
  return {std::exchange(data_, {}), diagnostics};
}

}  // namespace prereq::testing
