#include <fmt/format.h>

#include <algorithm>

#include "prereq/stats_report.hpp"
#include "write/path_words.hpp"
#include "write/terminal_text.hpp"
#include "write/text_table.hpp"

namespace prereq {
namespace {

constexpr std::size_t shown_unless_all = 10;
constexpr std::size_t max_digits = 7;

std::string rounded(Count128 count) {
  std::string digits = to_string(count);
  if (digits.size() <= max_digits) return digits;
  // The first three digits; a saturated one is at least its own, so it is not rounded up.
  return fmt::format("{}{}.{}e{}", count.is_saturated() ? "≥" : "", digits[0], digits.substr(1, 2),
                     digits.size() - 1);
}

std::string rounded(std::uint64_t count) { return rounded(Count128{0, count}); }
std::string rounded(Complexity complexity) {
  const bool is_whole = complexity.tenths % 10 == 0;
  return is_whole ? rounded(complexity.tenths / 10) : to_string(complexity);
}

class StatsWriter {
 public:
  StatsWriter(const TopicGraph& graph, const Metrics& metrics, const StatsTextOptions& options)
      : roadmap_(graph.roadmap()),
        metrics_(metrics),
        all_(options.all),
        style_(options.color),
        width_(std::max<std::size_t>(options.columns, 60)) {}

  std::string run() {
    if (metrics_.topics.empty()) return "The roadmap has no topics.\n";
    add_totals();
    add_critical_path();
    add_topics();
    add_sections();
    add_redundant();
    add_cycles();
    return std::move(out_);
  }

 private:
  void add_paragraph(std::string_view text, std::size_t hanging) {
    bool first = true;
    for (const std::string& line : wrap_to(text, width_ - hanging)) {
      out_ += (first ? "" : std::string(hanging, ' ')) + line + "\n";
      first = false;
    }
  }

  std::string title(TopicIndex topic) const { return std::string(roadmap_.topics()[topic].title); }

  void add_totals() {
    const MetricTotals& totals = metrics_.totals;
    std::string head = counted(metrics_.topics.size(), "topic") + ", " +
                       counted(metrics_.edges, "edge") + ", " + format_hours(totals.hours);
    if (totals.guessed > 0) {
      head += " (hours of " + counted(totals.guessed, "topic") + " not stated)";
    }
    for (const std::string& line : wrap_to(head, width_)) out_ += style_.bold(line) + "\n";
    add_paragraph("Blocking " + rounded(totals.blocking) + ", delay " + rounded(totals.delay) +
                      ", centrality " + rounded(totals.centrality) + ", complexity " +
                      rounded(totals.complexity),
                  2);
    add_paragraph("In hours: blocking " + format_hours(totals.blocking_hours) + ", delay " +
                      format_hours(totals.delay_hours),
                  2);
  }

  void add_critical_path() {
    const CriticalPath& path = metrics_.critical_path;
    std::string text = "Critical path " + format_hours(path.total) + ": ";
    // A roadmap may have a chain of a million topics.
    const std::size_t size = path.topics.size();
    const std::size_t shown = all_ || size <= 2 * shown_unless_all ? size : shown_unless_all;
    for (std::size_t i = 0; i < shown; ++i) {
      text += (i > 0 ? " → " : "") + title(path.topics[i]);
    }
    if (shown < size) {
      text += fmt::format(" → … {} more … → ", size - shown - 1) + title(path.topics.back());
    }
    out_ += "\n";
    add_paragraph(text, 2);
  }

