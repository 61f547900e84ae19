#include "cli/file_place.hpp"

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace prereq::cli {

namespace fs = std::filesystem;

FilePlace place_of(const std::string& name) {
  constexpr int most_links = 40;  // as the kernel follows
  std::error_code error;
  fs::path place = fs::absolute(name, error);
  if (error) return {{}, error.value()};
  for (int i = 0; i < most_links; ++i) {
    const fs::path there = fs::canonical(place, error);
    if (!error) return {there.string()};
    if (error != std::errc::no_such_file_or_directory) break;
    const fs::path folder = fs::canonical(place.parent_path(), error);
    if (error) break;
    place = folder / place.filename();
    if (!fs::is_symlink(fs::symlink_status(place, error))) return {place.string()};
    const fs::path target = fs::read_symlink(place, error);
    if (error) break;
    place = folder / target;
  }
  return {{}, error ? error.value() : ELOOP};
}

bool same_place(const std::string& one, const std::string& other) {
  if (one == other) return true;
  const FilePlace place = place_of(one);
  return place.error == 0 && place == place_of(other);
}

}  // namespace prereq::cli
