#include "cli/pictures.hpp"

#include <algorithm>
#include <filesystem>

#include "cli/words.hpp"
#include "embed/plan.hpp"

namespace prereq::cli {

std::optional<PictureFormat> format_named(const std::string& file) {
  const std::string extension = extension_of(file);
  return extension.empty() ? std::nullopt : find_picture_format(extension.substr(1));
}

std::vector<std::vector<Picture>> by_folder(const std::vector<Picture>& pictures,
                                            const std::vector<std::string>& inputs) {
  const bool can_read_again = std::ranges::find(inputs, "-") == inputs.end();
  const auto folder = [](const Picture& picture) {
    return picture.file == "-" ? picture.file
                               : std::filesystem::path(picture.file).parent_path().string() + "/";
  };
  std::vector<std::vector<Picture>> groups;
  for (const Picture& picture : pictures) {
    const auto same = std::ranges::find_if(groups, [&](const std::vector<Picture>& group) {
      return !can_read_again || folder(group.front()) == folder(picture);
    });
    if (same == groups.end()) {
      groups.push_back({picture});
    } else {
      same->push_back(picture);
    }
  }
  if (groups.empty()) groups.emplace_back();  // a report by itself
  return groups;
}

std::optional<std::string> wrong_on_page(const std::vector<Picture>& pictures, bool is_inline,
                                         std::optional<PictureFormat> format, Renderer renderer) {
  if (renderer == Renderer::graphviz) {
    return "--renderer graphviz writes another picture on another machine: leave it out";
  }
  if (is_inline != pictures.empty()) {
    return "say either where the picture goes, with -o NAME.svg, or --inline";
  }
  if (is_inline && format && *format != PictureFormat::svg) {
    return "--inline puts SVG into the page: leave out --format";
  }
  for (const Picture& picture : pictures) {
    if (picture.file == "-") return "-o names a file; --inline puts the SVG into the page";
    if (!is_name_of_picture(picture.file) || format_named(picture.file) != picture.format) {
      return "a marker draws an .svg, .png or .pdf, and '" + picture.file +
             "' is to be another file";
    }
  }
  return std::nullopt;
}

}  // namespace prereq::cli
