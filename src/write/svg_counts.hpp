// Where the number of topics that a card blocks stands on its upper border.
#pragma once

#include <cstddef>
#include <vector>

#include "prereq/drawing.hpp"
#include "prereq/view.hpp"

namespace prereq {

class CountPlaces {
 public:
  // Both have to outlive it.
  CountPlaces(const View& view, const Drawing& drawing) : view_(view), drawing_(drawing) {}

  // At the right, beside a badge; or at the left where it would hide an arrow's head.
  Point right_end(std::size_t card);

 private:
  const std::vector<Point>& tips_on(std::size_t card);

  const View& view_;
  const Drawing& drawing_;
  std::vector<std::vector<Point>> tips_;  // of the arrows that end at each card, once needed
};

}  // namespace prereq
