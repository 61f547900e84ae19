#include "cli/page_search.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "prereq/page_report.hpp"

namespace prereq::cli {
namespace {

namespace fs = std::filesystem;

bool holds_any(const fs::path& folder, std::initializer_list<const char*> names) {
  return std::ranges::any_of(names, [&](const char* name) {
    std::error_code error;
    return fs::exists(fs::symlink_status(folder / name, error));
  });
}

// Whether what is in the folder was made by a program.
bool is_made(const fs::path& folder) {
  constexpr std::array<std::string_view, 6> names_of_sites = {"build",  "dist", "out",
                                                              "public", "site", "_site"};
  const std::string name = folder.filename().string();
  if (name.starts_with('.') || name == "node_modules" || name == "_build") return true;
  if (holds_any(folder, {"CACHEDIR.TAG", "CMakeCache.txt", "pyvenv.cfg"})) return true;
  return std::ranges::find(names_of_sites, name) != names_of_sites.end() &&
         holds_any(folder, {"index.html"});
}

class Search {
 public:
  explicit Search(Console& console) : console_(console) {}

  bool look_in(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator();
         at.increment(error)) {
      entries.push_back(*at);
    }
    if (error) {
      console_.complain("cannot read the folder '" + folder.string() + "': " + error.message());
      return false;
    }
    std::ranges::sort(entries, {}, [](const fs::directory_entry& each) {
      return each.path().filename().string();
    });
    return std::ranges::all_of(entries,
                               [this](const fs::directory_entry& each) { return take(each); });
  }

  std::vector<std::string> found() { return std::move(found_); }

 private:
  bool take(const fs::directory_entry& entry) {
    std::error_code error;
    const fs::file_status status = entry.symlink_status(error);
    if (fs::is_directory(status)) return is_made(entry.path()) || look_in(entry.path());
    const std::string name = entry.path().filename().string();
    const bool is_page = fs::is_regular_file(status) && !name.starts_with('.');
    if (is_page && page_format_of(name)) found_.push_back(entry.path().string());
    return true;
  }

  Console& console_;
  std::vector<std::string> found_;
};

}  // namespace

std::optional<std::vector<std::string>> find_pages(const std::string& folder, Console& console) {
  Search search(console);
  if (!search.look_in(folder)) return std::nullopt;
  return search.found();
}

}  // namespace prereq::cli
