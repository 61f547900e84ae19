#include "read/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <vector>

#include "base/ascii_words.hpp"
#include "base/nearest_name.hpp"
#include "base/shown.hpp"
#include "read/csv_draft.hpp"
#include "read/csv_table.hpp"
#include "read/draft_names.hpp"
#include "read/html_words.hpp"
#include "read/name_list.hpp"
#include "read/url.hpp"
#include "roadmap/id.hpp"

namespace prereq {
namespace {

constexpr std::array<std::string_view, 4> columns_of_edges = {"prerequisite", "topic", "kind",
                                                              "because"};
constexpr std::array<std::string_view, 7> columns_of_topics = {"id",    "title", "section", "hours",
                                                               "level", "url",   "note"};

struct NamesColumn {
  std::string_view name;
  EdgeListKind kind;
};
constexpr std::array<NamesColumn, 6> columns_of_names = {{
    {"requires", EdgeListKind::requirement},
    {"prerequisites", EdgeListKind::requirement},
    {"prerequisite", EdgeListKind::requirement},
    {"recommends", EdgeListKind::recommendation},
    {"corequisites", EdgeListKind::corequisite},
    {"corequisite", EdgeListKind::corequisite},
}};

bool is_column_of_edges(std::string_view name) {
  return std::ranges::find(columns_of_edges, name) != columns_of_edges.end();
}

bool is_column_of_topics(std::string_view name) {
  return std::ranges::find(columns_of_topics, name) != columns_of_topics.end() ||
         std::ranges::find(columns_of_names, name, &NamesColumn::name) != columns_of_names.end();
}

void tell_unknown_columns(const std::vector<CsvCell>& header, bool (*is_known)(std::string_view),
                          ReadNotes& notes) {
  for (const CsvCell& cell : header) {
    if (cell.text.empty() || is_known(in_lower_case(cell.text))) continue;
    notes.left_out.push_back({cell.span, fmt::format("the column '{}'", shown(cell.text))});
  }
}

// The second would be lost in silence.
void report_repeated_columns(const std::vector<CsvCell>& header, const CsvHeader& columns,
                             bool (*is_known)(std::string_view), Diagnostics& diagnostics) {
  for (const CsvCell& cell : header) {
    const std::string name = in_lower_case(cell.text);
    const CsvCell* const first = columns.cell(header, name);
    if (first == nullptr || first == &cell || !is_known(name)) continue;
    diagnostics
        .add(Code::duplicate_field, cell.span, fmt::format("column '{}' is given twice", name))
        .notes.push_back({first->span, fmt::format("'{}' is first given here", name)});
  }
}

// Cells behind those that the first row names.
void tell_further_cells(const CsvTable& table, ReadNotes& notes) {
  const std::size_t columns = table.rows.front().size();
  for (const auto& row : table.rows) {
    for (std::size_t c = columns; c < row.size(); ++c) {
      if (row[c].text.empty()) continue;
      notes.left_out.push_back(
          {row[c].span, fmt::format("'{}', which is in no column", shown(row[c].text))});
    }
  }
}

EdgeListKind kind_of(const CsvCell* cell, Diagnostics& diagnostics) {
  if (cell == nullptr) return EdgeListKind::requirement;
  const std::string word = in_lower_case(cell->text);
  if (word == "recommends") return EdgeListKind::recommendation;
  if (word == "corequisite") return EdgeListKind::corequisite;
  if (word != "requires") {
    diagnostics.add(Code::bad_value, cell->span,
                    fmt::format("expected 'requires', 'recommends' or 'corequisite', found '{}'",
                                shown(cell->text)));
  }
  return EdgeListKind::requirement;
}

// `section:ID`: another file may tell what is in it.
bool names_section(const CsvCell& cell) {
  return cell.text.starts_with(section_prefix) &&
         is_valid_id(std::string_view(cell.text).substr(section_prefix.size()));
}

void read_edges(const CsvTable& table, const CsvHeader& header, CsvDraft& draft, ReadNotes& notes,
                Diagnostics& diagnostics) {
  tell_unknown_columns(table.rows.front(), is_column_of_edges, notes);
  report_repeated_columns(table.rows.front(), header, is_column_of_edges, diagnostics);
  for (std::size_t r = 1; r < table.rows.size(); ++r) {
    for (const std::string_view column : {"prerequisite", "topic"}) {
      const CsvCell* const cell = header.cell(table.rows[r], column);
      if (cell != nullptr && !names_section(*cell)) draft.reserve_id(*cell);
    }
  }
  for (std::size_t r = 1; r < table.rows.size(); ++r) {
    const auto& row = table.rows[r];
    const CsvCell* const from = header.cell(row, "prerequisite");
    const CsvCell* const to = header.cell(row, "topic");
    if (from == nullptr && to == nullptr) continue;
    // A topic without a prerequisite has one cell empty.
    Requirement entry;
    if (from != nullptr) {
      entry.name = names_section(*from) ? draft.keep(from->text)
                                        : draft.data().topics[draft.topic(*from)].id;
      entry.span = from->span;
    }
    const bool is_of_section = to != nullptr && names_section(*to);
    const auto topic = to == nullptr || is_of_section ? no_index : draft.topic(*to);
    if (from == nullptr || to == nullptr) continue;
    const CsvCell* const because = header.cell(row, "because");
    if (because != nullptr) entry.because = draft.keep(because->text);
    const EdgeListKind kind = kind_of(header.cell(row, "kind"), diagnostics);
    if (!is_of_section) {
      draft.add_entry(topic, kind, entry);
    } else if (kind == EdgeListKind::corequisite) {
      draft.data().has_gaps = true;
      diagnostics.add(Code::bad_value, header.cell(row, "kind")->span,
                      "expected 'requires' or 'recommends' for a section, found 'corequisite'");
    } else {
      draft.add_section_entry(to->text.substr(section_prefix.size()), to->span, kind, entry);
    }
  }
}

void read_level(const CsvCell& cell, TopicIndex topic, CsvDraft& draft, Diagnostics& diagnostics) {
  for (const Level level : {Level::core, Level::optional, Level::assumed}) {
    if (in_lower_case(cell.text) != to_string(level)) continue;
    draft.data().topics[topic].level = level;
    draft.data().has_level[topic] = true;
    return;
  }
  diagnostics.add(
      Code::bad_value, cell.span,
      fmt::format("expected 'core', 'optional' or 'assumed', found '{}'", shown(cell.text)));
}

void read_url(const CsvCell& cell, TopicIndex topic, CsvDraft& draft, Diagnostics& diagnostics) {
  const std::string complaint = url_complaint(cell.text);
  if (!complaint.empty()) {
    diagnostics.add(Code::bad_url, cell.span, complaint);
    return;
  }
  Resource resource;
  resource.url = draft.keep(cell.text);
  resource.span = cell.span;
  auto& resources = draft.data().resources;
  const auto index = static_cast<std::uint32_t>(resources.size());
  resources.push_back(resource);
  draft.data().topics[topic].resources = {index, index + 1};
}

// Lists of ids or titles in a table of topics: "algebra; trigonometry or logic".
class CsvNames {
 public:
  CsvNames(CsvDraft& draft, Diagnostics& diagnostics)
      : draft_(draft), names_(draft.data()), diagnostics_(diagnostics) {}

