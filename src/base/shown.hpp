// What somebody wrote, as messages show it.
#pragma once

#include <string>
#include <string_view>

namespace prereq {

// On one line, cut after 60 characters with `…` for the rest.
std::string shown(std::string_view text);

// A name as messages quote it: 'algebra'.
std::string in_quotes(std::string_view name);

}  // namespace prereq
