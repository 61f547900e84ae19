// Reads a text as a roadmap, for tests.
#pragma once

#include <fmt/format.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "prereq/read.hpp"
#include "read/yaml.hpp"

namespace prereq::testing {

struct ReadResult {
  Roadmap roadmap;
  Diagnostics diagnostics;

  // `LINE:COLUMN-LINE:COLUMN code: message`, in order of place.
  std::vector<std::string> messages() const {
    std::vector<std::string> lines;
    for (const Diagnostic& d : diagnostics.items()) {
      lines.push_back(fmt::format("{}:{}-{}:{} {}: {}", d.span.begin.line, d.span.begin.column,
                                  d.span.end.line, d.span.end.column, code_name(d.code),
                                  d.message));
    }
    return lines;
  }
};

inline ReadResult read_text(std::string_view text, const ReadLimits& limits = {}) {
  Diagnostics diagnostics;
  auto shared = std::make_shared<const std::string>(text);
  Roadmap roadmap(read_yaml(std::move(shared), 0, limits, diagnostics), diagnostics);
  diagnostics.sort();
  return {std::move(roadmap), std::move(diagnostics)};
}

}  // namespace prereq::testing
