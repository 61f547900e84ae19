#include <algorithm>

#include "prereq/page_report.hpp"
#include "prereq/path_report.hpp"
#include "write/page_pieces.hpp"
#include "write/page_text.hpp"
#include "write/path_words.hpp"
#include "write/timetable_words.hpp"

namespace prereq {
namespace {

class PathPage {
 public:
  PathPage(const TopicGraph& graph, const Path& path, PageFormat format, PathShape shape,
           const Timetable* timetable)
      : roadmap_(graph.roadmap()),
        path_(path),
        shape_(shape),
        timetable_(timetable),
        page_(format) {}

  std::string write() {
    const std::string target = page_.words(target_words(roadmap_, path_.targets));
    if (path_.steps.empty()) {
      page_.paragraph("Nothing left to learn for " + target + ".");
      return page_.take();
    }
    page_.paragraph(
        page_.strong((path_.optimal ? "Shortest path to " : "Best path found to ") + target) +
        ": " + totals());
    if (shape_ == PathShape::table) {
      table();
    } else {
      steps_by_section();
    }
    return page_.take();
  }

 private:
  std::string totals() const {
    std::string text = counted(path_.steps.size(), "topic") + ", " + format_hours(path_.hours);
    if (!path_.optimal) {
      text += " (not proven shortest; no path is under " +
              cost_words(path_.lower_bound, path_.unit) + ")";
    }
    if (timetable_ != nullptr) text += "; " + timetable_words(*timetable_);
    return text;
  }

  const Topic& topic(const PathStep& step) const { return roadmap_.topics()[step.topic]; }

  std::string hours(const PathStep& step) const { return hours_words(step.hours, step.guessed); }

  std::string when(std::size_t at) const {
    return timetable_ == nullptr ? "" : period_words(timetable_->options, timetable_->steps[at]);
  }

  std::string resources(const PathStep& step) const {
    std::string text;
    for (const Resource* each : resources_to_use(roadmap_, topic(step), path_.free_only)) {
      text += (text.empty() ? "" : "; ") + resource_piece(page_, *each);
    }
    return text;
  }

  std::string section_title(SectionIndex section) const {
    return section < roadmap_.sections().size() ? page_.words(roadmap_.sections()[section].title)
                                                : "Without a section";
  }

  void table() {
    std::vector<std::string> heads = {"Topic", "Section", "Learn with"};
    if (roadmap_.sections().empty()) heads.erase(heads.begin() + 1);
    if (timetable_ != nullptr) heads.emplace_back("When");
    heads.insert(heads.end(), {"Hours", "In all"});
    std::vector<std::vector<std::string>> rows;
    for (std::size_t at = 0; at < path_.steps.size(); ++at) {
      const PathStep& step = path_.steps[at];
      std::vector<std::string> row = {page_.words(topic(step).title)};
      if (!roadmap_.sections().empty()) {
        row.push_back(topic(step).section == no_index ? "" : section_title(topic(step).section));
      }
      row.push_back(resources(step));
      if (timetable_ != nullptr) row.push_back(when(at));
      row.push_back(hours(step));
      row.push_back(format_hours(step.total));
      rows.push_back(std::move(row));
    }
    page_.table(heads, rows, 2);
  }

  void steps_by_section() {
    SectionIndex section = no_index;
    for (std::size_t at = 0; at < path_.steps.size(); ++at) {
      const SectionIndex of = topic(path_.steps[at]).section;
      const bool changed = at == 0 || of != section;
      if (changed && !roadmap_.sections().empty() && (at > 0 || of != no_index)) {
        begin_section(of);
      }
      section = of;
      if (shape_ == PathShape::outline) {
        outline_step(at, roadmap_.sections().empty() || !in_section_ ? 0 : 1);
      } else {
        checklist_step(at);
      }
    }
  }

  void begin_section(SectionIndex section) {
    in_section_ = true;
    const std::string title = page_.strong(section_title(section));
    if (shape_ == PathShape::outline) {
      page_.item(title);
    } else {
      page_.paragraph(title);
    }
  }

  std::string named(std::size_t at) const {
    const PathStep& step = path_.steps[at];
    std::string text = page_.words(topic(step).title) + " (" + hours(step);
    if (timetable_ != nullptr) text += ", " + when(at);
    return text + ")";
  }

  void checklist_step(std::size_t at) {
    const std::string text = resources(path_.steps[at]);
    page_.box(named(at), text.empty() ? "" : ": " + text);
  }

  void outline_step(std::size_t at, std::size_t depth) {
    page_.item(named(at), depth);
    const PathStep& step = path_.steps[at];
    for (const Resource* each : resources_to_use(roadmap_, topic(step), path_.free_only)) {
      page_.item(resource_piece(page_, *each), depth + 1);
    }
  }

  const Roadmap& roadmap_;
  const Path& path_;
  PathShape shape_;
  const Timetable* timetable_;
  PageText page_;
  bool in_section_ = false;  // a section's title was written
};

}  // namespace

std::string path_page(const TopicGraph& graph, const Path& path, PageFormat format, PathShape shape,
                      const Timetable* timetable) {
  return PathPage(graph, path, format, shape, timetable).write();
}

std::string path_markdown(const TopicGraph& graph, const Path& path, const Timetable* timetable) {
  return path_page(graph, path, PageFormat::markdown, PathShape::checklist, timetable);
}

}  // namespace prereq
