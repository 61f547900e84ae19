// What the readers of tables share: columns by name, and a roadmap whose topics are named by ids.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/csv_table.hpp"
#include "read/edge_lists.hpp"
#include "roadmap/roadmap_data.hpp"
#include "roadmap/title_id.hpp"

namespace prereq {

// Names of columns, upper and lower case the same; of equal names the first counts.
class CsvHeader {
 public:
  explicit CsvHeader(const std::vector<CsvCell>& cells);

  bool has(std::string_view column) const { return columns_.find(column) != columns_.end(); }
  // Nothing where there is no such column, the row is too short or the cell is empty.
  const CsvCell* cell(const std::vector<CsvCell>& row, std::string_view column) const;

 private:
  std::map<std::string, std::size_t, std::less<>> columns_;
};

class CsvDraft {
 public:
  explicit CsvDraft(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  RoadmapData& data() { return data_; }
  std::string_view keep(std::string_view text) { return data_.text.keep(text); }

  // The topic with the id or title in the cell, made if need be. An id that is made of a title is
  // none that was reserved.
  TopicIndex topic(const CsvCell& cell);
  void reserve_id(const CsvCell& cell);
  TopicIndex add_topic(std::string_view id, Span span);
  // The section with this title, made if need be.
  SectionIndex section(std::string_view title, Span span);
  // Complains of a cell that holds no hours. Spreadsheets that write "1,5" keep columns apart by
  // other characters.
  void set_hours(TopicIndex topic, const CsvCell& cell, bool decimal_commas = false);
  // An edge that is there already is not repeated.
  void add_edge(TopicIndex topic, TopicIndex prerequisite, EdgeListKind kind, Span span,
                std::string_view because = {});

  void add_entry(TopicIndex topic, EdgeListKind kind, const Requirement& entry) {
    edges_.add(topic, kind, entry);
  }

  // `section:ID` of a section that is there.
  std::string_view section_name(SectionIndex section);
  // What all topics of the section need or are helped by; it is made if need be.
  void add_section_entry(std::string_view id, Span span, EdgeListKind kind,
                         const Requirement& entry);

  RoadmapData finish();

 private:
  Diagnostics& diagnostics_;
  RoadmapData data_;
  IdMaker ids_;
  std::map<std::string, TopicIndex, std::less<>> topics_;
  std::map<std::string, SectionIndex, std::less<>> sections_;
  EdgeLists edges_;
  struct SectionEntry {
    SectionIndex section;
    EdgeListKind kind;
    Requirement entry;
  };
  std::vector<SectionEntry> section_entries_;
};

}  // namespace prereq
