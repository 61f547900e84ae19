#include <algorithm>

#include "prereq/path_report.hpp"
#include "write/path_words.hpp"
#include "write/report_text.hpp"
#include "write/timetable_words.hpp"

namespace prereq {
namespace {

// Author text as Markdown text: on one line, nothing in it is markup.
std::string escaped(std::string_view text) {
  std::string out;
  const std::string shown = visible(text);
  for (const char c : shown) {
    if (std::string_view("\\`*_{}[]<>()#+-.!|~&").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// Inside `<…>`, where only these and line breaks end a destination.
std::string destination(std::string_view url) {
  std::string out;
  for (const char c : url) {
    if (c == '<') {
      out += "%3C";
    } else if (c == '>') {
      out += "%3E";
    } else if (c == '\\') {
      out += "%5C";
    } else if (static_cast<unsigned char>(c) <= ' ') {
      out += "%20";
    } else {
      out += c;
    }
  }
  return out;
}

std::string resource_markdown(const Resource& resource) {
  std::string text = resource.url.empty()
                         ? escaped(resource.title)
                         : "[" + escaped(resource.title) + "](<" + destination(resource.url) + ">)";
  if (!resource.by.empty()) text += " by " + escaped(resource.by);
  std::string about = escaped(resource.part);
  if (resource.cost != Cost::unstated) {
    about += (about.empty() ? "" : ", ") + std::string(to_string(resource.cost));
  }
  return about.empty() ? text : text + " (" + about + ")";
}

}  // namespace

std::string path_markdown(const TopicGraph& graph, const Path& path, const Timetable* timetable) {
  const Roadmap& roadmap = graph.roadmap();
  const std::string target = escaped(target_words(roadmap, path.targets));
  if (path.steps.empty()) return "Nothing left to learn for " + target + ".\n";
  std::string out = path.optimal ? "**Shortest path to " : "**Best path found to ";
  out += target + "**: " + counted(path.steps.size(), "topic") + ", " + format_hours(path.hours);
  if (!path.optimal) {
    out +=
        " (not proven shortest; no path is under " + cost_words(path.lower_bound, path.unit) + ")";
  }
  if (timetable != nullptr) out += "; " + timetable_words(*timetable);
  out += "\n";
  std::size_t section = SIZE_MAX;
  for (std::size_t at = 0; at < path.steps.size(); ++at) {
    const PathStep& step = path.steps[at];
    const Topic& topic = roadmap.topics()[step.topic];
    const std::size_t of = std::min<std::size_t>(topic.section, roadmap.sections().size());
    if (of != section) {
      out += "\n";
      if (of < roadmap.sections().size()) {
        out += "**" + escaped(roadmap.sections()[of].title) + "**\n\n";
      } else if (section != SIZE_MAX && !roadmap.sections().empty()) {
        out += "**Without a section**\n\n";
      }
    }
    section = of;
    out += "- [ ] " + escaped(topic.title) + " (" + hours_words(step.hours, topic.hours_guessed);
    if (timetable != nullptr) out += ", " + period_words(timetable->options, timetable->steps[at]);
    out += ")";
    const auto resources = resources_to_use(roadmap, topic, path.free_only);
    for (std::size_t i = 0; i < resources.size(); ++i) {
      out += (i == 0 ? ": " : "; ") + resource_markdown(*resources[i]);
    }
    out += "\n";
  }
  return out;
}

}  // namespace prereq
