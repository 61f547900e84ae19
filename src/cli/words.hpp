// Small helpers for the words of messages and command lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prereq::cli {

// `; did you mean 'NAME'?`, or nothing if no candidate is near.
std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates);

// With its dot and in lower case, as it tells what is in a file; empty if there is none.
std::string extension_of(const std::string& file);

std::string join(const std::vector<std::string>& words, std::string_view separator);

// As one word of a shell's command line, in '…'.
std::string quoted_for_shell(std::string_view text);

// The id of the section that `section:ID` or `ID` names.
std::string_view section_id(std::string_view name);

// The number that the whole text is: digits, with a point and an exponent if need be.
std::optional<double> number_of(const std::string& text);

// Split at commas; white space around the parts and empty parts are left out.
std::vector<std::string> split_list(std::string_view text);
// The same of every line, without comments: from a '#' that begins a line or follows white space.
std::vector<std::string> split_lines(std::string_view text);

}  // namespace prereq::cli
