#include "read/url_readings.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/ascii_words.hpp"
#include "base/unicode_forms.hpp"
#include "base/utf8.hpp"

namespace prereq {
namespace {

constexpr int most_readings = 16;

using Named = std::pair<std::string_view, char32_t>;

// HTML's names of ASCII's characters, in lower case, and of those that cannot be seen: only these
// matter for where an address leads.
constexpr std::array<Named, 68> names = {{
    {"af", 0x2061},
    {"amp", '&'},
    {"apos", '\''},
    {"applyfunction", 0x2061},
    {"ast", '*'},
    {"bsol", '\\'},
    {"colon", ':'},
    {"comma", ','},
    {"commat", '@'},
    {"diacriticalgrave", '`'},
    {"dollar", '$'},
    {"emsp", 0x2003},
    {"emsp13", 0x2004},
    {"emsp14", 0x2005},
    {"ensp", 0x2002},
    {"equals", '='},
    {"excl", '!'},
    {"grave", '`'},
    {"gt", '>'},
    {"hairsp", 0x200A},
    {"hat", '^'},
    {"ic", 0x2063},
    {"invisiblecomma", 0x2063},
    {"invisibletimes", 0x2062},
    {"it", 0x2062},
    {"lbrace", '{'},
    {"lbrack", '['},
    {"lcub", '{'},
    {"lowbar", '_'},
    {"lpar", '('},
    {"lrm", 0x200E},
    {"lsqb", '['},
    {"lt", '<'},
    {"mediumspace", 0x205F},
    {"midast", '*'},
    {"nbsp", 0xA0},
    {"negativemediumspace", 0x200B},
    {"negativethickspace", 0x200B},
    {"negativethinspace", 0x200B},
    {"negativeverythinspace", 0x200B},
    {"newline", '\n'},
    {"nobreak", 0x2060},
    {"nonbreakingspace", 0xA0},
    {"num", '#'},
    {"numsp", 0x2007},
    {"percnt", '%'},
    {"period", '.'},
    {"plus", '+'},
    {"puncsp", 0x2008},
    {"quest", '?'},
    {"quot", '"'},
    {"rbrace", '}'},
    {"rbrack", ']'},
    {"rcub", '}'},
    {"rlm", 0x200F},
    {"rpar", ')'},
    {"rsqb", ']'},
    {"semi", ';'},
    {"shy", 0xAD},
    {"sol", '/'},
    {"tab", '\t'},
    {"thinsp", 0x2009},
    {"thinspace", 0x2009},
    {"underbar", '_'},
    {"verythinspace", 0x200A},
    {"zerowidthspace", 0x200B},
    {"zwj", 0x200D},
    {"zwnj", 0x200C},
}};
constexpr std::size_t longest_name = 21;
static_assert(std::ranges::is_sorted(names, {}, &Named::first));

// HTML takes these without ';' too.
constexpr std::array<std::string_view, 6> open_names = {"amp", "gt", "lt", "nbsp", "quot", "shy"};

std::optional<unsigned> digit_of(char c) {
  if (is_digit(c)) return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

std::optional<char32_t> find_name(std::string_view name) {
  const std::string lower = in_lower_case(name);
  const auto found = std::ranges::lower_bound(names, lower, {}, &Named::first);
  if (found == names.end() || found->first != lower) return std::nullopt;
  return found->second;
}

// A character, and how much of the text stood for it.
struct Decoded {
  char32_t character;
  std::size_t length;
};

// `&#58;`, `&#x3a`, with as many zeros as one likes.
std::optional<Decoded> numeric_entity(std::string_view text) {
  std::size_t at = 2;
  const bool is_hexadecimal = at < text.size() && (text[at] == 'x' || text[at] == 'X');
  if (is_hexadecimal) ++at;
  const unsigned base = is_hexadecimal ? 16 : 10;
  const std::size_t first = at;
  char32_t value = 0;
  for (; at < text.size(); ++at) {
    const auto digit = digit_of(text[at]);
    if (!digit || *digit >= base) break;
    value = std::min<char32_t>(value * base + *digit, 0x110000);
  }
  if (at == first) return std::nullopt;
  const bool is_scalar = value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
  if (at < text.size() && text[at] == ';') ++at;
  return Decoded{is_scalar ? value : replacement_character, at};
}

std::optional<Decoded> named_entity(std::string_view text, Leniency leniency) {
  const std::string_view letters = text.substr(1, longest_name);
  const auto end = static_cast<std::size_t>(std::ranges::find_if_not(letters, is_letter_or_digit) -
                                            letters.begin());
  const std::string_view name = letters.substr(0, end);
  const bool is_closed = text.substr(1 + end).starts_with(';');
  if (const auto character = find_name(name); character && is_closed) {
    return Decoded{*character, end + 2};
  }
  // The longest name that it starts with.
  for (std::size_t length = end; length > 1; --length) {
    const std::string_view start = name.substr(0, length);
    const auto character = find_name(start);
    if (!character) continue;
    const bool is_open = std::ranges::find(open_names, in_lower_case(start)) != open_names.end();
    if (is_open || leniency == Leniency::of_nobody_yet) return Decoded{*character, length + 1};
  }
  return std::nullopt;
}

std::optional<Decoded> entity(std::string_view text, Leniency leniency) {
  if (!text.starts_with('&')) return std::nullopt;
  return text.substr(1).starts_with('#') ? numeric_entity(text) : named_entity(text, leniency);
}

// Bytes of more than ASCII are left: they are no part of a scheme.
std::optional<Decoded> percent_code(std::string_view text) {
  if (text.size() < 3 || text[0] != '%') return std::nullopt;
  const auto high = digit_of(text[1]);
  const auto low = digit_of(text[2]);
  if (!high || !low || *high > 7) return std::nullopt;
  return Decoded{static_cast<char32_t>(16 * *high + *low), 3};
}

bool is_quote(char32_t c) { return c == '<' || c == '>' || c == '"' || c == '\'' || c == '`'; }

void append_character(std::string& out, char32_t c, Leniency leniency) {
  if (is_control(c) || is_space(c) || is_invisible(c)) return;
  if (is_quote(c) && leniency == Leniency::of_nobody_yet) return;
  if (c != '\\') {
    append_utf8(out, c);
  } else if (leniency == Leniency::of_browsers) {
    out += '/';
  }
}

std::string decoded_once(std::string_view text, Leniency leniency) {
  std::string out;
  while (!text.empty()) {
    auto decoded = entity(text, leniency);
    if (!decoded && leniency == Leniency::of_nobody_yet) decoded = percent_code(text);
    if (decoded) {
      append_character(out, decoded->character, leniency);
      text.remove_prefix(decoded->length);
    } else {
      append_character(out, take_code_point(text), leniency);
    }
  }
  return leniency == Leniency::of_nobody_yet ? compatible_form(out) : out;
}

}  // namespace

UrlReadings read_url_leniently(std::string_view text, Leniency leniency) {
  UrlReadings readings;
  readings.all.emplace_back(text);
  for (int count = 1; count < most_readings; ++count) {
    std::string next = decoded_once(readings.all.back(), leniency);
    if (next == readings.all.back()) return readings;
    readings.all.push_back(std::move(next));
  }
  readings.is_final = false;
  return readings;
}

}  // namespace prereq
