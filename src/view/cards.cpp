#include "view/cards.hpp"

#include "view/words.hpp"

namespace prereq {

ViewCard topic_card(const TopicGraph& graph, TopicIndex index) {
  const Roadmap& roadmap = graph.roadmap();
  const Topic& topic = roadmap.topics()[index];
  ViewCard card;
  card.id = topic.id;
  card.title = topic.title;
  card.detail = card_detail(roadmap, topic);
  // What is written rounded would read back as something else.
  const std::string hours = format_hours(topic.hours);
  if (!topic.hours_guessed && parse_hours(hours) == topic.hours) card.hours = hours;
  card.kind = card.detail.empty() ? CardKind::milestone : CardKind::topic;
  card.section = topic.section;
  if (roadmap.stands_for_section(index)) {
    // A box of the same title around it would say nothing more.
    card.section = roadmap.sections()[topic.section].parent;
    card.colour = topic.section;
  }
  card.optional = topic.level == Level::optional;
  card.assumed = topic.level == Level::assumed;
  for (const Resource& resource : roadmap.resources(topic.resources)) {
    if (card.url.empty()) card.url = resource.url;
    card.tooltip.push_back(resource_line(resource));
  }
  card.label = topic_label(graph, index);
  return card;
}

ViewCard goal_card(const Roadmap& roadmap, const Goal& goal) {
  ViewCard card;
  card.kind = CardKind::goal;
  card.id = goal.id;
  card.title = goal.title;
  if (!goal.description.empty()) card.tooltip.emplace_back(goal.description);
  card.label = goal_label(roadmap, goal);
  return card;
}

std::vector<ViewSection> bare_sections(const Roadmap& roadmap) {
  std::vector<ViewSection> sections;
  for (const Section& section : roadmap.sections()) {
    ViewSection bare;
    bare.id = section.id;
    bare.title = section.title;
    bare.parent = section.parent;
    sections.push_back(std::move(bare));
  }
  return sections;
}

}  // namespace prereq
