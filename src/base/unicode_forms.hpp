// Texts that Unicode takes for the same: composed or not (`é` as one character or as two), and
// letters that differ by their looks alone (those of full width).
#pragma once

#include <string>
#include <string_view>

namespace prereq {

// Normalization Form C, in which texts are compared: what looks the same and means the same is the
// same. Malformed UTF-8 is kept as it is. O(length); plain ASCII is only looked at.
std::string composed_form(std::string_view utf8);

// Whether composed_form() would give the same text; false for some others too. O(length), without
// memory of its own.
bool is_surely_composed(std::string_view utf8);

// Whether composed_form() gives the same for both. O(length).
bool are_same_text(std::string_view a, std::string_view b);

// Normalization Form KC without upper case: for guesses about what a text could be taken for.
std::string compatible_form(std::string_view utf8);

}  // namespace prereq
