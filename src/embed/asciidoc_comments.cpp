// Finds the comments of AsciiDoc: lines that begin with `//`, outside of blocks that show what they
// hold.
//
// Walks over the lines once, with the ends of the blocks that are open. A block ends at the first
// line that is like its first one, whatever is in it.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/ascii_words.hpp"
#include "base/utf8.hpp"
#include "embed/page_comments.hpp"
#include "embed/page_lines.hpp"

namespace prereq {
namespace {

// What a block holds: text as it is, blocks of its own, or cells.
enum class Content : std::uint8_t { verbatim, blocks, cells };

struct Delimiter {
  std::string end;  // the line that ends the block
  Content content = Content::verbatim;
};

// Styles of blocks and paragraphs whose text is shown as it is, run by others, or left out.
constexpr std::string_view verbatim_styles =
    " a2s asciimath blockdiag comment ditaa erd graphviz latexmath listing literal mermaid pass "
    "plantuml seqdiag source stem svgbob vega vegalite verse wavedrom ";

bool is_run_of(std::string_view line, char c) {
  return line.find_first_not_of(c) == std::string_view::npos;
}

// Nothing in `end` if the line begins no block.
Delimiter delimiter_of(std::string_view line) {
  if (line == "--") return {"--", Content::blocks};
  if (line.starts_with("```") && line.find('`', 3) == std::string_view::npos) {
    return {"```", Content::verbatim};
  }
  if (line.size() < 4) return {};
  if (line.substr(1) == "===" && std::string_view("|,:!").find(line[0]) != std::string_view::npos) {
    return {std::string(line), Content::cells};
  }
  if (!is_run_of(line, line.front())) return {};
  switch (line.front()) {
    case '-':
    case '.':
    case '+':
    case '/': return {std::string(line), Content::verbatim};
    case '=':
    case '*':
    case '_': return {std::string(line), Content::blocks};
    default: return {};
  }
}

// Whether `line` underlines the title `above`.
bool is_underline(std::string_view line, std::string_view above) {
  if (line.size() < 2 || !is_run_of(line, line.front())) return false;
  if (std::string_view("=-~^+").find(line.front()) == std::string_view::npos) return false;
  const auto length = static_cast<std::ptrdiff_t>(count_code_points(above));
  const auto difference = length - static_cast<std::ptrdiff_t>(line.size());
  return difference >= -1 && difference <= 1;
}

bool is_attribute_line(std::string_view line) {
  return line.starts_with('[') && line.ends_with(']') && !line.starts_with("[[");
}

// The style in `[source,yaml]` or `[listing.role#id%option]`.
std::string_view style_of(std::string_view line) {
  const std::string_view list = line.substr(1, line.size() - 2);
  return trimmed(list.substr(0, list.find_first_of(",.#%")));
}

bool is_verbatim_style(std::string_view style) {
  return verbatim_styles.find(" " + std::string(style) + " ") != std::string_view::npos;
}

class Scanner {
 public:
  explicit Scanner(std::string_view page) : page_(page), lines_(page_lines(page)) {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Delimiter delimiter = delimiter_of(text(i));
      if (!delimiter.end.empty() && delimiter.end == text(i)) {
        delimiters_[delimiter.end].push_back(i);
      }
    }
  }

  std::vector<PageComment> scan() {
    skip_header();
    while (at_ < lines_.size()) {
      if (!ends_.empty() && at_ == ends_.back().line) {
        ends_.pop_back();
        end_paragraph();
        ++at_;
      } else {
        line(text(at_));
      }
    }
    return std::move(found_);
  }

 private:
  struct OpenBlock {
    std::size_t line = 0;  // that ends it, or that of the page's end
    bool has_cells = false;
  };

  std::string_view text(std::size_t line) const { return text_of(page_, lines_[line]); }

  // From the document's title to the first blank line, with authors, attributes and comments.
  void skip_header() {
    std::size_t first = 0;
    while (first < lines_.size() && (text(first).empty() || text(first).starts_with("//"))) ++first;
    if (first == lines_.size() || !text(first).starts_with("= ")) return;
    // Comments that are apart from the title are before the header.
    std::size_t begin = first;
    while (begin > 0 && !text(begin - 1).empty()) --begin;
    header_begin_ = begin;
    header_end_ = first;
    while (header_end_ < lines_.size() && !text(header_end_).empty()) ++header_end_;
  }

  bool is_in_header(std::size_t line) const { return line >= header_begin_ && line < header_end_; }

  void end_paragraph() {
    title_ = {};
    in_paragraph_ = false;
    is_verbatim_ = false;
    style_ = {};
  }

  void line(std::string_view line) {
    if (line.empty()) {
      if (in_paragraph_) end_paragraph();
      ++at_;
    } else if (is_in_header(at_)) {
      ++at_;
    } else if (line.starts_with("//") && !line.starts_with("///")) {
      comment(line);
    } else if (!title_.empty() && is_underline(line, title_)) {
      end_paragraph();
      ++at_;
    } else if (const Delimiter delimiter = delimiter_of(line); !delimiter.end.empty()) {
      block(delimiter);
    } else {
      text_line(line);
    }
  }

  void comment(std::string_view line) {
    if (is_verbatim_ || (is_verbatim_style(style_) && !in_paragraph_)) {
      text_line(line);
      return;
    }
    const bool in_cells =
        std::ranges::any_of(ends_, [](const OpenBlock& each) { return each.has_cells; });
    found_.push_back({lines_[at_].begin, lines_[at_].begin + line.size(),
                      std::string(line.substr(2)), true, in_cells});
    ++at_;
  }

  void block(const Delimiter& delimiter) {
    const std::size_t limit = ends_.empty() ? lines_.size() : ends_.back().line;
    const auto& places = delimiters_[delimiter.end];
    const auto next = std::upper_bound(places.begin(), places.end(), at_);
    const std::size_t end = next == places.end() ? limit : std::min(limit, *next);
    const bool is_verbatim = delimiter.content == Content::verbatim || is_verbatim_style(style_);
    end_paragraph();
    if (is_verbatim) {
      at_ = end < limit ? end + 1 : limit;
      return;
    }
    ++at_;
    // One that is not ended is left with the block around it.
    if (end < limit) ends_.push_back({end, delimiter.content == Content::cells});
  }

  void text_line(std::string_view line) {
    const bool begins = !in_paragraph_;
    if (begins && is_attribute_line(line)) {
      style_ = style_of(line);
    } else if (begins && line.size() > 1 && line[0] == '.' && line[1] != '.' && line[1] != ' ') {
      // A block's title comes between its attributes and itself.
    } else {
      if (begins) is_verbatim_ = is_verbatim_style(style_) || is_blank(page_[lines_[at_].begin]);
      // There are no sections inside of blocks.
      title_ = begins && ends_.empty() ? line : std::string_view();
      in_paragraph_ = true;
    }
    ++at_;
  }

  std::string_view page_;
  std::vector<PageLine> lines_;
  std::map<std::string, std::vector<std::size_t>> delimiters_;  // the lines that are alike
  std::size_t at_ = 0;
  std::size_t header_begin_ = 0;
  std::size_t header_end_ = 0;
  std::vector<OpenBlock> ends_;  // of the blocks that are open, the innermost last
  std::string_view style_;       // of the block that is to come
  bool in_paragraph_ = false;
  bool is_verbatim_ = false;  // the paragraph is
  std::string_view title_;    // the line before, if it could be one
  std::vector<PageComment> found_;
};

}  // namespace

std::vector<PageComment> find_asciidoc_comments(std::string_view page) {
  return Scanner(page).scan();
}

}  // namespace prereq
