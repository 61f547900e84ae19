#include "prereq/arrange.hpp"

#include <cstdlib>

#include "arrange/attempt.hpp"
#include "arrange/compose.hpp"
#include "arrange/dress/rows.hpp"
#include "arrange/place/graphviz_place.hpp"
#include "arrange/plan/page_plan.hpp"
#include "arrange/tighten.hpp"

namespace prereq {

Drawing arrange(const View& view, const ArrangeOptions& options, Diagnostics& diagnostics) {
  if (std::getenv("PREREQ_NAILED") != nullptr) {
    std::string failure;
    const PagePlan plan = plan_page(view, options);
    auto at = place_by_graphviz(view, plan, failure);
    if (at) {
      set_rows(plan, *at);
      ArrangementPlan old;
      old.direction = plan.direction;
      old.cards = plan.cards;
      old.titles = plan.titles;
      crop(old, *at);
      return compose(view, old, *at);
    }
    std::fprintf(stderr, "FAILED %s\n", failure.c_str());
  }
  const Attempt best = best_attempt(view, options, diagnostics);
  return compose(view, best.plan, best.coordinates);
}

}  // namespace prereq
