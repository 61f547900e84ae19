// What may be the id of a topic, section or goal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace prereq {

inline constexpr std::size_t max_id_length = 128;

// Before the id of a section where its topics are meant; a topic of that very id comes first.
inline constexpr std::string_view section_prefix = "section:";

// 1 to max_id_length characters, none of them white space, a comma or a control character.
bool is_valid_id(std::string_view id);

// Why it is none, to follow "expected an id "; empty for a valid one.
std::string_view id_complaint(std::string_view id);

// The id as a title: '-' read as a space, first letter raised.
std::string title_from_id(std::string_view id);

// A valid id close to the text, white space and commas read as '-'; empty if there is none.
std::string id_from_text(std::string_view text);

}  // namespace prereq
