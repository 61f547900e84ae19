#include "read/csv_table.hpp"

#include <algorithm>
#include <utility>

#include "base/ascii_words.hpp"
#include "base/utf8.hpp"

namespace prereq {
namespace {

// Spreadsheets write "sep=;" as a first line that is no row.
char stated_separator(std::string_view text) {
  constexpr std::string_view key = "sep=";
  if (text.size() <= key.size() || in_lower_case(text.substr(0, key.size())) != key) return '\0';
  const char separator = text[key.size()];
  const std::string_view behind = text.substr(key.size() + 1);
  const bool is_line = behind.empty() || behind.front() == '\r' || behind.front() == '\n';
  return is_line && (separator == ',' || separator == ';' || separator == '\t') ? separator : '\0';
}

char likely_separator(std::string_view text) {
  const std::string_view first_line = text.substr(0, text.find_first_of("\r\n"));
  char likely = ',';
  for (const char separator : {';', '\t'}) {
    if (std::ranges::count(first_line, separator) > std::ranges::count(first_line, likely)) {
      likely = separator;
    }
  }
  return likely;
}

class CsvParser {
 public:
  CsvParser(std::string_view text, FileId file, Diagnostics& diagnostics)
      : rest_(text), file_(file), diagnostics_(diagnostics) {
    table_.separator = stated_separator(text);
    if (table_.separator == '\0') {
      table_.separator = likely_separator(text);
    } else {
      rest_.remove_prefix(std::min(text.size(), text.find_first_of("\r\n")));
      end_line();
    }
  }

  CsvTable parse() {
    while (!rest_.empty()) {
      std::vector<CsvCell> row = parse_row();
      const bool is_empty = std::ranges::all_of(row, [](auto& cell) { return cell.text.empty(); });
      if (!is_empty) table_.rows.push_back(std::move(row));
    }
    return std::move(table_);
  }

 private:
  std::vector<CsvCell> parse_row() {
    std::vector<CsvCell> row;
    for (;;) {
      row.push_back(parse_cell());
      if (rest_.empty()) return row;
      if (rest_.front() == table_.separator) {
        take();
        continue;
      }
      end_line();
      return row;
    }
  }

  // A carriage return with a line feed behind it is one end of line.
  void end_line() {
    if (rest_.empty()) return;
    const bool is_return = rest_.front() == '\r';
    rest_.remove_prefix(1);
    if (is_return && rest_.starts_with('\n')) rest_.remove_prefix(1);
    at_ = {at_.line + 1, 1};
  }

  CsvCell parse_cell() {
    while (rest_.starts_with(' ')) take();
    if (rest_.starts_with('"')) return parse_quoted();
    CsvCell cell;
    cell.span = {file_, at_, at_};
    while (!rest_.empty() && !ends_cell(rest_.front())) {
      append_utf8(cell.text, take());
      if (!cell.text.ends_with(' ')) cell.span.end = at_;
    }
    cell.text = std::string(trimmed(cell.text));
    widen(cell.span);
    return cell;
  }

  CsvCell parse_quoted() {
    CsvCell cell;
    cell.span = {file_, at_, at_};
    take();
    bool is_closed = false;
    while (!rest_.empty() && !is_closed) {
      if (rest_.starts_with("\"\"")) {
        take();
        append_utf8(cell.text, take());
      } else if (rest_.starts_with('"')) {
        take();
        is_closed = true;
      } else if (rest_.front() == '\n') {
        rest_.remove_prefix(1);
        at_ = {at_.line + 1, 1};
        cell.text += '\n';
      } else {
        append_utf8(cell.text, take());
      }
    }
    cell.span.end = at_;
    if (!is_closed) {
      diagnostics_.add(Code::syntax, {file_, cell.span.begin, next(cell.span.begin)},
                       "this quote is never closed");
    }
    while (rest_.starts_with(' ')) take();
    if (is_closed && !rest_.empty() && !ends_cell(rest_.front())) {
      diagnostics_.add(Code::syntax, {file_, at_, next(at_)},
                       "expected the end of the cell after the closing quote: write a quote inside "
                       "quotes twice");
      while (!rest_.empty() && !ends_cell(rest_.front())) take();
    }
    cell.text = std::string(trimmed(cell.text));
    return cell;
  }

  bool ends_cell(char c) const { return c == table_.separator || c == '\n' || c == '\r'; }

  char32_t take() {
    ++at_.column;
    return take_code_point(rest_);
  }

  static Position next(Position at) { return {at.line, at.column + 1}; }
  static void widen(Span& span) {
    if (span.end <= span.begin) span.end = next(span.begin);
  }

  std::string_view rest_;
  FileId file_;
  Diagnostics& diagnostics_;
  Position at_;
  CsvTable table_;
};

}  // namespace

CsvTable parse_csv(std::string_view text, FileId file, Diagnostics& diagnostics) {
  return CsvParser(text, file, diagnostics).parse();
}

}  // namespace prereq
