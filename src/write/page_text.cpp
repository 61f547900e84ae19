#include "write/page_text.hpp"

#include <utility>

#include "base/xml.hpp"
#include "read/url.hpp"
#include "write/report_text.hpp"

namespace prereq {
namespace {

// What XML cannot hold, no page can that becomes XHTML.
std::string page_words(std::string_view text) { return xml_characters(safe_text(text)); }

}  // namespace

std::string escape_for_page(std::string_view text, PageFormat format) {
  return markup_of(format).words(page_words(text));
}

std::string PageText::words(std::string_view text) const { return markup_.words(page_words(text)); }

std::string PageText::link(std::string_view text, std::string_view url) const {
  const std::string href = safe_href(url);
  return href.empty() ? words(text) : markup_.link(page_words(text), href);
}

void PageText::add_block(const std::string& block) {
  if (!out_.empty() && markup_.blocks_stand_apart()) out_ += '\n';
  out_ += block;
}

void PageText::end_list() {
  if (!list_.empty()) add_block(markup_.list(std::exchange(list_, {})));
}

void PageText::paragraph(const std::string& piece) {
  end_list();
  add_block(markup_.paragraph(piece));
}

void PageText::item(const std::string& piece, std::size_t depth) {
  list_.push_back({.depth = depth, .piece = piece});
}

void PageText::box(const std::string& piece, const std::string& rest) {
  list_.push_back({.piece = piece, .has_box = true, .rest = rest});
}

void PageText::table(const std::vector<std::string>& heads,
                     const std::vector<std::vector<std::string>>& rows, std::size_t figures) {
  end_list();
  add_block(markup_.table({heads, rows, figures}));
}

std::string PageText::take() {
  end_list();
  return std::exchange(out_, {});
}

}  // namespace prereq
