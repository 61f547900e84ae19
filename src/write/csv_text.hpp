// Rows of a table as RFC 4180 wants them.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace prereq {

class CsvText {
 public:
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
    out_ += "\r\n";
    first_ = true;
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  bool first_ = true;
};

}  // namespace prereq
