#include "support/roadmap_text.hpp"

namespace prereq::testing {
namespace {

void add_entries(std::string& text, const Roadmap& roadmap, IndexRange range) {
  text += '[';
  const char* separator = "";
  for (const Requirement& entry : roadmap.requirements(range)) {
    text += separator;
    separator = ", ";
    if (entry.kind == RequirementKind::topic) {
      text += entry.name;
      continue;
    }
    text += "{at-least: " + std::to_string(entry.least) + ", of: ";
    add_entries(text, roadmap, entry.entries);
    text += '}';
  }
  text += ']';
}

}  // namespace

std::string roadmap_text(const Roadmap& roadmap) {
  std::string text = "topics:\n";
  for (const Topic& topic : roadmap.topics()) {
    text += "  " + std::string(topic.id) +
            ": {hours: " + std::to_string(topic.hours.midpoint().seconds() / 60) +
            "min, requires: ";
    add_entries(text, roadmap, topic.requirements);
    text += ", corequisites: ";
    add_entries(text, roadmap, topic.corequisites);
    text += "}\n";
  }
  if (!roadmap.goals().empty()) text += "goals:\n";
  for (const Goal& goal : roadmap.goals()) {
    text += "  " + std::string(goal.id) + ": {requires: ";
    add_entries(text, roadmap, goal.requirements);
    text += "}\n";
  }
  return text;
}

}  // namespace prereq::testing
