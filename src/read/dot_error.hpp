// What Graphviz's parser has to say against a text, in our words and with a place.
#pragma once

#include <string_view>

#include "prereq/diagnostic.hpp"
#include "read/dot_file.hpp"

namespace prereq {

// Requires: the error is that of load_dot() for this text.
void report_dot_error(const DotSyntaxError& error, std::string_view text, FileId file,
                      Diagnostics& diagnostics);

}  // namespace prereq
