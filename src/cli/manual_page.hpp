// The manual page, made of what the commands declare.
#pragma once

#include <string>
#include <vector>

#include "cli/command_line.hpp"

namespace prereq::cli {

// In roff, for man(1).
std::string manual_page(const std::vector<CommandLine>& commands);

}  // namespace prereq::cli
