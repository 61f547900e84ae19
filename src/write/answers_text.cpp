// Texts of `why`, `next`, `goals` and `show`.
#include <algorithm>
#include <utility>

#include "base/shown.hpp"
#include "prereq/path_report.hpp"
#include "write/path_words.hpp"
#include "write/report_text.hpp"
#include "write/terminal_text.hpp"
#include "write/text_table.hpp"

namespace prereq {
namespace {

std::size_t width_of(const TextOptions& options) {
  return std::max<std::size_t>(options.columns, 40);
}

void add_paragraph(std::string& out, std::string_view text, std::size_t width, std::size_t hanging,
                   bool keep_words = false) {
  bool first = true;
  for (const std::string& line : wrap_to(text, width - hanging, keep_words)) {
    out += first ? "" : std::string(hanging, ' ');
    out += line + "\n";
    first = false;
  }
}

// ---- why ----

std::string link_words(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::alternative: return "one way to";
    case EdgeKind::corequisite: return "before or together with";
    case EdgeKind::required:
    case EdgeKind::recommended: break;
  }
  return "needed for";
}

void add_chain(std::string& out, const Roadmap& roadmap, const Chain& chain, std::size_t width,
               const Style& style) {
  const auto title = [&](std::size_t at) {
    return std::string(at < chain.topics.size() ? roadmap.topics()[chain.topics[at]].title
                                                : roadmap.goals()[*chain.goal].title);
  };
  for (const std::string& line : wrap_to(title(0), width)) out += style.bold(line) + "\n";
  for (std::size_t at = 0; at < chain.reasons.size(); ++at) {
    const std::string lead = "  → " + link_words(chain.kinds[at]) + " ";
    add_paragraph(out, lead.substr(2) + title(at + 1), width, 4);
    const auto add = [&](const std::string& text) {
      for (const std::string& line : wrap_to(text, width - 4)) {
        out += "    " + style.dim(line) + "\n";
      }
    };
    const RequirementIndex entry = chain.reasons[at];
    const std::string section = section_words(roadmap, entry, chain.kinds[at]);
    if (!section.empty()) add(section);
    const std::string_view because = roadmap.requirements()[entry].because;
    if (!because.empty()) add("because " + std::string(because));
  }
}

// ---- lists ----

std::string titles(const Roadmap& roadmap, const std::vector<TopicIndex>& topics) {
  std::string text;
  for (const TopicIndex t : topics) {
    text += (text.empty() ? "" : ", ") + std::string(roadmap.topics()[t].title);
  }
  return text;
}

// ---- show ----

class TopicWriter {
 public:
  TopicWriter(const TopicGraph& graph, const TopicDetails& details, const TextOptions& options)
      : roadmap_(graph.roadmap()),
        details_(details),
        topic_(roadmap_.topics()[details.topic]),
        style_(options.color),
        width_(width_of(options)) {}

  std::string run() {
    const std::string name = std::string(topic_.title) + " (" + std::string(topic_.id) + ")";
    for (const std::string& line : wrap_to(name, width_)) out_ += style_.bold(line) + "\n";
    add_facts();
    if (!topic_.description.empty()) add_paragraph(out_, topic_.description, width_, 0);
    if (!topic_.note.empty()) add_paragraph(out_, "Note: " + std::string(topic_.note), width_, 0);
    add_entries("Requires", topic_.requirements, EdgeKind::required);
    add_entries("Before or together", topic_.corequisites, EdgeKind::corequisite);
    add_entries("Recommends", topic_.recommendations, EdgeKind::recommended);
    add_list("Unlocks", titles(roadmap_, details_.unlocks));
    if (!details_.unlocks.empty() && details_.dependents > details_.unlocks.size()) {
      out_ += "  " + counted(details_.dependents, "topic") + " in all, one through another\n";
    }
    add_list("Goes with", titles(roadmap_, details_.corequisite_of));
    add_list("Recommended by", titles(roadmap_, details_.recommended_by));
    add_goals();
    add_resources();
    return std::move(out_);
  }

 private:
  void add_facts() {
    std::string facts = hours_words(topic_.hours, topic_.hours_guessed);
    if (!topic_.hours.is_single()) facts += " (" + format_hours(topic_.hours) + ")";
    if (topic_.hours_guessed) facts += " (not stated)";
    facts += ", " + std::string(to_string(topic_.level));
    if (topic_.section != no_index) {
      facts += ", in " + std::string(roadmap_.sections()[topic_.section].title);
    }
    add_paragraph(out_, facts, width_, 0);
  }

  void add_head(std::string_view head) { out_ += "\n" + style_.heading(head) + "\n"; }

  void add_list(std::string_view head, const std::string& text) {
    if (text.empty()) return;
    add_head(head);
    out_ += "  ";
    add_paragraph(out_, text, width_, 2);
  }

  void add_entries(std::string_view head, IndexRange range, EdgeKind kind) {
    if (range.empty()) return;
    add_head(head);
    const auto add_more = [&](const std::string& text) {
      for (const std::string& line : wrap_to(text, width_ - 4)) {
        out_ += "    " + style_.dim(line) + "\n";
      }
    };
    for (RequirementIndex i = range.first; i < range.last; ++i) {
      out_ += "  ";
      add_paragraph(out_, entry_words(roadmap_, i), width_, 4);
      // A group says what section it is.
      const Requirement& entry = roadmap_.requirements()[i];
      const bool is_told = !entry.entries.empty() && roadmap_.origin(i).said_by == no_index;
      const std::string section = is_told ? std::string() : section_words(roadmap_, i, kind);
      if (!section.empty()) add_more(section);
      if (!entry.because.empty()) add_more("because " + std::string(entry.because));
    }
  }

