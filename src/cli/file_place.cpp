#include "cli/file_place.hpp"

#include <cerrno>
#include <charconv>
#include <filesystem>
#include <system_error>

namespace prereq::cli {

namespace fs = std::filesystem;

namespace {

// Its links lead to names of what is open, which need not be where that is.
bool holds_descriptors(const fs::path& folder) {
  std::error_code error;
  const fs::path own = fs::canonical("/proc/self/fd", error);
  return !error && folder == own;
}

std::optional<int> descriptor_named(const std::string& name) {
  int number = 0;
  const char* const end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data(), end, number);
  if (error != std::errc() || stop != end || number < 0) return std::nullopt;
  return number;
}

// A link to a device or a pipe that has no name, such as one that another process has open.
bool leads_past_names(const fs::path& link, const fs::path& target) {
  std::error_code error;
  return !fs::exists(fs::symlink_status(target, error)) && fs::is_other(fs::status(link, error));
}

// Where the last name is no link to follow.
FilePlace end_of(const fs::path& place) {
  std::error_code error;
  const fs::path there = fs::canonical(place, error);
  if (!error) return {.path = there.string()};
  if (error == std::errc::no_such_file_or_directory) return {.path = place.string()};
  return {.error = error.value()};
}

}  // namespace

FilePlace place_of(const std::string& name) {
  constexpr int most_links = 40;  // as the kernel follows
  std::error_code error;
  fs::path place = fs::absolute(name, error);
  if (error) return {.error = error.value()};
  for (int i = 0; i < most_links; ++i) {
    const fs::path folder = fs::canonical(place.parent_path(), error);
    if (error) break;
    if (holds_descriptors(folder)) {
      if (const auto descriptor = descriptor_named(place.filename().string())) {
        return {.descriptor = descriptor};
      }
    }
    place = folder / place.filename();
    if (!fs::is_symlink(fs::symlink_status(place, error))) return end_of(place);
    const fs::path target = fs::read_symlink(place, error);
    if (error) break;
    const fs::path next = folder / target;
    if (leads_past_names(place, next)) return {.path = place.string()};
    place = next;
  }
  return {.error = error ? error.value() : ELOOP};
}

}  // namespace prereq::cli
