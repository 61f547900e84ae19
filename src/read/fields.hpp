// The fields that each kind of object in a roadmap file may have.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace prereq {

struct ObjectType {
  std::string_view name;  // with its article: "a topic"
  std::span<const std::string_view> fields;
};

// Enumerators are in the order of the names.
enum class RootField : std::uint8_t {
  title,
  description,
  note,
  version,
  base,
  defaults,
  allow,
  sections,
  topics,
  goals,
  resources,
};
enum class SectionField : std::uint8_t {
  title,
  description,
  note,
  requirements,
  recommends,
  sections,
  topics,
  resources,
};
enum class TopicField : std::uint8_t {
  title,
  description,
  note,
  section,
  hours,
  level,
  requirements,
  recommends,
  corequisites,
  choose,
  resources,
  allow,
  aliases,
};
enum class EntryField : std::uint8_t { topic, any, all, at_least, of, because };
enum class ResourceField : std::uint8_t { title, url, by, cost, type, part, hours, note };
enum class GoalField : std::uint8_t { title, description, requirements };
enum class DefaultsField : std::uint8_t { cost, type, level };

extern const ObjectType root_type;
extern const ObjectType section_type;
extern const ObjectType topic_type;
extern const ObjectType entry_type;
extern const ObjectType resource_type;
extern const ObjectType goal_type;
extern const ObjectType defaults_type;

inline constexpr std::size_t max_fields = 13;

// Nothing for a name that is none of its fields.
std::optional<std::size_t> find_field(const ObjectType& type, std::string_view name);

// The field that was probably meant: the nearest one, or one of the same meaning (`name` for
// `title`); empty if there is none.
std::string_view nearest_field(const ObjectType& type, std::string_view name);

// `'a', 'b' or 'c'`
std::string quoted_list(std::span<const std::string_view> names,
                        std::string_view conjunction = "or");

}  // namespace prereq
