#include "embed/root.hpp"

#include <algorithm>
#include <system_error>

namespace prereq {

namespace fs = std::filesystem;

namespace {

bool is_hidden(const fs::path& part) {
  const std::string name = part.string();
  return name.starts_with('.') && name != ".";
}

}  // namespace

std::optional<Root> Root::at(const fs::path& folder) {
  std::error_code error;
  fs::path path = fs::canonical(folder, error);
  if (error || !fs::is_directory(path, error)) return std::nullopt;
  return Root(std::move(path));
}

bool Root::holds(const fs::path& canonical) const {
  return std::mismatch(path_.begin(), path_.end(), canonical.begin(), canonical.end()).first ==
         path_.end();
}

std::optional<fs::path> Root::resolve(const fs::path& folder, const std::string& name,
                                      std::string& wrong) const {
  const fs::path given(name);
  if (name.empty() || name.find('\0') != std::string::npos) {
    wrong = "a file needs a name";
    return std::nullopt;
  }
  if (given.is_absolute()) {
    wrong = "'" + name + "' is absolute, and paths in a marker are relative to the page";
    return std::nullopt;
  }
  std::error_code error;
  const fs::path resolved = fs::weakly_canonical(folder / given, error);
  if (error) {
    wrong = "'" + name + "' leads nowhere: " + error.message();
    return std::nullopt;
  }
  if (!holds(resolved)) {
    wrong = "'" + name + "' leads out of the root folder, which --root names";
    return std::nullopt;
  }
  // Settings and secrets, such as `.env` and `.git/config`.
  const fs::path inside = resolved.lexically_relative(path_);
  if (std::any_of(inside.begin(), inside.end(), is_hidden)) {
    wrong = "'" + name + "' is hidden, and markers neither read nor write hidden files";
    return std::nullopt;
  }
  // What a link to nothing would lead to cannot be told.
  for (fs::path part = resolved; holds(part) && part != path_; part = part.parent_path()) {
    if (fs::is_symlink(fs::symlink_status(part, error))) {
      wrong = "'" + name + "' is a symbolic link to nothing";
      return std::nullopt;
    }
  }
  return resolved;
}

}  // namespace prereq
