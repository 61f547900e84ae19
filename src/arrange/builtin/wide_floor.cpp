// Rows first, then the stretches of blocks from the inside out, last the places in them.
#include "arrange/builtin/wide_floor.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>
#include <utility>

#include "arrange/plan/order.hpp"

namespace prereq {
namespace {

// From one node to another that stands at least `rows` below it.
struct Step {
  std::uint32_t node = 0;
  std::uint32_t rows = 1;
};

// Nodes are items, and two for each block that edges lead to or from: above and below all it holds.
class RowFinder {
 public:
  explicit RowFinder(const PlanProblem& problem)
      : problem_(problem),
        items_(problem.items.size()),
        above_(items_ + 2 * problem.blocks.size()),
        below_(above_.size()),
        row_(above_.size(), 0) {
    for (const PlanEdge& edge : problem.edges) {
      add(edge.upper.item != no_index ? edge.upper.item : end_of(edge.upper.block),
          edge.lower.item != no_index ? edge.lower.item : start_of(edge.lower.block), 1);
    }
  }

  std::vector<std::uint32_t> find() {
    add_blocks();
    sort();
    for (const std::uint32_t node : order_) push_down(node);
    for (auto node = order_.rbegin(); node != order_.rend(); ++node) shorten(*node);
    return {row_.begin(), row_.begin() + static_cast<std::ptrdiff_t>(items_)};
  }

 private:
  std::uint32_t start_of(std::uint32_t block) const {
    return static_cast<std::uint32_t>(items_ + 2 * block);
  }
  std::uint32_t end_of(std::uint32_t block) const { return start_of(block) + 1; }

  void add(std::uint32_t upper, std::uint32_t lower, std::uint32_t rows) {
    below_[upper].push_back({lower, rows});
    above_[lower].push_back({upper, rows});
  }

  void add_blocks() {
    std::vector<bool> has_end(2 * problem_.blocks.size(), false);
    for (const PlanEdge& edge : problem_.edges) {
      if (edge.upper.item == no_index) has_end[2 * edge.upper.block + 1] = true;
      if (edge.lower.item == no_index) has_end[2 * edge.lower.block] = true;
    }
    for (std::uint32_t i = 0; i < items_; ++i) {
      for (auto b = problem_.items[i].block; b != no_index; b = problem_.blocks[b].parent) {
        if (has_end[2 * b]) add(start_of(b), i, 0);
        if (has_end[2 * b + 1]) add(i, end_of(b), 0);
      }
    }
  }

  // Topologically; where edges of boxes close a cycle, the first that is left goes all the same.
  void sort() {
    std::vector<std::size_t> waits;
    waits.reserve(above_.size());
    for (const auto& steps : above_) waits.push_back(steps.size());
    std::vector<bool> done(above_.size(), false);
    place_.assign(above_.size(), 0);
    for (std::uint32_t first = 0; order_.size() < above_.size();) {
      std::size_t next = order_.size();
      for (std::uint32_t n = first; n < above_.size(); ++n) {
        if (waits[n] == 0 && !done[n]) take(n, done);
      }
      if (next == order_.size()) {
        while (done[first]) ++first;
        take(first, done);
      }
      for (; next < order_.size(); ++next) {
        for (const Step& step : below_[order_[next]]) {
          if (--waits[step.node] == 0 && !done[step.node]) take(step.node, done);
        }
      }
    }
  }
  void take(std::uint32_t node, std::vector<bool>& done) {
    done[node] = true;
    place_[node] = order_.size();
    order_.push_back(node);
  }

  bool leads_on(std::uint32_t upper, std::uint32_t lower) const {
    return place_[upper] < place_[lower];
  }

  void push_down(std::uint32_t node) {
    for (const Step& step : below_[node]) {
      if (!leads_on(node, step.node)) continue;
      row_[step.node] = std::max(row_[step.node], row_[node] + step.rows);
    }
  }

