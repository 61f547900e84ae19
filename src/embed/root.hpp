// The folder that everything a page names has to be in.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace prereq {

class Root {
 public:
  // Nothing if there is no such folder.
  static std::optional<Root> at(const std::filesystem::path& folder);

  const std::filesystem::path& path() const { return path_; }

  // Whether a path without symbolic links or dots is the root or below it.
  bool holds(const std::filesystem::path& canonical) const;

  // The file that `name` means in `folder`, without symbolic links or dots in it; it need not
  // exist. Nothing, and `wrong` says why, if the name is absolute, leads out of the root, through
  // symbolic links or not, or to what is hidden by a dot before its name.
  std::optional<std::filesystem::path> resolve(const std::filesystem::path& folder,
                                               const std::string& name, std::string& wrong) const;

 private:
  explicit Root(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;  // canonical
};

}  // namespace prereq
