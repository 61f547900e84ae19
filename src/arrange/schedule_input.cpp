#include <algorithm>
#include <numeric>

#include "arrange/row_schedule.hpp"
#include "graph/components.hpp"

namespace prereq {

ScheduleInput::ScheduleInput(const LayeringProblem& problem, BoxOrder order) : problem_(problem) {
  const std::size_t boxes = problem.boxes.size() + 1;
  members_.resize(boxes);
  widest_px_.assign(boxes, 0);
  total_px_.assign(boxes, 0);
  for (std::uint32_t box = 0; box < boxes; ++box) {
    const bool nested = box + 1 < boxes && problem.boxes[box].parent != no_index;
    outermost_.push_back(nested ? outermost_[problem.boxes[box].parent] : box);
  }
  for (std::uint32_t item = 0; item < problem.items.size(); ++item) {
    const LayeringItem& it = problem.items[item];
    const auto box = it.box == no_index ? static_cast<std::uint32_t>(boxes - 1) : it.box;
    box_of_.push_back(box);
    members_[box].push_back(item);
    widest_px_[box] = std::max(widest_px_[box], it.breadth_px);
    total_px_[box] += it.breadth_px + problem.item_gap_px;
  }
  drop_cycles();
  rank_priorities();
  relate_boxes(order);
}

// Depth-first search in order of declaration; an edge back to an item that is being visited closes
// a cycle and is dropped.
void ScheduleInput::drop_cycles() {
  enum : std::uint8_t { unseen, open, done };
  std::vector<std::vector<std::uint32_t>> all(item_count());
  for (const auto& [upper, lower] : problem_.edges) all[upper].push_back(lower);
  below_.resize(item_count());
  in_degree_.assign(item_count(), 0);
  std::vector<std::uint8_t> state(item_count(), unseen);
  std::vector<std::pair<std::uint32_t, std::size_t>> stack;
  for (std::uint32_t root = 0; root < item_count(); ++root) {
    if (state[root] != unseen) continue;
    stack.emplace_back(root, 0);
    state[root] = open;
    while (!stack.empty()) {
      auto& [item, next] = stack.back();
      if (next == all[item].size()) {
        state[item] = done;
        topological_.push_back(item);
        stack.pop_back();
        continue;
      }
      const std::uint32_t lower = all[item][next++];
      if (state[lower] == open) continue;
      below_[item].push_back(lower);
      ++in_degree_[lower];
      if (state[lower] == unseen) {
        state[lower] = open;
        stack.emplace_back(lower, 0);
      }
    }
  }
  std::ranges::reverse(topological_);
}

void ScheduleInput::rank_priorities() {
  std::vector<std::uint32_t> height(item_count(), 0);
  for (std::size_t i = topological_.size(); i-- > 0;) {
    const std::uint32_t item = topological_[i];
    for (const std::uint32_t lower : below_[item]) {
      height[item] = std::max(height[item], height[lower] + 1);
    }
  }
  std::vector<std::uint32_t> order(item_count());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    if (height[a] != height[b]) return height[a] > height[b];
    return below_[a].size() > below_[b].size();
  });
  priority_.resize(item_count());
  for (std::uint32_t place = 0; place < order.size(); ++place) priority_[order[place]] = place;
}

// Which boxes come first. Boxes that need each other (also through others) open in any order; of
// the edges between them only those count that agree with the order of first appearance.
void ScheduleInput::relate_boxes(BoxOrder order) {
  std::vector<std::uint32_t> first_seen(members_.size(), no_index);
  for (std::uint32_t place = 0; place < topological_.size(); ++place) {
    std::uint32_t& seen = first_seen[box_of_[topological_[place]]];
    seen = std::min(seen, place);
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> between;
  for (std::uint32_t item = 0; item < item_count(); ++item) {
    for (const std::uint32_t lower : below_[item]) {
      if (box_of_[item] != box_of_[lower]) between.emplace_back(box_of_[item], box_of_[lower]);
    }
  }
  const Components components =
      strong_components(static_cast<std::uint32_t>(members_.size()), between);
  box_predecessors_.resize(members_.size());
  for (const auto& [from, to] : between) {
    const bool in_turns = order == BoxOrder::loose || components.of[from] == components.of[to];
    if (!in_turns || first_seen[from] < first_seen[to]) box_predecessors_[to].push_back(from);
  }
  const auto ends_picture = [&](std::uint32_t box) {
    return box < problem_.boxes.size() && problem_.boxes[box].ends_picture;
  };
  for (std::uint32_t box = 0; box < members_.size(); ++box) {
    if (!ends_picture(box)) continue;
    for (std::uint32_t other = 0; other < members_.size(); ++other) {
      if (!ends_picture(other)) box_predecessors_[box].push_back(other);
    }
  }
  for (auto& predecessors : box_predecessors_) {
    std::ranges::sort(predecessors);
    predecessors.erase(std::unique(predecessors.begin(), predecessors.end()), predecessors.end());
  }
}

double ScheduleInput::capacity_px(std::uint32_t box, std::uint32_t columns) const {
  return columns * (widest_px_[box] + problem_.item_gap_px);
}

double ScheduleInput::claimed_px(std::uint32_t box, std::uint32_t columns) const {
  const double items = std::min(capacity_px(box, columns), total_px_[box]) - problem_.item_gap_px;
  if (box == problem_.boxes.size()) return items + problem_.box_gap_px;
  return std::max(items, problem_.boxes[box].title_px) + 2 * problem_.box_padding_px +
         problem_.box_gap_px;
}

}  // namespace prereq
