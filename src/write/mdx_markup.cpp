// Pages in MDX: Markdown without HTML, in which braces hold JavaScript and tags are JSX.
#include "base/ascii_words.hpp"
#include "write/markdown_markup.hpp"

namespace prereq {
namespace {

// What plugins find in plain words, however it is escaped: addresses, directives and names of
// pictures such as `:bug:`.
bool is_found_in_words(std::string_view text, std::size_t at) {
  if (text[at] == '@') return true;
  if (text[at] == ':') return at + 1 == text.size() || !is_blank(text[at + 1]);
  return text[at] == '.' && at >= 3 && in_lower_case(text.substr(at - 3, 3)) == "www";
}

class MdxMarkup : public MarkdownMarkup {
 public:
  // A string in braces is no text to plugins.
  std::string words(std::string_view text) const override {
    text = trimmed(text);
    std::string out;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!is_found_in_words(text, at)) continue;
      out += escaped(text.substr(begin, at - begin));
      out.append("{'").append(text.substr(at, 1)).append("'}");
      begin = at + 1;
    }
    return out + escaped(text.substr(begin));
  }

  bool pictures_stand_apart() const override { return true; }

  // As a string, which React and what is like it put there as it is: in JSX, attributes have other
  // names, and neither style sheets nor texts with braces stand for themselves.
  DrawingFrame drawing_frame() const override {
    return {"<div className=\"prereq-drawing\" dangerouslySetInnerHTML={{__html: `\n", "`}} />\n"};
  }

  // What means something in a template string of JavaScript, as entities of XML.
  std::string framed(std::string svg) const override {
    std::string out;
    for (const char c : svg) {
      switch (c) {
        case '`': out += "&#96;"; break;
        case '\\': out += "&#92;"; break;
        case '$': out += "&#36;"; break;
        default: out += c;
      }
    }
    return out;
  }
};

}  // namespace

const PageMarkup& mdx_markup() {
  static const MdxMarkup markup;
  return markup;
}

}  // namespace prereq