  void shorten(std::uint32_t node) {
    if (below_[node].size() <= above_[node].size()) return;
    std::uint32_t lowest = no_index;
    for (const Step& step : below_[node]) {
      if (leads_on(node, step.node)) lowest = std::min(lowest, row_[step.node] - step.rows);
    }
    if (lowest != no_index) row_[node] = std::max(row_[node], lowest);
  }

  const PlanProblem& problem_;
  std::size_t items_;
  std::vector<std::vector<Step>> above_;
  std::vector<std::vector<Step>> below_;
  std::vector<std::uint32_t> row_;
  std::vector<std::uint32_t> order_;
  std::vector<std::size_t> place_;  // in that order
};

class WideFloor {
 public:
  explicit WideFloor(const PlanProblem& problem)
      : problem_(problem), breadth_(problem.blocks.size(), 0), lanes_(problem.blocks.size()) {}

  FloorPlan find() {
    plan_.row_of_item = RowFinder(problem_).find();
    plan_.centre_of_item.assign(problem_.items.size(), 0);
    plan_.blocks.assign(problem_.blocks.size(), {});
    make_room_for_titles();
    for (auto b = static_cast<std::uint32_t>(problem_.blocks.size()); b-- > 0;) {
      gather_rows(b);
      measure(b);
    }
    plan_.blocks[0].right = breadth_[0];
    for (std::uint32_t b = 0; b < problem_.blocks.size(); ++b) place_inside(b);
    plan_.breadth = breadth_[0];
    for (const BlockPlace& block : plan_.blocks) {
      plan_.row_count = std::max(plan_.row_count, block.last_row + 1);
    }
    std::ranges::stable_sort(plan_.segments, {}, [this](const RowSegment& segment) {
      return std::pair(segment.row, plan_.blocks[segment.block].left);
    });
    RowOrder(problem_).sweep(plan_, sweeps);
    return std::move(plan_);
  }

 private:
  static constexpr int sweeps = 6;

  bool takes_title_row(std::uint32_t b) const {
    return problem_.titles_take_rows && problem_.blocks[b].title_breadth > 0;
  }

  // Rows that stay empty are left out later.
  void make_room_for_titles() {
    std::uint32_t deepest = 0;
    std::vector<std::uint32_t> titles(problem_.blocks.size(), 0);
    for (std::uint32_t b = 0; b < titles.size(); ++b) {
      const std::uint32_t parent = problem_.blocks[b].parent;
      titles[b] = (parent == no_index ? 0 : titles[parent]) + (takes_title_row(b) ? 1 : 0);
      deepest = std::max(deepest, titles[b]);
    }
    for (std::uint32_t& row : plan_.row_of_item) row += deepest;
  }

  // From its title to its last item, those of the blocks inside included.
  void gather_rows(std::uint32_t b) {
    const PlanBlock& block = problem_.blocks[b];
    if (block.is_leaf()) set_grid(block);
    BlockPlace& place = plan_.blocks[b];
    for (const std::uint32_t item : block.items) {
      place.first_row = std::min(place.first_row, plan_.row_of_item[item]);
      place.last_row = std::max(place.last_row, plan_.row_of_item[item]);
    }
    for (const std::uint32_t child : block.blocks) {
      place.first_row = std::min(place.first_row, plan_.blocks[child].first_row);
      place.last_row = std::max(place.last_row, plan_.blocks[child].last_row);
    }
    if (takes_title_row(b)) --place.first_row;
  }

  // What has no edges, below what has.
  void set_grid(const PlanBlock& block) {
    std::uint32_t next_row = 0;
    std::uint32_t count = 0;
    for (const std::uint32_t item : block.items) {
      const std::uint32_t row = plan_.row_of_item[item];
      if (problem_.items[item].joined) {
        next_row = std::max(next_row, row + 1);
      } else {
        ++count;
      }
    }
    const auto columns = static_cast<std::uint32_t>(std::ceil(std::sqrt(count)));
    std::uint32_t place = 0;
    for (const std::uint32_t item : block.items) {
      if (problem_.items[item].joined) continue;
      const std::uint32_t row = std::max(next_row, plan_.row_of_item[item]);
      plan_.row_of_item[item] = row + place++ / columns;
    }
  }

