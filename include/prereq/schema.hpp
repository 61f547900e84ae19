// The format of roadmap files as a JSON Schema (2020-12), with which editors complete and check
// them.
#pragma once

#include <string_view>

namespace prereq {

// The same bytes that `prereq schema` prints and that are installed as
// share/prereq/roadmap.schema.json. What it refuses, read_roadmap() reports as an error; what a
// schema cannot know, such as names that are not defined, only read_roadmap() and check() find. It
// is stricter in one thing: a text that is `true` or `false` has to stand in quotes.
extern const std::string_view roadmap_schema;

}  // namespace prereq
