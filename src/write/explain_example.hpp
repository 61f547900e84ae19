// The parts of an explanation's examples that its formats share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "prereq/explain.hpp"

namespace prereq {

// The files of an example, as many as there are.
std::vector<ExampleFile> files_of(const Example& example);

// Whether a reader has to be told what the file is called.
bool is_named(const Example& example);

// The text with bytes that are not UTF-8 as `\xNN`.
std::string printable(std::string_view text);

// Those between empty lines.
std::vector<std::string_view> paragraphs_of(std::string_view text);

}  // namespace prereq
