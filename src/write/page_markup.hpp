// What a page needs, as each format writes it: a class for each format, behind one interface.
//
// A piece is text that is markup already, made by words(), strong() or link() and joined with ASCII
// that means nothing in any format (spaces, commas, colons, brackets, digits). Every block ends in
// a line break and has no blank line at either end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "prereq/page_report.hpp"

namespace prereq {

struct PageItem {
  std::size_t depth = 0;  // at most one more than that of the item before
  std::string piece;
  bool has_box = false;  // then `piece` is what is ticked, and `rest` comes after it
  std::string rest = {};
};

struct PageTable {
  std::vector<std::string> heads;
  std::vector<std::vector<std::string>> rows;  // a row may be shorter than the heads
  std::size_t figures = 0;                     // so many columns, the last ones, are numbers
  bool is_figure(std::size_t column) const { return column + figures >= heads.size(); }
};

struct PagePicture {
  std::string_view name;  // the file's path from the page
  std::string_view url;   // the same as a URL
  std::string_view alt;   // for who does not see it
  std::string_view link;  // what it leads to, as a URL; empty for nothing
};

// What stands around an SVG in the page, as whole lines, and before each of its own lines.
struct DrawingFrame {
  std::string_view begin;
  std::string_view end;
  std::string_view indent = {};
};

class PageMarkup {
 public:
  virtual ~PageMarkup() = default;

  // Author text on one line, without control characters.
  virtual std::string words(std::string_view text) const = 0;
  virtual std::string strong(const std::string& piece) const = 0;
  // `href` is what safe_href() returned, and not empty.
  virtual std::string link(std::string_view text, std::string_view href) const = 0;

  virtual std::string paragraph(const std::string& piece) const = 0;
  virtual std::string list(const std::vector<PageItem>& items) const = 0;
  virtual std::string table(const PageTable& table) const = 0;
  virtual std::string picture(const PagePicture& picture) const = 0;

  virtual DrawingFrame drawing_frame() const = 0;
  // What of an SVG means something else inside of that frame, written otherwise.
  virtual std::string framed(std::string svg) const { return svg; }

  // Whether blank lines keep blocks apart from one another and from markers, and whether pictures
  // too need them.
  virtual bool blocks_stand_apart() const { return true; }
  virtual bool pictures_stand_apart() const { return true; }
};

const PageMarkup& markup_of(PageFormat format);

// Each lives as long as the program.
const PageMarkup& markdown_markup();
const PageMarkup& html_markup();
const PageMarkup& rst_markup();
const PageMarkup& mdx_markup();
const PageMarkup& asciidoc_markup();

// The row's cell; nothing where the row is shorter.
inline std::string_view cell_of(const std::vector<std::string>& row, std::size_t column) {
  return column < row.size() ? std::string_view(row[column]) : std::string_view();
}

}  // namespace prereq
