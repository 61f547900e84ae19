// Pages in MDX: Markdown without HTML, in which braces hold JavaScript and tags are JSX.
#include "write/markdown_markup.hpp"

namespace prereq {
namespace {

class MdxMarkup : public MarkdownMarkup {
 public:
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
