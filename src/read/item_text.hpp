// What one line of a Markdown list says: the title of something to learn, and where to learn it.
//
//   NumPy: [NumPy Tutorial by Google](…)            a title, a resource
//   [Algebra by Khan Academy](…) (Free)             a resource, whose title is the line's
//   Up to week 6 in [CS50 by Harvard](…)            all words are the title
//   **Computer vision**: making sense of images     a title and a note
//   [A](…) and [B](…) / [A](…) or [B](…)            both are needed / either serves
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/markdown_document.hpp"
#include "read/resource_line.hpp"

namespace prereq {

struct ItemText {
  std::string title;
  std::string note;
  std::vector<ResourceLine> resources;
  Choose choose = Choose::one;
  bool is_only_links = false;  // no words but those of its links
  bool is_navigation = false;  // it leads to another part of the page
  bool is_prose = false;       // a sentence rather than a title
  bool offers_choice = false;  // "choose one of the following"
  std::string prerequisites;   // "Requires: A, B" on a line of its own, in brackets, or as the note
};

ItemText read_item_text(const MarkdownText& text);

// Whether the words ask for one of what follows.
bool asks_for_one_of(std::string_view text);

// The parts of "A, B and C", "A; B": names that stand in a list. Those that "or" joins are in one
// group. "none" and dashes give nothing. `is_name` tells names that have a comma in them.
using IsName = std::function<bool(std::string_view)>;
std::vector<std::vector<std::string>> split_names(std::string_view text, const IsName& is_name);

// What follows "Prerequisites:" or "Requires:" (any case); nothing if the text is not about them.
std::optional<std::string_view> stated_prerequisites(std::string_view text);

}  // namespace prereq