  void add_topics() {
    std::vector<TopicIndex> topics;
    std::string head = "Topics";
    if (all_) {
      for (TopicIndex t = 0; t < metrics_.topics.size(); ++t) topics.push_back(t);
    } else {
      topics = top_blockers(metrics_, shown_unless_all);
      head = "What blocks most";
    }
    if (topics.empty()) return;
    std::vector<TableRow> rows;
    for (const TopicIndex t : topics) {
      const TopicMetrics& topic = metrics_.topics[t];
      rows.push_back({title(t),
                      std::string(roadmap_.topics()[t].id),
                      {rounded(topic.blocking), format_hours(topic.blocking_hours),
                       rounded(topic.delay), format_hours(topic.delay_hours),
                       rounded(topic.centrality), rounded(topic.complexity)}});
    }
    out_ += "\n";
    add_table(out_, {head, "blocks", "hours", "delay", "hours", "central", "complex"}, rows, width_,
              style_);
  }

  // Sections nest: each level is set in by two.
  void add_sections() {
    if (roadmap_.sections().empty()) return;
    std::vector<TableRow> rows;
    std::vector<std::size_t> depth(roadmap_.sections().size(), 0);
    for (const SectionTotals& totals : metrics_.sections) {
      std::string name = "Without a section";
      std::string id;
      std::size_t indent = 0;
      if (totals.section != no_index) {
        const Section& section = roadmap_.sections()[totals.section];
        if (section.parent != no_index) depth[totals.section] = depth[section.parent] + 1;
        name = section.title;
        id = section.id;
        indent = 2 * std::min<std::size_t>(depth[totals.section], 4);
      }
      rows.push_back({std::move(name),
                      std::move(id),
                      {std::to_string(totals.topics),
                       (totals.guessed > 0 ? "~" : "") + format_hours(totals.hours)},
                      indent});
    }
    out_ += "\n";
    add_table(out_, {"Sections", "topics", "hours"}, rows, width_, style_);
  }

  // Adds `lines` below a heading; only the first ones unless all are wanted. Then a short note.
  void add_list(std::string_view head, const std::vector<std::string>& lines,
                std::string_view note = {}) {
    out_ += "\n" + style_.heading(head) + "\n";
    const std::size_t shown = all_ ? lines.size() : std::min(lines.size(), shown_unless_all);
    for (std::size_t i = 0; i < shown; ++i) {
      out_ += "  ";
      add_paragraph(lines[i], 4);
    }
    if (shown < lines.size()) out_ += fmt::format("  … {} more\n", lines.size() - shown);
    if (!note.empty()) out_ += "  " + std::string(note) + "\n";
  }

  void add_redundant() {
    const Redundancy& redundancy = metrics_.redundancy;
    if (redundancy.found.empty() && redundancy.complete) return;
    std::vector<std::string> lines;
    for (const RedundantPrerequisite& found : redundancy.found) {
      lines.push_back(title(roadmap_.requirements()[found.entry].topic) + " → " +
                      title(found.topic) + ": " + entry_words(roadmap_, found.implied_by) +
                      " brings it along");
    }
    add_list("Redundant edges", lines,
             redundancy.complete ? "" : "the search stopped early: there may be more");
  }

  void add_cycles() {
    if (metrics_.cycles.empty()) return;
    std::vector<std::string> lines;
    for (const std::vector<TopicIndex>& cycle : metrics_.cycles) {
      std::string line;
      const std::size_t shown = all_ ? cycle.size() : std::min(cycle.size(), shown_unless_all);
      for (std::size_t i = 0; i < shown; ++i) line += (i > 0 ? ", " : "") + title(cycle[i]);
      if (shown < cycle.size()) line += fmt::format(" and {} more", cycle.size() - shown);
      lines.push_back(std::move(line));
    }
    add_list(
        "On cycles, whose " + counted(metrics_.edges_left_out, "edge") + " no path above counts",
        lines);
  }

  const Roadmap& roadmap_;
  const Metrics& metrics_;
  bool all_;
  Style style_;
  std::size_t width_;
  std::string out_;
};

}  // namespace

std::string stats_text(const TopicGraph& graph, const Metrics& metrics,
                       const StatsTextOptions& options) {
  return StatsWriter(graph, metrics, options).run();
}

}  // namespace prereq
