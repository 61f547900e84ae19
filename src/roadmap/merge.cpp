#include "roadmap/merge.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "roadmap/effective.hpp"
#include "roadmap/joined_lists.hpp"
#include "roadmap/merged_sections.hpp"

namespace prereq {
namespace {

void take_if_open(std::string_view& kept, std::string_view other) {
  if (kept.empty()) kept = other;
}

class Merger {
 public:
  Merger(std::vector<RoadmapData>& parts, Diagnostics& diagnostics)
      : parts_(parts), diagnostics_(diagnostics) {}

  RoadmapData merge() {
    for (RoadmapData& part : parts_) apply_defaults(part);
    index_aliases();
    for (part_ = 0; part_ < parts_.size(); ++part_) add_part(parts_[part_]);
    sections_.write(merged_);
    write_topics();
    write_goals();
    merged_.roadmap_resources = roadmap_resources_.write(merged_);
    for (RoadmapData& part : parts_) merged_.text.adopt(std::move(part.text));
    return std::move(merged_);
  }

 private:
  // A topic while its parts are gathered. Indices of sections are those of sections_.
  struct TopicParts {
    Topic topic;
    bool has_hours = false;
    bool has_level = false;
    std::string_view section_name;
    Span section_span;
    std::size_t last_part = 0;
    JoinedRequirements requirements;
    JoinedRequirements recommendations;
    JoinedRequirements corequisites;
    JoinedResources resources;
  };

  struct GoalParts {
    Goal goal;
    std::size_t last_part = 0;
    JoinedRequirements requirements;
  };

  struct AliasTarget {
    std::size_t part;
    std::string_view topic;
  };

  void index_aliases() {
    for (std::size_t part = 0; part < parts_.size(); ++part) {
      for (const Alias& alias : parts_[part].aliases) {
        alias_numbers_.insert(alias.name, static_cast<std::uint32_t>(alias_targets_.size()));
        alias_targets_.push_back({part, parts_[part].topics[alias.topic].id});
      }
    }
  }

  // The id under which a topic of this part meets those of others.
  std::string_view meeting_id(std::string_view id) const {
    const auto alias = alias_numbers_.find(id);
    const bool is_elsewhere = alias && alias_targets_[*alias].part != part_;
    return is_elsewhere ? alias_targets_[*alias].topic : id;
  }

  void add_part(RoadmapData& part) {
    take_if_open(merged_.title, part.title);
    take_if_open(merged_.description, part.description);
    take_if_open(merged_.note, part.note);
    take_if_open(merged_.base, part.base);
    merged_.incomplete |= part.incomplete;
    merged_.has_gaps |= part.has_gaps;
    merged_.quarters |= part.quarters;
    roadmap_resources_.join(part, part.roadmap_resources);
    const std::vector<SectionIndex> section_numbers = sections_.add(part);
    const std::vector<TopicIndex> topic_numbers = add_topics(part, section_numbers);
    for (const TopicDraft& draft : part.drafts) {
      TopicParts& parts = topics_[topic_numbers[draft.topic]];
      if (parts.topic.section != no_index || !parts.section_name.empty()) continue;
      parts.section_name = draft.section_name;
      parts.section_span = draft.section_span;
    }
    for (const Alias& alias : part.aliases) add_alias(alias, topic_numbers[alias.topic]);
    for (Allowance allowance : part.allowances) {
      if (allowance.topic != no_index) allowance.topic = topic_numbers[allowance.topic];
      merged_.allowances.push_back(allowance);
    }
    for (const Goal& goal : part.goals) add_goal(part, goal);
  }

  std::vector<TopicIndex> add_topics(const RoadmapData& part,
                                     const std::vector<SectionIndex>& section_numbers) {
    std::vector<TopicIndex> numbers;
    numbers.reserve(part.topics.size());
    for (TopicIndex t = 0; t < part.topics.size(); ++t) {
      Topic topic = part.topics[t];
      if (topic.section != no_index) topic.section = section_numbers[topic.section];
      const auto next = static_cast<TopicIndex>(topics_.size());
      TopicIndex number = topic_numbers_.insert(meeting_id(topic.id), next);
      // Twice in one file is a mistake, not a merger.
      if (number != next && topics_[number].last_part == part_) number = next;
      if (number == next) {
        topic.id = meeting_id(topic.id);
        topics_.push_back(
            {topic, part.has_hours[t], part.has_level[t], {}, {}, part_, {}, {}, {}, {}});
      } else {
        join_topic(topics_[number], topic, part.has_hours[t], part.has_level[t]);
      }
      TopicParts& parts = topics_[number];
      parts.requirements.join(part, part.topics[t].requirements);
      parts.recommendations.join(part, part.topics[t].recommendations);
      parts.corequisites.join(part, part.topics[t].corequisites);
      parts.resources.join(part, part.topics[t].resources);
      numbers.push_back(number);
    }
    return numbers;
  }

