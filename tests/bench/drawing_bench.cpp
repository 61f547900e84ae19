// prereq's drawings beside those of plain dot: prints the table of docs/drawing-quality.md for
// scripts/compare-with-dot.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <vector>

#include "support/drawing_comparison.hpp"

namespace prereq {
namespace {

double median(std::vector<double> values) {
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

void print_table(Engine engine) {
  std::vector<double> crossings;
  std::vector<double> widths;
  std::size_t no_more = 0;
  std::size_t half = 0;
  fmt::print(
      "| roadmap | cards, edges | crossings | dot | width | dot | height | dot | bends | dot | "
      "cards' "
      "share | dot |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n");
  for (const testing::ComparedRoadmap& roadmap : testing::compared_roadmaps()) {
    const auto [ours, dot] = testing::compare_with_dot(roadmap, engine);
    fmt::print(
        "| {} | {}, {} | {} | {} | {:.0f} | {:.0f} | {:.0f} | {:.0f} | {} | {} | {:.2f} | "
        "{:.2f} |\n",
        roadmap.name, ours.cards, ours.edges, ours.crossings, dot.crossings, ours.width, dot.width,
        ours.height, dot.height, ours.bends, dot.bends, ours.card_share, dot.card_share);
    crossings.push_back(testing::crossing_ratio(ours, dot));
    if (ours.crossings <= dot.crossings) ++no_more;
    if (dot.width <= 1000) continue;
    widths.push_back(ours.width / dot.width);
    if (ours.width <= dot.width / 2) ++half;
  }
  fmt::print(
      "\n| | wanted | reached |\n|---|---|---|\n"
      "| crossings, as a share of dot's, in the median | at most 1 | {:.2f} |\n"
      "| roadmaps with no more crossings than dot | | {} of {} |\n"
      "| width, as a share of dot's where that is over 1,000 px, in the median | at most 0.5 | "
      "{:.2f} |\n"
      "| those of at most half dot's width | all | {} of {}, the widest {:.2f} |\n",
      median(crossings), no_more, crossings.size(), median(widths), half, widths.size(),
      *std::ranges::max_element(widths));
}

}  // namespace
}  // namespace prereq

int main() {
  std::fputs("## As without options: `--engine auto`\n\n", stdout);
  prereq::print_table(prereq::Engine::automatic);
  std::fputs("\n## Laid out by Graphviz: `--engine dot`\n\n", stdout);
  prereq::print_table(prereq::Engine::dot);
}
