// Finds the comments of MDX: `{/* … */}`.
//
// Goes over the page's characters, past code, tags of JSX, other expressions in braces, and the
// imports and exports at the start of paragraphs. JavaScript is read as far as it takes to find
// where a brace is closed: strings, templates and comments.
#include <algorithm>
#include <map>

#include "base/ascii_words.hpp"
#include "embed/page_comments.hpp"
#include "embed/page_lines.hpp"

namespace prereq {
namespace {

// How much of a line are the marks of what it is in: blanks, `>`, `-` and `1.`.
std::size_t container_marks(std::string_view line) {
  std::size_t at = 0;
  for (;;) {
    const std::size_t next = std::min(line.find_first_not_of(" \t", at), line.size());
    const std::string_view rest = line.substr(next);
    const bool is_bullet =
        rest.starts_with("- ") || rest.starts_with("* ") || rest.starts_with("+ ");
    const auto digits = static_cast<std::size_t>(
        std::find_if_not(rest.begin(), rest.end(), is_digit) - rest.begin());
    const bool is_number = digits > 0 && digits < 10 && digits + 1 < rest.size() &&
                           (rest[digits] == '.' || rest[digits] == ')') && rest[digits + 1] == ' ';
    if (rest.starts_with('>')) {
      at = next + 1;
    } else if (is_bullet) {
      at = next + 2;
    } else if (is_number) {
      at = next + digits + 2;
    } else {
      return next;
    }
  }
}

// The fence of a block of code that the line begins, such as "~~~~"; empty if it begins none.
std::string_view fence_of(std::string_view line) {
  const char mark = line.empty() ? ' ' : line.front();
  if (mark != '`' && mark != '~') return {};
  const std::string_view fence =
      line.substr(0, std::min(line.find_first_not_of(mark), line.size()));
  const bool has_ticks_behind =
      mark == '`' && line.find('`', fence.size()) != std::string_view::npos;
  return fence.size() < 3 || has_ticks_behind ? std::string_view() : fence;
}

// Reads JavaScript as far as is needed to leave it again.
class Script {
 public:
  Script(std::string_view page, std::size_t at) : page_(page), at_(at) {}

  // From behind a `{` to behind its `}`; to the end of the page if there is none.
  std::size_t skip_braces() {
    std::size_t open = 1;
    while (at_ < page_.size() && open > 0) {
      const char c = page_[at_];
      if (skip_text()) continue;
      if (c == '{') ++open;
      if (c == '}') --open;
      ++at_;
    }
    return at_;
  }

  // Whether a string, a template or a comment begins here; then goes behind it.
  bool skip_text() {
    const std::string_view rest = page_.substr(at_);
    if (rest.starts_with("/*")) {
      skip_past("*/", 2);
    } else if (rest.starts_with("//")) {
      skip_past("\n", 2);
    } else if (rest.starts_with('`')) {
      skip_template();
    } else if (rest.starts_with('"') || rest.starts_with('\'')) {
      skip_string();
    } else {
      return false;
    }
    return true;
  }

  std::size_t at() const { return at_; }

 private:
  void skip_past(std::string_view end, std::size_t from) {
    const std::size_t found = page_.find(end, at_ + from);
    at_ = found == std::string_view::npos ? page_.size() : found + end.size();
  }

  // A string ends with its line at the latest.
  void skip_string() {
    const char quote = page_[at_++];
    for (; at_ < page_.size() && page_[at_] != '\n'; ++at_) {
      if (page_[at_] == '\\') {
        ++at_;
      } else if (page_[at_] == quote) {
        ++at_;
        return;
      }
    }
  }

  // Templates within templates end where the outer one seems to: deeper nesting is not followed.
  void skip_template() {
    for (++at_; at_ < page_.size(); ++at_) {
      if (page_[at_] == '\\') {
        ++at_;
      } else if (page_[at_] == '`') {
        ++at_;
        return;
      }
    }
    at_ = std::min(at_, page_.size());
  }

  std::string_view page_;
  std::size_t at_;
};

class Scanner {
 public:
  explicit Scanner(std::string_view page) : page_(page), lines_(page_lines(page)) {}

  std::vector<PageComment> scan() {
    while (line_ < lines_.size()) {
      const std::string_view whole = text_of(page_, lines_[line_]);
      const std::size_t marks = container_marks(whole);
      const std::string_view content = whole.substr(std::min(marks, whole.size()));
      if (const std::string_view fence = fence_of(content); !fence.empty()) {
        skip_fenced(fence, whole.size() - content.size());
      } else if (after_blank_ && is_module_code(whole)) {
        skip_module_code();
      } else {
        after_blank_ = content.empty();
        inline_content(lines_[line_].begin + marks);
      }
    }
    return std::move(found_);
  }

 private:
  static bool is_module_code(std::string_view line) {
    return line.starts_with("import ") || line.starts_with("export ") ||
           line.starts_with("import{") || line.starts_with("export{");
  }

