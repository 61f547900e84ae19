#include "read/csv_draft.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/ascii_words.hpp"
#include "base/shown.hpp"
#include "base/unicode_forms.hpp"
#include "read/html_words.hpp"
#include "roadmap/id.hpp"
#include "roadmap/title_id.hpp"

namespace prereq {

CsvHeader::CsvHeader(const std::vector<CsvCell>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    columns_.try_emplace(in_lower_case(cells[i].text), i);
  }
}

const CsvCell* CsvHeader::cell(const std::vector<CsvCell>& row, std::string_view column) const {
  const auto found = columns_.find(column);
  if (found == columns_.end() || found->second >= row.size()) return nullptr;
  const CsvCell& cell = row[found->second];
  return cell.text.empty() ? nullptr : &cell;
}

TopicIndex CsvDraft::topic(const CsvCell& cell) {
  const std::string name = on_one_line(cell.text);
  const auto found = topics_.find(composed_form(name));
  if (found != topics_.end()) return found->second;
  if (is_valid_id(name)) return add_topic(name, cell.span);
  const TopicIndex index = add_topic(ids_.make(name), cell.span);
  data_.topics[index].title = keep(name);
  topics_.emplace(composed_form(name), index);
  return index;
}

void CsvDraft::reserve_id(const CsvCell& cell) {
  if (is_valid_id(cell.text)) ids_.take(cell.text);
}

TopicIndex CsvDraft::add_topic(std::string_view id, Span span) {
  Topic added;
  added.id = keep(id);
  added.span = span;
  const TopicIndex index = data_.add(added);
  topics_.emplace(composed_form(id), index);
  return index;
}

SectionIndex CsvDraft::section(std::string_view title, Span span) {
  const std::string id = is_valid_id(title) ? std::string(title) : id_from_title(title);
  const auto next = static_cast<SectionIndex>(data_.sections.size());
  const auto [found, is_new] = sections_.try_emplace(composed_form(id), next);
  if (is_new) {
    Section added;
    added.id = keep(id);
    if (id != title) added.title = keep(title);
    added.span = span;
    data_.add(added);
  }
  return found->second;
}

void CsvDraft::set_hours(TopicIndex topic, const CsvCell& cell, bool decimal_commas) {
  std::string text = cell.text;
  if (decimal_commas) std::ranges::replace(text, ',', '.');
  if (const auto hours = parse_hours(text)) {
    data_.topics[topic].hours = *hours;
    data_.has_hours[topic] = true;
    return;
  }
  diagnostics_.add(Code::bad_value, cell.span,
                   fmt::format("{}, found '{}'", hours_complaint(text), shown(cell.text)));
}

void CsvDraft::add_edge(TopicIndex topic, TopicIndex prerequisite, EdgeListKind kind, Span span,
                        std::string_view because) {
  Requirement entry;
  entry.name = data_.topics[prerequisite].id;
  entry.because = keep(because);
  entry.span = span;
  edges_.add(topic, kind, entry);
}

std::string_view CsvDraft::section_name(SectionIndex section) {
  return keep(fmt::format("{}{}", section_prefix, data_.sections[section].id));
}

void CsvDraft::add_section_entry(std::string_view id, Span span, EdgeListKind kind,
                                 const Requirement& entry) {
  section_entries_.push_back({section(id, span), kind, entry});
}

RoadmapData CsvDraft::finish() {
  edges_.write(data_);
  std::ranges::stable_sort(section_entries_, {}, [](const SectionEntry& each) {
    return std::pair(each.section, each.kind);
  });
  for (std::size_t i = 0; i < section_entries_.size();) {
    const auto [section, kind, ignored] = section_entries_[i];
    std::vector<Requirement> list;
    for (; i < section_entries_.size() && section_entries_[i].section == section &&
           section_entries_[i].kind == kind;
         ++i) {
      list.push_back(section_entries_[i].entry);
    }
    Section& of = data_.sections[section];
    (kind == EdgeListKind::requirement ? of.requirements : of.recommendations) =
        append_entries(data_, list);
  }
  return std::move(data_);
}

}  // namespace prereq
