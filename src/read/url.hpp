// Which addresses a roadmap may point to, and how they may stand in a page.
//
// What an author writes is read by many programs: Markdown engines decode entities and drop
// backslashes, browsers drop tabs and line breaks. An address is judged as each of them could come
// to read it: it is fit only if all of them are led to `http`, `https`, `mailto` or to a place
// relative to the page.
#pragma once

#include <string>
#include <string_view>

namespace prereq {

// Why the text is no URL that a roadmap may have, as a message; empty for a good one, and for no
// text at all. A network path (`//host/x`) is no relative place: from a file it leads to another
// machine's files. O(length).
std::string url_complaint(std::string_view url);

// Whether what it leads to depends on the folder that it is read in.
bool is_relative_url(std::string_view url);

// `url` as the value of href, blanks and controls percent-encoded; empty if url_complaint() has
// anything to say about that.
std::string safe_href(std::string_view url);

// A relative address that was put together from parts, with './' before it where its beginning
// could be taken for a scheme.
std::string as_relative_url(std::string address);

}  // namespace prereq
