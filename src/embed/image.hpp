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

// An SVG as lines of a page, none of them blank.
std::string inline_svg(std::string_view svg, PageFormat format);

// The SVG in what inline_svg() wrote, whatever became of its line breaks; empty if it is none.
std::string_view svg_inside(std::string_view lines, PageFormat format);

// The page with each drawing that inline_svg() wrote as one line, which has its digest: for people
// who want to know what changed. O(size).
std::string with_short_drawings(std::string_view page);

// The id of an SVG's root; empty if it has none.
std::string_view root_id_of(std::string_view svg);

// Whether the file that is there shows what `now` shows: by the digests that both carry, else
// byte for byte.
bool shows_the_same(std::string_view there, std::string_view now);

}  // namespace prereq
