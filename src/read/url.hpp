// Which addresses a roadmap may point to.
#pragma once

#include <string>
#include <string_view>

namespace prereq {

// Why the text is no URL that a roadmap may have, as a message; empty for a good one: `http`,
// `https`, `mailto` or relative, without white space and control characters.
std::string url_complaint(std::string_view url);

// Whether what it leads to depends on the folder that it is read in.
bool is_relative_url(std::string_view url);

}  // namespace prereq
