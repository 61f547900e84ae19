#include "write/svg_legend.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "write/card_words.hpp"
#include "write/svg_badges.hpp"
#include "write/svg_cards.hpp"
#include "write/svg_elements.hpp"
#include "write/svg_shapes.hpp"
#include "write/svg_style.hpp"

namespace prereq {
namespace {

// A sample in the legend is drawn like the edge that it stands for.
std::string_view sample_class(LegendSample sample) {
  switch (sample) {
    case LegendSample::recommended: return edge_class(EdgeStyle::recommended);
    case LegendSample::corequisite: return edge_class(EdgeStyle::corequisite);
    case LegendSample::alternative: return edge_class(EdgeStyle::alternative);
    default: return edge_class(EdgeStyle::required);
  }
}

void write_state_sample(XmlWriter& xml, CardState state, const Box& area) {
  ViewCard card;
  card.kind = CardKind::milestone;
  card.state = state;
  xml.open("g").attribute("class", state_name(state));
  write_box(xml, area, "card", std::min(card_radius, area.height / 3));
  write_state_badge(xml, card, area);
  xml.close();
}

void write_sample(XmlWriter& xml, LegendSample sample, const Box& area) {
  switch (sample) {
    case LegendSample::optional_topic:
      xml.open("g").attribute("class", "optional");
      write_box(xml, area, "card", std::min(card_radius, area.height / 3));
      xml.close();
      return;
    case LegendSample::assumed_topic:
      write_box(xml, area, "card", std::min(card_radius, area.height / 3));
      write_badge(xml, Badge::tick, area);
      return;
    case LegendSample::milestone: write_milestone(xml, area); return;
    case LegendSample::goal: write_path(xml, "card flag", flag_path(area)); return;
    case LegendSample::done: write_state_sample(xml, CardState::done, area); return;
    case LegendSample::ready: write_state_sample(xml, CardState::ready, area); return;
    case LegendSample::blocked: write_state_sample(xml, CardState::blocked, area); return;
    case LegendSample::context:
      xml.open("g").attribute("class", "context");
      write_box(xml, area, "card", std::min(card_radius, area.height / 3));
      xml.close();
      return;
    case LegendSample::chosen:
      xml.open("g").attribute("class", "emphasized");
      write_box(xml, area, "card", std::min(card_radius, area.height / 3));
      xml.close();
      return;
    case LegendSample::blocking:
      xml.open("g").attribute("class", shade_class(most_shade));
      write_box(xml, area, "card", std::min(card_radius, area.height / 3));
      write_count(xml, 9, {area.right() - 8, area.y + area.height / 2});
      xml.close();
      return;
    default: break;
  }
  const double y = area.y + area.height / 2;
  const Point start{area.x, y};
  const Point tip{area.right(), y};
  const DrawnEdge line{{start, start, tip, tip}, {}};
  const DrawnEdge arrow{{start}, tip};
  const bool pointed = sample != LegendSample::alternative;
  std::string extra;
  if (sample == LegendSample::cycle) extra = " cycle";
  if (sample == LegendSample::critical) extra = emphasis_class(Emphasis::strong);
  write_path(xml, std::string(sample_class(sample)) + extra,
             pointed ? edge_path(arrow) : edge_path(line));
  if (pointed) write_path(xml, "tip" + extra, arrow_path(arrow));
  if (sample == LegendSample::both_ways) write_path(xml, "tip", arrow_path({{tip}, start}));
}

}  // namespace

void write_legend(XmlWriter& xml, const Drawing& drawing) {
  if (drawing.legend.empty()) return;
  xml.line().open("g").attribute("class", "legend").attribute("aria-hidden", "true");
  for (const DrawnLegendEntry& entry : drawing.legend) {
    xml.line();
    write_sample(xml, entry.sample, entry.box);
    for (const SetText& line : set_texts({&entry.text, 1})) write_text(xml, line);
  }
  xml.line().close();
}

}  // namespace prereq
