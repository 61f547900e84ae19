#include "arrange/legend.hpp"

#include <algorithm>
#include <string_view>

#include "arrange/text_style.hpp"

namespace prereq {
namespace {

struct Wording {
  LegendSample sample;
  std::string_view words;
};

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
    case LegendSample::milestone: return has_card(CardKind::milestone);
    case LegendSample::goal: return has_card(CardKind::goal);
    case LegendSample::done: return has_state(CardState::done);
    case LegendSample::ready: return has_state(CardState::ready);
    case LegendSample::blocked: return has_state(CardState::blocked);
    case LegendSample::context: return std::ranges::any_of(view.cards, &ViewCard::context);
    case LegendSample::both_ways: return std::ranges::any_of(view.edges, &ViewEdge::both_ways);
    case LegendSample::cycle: return std::ranges::any_of(view.edges, &ViewEdge::in_cycle);
  }
  return false;
}

constexpr Wording wordings[] = {
    {LegendSample::required, "required"},
    {LegendSample::alternative, "one of several"},
    {LegendSample::recommended, "recommended"},
    {LegendSample::corequisite, "before or together"},
    {LegendSample::optional_topic, "optional"},
    {LegendSample::milestone, "milestone"},
    {LegendSample::goal, "goal"},
    {LegendSample::done, "done"},
    {LegendSample::ready, "ready to start"},
    {LegendSample::blocked, "needs others first"},
    {LegendSample::context, "elsewhere in the roadmap"},
    {LegendSample::both_ways, "need each other"},
    {LegendSample::cycle, "cycle: none can be first"},
};

constexpr double sample_width = 30;
constexpr double line_height = 22;

}  // namespace

std::vector<DrawnLegendEntry> make_legend(const View& view, double width_px, double& height_px) {
  std::vector<DrawnLegendEntry> entries;
  double x = 0;
  double y = 0;
  for (const auto& [sample, words] : wordings) {
    if (!uses(view, sample)) continue;
    const double text_width = text_width_px(words, text_style(TextRole::legend));
    const double width = sample_width + 7 + text_width;
    if (x > 0 && x + width > width_px) {
      x = 0;
      y += line_height;
    }
    entries.push_back({sample,
                       {x, y + 3, sample_width, line_height - 6},
                       {std::string(words),
                        {x + sample_width + 7, y + 15},
                        text_width,
                        false,
                        TextRole::legend}});
    x += width + 22;
  }
  height_px = entries.empty() ? 0 : y + line_height;
  return entries;
}

}  // namespace prereq
