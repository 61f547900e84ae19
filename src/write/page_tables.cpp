// Tables and lists of `next`, `goals`, `stats` and `resources` for pages.
#include <algorithm>
#include <numeric>

#include "prereq/page_report.hpp"
#include "write/page_pieces.hpp"
#include "write/page_text.hpp"
#include "write/path_words.hpp"

namespace prereq {
namespace {

constexpr std::size_t shown_blockers = 10;

std::string together(const PageText& page, const Roadmap& roadmap,
                     const std::vector<TopicIndex>& topics) {
  std::string text;
  for (const TopicIndex t : topics) {
    text += (text.empty() ? "" : ", ") + page.words(roadmap.topics()[t].title);
  }
  return text;
}

std::vector<std::string> goal_row(const PageText& page, const Roadmap& roadmap,
                                  const GoalProgress& progress, bool with_done) {
  std::vector<std::string> row = {page.words(roadmap.goals()[progress.goal].title)};
  if (!progress.reachable) {
    row.insert(row.end(), {"", "blocked"});
    return row;
  }
  row.push_back(std::to_string(progress.topics));
  row.push_back((progress.optimal ? "" : "≤ ") + format_hours(progress.hours));
  if (with_done) row.push_back(std::to_string(progress.percent_done) + " %");
  return row;
}

std::string centrality(Count128 count) {
  return (count.is_saturated() ? "≥ " : "") + to_string(count);
}

class ResourceList {
 public:
  ResourceList(const Roadmap& roadmap, PageFormat format) : roadmap_(roadmap), page_(format) {}

  std::string write(SectionIndex section) {
    const auto sections = roadmap_.sections();
    std::vector<std::size_t> depth(sections.size(), SIZE_MAX);
    depth[section] = 0;
    add_own(section, 0);
    // Sections are in preorder, so a sub-section follows its section.
    for (SectionIndex s = section + 1; s < sections.size(); ++s) {
      const SectionIndex parent = sections[s].parent;
      if (parent == no_index || depth[parent] == SIZE_MAX) continue;
      depth[s] = depth[parent] + 1;
      page_.item(page_.strong(page_.words(sections[s].title)), depth[s] - 1);
      found_ = true;
      add_own(s, depth[s]);
    }
    if (!found_) page_.paragraph("No resources.");
    return page_.take();
  }

 private:
  void add_own(SectionIndex section, std::size_t depth) {
    add(roadmap_.resources(roadmap_.sections()[section].resources), depth);
    for (TopicIndex t = 0; t < roadmap_.topics().size(); ++t) {
      const Topic& topic = roadmap_.topics()[t];
      const auto resources = roadmap_.resources(topic.resources);
      if (topic.section != section || resources.empty()) continue;
      if (roadmap_.stands_for_section(t)) {
        add(resources, depth);
        continue;
      }
      page_.item(page_.strong(page_.words(topic.title)) + " (" +
                     hours_words(topic.hours, topic.hours_guessed) + ")",
                 depth);
      add(resources, depth + 1);
    }
  }

  void add(std::span<const Resource> resources, std::size_t depth) {
    for (const Resource& each : resources) page_.item(resource_piece(page_, each), depth);
    found_ = found_ || !resources.empty();
  }

  const Roadmap& roadmap_;
  PageText page_;
  bool found_ = false;
};

}  // namespace

std::string next_page(const TopicGraph& graph, const Next& next, PageFormat format) {
  const Roadmap& roadmap = graph.roadmap();
  PageText page(format);
  if (next.ready.empty()) {
    const bool done = !next.path || next.path->steps.empty();
    page.paragraph(done ? "Nothing left to learn." : "Nothing can be started.");
    return page.take();
  }
  std::vector<std::vector<std::string>> rows;
  for (const ReadyTopic& ready : next.ready) {
    const Topic& topic = roadmap.topics()[ready.topic];
    std::string name = page.words(topic.title);
    if (!ready.together.empty()) {
      name += ", together with " + together(page, roadmap, ready.together) + more_together(ready);
    }
    rows.push_back({std::move(name), std::to_string(ready.unlocks),
                    hours_words(ready.hours, topic.hours_guessed)});
  }
  const std::string head =
      next.path ? "Ready for " + page.words(target_words(roadmap, next.path->targets))
                : "Ready to start";
  page.table({head, "Unlocks", "Hours"}, rows, 2);
  return page.take();
}

std::string goals_page(const TopicGraph& graph, const std::vector<GoalProgress>& goals,
                       PageFormat format) {
  PageText page(format);
  if (goals.empty()) {
    page.paragraph("The roadmap has no goals.");
    return page.take();
  }
  // Of somebody who knows nothing yet, nothing is done.
  const bool with_done =
      std::ranges::any_of(goals, [](const GoalProgress& each) { return each.known > 0; });
  std::vector<std::string> heads = {"Goal", "Topics left", "Hours left"};
  if (with_done) heads.emplace_back("Done");
  std::vector<std::vector<std::string>> rows;
  rows.reserve(goals.size());
  for (const GoalProgress& each : goals) {
    rows.push_back(goal_row(page, graph.roadmap(), each, with_done));
  }
  page.table(heads, rows, heads.size() - 1);
  return page.take();
}

std::string stats_page(const TopicGraph& graph, const Metrics& metrics, PageFormat format,
                       bool all) {
  const auto topics = graph.roadmap().topics();
  PageText page(format);
  if (metrics.topics.empty()) {
    page.paragraph("The roadmap has no topics.");
    return page.take();
  }
  page.paragraph(counted(metrics.topics.size(), "topic") + ", " + counted(metrics.edges, "edge") +
                 ", " + format_hours(metrics.totals.hours) + "; the critical path takes " +
                 format_hours(metrics.critical_path.total));
  std::vector<TopicIndex> shown = top_blockers(metrics, shown_blockers);
  if (all) {
    shown.resize(topics.size());
    std::iota(shown.begin(), shown.end(), TopicIndex{0});
  }
  if (shown.empty()) return page.take();
  std::vector<std::vector<std::string>> rows;
  for (const TopicIndex t : shown) {
    const TopicMetrics& topic = metrics.topics[t];
    rows.push_back({page.words(topics[t].title), std::to_string(topic.blocking),
                    format_hours(topic.blocking_hours), std::to_string(topic.delay),
                    format_hours(topic.delay_hours), centrality(topic.centrality),
                    to_string(topic.complexity)});
  }
  page.table({all ? "Topic" : "What blocks most", "Blocks", "Hours", "Delay", "Hours", "Centrality",
              "Complexity"},
             rows, 6);
  return page.take();
}

std::string resources_page(const Roadmap& roadmap, SectionIndex section, PageFormat format) {
  return ResourceList(roadmap, format).write(section);
}

}  // namespace prereq
