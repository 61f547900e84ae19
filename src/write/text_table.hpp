// Tables for a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "write/terminal_text.hpp"

namespace prereq {

struct TableRow {
  std::string name;
  std::string id;  // or empty
  std::vector<std::string> figures;
  std::size_t indent = 0;  // cells before the name, at most 8
};

// A first column of names, each followed by its id where there is room, else below it, and columns
// of figures to the right. `heads` has one more than each row has figures.
void add_table(std::string& out, const std::vector<std::string>& heads,
               const std::vector<TableRow>& rows, std::size_t width, const Style& style);

}  // namespace prereq
