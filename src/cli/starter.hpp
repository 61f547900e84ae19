// The roadmap that `prereq new` writes: starter.yaml in this folder.
#pragma once

#include <string_view>

namespace prereq {

extern const std::string_view starter_roadmap;

}  // namespace prereq
