// Rows of a table, with quotes where RFC 4180 wants them. Author text stays as it is, but for
// control characters, which a terminal would obey: a reader that takes cells for formulas has to be
// told otherwise.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/xml.hpp"

namespace prereq {

class CsvText {
 public:
  explicit CsvText(std::string_view line_end = "\r\n") : line_end_(line_end) {}

  void add(std::string_view author_text) {
    if (!first_) out_ += ',';
    first_ = false;
    const std::string field = xml_characters(author_text);
    if (field.find_first_of(",\"\n") == std::string::npos) {
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
