#include "prereq/arrange.hpp"

#include <cstdlib>

#include "arrange/attempt.hpp"
#include "arrange/compose.hpp"
#include "arrange/dress/dress.hpp"
#include "arrange/place/graphviz_place.hpp"
#include "arrange/plan/page_plan.hpp"
#include "arrange/tighten.hpp"

namespace prereq {

Drawing arrange(const View& view, const ArrangeOptions& options, Diagnostics& diagnostics) {
  if (std::getenv("PREREQ_NAILED") != nullptr) {
    std::string failure;
    const PagePlan plan = plan_page(view, options);
    auto placement = place_by_graphviz(view, plan, failure);
    if (placement) {
      ArrangementPlan old;
      old.direction = plan.direction;
      old.cards = plan.cards;
      old.titles = plan.titles;
      return compose(view, old, dress(view, plan, *std::move(placement)));
    }
    std::fprintf(stderr, "FAILED %s\n", failure.c_str());
  }
  const Attempt best = best_attempt(view, options, diagnostics);
  return compose(view, best.plan, best.coordinates);
}

}  // namespace prereq
