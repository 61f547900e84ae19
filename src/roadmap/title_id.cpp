#include "roadmap/title_id.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "base/unicode_forms.hpp"
#include "base/utf8.hpp"
#include "roadmap/id.hpp"

namespace prereq {
namespace {

constexpr std::size_t longest_id = 60;
// What is longer is cut before a number of up to ten digits is put behind it.
constexpr std::size_t longest_numbered = max_id_length - 11;

bool is_word_character(char32_t value) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(value))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: return true;
    default: return false;
  }
}

bool is_apostrophe(char32_t value) { return value == '\'' || value == 0x2019; }

char32_t lower(char32_t value) {
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(value)));
}

// Words in lower case; `kept` are characters that stay where they follow one.
std::vector<std::string> words_of(std::string_view title, std::string_view kept) {
  const std::string composed = composed_form(title);
  std::string_view text = composed;
  std::vector<std::string> words;
  bool in_word = false;
  while (!text.empty()) {
    const char32_t next = take_code_point(text);
    const bool stays = in_word && next < 0x80 && kept.find(static_cast<char>(next)) != kept.npos;
    if (is_word_character(next) || stays) {
      if (!in_word) words.emplace_back();
      append_utf8(words.back(), lower(next));
      in_word = true;
    } else if (!is_apostrophe(next)) {
      in_word = false;
    }
  }
  return words;
}

std::string_view digits_of_roman(std::string_view word) {
  static constexpr std::array<std::string_view, 10> numerals = {"i",  "ii",  "iii",  "iv", "v",
                                                                "vi", "vii", "viii", "ix", "x"};
  static constexpr std::array<std::string_view, 10> digits = {"1", "2", "3", "4", "5",
                                                              "6", "7", "8", "9", "10"};
  const auto found = std::ranges::find(numerals, word);
  return found == numerals.end() ? word
                                 : digits[static_cast<std::size_t>(found - numerals.begin())];
}

bool is_filler(std::string_view word) {
  return word == "a" || word == "an" || word == "the" || word == "part" || word == "and";
}

// Roman numerals as digits; a lone "I" or "V" or "X" at the start is none.
std::string with_digits(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    const bool is_first = text.empty();
    if (!is_first) text += ' ';
    text += is_first ? std::string_view(word) : digits_of_roman(word);
  }
  return text;
}

}  // namespace

std::string id_from_title(std::string_view title) {
  std::string id;
  for (const std::string& word : words_of(title, "+#")) {
    if (!id.empty() && count_code_points(id) + 1 + count_code_points(word) > longest_id) break;
    if (!id.empty()) id += '-';
    id += word;
  }
  id.resize(first_code_points(id, max_id_length).size());
  return id.empty() ? "untitled" : id;
}

bool IdMaker::take(std::string_view id) {
  return next_number_.try_emplace(composed_form(id), 2).second;
}

std::string IdMaker::make(std::string_view title) {
  std::string wanted = id_from_title(title);
  auto [taken, is_free] = next_number_.try_emplace(wanted, 2);
  if (is_free) return wanted;
  if (count_code_points(wanted) > longest_numbered) {
    wanted.resize(first_code_points(wanted, longest_numbered).size());
    taken = next_number_.try_emplace(wanted, 2).first;
  }
  for (;;) {
    std::string id = wanted + '-' + std::to_string(taken->second++);
    if (next_number_.try_emplace(id, 2).second) return id;
  }
}

std::string comparable_title(std::string_view title) {
  const std::vector<std::string> words = words_of(title, "+#");
  const bool has_others = std::ranges::any_of(words, [](auto& word) { return !is_filler(word); });
  std::vector<std::string> compared;
  std::ranges::copy_if(words, std::back_inserter(compared),
                       [&](auto& word) { return !has_others || !is_filler(word); });
  return with_digits(compared);
}

std::string title_words(std::string_view title) {
  std::vector<std::string> words = words_of(title, "+#");
  std::erase_if(words, [](const std::string& word) { return word == "and" || word == "part"; });
  return with_digits(words);
}

}  // namespace prereq
