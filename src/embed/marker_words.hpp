// The words of a marker.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prereq {

// Split as embed.hpp says; `wrong` then says why not.
std::optional<std::vector<std::string>> split_words(std::string_view text, std::string& wrong);

}  // namespace prereq
