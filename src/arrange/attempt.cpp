#include "arrange/attempt.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "arrange/clear_curves.hpp"
#include "arrange/last_resort.hpp"
#include "arrange/row_attempts.hpp"
#include "arrange/tighten.hpp"
#include "arrange/title_placement.hpp"

namespace prereq {
namespace {

constexpr int most_attempts = 4;
constexpr std::size_t most_edges_for_graphviz = 10'000;
constexpr double least_narrowing_px = 28;

std::optional<Attempt> attempt(const View& view, ArrangementPlan plan, DotEngine& dot) {
  auto coordinates = dot.lay_out(view, plan);
  if (!coordinates) return std::nullopt;
  Attempt made = {std::move(plan), std::move(*coordinates)};
  tighten(made.plan, made.coordinates);
  clear_curves(view, made.plan, made.coordinates);
  return made;
}

std::vector<std::size_t> titles_without_room(const View& view, const Attempt& made) {
  std::vector<std::size_t> sections;
  const CurveStripes curves(made.coordinates.edges);
  for (std::size_t s = 0; s < view.sections.size(); ++s) {
    if (!made.coordinates.section_boxes[s]) continue;
    if (!place_title(view, made.plan, made.coordinates, curves, s)) sections.push_back(s);
  }
  return sections;
}

// Titles of pictures that run to the right stand in what room the edges leave. Those that find none
// get a place of their own in their section's first column, and the picture is laid out again; if
// others then find none, all get one.
std::optional<Attempt> with_room_for_titles(const View& view, Attempt first, DotEngine& dot) {
  std::vector<std::size_t> crossed = titles_without_room(view, first);
  if (crossed.empty()) return first;
  for (const std::size_t s : crossed) reserve_title(view, first.plan, s);
  std::optional<Attempt> second = attempt(view, std::move(first.plan), dot);
  if (!second || titles_without_room(view, *second).empty()) return second;
  for (std::size_t s = 0; s < view.sections.size(); ++s) {
    if (second->coordinates.section_boxes[s]) reserve_title(view, second->plan, s);
  }
  return attempt(view, std::move(second->plan), dot);
}

// Nothing if Graphviz failed.
std::optional<Attempt> best_of_dot(const View& view, const ArrangeOptions& options,
                                   ArrangementPlan plan, DotEngine& dot) {
  std::optional<Attempt> best = attempt(view, std::move(plan), dot);
  if (!best || best->plan.pieces() > most_pieces_for_attempts) return best;
  if (options.direction == Direction::right) {
    return with_room_for_titles(view, *std::move(best), dot);
  }
  if (!options.max_width_px) return best;
  const double wanted = *options.max_width_px - 2 * Spacing::page_margin;
  ArrangeOptions narrower = options;
  double excess = best->coordinates.width - wanted;
  for (int tries = 1; tries < most_attempts && excess > 0; ++tries) {
    // By less than this the layering hardly ever changes.
    *narrower.max_width_px -= std::max(excess, least_narrowing_px);
    ArrangementPlan next_plan = plan_arrangement(view, narrower);
    if (next_plan.passed_rows > most_passed_rows) return best;
    std::optional<Attempt> next = attempt(view, std::move(next_plan), dot);
    if (!next) return std::nullopt;
    excess = next->coordinates.width - wanted;
    if (next->coordinates.width < best->coordinates.width) best = std::move(next);
  }
  return best;
}

bool takes_graphviz_minutes(const View& view, const ArrangementPlan& plan) {
  return plan.passed_rows > most_passed_rows || view.edges.size() > most_edges_for_graphviz;
}

}  // namespace

Attempt best_attempt(const View& view, const ArrangeOptions& options, Diagnostics& diagnostics) {
  DotEngine dot(options.child);
  return best_attempt(view, options, dot, diagnostics);
}

Attempt best_attempt(const View& view, const ArrangeOptions& options, DotEngine& dot,
                     Diagnostics& diagnostics) {
  ArrangementPlan plan = plan_feasible_arrangement(view, options);
  if (options.engine != Engine::dot) {
    if (auto rows = best_rows(view, options, plan)) return *std::move(rows);
  }
  const bool takes_minutes = takes_graphviz_minutes(view, plan);
  if (plan.direction == Direction::down &&
      (options.engine == Engine::builtin || (takes_minutes && options.engine != Engine::dot))) {
    return lay_out_upward_edges_too(view, std::move(plan));
  }
  std::string reason;
  if (takes_minutes) {
    reason = fmt::format("Graphviz would take minutes: {} edges pass {} rows in all",
                         view.edges.size(), plan.passed_rows);
  } else if (auto best = best_of_dot(view, options, std::move(plan), dot)) {
    return *std::move(best);
  } else {
    reason = "Graphviz " + dot.failure();
  }
  Diagnostic& told = diagnostics.add(Code::layout_failed, {}, std::move(reason));
  told.severity = Severity::warning;
  const bool turned = options.direction == Direction::right;
  told.notes.push_back({{},
                        turned
                            ? "prereq laid the picture out itself, downwards"
                            : "prereq laid the picture out itself, as --engine builtin asks for"});
  return lay_out_as_last_resort(view, options);
}

}  // namespace prereq
