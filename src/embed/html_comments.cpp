#include "embed/html_comments.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii_words.hpp"

namespace prereq {
namespace {

// Whose content is no markup, up to the closing tag.
constexpr std::array<std::string_view, 9> text_elements = {
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext",
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

class Scanner {
 public:
  explicit Scanner(std::string_view html) : html_(html) {}

  std::vector<HtmlComment> scan() {
    while (at_ < html_.size()) {
      at_ = html_.find('<', at_);
      if (at_ == std::string_view::npos) break;
      const std::string_view rest = html_.substr(at_);
      if (rest.starts_with("<!--")) {
        comment();
      } else if (rest.starts_with("<![CDATA[") && in_foreign_) {
        skip_past("]]>");
      } else if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '?')) {
        skip_past(">");
      } else if (rest.size() > 1 && (is_letter(rest[1]) || rest[1] == '/')) {
        tag();
      } else {
        ++at_;
      }
    }
    return std::move(comments_);
  }

 private:
  void skip_past(std::string_view end) {
    const std::size_t found = html_.find(end, at_);
    at_ = found == std::string_view::npos ? html_.size() : found + end.size();
  }

  // Ends where a browser sees the end: `<!-->` and `<!--->` are whole comments.
  void comment() {
    const std::size_t begin = at_;
    std::size_t inner_end = 0;
    for (const std::string_view whole : {"<!-->", "<!--->"}) {
      if (html_.substr(begin).starts_with(whole)) {
        at_ = begin + whole.size();
        return;
      }
    }
    inner_end = html_.find("--", begin + 4);
    while (inner_end != std::string_view::npos) {
      for (const std::string_view end : {"-->", "--!>"}) {
        if (!html_.substr(inner_end).starts_with(end)) continue;
        at_ = inner_end + end.size();
        add({begin, at_, html_.substr(begin + 4, inner_end - begin - 4), true});
        return;
      }
      inner_end = html_.find("--", inner_end + 1);
    }
    at_ = html_.size();
    add({begin, at_, html_.substr(begin + 4), false});
  }

  void add(const HtmlComment& comment) {
    if (!in_pre_) comments_.push_back(comment);
  }

  void tag() {
    const bool closing = html_[at_ + 1] == '/';
    const std::string name = tag_name(at_ + (closing ? 2 : 1));
    const bool empty = skip_tag();
    if (name == "pre") in_pre_ = !closing;
    if (name == "svg" || name == "math") in_foreign_ = !closing && !empty;
    const bool is_text = std::ranges::find(text_elements, name) != text_elements.end();
    if (is_text && !closing && !(empty && in_foreign_)) skip_text(name);
  }

  std::string tag_name(std::size_t from) const {
    std::string name;
    for (; from < html_.size(); ++from) {
      const char c = html_[from];
      if (is_html_space(c) || c == '/' || c == '>') break;
      name += lower(c);
    }
    return name;
  }

  // To after the '>' that is not in quotes. Returns whether it is `/>`.
  bool skip_tag() {
    char quote = 0;
    for (++at_; at_ < html_.size(); ++at_) {
      const char c = html_[at_];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if ((c == '"' || c == '\'') && after_equals(at_)) {
        quote = c;
      } else if (c == '>') {
        ++at_;
        return html_[at_ - 2] == '/';
      }
    }
    return false;
  }

  // Only there do quotes begin a value.
  bool after_equals(std::size_t at) const {
    do {
      --at;
    } while (is_html_space(html_[at]));
    return html_[at] == '=';
  }

  void skip_text(std::string_view name) {
    for (at_ = html_.find("</", at_); at_ != std::string_view::npos;
         at_ = html_.find("</", at_ + 2)) {
      if (tag_name(at_ + 2) == name) return;
    }
    at_ = html_.size();
  }

  std::string_view html_;
  std::size_t at_ = 0;
  bool in_pre_ = false;
  bool in_foreign_ = false;  // <svg> or <math>, which are read like XML
  std::vector<HtmlComment> comments_;
};

}  // namespace

std::vector<HtmlComment> find_html_comments(std::string_view html) { return Scanner(html).scan(); }

}  // namespace prereq
