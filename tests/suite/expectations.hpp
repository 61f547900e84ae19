// What a suite file expects to be told, written in comments beside its mistakes:
//
//   requires: [algebr]   # error 16-22: unknown-topic: topic 'algebr' is not defined {algebra}
//
// An expectation is `# SEVERITY PLACE: CODE: MESSAGE`, with `{SUGGESTION}` if there is one. PLACE
// is on the comment's own line unless it says otherwise, and may be left out: `16` is a column,
// `16-22` a half-open range of columns, `3:16-22` stands on line 3, `3:16-4:2` ends on line 4. A
// note belonging to a diagnostic is expected as `# see PLACE: MESSAGE`. Several may follow one
// another on one line. What looks different is an ordinary comment.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "prereq/diagnostic.hpp"

namespace prereq::testing {

struct Expectation {
  std::string what;  // `error: CODE: MESSAGE {SUGGESTION}` or `see: MESSAGE`
  std::uint32_t line = 0;
  // 0 where it is not said.
  std::uint32_t column = 0;
  std::uint32_t end_line = 0;
  std::uint32_t end_column = 0;

  bool fits(const Expectation& actual) const;
};

std::string to_string(const Expectation& expectation);

std::vector<Expectation> expectations_in(std::string_view text);

// The same for what was reported, everything said. Notes without a place are left out.
std::vector<Expectation> expectations_of(const Diagnostics& diagnostics);

}  // namespace prereq::testing
