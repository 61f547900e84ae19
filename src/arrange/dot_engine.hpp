// Graphviz as an engine that may fail: in this process, or in a child that may crash or hang.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "arrange/coordinates.hpp"
#include "arrange/graphviz.hpp"
#include "arrange/plan.hpp"

namespace prereq {

using LayoutFunction = std::function<std::optional<Coordinates>(
    const View& view, const ArrangementPlan& plan, std::string& failure)>;

// For one picture, which may be laid out several times: the time that is left shrinks.
class DotEngine {
 public:
  explicit DotEngine(std::optional<LayoutLimits> limits,
                     LayoutFunction lay_out = lay_out_by_graphviz)
      : limits_(limits), lay_out_(std::move(lay_out)) {}

  // Nothing, and why in failure(), if there are none, or none that are coordinates of this plan.
  std::optional<Coordinates> lay_out(const View& view, const ArrangementPlan& plan);

  // Words that follow "Graphviz"; empty as long as it has not failed.
  const std::string& failure() const { return failure_; }

 private:
  std::optional<Coordinates> lay_out_in_child(const View& view, const ArrangementPlan& plan);

  std::optional<LayoutLimits> limits_;
  LayoutFunction lay_out_;
  std::string failure_;
  double seconds_used_ = 0;
};

// What Graphviz said, as words that can be shown: printable ASCII of at most a line.
std::string words_of_graphviz(std::string_view message);

}  // namespace prereq
