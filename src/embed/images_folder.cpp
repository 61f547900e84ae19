#include "embed/images_folder.hpp"

#include <filesystem>

#include "base/ascii_words.hpp"
#include "embed/page_lines.hpp"

namespace prereq {
namespace {

// The last one that is set in these lines.
std::string_view asciidoc_images_folder(std::string_view page) {
  constexpr std::string_view attribute = ":imagesdir:";
  std::string_view folder;
  for (const PageLine& line : page_lines(page)) {
    const std::string_view text = text_of(page, line);
    if (text.starts_with(attribute)) folder = trimmed(text.substr(attribute.size()));
  }
  return folder;
}

}  // namespace

std::string name_for_image(std::string_view name, std::string_view page, std::size_t offset,
                           PageFormat format) {
  if (format != PageFormat::asciidoc) return std::string(name);
  const std::string_view folder = asciidoc_images_folder(page.substr(0, offset));
  const bool is_relative = !folder.empty() && folder.front() != '/' &&
                           folder.find_first_of(":{") == std::string_view::npos;
  if (!is_relative) return std::string(name);
  return std::filesystem::path(name)
      .lexically_normal()
      .lexically_relative(std::filesystem::path(folder).lexically_normal() / "")
      .generic_string();
}

}  // namespace prereq
