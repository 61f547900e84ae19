#include "read/text_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.hpp"

namespace prereq {
namespace {

enum class ByteClass : unsigned char { plain, line_break, backslash, forbidden, multibyte };

constexpr std::array<ByteClass, 256> classify_bytes() {
  std::array<ByteClass, 256> classes{};
  for (std::size_t byte = 0; byte < classes.size(); ++byte) {
    if (byte >= 0x80) {
      classes[byte] = ByteClass::multibyte;
    } else if (byte == 0x7F || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r')) {
      classes[byte] = ByteClass::forbidden;
    }
  }
  classes['\r'] = ByteClass::line_break;
  classes['\\'] = ByteClass::backslash;
  return classes;
}

constexpr auto byte_classes = classify_bytes();

ByteClass class_of(char c) { return byte_classes[static_cast<unsigned char>(c)]; }

bool is_forbidden(char32_t c) {
  return (is_control(c) && c != 0x85) || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

bool is_unusual_break(char32_t c) { return c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_utf16(std::string_view text) {
  return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

bool refuse_utf16(std::string_view text, FileId file, Diagnostics& diagnostics) {
  if (!is_utf16(text)) return false;
  diagnostics.add(Code::encoding, {file, {1, 1}, {1, 2}},
                  "expected UTF-8, found UTF-16: save the file as UTF-8");
  return true;
}

void refuse_byte(std::string_view text, std::size_t at, FileId file, Diagnostics& diagnostics) {
  diagnostics.add(
      Code::encoding, span_at(text, at, file),
      fmt::format("expected UTF-8, found the byte 0x{:02X}", static_cast<unsigned char>(text[at])));
}

void refuse_character(char32_t c, Span span, Diagnostics& diagnostics) {
  diagnostics.add(Code::syntax, span,
                  fmt::format("the character U+{:04X} is not allowed in a roadmap file",
                              static_cast<unsigned>(c)));
}

struct Scan {
  bool is_readable = true;
  bool has_unusual_breaks = false;
  bool has_backslash = false;
  bool is_ascii = true;
};

Scan scan_text(std::string_view text, FileId file, Diagnostics& diagnostics) {
  Scan scan;
  std::size_t at = 0;
  while (at < text.size()) {
    const ByteClass byte = class_of(text[at]);
    if (byte == ByteClass::plain) {
      ++at;
      continue;
    }
    if (byte == ByteClass::line_break) {
      if (text.substr(at, 2) != "\r\n") scan.has_unusual_breaks = true;
      ++at;
      continue;
    }
    if (byte == ByteClass::backslash) {
      scan.has_backslash = true;
      ++at;
      continue;
    }
    if (byte == ByteClass::multibyte) scan.is_ascii = false;
    std::string_view rest = text.substr(at);
    const char32_t c = take_code_point(rest);
    const std::size_t size = text.size() - at - rest.size();
    if (c == replacement_character && size == 1) {
      refuse_byte(text, at, file, diagnostics);
      scan.is_readable = false;
      return scan;
    }
    if (is_forbidden(c)) {
      refuse_character(c, span_at(text, at, file), diagnostics);
      scan.is_readable = false;
      return scan;
    }
    if (is_unusual_break(c)) scan.has_unusual_breaks = true;
    at += size;
  }
  return scan;
}

}  // namespace

Span span_at(std::string_view text, std::size_t offset, FileId file) {
  const std::string_view before = text.substr(0, offset);
  const auto last_break = before.rfind('\n');
  const std::size_t line_start = last_break == std::string_view::npos ? 0 : last_break + 1;
  const auto line = static_cast<std::uint32_t>(std::ranges::count(before, '\n') + 1);
  const auto column = static_cast<std::uint32_t>(count_code_points(before.substr(line_start)) + 1);
  return {file, {line, column}, {line, column + 1}};
}

LineMap LineMap::of_text(std::string_view text) {
  LineMap map;
  std::size_t yaml_line = 0;
  std::size_t line = 0;
  std::size_t column = 0;
  while (!text.empty()) {
    const char32_t c = take_code_point(text);
    ++column;
    if (c == '\n') {
      // From here on the lines run in step again.
      ++line;
      ++yaml_line;
      column = 0;
      if (!map.shifts_.empty()) map.shifts_.push_back({yaml_line, line, 0});
    } else if (is_unusual_break(c) || (c == '\r' && !text.starts_with('\n'))) {
      ++yaml_line;
      map.shifts_.push_back({yaml_line, line, column});
    }
  }
  // Only the shift at the start of each run of ordinary lines matters.
  const auto is_repeated = [](const Shift& a, const Shift& b) {
    return a.column == 0 && b.column == 0 && b.yaml_line - a.yaml_line == b.line - a.line;
  };
  const auto end = std::unique(map.shifts_.begin(), map.shifts_.end(), is_repeated);
  map.shifts_.erase(end, map.shifts_.end());
  return map;
}

Position LineMap::position(std::size_t yaml_line, std::size_t yaml_column) const {
  std::size_t line = yaml_line;
  std::size_t column = yaml_column;
  if (!shifts_.empty()) {
    const auto after = std::ranges::upper_bound(shifts_, yaml_line, {}, &Shift::yaml_line);
    if (after != shifts_.begin()) {
      const Shift& shift = *(after - 1);
      line = shift.line + (yaml_line - shift.yaml_line);
      if (yaml_line == shift.yaml_line) column += shift.column;
    }
  }
  return {static_cast<std::uint32_t>(line + 1), static_cast<std::uint32_t>(column + 1)};
}

bool is_too_large(std::string_view text, std::size_t most_bytes, std::string_view what, FileId file,
                  Diagnostics& diagnostics) {
  if (text.size() <= most_bytes) return false;
  constexpr std::size_t mebibyte = std::size_t{1024} * 1024;
  const bool is_round = most_bytes % mebibyte == 0;
  diagnostics.add(Code::too_large, {file, {1, 1}, {1, 2}},
                  fmt::format("{} of more than {} is not read", what,
                              is_round ? fmt::format("{} MiB", most_bytes / mebibyte)
                                       : fmt::format("{} bytes", most_bytes)));
  return true;
}

std::optional<CheckedText> check_text(std::string_view text, FileId file,
                                      Diagnostics& diagnostics) {
  if (refuse_utf16(text, file, diagnostics)) return std::nullopt;
  const Scan scan = scan_text(text, file, diagnostics);
  if (!scan.is_readable) return std::nullopt;
  CheckedText checked{text, {}, scan.has_backslash, scan.is_ascii};
  if (scan.has_unusual_breaks) checked.lines = LineMap::of_text(text);
  return checked;
}

bool check_loose_text(std::string_view text, FileId file, Diagnostics& diagnostics) {
  if (refuse_utf16(text, file, diagnostics)) return false;
  const std::size_t malformed = find_malformed_utf8(text);
  const std::size_t nul = text.find('\0');
  if (malformed == nul) return true;  // neither is there
  if (nul < malformed) {
    refuse_character(U'\0', span_at(text, nul, file), diagnostics);
  } else {
    refuse_byte(text, malformed, file, diagnostics);
  }
  return false;
}

}  // namespace prereq
