#include "roadmap/resolve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/nearest_name.hpp"
#include "base/utf8.hpp"
#include "roadmap/counted_entries.hpp"
#include "roadmap/effective.hpp"
#include "roadmap/id.hpp"
#include "roadmap/link_topics.hpp"
#include "roadmap/section_entries.hpp"

namespace prereq {
namespace {

// How many names ahead the table is asked to bring in a name: several misses at a time, not one.
constexpr std::size_t names_ahead = 8;

class Resolver {
 public:
  Resolver(RoadmapData& data, Diagnostics& diagnostics) : data_(data), diagnostics_(diagnostics) {}

  void run() {
    index_sections();
    index_topics();
    index_aliases();
    index_goals();
    if (!data_.incomplete) {
      place_topics();
    } else {
      place_topics_quietly();
    }
    make_topics_of_links(data_);
    resolve_requirements();
    // A section stands for what is not optional.
    apply_defaults(data_);
    write_out_sections(data_, names_sections_, diagnostics_);
    count_repeated_entries_once(data_, diagnostics_);
  }

 private:
  void index_sections() {
    data_.section_by_id.reserve(data_.sections.size());
    for (SectionIndex s = 0; s < data_.sections.size(); ++s) {
      const SectionIndex first = data_.section_by_id.insert(data_.sections[s].id, s);
      if (first == s) continue;
      add_duplicate(Code::duplicate_section, "section", data_.sections[s].id,
                    data_.sections[s].span, data_.sections[first].span);
    }
  }

  void index_topics() {
    data_.topic_by_name.reserve(data_.topics.size() + data_.aliases.size());
    std::vector<TopicIndex> duplicates;
    for (TopicIndex t = 0; t < data_.topics.size(); ++t) {
      if (t + names_ahead < data_.topics.size()) {
        data_.topic_by_name.prefetch(data_.topics[t + names_ahead].id);
      }
      const TopicIndex first = data_.topic_by_name.insert(data_.topics[t].id, t);
      if (first == t) continue;
      add_duplicate(Code::duplicate_topic, "topic", data_.topics[t].id, data_.topics[t].span,
                    data_.topics[first].span);
      duplicates.push_back(t);
    }
    if (!duplicates.empty()) take_out(duplicates);
  }

  // Takes the topics out of everything that is numbered by topics, and indexes the rest again.
  void take_out(const std::vector<TopicIndex>& duplicates) {
    std::vector<TopicIndex> renumbered(data_.topics.size(), no_index);
    TopicIndex kept = 0;
    auto next_duplicate = duplicates.begin();
    for (TopicIndex t = 0; t < data_.topics.size(); ++t) {
      if (next_duplicate != duplicates.end() && *next_duplicate == t) {
        ++next_duplicate;
        continue;
      }
      data_.topics[kept] = data_.topics[t];
      data_.has_hours[kept] = data_.has_hours[t];
      data_.has_level[kept] = data_.has_level[t];
      renumbered[t] = kept++;
    }
    data_.topics.resize(kept);
    data_.has_hours.resize(kept);
    data_.has_level.resize(kept);
    renumber(data_.aliases, renumbered);
    renumber(data_.drafts, renumbered);
    renumber(data_.allowances, renumbered);
    data_.topic_by_name = {};
    for (TopicIndex t = 0; t < kept; ++t) data_.topic_by_name.insert(data_.topics[t].id, t);
  }

  template <typename Row>
  static void renumber(std::vector<Row>& rows, const std::vector<TopicIndex>& renumbered) {
    std::erase_if(rows, [&](const Row& row) {
      return row.topic != no_index && renumbered[row.topic] == no_index;
    });
    for (Row& row : rows) {
      if (row.topic != no_index) row.topic = renumbered[row.topic];
    }
  }

  void index_aliases() {
    for (const Alias& alias : data_.aliases) {
      if (const auto taken = data_.topic_by_name.find(alias.name)) {
        diagnostics_
            .add(Code::duplicate_topic, alias.span,
                 fmt::format("alias '{}' is already a name of topic '{}'", alias.name,
                             data_.topics[*taken].id))
            .notes.push_back({data_.topics[*taken].span,
                              fmt::format("'{}' is defined here", data_.topics[*taken].id)});
        continue;
      }
      data_.topic_by_name.insert(alias.name, alias.topic);
    }
  }

  void index_goals() {
    std::vector<Goal> kept;
    kept.reserve(data_.goals.size());
    for (const Goal& goal : data_.goals) {
      const auto number = static_cast<GoalIndex>(kept.size());
      if (const auto topic = data_.topic_by_name.find(goal.id)) {
        diagnostics_
            .add(Code::duplicate_goal, goal.span,
                 fmt::format("goal '{}' has the name of a topic", goal.id))
            .notes.push_back({data_.topics[*topic].span,
                              fmt::format("topic '{}' is defined here", data_.topics[*topic].id)});
      }
      const GoalIndex first = data_.goal_by_id.insert(goal.id, number);
      if (first == number) {
        kept.push_back(goal);
      } else {
        add_duplicate(Code::duplicate_goal, "goal", goal.id, goal.span, kept[first].span);
      }
    }
    data_.goals = std::move(kept);
  }

