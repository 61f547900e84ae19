// Whether a text can be read at all, before any parser sees it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "prereq/diagnostic.hpp"

namespace prereq {

// The place of the character that starts at this byte. Malformed bytes before it count one each.
Span span_at(std::string_view text, std::size_t offset, FileId file);

// YAML breaks lines at a lone carriage return, U+0085, U+2028 and U+2029 too; editors and Sources
// do so at line feeds alone. Turns YAML's places into ours. Almost always the identity.
class LineMap {
 public:
  // Keeps nothing of the text.
  static LineMap of_text(std::string_view text);

  // Both 0-based, as libyaml counts.
  Position position(std::size_t yaml_line, std::size_t yaml_column) const;

 private:
  // From this line of YAML's on, which starts in the middle of one of ours.
  struct Shift {
    std::size_t yaml_line;
    std::size_t line;
    std::size_t column;
  };
  std::vector<Shift> shifts_;
};

struct CheckedText {
  std::string_view text;
  LineMap lines;
  bool has_backslash = false;  // escapes are possible
  bool is_ascii = true;
};

// After a complaint that calls it `what`. How much larger is not said: of a file that is too large
// only the beginning may be here.
bool is_too_large(std::string_view text, std::size_t most_bytes, std::string_view what, FileId file,
                  Diagnostics& diagnostics);

// Requires: `text` has no byte order mark.
// Nothing when the text is not UTF-8 (`encoding`) or holds a character that YAML forbids
// (`syntax`); only the first such place is reported. O(length).
std::optional<CheckedText> check_text(std::string_view text, FileId file, Diagnostics& diagnostics);

// The same for formats that are not YAML, which take any character but U+0000: Graphviz and many
// others take that for the end of a text.
bool check_loose_text(std::string_view text, FileId file, Diagnostics& diagnostics);

}  // namespace prereq
