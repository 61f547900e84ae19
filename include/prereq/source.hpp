// The texts that were read, and places in them.
//
// Every element of a roadmap keeps a Span, so that whatever is said about it later can show its
// line. Sources owns the texts, together with the roadmaps that were read from them; it only grows,
// and a FileId stays valid for its lifetime. Reading from several threads is safe while none adds.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>

namespace prereq {

using FileId = std::uint32_t;
inline constexpr FileId no_file = UINT32_MAX;

// 1-based; columns count code points, as editors do.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend constexpr auto operator<=>(const Position&, const Position&) = default;
};

// Half-open: `end` is the position after the last code point. Ordered by file, then position.
struct Span {
  FileId file = no_file;
  Position begin;
  Position end;
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

class Sources {
 public:
  // `name` is what messages call the text: the path as the user typed it, or `<stdin>`.
  FileId add(std::string name, std::string text);

  std::string_view name(FileId file) const { return files_[file].name; }
  std::string_view text(FileId file) const { return *files_[file].text; }
  // For what is to outlive the Sources.
  std::shared_ptr<const std::string> shared_text(FileId file) const { return files_[file].text; }
  FileId size() const { return static_cast<FileId>(files_.size()); }

  // The line without its line break, empty past the end. Costs a scan from the start of the text:
  // meant for messages, which are few.
  std::string_view line(FileId file, std::uint32_t number) const;

 private:
  struct File {
    std::string name;
    std::shared_ptr<const std::string> text;
  };
  std::deque<File> files_;  // a deque never moves a name that views point into
};

}  // namespace prereq
