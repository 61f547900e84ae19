// Markdown as GitHub, Sphinx (MyST), MkDocs and VitePress agree on; MDX shares it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/ascii_words.hpp"
#include "write/page_markup.hpp"

namespace prereq {

class MarkdownMarkup : public PageMarkup {
 public:
  // Blanks at its ends would keep stars around it from making it strong.
  std::string words(std::string_view text) const override { return escaped(trimmed(text)); }
  std::string strong(const std::string& piece) const override { return "**" + piece + "**"; }
  std::string link(std::string_view text, std::string_view href) const override;
  std::string paragraph(const std::string& piece) const override { return piece + "\n"; }
  std::string list(const std::vector<PageItem>& items) const override;
  std::string table(const PageTable& table) const override;
  std::string picture(const PagePicture& picture) const override;
  DrawingFrame drawing_frame() const override;
  bool pictures_stand_apart() const override { return false; }

 protected:
  static std::string escaped(std::string_view text);

 private:
  std::string label(std::string_view text) const;
};

}  // namespace prereq
