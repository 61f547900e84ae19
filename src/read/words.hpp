// Small questions about words that the readers of loose formats ask.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace prereq {

std::string_view trimmed(std::string_view text);

// ASCII letters only: for words that are compared with English ones.
std::string in_lower_case(std::string_view text);

// Without empty parts, each trimmed.
std::vector<std::string_view> split_at_any(std::string_view text, std::string_view separators);

}  // namespace prereq
