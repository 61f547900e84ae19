#include "write/terminal_text.hpp"

#include <utility>

#include "write/report_text.hpp"

namespace prereq {

std::size_t cells(std::string_view text) {
  std::size_t sum = 0;
  while (true) {
    const std::size_t plain = plain_length(text);
    sum += plain;
    text.remove_prefix(plain);
    if (text.empty()) return sum;
    sum += take_glyph(text).columns;
  }
}

std::string cut_to(std::string_view text, std::size_t width) {
  std::string shown = safe_text(text);
  if (cells(shown) <= width) return shown;
  std::string_view rest = shown;
  std::string cut;
  std::size_t used = 0;
  while (!rest.empty()) {
    const Glyph glyph = take_glyph(rest);
    if (used + glyph.columns + 1 > width) break;
    used += glyph.columns;
    cut += glyph.text;
  }
  while (cut.ends_with(' ')) cut.pop_back();
  return cut + "…";
}

std::vector<std::string> wrap_to(std::string_view text, std::size_t width, bool keep_words) {
  const std::string shown = safe_text(text);
  std::vector<std::string> lines;
  std::string line;
  std::size_t used = 0;
  std::string_view rest = shown;
  const auto flush = [&] {
    lines.push_back(std::exchange(line, {}));
    used = 0;
  };
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (word.empty()) continue;
    const std::size_t wide = cells(word);
    if (used > 0 && used + 1 + wide > width) flush();
    if (used > 0) {
      line += ' ';
      ++used;
    }
    if (wide <= width || keep_words) {
      line += word;
      used += wide;
      continue;
    }
    while (!word.empty()) {
      const Glyph glyph = take_glyph(word);
      if (used > 0 && used + glyph.columns > width) flush();
      line += glyph.text;
      used += glyph.columns;
    }
  }
  if (used > 0 || lines.empty()) flush();
  return lines;
}

std::string right_aligned(std::string_view text, std::size_t width) {
  const std::size_t used = cells(text);
  return std::string(used < width ? width - used : 0, ' ') + std::string(text);
}

std::string left_aligned(std::string_view text, std::size_t width) {
  const std::size_t used = cells(text);
  return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

std::string Style::wrap(std::string_view code, std::string_view text) const {
  if (!color_ || text.empty()) return std::string(text);
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

}  // namespace prereq
