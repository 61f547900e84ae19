// Tables of courses: which column holds what, and what a row says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "prereq/hours.hpp"
#include "read/markdown_document.hpp"
#include "read/resource_line.hpp"

namespace prereq {

struct TableTopic {
  std::string title;
  std::vector<ResourceLine> resources;
  std::optional<HoursRange> hours;
  std::optional<Level> level;
  std::string prerequisites;  // their names, as written
  std::string note;
  bool is_prose = false;
  Span span;
};

// One for each row below the header. Columns are known by their headings (Course, Topic, Title …;
// Prerequisites; Duration; Effort or Hours; Link, Resource; Cost; Notes, Description); without a
// heading for titles the first one holds them.
std::vector<TableTopic> read_table_topics(const MarkdownBlock& table);

// The headings of the columns that say nothing of these.
std::vector<std::string> unread_columns(const MarkdownBlock& table);

}  // namespace prereq
