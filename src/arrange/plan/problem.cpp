// Sections become blocks, cards without one stand by themselves; edges that close a cycle are left
// out, so that whatever remains can stand above what needs it.
#include "arrange/plan/problem.hpp"

#include <algorithm>
#include <utility>

namespace prereq {
namespace {

class ProblemMaker {
 public:
  ProblemMaker(const View& view, const std::vector<DrawnCard>& cards,
               const std::vector<MeasuredTitle>& titles, const ArrangeOptions& options)
      : view_(view), cards_(cards), titles_(titles), down_(options.direction == Direction::down) {
    problem_.titles_take_rows = down_;
    problem_.row_gap = down_ ? Spacing::between_rows : Spacing::between_columns;
    if (options.max_width_px) {
      double& most = down_ ? problem_.most_breadth : problem_.most_depth;
      // Graphviz lets rows grow a little to keep lines straight.
      const double share = view.cards.size() > 60 ? 0.9 : 0.945;
      most = share * (*options.max_width_px - 2 * Spacing::page_margin);
    }
  }

  PlanProblem make() {
    add_items();
    add_blocks();
    add_edges();
    return std::move(problem_);
  }

 private:
  void add_items() {
    for (const DrawnCard& card : cards_) {
      PlanItem item;
      item.breadth = down_ ? card.box.width : card.box.height;
      item.depth = down_ ? card.box.height : card.box.width;
      problem_.items.push_back(item);
    }
  }

  // A junction stands with what it leads to. Edges out of it come after those into it, so from the
  // back outer ones are met first.
  std::vector<std::uint32_t> section_of_cards() const {
    std::vector<std::uint32_t> sections;
    sections.reserve(view_.cards.size());
    for (const ViewCard& card : view_.cards) {
      sections.push_back(card.kind == CardKind::goal ? no_index : card.section);
    }
    for (std::size_t e = view_.edges.size(); e-- > 0;) {
      const ViewEdge& edge = view_.edges[e];
      if (view_.cards[edge.prerequisite].kind == CardKind::junction) {
        sections[edge.prerequisite] = sections[edge.dependent];
      }
    }
    return sections;
  }

  void add_blocks() {
    const std::vector<std::uint32_t> section_of = section_of_cards();
    std::vector<bool> shown(view_.sections.size(), false);
    std::vector<bool> has_inner(view_.sections.size(), false);
    std::vector<bool> has_cards(view_.sections.size(), false);
    for (const std::uint32_t section : section_of) {
      if (section != no_index) has_cards[section] = true;
      for (auto s = section; s != no_index && !shown[s]; s = view_.sections[s].parent) {
        shown[s] = true;
        if (view_.sections[s].parent != no_index) has_inner[view_.sections[s].parent] = true;
      }
    }
    const bool any_section = std::ranges::find(shown, true) != shown.end();
    add_block(no_index, no_index);
    problem_.block_of_section.assign(view_.sections.size(), no_index);
    // Loose cards of a section come before the sections in it, as the file may have them anywhere.
    std::vector<std::uint32_t> loose(view_.sections.size(), no_index);
    for (std::uint32_t s = 0; s < view_.sections.size(); ++s) {
      if (!shown[s]) continue;
      const std::uint32_t parent = view_.sections[s].parent;
      problem_.block_of_section[s] =
          add_block(parent == no_index ? 0 : problem_.block_of_section[parent], s);
      loose[s] = problem_.block_of_section[s];
      if (has_inner[s] && has_cards[s]) {
        loose[s] = add_block(problem_.block_of_section[s], no_index);
      }
    }
    for (std::uint32_t c = 0; c < section_of.size(); ++c) {
      const std::uint32_t s = section_of[c];
      std::uint32_t block = 0;
      if (s != no_index) {
        block = loose[s];
      } else if (any_section) {
        block = add_block(0, no_index);
      }
      problem_.items[c].block = block;
      problem_.blocks[block].items.push_back(c);
    }
  }

