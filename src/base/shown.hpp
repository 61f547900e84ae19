// What somebody wrote, as messages quote it.
#pragma once

#include <string>
#include <string_view>

namespace prereq {

// On one line, cut after 60 characters with `…` for the rest.
std::string shown(std::string_view text);

}  // namespace prereq