  void read(const CsvCell& cell, TopicIndex topic, EdgeListKind kind) {
    span_ = cell.span;
    takes_groups_ = kind == EdgeListKind::requirement;
    const auto is_name = [this](std::string_view name, NameLook look) {
      return names_.is_name(name, look);
    };
    for (const NamedEntry& written : read_names(on_one_line(cell.text), is_name)) {
      for (const Requirement& entry : entries_of(written)) draft_.add_entry(topic, kind, entry);
    }
  }

 private:
  // Names nest 16 deep at most.
  std::vector<Requirement> entries_of(const NamedEntry& written) {
    if (written.kind == RequirementKind::topic) return topics_of(written);
    std::vector<Requirement> inside;
    inside.reserve(written.entries.size());
    for (const NamedEntry& each : written.entries) {
      std::ranges::move(entries_of(each), std::back_inserter(inside));
    }
    if (!takes_groups_) return inside;
    Requirement group;
    group.kind = written.kind;
    group.least = written.kind == RequirementKind::any   ? 1
                  : written.kind == RequirementKind::all ? static_cast<std::uint32_t>(inside.size())
                                                         : written.least;
    group.because = draft_.keep(written.because);
    group.span = span_;
    group.entries = append_entries(draft_.data(), inside);
    return {group};
  }

  std::vector<Requirement> topics_of(const NamedEntry& written) {
    Requirement entry;
    entry.because = draft_.keep(written.because);
    entry.span = span_;
    const NamedPart part = names_.find(written.name);
    if (part.topic != no_index) {
      entry.name = draft_.data().topics[part.topic].id;
      return {entry};
    }
    if (part.section != no_index) {
      entry.name = draft_.section_name(part.section);
      return {entry};
    }
    if (!is_valid_id(written.name)) {
      report_unknown(written.name);
      return {};
    }
    entry.name = draft_.keep(written.name);
    return {entry};
  }

