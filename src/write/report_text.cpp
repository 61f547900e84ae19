#include "write/report_text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"

namespace prereq {
namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool changes_direction(char32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_unsafe(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
         changes_direction(c);
}

std::string code_of(char32_t c) {
  const auto value = static_cast<std::uint32_t>(c);
  if (c < 0x100) return fmt::format("\\x{:02x}", value);
  return c < 0x10000 ? fmt::format("\\u{:04x}", value) : fmt::format("\\u{{{:x}}}", value);
}

Glyph shown_by_code(char32_t c) {
  std::string text = code_of(c);
  const std::size_t columns = text.size();
  return {std::move(text), columns};
}

// Arabic letters and those of India and further to the east, some of which joiners keep apart.
bool needs_joiners(char32_t c) {
  if (c < 0x0600 || c >= 0x2000) return false;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC: return true;
    default: return false;
  }
}

bool is_picture(char32_t c) {
  return c >= 0x2000 && utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_SO;
}

// Whether what cannot be seen is part of how its neighbours are written. `before` is 0 at the
// start.
bool belongs_between(char32_t before, char32_t c, std::string_view rest) {
  const bool is_selector = c == 0xFE0E || c == 0xFE0F;
  if (is_selector) return is_picture(before) || before == '#' || before == '*' || is_digit(before);
  if ((c != 0x200C && c != 0x200D) || rest.empty()) return false;
  const char32_t next = take_code_point(rest);
  if (needs_joiners(before) && needs_joiners(next)) return true;
  constexpr char32_t first_skin = 0x1F3FB;
  constexpr char32_t last_skin = 0x1F3FF;
  const bool ends_picture =
      is_picture(before) || before == 0xFE0F || (before >= first_skin && before <= last_skin);
  return c == 0x200D && ends_picture && is_picture(next);
}

// The next glyph of a message; `before` is the code point in front of it, and then the one taken.
Glyph take_visible_glyph(std::string_view& utf8, char32_t& before) {
  std::string_view rest = utf8;
  const char32_t c = take_code_point(rest);
  const bool is_hidden = is_invisible(c) && !belongs_between(before, c, rest);
  before = c;
  if (!is_hidden) return take_glyph(utf8);
  utf8 = rest;
  return shown_by_code(c);
}

// One for each code point of the line, and where it begins.
struct Cells {
  std::vector<Glyph> glyphs;
  std::vector<std::size_t> begins;  // one more than glyphs
};

Cells cells_of(std::string_view line) {
  Cells cells;
  std::size_t at = 0;
  char32_t before = 0;
  while (!line.empty()) {
    const bool is_tab = line.front() == '\t';
    Glyph glyph = take_visible_glyph(line, before);
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

bool is_white(char c) { return c == '\t' || c == '\n' || c == '\r'; }

// The text with white space as spaces; `take` takes what is not plain ASCII off its front, given
// the byte before that.
template <typename Take>
std::string joined_glyphs(std::string_view text, Take take) {
  std::string out;
  char last = '\0';
  while (!text.empty()) {
    const std::size_t plain = plain_length(text);
    out += text.substr(0, plain);
    if (plain > 0) last = text[plain - 1];
    text.remove_prefix(plain);
    if (text.empty()) break;
    if (is_white(text.front())) {
      text.remove_prefix(1);
      out += last = ' ';
    } else {
      out += take(text, last);
      last = '\0';
    }
  }
  return out;
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
  if (is_unsafe(c)) return shown_by_code(c);
  if (c == replacement_character) return {"\xEF\xBF\xBD", 1};
  const int columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
  return {std::string(before.substr(0, before.size() - utf8.size())),
          static_cast<std::size_t>(std::max(columns, 0))};
}

std::size_t plain_length(std::string_view text) {
  const auto end = std::ranges::find_if(text, [](char c) { return c < ' ' || c > '~'; });
  return static_cast<std::size_t>(end - text.begin());
}

std::string safe_text(std::string_view text) {
  return joined_glyphs(text, [](std::string_view& rest, char) { return take_glyph(rest).text; });
}

std::string visible(std::string_view text) {
  return joined_glyphs(text, [](std::string_view& rest, char last) {
    auto before = static_cast<char32_t>(static_cast<unsigned char>(last));
    std::string glyphs;
    // In one run, as what is not ASCII stands side by side.
    while (!rest.empty() && plain_length(rest) == 0 && !is_white(rest.front())) {
      glyphs += take_visible_glyph(rest, before).text;
    }
    return glyphs;
  });
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
