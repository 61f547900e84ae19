#include "read/resource_line.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/ascii_words.hpp"

namespace prereq {
namespace {

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

std::string without_escapes(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && is_punctuation(text[i + 1])) ++i;
    plain += text[i];
  }
  return plain;
}

// The place of the bracket that closes the one at `open`, escapes skipped; npos if none does.
std::size_t closing(std::string_view text, std::size_t open, char opener, char closer) {
  std::size_t depth = 0;
  for (std::size_t i = open; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == opener) {
      ++depth;
    } else if (text[i] == closer && --depth == 0) {
      return i;
    }
  }
  return std::string_view::npos;
}

// Strips `<…>` and a Markdown title: `(https://… "title")`.
std::string_view written_address(std::string_view inside) {
  inside = trimmed(inside);
  if (inside.starts_with('<') && inside.find('>') != std::string_view::npos) {
    return inside.substr(1, inside.find('>') - 1);
  }
  const auto title = inside.find_first_of("\"'");
  if (title != std::string_view::npos && title > 0 && is_blank(inside[title - 1])) {
    return trimmed(inside.substr(0, title));
  }
  return inside;
}

void split_maker(std::string_view label, ResourceLine& line) {
  const auto by = label.rfind(" by ");
  if (by == std::string_view::npos || trimmed(label.substr(0, by)).empty() ||
      trimmed(label.substr(by + 4)).empty()) {
    line.title = trimmed(label);
    return;
  }
  line.title = trimmed(label.substr(0, by));
  line.by = trimmed(label.substr(by + 4));
}

bool has_unit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

// `week 3`, `Chapters 1–4`, `up to week 6`, `first half`.
bool is_part(std::string_view item) {
  static constexpr std::array<std::string_view, 15> words = {
      "week", "chapter", "part",    "lesson", "module",  "unit", "section", "lecture",
      "day",  "video",   "episode", "page",   "session", "ch.",  "step"};
  std::string_view rest = item;
  for (const std::string_view lead : {"up to ", "until ", "from ", "only ", "the first "}) {
    if (rest.starts_with(lead)) rest = trimmed(rest.substr(lead.size()));
  }
  const bool has_digit = std::ranges::any_of(rest, is_digit);
  return has_digit && std::ranges::any_of(
                          words, [rest](std::string_view word) { return rest.starts_with(word); });
}

void append_item(std::string& list, std::string_view item) {
  if (!list.empty()) list += ", ";
  list += item;
}

// False for a bracket without anything but a part or a note.
bool parse_bracket(std::string_view bracket, ResourceLine& line) {
  bool is_sure = false;
  while (!bracket.empty()) {
    const auto comma = bracket.find(',');
    const std::string_view item = trimmed(bracket.substr(0, comma));
    bracket = comma == std::string_view::npos ? "" : bracket.substr(comma + 1);
    const std::string word = in_lower_case(item);
    const auto hours = has_unit(word) ? parse_hours(word) : std::nullopt;
    if (const auto cost = find_cost(word); cost && line.cost == Cost::unstated) {
      line.cost = *cost;
      is_sure = true;
    } else if (const auto type = find_resource_type(word);
               type && line.type == ResourceType::unstated) {
      line.type = *type;
      is_sure = true;
    } else if (hours && !line.hours) {
      line.hours = hours;
      is_sure = true;
    } else if (line.note.empty() && line.part.empty() && is_part(word)) {
      line.part = item;
    } else if (!item.empty()) {
      append_item(line.note, item);
    }
  }
  return is_sure;
}

bool is_address(std::string_view text) {
  return (text.starts_with("https://") || text.starts_with("http://")) &&
         std::ranges::none_of(text, is_blank);
}

ResourceLine parse_without_link(std::string_view text) {
  ResourceLine line;
  const auto bracket = last_bracket(text);
  if (bracket != std::string_view::npos && !trimmed(text.substr(0, bracket)).empty()) {
    ResourceLine with_bracket;
    if (parse_bracket(text.substr(bracket + 1, text.size() - bracket - 2), with_bracket)) {
      line = with_bracket;
      text = trimmed(text.substr(0, bracket));
    }
  }
  (is_address(text) ? line.url : line.title) = text;
  return line;
}

}  // namespace

std::optional<Cost> find_cost(std::string_view name) {
  for (const Cost cost : {Cost::free, Cost::paid}) {
    if (to_string(cost) == name) return cost;
  }
  return std::nullopt;
}

std::optional<ResourceType> find_resource_type(std::string_view name) {
  for (auto number = static_cast<std::uint8_t>(ResourceType::course);
       number <= static_cast<std::uint8_t>(ResourceType::community); ++number) {
    const auto type = static_cast<ResourceType>(number);
    if (to_string(type) == name) return type;
  }
  return std::nullopt;
}

ResourceLine parse_resource_line(std::string_view text) {
  text = trimmed(text);
  const std::size_t label_end =
      text.starts_with('[') ? closing(text, 0, '[', ']') : std::string_view::npos;
  if (label_end == std::string_view::npos || !text.substr(label_end + 1).starts_with('(')) {
    return parse_without_link(text);
  }
  const std::size_t url_end = closing(text, label_end + 1, '(', ')');
  if (url_end == std::string_view::npos) return parse_without_link(text);

  const std::string_view address =
      written_address(text.substr(label_end + 2, url_end - label_end - 2));
  ResourceLine line = resource_of_link(text.substr(1, label_end - 1), without_escapes(address));
  line.title = without_escapes(line.title);
  line.by = without_escapes(line.by);
  line.rest = take_brackets(text.substr(url_end + 1), line);
  return line;
}

ResourceLine resource_of_link(std::string_view text, std::string_view url) {
  ResourceLine line;
  split_maker(text, line);
  line.url = url;
  return line;
}

std::string_view take_brackets(std::string_view after, ResourceLine& line) {
  after = trimmed(after);
  while (after.starts_with('(')) {
    const std::size_t end = closing(after, 0, '(', ')');
    if (end == std::string_view::npos) break;
    parse_bracket(after.substr(1, end - 1), line);
    after = trimmed(after.substr(end + 1));
  }
  return after;
}

}  // namespace prereq
