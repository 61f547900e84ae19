#include "prereq/arrange.hpp"

#include "arrange/attempt.hpp"
#include "arrange/compose.hpp"

namespace prereq {

Drawing arrange(const View& view, const ArrangeOptions& options, Diagnostics& diagnostics) {
  const Attempt best = best_attempt(view, options, diagnostics);
  return compose(view, best.plan, best.coordinates);
}

}  // namespace prereq
