// Text set in the cells of a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace prereq {

// Cells that printed text takes; see take_glyph() for what is printed. O(length).
std::size_t cells(std::string_view text);

// At most `width` cells of the visible text, ending in `…` when something was cut.
std::string cut_to(std::string_view text, std::size_t width);

// Lines of at most `width` cells, broken at spaces, inside a word only when it is wider than a line
// by itself (unless `keep_words`). The text made visible; never empty.
std::vector<std::string> wrap_to(std::string_view text, std::size_t width, bool keep_words = false);

// Padded with spaces before or after. Text that is too wide stays as it is.
std::string right_aligned(std::string_view text, std::size_t width);
std::string left_aligned(std::string_view text, std::size_t width);

// Select Graphic Rendition, or nothing.
class Style {
 public:
  explicit Style(bool color) : color_(color) {}
  std::string bold(std::string_view text) const { return wrap("1", text); }
  std::string dim(std::string_view text) const { return wrap("2", text); }
  std::string heading(std::string_view text) const { return wrap("1;36", text); }
  std::string good(std::string_view text) const { return wrap("32", text); }

 private:
  std::string wrap(std::string_view code, std::string_view text) const;
  bool color_;
};

}  // namespace prereq
