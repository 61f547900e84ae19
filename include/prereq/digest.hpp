// Two fingerprints that a picture carries: of what it was made from, and of its own bytes.
//
// The first, `data-source` of an SVG, tells a stale picture from one that another release of
// Graphviz merely laid out differently: it covers everything that is drawn, the options, and the
// revision of prereq's own drawing, but no coordinates. The second, `data-written`, tells a picture
// that was cut short, merged or edited from one that is as prereq wrote it. A PNG has them in
// chunks, a PDF in its last lines. They are no cryptographic hashes: who wants to can make a
// picture that looks whole.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "prereq/arrange.hpp"
#include "prereq/svg.hpp"
#include "prereq/view.hpp"

namespace prereq {

// 16 hexadecimal digits; the same on every machine. SvgOptions::source_digest is left out of it.
// O(size of the view).
std::string source_digest(const View& view, const ArrangeOptions& arrange_options,
                          const SvgOptions& svg_options);

// The digest in the root of a text that begins with an SVG, or what svg_to_png() and svg_to_pdf()
// took over of it, with the scale behind it; empty if there is none. Equal for pictures of the
// same.
std::string_view carried_digest(std::string_view picture);

enum class PictureState : std::uint8_t {
  whole,     // as prereq wrote it
  changed,   // or cut, or no picture any more
  unsealed,  // carries no fingerprint of its bytes: by an older prereq, or another hand
};

// Of a PNG also the structure is looked at, chunk by chunk, with their checksums, and of a PDF that
// it has its end. The line breaks of an SVG may be CRLF, as version control makes them, and white
// space may follow it: XML reads the same. O(size).
PictureState picture_state(std::string_view picture);

}  // namespace prereq
