// Texts that mean something else in XML, DOT or a terminal, and a view that is full of them.
#pragma once

#include <string>
#include <vector>

#include "prereq/view.hpp"

namespace prereq::testing {

// Markup, escapes, control characters, malformed UTF-8.
std::vector<std::string> hostile_texts();

// A small view of every kind of card, edge and section with `text` in every field but ids, which
// are a, b, … and s; of edges, `because` too.
View view_with(const std::string& text);

}  // namespace prereq::testing