  void add_duplicate(Code code, std::string_view kind, std::string_view id, Span span, Span first) {
    data_.has_gaps = true;
    diagnostics_.add(code, span, fmt::format("{} '{}' is defined twice", kind, id))
        .notes.push_back({first, fmt::format("'{}' is first defined here", id)});
  }

  void place_topics_quietly() {
    for (const TopicDraft& draft : data_.drafts) {
      if (const auto found = data_.section_by_id.find(draft.section_name)) {
        data_.topics[draft.topic].section = *found;
      }
    }
  }

  void place_topics() {
    place_topics_quietly();
    for (const TopicDraft& draft : data_.drafts) {
      if (data_.section_by_id.find(draft.section_name)) continue;
      data_.has_gaps = true;
      if (!is_valid_id(draft.section_name)) continue;
      add_unknown_section(draft.section_name, draft.section_span, {});
    }
  }

  // `prefix` stands before the name where it is written.
  void add_unknown_section(std::string_view name, Span span, std::string_view prefix) {
    data_.has_gaps = true;
    if (!has_section_names_) {
      for (const Section& section : data_.sections) {
        if (is_valid_id(section.id)) section_names_.add(section.id);
      }
      has_section_names_ = true;
    }
    Diagnostic& added = diagnostics_.add(Code::unknown_section, span,
                                         fmt::format("section '{}' is not defined", name));
    const std::string_view nearest = section_names_.find(name);
    if (nearest.empty()) return;
    added.suggestion = std::string(prefix) + std::string(nearest);
    added.notes.push_back({data_.sections[*data_.section_by_id.find(nearest)].span,
                           fmt::format("'{}' is defined here", nearest)});
  }

  void resolve_requirements() {
    NearestName names;
    bool is_filled = false;
    for (RequirementIndex index = 0; index < data_.requirements.size(); ++index) {
      if (index + names_ahead < data_.requirements.size()) {
        data_.topic_by_name.prefetch(data_.requirements[index + names_ahead].name);
      }
      Requirement& entry = data_.requirements[index];
      if (entry.kind != RequirementKind::topic) continue;
      entry.topic = data_.topic_by_name.find(entry.name).value_or(no_index);
      if (entry.topic != no_index) continue;
      if (entry.name.starts_with(section_prefix)) {
        resolve_section(entry);
        continue;
      }
      data_.has_gaps = true;
      if (data_.incomplete || !is_valid_id(entry.name)) continue;
      if (const auto goal = data_.goal_by_id.find(entry.name)) {
        diagnostics_
            .add(Code::unknown_topic, entry.span,
                 fmt::format("'{}' is a goal: only topics can be required", entry.name))
            .notes.push_back(
                {data_.goals[*goal].span, fmt::format("goal '{}' is defined here", entry.name)});
        continue;
      }
      if (!is_filled) {
        // Readers have something else to say about what cannot be an id.
        for (const Topic& topic : data_.topics) {
          if (is_valid_id(topic.id)) names.add(topic.id);
        }
        for (const Alias& alias : data_.aliases) {
          if (is_valid_id(alias.name)) names.add(alias.name);
        }
        is_filled = true;
      }
      add_unknown_topic(entry, names.find(entry.name));
    }
  }

  void resolve_section(const Requirement& entry) {
    const std::string_view name = entry.name.substr(section_prefix.size());
    if (data_.section_by_id.find(name)) {
      names_sections_ = true;
    } else if (!data_.incomplete && is_valid_id(name)) {
      add_unknown_section(name, entry.span, section_prefix);
    }
  }

  void add_unknown_topic(const Requirement& entry, std::string_view nearest) {
    Diagnostic& added = diagnostics_.add(Code::unknown_topic, entry.span,
                                         fmt::format("topic '{}' is not defined", entry.name));
    if (nearest.empty()) return;
    added.suggestion = nearest;
    const bool looks_the_same = without_invisible(nearest) == without_invisible(entry.name);
    added.notes.push_back(
        {data_.topics[*data_.topic_by_name.find(nearest)].span,
         fmt::format("'{}' is defined here{}", nearest,
                     looks_the_same ? ": the two differ by characters that cannot be seen" : "")});
  }

  RoadmapData& data_;
  Diagnostics& diagnostics_;
  NearestName section_names_;
  bool has_section_names_ = false;
  bool names_sections_ = false;
};

}  // namespace

void resolve(RoadmapData& data, Diagnostics& diagnostics) {
  Resolver(data, diagnostics).run();
  fill_titles(data);
  fill_hours(data);
}

}  // namespace prereq