  double padding(std::uint32_t b) const {
    return problem_.blocks[b].is_drawn() ? Spacing::box_padding : 0;
  }

  void measure(std::uint32_t b) {
    const double inside = problem_.blocks[b].is_leaf() ? measure_items(b) : measure_blocks(b);
    const double title = takes_title_row(b) ? problem_.blocks[b].title_breadth + 12 : 0;
    breadth_[b] = std::max(inside, title) + 2 * padding(b);
  }

  // Of its broadest row.
  double measure_items(std::uint32_t b) {
    std::vector<std::uint32_t> items = problem_.blocks[b].items;
    std::ranges::stable_sort(items, {}, [this](std::uint32_t i) { return plan_.row_of_item[i]; });
    double broadest = 0;
    double breadth = 0;
    std::uint32_t row = no_index;
    for (const std::uint32_t item : items) {
      if (plan_.row_of_item[item] != row) {
        row = plan_.row_of_item[item];
        const auto first = static_cast<std::uint32_t>(plan_.items.size());
        plan_.segments.push_back({b, row, first, first});
        breadth = -Spacing::between_cards;
      }
      plan_.items.push_back(item);
      ++plan_.segments.back().last;
      breadth += Spacing::between_cards + problem_.items[item].breadth;
      broadest = std::max(broadest, breadth);
    }
    return broadest;
  }

  // Those that begin first take the first lanes; a lane is as broad as the broadest in it.
  double measure_blocks(std::uint32_t b) {
    std::vector<std::uint32_t> blocks = problem_.blocks[b].blocks;
    std::ranges::stable_sort(blocks, {},
                             [this](std::uint32_t i) { return plan_.blocks[i].first_row; });
    std::vector<double>& lanes = lanes_[b];
    using Free = std::pair<std::uint32_t, std::uint32_t>;  // after which row, and which lane
    std::priority_queue<Free, std::vector<Free>, std::greater<>> free;
    for (const std::uint32_t child : blocks) {
      auto lane = static_cast<std::uint32_t>(lanes.size());
      if (!free.empty() && free.top().first < plan_.blocks[child].first_row) {
        lane = free.top().second;
        free.pop();
      } else {
        lanes.push_back(0);
      }
      lanes[lane] = std::max(lanes[lane], breadth_[child]);
      plan_.blocks[child].left = lane;  // until the lanes have their places
      free.emplace(plan_.blocks[child].last_row, lane);
    }
    double total = -Spacing::between_boxes;
    for (const double breadth : lanes) total += breadth + Spacing::between_boxes;
    return total;
  }

  void place_inside(std::uint32_t b) {
    double next = plan_.blocks[b].left + padding(b);
    for (double& lane : lanes_[b]) next += std::exchange(lane, next) + Spacing::between_boxes;
    for (const std::uint32_t child : problem_.blocks[b].blocks) {
      BlockPlace& place = plan_.blocks[child];
      place.left = lanes_[b][static_cast<std::size_t>(place.left)];
      place.right = place.left + breadth_[child];
    }
    const double middle = (plan_.blocks[b].left + plan_.blocks[b].right) / 2;
    for (const std::uint32_t item : problem_.blocks[b].items) plan_.centre_of_item[item] = middle;
  }

  const PlanProblem& problem_;
  FloorPlan plan_;
  std::vector<double> breadth_;
  std::vector<std::vector<double>> lanes_;  // of each block: their breadth, then where they begin
};

}  // namespace

FloorPlan find_wide_floor(const PlanProblem& problem) { return WideFloor(problem).find(); }

}  // namespace prereq
