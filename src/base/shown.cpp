#include "base/shown.hpp"

#include "base/utf8.hpp"

namespace prereq {

std::string shown(std::string_view text) {
  constexpr std::size_t most = 60;
  std::string beginning;
  for (std::size_t length = 0; !text.empty(); ++length) {
    if (length == most) return beginning + "…";
    const char32_t c = take_code_point(text);
    append_utf8(beginning, is_control(c) || is_space(c) ? U' ' : c);
  }
  return beginning;
}

std::string in_quotes(std::string_view name) { return "'" + std::string(name) + "'"; }

}  // namespace prereq
