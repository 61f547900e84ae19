#include "read/roadmap_reader.hpp"

#include <fmt/format.h>

#include "base/nearest_name.hpp"
#include "base/shown.hpp"
#include "base/unicode_forms.hpp"
#include "read/make_room.hpp"
#include "roadmap/id.hpp"

namespace prereq {
namespace {

constexpr std::array<std::string_view, 3> levels = {"core", "optional", "assumed"};
constexpr std::array<std::string_view, 2> choices = {"one", "all"};

// Empty for the code of an error.
std::string_view nearest_warning(std::string_view name) {
  if (find_code(name)) return {};
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < code_count; ++i) {
    const auto code = static_cast<Code>(i);
    if (default_severity(code) == Severity::warning) names.push_back(code_name(code));
  }
  return nearest_name(name, names);
}

}  // namespace

void RoadmapReader::read() {
  YamlEvents& events = fields_.events();
  const bool is_empty = events.peek().kind == EventKind::end || events.peek().is_null();
  if (is_empty && !events.is_incomplete()) {
    fields_.report(Code::wrong_type, {events.peek().span.file, {}, {1, 2}},
                   "expected a roadmap, found an empty file");
  } else {
    fields_.read_object(root_type, [this](std::size_t number, Span) {
      read_root_field(static_cast<RootField>(number));
    });
  }
  // What follows is at most a second document or an error.
  while (events.peek().kind != EventKind::end) events.advance();
}

void RoadmapReader::read_root_field(RootField field) {
  RoadmapData& data = fields_.data();
  switch (field) {
    case RootField::title: data.title = fields_.read_label("'title'"); break;
    case RootField::description: data.description = fields_.read_prose("'description'"); break;
    case RootField::note: data.note = fields_.read_prose("'note'"); break;
    case RootField::version: read_version(); break;
    case RootField::base: data.base = fields_.read_url("'base'"); break;
    case RootField::defaults: read_defaults(); break;
    case RootField::allow: read_allowances(no_index); break;
    case RootField::sections: read_sections(no_index); break;
    case RootField::topics: read_topics(no_index); break;
    case RootField::goals: read_goals(); break;
    case RootField::resources: data.roadmap_resources = resources_.read_resources(); break;
  }
}

void RoadmapReader::read_version() {
  const Event& value = fields_.events().peek();
  if (value.kind != EventKind::scalar) {
    fields_.wrong_type("version 1");
    return;
  }
  if (!value.is_null() && value.text != "1") {
    fields_
        .report(Code::bad_value, value.span,
                fmt::format("expected version 1, found '{}'", shown(value.text)))
        .suggestion = "1";
  }
  fields_.events().advance();
}

void RoadmapReader::read_defaults() {
  auto& defaults = fields_.data().defaults;
  fields_.read_object(defaults_type, [&](std::size_t number, Span) {
    switch (static_cast<DefaultsField>(number)) {
      case DefaultsField::cost:
        defaults.cost = resources_.read_cost().value_or(defaults.cost);
        break;
      case DefaultsField::type:
        defaults.type = resources_.read_type().value_or(defaults.type);
        break;
      case DefaultsField::level:
        if (const auto level = fields_.read_word(levels)) {
          defaults.level = static_cast<Level>(*level);
        }
        break;
    }
  });
}

void RoadmapReader::read_allowances(TopicIndex topic) {
  auto& allowances = fields_.data().allowances;
  const std::size_t first = allowances.size();
  fields_.read_mapping("codes with reasons", [&](const Key& key) {
    const Span reason_span = fields_.events().peek().span;
    const std::string_view reason = fields_.read_prose("the reason");
    const auto code = find_code(key.text);
    if (!code || default_severity(*code) != Severity::warning) {
      fields_
          .report(Code::bad_value, key.span,
                  fmt::format("expected the code of a warning, found '{}'{}", shown(key.text),
                              code ? ", which is an error" : ""))
          .suggestion = nearest_warning(key.text);
      return;
    }
    if (reason.empty()) {
      fields_.report(Code::bad_value, reason_span, "expected the reason for this, found nothing");
    }
    for (std::size_t i = first; i < allowances.size(); ++i) {
      if (allowances[i].code != *code) continue;
      fields_.report(Code::duplicate_field, key.span, fmt::format("'{}' is given twice", key.text))
          .notes.push_back({allowances[i].span, fmt::format("'{}' is first given here", key.text)});
      return;
    }
    allowances.push_back({*code, reason, topic, key.span});
  });
}

void RoadmapReader::read_sections(SectionIndex parent) {
  fields_.read_mapping("sections", [&](const Key& key) { read_section(key, parent); });
}

