#include "cli/large_picture.hpp"

#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "cli/words.hpp"

namespace prereq::cli {
namespace {

// At the width of a page, titles would be less than 5 px high; or dozens of screens would pass.
constexpr double widest_px = 3000;
constexpr double tallest_px = 30'000;

}  // namespace

std::optional<std::string> advice_on_large_picture(const Drawing& drawing, const Roadmap& roadmap) {
  if (drawing.width <= widest_px && drawing.height <= tallest_px) return std::nullopt;
  std::vector<std::string> views;
  if (!roadmap.sections().empty()) {
    views.emplace_back("the sections from afar (--collapse all)");
    views.emplace_back("a picture for each of them (--split -o FOLDER)");
  }
  if (!roadmap.goals().empty()) views.emplace_back("the way to one goal (--to GOAL)");
  views.emplace_back("what is around a topic (--around TOPIC --depth 2)");
  return fmt::format("the picture is {:.0f} x {:.0f} px, too large for a page; to be read, draw {}",
                     drawing.width, drawing.height, join(views, ", or "));
}

std::optional<std::string> advice_on_left_out_lines(const Drawing& drawing) {
  if (drawing.left_out_lines == 0) return std::nullopt;
  return fmt::format(
      "{} of {} lines are left out of the picture, the longest ones: draw less of it "
      "(--collapse, --to, --around)",
      drawing.left_out_lines, drawing.edges.size());
}

std::optional<std::string> advice_on_wide_picture(const Drawing& drawing,
                                                  const ArrangeOptions& options,
                                                  const std::string& source) {
  if (!options.max_width_px || drawing.width <= *options.max_width_px) return std::nullopt;
  const std::string excess =
      fmt::format("the picture is {:.0f} px wide, more than the {:.0f} that {} asks for: ",
                  std::ceil(drawing.width), *options.max_width_px, source);
  if (options.direction == Direction::right) {
    return excess + "only --direction down keeps to a width";
  }
  return excess + "draw less of it (--collapse, --to), or allow it that much";
}

}  // namespace prereq::cli
