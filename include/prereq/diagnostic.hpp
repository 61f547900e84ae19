// What is wrong with an input, as data.
//
// Every stage appends to a Diagnostics and returns what it could make of the input; none prints,
// exits or throws. Messages are lower case without a full stop, with names in '…', and never repeat
// the position. Formatting for people and programs is in report.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "prereq/source.hpp"

namespace prereq {

enum class Severity : std::uint8_t { error, warning, note };

// One value a row of the table of codes in explain.hpp; code_name() gives the kebab-case name.
enum class Code : std::uint8_t {
  syntax,
  encoding,
  too_large,
  unknown_field,
  duplicate_field,
  wrong_type,
  bad_value,
  bad_id,
  bad_url,
  duplicate_topic,
  duplicate_section,
  duplicate_goal,
  merge_conflict,
  unknown_topic,
  unknown_section,
  unknown_goal,
  cycle,
  impossible_alternative,
  unreachable_goal,
  layout_failed,
  bad_marker,
  avoidable_cycle,
  redundant_prerequisite,
  repeated_alternative,
  url_conflict,
  duplicate_resource,
  optional_prerequisite,
  unused_section,
  isolated_topic,
};
inline constexpr std::size_t code_count = 29;

std::string_view code_name(Code code);
std::optional<Code> find_code(std::string_view name);
// What the code is unless `--strict` or an `allow` says otherwise.
Severity default_severity(Code code);

struct Note {
  Span span;  // file == no_file when the note has no place of its own
  std::string message;
};

struct Diagnostic {
  Severity severity = Severity::error;
  Code code = Code::syntax;
  Span span;
  std::string message;
  std::vector<Note> notes;
  // The text that would mend the span when put in its place, such as the nearest name.
  std::string suggestion;
  // The topics concerned, by id. For a cycle: in order, closed.
  std::vector<std::string> topics;
};

class Diagnostics {
 public:
  // Appends with the code's default severity; the reference stays valid until the next call.
  Diagnostic& add(Code code, Span span, std::string message);

  const std::vector<Diagnostic>& items() const { return items_; }
  std::vector<Diagnostic>& items() { return items_; }
  bool empty() const { return items_.empty(); }
  std::size_t count(Severity severity) const;
  bool has_errors() const { return count(Severity::error) != 0; }

  // By file, position, then code; equal ones keep the order in which they were added.
  void sort();

 private:
  std::vector<Diagnostic> items_;
};

}  // namespace prereq
