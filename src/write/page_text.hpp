// Builds part of a page, in Markdown or HTML, from pieces that are escaped once.
//
// A piece is text that is markup already, made by words(), strong() or link() and joined with
// ASCII that means nothing in either format (spaces, commas, colons, brackets, digits).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "prereq/page_report.hpp"

namespace prereq {

class PageText {
 public:
  explicit PageText(PageFormat format) : format_(format) {}

  // Author text on one line, control characters made visible.
  std::string words(std::string_view text) const;
  std::string strong(const std::string& piece) const;
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
  enum class Block : std::uint8_t { none, list, other };

  bool html() const { return format_ == PageFormat::html; }
  void begin_block(Block block);
  void close_lists(std::size_t down_to);
  void open_list(std::size_t depth, std::string_view name);
  void table_row(const std::vector<std::string>& cells, std::size_t columns, std::size_t figures,
                 bool head);

  PageFormat format_;
  std::string out_;
  Block last_ = Block::none;
  std::size_t open_lists_ = 0;  // in HTML, each with an open item
};

// `text` as the alternative text of an image in that format.
std::string escape_for_page(std::string_view text, PageFormat format);

}  // namespace prereq
