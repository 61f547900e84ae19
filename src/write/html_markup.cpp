// Pages in HTML: no style but classes that begin with `prereq`.
#include "base/xml.hpp"
#include "write/page_markup.hpp"

namespace prereq {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  append_xml(out, text);
  return out;
}

// An item may hold a list, so that it stays open until one of its own depth follows.
class HtmlList {
 public:
  void add(const PageItem& item) {
    if (open_lists_ > item.depth) {
      close(item.depth + 1);
      out_ += "</li>\n";
    } else {
      if (open_lists_ > 0) out_ += '\n';
      out_ += item.has_box ? "<ul class=\"prereq-checklist\">\n" : "<ul class=\"prereq-list\">\n";
      ++open_lists_;
    }
    out_ += "<li>";
    if (!item.has_box) {
      out_ += item.piece;
    } else {
      out_.append("<label><input type=\"checkbox\"> ").append(item.piece).append("</label>");
    }
    out_ += item.rest;
  }

  std::string take() {
    close(0);
    return std::move(out_) + "\n";
  }

 private:
  void close(std::size_t down_to) {
    for (; open_lists_ > down_to; --open_lists_) out_ += "</li>\n</ul>";
  }

  std::string out_;
  std::size_t open_lists_ = 0;  // each with an open item
};

class HtmlMarkup : public PageMarkup {
 public:
  std::string words(std::string_view text) const override { return escaped(text); }
  std::string strong(const std::string& piece) const override {
    return "<strong>" + piece + "</strong>";
  }
  std::string link(std::string_view text, std::string_view href) const override {
    return "<a href=\"" + escaped(href) + "\">" + words(text) + "</a>";
  }
  std::string paragraph(const std::string& piece) const override {
    return "<p>" + piece + "</p>\n";
  }

  std::string list(const std::vector<PageItem>& items) const override {
    HtmlList list;
    for (const PageItem& item : items) list.add(item);
    return list.take();
  }

  std::string table(const PageTable& table) const override {
    std::string out = "<table class=\"prereq-table\">\n<thead>\n";
    add_row(out, table, table.heads, "th scope=\"col\"", "th");
    out += "</thead>\n<tbody>\n";
    for (const auto& row : table.rows) add_row(out, table, row, "td", "td");
    return out + "</tbody>\n</table>\n";
  }

  std::string picture(const PagePicture& picture) const override {
    const std::string image = "<img src=\"" + escaped(picture.url) + "\" alt=\"" +
                              words(picture.alt) + "\" style=\"max-width: 100%; height: auto\">";
    if (picture.link.empty()) return image + "\n";
    return "<a href=\"" + escaped(picture.link) + "\">" + image + "</a>\n";
  }

  DrawingFrame drawing_frame() const override {
    return {"<div class=\"prereq-drawing\">\n", "</div>\n"};
  }
  bool blocks_stand_apart() const override { return false; }
  bool pictures_stand_apart() const override { return false; }

 private:
  static void add_row(std::string& out, const PageTable& table, const std::vector<std::string>& row,
                      std::string_view opening, std::string_view closing) {
    out += "<tr>";
    for (std::size_t i = 0; i < table.heads.size(); ++i) {
      out.append("<").append(opening);
      if (table.is_figure(i)) out += " style=\"text-align: right\"";
      out.append(">").append(cell_of(row, i)).append("</").append(closing).append(">");
    }
    out += "</tr>\n";
  }
};

}  // namespace

const PageMarkup& html_markup() {
  static const HtmlMarkup markup;
  return markup;
}

}  // namespace prereq
