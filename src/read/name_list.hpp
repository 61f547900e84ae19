// Names that a page lists as what is needed: "A, B and C", "A; B or C", "2 of A, B, C (a reason)".
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "prereq/roadmap.hpp"

namespace prereq {

// A name, or a group of entries.
struct NamedEntry {
  RequirementKind kind = RequirementKind::topic;
  std::uint32_t least = 0;  // of `entries`, for at_least
  std::string name;         // as written, for topic; maybe of nothing that there is
  std::vector<NamedEntry> entries;
  std::string because;
};

// Whether a text is a name; one that could be several as well, such as "Supply and demand" or
// "CS50, the start", is asked about as `likely_several`.
enum class NameLook : std::uint8_t { single, likely_several };
using IsName = std::function<bool(std::string_view, NameLook)>;

// What the text lists, every entry needed: parts between commas, semicolons, "and" and "&". Those
// that "or" joins, and all of "A, B, or C", are one group, of which any serves. What stands in
// brackets behind a name is the reason; brackets around several join them. "none" and dashes give
// nothing. Nested 16 deep at most. Asks `is_name` for a number of texts linear in that of parts.
std::vector<NamedEntry> read_names(std::string_view text, const IsName& is_name);

// "none", "nothing", "n/a", dashes.
bool names_nothing(std::string_view text);

}  // namespace prereq
