#include <fmt/format.h>

#include <map>
#include <optional>

#include "base/ascii_words.hpp"
#include "base/shown.hpp"
#include "read/csv.hpp"
#include "read/csv_draft.hpp"
#include "read/csv_table.hpp"
#include "roadmap/title_id.hpp"

namespace prereq {
namespace {

using Row = std::vector<CsvCell>;

class CurriculumReader {
 public:
  CurriculumReader(const CsvTable& table, ReadNotes& notes, Diagnostics& diagnostics)
      : table_(table), notes_(notes), diagnostics_(diagnostics), draft_(diagnostics) {}

  RoadmapData read(FileId file) {
    read_head();
    if (!header_) {
      diagnostics_.add(Code::wrong_type, {file, {1, 1}, {1, 2}},
                       "expected a row that begins with 'Course ID' below a row 'Courses'");
    }
    for (const Row* course : courses_) ++uses_[name_of(*course)];
    for (const Row* course : courses_) add_course(*course);
    for (const Row* course : courses_) {
      add_edges(*course, "prerequisites", EdgeListKind::requirement);
      add_edges(*course, "corequisites", EdgeListKind::corequisite);
      add_edges(*course, "strict-corequisites", EdgeListKind::corequisite);
    }
    return draft_.finish();
  }

 private:
  // Finds the courses among what is said about the whole.
  void read_head() {
    for (const Row& row : table_.rows) {
      const std::string key = in_lower_case(row.front().text);
      const bool has_value = row.size() > 1 && !row[1].text.empty();
      if (key == "courses" || key == "additional courses") continue;
      if (key == "course id") {
        header_.emplace(row);
      } else if (header_) {
        courses_.push_back(&row);
      } else if ((key == "curriculum" || key == "degree plan") && has_value) {
        if (draft_.data().title.empty()) draft_.data().title = draft_.keep(row[1].text);
      } else if (has_value) {
        if (key == "system type" && in_lower_case(row[1].text) == "quarter") {
          draft_.data().quarters = true;
        }
        notes_.left_out.push_back(
            {row.front().span, fmt::format("'{}' of the curriculum", shown(row.front().text))});
      }
    }
  }

  // As people call it: empty without a prefix or a number.
  std::string name_of(const Row& course) const {
    const CsvCell* const prefix = header_->cell(course, "prefix");
    const CsvCell* const number = header_->cell(course, "number");
    if (prefix == nullptr || number == nullptr) return {};
    return id_from_title(prefix->text + " " + number->text);
  }

  void add_course(const Row& course) {
    const CsvCell& number = course.front();
    if (number.text.empty()) {
      diagnostics_.add(Code::bad_id, number.span, "expected the number of a course, found nothing");
      return;
    }
    if (by_number_.contains(number.text)) {
      diagnostics_.add(Code::duplicate_topic, number.span,
                       fmt::format("course {} is defined twice", number.text));
      return;
    }
    const std::string name = name_of(course);
    const bool is_unique = !name.empty() && uses_.at(name) == 1;
    const TopicIndex topic =
        draft_.add_topic(is_unique ? name : id_from_title("course " + number.text), number.span);
    by_number_.emplace(number.text, topic);
    Topic& added = draft_.data().topics[topic];
    if (const auto* cell = header_->cell(course, "course name")) {
      added.title = draft_.keep(cell->text);
    }
    if (const auto* cell = header_->cell(course, "term")) {
      added.section = draft_.section("Term " + cell->text, cell->span);
    }
    if (const auto* cell = header_->cell(course, "credit hours")) draft_.set_hours(topic, *cell);
  }

  void add_edges(const Row& course, std::string_view column, EdgeListKind kind) {
    const CsvCell* const cell = header_->cell(course, column);
    const auto topic = by_number_.find(course.front().text);
    if (cell == nullptr || topic == by_number_.end()) return;
    for (const std::string_view number : split_at_any(cell->text, ";, ")) {
      const auto found = by_number_.find(number);
      if (found != by_number_.end()) {
        draft_.add_edge(topic->second, found->second, kind, cell->span);
      } else {
        draft_.data().has_gaps = true;
        diagnostics_.add(Code::unknown_topic, cell->span,
                         fmt::format("course {} is not defined", number));
      }
    }
  }

  const CsvTable& table_;
  ReadNotes& notes_;
  Diagnostics& diagnostics_;
  CsvDraft draft_;
  std::optional<CsvHeader> header_;
  std::vector<const Row*> courses_;
  std::map<std::string, int> uses_;  // of names
  std::map<std::string, TopicIndex, std::less<>> by_number_;
};

}  // namespace

bool is_curriculum(std::string_view text) {
  std::string_view cell = trimmed(text.substr(0, text.find_first_of(",;\t\r\n")));
  if (cell.size() > 1 && cell.starts_with('"') && cell.ends_with('"')) {
    cell = cell.substr(1, cell.size() - 2);
  }
  return cell == "Curriculum" || cell == "Degree Plan";
}

RoadmapData read_curriculum(std::string_view text, FileId file, ReadNotes& notes,
                            Diagnostics& diagnostics) {
  const CsvTable table = parse_csv(text, file, diagnostics);
  return CurriculumReader(table, notes, diagnostics).read(file);
}

}  // namespace prereq