  void add_goals() {
    std::string text;
    for (const ServedGoal& served : details_.goals) {
      text += (text.empty() ? "" : ", ") + std::string(roadmap_.goals()[served.goal].title);
      text += served.always ? "" : " (one way)";
    }
    add_list("Goals", text);
  }

  void add_resources() {
    const auto resources = roadmap_.resources(topic_.resources);
    if (resources.empty()) return;
    const bool all = topic_.choose == Choose::all && resources.size() > 1;
    add_head(resources.size() == 1 ? "Resource"
             : all                 ? "Resources, all needed"
                                   : "Resources, one of");
    for (const Resource& resource : resources) add_resource(resource);
  }

  void add_resource(const Resource& resource) {
    std::string text(resource.title);
    if (!resource.by.empty()) text += " by " + std::string(resource.by);
    std::string about;
    const auto add = [&](std::string_view word) {
      if (!word.empty()) about += (about.empty() ? "" : ", ") + std::string(word);
    };
    add(resource.part);
    add(to_string(resource.cost));
    add(to_string(resource.type));
    if (resource.hours) add(format_hours(*resource.hours));
    add(resource.note);
    if (!about.empty()) text += " (" + about + ")";
    out_ += "  ";
    add_paragraph(out_, text, width_, 4);
    if (resource.url.empty() || resource.url == resource.title) return;
    for (const std::string& line : wrap_to(resource.url, width_ - 4, true)) {
      out_ += "    " + style_.dim(line) + "\n";
    }
  }

  const Roadmap& roadmap_;
  const TopicDetails& details_;
  const Topic& topic_;
  Style style_;
  std::size_t width_;
  std::string out_;
};

}  // namespace

std::string why_text(const TopicGraph& graph, const Why& why, std::string_view prerequisite,
                     std::string_view dependent, const TextOptions& options) {
  const Style style(options.color);
  const std::size_t width = width_of(options);
  std::string out;
  if (why.chain) {
    add_chain(out, graph.roadmap(), *why.chain, width, style);
    return out;
  }
  if (!why.reverse) {
    add_paragraph(out,
                  in_quotes(dependent) + " does not depend on " + in_quotes(prerequisite) + ".",
                  width, 0);
    return out;
  }
  add_paragraph(out,
                in_quotes(dependent) + " does not depend on " + in_quotes(prerequisite) +
                    "; it is the other way round:",
                width, 0);
  add_chain(out, graph.roadmap(), *why.reverse, width, style);
  return out;
}

std::string next_text(const TopicGraph& graph, const Next& next, const TextOptions& options) {
  const Roadmap& roadmap = graph.roadmap();
  std::string out;
  if (next.ready.empty()) {
    const bool done = !next.path || next.path->steps.empty();
    return done ? "Nothing left to learn.\n" : "Nothing can be started.\n";
  }
  std::vector<TableRow> rows;
  for (const ReadyTopic& ready : next.ready) {
    const Topic& topic = roadmap.topics()[ready.topic];
    std::string name(topic.title);
    if (!ready.together.empty()) {
      name += ", together with " + titles(roadmap, ready.together) + more_together(ready);
    }
    rows.push_back(
        {std::move(name),
         std::string(topic.id),
         {std::to_string(ready.unlocks), hours_words(ready.hours, topic.hours_guessed)}});
  }
  const std::string head =
      next.path ? "Ready for " + target_words(roadmap, next.path->targets) : "Ready to start";
  add_table(out, {cut_to(head, width_of(options) - 24), "unlocks", "hours"}, rows,
            width_of(options), Style(options.color));
  return out;
}

std::string goals_text(const TopicGraph& graph, const std::vector<GoalProgress>& goals,
                       const TextOptions& options) {
  if (goals.empty()) return "The roadmap has no goals.\n";
  std::string out;
  std::vector<TableRow> rows;
  bool unproven = false;
  for (const GoalProgress& progress : goals) {
    const Goal& goal = graph.roadmap().goals()[progress.goal];
    TableRow row{std::string(goal.title), std::string(goal.id), {}};
    if (progress.reachable) {
      unproven = unproven || !progress.optimal;
      row.figures = {std::to_string(progress.topics),
                     (progress.optimal ? "" : "≤ ") + format_hours(progress.hours),
                     std::to_string(progress.percent_done) + " %"};
    } else {
      row.figures = {"–", "blocked", "–"};
    }
    rows.push_back(std::move(row));
  }
  add_table(out, {"Goal", "topics left", "hours left", "done"}, rows, width_of(options),
            Style(options.color));
  if (unproven) out += "≤: time ran out before the shortest path was proven\n";
  return out;
}

std::string topic_text(const TopicGraph& graph, const TopicDetails& details,
                       const TextOptions& options) {
  return TopicWriter(graph, details, options).run();
}

}  // namespace prereq
