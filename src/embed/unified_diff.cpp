#include "embed/unified_diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "write/report_text.hpp"

namespace prereq {
namespace {

constexpr std::ptrdiff_t max_edits = 1000;
constexpr std::size_t context = 3;

using Lines = std::vector<std::string_view>;

// With their line feeds.
Lines split(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

// One line of the edit: kept, taken out or put in.
struct Step {
  char mark;
  std::string_view line;
};

void append(std::vector<Step>& steps, char mark, const Lines& lines, std::size_t first,
            std::size_t last) {
  for (std::size_t i = first; i < last; ++i) steps.push_back({mark, lines[i]});
}

// Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), with the furthest reaching
// paths of every round kept to walk back.
class ShortestEdit {
 public:
  ShortestEdit(const Lines& before, const Lines& after)
      : before_(before),
        after_(after),
        rows_(static_cast<std::ptrdiff_t>(before.size())),
        columns_(static_cast<std::ptrdiff_t>(after.size())) {}

  // Empty if it takes more than max_edits.
  std::vector<Step> find() {
    std::vector<std::ptrdiff_t> reach(2 * max_edits + 3, 0);
    for (std::ptrdiff_t edits = 0; edits <= max_edits; ++edits) {
      const auto middle = reach.begin() + max_edits + 1;
      rounds_.emplace_back(middle - edits - 1, middle + edits + 2);
      for (std::ptrdiff_t k = -edits; k <= edits; k += 2) {
        const bool down = k == -edits || (k != edits && middle[k - 1] < middle[k + 1]);
        std::ptrdiff_t row = down ? middle[k + 1] : middle[k - 1] + 1;
        while (row < rows_ && row - k < columns_ && same(row, row - k)) ++row;
        middle[k] = row;
        if (row >= rows_ && row - k >= columns_) return walk_back(edits);
      }
    }
    return {};
  }

 private:
  bool same(std::ptrdiff_t row, std::ptrdiff_t column) const {
    return before_[static_cast<std::size_t>(row)] == after_[static_cast<std::size_t>(column)];
  }

  std::vector<Step> walk_back(std::ptrdiff_t edits) const {
    std::vector<Step> steps;
    std::ptrdiff_t row = rows_;
    std::ptrdiff_t column = columns_;
    for (; edits >= 0; --edits) {
      const auto& reach = rounds_[static_cast<std::size_t>(edits)];
      const auto middle = reach.begin() + edits + 1;
      const std::ptrdiff_t k = row - column;
      const bool down = k == -edits || (k != edits && middle[k - 1] < middle[k + 1]);
      const std::ptrdiff_t from_row = edits == 0 ? 0 : down ? middle[k + 1] : middle[k - 1];
      const std::ptrdiff_t from_column = edits == 0 ? 0 : from_row - (down ? k + 1 : k - 1);
      while (row > from_row && column > from_column) {
        steps.push_back({' ', before_[static_cast<std::size_t>(--row)]});
        --column;
      }
      if (edits == 0) break;
      steps.push_back(down ? Step{'+', after_[static_cast<std::size_t>(column - 1)]}
                           : Step{'-', before_[static_cast<std::size_t>(row - 1)]});
      row = from_row;
      column = from_column;
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
  }

  const Lines& before_;
  const Lines& after_;
  std::ptrdiff_t rows_;
  std::ptrdiff_t columns_;
  std::vector<std::vector<std::ptrdiff_t>> rounds_;
};

std::vector<Step> edit(const Lines& before, const Lines& after) {
  const auto shorter = std::min(before.size(), after.size());
  std::size_t head = 0;
  while (head < shorter && before[head] == after[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head &&
         before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
    ++tail;
  const auto middle = [head, tail](const Lines& lines) {
    return Lines(lines.begin() + static_cast<std::ptrdiff_t>(head),
                 lines.end() - static_cast<std::ptrdiff_t>(tail));
  };
  const Lines old_lines = middle(before);
  const Lines new_lines = middle(after);
  std::vector<Step> steps;
  append(steps, ' ', before, 0, head);
  const std::vector<Step> shortest = ShortestEdit(old_lines, new_lines).find();
  steps.insert(steps.end(), shortest.begin(), shortest.end());
  if (shortest.empty()) {
    append(steps, '-', old_lines, 0, old_lines.size());
    append(steps, '+', new_lines, 0, new_lines.size());
  }
  append(steps, ' ', before, before.size() - tail, before.size());
  return steps;
}

// The line as it can be printed; a tab, and the carriage return of a line break, stay.
std::string printed(const Step& step) {
  std::string_view line = step.line;
  const bool whole = line.ends_with('\n');
  if (whole) line.remove_suffix(1);
  const bool carriage_return = line.ends_with('\r');
  if (carriage_return) line.remove_suffix(1);
  std::string out(1, step.mark);
  const std::string_view marked = std::exchange(line, without_byte_order_mark(line));
  out += marked.substr(0, marked.size() - line.size());
  while (!line.empty()) {
    if (line.front() == '\t') {
      out += '\t';
      line.remove_prefix(1);
    } else {
      out += take_glyph(line).text;
    }
  }
  if (carriage_return) out += '\r';
  return out + (whole ? "\n" : "\n\\ No newline at end of file\n");
}

// `12,3`, or the line before for none.
std::string range(std::size_t first, std::size_t count) {
  return fmt::format("{},{}", count == 0 ? first : first + 1, count);
}

}  // namespace

std::string unified_diff(std::string_view name, std::string_view before, std::string_view after) {
  if (before == after) return {};
  // After a name with blanks, a tab says where it ends.
  std::string label = visible(name);
  if (label.find(' ') != std::string::npos) label += '\t';
  std::string out = fmt::format("--- {}\n+++ {}\n", label, label);
  const std::vector<Step> steps = edit(split(before), split(after));
  std::size_t old_line = 0;
  std::size_t new_line = 0;
  std::size_t i = 0;
  while (i < steps.size()) {
    // Find a hunk: changes with no more than twice the context between them.
    std::size_t first = i;
    while (first < steps.size() && steps[first].mark == ' ') ++first;
    if (first == steps.size()) break;
    std::size_t last = first + 1;  // after the last change
    for (std::size_t j = last; j < steps.size() && j <= last + 2 * context; ++j) {
      if (steps[j].mark != ' ') last = j + 1;
    }
    const std::size_t begin = first - std::min(first - i, context);
    const std::size_t end = std::min(steps.size(), last + context);
    old_line += begin - i;
    new_line += begin - i;
    std::size_t old_count = 0;
    std::size_t new_count = 0;
    std::string body;
    for (std::size_t j = begin; j < end; ++j) {
      if (steps[j].mark != '+') ++old_count;
      if (steps[j].mark != '-') ++new_count;
      body += printed(steps[j]);
    }
    out += fmt::format("@@ -{} +{} @@\n{}", range(old_line, old_count), range(new_line, new_count),
                       body);
    old_line += old_count;
    new_line += new_count;
    i = end;
  }
  return out;
}

}  // namespace prereq
