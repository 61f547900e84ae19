#include "read/fields.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/nearest_name.hpp"

namespace prereq {
namespace {

using Names = std::string_view;

constexpr std::array<Names, 11> root_fields = {"title",  "description", "note",     "version",
                                               "base",   "defaults",    "allow",    "sections",
                                               "topics", "goals",       "resources"};
constexpr std::array<Names, 8> section_fields = {
    "title", "description", "note", "requires", "recommends", "sections", "topics", "resources"};
constexpr std::array<Names, 13> topic_fields = {
    "title",      "description",  "note",   "section",   "hours", "level",  "requires",
    "recommends", "corequisites", "choose", "resources", "allow", "aliases"};
constexpr std::array<Names, 6> entry_fields = {"topic", "any", "all", "at-least", "of", "because"};
constexpr std::array<Names, 8> resource_fields = {"title", "url",  "by",    "cost",
                                                  "type",  "part", "hours", "note"};
constexpr std::array<Names, 3> goal_fields = {"title", "description", "requires"};
constexpr std::array<Names, 3> defaults_fields = {"cost", "type", "level"};
static_assert(topic_fields.size() == max_fields);

// Words that people coming from other formats use.
constexpr std::array<std::pair<Names, Names>, 24> synonyms = {{
    {"name", "title"},
    {"label", "title"},
    {"prerequisites", "requires"},
    {"prereqs", "requires"},
    {"needs", "requires"},
    {"depends", "requires"},
    {"depends-on", "requires"},
    {"dependencies", "requires"},
    {"recommended", "recommends"},
    {"coreqs", "corequisites"},
    {"link", "url"},
    {"href", "url"},
    {"author", "by"},
    {"maker", "by"},
    {"price", "cost"},
    {"kind", "type"},
    {"duration", "hours"},
    {"time", "hours"},
    {"links", "resources"},
    {"comment", "note"},
    {"notes", "note"},
    {"reason", "because"},
    {"one-of", "any"},
    {"any-of", "any"},
}};

}  // namespace

const ObjectType root_type{"a roadmap", root_fields};
const ObjectType section_type{"a section", section_fields};
const ObjectType topic_type{"a topic", topic_fields};
const ObjectType entry_type{"a requirement", entry_fields};
const ObjectType resource_type{"a resource", resource_fields};
const ObjectType goal_type{"a goal", goal_fields};
const ObjectType defaults_type{"'defaults'", defaults_fields};

std::optional<std::size_t> find_field(const ObjectType& type, std::string_view name) {
  for (std::size_t i = 0; i < type.fields.size(); ++i) {
    if (type.fields[i] == name) return i;
  }
  return std::nullopt;
}

std::string_view nearest_field(const ObjectType& type, std::string_view name) {
  const auto* const same = std::ranges::find(synonyms, name, &std::pair<Names, Names>::first);
  if (same != synonyms.end() && find_field(type, same->second)) return same->second;
  return nearest_name(name, {type.fields.begin(), type.fields.end()});
}

std::string quoted_list(std::span<const std::string_view> names, std::string_view conjunction) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i != 0 && i + 1 < names.size()) {
      list += ", ";
    } else if (i != 0) {
      list += ' ';
      list += conjunction;
      list += ' ';
    }
    list += '\'';
    list += names[i];
    list += '\'';
  }
  return list;
}

}  // namespace prereq
