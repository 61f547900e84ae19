// Graphviz as a placer that may fail: in this process, or in a child that may crash or hang.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "arrange/place/graphviz_place.hpp"
#include "prereq/arrange.hpp"

namespace prereq {

using PlaceFunction = std::function<std::optional<Placement>(const View& view, const PagePlan& plan,
                                                             std::string& failure)>;

// For one picture, which may be placed several times: the time that is left shrinks.
class Placer {
 public:
  explicit Placer(std::optional<LayoutLimits> limits, PlaceFunction place = place_by_graphviz)
      : limits_(limits), place_(std::move(place)) {}

  // Nothing, and why in failure(), if there is no placement, or none of this plan.
  std::optional<Placement> place(const View& view, const PagePlan& plan);

  // Words that follow "Graphviz"; empty as long as it has not failed.
  const std::string& failure() const { return failure_; }

 private:
  std::optional<Placement> place_in_child(const View& view, const PagePlan& plan);

  std::optional<LayoutLimits> limits_;
  PlaceFunction place_;
  std::string failure_;
  double seconds_used_ = 0;
};

// What Graphviz said, as words that can be shown: printable ASCII of at most a line.
std::string words_of_graphviz(std::string_view message);

}  // namespace prereq
