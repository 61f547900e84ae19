// The words in a piece of HTML.
#pragma once

#include <string>
#include <string_view>

namespace prereq {

// `&amp;`, `&eacute;`, `&#10;`, `&#xA;`: those with names are HTML 4's; others stay as they are.
std::string without_entities(std::string_view text);

// Runs of blanks and line ends as one space, none at the ends.
std::string on_one_line(std::string_view text);

// What stands between the tags, on one line.
std::string html_words(std::string_view html);

}  // namespace prereq
