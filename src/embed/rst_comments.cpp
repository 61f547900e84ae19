// Finds the comments of reStructuredText: `.. ` at the start of a block, with what is indented
// below it.
//
// Walks over the lines once and knows of each whether it begins a block. What is not markup is
// passed over: literal blocks, other comments, and directives that are known to show or run what
// they hold.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii_words.hpp"
#include "embed/page_comments.hpp"
#include "embed/page_lines.hpp"

namespace prereq {
namespace {

// Those of docutils, Sphinx and well-known extensions whose content is no reStructuredText.
constexpr std::string_view verbatim_directives =
    " aafig actdiag blockdiag code code-block code-cell command-output csv-table digraph ditaa "
    "doctest graph graphviz highlight ipython jinja jupyter-execute literalinclude math mermaid "
    "nwdiag parsed-literal plantuml plot productionlist program-output prompt raw seqdiag "
    "sourcecode testcleanup testcode testoutput testsetup uml ";

bool is_verbatim(std::string_view directive) {
  const std::string word = " " + std::string(directive) + " ";
  return verbatim_directives.find(word) != std::string_view::npos;
}

constexpr std::size_t tab_width = 8;
constexpr std::size_t usual_indent = 3;  // of what belongs to a directive

bool is_mark(char c) { return c > ' ' && c < '\x7F' && !is_letter_or_digit(c); }

// The columns before the first character that is not blank, which is at `length`.
std::size_t indent_of(std::string_view line, std::size_t& length) {
  std::size_t columns = 0;
  for (length = 0; length < line.size(); ++length) {
    if (line[length] == '\t') {
      columns += tab_width - columns % tab_width;
    } else if (line[length] == ' ') {
      ++columns;
    } else {
      break;
    }
  }
  return columns;
}

// The length of `- `, `12. ` or `(a) ` at the start; 0 for none.
std::size_t item_mark(std::string_view text) {
  std::size_t end = 0;
  if (text.starts_with('-') || text.starts_with('*') || text.starts_with('+')) {
    end = 1;
  } else {
    const bool in_brackets = text.starts_with('(');
    end = in_brackets ? 1 : 0;
    const std::size_t word = end;
    while (end < text.size() && is_letter_or_digit(text[end])) ++end;
    if (end == word && text.substr(end).starts_with('#')) ++end;
    const bool is_closed =
        end > word && end < text.size() && (text[end] == ')' || (text[end] == '.' && !in_brackets));
    if (!is_closed) return 0;
    ++end;
  }
  const std::size_t next = text.find_first_not_of(' ', end);
  return next == std::string_view::npos || next == end ? 0 : next;
}

// A line under or over a title.
bool is_adornment(std::string_view text) {
  return text.size() > 1 && is_mark(text.front()) &&
         text.find_first_not_of(text.front()) == std::string_view::npos;
}

// The name of the directive that `text`, which follows `.. `, begins; empty if it is something
// else.
std::string_view directive_name(std::string_view text) {
  if (text.starts_with('|')) {  // a substitution is made by a directive too
    const std::size_t end = text.find("| ", 1);
    if (end == std::string_view::npos) return {};
    text = trimmed(text.substr(end + 1));
  }
  std::size_t end = text.find("::");
  if (end == std::string_view::npos || end == 0) return {};
  const std::size_t after = end + 2;
  if (after < text.size() && text[after] != ' ') return {};
  if (text[end - 1] == ' ') --end;
  const std::string_view name = text.substr(0, end);
  const bool is_name = std::ranges::all_of(name, [](char c) {
    return is_letter_or_digit(c) || std::string_view("-_.:+").find(c) != std::string_view::npos;
  });
  return is_name ? name : std::string_view();
}

// Footnotes, citations and targets of links, whose content is markup.
bool is_labelled(std::string_view text) {
  return text.starts_with('_') ||
         (text.starts_with('[') && text.find(']') > 1 && text.find(']') != std::string_view::npos);
}

class Scanner {
 public:
  explicit Scanner(std::string_view page) : page_(page), lines_(page_lines(page)) {}

  std::vector<PageComment> scan() {
    while (at_ < lines_.size()) {
      const std::string_view line = text(at_);
      std::size_t length = 0;
      const std::size_t indent = indent_of(line, length);
      if (line.empty()) {
        paragraph_.reset();
        after_blank_ = true;
        ++at_;
      } else if (!skip_literal_block(line.substr(length), indent)) {
        block_or_line(line.substr(length), indent);
      }
    }
    return std::move(found_);
  }