void RoadmapReader::read_section(const Key& key, SectionIndex parent) {
  auto& sections = fields_.data().sections;
  fields_.check_id(key.text, key.span);
  const auto index = static_cast<SectionIndex>(sections.size());
  sections.emplace_back();
  sections[index].id = key.text;
  sections[index].span = key.span;
  sections[index].parent = parent;
  fields_.read_object(section_type, [&](std::size_t number, Span) {
    switch (static_cast<SectionField>(number)) {
      case SectionField::title: sections[index].title = fields_.read_label("'title'"); break;
      case SectionField::description:
        sections[index].description = fields_.read_prose("'description'");
        break;
      case SectionField::note: sections[index].note = fields_.read_prose("'note'"); break;
      case SectionField::requirements:
        sections[index].requirements = requirements_.read_requirements();
        break;
      case SectionField::recommends:
        sections[index].recommendations = requirements_.read_topics("'recommends'");
        break;
      case SectionField::sections: read_sections(index); break;
      case SectionField::topics: read_topics(index); break;
      case SectionField::resources: sections[index].resources = resources_.read_resources(); break;
    }
  });
}

void RoadmapReader::read_topics(SectionIndex section) {
  fields_.read_mapping("topics", [&](const Key& key) { read_topic(key, section); });
}

void RoadmapReader::read_topic(const Key& key, SectionIndex section) {
  RoadmapData& data = fields_.data();
  if (data.topics.size() == fields_.limits().topics) {
    fields_.report(Code::too_large, key.span,
                   fmt::format("there are more than {} topics", fields_.limits().topics));
    fields_.events().stop();
    return;
  }
  fields_.check_id(key.text, key.span);
  Topic topic;
  topic.id = key.text;
  topic.span = key.span;
  topic.section = section;
  has_hours_ = false;
  has_level_ = false;
  is_inside_section_ = section != no_index;
  fields_.read_object(topic_type, [&](std::size_t number, Span) {
    read_topic_field(static_cast<TopicField>(number), topic);
  });
  make_room(data.topics, 1, fields_.events().share_read());
  data.add(topic, has_hours_, has_level_);
}

void RoadmapReader::read_topic_field(TopicField field, Topic& topic) {
  switch (field) {
    case TopicField::title: topic.title = fields_.read_label("'title'"); break;
    case TopicField::description: topic.description = fields_.read_prose("'description'"); break;
    case TopicField::note: topic.note = fields_.read_prose("'note'"); break;
    case TopicField::section: read_topic_section(topic); break;
    case TopicField::hours:
      if (const auto hours = fields_.read_hours()) {
        topic.hours = *hours;
        has_hours_ = true;
      }
      break;
    case TopicField::level:
      if (const auto level = fields_.read_word(levels)) {
        topic.level = static_cast<Level>(*level);
        has_level_ = true;
      }
      break;
    case TopicField::requirements: topic.requirements = requirements_.read_requirements(); break;
    case TopicField::recommends:
      topic.recommendations = requirements_.read_topics("'recommends'");
      break;
    case TopicField::corequisites:
      topic.corequisites = requirements_.read_topics("'corequisites'");
      break;
    case TopicField::choose:
      if (const auto choice = fields_.read_word(choices)) {
        topic.choose = static_cast<Choose>(*choice);
      }
      break;
    case TopicField::resources: topic.resources = resources_.read_resources(); break;
    case TopicField::allow:
      read_allowances(static_cast<TopicIndex>(fields_.data().topics.size()));
      break;
    case TopicField::aliases: read_aliases(); break;
  }
}

void RoadmapReader::read_topic_section(Topic& topic) {
  const Event& value = fields_.events().peek();
  if (value.is_null()) {
    fields_.events().advance();
    return;
  }
  const Span span = value.span;
  const std::string_view name = fields_.read_id_use("the id of a section");
  if (name.empty()) return;
  if (!is_inside_section_) {
    const auto index = static_cast<TopicIndex>(fields_.data().topics.size());
    fields_.data().drafts.push_back({index, name, span});
    return;
  }
  const Section& around = fields_.data().sections[topic.section];
  if (are_same_text(name, around.id)) return;
  fields_
      .report(Code::bad_value, span,
              fmt::format("expected section '{}', in which topic '{}' stands, found '{}'",
                          around.id, topic.id, shown(name)))
      .notes.push_back({around.span, fmt::format("section '{}' begins here", around.id)});
}

void RoadmapReader::read_aliases() {
  const auto topic = static_cast<TopicIndex>(fields_.data().topics.size());
  fields_.read_list("a list of names for 'aliases'", [&] {
    const Span span = fields_.events().peek().span;
    const std::string_view name = fields_.read_id_use("a name");
    if (!name.empty()) fields_.data().aliases.push_back({name, topic, span});
  });
}

void RoadmapReader::read_goals() {
  fields_.read_mapping("goals", [&](const Key& key) {
    fields_.check_id(key.text, key.span);
    Goal goal;
    goal.id = key.text;
    goal.span = key.span;
    fields_.read_object(goal_type, [&](std::size_t number, Span) {
      switch (static_cast<GoalField>(number)) {
        case GoalField::title: goal.title = fields_.read_label("'title'"); break;
        case GoalField::description: goal.description = fields_.read_prose("'description'"); break;
        case GoalField::requirements: goal.requirements = requirements_.read_requirements(); break;
      }
    });
    fields_.data().goals.push_back(goal);
  });
}

}  // namespace prereq
