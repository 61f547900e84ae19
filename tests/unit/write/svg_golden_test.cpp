#include <gtest/gtest.h>

#include "prereq/svg.hpp"
#include "sample_drawing.hpp"
#include "support/golden_file.hpp"

namespace prereq {
namespace {

TEST(WriteSvg, WritesTheSampleAsAccepted) {
  const auto sample = testing::sample_drawing();
  testing::expect_golden(write_svg(sample.view, sample.drawing, {}), "tests/unit/write/sample.svg");
}

}  // namespace
}  // namespace prereq
