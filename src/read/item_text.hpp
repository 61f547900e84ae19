// What one line of a Markdown list says: the title of something to learn, and where to learn it.
//
//   NumPy: [NumPy Tutorial by Google](…)            a title, a resource
//   [Algebra by Khan Academy](…) (Free)             a resource, whose title is the line's
//   Up to week 6 in [CS50 by Harvard](…)            all words are the title
//   [Algebra](…) by Khan Academy                    the maker may stand behind the link
//   Algebra (40 h, optional)                        a title, how long it takes, and its level
//   **Computer vision**: making sense of images     a title and a note
//   [A](…) and [B](…) / [A](…) or [B](…)            both are needed / either serves
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/item_details.hpp"
#include "read/markdown_document.hpp"
#include "read/resource_line.hpp"

namespace prereq {

struct ItemText {
  std::string title;
  std::string note;
  std::vector<ResourceLine> resources;
  Choose choose = Choose::one;
  bool is_only_links = false;       // no words but those of its links
  bool is_navigation = false;       // it leads to another part of the page
  bool is_prose = false;            // a sentence rather than a title
  bool has_facts = false;           // it says how long it takes, or its level
  bool offers_choice = false;       // "choose one of the following"
  std::optional<HoursRange> hours;  // behind the title, in brackets; as is the level
  std::optional<Level> level;
  std::vector<ItemDetail>
      details;  // "Requires: A, B" on a line of its own, in brackets, or as the note
};

ItemText read_item_text(const MarkdownText& written);

// What its lines say about the item or heading that a paragraph stands under, if the first one
// does.
std::vector<ItemDetail> details_of_lines(const MarkdownText& text);

// Whether the words ask for one of what follows.
bool asks_for_one_of(std::string_view text);

}  // namespace prereq
