// Roadmaps written in a test, and their drawings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "prereq/arrange.hpp"
#include "prereq/view.hpp"
#include "support/drawing_checks.hpp"

namespace prereq::testing {

// A failure of the test if the text has errors.
View view_of(std::string_view yaml, const ViewOptions& options = {});

// The bundled roadmap of that name.
View bundled_view(const std::string& name);

// The bundled roadmaps of these names as one.
View joined_view(const std::vector<std::string>& names);

// A failure of the test, and nothing drawn, if the layout fails.
Drawing draw(const View& view, const ArrangeOptions& options = {});

// What is wrong with the view's drawing: all of drawing_checks.hpp, and for pictures that run down
// dependents that do not stand below, and a width beyond what was asked for.
Complaints complaints_about(const View& view, const ArrangeOptions& options = {});

inline constexpr ArrangeOptions rightwards = {Direction::right, default_max_width_px};
inline constexpr ArrangeOptions unbounded = {Direction::down, std::nullopt};

// `topics:` with `count` topics named t0, t1, …; `fields` gives what stands in the braces.
template <typename Function>
std::string topics_yaml(int count, Function&& fields) {
  std::string yaml = "topics:\n";
  for (int i = 0; i < count; ++i) {
    yaml += "  t" + std::to_string(i) + ": {" + fields(i) + "}\n";
  }
  return yaml;
}

}  // namespace prereq::testing
