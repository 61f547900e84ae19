#include "write/text_table.hpp"

#include <algorithm>

#include "write/report_text.hpp"

namespace prereq {
namespace {

std::size_t cells_of_name(const TableRow& row) {
  return row.indent + cells(row.name) + (row.id.empty() ? 0 : 2 + cells(row.id));
}

void add_row(std::string& out, const TableRow& row, const std::vector<std::size_t>& columns,
             std::size_t width, const Style& style) {
  const std::string indent(row.indent, ' ');
  const bool fits = cells_of_name(row) <= width;
  const std::vector<std::string> lines = wrap_to(row.name, width - row.indent);
  std::size_t used = row.indent + cells(lines[0]);
  out += indent + style.bold(lines[0]);
  if (fits && !row.id.empty()) {
    out += "  " + style.dim(safe_text(row.id));
    used += 2 + cells(row.id);
  }
  out += std::string(width - std::min(width, used), ' ');
  for (std::size_t c = 0; c < columns.size(); ++c) out += right_aligned(row.figures[c], columns[c]);
  out += "\n";
  for (std::size_t i = 1; i < lines.size(); ++i) out += indent + style.bold(lines[i]) + "\n";
  if (!fits && !row.id.empty()) out += indent + "  " + style.dim(safe_text(row.id)) + "\n";
}

}  // namespace

void add_table(std::string& out, const std::vector<std::string>& heads,
               const std::vector<TableRow>& rows, std::size_t width, const Style& style) {
  std::vector<std::size_t> columns;
  for (std::size_t c = 1; c < heads.size(); ++c) {
    std::size_t widest = cells(heads[c]);
    for (const TableRow& row : rows) widest = std::max(widest, cells(row.figures[c - 1]));
    columns.push_back(widest + 2);
    width -= std::min(width - 20, widest + 2);
  }
  std::size_t widest = cells(heads[0]);
  for (const TableRow& row : rows) widest = std::max(widest, cells_of_name(row));
  width = std::min(width, widest);
  std::string head = left_aligned(heads[0], width);
  for (std::size_t c = 0; c < columns.size(); ++c) head += right_aligned(heads[c + 1], columns[c]);
  out += style.dim(head) + "\n";
  for (const TableRow& row : rows) add_row(out, row, columns, width, style);
}

}  // namespace prereq