  // Once, however many files give it to the topic.
  void add_alias(Alias alias, TopicIndex topic) {
    const auto row = static_cast<std::uint32_t>(merged_.aliases.size());
    const std::uint32_t first = merged_aliases_.insert(alias.name, row);
    if (first != row && merged_.aliases[first].topic == topic) return;
    alias.topic = topic;
    merged_.aliases.push_back(alias);
  }

  void join_topic(TopicParts& parts, const Topic& other, bool has_hours, bool has_level) {
    Topic& topic = parts.topic;
    join_titles("topic", topic, other);
    take_if_open(topic.description, other.description);
    take_if_open(topic.note, other.note);
    if (topic.section == no_index && parts.section_name.empty()) topic.section = other.section;
    if (other.choose == Choose::all) topic.choose = Choose::all;
    if (has_hours && parts.has_hours && topic.hours != other.hours) {
      add_conflict(other.span, topic.span, fmt::format("topic '{}' takes", topic.id),
                   format_hours(topic.hours), format_hours(other.hours));
    } else if (has_hours) {
      topic.hours = other.hours;
    }
    if (has_level && parts.has_level && topic.level != other.level) {
      add_conflict(other.span, topic.span, fmt::format("topic '{}' is", topic.id),
                   fmt::format("'{}'", to_string(topic.level)),
                   fmt::format("'{}'", to_string(other.level)));
    } else if (has_level) {
      topic.level = other.level;
    }
    parts.has_hours |= has_hours;
    parts.has_level |= has_level;
    parts.last_part = part_;
  }

  template <typename Element>
  void join_titles(std::string_view kind, Element& element, const Element& other) {
    if (!element.title.empty() && !other.title.empty() && element.title != other.title) {
      add_conflict(other.span, element.span, fmt::format("{} '{}' is called", kind, element.id),
                   fmt::format("'{}'", element.title), fmt::format("'{}'", other.title));
    }
    take_if_open(element.title, other.title);
  }

  void add_conflict(Span second, Span first, const std::string& what, const std::string& kept,
                    const std::string& other) {
    diagnostics_
        .add(Code::merge_conflict, second,
             fmt::format("{} {} here and {} in another file", what, other, kept))
        .notes.push_back({first, fmt::format("{} here", kept)});
  }

  void add_goal(const RoadmapData& part, const Goal& goal) {
    const auto next = static_cast<GoalIndex>(goals_.size());
    GoalIndex number = goal_numbers_.insert(goal.id, next);
    if (number != next && goals_[number].last_part == part_) number = next;
    if (number == next) {
      goals_.push_back({goal, part_, {}});
    } else {
      join_titles("goal", goals_[number].goal, goal);
      take_if_open(goals_[number].goal.description, goal.description);
      goals_[number].last_part = part_;
    }
    goals_[number].requirements.join(part, goal.requirements);
  }

  void write_topics() {
    for (TopicIndex t = 0; t < topics_.size(); ++t) {
      TopicParts& parts = topics_[t];
      Topic topic = parts.topic;
      if (topic.section != no_index) topic.section = sections_.written(topic.section);
      topic.requirements = parts.requirements.write(merged_);
      topic.recommendations = parts.recommendations.write(merged_);
      topic.corequisites = parts.corequisites.write(merged_);
      topic.resources = parts.resources.write(merged_);
      merged_.add(topic, parts.has_hours, parts.has_level);
      if (topic.section == no_index && !parts.section_name.empty()) {
        merged_.drafts.push_back({t, parts.section_name, parts.section_span});
      }
    }
  }

  void write_goals() {
    for (GoalParts& parts : goals_) {
      parts.goal.requirements = parts.requirements.write(merged_);
      merged_.goals.push_back(parts.goal);
    }
  }

  std::vector<RoadmapData>& parts_;
  Diagnostics& diagnostics_;
  RoadmapData merged_;
  std::size_t part_ = 0;
  NameTable alias_numbers_;  // into alias_targets_
  std::vector<AliasTarget> alias_targets_;
  NameTable merged_aliases_;
  NameTable topic_numbers_;
  std::vector<TopicParts> topics_;
  NameTable goal_numbers_;
  std::vector<GoalParts> goals_;
  MergedSections sections_;
  JoinedResources roadmap_resources_;
};

}  // namespace

RoadmapData merge(std::vector<RoadmapData> parts, Diagnostics& diagnostics) {
  return Merger(parts, diagnostics).merge();
}

}  // namespace prereq
