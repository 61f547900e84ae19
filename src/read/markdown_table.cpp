#include "read/markdown_table.hpp"

#include <algorithm>
#include <array>

#include "base/ascii_words.hpp"
#include "read/duration.hpp"
#include "read/item_text.hpp"

namespace prereq {
namespace {

enum class Column : std::uint8_t {
  other,
  title,
  prerequisites,
  duration,
  effort,
  link,
  cost,
  note
};

Column column_of(std::string_view heading) {
  struct Name {
    std::string_view word;
    Column column;
  };
  static constexpr std::array<Name, 28> names = {{
      {"prereq", Column::prerequisites},
      {"requires", Column::prerequisites},
      {"depends", Column::prerequisites},
      {"requirement", Column::prerequisites},
      {"duration", Column::duration},
      {"length", Column::duration},
      {"weeks", Column::duration},
      {"effort", Column::effort},
      {"hours", Column::effort},
      {"workload", Column::effort},
      {"time", Column::effort},
      {"cost", Column::cost},
      {"price", Column::cost},
      {"link", Column::link},
      {"url", Column::link},
      {"resource", Column::link},
      {"material", Column::link},
      {"note", Column::note},
      {"description", Column::note},
      {"comment", Column::note},
      {"remark", Column::note},
      {"course", Column::title},
      {"topic", Column::title},
      {"title", Column::title},
      {"subject", Column::title},
      {"skill", Column::title},
      {"name", Column::title},
      {"class", Column::title},
  }};
  const std::string lowered = in_lower_case(heading);
  for (const Name& name : names) {
    if (lowered.find(name.word) != std::string::npos) return name.column;
  }
  return Column::other;
}

std::vector<Column> columns_of(const MarkdownBlock& header) {
  std::vector<Column> columns;
  bool has_title = false;
  for (const MarkdownText& cell : header.cells) {
    Column column = column_of(cell.text);
    // "Course" and "Course title": the first is the title.
    if (column == Column::title && has_title) column = Column::other;
    has_title |= column == Column::title;
    columns.push_back(column);
  }
  if (!has_title) {
    const auto first = std::ranges::find(columns, Column::other);
    if (first != columns.end()) {
      *first = Column::title;
    } else if (!columns.empty()) {
      columns.front() = Column::title;
    }
  }
  return columns;
}

TableTopic read_row(const MarkdownBlock& row, const std::vector<Column>& columns) {
  TableTopic topic;
  topic.span = row.span;
  std::string_view duration;
  std::string_view effort;
  std::optional<Cost> cost;
  for (std::size_t i = 0; i < std::min(columns.size(), row.cells.size()); ++i) {
    const MarkdownText& cell = row.cells[i];
    switch (columns[i]) {
      case Column::title: {
        const ItemText item = read_item_text(cell);
        topic.title = item.title;
        topic.is_prose = item.is_prose;
        topic.level = item.level;
        topic.hours = item.hours;
        std::ranges::copy(item.resources, std::back_inserter(topic.resources));
        break;
      }
      case Column::link:
        std::ranges::copy(read_item_text(cell).resources, std::back_inserter(topic.resources));
        break;
      case Column::prerequisites: topic.prerequisites = cell.text; break;
      case Column::duration: duration = cell.text; break;
      case Column::effort: effort = cell.text; break;
      case Column::cost: cost = find_cost(in_lower_case(cell.text)); break;
      case Column::note: topic.note = cell.text; break;
      case Column::other: break;
    }
  }
  if (const auto hours = read_duration(duration, effort)) topic.hours = hours;
  for (ResourceLine& line : topic.resources) {
    if (line.cost == Cost::unstated) line.cost = cost.value_or(Cost::unstated);
  }
  return topic;
}

}  // namespace

std::vector<TableTopic> read_table_topics(const MarkdownBlock& table) {
  std::vector<TableTopic> topics;
  if (table.inside.empty()) return topics;
  const std::vector<Column> columns = columns_of(table.inside.front());
  for (std::size_t i = 1; i < table.inside.size(); ++i) {
    topics.push_back(read_row(table.inside[i], columns));
  }
  return topics;
}

std::vector<std::string> unread_columns(const MarkdownBlock& table) {
  std::vector<std::string> headings;
  if (table.inside.empty()) return headings;
  const std::vector<Column> columns = columns_of(table.inside.front());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string& heading = table.inside.front().cells[i].text;
    if (columns[i] == Column::other && !heading.empty()) headings.push_back(heading);
  }
  return headings;
}

}  // namespace prereq
