// The files that `render` is asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/draw.hpp"

namespace prereq::cli {

struct Picture {
  std::string file;
  PictureFormat format;
};

inline bool is_json(const Picture& picture) { return picture.format == PictureFormat::json; }
// Has room for where everything stands.
inline bool can_have_layout(const Picture& picture) {
  return is_json(picture) || picture.format == PictureFormat::dot;
}

// What the file's extension says, or nothing.
std::optional<PictureFormat> format_named(const std::string& file);

// Those that stand in one folder have the same links, and are one group; at least one, which may be
// empty. What comes from standard input cannot be read again for another folder: then all are one.
std::vector<std::vector<Picture>> by_folder(const std::vector<Picture>& pictures,
                                            const std::vector<std::string>& inputs);

// What a marker asks for that no page can show the same everywhere, or nothing. `format` is what
// --format says.
std::optional<std::string> wrong_on_page(const std::vector<Picture>& pictures, bool is_inline,
                                         std::optional<PictureFormat> format, Renderer renderer);

}  // namespace prereq::cli
