// What once crashed, hung or broke a promise under a fuzzer, and what fuzzing starts from.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "fuzz/targets.hpp"
#include "support/run_program.hpp"

namespace prereq {

namespace testing {

// The name a listing of the tests shows, instead of addresses that differ from run to run.
void PrintTo(const FuzzTarget& target, std::ostream* out) { *out << target.name; }

}  // namespace testing

namespace {

namespace fs = std::filesystem;

class Fuzzed : public ::testing::TestWithParam<testing::FuzzTarget> {
 protected:
  static std::vector<fs::path> inputs(const std::string& kind) {
    std::vector<fs::path> files;
    const fs::path folder =
        fs::path(PREREQ_SOURCE_DIR "/tests/fuzz") / kind / std::string(GetParam().name);
    if (!fs::is_directory(folder)) return files;
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
  }
};

TEST_P(Fuzzed, InputsKeepTheirPromises) {
  for (const char* kind : {"crashes", "seeds"}) {
    for (const fs::path& file : inputs(kind)) {
      EXPECT_EQ(GetParam().run(testing::read_text(file)), "") << file;
    }
  }
}

// The empty one, and single bytes.
TEST_P(Fuzzed, SmallestInputsKeepTheirPromises) {
  EXPECT_EQ(GetParam().run(""), "");
  for (int byte = 0; byte < 256; ++byte) {
    EXPECT_EQ(GetParam().run(std::string(1, static_cast<char>(byte))), "") << byte;
  }
}

std::string name_of(const ::testing::TestParamInfo<testing::FuzzTarget>& info) {
  return std::string(info.param.name);
}

INSTANTIATE_TEST_SUITE_P(Targets, Fuzzed,
                         ::testing::ValuesIn(testing::fuzz_targets().begin(),
                                             testing::fuzz_targets().end()),
                         name_of);

}  // namespace
}  // namespace prereq
