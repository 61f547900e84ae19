#include "roadmap/section_entries.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "roadmap/id.hpp"

namespace prereq {
namespace {

class SectionWriter {
 public:
  SectionWriter(RoadmapData& data, Diagnostics& diagnostics, std::uint32_t limit)
      : data_(data), diagnostics_(diagnostics), left_(limit) {}

  // What sections require is handed on as it is written, and names of sections are written out
  // afterwards: so the topics of a section come behind all that a topic names itself.
  void run(bool names_sections) {
    find_topics();
    if (names_sections) report_empty();
    const bool hands_on = std::ranges::any_of(data_.sections, [](const Section& section) {
      return !section.requirements.empty() || !section.recommendations.empty();
    });
    if (hands_on) {
      report_loops();
      for (TopicIndex t = 0; t < data_.topics.size(); ++t) hand_on(t);
    }
    if (!names_sections) return;
    for (TopicIndex t = 0; t < data_.topics.size(); ++t) {
      write_out(data_.topics[t].requirements, t);
      data_.topics[t].recommendations = written_out_list(data_.topics[t].recommendations, t);
      data_.topics[t].corequisites = written_out_list(data_.topics[t].corequisites, t);
    }
    for (const Goal& goal : data_.goals) write_out(goal.requirements, no_index);
    for (const Section& section : data_.sections) {
      write_out(section.requirements, no_index);
      write_out(section.recommendations, no_index);
    }
  }

 private:
  // The topics of each section that are not optional, with those of nested ones.
  void find_topics() {
    const auto count = static_cast<SectionIndex>(data_.sections.size());
    end_.resize(count);
    for (SectionIndex s = count; s-- > 0;) {
      end_[s] = std::max(end_[s], s + 1);
      const SectionIndex parent = data_.sections[s].parent;
      if (parent != no_index) end_[parent] = std::max(end_[parent], end_[s]);
    }
    std::vector<std::uint32_t> first(count + 1, 0);
    const auto counts = [](const Topic& topic) {
      return topic.section != no_index && topic.level != Level::optional;
    };
    for (const Topic& topic : data_.topics) {
      if (counts(topic)) ++first[topic.section + 1];
    }
    for (SectionIndex s = 0; s < count; ++s) first[s + 1] += first[s];
    first_ = first;
    topics_.resize(first[count]);
    for (TopicIndex t = 0; t < data_.topics.size(); ++t) {
      if (counts(data_.topics[t])) topics_[first[data_.topics[t].section]++] = t;
    }
  }
  // In order of sections, then of declaration.
  std::span<const TopicIndex> topics_in(SectionIndex section) const {
    const std::uint32_t begin = first_[section];
    return std::span(topics_).subspan(begin, first_[end_[section]] - begin);
  }
  bool is_inside(SectionIndex inner, SectionIndex outer) const {
    return inner != no_index && inner >= outer && inner < end_[outer];
  }

  // Names of sections that stand for nothing, each where it is written.
  void report_empty() {
    for (const Requirement& entry : data_.requirements) {
      const auto named = named_section(data_, entry);
      if (!named || !topics_in(*named).empty()) continue;
      const Section& section = data_.sections[*named];
      diagnostics_
          .add(Code::impossible_alternative, entry.span,
               fmt::format("section '{}' has no topic that is not optional", section.id))
          .notes.push_back({section.span, fmt::format("'{}' is defined here", section.id)});
    }
  }

  // A section that requires itself or one around it has no topic for which that could hold.
  void report_loops() {
    for (SectionIndex s = 0; s < data_.sections.size(); ++s) {
      for (RequirementIndex i = data_.sections[s].requirements.first;
           i < data_.sections[s].requirements.last; ++i) {
        const auto named = named_section(data_, data_.requirements[i]);
        if (!named || !is_inside(s, *named)) continue;
        const Section& section = data_.sections[s];
        diagnostics_
            .add(Code::cycle, data_.requirements[i].span,
                 *named == s ? fmt::format("section '{}' requires itself", section.id)
                             : fmt::format("section '{}' requires section '{}', which holds it",
                                           section.id, data_.sections[*named].id))
            .notes.push_back({section.span, fmt::format("'{}' is defined here", section.id)});
      }
    }
  }

  // ---- What sections require of their topics ----

  void hand_on(TopicIndex t) {
    Topic& topic = data_.topics[t];
    hand_on(t, &Section::requirements, topic.requirements);
    hand_on(t, &Section::recommendations, topic.recommendations);
  }

  // The list of the section around the topic comes first, then that of the section around it.
  void hand_on(TopicIndex t, IndexRange Section::*list, IndexRange& own) {
    struct Part {
      std::vector<Requirement> entries;
      SectionIndex said_by;
    };
    std::vector<Part> parts;
    for (SectionIndex s = data_.topics[t].section; s != no_index; s = data_.sections[s].parent) {
      Part part{{}, s};
      const IndexRange said = data_.sections[s].*list;
      for (RequirementIndex i = said.first; i < said.last; ++i) {
        if (mentions(i, t) || !spend(i)) continue;
        part.entries.push_back(copy_with_groups(i, s));
      }
      if (!part.entries.empty()) parts.push_back(std::move(part));
    }
    if (parts.empty()) return;
    const auto first = next_entry();
    for (RequirementIndex i = own.first; i < own.last; ++i) {
      const Requirement entry = data_.requirements[i];
      data_.requirements.push_back(entry);
    }
    for (const Part& part : parts) append(part.entries, {no_index, part.said_by});
    own = {first, next_entry()};
  }

