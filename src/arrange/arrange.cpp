#include "prereq/arrange.hpp"

#include "arrange/compose.hpp"
#include "arrange/graphviz.hpp"
#include "arrange/plan.hpp"

namespace prereq {

std::optional<Drawing> arrange(const View& view, const ArrangeOptions& options,
                               Diagnostics& diagnostics) {
  const ArrangementPlan plan = plan_arrangement(view, options);
  const auto coordinates = lay_out(view, plan, diagnostics);
  if (!coordinates) return std::nullopt;
  return compose(view, plan, *coordinates);
}

}  // namespace prereq
