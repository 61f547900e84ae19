// Plan, place, dress, compose; and what to do when that fails.
#include "prereq/arrange.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "arrange/arrange_with.hpp"
#include "arrange/builtin/builtin.hpp"
#include "arrange/child.hpp"
#include "arrange/compose.hpp"
#include "arrange/drawing_bytes.hpp"
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
  std::size_t work;   // edges times slots: how long it takes to lead the lines
};
constexpr Bounds by_default = {330, 1000, 6'000, 1'200'000};
constexpr Bounds when_asked = {2'000, 10'000, 24'000, 100'000'000};

constexpr std::size_t most_edges_of_medium = 300;
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
  int most_narrowings() const { return view_.edges.size() > most_edges_of_medium ? 1 : 4; }

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
    is_too_large_ = slots > bounds_.slots || slots * view_.edges.size() > bounds_.work;
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

constexpr double least_seconds_of_own = 5;  // for prereq's own layout, whatever was used before

Drawing composed(const View& view, const PagePlan& plan, const Coordinates& at, PlacedBy placer) {
  Drawing drawing = compose(view, plan, at);
  drawing.placed_by = placer;
  return drawing;
}

// A drawing, and why Graphviz did not place it where that is to be told.
struct Arranged {
  Drawing drawing;
  std::string failure;
};

Drawing arrange_plainly_composed(const View& view, const ArrangeOptions& options) {
  const PlainPage page = arrange_plainly(view, options);
  return composed(view, page.plan, page.at, PlacedBy::builtin);
}

Arranged arrange_here(const View& view, const ArrangeOptions& options, Placer& placer) {
  Arranged arranged;
  if (options.engine != Engine::builtin) {
    Arranger arranger(view, options, placer);
    if (const auto page = arranger.arrange()) {
      return {composed(view, page->plan, page->at, PlacedBy::graphviz), {}};
    }
    const bool failed = !placer.failure().empty();
    if (failed || options.engine == Engine::dot) arranged.failure = arranger.failure();
  }
  arranged.drawing = arrange_plainly_composed(view, options);
  return arranged;
}

// Everything that takes long is done in children, each with what is left of the time: first all as
// asked for, then prereq's own layout alone. The last resort needs no time to speak of.
class GuardedArranger {
 public:
  GuardedArranger(const View& view, const ArrangeOptions& options, Placer& placer)
      : view_(view), options_(options), placer_(placer) {}

  Arranged arrange() {
    std::string failure;
    const bool is_own = options_.engine == Engine::builtin;
    if (auto arranged = try_to(seconds_for_all(), failure,
                               [&] { return arrange_here(view_, options_, placer_); })) {
      return *std::move(arranged);
    }
    // Planning for Graphviz counts as its time.
    const std::string first = (is_own ? "prereq's own layout " : "Graphviz ") + failure;
    if (!is_own) {
      if (auto arranged = try_to(least_seconds_of_own, failure, [&] {
            return Arranged{arrange_plainly_composed(view_, options_), first};
          })) {
        return *std::move(arranged);
      }
    }
    const PlainPage page = arrange_without_lines(view_, options_);
    return {composed(view_, page.plan, page.at, PlacedBy::builtin), first};
  }

 private:
  double seconds_for_all() const {
    const double wanted = options_.child->seconds;
    const bool is_own = options_.engine == Engine::builtin;
    return is_own ? std::max(wanted, least_seconds_of_own) : wanted + least_seconds_of_own;
  }

  template <typename Work>
  std::optional<Arranged> try_to(double seconds, std::string& failure, const Work& work) const {
    const ChildResult result = run_in_child(
        [&] {
          const Arranged arranged = work();
          return arranged.failure + '\0' + to_bytes(arranged.drawing);
        },
        {seconds, options_.child->memory_bytes});
    if (!result.finished) {
      failure = result.timed_out ? fmt::format("took longer than {:g} s", options_.child->seconds)
                                 : result.failure;
      return std::nullopt;
    }
    const std::string_view bytes = result.bytes;
    const std::size_t end = std::min(bytes.find('\0'), bytes.size() - 1);
    auto drawing = drawing_from_bytes(bytes.substr(end + 1), view_);
    if (!drawing) {
      failure = "gave no drawing";
      return std::nullopt;
    }
    return Arranged{*std::move(drawing), std::string(bytes.substr(0, end))};
  }

  const View& view_;
  const ArrangeOptions& options_;
  Placer& placer_;
};

void warn(const std::string& failure, const Drawing& drawing, Direction direction,
          Diagnostics& diagnostics) {
  Diagnostic& told = diagnostics.add(Code::layout_failed, {}, failure);
  told.severity = Severity::warning;
  const bool has_lines = drawing.edges.empty() || drawing.left_out_lines < drawing.edges.size();
  told.notes.push_back({{},
                        !has_lines ? "prereq drew the cards alone, without lines"
                        : direction == Direction::right
                            ? "prereq laid the picture out itself, downwards"
                            : "prereq laid the picture out itself, as --engine builtin asks for"});
}

}  // namespace

Drawing arrange(const View& view, const ArrangeOptions& options, Diagnostics& diagnostics) {
  Placer placer(options.child);
  return arrange_with(view, options, placer, diagnostics);
}

Drawing arrange_with(const View& view, const ArrangeOptions& options, Placer& placer,
                     Diagnostics& diagnostics) {
  Arranged arranged = options.child ? GuardedArranger(view, options, placer).arrange()
                                    : arrange_here(view, options, placer);
  if (!arranged.failure.empty()) {
    warn(arranged.failure, arranged.drawing, options.direction, diagnostics);
  }
  return std::move(arranged.drawing);
}

}  // namespace prereq
