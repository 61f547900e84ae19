// Files that say what the output has to be, byte for byte.
#pragma once

#include <string>

namespace prereq::testing {

// Expects `actual` to be what the file at `path`, below the source folder, holds. Where the
// environment says PREREQ_ACCEPT=1 the file is written instead: read the diff before committing.
void expect_golden(const std::string& actual, const std::string& path);

}  // namespace prereq::testing
