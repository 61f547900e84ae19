#include "arrange/attempt.hpp"

#include <utility>

#include "arrange/clear_curves.hpp"
#include "arrange/tighten.hpp"

namespace prereq {
namespace {

constexpr int most_attempts = 4;

std::optional<Attempt> attempt(const View& view, const ArrangeOptions& options,
                               Diagnostics& diagnostics) {
  Attempt made;
  made.plan = plan_arrangement(view, options);
  auto coordinates = lay_out(view, made.plan, diagnostics);
  if (!coordinates) return std::nullopt;
  made.coordinates = std::move(*coordinates);
  tighten(made.plan, made.coordinates);
  clear_curves(view, made.plan, made.coordinates);
  return made;
}

}  // namespace

std::optional<Attempt> best_attempt(const View& view, const ArrangeOptions& options,
                                    Diagnostics& diagnostics) {
  std::optional<Attempt> best = attempt(view, options, diagnostics);
  if (!best || !options.max_width_px || options.direction != Direction::down) return best;
  const double wanted = *options.max_width_px - 2 * Spacing::page_margin;
  ArrangeOptions narrower = options;
  double excess = best->coordinates.width - wanted;
  for (int tries = 1; tries < most_attempts && excess > 0; ++tries) {
    *narrower.max_width_px -= excess + 4;
    std::optional<Attempt> next = attempt(view, narrower, diagnostics);
    if (!next) return std::nullopt;
    excess = next->coordinates.width - wanted;
    if (next->coordinates.width < best->coordinates.width) best = std::move(next);
  }
  return best;
}

}  // namespace prereq
