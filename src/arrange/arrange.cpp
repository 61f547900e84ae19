#include "prereq/arrange.hpp"

#include "arrange/attempt.hpp"
#include "arrange/compose.hpp"

namespace prereq {

std::optional<Drawing> arrange(const View& view, const ArrangeOptions& options,
                               Diagnostics& diagnostics) {
  const std::optional<Attempt> best = best_attempt(view, options, diagnostics);
  if (!best) return std::nullopt;
  return compose(view, best->plan, best->coordinates);
}

}  // namespace prereq
