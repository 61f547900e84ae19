// The words of a marker.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prereq {

// Split as embed.hpp says; `wrong` says why not, and for a quote that is left open where the marker
// ends.
std::optional<std::vector<std::string>> split_words(std::string_view text,
                                                    std::string_view where_it_ends,
                                                    std::string& wrong);

}  // namespace prereq
