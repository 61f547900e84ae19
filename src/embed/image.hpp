// A picture in a page, and what tells whether it is the one that would be drawn now.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "prereq/page_report.hpp"

namespace prereq {

// The path of a file as part of a URL.
std::string url_of_path(std::string_view name);

// The lines of an image with its alternative text. It links to its own file, where its links work,
// or to the URL `link`, or to nothing if that is empty. `name` is the file's path from the page.
std::string image_line(std::string_view name, std::string_view alt,
                       const std::optional<std::string>& link, PageFormat format);

// An SVG as lines of a page, none of them blank. The fingerprint of its bytes is that of what
// stands in the page.
std::string inline_svg(std::string_view svg, PageFormat format);

// The SVG in what inline_svg() wrote, whatever became of its line breaks, without the white space
// that the lines of its page begin with; empty if it is none.
std::string svg_inside(std::string_view lines, PageFormat format);

// The page with each drawing that inline_svg() wrote as one line, which has its digest, and says if
// it was changed: for people who want to know what differs. O(size).
std::string with_short_drawings(std::string_view page);

// The id of an SVG's root; empty if it has none.
std::string_view root_id_of(std::string_view svg);

// Why the picture that is there is not as good as `now`, which prereq has just drawn; empty if it
// is: the same bytes, or whole and of the same, as another Graphviz lays it out (digest.hpp).
std::string why_stale(std::string_view there, std::string_view now);

// Whether it is a picture that prereq drew, also if it was cut, or left with the marks of a merge
// at its beginning; or nothing that anybody could look at.
bool may_be_replaced(std::string_view picture);

}  // namespace prereq
