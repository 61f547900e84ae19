// A resource written as one line: a Markdown link with a bracket behind it.
//
//   [Google's Python Class by Google](https://…) (free, course, 12 h, weeks 0–6, if you need it)
//
// - The maker follows the last " by " inside the link. The link's text may hold balanced brackets
//   and backslash escapes, its address balanced parentheses.
// - The bracket holds, between commas and in any order: a cost, a type, hours with their unit, a
//   part (`week 3`, `chapters 1–4`, `up to week 6`), and anything else, which is the note. Upper
//   and lower case are the same, and no space is needed before the bracket.
// - A line without a link is a title without address, or an address without title. A bracket at
//   its end counts as one only if it holds a cost, a type or hours.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "prereq/hours.hpp"
#include "prereq/roadmap.hpp"

namespace prereq {

struct ResourceLine {
  std::string title;
  std::string url;
  std::string by;
  std::string part;
  std::string note;
  std::optional<HoursRange> hours;
  Cost cost = Cost::unstated;
  ResourceType type = ResourceType::unstated;
  // What stands behind the link and is no bracket; empty in a well-formed line.
  std::string rest;
};

// Never fails: what is no link is a title. Linear in the line's length.
ResourceLine parse_resource_line(std::string_view text);

// A link by itself: its text holds the title and, after the last " by ", the maker.
ResourceLine resource_of_link(std::string_view text, std::string_view url);

// Reads the brackets at the start of what follows a link into the line. Returns what is left.
std::string_view take_brackets(std::string_view after, ResourceLine& line);

std::optional<Cost> find_cost(std::string_view name);
std::optional<ResourceType> find_resource_type(std::string_view name);

}  // namespace prereq
