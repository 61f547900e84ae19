#include "write/report_text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"

namespace prereq {
namespace {

bool changes_direction(char32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_unsafe(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
         changes_direction(c);
}

// One for each code point of the line, and where it begins.
struct Cells {
  std::vector<Glyph> glyphs;
  std::vector<std::size_t> begins;  // one more than glyphs
};

Cells cells_of(std::string_view line) {
  Cells cells;
  std::size_t at = 0;
  while (!line.empty()) {
    const bool is_tab = line.front() == '\t';
    Glyph glyph = take_glyph(line);
    if (is_tab) {
      glyph.columns = 4 - at % 4;
      glyph.text.assign(glyph.columns, ' ');
    }
    cells.begins.push_back(at);
    at += glyph.columns;
    cells.glyphs.push_back(std::move(glyph));
  }
  cells.begins.push_back(at);
  return cells;
}

std::size_t shown_end(const Cells& cells) {
  std::size_t end = cells.glyphs.size();
  while (end > 0 && cells.glyphs[end - 1].text.starts_with(' ')) --end;
  return end;
}

}  // namespace

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: return "note";
  }
  return "";
}

std::string place(const Sources& sources, const Span& span) {
  if (span.file == no_file) return {};
  return fmt::format("{}:{}:{}: ", visible(sources.name(span.file)), span.begin.line,
                     span.begin.column);
}

Glyph take_glyph(std::string_view& utf8) {
  const std::string_view before = utf8;
  const char32_t c = take_code_point(utf8);
  if (is_unsafe(c)) {
    const auto value = static_cast<std::uint32_t>(c);
    std::string text =
        c < 0x100 ? fmt::format("\\x{:02x}", value) : fmt::format("\\u{:04x}", value);
    const std::size_t columns = text.size();
    return {std::move(text), columns};
  }
  if (c == replacement_character) return {"\xEF\xBF\xBD", 1};
  const int columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
  return {std::string(before.substr(0, before.size() - utf8.size())),
          static_cast<std::size_t>(std::max(columns, 0))};
}

std::size_t plain_length(std::string_view text) {
  const auto end = std::ranges::find_if(text, [](char c) { return c < ' ' || c > '~'; });
  return static_cast<std::size_t>(end - text.begin());
}

std::string visible(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t plain = plain_length(text);
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const char c = text.front();
    if (c == '\t' || c == '\n' || c == '\r') {
      text.remove_prefix(1);
      out += ' ';
    } else {
      out += take_glyph(text).text;
    }
  }
  return out;
}

Excerpt cut_excerpt(std::string_view line, const Span& span, std::size_t width) {
  const Cells cells = cells_of(line);
  const std::size_t size = cells.glyphs.size();
  const std::size_t begin = std::min<std::size_t>(span.begin.column - 1, size);
  const bool is_one_line = span.end.line == span.begin.line;
  const std::size_t end = std::max(
      begin, is_one_line ? std::min<std::size_t>(span.end.column - 1, size) : shown_end(cells));
  const std::size_t line_end = shown_end(cells);
  const auto columns = [&](std::size_t from, std::size_t to) {
    return cells.begins[to] - cells.begins[from];
  };
  std::size_t first = 0;
  std::size_t last = line_end;
  if (columns(0, line_end) > width) {
    const bool fits_from_start = columns(0, std::max(end, std::min(begin + 1, size))) < width;
    // Otherwise a third of the room is for what stands before the span.
    while (!fits_from_start && first < begin && columns(first, begin) > width / 3) ++first;
    const std::size_t room = width - (first > 0 ? 1 : 0);
    if (columns(first, line_end) > room) {
      while (last > first && columns(first, last) + 1 > room) --last;
    } else {
      while (columns(first - 1, line_end) + 1 <= width) --first;
    }
  }
  Excerpt excerpt;
  if (first > 0) excerpt.text = "…";
  for (std::size_t i = first; i < last; ++i) excerpt.text += cells.glyphs[i].text;
  if (last < line_end) excerpt.text += "…";
  excerpt.span_begin = (first > 0 ? 1 : 0) + columns(first, std::max(first, begin));
  const std::size_t span_last = std::clamp(end, begin, std::max(begin, last));
  excerpt.span_columns = std::max<std::size_t>(1, columns(begin, span_last));
  return excerpt;
}

}  // namespace prereq
