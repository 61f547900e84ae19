// Comma-separated values (RFC 4180), also with semicolons or tabs between them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "prereq/diagnostic.hpp"
#include "prereq/source.hpp"

namespace prereq {

struct CsvCell {
  std::string text;  // trimmed, quotes taken off
  Span span;
};

struct CsvTable {
  // Rows in which every cell is empty are left out. A row has as many cells as are written.
  std::vector<std::vector<CsvCell>> rows;
  char separator = ',';
};

// The separator is the one of comma, semicolon and tab that the first line has most of, or that a
// line "sep=;" before it states. Lines end
// at line feeds, carriage returns or both. A quote that is never
// closed, or with text behind it, is `syntax`. O(length).
CsvTable parse_csv(std::string_view text, FileId file, Diagnostics& diagnostics);

}  // namespace prereq
