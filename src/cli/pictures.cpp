#include "cli/pictures.hpp"

#include <algorithm>
#include <filesystem>

namespace prereq::cli {

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

}  // namespace prereq::cli
