#include <algorithm>
#include <cmath>
#include <utility>

#include "prereq/path_report.hpp"
#include "write/path_words.hpp"
#include "write/terminal_text.hpp"
#include "write/timetable_words.hpp"

namespace prereq {
namespace {

constexpr std::size_t hours_width = 9;
constexpr std::size_t total_width = 10;

class PathWriter {
 public:
  PathWriter(const Roadmap& roadmap, const Path& path, const TextOptions& options,
             const Timetable* timetable)
      : roadmap_(roadmap),
        path_(path),
        options_(options),
        timetable_(timetable),
        style_(options.color),
        columns_(std::max<std::size_t>(options.columns, 40)),
        number_width_(std::to_string(path.steps.size()).size() + 1) {
    number_.assign(roadmap.topics().size(), 0);
    for (std::size_t i = 0; i < path.steps.size(); ++i) number_[path.steps[i].topic] = i + 1;
  }

  std::string run() {
    add_heading();
    if (path_.steps.empty()) return std::move(out_);
    out_.reserve(path_.steps.size() * std::min<std::size_t>(columns_ + 1, 100));
    std::vector<char> begun(roadmap_.sections().size() + 1, 0);
    std::size_t section = SIZE_MAX;
    for (const PathStep& step : path_.steps) {
      const std::size_t of =
          std::min<std::size_t>(roadmap_.topics()[step.topic].section, roadmap_.sections().size());
      if (of != section) add_section(of, std::exchange(begun[of], 1) != 0);
      section = of;
      add_step(step);
    }
    add_total();
    add_critical_path();
    add_choices();
    return std::move(out_);
  }

 private:
  std::size_t indent() const { return number_width_ + 2; }
  std::string_view title(TopicIndex t) const { return roadmap_.topics()[t].title; }

  // A paragraph whose further lines are indented.
  void add_paragraph(std::string_view text, std::size_t hanging) {
    bool first = true;
    for (const std::string& line : wrap_to(text, columns_ - hanging)) {
      out_ += first ? "" : std::string(hanging, ' ');
      out_ += line + "\n";
      first = false;
    }
  }

  void add_heading() {
    const std::string target = target_words(roadmap_, path_.targets);
    if (path_.steps.empty()) {
      add_paragraph("Nothing left to learn for " + target + ".", 2);
      return;
    }
    std::string text = path_.optimal ? "Shortest path to " : "Best path found to ";
    text += target + ": " + counted(path_.steps.size(), "topic") + ", " + format_hours(path_.hours);
    for (const std::string& line : wrap_to(text, columns_)) out_ += style_.bold(line) + "\n";
    if (!path_.optimal) add_gap();
  }

  void add_gap() {
    std::string text = "Time ran out: not proven shortest. No path is under " +
                       cost_words(path_.lower_bound, path_.unit);
    if (path_.lower_bound > 0) {
      // Rounded up, in tenths of a percent of what may be needed.
      const auto bound = static_cast<double>(path_.lower_bound);
      const double gap = static_cast<double>(path_.total) / bound - 1;
      const auto tenths = static_cast<std::int64_t>(std::ceil(gap * 1000));
      text += ", so this one is at most " + std::to_string(tenths / 10) + "." +
              std::to_string(tenths % 10) + " % longer than needed";
    }
    add_paragraph(text + ".", 0);
  }

  void add_section(std::size_t section, bool again) {
    std::string name = section < roadmap_.sections().size()
                           ? std::string(roadmap_.sections()[section].title)
                           : "Without a section";
    if (again) name += ", continued";
    out_ += "\n";
    if (roadmap_.sections().empty()) return;
    for (const std::string& line : wrap_to(name, columns_)) out_ += style_.heading(line) + "\n";
  }

  void add_step(const PathStep& step) {
    const Topic& topic = roadmap_.topics()[step.topic];
    const std::size_t width = columns_ - indent() - hours_width - total_width;
    const std::vector<std::string> lines = wrap_to(topic.title, width);
    const std::string number = std::to_string(number_[step.topic]);
    out_ += right_aligned(number, number_width_) + "  " + left_aligned(lines[0], width);
    out_ += right_aligned(hours_words(step.hours, step.guessed), hours_width);
    out_ += style_.dim(right_aligned(format_hours(step.total), total_width)) + "\n";
    for (std::size_t i = 1; i < lines.size(); ++i) add_detail(lines[i], false);
    if (timetable_ != nullptr) {
      const StudyPeriod& period = timetable_->steps[number_[step.topic] - 1];
      add_detail(period_words(timetable_->options, period), false);
    }
    if (options_.explain) add_detail(needed_for(step.topic), true);
    if (!step.corequisites.empty()) add_together(step);
    for (const Resource* resource : resources_to_use(roadmap_, topic, path_.free_only)) {
      add_resource(*resource);
    }
  }

  void add_detail(const std::string& text, bool dim) {
    for (const std::string& line : wrap_to(text, columns_ - indent(), true)) {
      out_ += std::string(indent(), ' ') + (dim ? style_.dim(line) : line) + "\n";
    }
  }

  void add_together(const PathStep& step) {
    std::string names;
    for (const TopicIndex t : step.corequisites) {
      if (number_[t] > number_[step.topic])
        names += (names.empty() ? "" : ", ") + std::string(title(t));
    }
    if (!names.empty()) add_detail("together with " + names, true);
  }

