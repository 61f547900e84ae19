#include "base/unicode_forms.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>
#include <vector>

#include "base/utf8.hpp"

namespace prereq {
namespace {

std::string mapped(std::string_view utf8, int options) {
  const std::vector<utf8proc_uint8_t> bytes(utf8.begin(), utf8.end());
  utf8proc_uint8_t* result = nullptr;
  const utf8proc_ssize_t length =
      utf8proc_map(bytes.data(), static_cast<utf8proc_ssize_t>(bytes.size()), &result,
                   static_cast<utf8proc_option_t>(options | UTF8PROC_STABLE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(result, std::free);
  if (length == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
  if (length < 0) return std::string(utf8);  // malformed
  return {result, result + length};
}

}  // namespace

bool is_surely_composed(std::string_view utf8) {
  // No character below U+0300 combines with the one before it or is written otherwise.
  constexpr unsigned char first_lead = 0xCC;
  return std::ranges::none_of(utf8,
                              [](char c) { return static_cast<unsigned char>(c) >= first_lead; });
}

std::string composed_form(std::string_view utf8) {
  return is_surely_composed(utf8) ? std::string(utf8) : mapped(utf8, UTF8PROC_COMPOSE);
}

bool are_same_text(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (is_surely_composed(a) && is_surely_composed(b)) return false;
  return composed_form(a) == composed_form(b);
}

std::string compatible_form(std::string_view utf8) {
  return mapped(utf8, UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
}

}  // namespace prereq
