// A seal on a picture: a digest of its own bytes, by which damage is told.
//
// An SVG has it as `data-written` in its root, a PNG in a chunk, a PDF in its last line. The digest
// is of all bytes but the seal's own. Of an SVG, line breaks count as XML reads them, so that one
// checked out with CRLF is still whole, and white space behind its end does not count.
#pragma once

#include <string>
#include <string_view>

namespace prereq {

// What the attribute of an SVG holds until the rest is known.
inline constexpr std::string_view empty_seal = "0000000000000000";

// The picture with its seal: an SVG whose root has a `data-written`, a PNG or PDF without one. What
// is no such picture stays as it is.
std::string sealed(std::string picture);

}  // namespace prereq
