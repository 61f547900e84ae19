#include "roadmap/id.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace prereq {
namespace {

// Most ids: decided without Unicode's tables.
bool is_plain_ascii(std::string_view id) {
  return std::ranges::all_of(id, [](char c) { return c > ' ' && c < '\x7F' && c != ','; });
}

}  // namespace

bool is_valid_id(std::string_view id) {
  if (!id.empty() && id.size() <= max_id_length && is_plain_ascii(id)) return true;
  return id_complaint(id).empty();
}

std::string_view id_complaint(std::string_view id) {
  if (id.empty()) return "of at least one character";
  std::size_t length = 0;
  for (; !id.empty(); ++length) {
    if (length == max_id_length) return "of at most 128 characters";
    const char32_t next = take_code_point(id);
    if (is_space(next)) return "without white space";
    if (next == ',') return "without a comma";
    if (is_control(next)) return "without control characters";
  }
  return {};
}

std::string title_from_id(std::string_view id) {
  std::string title = raise_first_letter(id);
  std::ranges::replace(title, '-', ' ');
  return title;
}

std::string id_from_text(std::string_view text) {
  std::string id;
  while (!text.empty() && id.size() <= 4 * max_id_length) {
    const char32_t next = take_code_point(text);
    const bool separates = is_space(next) || is_control(next) || next == ',';
    if (!separates) {
      append_utf8(id, next);
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (id.ends_with('-')) id.pop_back();
  return is_valid_id(id) ? id : std::string();
}

}  // namespace prereq
