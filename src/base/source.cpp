#include "prereq/source.hpp"

#include <utility>

namespace prereq {

FileId Sources::add(std::string name, std::string text) {
  files_.push_back({std::move(name), std::make_shared<const std::string>(std::move(text))});
  return static_cast<FileId>(files_.size() - 1);
}

std::string_view Sources::line(FileId file, std::uint32_t number) const {
  std::string_view rest = text(file);
  for (std::uint32_t at = 1; at < number; ++at) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    rest.remove_prefix(end + 1);
  }
  std::string_view line = rest.substr(0, rest.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace prereq
