// Builds part of a page from pieces that are escaped once, in the page's own format.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "prereq/page_report.hpp"
#include "write/page_markup.hpp"

namespace prereq {

class PageText {
 public:
  explicit PageText(PageFormat format) : markup_(markup_of(format)) {}

  // Author text on one line, control characters made visible.
  std::string words(std::string_view text) const;
  std::string strong(const std::string& piece) const { return markup_.strong(piece); }
  // Just the text if the address is not one that a page may link to.
  std::string link(std::string_view text, std::string_view url) const;

  void paragraph(const std::string& piece);
  // An item of a list; items that follow one another are one list. `depth` is at most one more
  // than that of the item before. With a box, `piece` is what is ticked; `rest` comes after it.
  void item(const std::string& piece, std::size_t depth = 0);
  void box(const std::string& piece, const std::string& rest);
  // The last `figures` columns are numbers. A row may be shorter than the heads.
  void table(const std::vector<std::string>& heads,
             const std::vector<std::vector<std::string>>& rows, std::size_t figures);

  std::string take();

 private:
  void add_block(const std::string& block);
  void end_list();

  const PageMarkup& markup_;
  std::string out_;
  std::vector<PageItem> list_;  // the items that were added last
};

// `text` as words of a page in that format.
std::string escape_for_page(std::string_view text, PageFormat format);

}  // namespace prereq
