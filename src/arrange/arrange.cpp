#include "prereq/arrange.hpp"

#include <utility>

#include "arrange/compose.hpp"
#include "arrange/graphviz.hpp"
#include "arrange/plan.hpp"
#include "arrange/tighten.hpp"

namespace prereq {

namespace {

constexpr int most_attempts = 4;

// Room that edges between boxes take beside them is only known once Graphviz has drawn them, so a
// picture that came out too wide is layered again for a page that is narrower by as much.
struct Attempt {
  ArrangementPlan plan;
  Coordinates coordinates;
};

std::optional<Attempt> attempt(const View& view, const ArrangeOptions& options,
                               Diagnostics& diagnostics) {
  Attempt made;
  made.plan = plan_arrangement(view, options);
  auto coordinates = lay_out(view, made.plan, diagnostics);
  if (!coordinates) return std::nullopt;
  made.coordinates = std::move(*coordinates);
  tighten(made.plan, made.coordinates);
  return made;
}

}  // namespace

std::optional<Drawing> arrange(const View& view, const ArrangeOptions& options,
                               Diagnostics& diagnostics) {
  std::optional<Attempt> best = attempt(view, options, diagnostics);
  if (!best) return std::nullopt;
  if (options.max_width_px && options.direction == Direction::down) {
    const double wanted = *options.max_width_px - 2 * Spacing::page_margin;
    ArrangeOptions narrower = options;
    double excess = best->coordinates.width - wanted;
    for (int tries = 1; tries < most_attempts && excess > 0; ++tries) {
      *narrower.max_width_px -= excess + 4;
      std::optional<Attempt> next = attempt(view, narrower, diagnostics);
      if (!next) break;
      excess = next->coordinates.width - wanted;
      if (next->coordinates.width < best->coordinates.width) best = std::move(next);
    }
  }
  return compose(view, best->plan, best->coordinates);
}

}  // namespace prereq
