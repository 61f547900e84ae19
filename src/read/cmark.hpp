// What is cmark's, owned. Included where Markdown is parsed and nowhere else.
#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string_view>

namespace prereq {

struct FreeCmark {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using CmarkParser = std::unique_ptr<cmark_parser, FreeCmark>;
using CmarkNode = std::unique_ptr<cmark_node, FreeCmark>;
using CmarkIterator = std::unique_ptr<cmark_iter, FreeCmark>;

// The text that a node holds itself; empty if it is made of other nodes.
inline std::string_view literal_of(cmark_node* node) {
  const char* const literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view() : literal;
}

}  // namespace prereq
