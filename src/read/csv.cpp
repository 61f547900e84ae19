#include "read/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/ascii_words.hpp"
#include "read/csv_draft.hpp"
#include "read/csv_table.hpp"
#include "read/url.hpp"
#include "roadmap/id.hpp"

namespace prereq {
namespace {

void tell_unknown_columns(const std::vector<CsvCell>& header,
                          std::initializer_list<std::string_view> known, ReadNotes& notes) {
  for (const CsvCell& cell : header) {
    if (cell.text.empty() || std::ranges::find(known, in_lower_case(cell.text)) != known.end()) {
      continue;
    }
    notes.left_out.push_back({cell.span, fmt::format("the column '{}'", cell.text)});
  }
}

EdgeListKind kind_of(const CsvCell* cell, Diagnostics& diagnostics) {
  if (cell == nullptr) return EdgeListKind::requirement;
  const std::string word = in_lower_case(cell->text);
  if (word == "recommends") return EdgeListKind::recommendation;
  if (word == "corequisite") return EdgeListKind::corequisite;
  if (word != "requires") {
    diagnostics.add(
        Code::bad_value, cell->span,
        fmt::format("expected 'requires', 'recommends' or 'corequisite', found '{}'", cell->text));
  }
  return EdgeListKind::requirement;
}

void read_edges(const CsvTable& table, const CsvHeader& header, CsvDraft& draft, ReadNotes& notes,
                Diagnostics& diagnostics) {
  tell_unknown_columns(table.rows.front(), {"prerequisite", "topic", "kind", "because"}, notes);
  for (std::size_t r = 1; r < table.rows.size(); ++r) {
    for (const std::string_view column : {"prerequisite", "topic"}) {
      const CsvCell* const cell = header.cell(table.rows[r], column);
      if (cell != nullptr) draft.reserve_id(*cell);
    }
  }
  for (std::size_t r = 1; r < table.rows.size(); ++r) {
    const auto& row = table.rows[r];
    const CsvCell* const from = header.cell(row, "prerequisite");
    const CsvCell* const to = header.cell(row, "topic");
    if (from == nullptr && to == nullptr) continue;
    // A topic without a prerequisite has one cell empty.
    const auto prerequisite = from == nullptr ? std::nullopt : std::optional(draft.topic(*from));
    const auto topic = to == nullptr ? std::nullopt : std::optional(draft.topic(*to));
    if (!prerequisite || !topic) continue;
    const CsvCell* const because = header.cell(row, "because");
    draft.add_edge(*topic, *prerequisite, kind_of(header.cell(row, "kind"), diagnostics),
                   from->span, because == nullptr ? std::string_view() : because->text);
  }
}

void read_level(const CsvCell& cell, TopicIndex topic, CsvDraft& draft, Diagnostics& diagnostics) {
  for (const Level level : {Level::core, Level::optional, Level::assumed}) {
    if (in_lower_case(cell.text) != to_string(level)) continue;
    draft.data().topics[topic].level = level;
    draft.data().has_level[topic] = true;
    return;
  }
  diagnostics.add(Code::bad_value, cell.span,
                  fmt::format("expected 'core', 'optional' or 'assumed', found '{}'", cell.text));
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

void read_nodes(const CsvTable& table, const CsvHeader& header, CsvDraft& draft, ReadNotes& notes,
                Diagnostics& diagnostics) {
  tell_unknown_columns(table.rows.front(),
                       {"id", "title", "section", "hours", "level", "url", "note"}, notes);
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
    Topic& added = draft.data().topics[topic];
    if (const auto* cell = header.cell(row, "title")) added.title = draft.keep(cell->text);
    if (const auto* cell = header.cell(row, "note")) added.note = draft.keep(cell->text);
    if (const auto* cell = header.cell(row, "section")) {
      added.section = draft.section(cell->text, cell->span);
    }
    if (const auto* cell = header.cell(row, "hours")) draft.set_hours(topic, *cell);
    if (const auto* cell = header.cell(row, "level")) read_level(*cell, topic, draft, diagnostics);
    if (const auto* cell = header.cell(row, "url")) read_url(*cell, topic, draft, diagnostics);
  }
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
