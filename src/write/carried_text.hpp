// Short texts inside a PNG or PDF that readers pass over, each under a name: in a chunk of a PNG,
// in a comment at the end of a PDF.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace prereq {

// What the picture was made from (digest.hpp), and the seal on it (seal.hpp).
inline constexpr std::string_view source_text = "prereq-source";
inline constexpr std::string_view seal_text = "prereq-written";

// `png` with the text behind its header. Requires: a whole PNG, and a name and text of ASCII.
std::string png_with_text(std::string_view png, std::string_view name, std::string_view text);
// `pdf` with the text at its end. Requires: a whole PDF, and a name and one line of ASCII.
std::string pdf_with_text(std::string_view pdf, std::string_view name, std::string_view text);

// The text that one of these two put there under the name; empty if neither did. Any bytes will do.
std::string_view carried_text(std::string_view picture, std::string_view name);

bool is_png(std::string_view picture);
bool is_pdf(std::string_view picture);

// A text and what stands around it.
struct TextPlace {
  std::string_view before;
  std::string_view text;
  std::string_view after;
};
// Of a whole PNG: chunks from the header to the end, each with the right checksum, and nothing
// else. Nothing if it is none, or has no such text.
std::optional<TextPlace> text_in_whole_png(std::string_view png, std::string_view name);
bool is_whole_png(std::string_view png);
// Of a PDF whose last line the text is, behind the PDF's own end.
std::optional<TextPlace> text_in_whole_pdf(std::string_view pdf, std::string_view name);
// Whether it ends as one: comments of prereq aside.
bool is_whole_pdf(std::string_view pdf);

}  // namespace prereq