  std::uint32_t add_block(std::uint32_t parent, std::uint32_t section) {
    const auto index = static_cast<std::uint32_t>(problem_.blocks.size());
    PlanBlock block;
    block.parent = parent;
    block.section = section;
    if (section != no_index) {
      const MeasuredTitle& title = titles_[section];
      block.title_breadth = down_ ? title.width : title.height;
      block.title_depth = down_ ? title.height : title.width;
    }
    problem_.blocks.push_back(std::move(block));
    if (parent != no_index) problem_.blocks[parent].blocks.push_back(index);
    return index;
  }

  void add_edges() {
    // What only helps still reads best from above, but must not turn a need around.
    for (const bool needed : {true, false}) {
      for (const ViewEdge& edge : view_.edges) {
        if ((edge.style != EdgeStyle::recommended) != needed) continue;
        if (edge.prerequisite_section == no_index) problem_.items[edge.prerequisite].joined = true;
        if (edge.dependent_section == no_index) problem_.items[edge.dependent].joined = true;
        PlanEdge planned;
        planned.upper = end_of(edge.prerequisite, edge.prerequisite_section);
        planned.lower = end_of(edge.dependent, edge.dependent_section);
        problem_.edges.push_back(planned);
      }
    }
    drop_cycles();
  }

  PlanEnd end_of(std::uint32_t card, std::uint32_t section) const {
    if (section == no_index) return {card, no_index};
    return {no_index, problem_.block_of_section[section]};
  }

  // Depth-first search in order of declaration; an edge that leads back to where the search stands
  // closes a cycle. An edge of a box counts for its first item here.
  void drop_cycles() {
    enum class Visit : std::uint8_t { none, open, done };
    std::vector<std::vector<std::uint32_t>> below(problem_.items.size());
    const auto representative = [&](PlanEnd end) {
      if (end.item != no_index) return end.item;
      std::uint32_t block = end.block;
      while (!problem_.blocks[block].is_leaf()) block = problem_.blocks[block].blocks.front();
      return problem_.blocks[block].items.front();
    };
    for (std::uint32_t e = 0; e < problem_.edges.size(); ++e) {
      below[representative(problem_.edges[e].upper)].push_back(e);
    }
    std::vector<Visit> visit(problem_.items.size(), Visit::none);
    std::vector<bool> dropped(problem_.edges.size(), false);
    std::vector<std::pair<std::uint32_t, std::size_t>> stack;
    for (std::uint32_t start = 0; start < problem_.items.size(); ++start) {
      if (visit[start] != Visit::none) continue;
      visit[start] = Visit::open;
      stack.emplace_back(start, 0);
      while (!stack.empty()) {
        auto& [item, next] = stack.back();
        if (next == below[item].size()) {
          visit[item] = Visit::done;
          stack.pop_back();
          continue;
        }
        const std::uint32_t e = below[item][next++];
        const std::uint32_t lower = representative(problem_.edges[e].lower);
        if (visit[lower] == Visit::open) dropped[e] = true;
        if (visit[lower] != Visit::none) continue;
        visit[lower] = Visit::open;
        stack.emplace_back(lower, 0);
      }
    }
    std::size_t kept = 0;
    for (std::uint32_t e = 0; e < problem_.edges.size(); ++e) {
      if (!dropped[e]) problem_.edges[kept++] = problem_.edges[e];
    }
    problem_.edges.resize(kept);
  }

  const View& view_;
  const std::vector<DrawnCard>& cards_;
  const std::vector<MeasuredTitle>& titles_;
  bool down_;
  PlanProblem problem_;
};

}  // namespace

PlanProblem make_plan_problem(const View& view, const std::vector<DrawnCard>& cards,
                              const std::vector<MeasuredTitle>& titles,
                              const ArrangeOptions& options) {
  return ProblemMaker(view, cards, titles, options).make();
}

}  // namespace prereq
