#include "read/resource_reader.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "read/url.hpp"

namespace prereq {
namespace {

constexpr std::array<std::string_view, 2> costs = {"free", "paid"};
constexpr std::array<std::string_view, 11> types = {"course",     "video",    "book",     "article",
                                                    "tool",       "notebook", "project",  "docs",
                                                    "newsletter", "channel",  "community"};

// The place of a part of a scalar: exact where the scalar stands on one line as it is, else the
// whole scalar.
Span part_span(const Event& value, std::string_view part) {
  const auto offset = value.text.find(part);
  const auto length = static_cast<std::uint32_t>(count_code_points(value.text));
  const std::uint32_t quotes = value.is_plain ? 0 : 1;
  const bool is_as_written = value.span.begin.line == value.span.end.line &&
                             value.span.begin.column + length + 2 * quotes == value.span.end.column;
  if (part.empty() || offset == std::string_view::npos || !is_as_written) return value.span;
  Span span = value.span;
  span.begin.column +=
      quotes + static_cast<std::uint32_t>(count_code_points(value.text.substr(0, offset)));
  span.end = {span.begin.line,
              span.begin.column + static_cast<std::uint32_t>(count_code_points(part))};
  return span;
}

}  // namespace

IndexRange ResourceReader::read_resources() {
  const auto first = static_cast<std::uint32_t>(fields_.data().resources.size());
  const Event& value = fields_.events().peek();
  if (value.kind == EventKind::scalar && !value.is_null()) {
    read_line();
  } else {
    fields_.read_list("a resource as text, or a list of resources", [this] { read_entry(); });
  }
  return {first, static_cast<std::uint32_t>(fields_.data().resources.size())};
}

void ResourceReader::read_entry() {
  const Event& value = fields_.events().peek();
  if (value.kind == EventKind::mapping_begin) {
    read_object();
  } else if (value.kind == EventKind::scalar && !value.is_empty()) {
    read_line();
  } else {
    fields_.wrong_type("a resource as text or as a mapping");
  }
}

void ResourceReader::read_line() {
  const Event& value = fields_.events().peek();
  ResourceLine line = parse_resource_line(value.text);
  check_line(line, value);
  TextArena& text = fields_.data().text;
  Resource resource;
  resource.title = text.keep(line.title);
  resource.url = text.keep(line.url);
  resource.by = text.keep(line.by);
  resource.part = text.keep(line.part);
  resource.note = text.keep(line.note);
  resource.hours = line.hours;
  resource.cost = line.cost;
  resource.type = line.type;
  resource.span = value.span;
  const bool says_something = !resource.title.empty() || !resource.url.empty();
  if (says_something) {
    fields_.data().resources.push_back(resource);
  } else {
    fields_.lose();
  }
  fields_.events().advance();
}

void ResourceReader::check_line(const ResourceLine& line, const Event& value) {
  fields_.check_length(line.title, fields_.limits().label, "the title", value.span);
  fields_.check_length(line.by, fields_.limits().label, "'by'", value.span);
  fields_.check_length(line.part, fields_.limits().label, "'part'", value.span);
  fields_.check_length(line.note, fields_.limits().text, "'note'", value.span);
  if (!line.rest.empty()) {
    fields_.report(
        Code::bad_value, part_span(value, line.rest),
        "expected a bracket such as (free, course, 12 h) after the link, found other text");
  }
  const std::string complaint = url_complaint(line.url);
  if (!complaint.empty()) fields_.report(Code::bad_url, part_span(value, line.url), complaint);
  if (line.title.empty() && line.url.empty()) {
    fields_.report(Code::bad_value, value.span, "expected a resource with a title or a URL");
  }
}

void ResourceReader::read_object() {
  Resource resource;
  resource.span = fields_.events().peek().span;
  resource.span.end = {resource.span.begin.line, resource.span.begin.column + 1};
  fields_.read_object(resource_type, [&](std::size_t number, Span) {
    // The title is what messages about a resource should point at.
    if (static_cast<ResourceField>(number) == ResourceField::title &&
        fields_.events().peek().kind == EventKind::scalar) {
      resource.span = fields_.events().peek().span;
    }
    switch (static_cast<ResourceField>(number)) {
      case ResourceField::title: resource.title = fields_.read_label("'title'"); break;
      case ResourceField::url: resource.url = fields_.read_url("'url'"); break;
      case ResourceField::by: resource.by = fields_.read_label("'by'"); break;
      case ResourceField::cost: resource.cost = read_cost().value_or(Cost::unstated); break;
      case ResourceField::type: resource.type = read_type().value_or(ResourceType::unstated); break;
      case ResourceField::part: resource.part = fields_.read_label("'part'"); break;
      case ResourceField::hours: resource.hours = fields_.read_hours(); break;
      case ResourceField::note: resource.note = fields_.read_prose("'note'"); break;
    }
  });
  if (resource.title.empty()) resource.title = resource.url;
  if (!resource.title.empty()) {
    fields_.data().resources.push_back(resource);
  } else {
    fields_.lose();
    fields_.report(Code::bad_value, resource.span, "expected a resource with a title or a URL");
  }
}

std::optional<Cost> ResourceReader::read_cost() {
  const auto word = fields_.read_word(costs);
  return word ? find_cost(costs[*word]) : std::nullopt;
}

std::optional<ResourceType> ResourceReader::read_type() {
  const auto word = fields_.read_word(types);
  return word ? find_resource_type(types[*word]) : std::nullopt;
}

}  // namespace prereq
