// Rows of a table, with quotes where RFC 4180 wants them. Author text stays as it is: a reader that
// takes cells for formulas has to be told otherwise.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace prereq {

class CsvText {
 public:
  explicit CsvText(std::string_view line_end = "\r\n") : line_end_(line_end) {}

  void add(std::string_view field) {
    if (!first_) out_ += ',';
    first_ = false;
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
      out_ += field;
      return;
    }
    out_ += '"';
    for (const char c : field) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }

  void end_row() {
    out_ += line_end_;
    first_ = true;
  }

  std::string take() { return std::move(out_); }

 private:
  std::string_view line_end_;
  std::string out_;
  bool first_ = true;
};

}  // namespace prereq
