#include "write/file_values.hpp"

#include <array>

#include "read/resource_line.hpp"

namespace prereq {
namespace {

using Kind = FileNode::Kind;

constexpr std::int64_t seconds_per_minute = 60;
constexpr std::int64_t seconds_per_hundredth = 36;

bool is_in_hours(Hours hours) { return hours.seconds() % seconds_per_hundredth == 0; }

std::string hours_text(Hours hours) {
  const std::int64_t hundredths = hours.seconds() / seconds_per_hundredth;
  std::string text = std::to_string(hundredths / 100);
  if (hundredths % 100 == 0) return text;
  text += '.';
  text += static_cast<char>('0' + hundredths % 100 / 10);
  if (hundredths % 10 != 0) text += static_cast<char>('0' + hundredths % 10);
  return text;
}

std::string minutes_text(Hours hours) {
  return std::to_string(hours.seconds() / seconds_per_minute) + "min";
}

std::string range_text(HoursRange range) {
  const bool low_in_hours = is_in_hours(range.low);
  const bool high_in_hours = is_in_hours(range.high);
  if (low_in_hours && high_in_hours) return hours_text(range.low) + "-" + hours_text(range.high);
  return (low_in_hours ? hours_text(range.low) + "h" : minutes_text(range.low)) + "-" +
         (high_in_hours ? hours_text(range.high) + "h" : minutes_text(range.high));
}

std::string escaped_label(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string bracket(const Resource& resource) {
  std::string items;
  const auto add = [&items](std::string_view item) {
    if (item.empty()) return;
    if (!items.empty()) items += ", ";
    items += item;
  };
  add(to_string(resource.cost));
  add(to_string(resource.type));
  if (resource.hours) {
    std::string hours = hours_node(*resource.hours).text;
    if (hours.back() != 'h' && hours.back() != 'n') hours += " h";
    add(hours);
  }
  add(resource.part);
  add(resource.note);
  return items.empty() ? items : " (" + items + ")";
}

bool says_the_same(const ResourceLine& line, const Resource& resource) {
  const std::string& title = line.title.empty() ? line.url : line.title;
  return title == resource.title && line.url == resource.url && line.by == resource.by &&
         line.part == resource.part && line.note == resource.note && line.hours == resource.hours &&
         line.cost == resource.cost && line.type == resource.type && line.rest.empty();
}

}  // namespace

FileNode text_node(std::string_view text) {
  return {Kind::text, FileNode::Layout::automatic, std::string(text), {}, {}};
}

FileNode line_node(std::string_view text) {
  return {Kind::text, FileNode::Layout::line, std::string(text), {}, {}};
}

FileNode number_node(std::uint32_t number) {
  return {Kind::number, FileNode::Layout::automatic, std::to_string(number), {}, {}};
}

FileNode hours_node(HoursRange hours) {
  const bool is_number = hours.is_single() && is_in_hours(hours.low);
  std::string text = is_number           ? hours_text(hours.low)
                     : hours.is_single() ? minutes_text(hours.low)
                                         : range_text(hours);
  return {
      is_number ? Kind::number : Kind::word, FileNode::Layout::automatic, std::move(text), {}, {}};
}

FileNode resource_node(const Resource& resource) {
  FileNode node;
  const auto add = [&node](std::string_view key, std::string_view text) {
    if (!text.empty()) node.add(key, text_node(text));
  };
  if (resource.title != resource.url) add("title", resource.title);
  add("by", resource.by);
  add("url", resource.url);
  add("cost", to_string(resource.cost));
  add("type", to_string(resource.type));
  add("part", resource.part);
  if (resource.hours) node.add("hours", hours_node(*resource.hours));
  add("note", resource.note);
  return node;
}

std::string resource_as_line(const Resource& resource) {
  std::string line;
  if (resource.url.empty() || resource.title == resource.url) {
    line = resource.title;
  } else {
    line = "[" + escaped_label(resource.title);
    if (!resource.by.empty()) line += " by " + escaped_label(resource.by);
    line += "](" + std::string(resource.url) + ")";
  }
  line += bracket(resource);
  return says_the_same(parse_resource_line(line), resource) ? line : std::string();
}

}  // namespace prereq
