// Signs that a page writes as entities, told apart from those that it writes as they are.
//
// `(2 h)` behind a title is how long it takes; `&#40;2 h)` is part of the title, as it would be to
// a reader of the page. cmark makes no difference, so that before it reads a page each such sign
// becomes a mark: a character of a private plane, which means nothing to anybody.
#pragma once

#include <string>
#include <string_view>

namespace prereq {

// The page with a mark for each `&#NN;` of a sign or blank of ASCII. O(length).
std::string mark_entities(std::string_view page);

// With the signs that the marks stand for.
std::string without_marks(std::string_view text);

// With the entities as they were written, as in code and HTML, where they are something else. Of
// those with zeros before the number, as many as were not needed.
std::string with_entities(std::string_view text);

}  // namespace prereq
