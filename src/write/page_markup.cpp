// Which markup belongs to which format, and which format to which name of a file.
#include "write/page_markup.hpp"

#include <array>
#include <optional>
#include <utility>

#include "base/ascii_words.hpp"

namespace prereq {
namespace {

constexpr std::array<std::pair<std::string_view, PageFormat>, 10> formats_of_extensions = {{
    {".md", PageFormat::markdown},
    {".markdown", PageFormat::markdown},
    {".html", PageFormat::html},
    {".htm", PageFormat::html},
    {".xhtml", PageFormat::html},
    {".rst", PageFormat::rst},
    {".mdx", PageFormat::mdx},
    {".adoc", PageFormat::asciidoc},
    {".asciidoc", PageFormat::asciidoc},
    {".asc", PageFormat::asciidoc},
}};

constexpr std::array<std::string_view, 5> format_names = {"markdown", "html", "rst", "mdx",
                                                          "asciidoc"};

}  // namespace

std::string_view to_string(PageFormat format) {
  return format_names[static_cast<std::size_t>(format)];
}

std::optional<PageFormat> find_page_format(std::string_view name) {
  for (const PageFormat format : all_page_formats) {
    if (to_string(format) == name) return format;
  }
  return std::nullopt;
}

std::optional<PageFormat> page_format_of(std::string_view file_name) {
  const std::string name = in_lower_case(file_name);
  for (const auto& [extension, format] : formats_of_extensions) {
    if (name.ends_with(extension)) return format;
  }
  return std::nullopt;
}

const PageMarkup& markup_of(PageFormat format) {
  switch (format) {
    case PageFormat::html: return html_markup();
    case PageFormat::rst: return rst_markup();
    case PageFormat::mdx: return mdx_markup();
    case PageFormat::asciidoc: return asciidoc_markup();
    case PageFormat::markdown: break;
  }
  return markdown_markup();
}

}  // namespace prereq