  // Whether the topic itself, or a section that it stands in, is named anywhere in the entry.
  // Nesting is bounded by the reader, so recursion is as well.
  bool mentions(RequirementIndex index, TopicIndex t) const {
    const Requirement& entry = data_.requirements[index];
    if (entry.kind == RequirementKind::topic) {
      if (entry.topic != no_index) return entry.topic == t;
      const auto named = named_section(data_, entry);
      return named && is_inside(data_.topics[t].section, *named);
    }
    for (RequirementIndex i = entry.entries.first; i < entry.entries.last; ++i) {
      if (mentions(i, t)) return true;
    }
    return false;
  }

  Requirement copy_with_groups(RequirementIndex index, SectionIndex said_by) {
    Requirement entry = data_.requirements[index];
    if (entry.entries.empty()) return entry;
    std::vector<Requirement> inside;
    for (RequirementIndex i = entry.entries.first; i < entry.entries.last; ++i) {
      if (!spend(i)) break;
      inside.push_back(copy_with_groups(i, said_by));
    }
    entry.entries = append(inside, {no_index, said_by});
    return entry;
  }

  // ---- `section:ID` ----

  // Turns names of sections into groups, where they stand.
  void write_out(IndexRange range, TopicIndex owner) {
    open_.assign(1, range);
    while (!open_.empty()) {
      const IndexRange next = open_.back();
      open_.pop_back();
      for (RequirementIndex i = next.first; i < next.last; ++i) {
        if (data_.requirements[i].kind != RequirementKind::topic) {
          open_.push_back(data_.requirements[i].entries);
        } else if (const auto named = named_section(data_, data_.requirements[i])) {
          const IndexRange entries = append(topics_of(i, *named, owner), {*named, said_by(i)});
          Requirement& group = data_.requirements[i];
          group.kind = RequirementKind::all;
          group.entries = entries;
          group.least = entries.size();
        }
      }
    }
  }

  // The list with the topics of sections in place of their names.
  IndexRange written_out_list(IndexRange range, TopicIndex owner) {
    const auto is_name = [&](const Requirement& entry) {
      return named_section(data_, entry).has_value();
    };
    const auto list = std::span(data_.requirements).subspan(range.first, range.size());
    if (std::ranges::none_of(list, is_name)) return range;
    const auto first = next_entry();
    for (RequirementIndex i = range.first; i < range.last; ++i) {
      const Requirement entry = data_.requirements[i];
      if (const auto named = named_section(data_, entry)) {
        append(topics_of(i, *named, owner), {*named, said_by(i)});
      } else {
        append({entry}, {no_index, said_by(i)});
      }
    }
    return {first, next_entry()};
  }

  std::vector<Requirement> topics_of(RequirementIndex written, SectionIndex named,
                                     TopicIndex owner) {
    std::vector<Requirement> entries;
    const Requirement said = data_.requirements[written];
    for (const TopicIndex t : topics_in(named)) {
      if (t == owner) continue;
      if (!spend(written)) break;
      Requirement entry;
      entry.topic = t;
      entry.name = data_.topics[t].id;
      entry.span = said.span;
      entry.because = said.because;
      entries.push_back(entry);
    }
    // Of a section without any, report_empty() has told.
    if (entries.empty() && !topics_in(named).empty() && !is_over_) {
      diagnostics_
          .add(Code::impossible_alternative, said.span,
               fmt::format("section '{}' holds no other topic that '{}' could require",
                           data_.sections[named].id, data_.topics[owner].id))
          .topics.emplace_back(data_.topics[owner].id);
    }
    return entries;
  }

  // ---- The requirements, which grow ----

  RequirementIndex next_entry() const {
    return static_cast<RequirementIndex>(data_.requirements.size());
  }

  IndexRange append(const std::vector<Requirement>& entries, RequirementOrigin origin) {
    return data_.append(entries, origin);
  }
  SectionIndex said_by(RequirementIndex entry) const { return data_.origin_of(entry).said_by; }

  // One entry more, because of the one that was written: false when there are too many.
  bool spend(RequirementIndex written) {
    if (left_ > 0) {
      --left_;
      return true;
    }
    if (!is_over_) {
      diagnostics_.add(Code::too_large, data_.requirements[written].span,
                       "sections stand for too many requirements from here on: let one milestone "
                       "of 0 hours require the section, and others the milestone");
    }
    is_over_ = true;
    return false;
  }

  RoadmapData& data_;
  Diagnostics& diagnostics_;
  std::uint32_t left_;
  bool is_over_ = false;
  std::vector<SectionIndex> end_;     // by section: one past the last section inside it
  std::vector<std::uint32_t> first_;  // by section, into topics_
  std::vector<TopicIndex> topics_;    // that are not optional, by section
  std::vector<IndexRange> open_;
};

}  // namespace

std::optional<SectionIndex> named_section(const RoadmapData& data, const Requirement& entry) {
  if (entry.kind != RequirementKind::topic || entry.topic != no_index) return std::nullopt;
  if (!entry.name.starts_with(section_prefix)) return std::nullopt;
  return data.section_by_id.find(entry.name.substr(section_prefix.size()));
}

void write_out_sections(RoadmapData& data, bool names_sections, Diagnostics& diagnostics,
                        std::uint32_t limit) {
  if (data.sections.empty()) return;
  const bool says_something = std::ranges::any_of(data.sections, [](const Section& section) {
    return !section.requirements.empty() || !section.recommendations.empty();
  });
  if (!names_sections && !says_something) return;
  SectionWriter(data, diagnostics, limit).run(names_sections);
}

}  // namespace prereq