  // On one line if it fits, else the link on a line of its own.
  void add_resource(const Resource& resource) {
    std::string text(resource.title);
    if (!resource.by.empty()) text += " by " + std::string(resource.by);
    std::string about(resource.part);
    if (resource.cost != Cost::unstated) {
      about += (about.empty() ? "" : ", ") + std::string(to_string(resource.cost));
    }
    if (!about.empty()) text += " (" + about + ")";
    const std::string url(resource.url);
    if (url == resource.title || url.empty()) {
      add_detail(text, true);
    } else if (cells(text) + 2 + cells(url) <= columns_ - indent()) {
      add_detail(text + "  " + url, true);
    } else {
      add_detail(text, true);
      add_detail(url, true);
    }
  }

  // What uses the step: `for 4 Calculus, 7 Deep learning`, or `asked for`.
  std::string needed_for(TopicIndex topic) const {
    std::string text;
    for (const PathStep& step : path_.steps) {
      const bool uses = std::ranges::binary_search(step.prerequisites, topic) ||
                        std::ranges::binary_search(step.corequisites, topic);
      if (!uses) continue;
      text += text.empty() ? "for " : ", ";
      text += std::to_string(number_[step.topic]) + " " + std::string(title(step.topic));
    }
    return text.empty() ? "asked for" : text;
  }

  void add_total() {
    std::string text = "Total " + format_hours(path_.hours);
    if (!path_.range.is_single()) {
      text +=
          ", between " + format_hours(path_.range.low) + " and " + format_hours(path_.range.high);
    }
    if (path_.guessed > 0) {
      text += "; ~ " + counted(path_.guessed, "topic") + " without stated hours, taken as 1 h each";
    }
    out_ += "\n";
    add_paragraph(text, 2);
    if (timetable_ != nullptr) add_paragraph("At " + timetable_words(*timetable_), 2);
    add_difference();
    if (path_.free_only) add_free();
  }

  // What `--with` and the like cost, and what they changed.
  void add_difference() {
    std::string text = condition_words(roadmap_, path_);
    if (text.empty()) return;
    if (!path_.unconstrained_total) {
      add_paragraph(text + ": time ran out before that was compared with the shortest path", 2);
      return;
    }
    const std::int64_t more = path_.total - *path_.unconstrained_total;
    if (more == 0) {
      text += ": as long as the shortest path";
    } else {
      text += path_.optimal ? ": " : ": at most ";
      text += cost_words(more, path_.unit) + " more than the shortest path, which takes " +
              cost_words(*path_.unconstrained_total, path_.unit);
    }
    const PathDifference difference = difference_to_unconstrained(path_);
    if (!difference.added.empty()) text += "; adds " + title_words(roadmap_, difference.added);
    if (!difference.dropped.empty()) {
      text += "; leaves out " + title_words(roadmap_, difference.dropped);
    }
    add_paragraph(text, 2);
  }

  void add_free() {
    if (!path_.left_out.empty()) {
      const bool one = path_.left_out.size() == 1;
      add_paragraph(counted(path_.left_out.size(), "topic") + " of the roadmap " +
                        (one ? "has" : "have") + " only paid resources and " +
                        (one ? "was" : "were") + " not considered",
                    2);
    }
    if (path_.cost_unstated > 0) {
      add_paragraph(counted(path_.cost_unstated, "topic") +
                        " of the path without a stated cost, taken as free",
                    2);
    }
  }

  void add_critical_path() {
    if (path_.critical_path.topics.size() < 2) return;
    std::string text = "Longest chain " + format_hours(path_.critical_path.total) + ": ";
    bool first = true;
    for (const TopicIndex t : path_.critical_path.topics) {
      text += (first ? "" : " → ") + std::string(title(t));
      first = false;
    }
    add_paragraph(text, 2);
  }

  void add_choices() {
    if (path_.choices.empty()) return;
    out_ += "\n" + style_.heading("Choices") + "\n";
    for (const PathChoice& choice : path_.choices) {
      std::string text =
          "  " + std::string(choice.topic == no_index ? roadmap_.goals()[choice.goal].title
                                                      : title(choice.topic));
      text += ": " + alternatives(choice, true);
      const std::string others = alternatives(choice, false);
      if (!others.empty()) text += ", not " + others;
      out_ += "  ";
      add_paragraph(text, 6);
    }
  }

  std::string alternatives(const PathChoice& choice, bool chosen) const {
    std::string text;
    for (const PathAlternative& alternative : choice.alternatives) {
      if (alternative.chosen != chosen) continue;
      text += (text.empty() ? ""
               : chosen     ? " and "
                            : " or ") +
              entry_words(roadmap_, alternative.entry);
      const std::string price = price_of(alternative);
      if (!price.empty()) text += " (" + price + ")";
    }
    return text;
  }

  // What choosing the alternative would cost, or why it cannot be chosen.
  std::string price_of(const PathAlternative& alternative) const {
    if (alternative.extra) {
      const std::int64_t extra = *alternative.extra;
      return extra < 0 ? cost_words(-extra, path_.unit) + " less"
                       : "+" + cost_words(extra, path_.unit);
    }
    const TopicIndex topic = roadmap_.requirements()[alternative.entry].topic;
    if (topic == no_index) return "";
    if (std::ranges::binary_search(path_.avoid, topic)) return "avoided";
    return std::ranges::binary_search(path_.left_out, topic) ? "only paid" : "";
  }

  const Roadmap& roadmap_;
  const Path& path_;
  const TextOptions& options_;
  const Timetable* timetable_;
  Style style_;
  std::size_t columns_;
  std::size_t number_width_;
  std::vector<std::size_t> number_;  // by topic; 0 for none
  std::string out_;
};

}  // namespace

std::string path_text(const TopicGraph& graph, const Path& path, const TextOptions& options,
                      const Timetable* timetable) {
  return PathWriter(graph.roadmap(), path, options, timetable).run();
}

}  // namespace prereq