  // To the fence that closes it, or to the end of the quotation or the item that it is in.
  void skip_fenced(std::string_view fence, std::size_t column) {
    const std::string_view opening = text_of(page_, lines_[line_]);
    const bool in_quotation = trimmed(opening).starts_with('>');
    const bool in_item = !in_quotation && opening.find_first_not_of(" \t") < column;
    for (++line_; line_ < lines_.size(); ++line_) {
      const std::string_view line = text_of(page_, lines_[line_]);
      if (in_quotation && !trimmed(line).starts_with('>')) break;
      const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
      if (in_item && !line.empty() && indent < column) break;
      const std::string_view content =
          in_quotation ? line.substr(std::min(container_marks(line), line.size())) : trimmed(line);
      const bool closes = content.size() >= fence.size() &&
                          content.find_first_not_of(fence.front()) == std::string_view::npos;
      if (closes) {
        ++line_;
        break;
      }
    }
    after_blank_ = true;
  }

  // To the first blank line outside of brackets.
  void skip_module_code() {
    Script script(page_, lines_[line_].begin);
    std::size_t at = script.at();
    std::ptrdiff_t open = 0;
    while (at < page_.size()) {
      Script part(page_, at);
      if (part.skip_text()) {
        at = part.at();
        continue;
      }
      const char c = page_[at];
      if (c == '{' || c == '(' || c == '[') ++open;
      if (c == '}' || c == ')' || c == ']') --open;
      ++at;
      if (c == '\n' && open <= 0 && is_blank_line(at)) break;
    }
    go_to_line_of(at);
    after_blank_ = true;
  }

  bool is_blank_line(std::size_t at) const {
    const std::size_t next = page_.find_first_not_of(" \t", at);
    return next == std::string_view::npos || page_[next] == '\n' || page_[next] == '\r';
  }

  // The first line that begins there or later.
  void go_to_line_of(std::size_t at) {
    while (line_ < lines_.size() && lines_[line_].begin < at) ++line_;
  }

  // From `at` to the end of its line, or of the line in which something ends that begins here.
  void inline_content(std::size_t at) {
    std::size_t end = lines_[line_].end;
    bool at_start = true;  // of the line's content
    while (at < end) {
      const std::size_t before = at;
      switch (page_[at]) {
        case '\\': at = std::min(at + 2, end); break;
        case '`': at = behind_code(at); break;
        case '{': at = behind_braces(at, at_start); break;
        case '<': at = behind_tag(at); break;
        default: ++at;
      }
      at_start = at_start && is_blank(page_[before]);
      while (at > end && line_ + 1 < lines_.size()) end = lines_[++line_].end;
    }
    ++line_;
  }

  // Code in the line goes on to as many ticks, in the same paragraph.
  std::size_t behind_code(std::size_t at) {
    const std::size_t ticks = ticks_at(at);
    look_for_ticks();
    const auto& places = places_of_ticks_[ticks];
    const auto close = std::upper_bound(places.begin(), places.end(), at);
    return (close == places.end() ? at : *close) + ticks;
  }

  std::size_t ticks_at(std::size_t at) const {
    return std::min(page_.find_first_not_of('`', at), page_.size()) - at;
  }

  // Once for each paragraph, where it has how many in a row.
  void look_for_ticks() {
    if (lines_[line_].end <= paragraph_end_) return;
    std::size_t last = line_;
    while (last + 1 < lines_.size() && !text_of(page_, lines_[last + 1]).empty()) ++last;
    paragraph_end_ = lines_[last].end;
    places_of_ticks_.clear();
    for (std::size_t at = page_.find('`', lines_[line_].begin); at < paragraph_end_;
         at = page_.find('`', at + ticks_at(at))) {
      places_of_ticks_[ticks_at(at)].push_back(at);
    }
  }

  std::size_t behind_braces(std::size_t at, bool at_start) {
    const std::size_t end = Script(page_, at + 1).skip_braces();
    const bool closed = page_[end - 1] == '}' && end > at + 1;
    std::string_view inner = page_.substr(at + 1, end - at - (closed ? 2 : 1));
    inner = trimmed(inner);
    if (!inner.starts_with("/*")) return end;
    inner.remove_prefix(2);
    const std::size_t close = inner.find("*/");
    if (close == std::string_view::npos) {
      found_.push_back({at, end, std::string(inner), false, false});
    } else if (close + 2 == inner.size() && closed) {
      found_.push_back({at, end, std::string(inner.substr(0, close)), true, !at_start});
    }
    return end;
  }

  // Behind a tag of JSX; behind the `<` where there is none.
  std::size_t behind_tag(std::size_t at) const {
    const char next = at + 1 < page_.size() ? page_[at + 1] : ' ';
    if (!is_letter(next) && next != '/' && next != '>' && next != '_' && next != '$') return at + 1;
    char quote = 0;
    for (++at; at < page_.size(); ++at) {
      const char c = page_[at];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '{') {
        at = Script(page_, at + 1).skip_braces() - 1;
      } else if (c == '>') {
        return at + 1;
      }
    }
    return page_.size();
  }

  std::string_view page_;
  std::vector<PageLine> lines_;
  std::size_t line_ = 0;
  bool after_blank_ = true;
  std::size_t paragraph_end_ = 0;  // of the one that was looked through for ticks
  std::map<std::size_t, std::vector<std::size_t>> places_of_ticks_;  // by their number
  std::vector<PageComment> found_;
};

}  // namespace

std::vector<PageComment> find_mdx_comments(std::string_view page) { return Scanner(page).scan(); }

}  // namespace prereq
