// The samples that a picture needs, each with its words, set side by side and then in further rows.
#include "arrange/legend.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

#include "arrange/text_style.hpp"

namespace prereq {
namespace {

struct Wording {
  LegendSample sample;
  std::string_view words;
};

bool brings_out(const View& view, Emphasizing what) {
  return view.emphasizing == what &&
         std::ranges::find(view.cards, Emphasis::strong, &ViewCard::emphasis) != view.cards.end();
}

// Its tick; where it is known, the tick means that.
bool shows_assumed(const ViewCard& card) {
  return card.assumed && !card.in_cycle && card.state != CardState::done;
}

bool has_pennants(const ViewCard& card) { return !card.pennants.empty(); }

bool has_done_pennant(const View& view) {
  return std::ranges::any_of(view.cards, [](const ViewCard& card) {
    return std::ranges::find(card.pennants, CardState::done, &ViewPennant::state) !=
           card.pennants.end();
  });
}

bool uses(const View& view, LegendSample sample) {
  const auto has_edge = [&](EdgeStyle style) {
    return std::ranges::find(view.edges, style, &ViewEdge::style) != view.edges.end();
  };
  const auto has_card = [&](CardKind kind) {
    return std::ranges::find(view.cards, kind, &ViewCard::kind) != view.cards.end();
  };
  const auto has_state = [&](CardState state) {
    return std::ranges::find(view.cards, state, &ViewCard::state) != view.cards.end();
  };
  switch (sample) {
    case LegendSample::required: return has_edge(EdgeStyle::required);
    case LegendSample::recommended: return has_edge(EdgeStyle::recommended);
    case LegendSample::corequisite: return has_edge(EdgeStyle::corequisite);
    case LegendSample::alternative: return has_edge(EdgeStyle::alternative);
    case LegendSample::optional_topic: return std::ranges::any_of(view.cards, &ViewCard::optional);
    case LegendSample::assumed_topic: return std::ranges::any_of(view.cards, shows_assumed);
    case LegendSample::milestone: return has_card(CardKind::milestone);
    case LegendSample::goal:
      return has_card(CardKind::goal) || std::ranges::any_of(view.cards, has_pennants);
    case LegendSample::done: return has_state(CardState::done) || has_done_pennant(view);
    case LegendSample::ready: return has_state(CardState::ready);
    case LegendSample::blocked: return has_state(CardState::blocked);
    case LegendSample::context: return std::ranges::any_of(view.cards, &ViewCard::context);
    case LegendSample::both_ways: return std::ranges::any_of(view.edges, &ViewEdge::both_ways);
    case LegendSample::cycle: return std::ranges::any_of(view.edges, &ViewEdge::in_cycle);
    case LegendSample::critical: return brings_out(view, Emphasizing::critical);
    case LegendSample::chosen: return brings_out(view, Emphasizing::chosen);
    case LegendSample::blocking:
      return std::ranges::any_of(view.cards, [](const ViewCard& card) { return card.blocks > 0; });
  }
  return false;
}

constexpr Wording wordings[] = {
    {LegendSample::required, "required"},
    {LegendSample::alternative, "one of several"},
    {LegendSample::recommended, "recommended"},
    {LegendSample::corequisite, "before or together"},
    {LegendSample::optional_topic, "optional"},
    {LegendSample::assumed_topic, "taken as known"},
    {LegendSample::milestone, "milestone"},
    {LegendSample::goal, "goal"},
    {LegendSample::done, "done"},
    {LegendSample::ready, "ready to start"},
    {LegendSample::blocked, "needs others first"},
    {LegendSample::context, "elsewhere in the roadmap"},
    {LegendSample::both_ways, "need each other"},
    {LegendSample::cycle, "cycle: none can be first"},
    {LegendSample::critical, "on the critical path"},
    {LegendSample::chosen, "brought out"},
    {LegendSample::blocking, "number of topics that it blocks"},
};

constexpr double sample_width = 30;
constexpr double sample_to_words = 7;
constexpr double between_entries = 22;
constexpr double line_height = 22;

// Where entries of these widths begin, broken into lines of at most `line_px`.
std::vector<Point> broken_into_lines(std::span<const double> widths, double line_px) {
  std::vector<Point> places;
  double x = 0;
  double y = 0;
  for (const double width : widths) {
    if (x > 0 && x + width > line_px) {
      x = 0;
      y += line_height;
    }
    places.push_back({x, y});
    x += width + between_entries;
  }
  return places;
}

// As few lines as there can be, and those as even as can be: an entry alone in the last one looks
// forgotten. O(entries³), of which there are 17.
std::vector<Point> in_even_lines(std::span<const double> widths, double line_px) {
  std::vector<Point> best = broken_into_lines(widths, line_px);
  for (std::size_t first = 0; first < widths.size(); ++first) {
    double narrower = -between_entries;
    for (const double width : widths.subspan(first)) {
      narrower += between_entries + width;
      if (narrower >= line_px) break;
      std::vector<Point> places = broken_into_lines(widths, narrower);
      if (places.back().y > best.back().y) continue;
      best = std::move(places);
      line_px = narrower;
    }
  }
  return best;
}

}  // namespace

std::vector<DrawnLegendEntry> make_legend(const View& view, double width_px, double& height_px) {
  std::vector<Wording> used;
  std::ranges::copy_if(wordings, std::back_inserter(used),
                       [&](const Wording& wording) { return uses(view, wording.sample); });
  height_px = 0;
  if (used.empty()) return {};
  constexpr double before_words = sample_width + sample_to_words;
  std::vector<double> widths;
  widths.reserve(used.size());
  for (const Wording& wording : used) {
    widths.push_back(before_words + text_width_px(wording.words, text_style(TextRole::legend)));
  }
  const std::vector<Point> places = in_even_lines(widths, width_px);
  std::vector<DrawnLegendEntry> entries;
  entries.reserve(used.size());
  for (std::size_t i = 0; i < used.size(); ++i) {
    const auto [x, y] = places[i];
    entries.push_back({used[i].sample,
                       {x, y + 3, sample_width, line_height - 6},
                       {std::string(used[i].words),
                        {x + before_words, y + 15},
                        widths[i] - before_words,
                        false,
                        TextRole::legend}});
  }
  height_px = places.back().y + line_height;
  return entries;
}

}  // namespace prereq