  // What could be an id stays for resolve() to report.
  void report_unknown(std::string_view name) {
    if (!titles_) {
      titles_.emplace();
      for (const Topic& topic : draft_.data().topics) titles_->add(topic.title);
    }
    draft_.data().has_gaps = true;
    Diagnostic& added = diagnostics_.add(Code::unknown_topic, span_,
                                         fmt::format("topic '{}' is not defined", shown(name)));
    added.suggestion = titles_->find(name);
  }

  CsvDraft& draft_;
  DraftNames names_;
  Diagnostics& diagnostics_;
  std::optional<NearestName> titles_;  // filled for the first name that stands for nothing
  Span span_;
  bool takes_groups_ = true;  // else all that is named is meant
};

void read_names_of_nodes(const CsvTable& table, const CsvHeader& header, CsvDraft& draft,
                         const std::vector<TopicIndex>& topic_of_row, Diagnostics& diagnostics) {
  const auto is_there = [&](const NamesColumn& column) { return header.has(column.name); };
  if (std::ranges::none_of(columns_of_names, is_there)) return;
  CsvNames names(draft, diagnostics);
  for (std::size_t r = 1; r < table.rows.size(); ++r) {
    if (topic_of_row[r] == no_index) continue;
    for (const NamesColumn& column : columns_of_names) {
      const CsvCell* const cell = header.cell(table.rows[r], column.name);
      if (cell != nullptr) names.read(*cell, topic_of_row[r], column.kind);
    }
  }
}

void read_nodes(const CsvTable& table, const CsvHeader& header, CsvDraft& draft, ReadNotes& notes,
                Diagnostics& diagnostics) {
  tell_unknown_columns(table.rows.front(), is_column_of_topics, notes);
  report_repeated_columns(table.rows.front(), header, is_column_of_topics, diagnostics);
  std::vector<TopicIndex> topic_of_row(table.rows.size(), no_index);
  for (std::size_t r = 1; r < table.rows.size(); ++r) {
    const auto& row = table.rows[r];
    const CsvCell* const id = header.cell(row, "id");
    if (id == nullptr) {
      diagnostics.add(Code::bad_id, row.front().span, "expected an id of at least one character");
      continue;
    }
    if (!is_valid_id(id->text)) {
      diagnostics.add(Code::bad_id, id->span,
                      fmt::format("expected an id {}", id_complaint(id->text)));
      continue;
    }
    // Always a topic of its own: the same id twice is for resolve() to report.
    const TopicIndex topic = draft.add_topic(id->text, id->span);
    topic_of_row[r] = topic;
    Topic& added = draft.data().topics[topic];
    if (const auto* cell = header.cell(row, "title"))
      added.title = draft.keep(on_one_line(cell->text));
    if (const auto* cell = header.cell(row, "note")) added.note = draft.keep(cell->text);
    if (const auto* cell = header.cell(row, "section")) {
      added.section = draft.section(on_one_line(cell->text), cell->span);
    }
    if (const auto* cell = header.cell(row, "hours")) {
      draft.set_hours(topic, *cell, table.separator != ',');
    }
    if (const auto* cell = header.cell(row, "level")) read_level(*cell, topic, draft, diagnostics);
    if (const auto* cell = header.cell(row, "url")) read_url(*cell, topic, draft, diagnostics);
  }
  read_names_of_nodes(table, header, draft, topic_of_row, diagnostics);
}

}  // namespace

RoadmapData read_csv(std::string_view text, FileId file, ReadNotes& notes,
                     Diagnostics& diagnostics) {
  const CsvTable table = parse_csv(text, file, diagnostics);
  CsvDraft draft(diagnostics);
  const Span start = {file, {1, 1}, {1, 2}};
  if (table.rows.empty()) {
    diagnostics.add(Code::wrong_type, start, "expected a table, found an empty file");
    return draft.finish();
  }
  const CsvHeader header(table.rows.front());
  tell_further_cells(table, notes);
  if (header.has("prerequisite") && header.has("topic")) {
    read_edges(table, header, draft, notes, diagnostics);
  } else if (header.has("id")) {
    read_nodes(table, header, draft, notes, diagnostics);
  } else {
    diagnostics.add(Code::wrong_type, table.rows.front().front().span,
                    "expected columns named 'prerequisite' and 'topic', or 'id', in the first row");
  }
  return draft.finish();
}

}  // namespace prereq
