#include "prereq/report.hpp"

namespace prereq {

std::string format_human(const Diagnostics& diagnostics, const Sources& sources,
                         const HumanOptions&) {
  return format_short(diagnostics, sources);
}

}  // namespace prereq
