#include "read/url.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/ascii_words.hpp"
#include "base/shown.hpp"
#include "base/utf8.hpp"
#include "read/url_readings.hpp"

namespace prereq {
namespace {

constexpr std::array<std::string_view, 3> allowed_schemes = {"http", "https", "mailto"};

// Those that run what they carry, or lead to what is not a page of the web. No reader is known to
// find them behind percent codes or letters that only look alike; none has a use there either.
constexpr std::array<std::string_view, 18> dangerous_schemes = {
    "javascript", "jscript", "ecmascript", "livescript", "mocha",       "vbscript",
    "vbs",        "data",    "blob",       "file",       "filesystem",  "about",
    "jar",        "mhtml",   "feed",       "intent",     "view-source", "wyciwyg"};

template <std::size_t count>
bool contains(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_scheme_character(char c) {
  return is_letter_or_digit(c) || c == '+' || c == '-' || c == '.';
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

// What could hold a scheme: nothing undoes a plain '/' or '?'.
std::string_view head_of(std::string_view url) { return url.substr(0, url.find_first_of("/?")); }

bool is_noncharacter(char32_t c) { return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF); }

// Words of Persian and of many scripts of India are written with joiners, and so are emoji.
bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D || c == 0xFE0E || c == 0xFE0F; }

std::string character_complaint(std::string_view url) {
  bool is_path = true;
  while (!url.empty()) {
    const char32_t c = take_code_point(url);
    if (is_control(c)) return "expected a URL, found a control character in it";
    if (is_space(c)) return "expected a URL, found white space in it: write '%20'";
    is_path = is_path && c != '?' && c != '#';
    // Browsers take it for '/', other readers do not.
    if (c == '\\' && is_path) return "expected a URL, found '\\' in it: write '/' or '%5C'";
    if (is_noncharacter(c) || c == replacement_character || (is_invisible(c) && !is_joiner(c))) {
      return fmt::format("expected a URL, found U+{:04X} in it, which cannot be seen or is no text",
                         static_cast<unsigned>(c));
    }
  }
  return {};
}

std::string scheme_complaint(const std::string& scheme, std::string_view disguise) {
  const std::string written =
      disguise.empty() ? "" : fmt::format(", written as '{}'", shown(disguise));
  return fmt::format("expected an http, https, mailto or relative URL, found '{}:'{}", scheme,
                     written);
}

std::string disguise_complaint(std::string_view url) {
  const std::string_view head = head_of(url);
  for (const Leniency leniency : {Leniency::of_markdown, Leniency::of_nobody_yet}) {
    const UrlReadings readings = read_url_leniently(head, leniency);
    for (const std::string& reading : readings.all) {
      const std::string scheme = scheme_of(reading);
      const bool is_fit = leniency == Leniency::of_markdown
                              ? scheme.empty() || contains(allowed_schemes, scheme)
                              : !contains(dangerous_schemes, scheme);
      if (!is_fit) return scheme_complaint(scheme, head);
    }
    if (!readings.is_final) return "expected a URL, found one that is encoded again and again";
  }
  return {};
}

// Also where the slashes are entities, or a tab stands between them.
std::string network_complaint(std::string_view url) {
  const std::string_view path = url.substr(0, url.find('?'));
  const UrlReadings readings = read_url_leniently(path, Leniency::of_browsers);
  const bool leads_to_a_host = std::ranges::any_of(
      readings.all, [](const std::string& reading) { return reading.starts_with("//"); });
  if (!leads_to_a_host) return {};
  return fmt::format(
      "expected an http, https, mailto or relative URL, found '{}', which leads to another host: "
      "write 'https:' before it",
      shown(url.substr(0, std::min(url.find('/', 2), url.size()))));
}

std::string percent_encoded(std::string_view url) {
  std::string result;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F) {
      fmt::format_to(std::back_inserter(result), "%{:02X}", byte);
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace

bool is_relative_url(std::string_view url) {
  return !url.empty() && url.front() != '/' && url.front() != '#' && url.front() != '?' &&
         scheme_of(url).empty();
}

std::string url_complaint(std::string_view url) {
  if (std::string complaint = character_complaint(url); !complaint.empty()) return complaint;
  const std::string scheme = scheme_of(url);
  if (contains(allowed_schemes, scheme)) return {};
  if (!scheme.empty() || url.starts_with(':')) return scheme_complaint(scheme, {});
  if (std::string complaint = network_complaint(url); !complaint.empty()) return complaint;
  return disguise_complaint(url);
}

std::string safe_href(std::string_view url) {
  std::string href = percent_encoded(url);
  return url_complaint(href).empty() ? href : std::string();
}

std::string as_relative_url(std::string address) {
  const bool is_plain = scheme_of(address).empty() && url_complaint(address).empty();
  return is_plain ? address : "./" + address;
}

}  // namespace prereq
