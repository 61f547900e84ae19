#include "read/dot_scan.hpp"

#include <fmt/format.h>

#include <set>
#include <utility>
#include <vector>

#include "base/ascii_words.hpp"
#include "base/shown.hpp"
#include "base/utf8.hpp"
#include "read/dot_tokens.hpp"
#include "read/text_check.hpp"

namespace prereq {
namespace {

class DotScanner {
 public:
  DotScanner(std::string_view text, FileId file, const DotLimits& limits, Diagnostics& diagnostics)
      : limits_(limits),
        diagnostics_(diagnostics),
        tokens_(text, file, limits.token_bytes, diagnostics) {}

  std::optional<DotPlaces> scan() {
    while (advance()) {
      if (token_.kind == DotTokenKind::end) {
        if (scopes_.empty()) return finish();
        complain(Code::syntax, "the graph that starts here is never closed", scopes_.back().start);
        return std::nullopt;
      }
      if (!take()) return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  // One side of an edge: a node, or a subgraph with its nodes.
  struct Side {
    std::uint64_t nodes = 0;
    std::string name;  // of a single node
    Span span;
  };
  // What stands between braces.
  struct Scope {
    Span start;
    std::string name;
    std::uint64_t nodes = 0;
    Side left;
    std::uint64_t opposite = 0;  // nodes on the other side of the arrow that leads to `left`
    bool after_arrow = false;
    bool after_comma = false;
    std::uint32_t arrows = 0;  // of the statement that is being read
  };

  std::optional<DotPlaces> finish() {
    if (has_broken_names_) return std::nullopt;
    const std::uint64_t things = places_.nodes.size() + subgraphs_ + edges_;
    const std::uint64_t names = attributes_.size();
    if (names > limits_.few_attributes && names * things > limits_.attribute_values) {
      complain(Code::too_large,
               fmt::format("{} names of attributes, of which each node and each edge has a value",
                           names),
               last_attribute_);
      return std::nullopt;
    }
    return std::move(places_);
  }

  bool advance() {
    if (ahead_) {
      token_ = *std::exchange(ahead_, std::nullopt);
      return true;
    }
    auto next = tokens_.next();
    if (!next) return false;
    token_ = std::move(*next);
    if (!token_.broken_name.empty() && is_graph_) report_broken_name();
    if (token_.parts <= limits_.joined_strings) return true;
    complain(Code::too_large, "more strings joined by '+' than prereq reads", token_.span);
    return false;
  }
  // The token after the current one, which stays the next.
  bool peek() {
    if (!ahead_) ahead_ = tokens_.next();
    return ahead_.has_value();
  }
  bool next_is(char mark) const {
    return ahead_->kind == DotTokenKind::mark && ahead_->text.front() == mark;
  }

  void report_broken_name() {
    has_broken_names_ = true;
    Span span = token_.span;
    span.end.column =
        span.begin.column + static_cast<std::uint32_t>(count_code_points(token_.broken_name));
    complain(Code::syntax,
             "put '" + shown(token_.broken_name) +
                 "' in quotes: without them DOT does not read it as one name",
             span);
  }

  void complain(Code code, std::string message, Span span) {
    diagnostics_.add(code, span, std::move(message));
  }

  bool take() {
    switch (token_.kind) {
      case DotTokenKind::arrow: return scopes_.empty() || take_arrow();
      case DotTokenKind::mark: return take_mark(token_.text.front());
      case DotTokenKind::word: return take_word();
      default: return take_name();
    }
  }

  bool take_arrow() {
    scopes_.back().after_arrow = true;
    ++scopes_.back().arrows;
    if (++arrows_ <= limits_.arrows) return true;
    complain(Code::too_large,
             "a chain of more than " + std::to_string(limits_.arrows) +
                 " arrows: split it into several statements",
             token_.span);
    return false;
  }

  void end_statement() {
    arrows_ -= std::exchange(scopes_.back().arrows, 0);
    scopes_.back().after_arrow = false;
    scopes_.back().after_comma = false;
  }

  bool take_mark(char mark) {
    if (mark == '{') return open_scope({});
    if (mark == '}') return close_scope();
    if (mark == '[') return skip_attributes();
    if (mark == ';' && !scopes_.empty()) end_statement();
    if (mark == ',' && !scopes_.empty()) scopes_.back().after_comma = true;
    return true;
  }

  bool take_word() {
    const std::string word = in_lower_case(token_.text);
    if (scopes_.empty()) {
      if (word != "graph" && word != "digraph" && word != "strict") return true;
      is_graph_ = true;
      if (is_closed_) complain(Code::syntax, "expected one graph, found another one", token_.span);
      return !is_closed_;
    }
    if (word == "subgraph") return take_subgraph();
    if (word == "node" || word == "edge" || word == "graph") return true;
    return take_name();
  }

  // `ID = value` names no node, nor do `: port : compass` behind one.
  bool take_name() {
    Side side{1, std::move(token_.text), token_.span};
    if (!peek()) return false;
    if (next_is('=')) {
      note_attribute(side.name, side.span);
      return advance() && advance();
    }
    while (next_is(':')) {
      if (!advance() || !advance() || !peek()) return false;
    }
    if (scopes_.empty()) return true;
    places_.nodes.try_emplace(side.name, side.span);
    return add_side(std::move(side));
  }

  bool take_subgraph() {
    if (!peek()) return false;
    std::string name;
    if (!next_is('{')) {
      if (!advance()) return false;
      name = token_.text;
      places_.subgraphs.try_emplace(name, token_.span);
      if (!peek()) return false;
    }
    return !next_is('{') || (advance() && open_scope(std::move(name)));
  }

  bool open_scope(std::string name) {
    if (scopes_.size() >= limits_.depth) {
      complain(Code::too_large,
               "braces inside one another more than " + std::to_string(limits_.depth) + " deep",
               token_.span);
      return false;
    }
    if (!scopes_.empty() && !scopes_.back().after_arrow) end_statement();
    ++subgraphs_;
    Scope& opened = scopes_.emplace_back();
    opened.start = token_.span;
    opened.name = std::move(name);
    return true;
  }

  bool close_scope() {
    if (scopes_.empty()) {
      complain(Code::syntax, "expected no more after the graph, found '}'", token_.span);
      return false;
    }
    end_statement();
    const Scope closed = std::move(scopes_.back());
    scopes_.pop_back();
    if (scopes_.empty()) {
      is_closed_ = true;
      return true;
    }
    std::uint64_t nodes = closed.nodes;
    if (!closed.name.empty()) nodes = nodes_of_[closed.name] += nodes;
    return add_side({nodes, {}, closed.start});
  }

  // Names in attributes are no nodes.
  bool skip_attributes() {
    while (advance()) {
      if (token_.kind == DotTokenKind::end) return true;
      if (token_.kind == DotTokenKind::mark) {
        if (token_.text.front() == ']') return true;
        continue;
      }
      if (!peek()) return false;
      if (next_is('=')) note_attribute(token_.text, token_.span);
    }
    return false;
  }

  void note_attribute(const std::string& name, Span span) {
    if (attributes_.insert(name).second) last_attribute_ = span;
  }

  bool complain_of_count(std::uint64_t most, std::string_view what, Span span) {
    complain(Code::too_large, fmt::format("more than {} {}", most, what), span);
    return false;
  }

  bool add_side(Side side) {
    Scope& scope = scopes_.back();
    const bool joins = std::exchange(scope.after_comma, false);
    if (!joins && !scope.after_arrow) end_statement();
    if (!joins) scope.opposite = scope.after_arrow ? scope.left.nodes : 0;
    const std::uint64_t edges = scope.opposite * side.nodes;
    edges_ += edges;
    if (edges > 1) edges_of_braces_ += edges;
    if (edges_ > limits_.edges) return complain_of_count(limits_.edges, "edges", side.span);
    if (edges_of_braces_ > limits_.edges_of_braces) {
      return complain_of_count(limits_.edges_of_braces, "edges between what stands in braces",
                               side.span);
    }
    if (!side.name.empty() && (memberships_ += scopes_.size()) > limits_.memberships) {
      return complain_of_count(limits_.memberships, "places of nodes in boxes inside one another",
                               side.span);
    }
    scope.nodes += side.nodes;
    if (joins) {
      scope.left.nodes += side.nodes;
      scope.left.name.clear();
      return true;
    }
    if (scope.after_arrow && !scope.left.name.empty() && !side.name.empty()) {
      places_.edges.try_emplace({scope.left.name, side.name}, scope.left.span);
    }
    scope.after_arrow = false;
    scope.left = std::move(side);
    return true;
  }

  const DotLimits& limits_;
  Diagnostics& diagnostics_;
  DotTokens tokens_;
  DotToken token_;
  std::optional<DotToken> ahead_;
  std::vector<Scope> scopes_;
  std::map<std::string, std::uint64_t> nodes_of_;  // subgraphs with a name
  std::uint64_t edges_ = 0;
  std::uint64_t edges_of_braces_ = 0;
  std::uint64_t memberships_ = 0;
  std::uint64_t subgraphs_ = 0;
  std::set<std::string> attributes_;  // names
  Span last_attribute_;               // where the last new one stands
  std::uint32_t arrows_ = 0;          // of the statements that are being read
  bool is_graph_ = false;             // it begins like one
  bool is_closed_ = false;
  bool has_broken_names_ = false;
  DotPlaces places_;
};

}  // namespace

std::optional<DotPlaces> scan_dot(std::string_view text, FileId file, const DotLimits& limits,
                                  Diagnostics& diagnostics) {
  if (is_too_large(text, limits.file_bytes, "a DOT file", file, diagnostics)) return std::nullopt;
  return DotScanner(text, file, limits, diagnostics).scan();
}

}  // namespace prereq
