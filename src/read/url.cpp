#include "read/url.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace prereq {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_scheme_character(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

// In lower case, without the colon; empty for a relative URL.
std::string scheme_of(std::string_view url) {
  if (url.empty() || !is_letter(url.front())) return {};
  const auto* const end = std::ranges::find_if_not(url, is_scheme_character);
  if (end == url.end() || *end != ':') return {};
  std::string scheme(url.begin(), end);
  std::ranges::transform(scheme, scheme.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return scheme;
}

}  // namespace

bool is_relative_url(std::string_view url) {
  return !url.empty() && url.front() != '/' && url.front() != '#' && url.front() != '?' &&
         scheme_of(url).empty();
}

std::string url_complaint(std::string_view url) {
  constexpr std::array<std::string_view, 4> allowed = {"", "http", "https", "mailto"};
  for (std::string_view rest = url; !rest.empty();) {
    const char32_t c = take_code_point(rest);
    if (is_control(c)) return "expected a URL, found a control character in it";
    if (is_space(c)) return "expected a URL, found white space in it: write '%20'";
  }
  const std::string scheme = scheme_of(url);
  if (std::ranges::find(allowed, scheme) != allowed.end()) return {};
  return fmt::format("expected an http, https, mailto or relative URL, found '{}:'", scheme);
}

}  // namespace prereq
