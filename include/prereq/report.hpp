// Diagnostics as text for people (`human`), for editors (`short`), for programs (`json`, `sarif`)
// and for GitHub's workflows (`github`).
//
// The formatters keep the order of the diagnostics: sort() them first. All output is UTF-8 with a
// line break at the end of every line, and empty for no diagnostics unless said otherwise. Control
// characters of the input are made visible, so that nothing printed can drive a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "prereq/check.hpp"
#include "prereq/diagnostic.hpp"
#include "prereq/source.hpp"

namespace prereq {

struct HumanOptions {
  bool color = false;
  // Echoed lines are cut around the span to fit; messages are never cut. At least 40.
  std::size_t width = 80;
  // Notes of one diagnostic that are shown; the rest are counted.
  std::size_t max_notes = 20;
};

// For each diagnostic
//
//   FILE:LINE:COLUMN: error: MESSAGE [CODE]
//    18 |     requires: [linear-algebr, calculus]
//       |                ^^^^^^^^^^^^^ did you mean 'linear-algebra'?
//   FILE:LINE:COLUMN: note: MESSAGE
//
// with the first line of the span echoed. Tabs become spaces; wide characters take two columns.
// O(size of the files that are mentioned + output).
std::string format_human(const Diagnostics& diagnostics, const Sources& sources,
                         const HumanOptions& options = {});

// `FILE:LINE:COLUMN: SEVERITY: MESSAGE [CODE]`, one line a diagnostic, notes left out.
std::string format_short(const Diagnostics& diagnostics, const Sources& sources);

// One object as in the guide: `version`, `topics`, `prerequisites`, `errors`, `warnings`,
// `diagnostics`, `redundancy_complete`. Never empty.
std::string format_json(const Diagnostics& diagnostics, const Sources& sources,
                        const CheckSummary& summary);

// Workflow commands that GitHub shows at the lines of a change: `::error file=…,line=…::MESSAGE`,
// one line a diagnostic, notes in it.
std::string format_github(const Diagnostics& diagnostics, const Sources& sources);

// A log in SARIF 2.1.0, with a rule for every code, explained as in explain.hpp. Never empty.
std::string format_sarif(const Diagnostics& diagnostics, const Sources& sources);

// The closing line of a check, `NAME: 34 topics, 41 prerequisites: 2 errors, 1 warning`, or
// `…: nothing wrong`. `name` is what was checked. A second line says so if the search for redundant
// prerequisites stopped early.
std::string format_summary(std::string_view name, const Diagnostics& diagnostics,
                           const CheckSummary& summary);

}  // namespace prereq
