// The places of names in DOT text, which cgraph does not keep, and whether cgraph may have it.
//
// Follows the lexical rules of the DOT language and, loosely, its statements; what is well-formed
// is for cgraph to say.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "prereq/diagnostic.hpp"

namespace prereq {

struct DotLimits {
  std::size_t file_bytes = std::size_t{64} * 1024 * 1024;
  std::uint32_t depth = 64;  // braces inside one another
  std::uint64_t edges = 5'000'000;
  // Of these, such that a statement stands for: `{a b} -> {c d}` are four.
  std::uint64_t edges_of_braces = 1'000'000;
  std::uint64_t memberships = 5'000'000;  // of nodes, in all that is around them
  // Each node has a value for each attribute's name that the file holds, and each edge has.
  std::uint64_t attribute_values = 10'000'000;
  std::uint64_t few_attributes = 100;  // names that are not counted
  // Of a string, a comment, an HTML label, a name: more than the 100,000 characters that a text of
  // a roadmap may have, so that a longer text is cut (long_texts.hpp), not refused.
  std::size_t token_bytes = 500'000;
  std::uint32_t joined_strings = 100;  // of one "a" + "b" + …
  // Arrows of one statement, and of those around it. Each takes four of the 10,000 places on the
  // stack of Graphviz's parser; the rest is for braces inside one another.
  std::uint32_t arrows = 2'400;
};

// Where names stand first.
struct DotPlaces {
  std::map<std::string, Span> nodes;
  std::map<std::string, Span> subgraphs;
  std::map<std::pair<std::string, std::string>, Span> edges;  // of single nodes, at the first
};

// Nothing, after a complaint, if the text is too large, has open quotes, comments or braces, more
// than one graph, or names that DOT reads as several. O(n log n).
std::optional<DotPlaces> scan_dot(std::string_view text, FileId file, const DotLimits& limits,
                                  Diagnostics& diagnostics);

}  // namespace prereq
