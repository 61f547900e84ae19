// What docs/drawing-quality.md says of prereq beside dot with the sections as clusters, as far as a
// test has time for it.
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "prereq/arrange.hpp"
#include "support/drawing_comparison.hpp"
#include "support/plain_dot.hpp"

namespace prereq {
namespace {

using testing::ComparedRoadmap;

// The larger ones of that page take too long to be drawn for a test.
constexpr std::uint32_t most_topics = 50;

// What is kept to today. The page tells what is wanted.
constexpr double most_crossings_of_dot = 0.5;  // in the median
constexpr double most_width_px = 1000;

std::vector<ComparedRoadmap> small_roadmaps() {
  std::vector<ComparedRoadmap> roadmaps = testing::compared_roadmaps();
  std::erase_if(roadmaps, [](const ComparedRoadmap& r) { return r.topics > most_topics; });
  return roadmaps;
}

Drawing draw(const View& view) {
  Diagnostics diagnostics;
  return arrange(view, {}, diagnostics);
}

TEST(DrawingComparison, FewerLinesCrossThanInThoseOfDotInTheMedian) {
  std::vector<double> shares;
  for (const ComparedRoadmap& roadmap : small_roadmaps()) {
    const View view = testing::view_of(roadmap);
    const Drawing drawing = draw(view);
    const DrawingQuality ours = measure_quality(view, drawing);
    const DrawingQuality dot = measure_quality(
        view, testing::draw_with_plain_dot(view, drawing, testing::DotSections::clusters));
    // Where there is nothing to cross, nothing can be learned.
    if (ours.crossings + dot.crossings > 0) shares.push_back(testing::crossing_ratio(ours, dot));
  }
  EXPECT_GE(shares.size(), 8U);
  EXPECT_LE(testing::median(shares), most_crossings_of_dot);
}

class ComparedDrawing : public ::testing::TestWithParam<ComparedRoadmap> {};

TEST_P(ComparedDrawing, FitsThePageAndCoversNothing) {
  const View view = testing::view_of(GetParam());
  const DrawingQuality quality = measure_quality(view, draw(view));
  EXPECT_EQ(quality.edges_through_cards, 0U);
  EXPECT_EQ(quality.edges_through_titles, 0U);
  EXPECT_EQ(quality.overlaps, 0U);
  EXPECT_LE(quality.width, most_width_px);
}

TEST_P(ComparedDrawing, CoversNothingWithAllEdges) {
  const View view = testing::view_of(GetParam(), true);
  const DrawingQuality quality = measure_quality(view, draw(view));
  EXPECT_EQ(quality.edges_through_cards, 0U);
  EXPECT_EQ(quality.edges_through_titles, 0U);
  EXPECT_EQ(quality.overlaps, 0U);
}

std::string test_name(const ::testing::TestParamInfo<ComparedRoadmap>& info) {
  std::string name;
  for (const char c : info.param.name) {
    if (c != ' ' && c != '-') name += c;
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Roadmaps, ComparedDrawing, ::testing::ValuesIn(small_roadmaps()),
                         test_name);

// What a picture may be at most, as far as that is reached today.
struct PictureBound {
  std::string name;
  double height;
  std::size_t crossings;
  double length;
};

// What GoogleTest calls it.
void PrintTo(const PictureBound& bound, std::ostream* out) { *out << bound.name; }

class BoundedDrawing : public ::testing::TestWithParam<PictureBound> {};

TEST_P(BoundedDrawing, StaysWithinItsBounds) {
  const PictureBound& bound = GetParam();
  for (const ComparedRoadmap& roadmap : small_roadmaps()) {
    if (roadmap.name != bound.name) continue;
    const View view = testing::view_of(roadmap);
    const DrawingQuality quality = measure_quality(view, draw(view));
    EXPECT_LE(quality.height, bound.height);
    EXPECT_LE(quality.crossings, bound.crossings);
    EXPECT_LE(quality.edge_length, bound.length);
    return;
  }
  FAIL() << "no roadmap " << bound.name;
}

INSTANTIATE_TEST_SUITE_P(Bundled, BoundedDrawing,
                         ::testing::Values(PictureBound{"turbo", 1515, 4, 8000},
                                           PictureBound{"self-study", 1850, 18, 20'000},
                                           PictureBound{"catalogue", 1600, 0, 0}));

}  // namespace
}  // namespace prereq
