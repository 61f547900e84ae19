#include "support/golden_file.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

namespace prereq::testing {

void expect_golden(const std::string& actual, const std::string& path) {
  const std::filesystem::path file = std::filesystem::path(PREREQ_SOURCE_DIR) / path;
  const char* accept = std::getenv("PREREQ_ACCEPT");
  if (accept != nullptr && std::string_view(accept) == "1") {
    std::ofstream(file, std::ios::binary) << actual;
    return;
  }
  std::ifstream stream(file, std::ios::binary);
  const std::string expected((std::istreambuf_iterator<char>(stream)), {});
  EXPECT_EQ(actual, expected) << "differs from " << path << "; PREREQ_ACCEPT=1 accepts it";
}

}  // namespace prereq::testing