 private:
  std::string_view text(std::size_t line) const { return text_of(page_, lines_[line]); }

  std::size_t indent_at(std::size_t line) const {
    std::size_t length = 0;
    return indent_of(text(line), length);
  }

  // What a paragraph announced with `::` is indented more than it, or begins each line with the
  // same mark.
  bool skip_literal_block(std::string_view content, std::size_t indent) {
    if (!after_blank_) return false;
    const auto announced = std::exchange(announced_, std::nullopt);
    if (!announced || indent < *announced) return false;
    if (indent > *announced) {
      skip_indented(*announced);
      return true;
    }
    const char mark = content.front();
    if (!is_mark(mark)) return false;
    for (; at_ < lines_.size() && !text(at_).empty(); ++at_) {
      std::size_t length = 0;
      const std::string_view line = text(at_);
      indent_of(line, length);
      if (line[length] != mark) break;
    }
    return true;
  }

  // The lines from here that are blank or indented more. Returns the one after the last of these
  // that is not blank.
  std::size_t skip_indented(std::size_t indent) {
    std::size_t end = at_;
    for (; at_ < lines_.size(); ++at_) {
      if (text(at_).empty()) continue;
      if (indent_at(at_) <= indent) break;
      end = at_ + 1;
    }
    paragraph_.reset();
    after_blank_ = end < at_;
    return end;
  }

  void block_or_line(std::string_view content, std::size_t indent) {
    const bool begins_block = after_blank_ || paragraph_ != indent;
    const bool is_explicit = content == ".." || content.starts_with(".. ");
    after_blank_ = false;
    if (!begins_block) {
      if (is_explicit) add(at_, content, lines_[at_].end, std::string(content.substr(2)), true);
      end_of_line(content, indent);
      return;
    }
    for (std::size_t mark = item_mark(content); mark > 0; mark = item_mark(content)) {
      indent += mark;
      content.remove_prefix(mark);
    }
    if (content == ".." || content.starts_with(".. ")) {
      explicit_markup(content, indent);
    } else {
      end_of_line(content, indent);
    }
  }

  // The rest of a line of a paragraph, or of what is no paragraph but as good as one.
  void end_of_line(std::string_view content, std::size_t indent) {
    paragraph_ = indent;
    if (is_adornment(content) && content != "::") paragraph_.reset();
    if (content.ends_with("::")) announced_ = indent;
    if (!content.ends_with("::")) announced_.reset();
    ++at_;
  }

  void explicit_markup(std::string_view content, std::size_t indent) {
    const std::string_view rest = trimmed(content.substr(2));
    const std::string_view directive = directive_name(rest);
    if (directive.empty() && !is_labelled(rest)) {
      comment(content, indent);
      return;
    }
    ++at_;
    paragraph_.reset();
    announced_.reset();
    if (is_verbatim(directive)) {
      skip_indented(indent);
    } else if (!rest.ends_with(std::string(directive) + "::") && rest.ends_with("::")) {
      announced_ = indent + usual_indent;
    }
  }

  void comment(std::string_view content, std::size_t indent) {
    const std::size_t first = at_++;
    const bool is_empty = content == ".." && (at_ == lines_.size() || text(at_).empty());
    std::size_t end = at_;
    paragraph_.reset();
    announced_.reset();
    if (!is_empty) end = skip_indented(indent);
    const std::size_t begin = offset_of(first, content);
    const std::size_t last = lines_[end - 1].begin + text(end - 1).size();
    add(first, content, last, std::string(page_.substr(begin + 2, last - begin - 2)), false);
  }

  // Where the rest of the line begins.
  std::size_t offset_of(std::size_t line, std::string_view content) const {
    return lines_[line].begin + text(line).size() - content.size();
  }

  void add(std::size_t line, std::string_view content, std::size_t end, std::string inner,
           bool in_text) {
    found_.push_back({offset_of(line, content), end, std::move(inner), true, in_text});
  }

  std::string_view page_;
  std::vector<PageLine> lines_;
  std::size_t at_ = 0;
  bool after_blank_ = true;
  std::optional<std::size_t> paragraph_;  // the indent of the one that may go on
  std::optional<std::size_t> announced_;  // that of the one that ended in `::`
  std::vector<PageComment> found_;
};

}  // namespace

std::vector<PageComment> find_rst_comments(std::string_view page) { return Scanner(page).scan(); }

}  // namespace prereq
