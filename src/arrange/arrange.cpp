// Plan, place, dress, compose; and what to do when that fails.
#include "prereq/arrange.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "arrange/arrange_with.hpp"
#include "arrange/builtin/builtin.hpp"
#include "arrange/compose.hpp"
#include "arrange/dress/dress.hpp"
#include "arrange/plan/page_plan.hpp"

namespace prereq {
namespace {

// What Graphviz is given. By default, what takes it and the planner less than two seconds; if it is
// asked for, what does not take minutes.
struct Bounds {
  std::size_t cards;
  std::size_t edges;
  std::size_t slots;  // cards, titles, borders, and where edges pass rows, all together
};
constexpr Bounds by_default = {330, 1000, 6'000};
constexpr Bounds when_asked = {2'000, 10'000, 24'000};

constexpr std::size_t most_cards_of_medium = 150;
constexpr double least_narrowing_px = 28;  // by less than this the plan hardly ever changes

struct Page {
  PagePlan plan;
  Coordinates at;
};

std::size_t count_slots(const PagePlan& plan) {
  std::size_t slots = 0;
  for (const auto& row : plan.rows) slots += row.size();
  return slots;
}

// Of the picture, whatever the plan: one card, or one title in its box.
double least_width(const PagePlan& plan) {
  double widest = 0;
  for (const DrawnCard& card : plan.cards) widest = std::max(widest, card.box.width);
  for (const MeasuredTitle& title : plan.titles) {
    widest = std::max(widest, title.width + 2 * Spacing::box_padding);
  }
  return widest;
}

class Arranger {
 public:
  Arranger(const View& view, const ArrangeOptions& options, Placer& placer)
      : view_(view),
        options_(options),
        bounds_(options.engine == Engine::dot ? when_asked : by_default),
        placer_(placer) {}

  // Nothing, and why in failure(), if Graphviz failed or would take too long.
  std::optional<Page> arrange() {
    if (view_.cards.size() > bounds_.cards || view_.edges.size() > bounds_.edges) {
      failure_ = fmt::format("Graphviz would take minutes: {} cards and {} edges",
                             view_.cards.size(), view_.edges.size());
      return std::nullopt;
    }
    // At the worst every edge passes every row.
    const std::size_t most_places =
        view_.cards.size() + view_.edges.size() * (view_.cards.size() + view_.sections.size());
    if (most_places > bounds_.slots && !fits(count_sketched_places(view_, options_))) {
      return std::nullopt;
    }
    PagePlan plan = plan_page(view_, options_);
    if (!options_.max_width_px || options_.direction == Direction::right) return attempt(plan);
    const double wanted = *options_.max_width_px - 2 * Spacing::page_margin;
    ArrangeOptions narrower = options_;
    std::optional<Page> best;
    for (int narrowings = 0;; ++narrowings) {
      const bool is_last = narrowings == most_narrowings() || least_width(plan) >= wanted;
      // What does not even fit as planned need not be placed.
      double excess = least_breadth(plan) - wanted;
      if (excess <= 0 || is_last) {
        std::optional<Page> page = attempt_to_fit(plan, wanted);
        // Out of time is said, and not made up for: else slow machines would draw other pictures.
        if (!page) return is_too_large_ ? best : std::nullopt;
        excess = page->at.width - wanted;
        if (!best || page->at.width < best->at.width) best = std::move(page);
      }
      if (excess <= 0 || is_last) return best;
      *narrower.max_width_px -= std::max(1.2 * excess, least_narrowing_px);
      plan = plan_page(view_, narrower);
      plan.pull = strongest_pull;
    }
  }

  const std::string& failure() const { return failure_; }

 private:
  // The larger the picture, the longer each takes.
  int most_narrowings() const { return view_.cards.size() <= most_cards_of_medium ? 4 : 2; }

  // Pulled together as strongly as can be, where that is needed.
  std::optional<Page> attempt_to_fit(const PagePlan& plan, double wanted) {
    std::optional<Page> page = attempt(plan);
    if (!page || page->at.width <= wanted || plan.pull == strongest_pull) return page;
    PagePlan pulled = plan;
    pulled.pull = strongest_pull;
    std::optional<Page> next = attempt(std::move(pulled));
    if (!next) return std::nullopt;
    return next->at.width < page->at.width ? std::move(next) : std::move(page);
  }

  bool fits(std::size_t slots) {
    is_too_large_ = slots > bounds_.slots;
    if (!is_too_large_) return true;
    failure_ = fmt::format(
        "Graphviz would take minutes: cards, borders and edges that pass rows take {} places",
        slots);
    return false;
  }

  std::optional<Page> attempt(PagePlan plan) {
    if (!fits(count_slots(plan))) return std::nullopt;
    auto placement = placer_.place(view_, plan);
    if (!placement) {
      failure_ = "Graphviz " + placer_.failure();
      return std::nullopt;
    }
    Coordinates at = dress(view_, plan, *std::move(placement));
    return Page{std::move(plan), std::move(at)};
  }

  const View& view_;
  const ArrangeOptions& options_;
  const Bounds& bounds_;
  Placer& placer_;
  std::string failure_;
  bool is_too_large_ = false;
};

void warn(std::string reason, Direction direction, Diagnostics& diagnostics) {
  Diagnostic& told = diagnostics.add(Code::layout_failed, {}, std::move(reason));
  told.severity = Severity::warning;
  told.notes.push_back({{},
                        direction == Direction::right
                            ? "prereq laid the picture out itself, downwards"
                            : "prereq laid the picture out itself, as --engine builtin asks for"});
}

Drawing composed(const View& view, const PagePlan& plan, const Coordinates& at, PlacedBy placer) {
  Drawing drawing = compose(view, plan, at);
  drawing.placed_by = placer;
  return drawing;
}

}  // namespace

Drawing arrange(const View& view, const ArrangeOptions& options, Diagnostics& diagnostics) {
  Placer placer(options.child);
  return arrange_with(view, options, placer, diagnostics);
}

Drawing arrange_with(const View& view, const ArrangeOptions& options, Placer& placer,
                     Diagnostics& diagnostics) {
  if (options.engine != Engine::builtin) {
    Arranger arranger(view, options, placer);
    if (const auto page = arranger.arrange()) {
      return composed(view, page->plan, page->at, PlacedBy::graphviz);
    }
    const bool failed = !placer.failure().empty();
    if (failed || options.engine == Engine::dot) {
      warn(arranger.failure(), options.direction, diagnostics);
    }
  }
  const PlainPage page = arrange_plainly(view, options);
  return composed(view, page.plan, page.at, PlacedBy::builtin);
}

}  // namespace prereq
