// The attributes of a DOT statement, in brackets, and those that say what a card is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "prereq/view.hpp"

namespace prereq {

class DotAttributes {
 public:
  // Behind what stands in `out`, which outlives this.
  explicit DotAttributes(std::string& out) : out_(out) {}

  // As it is to be read; quoted if need be.
  DotAttributes& value(std::string_view name, std::string_view text);
  // Author text.
  DotAttributes& text(std::string_view name, std::string_view text);
  // Requires: safe_href() made it.
  DotAttributes& address(std::string_view name, std::string_view href);
  // Well-formed already.
  DotAttributes& literal(std::string_view name, std::string_view written);
  // The statement's end; without brackets if there are no attributes.
  void end();

 private:
  void begin(std::string_view name);

  std::string& out_;
  bool is_empty_ = true;
};

// What it is: `hours`, `level`, `class`.
void add_kind(DotAttributes& attributes, const ViewCard& card);
// Where a learner stands with it and what is wrong with it, as styles.
void add_look(DotAttributes& attributes, const ViewCard& card);
// Of an edge, what kind it is too; `is_dead_end` for one that leads to a choice, without an arrow.
void add_look(DotAttributes& attributes, const ViewEdge& edge, bool is_dead_end);
// `URL` and `tooltip`.
void add_links(DotAttributes& attributes, const ViewCard& card);
// The lines of one, if there are any.
void add_tooltip(DotAttributes& attributes, const std::vector<std::string>& lines);

}  // namespace prereq
