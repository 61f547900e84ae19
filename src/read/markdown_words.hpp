// What the words of headings and of lines above lists announce.
#pragma once

#include <optional>
#include <string_view>

#include "prereq/roadmap.hpp"

namespace prereq {

// Headings over what is about the page and not to be learned.
bool is_about_the_page(std::string_view heading);

// The type of the resources that a heading announces; nothing for a heading over topics.
std::optional<ResourceType> announced_type(std::string_view heading);

// Whether a heading, or a line above a list, says "Resources" and no more.
bool is_over_resources(std::string_view text);

// "Goals".
bool is_over_goals(std::string_view heading);

// "Mathematics" of "Mathematics, continued"; nothing if the heading does not say so.
std::optional<std::string_view> continued_title(std::string_view heading);

// "many more", "etc": an item that stands for others.
bool is_more_of_the_same(std::string_view title);

// The heading over topics that are in no section, as prereq writes it.
inline constexpr std::string_view without_section_title = "Without a section";

}  // namespace prereq
