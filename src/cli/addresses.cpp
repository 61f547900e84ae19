#include "cli/addresses.hpp"

#include <algorithm>
#include <filesystem>

#include "embed/image.hpp"
#include "read/url.hpp"

namespace prereq::cli {
namespace {

namespace fs = std::filesystem;

// What stands before a name that is relative to `base`: all up to its last slash, if it has a path.
std::string before_last_slash(std::string_view base) {
  const std::size_t scheme = base.find("://");
  const std::size_t host = scheme == std::string_view::npos ? 0 : scheme + 3;
  const std::size_t slash = base.rfind('/');
  if (slash != std::string_view::npos && slash >= host)
    return std::string(base.substr(0, slash + 1));
  return host == 0 ? std::string() : std::string(base) + "/";
}

}  // namespace

RelativeAddress addresses_for(const std::string& output, const Sources& sources,
                              const Console& console) {
  if (output == "-" && !console.page()) return {};
  const fs::path here = console.folder();
  const auto folder_of = [here](const std::string& name) {
    const bool is_stream = name == "-" || name == "<stdin>";
    const fs::path parent = is_stream ? fs::path() : fs::path(name).parent_path();
    const fs::path folder = (here / parent).lexically_normal();
    // Without a slash at the end, which would count as a part.
    return folder.has_filename() ? folder : folder.parent_path();
  };
  const fs::path target = folder_of(output);
  return [target, folder_of, &sources](FileId file, std::string_view base, std::string_view url) {
    const std::string start = before_last_slash(base);
    if (!base.empty() && !is_relative_url(base)) return start + std::string(url);
    const fs::path folder = folder_of(std::string(sources.name(file)));
    const std::string way = folder.lexically_relative(target).generic_string();
    const bool is_there = way.empty() || way == ".";
    if (is_there && start.empty()) return std::string(url);
    const std::size_t path = std::min(url.find_first_of("?#"), url.size());
    const std::string before = (is_there ? "" : url_of_path(way) + "/") + start;
    const fs::path address(before + std::string(url.substr(0, path)));
    return as_relative_url(address.lexically_normal().generic_string().append(url.substr(path)));
  };
}

}  // namespace prereq::cli
