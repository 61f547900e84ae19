#include <algorithm>
#include <utility>

#include "prereq/redundancy.hpp"
#include "prereq/view.hpp"
#include "view/box_edges.hpp"
#include "view/collapse.hpp"
#include "view/emphasize.hpp"
#include "view/headings.hpp"
#include "view/marks.hpp"
#include "view/narrow.hpp"
#include "view/pennants.hpp"

namespace prereq {
namespace {

std::vector<bool> redundant_entries(const TopicGraph& graph, bool all_edges) {
  std::vector<bool> redundant(graph.roadmap().requirements().size(), false);
  if (all_edges) return redundant;
  for (const auto& each : redundant_prerequisites(graph).found) redundant[each.entry] = true;
  return redundant;
}

std::vector<bool> sections_to_collapse(const Roadmap& roadmap, const ViewOptions& options) {
  if (options.collapse_all) return sections_with_topics(roadmap);
  std::vector<bool> flags(roadmap.sections().size(), false);
  for (const SectionIndex s : options.collapse) flags[s] = true;
  return flags;
}

Draft draft_of_part(const TopicGraph& graph, const std::vector<bool>& redundant,
                    const ViewOptions& options) {
  Draft draft = draft_roadmap(graph, redundant);
  if (!options.all_edges) reduce_edges(draft, true);  // what is redundant to topics is gone
  if (options.core_only) {
    std::vector<bool> keep = core_topics(graph.roadmap());
    if (options.around) {
      for (const TopicIndex t : options.around->centre) keep[t] = true;
    }
    keep_topics(draft, keep);
  }
  if (options.around) keep_neighbourhood(draft, *options.around);
  return draft;
}

}  // namespace

View select_view(const TopicGraph& graph, const ViewOptions& options) {
  const Roadmap& roadmap = graph.roadmap();
  const bool is_path = options.learner && options.learner->path;
  const std::vector<bool> redundant = redundant_entries(graph, options.all_edges);
  Draft draft = is_path ? draft_path(graph, *options.learner, redundant)
                        : draft_of_part(graph, redundant, options);
  if (is_path && !options.all_edges) reduce_edges(draft);
  if (options.learner) mark_learner(draft, *options.learner);
  if (options.cycles) mark_cycles(draft, graph, options.sources);
  emphasize(draft, graph, options);
  describe_sections(draft, roadmap, !is_path && !options.around);
  set_detail(draft, roadmap, options.detail, is_path && options.learner->path->free_only);
  describe_view(draft, roadmap, options);
  if (!is_path && (options.collapse_all || !options.collapse.empty())) {
    collapse_sections(draft, roadmap, sections_to_collapse(roadmap, options));
  }
  // A path may build on what it does not show.
  draft.view.redundant_edges =
      static_cast<std::size_t>(std::ranges::count_if(draft.redundant, [](const auto& edge) {
        return edge.first != no_index && edge.second != no_index;
      }));
  if (options.emphasizing == Emphasizing::blocking) shade_blocking(draft, graph);
  const std::vector<bool> whole = options.all_edges
                                      ? std::vector<bool>(roadmap.sections().size(), false)
                                      : whole_sections(draft, roadmap, is_path);
  settle_ends_at_boxes(draft, whole);
  if (!options.all_edges) {
    hang_pennants(draft);
    join_edges_at_boxes(draft, whole);
  }
  return std::move(draft.view);
}

std::string picture_alt(const View& view) {
  std::string alt = view.title.empty() ? "Roadmap" : view.title;
  const std::string& what = view.shows.empty() ? view.summary : view.shows;
  if (!what.empty()) alt += ": " + what;
  return alt;
}

}  // namespace prereq
