// Pieces that the report formats share.
#pragma once

#include <string>
#include <string_view>

#include "prereq/diagnostic.hpp"
#include "prereq/source.hpp"

namespace prereq {

std::string_view severity_name(Severity severity);

// `FILE:LINE:COLUMN: `, or nothing for a span without a place.
std::string place(const Sources& sources, const Span& span);

// `text` on one line: white space becomes a space, control characters (also C1, line separators and
// those that change the direction of writing) become `\xNN` or `\u{NNNN}`, malformed bytes `\xNN`.
std::string visible(std::string_view text);

}  // namespace prereq
