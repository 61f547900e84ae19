// Rows first, then the stretches of blocks from the inside out, last the places in them.
#include "arrange/builtin/wide_floor.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>
#include <utility>

#include "arrange/plan/order.hpp"
#include "graph/network_simplex.hpp"

namespace prereq {
namespace {

struct Rows {
  std::vector<std::uint32_t> of_item;
  std::vector<std::uint32_t> first_of_block;  // that its items may stand on: below what it needs
};

// Nodes are items, then two for each block that edges lead to or from, above and below all it
// holds, and last one below everything, which joins what nothing else joins.
class RowFinder {
 public:
  explicit RowFinder(const PlanProblem& problem)
      : problem_(problem),
        items_(problem.items.size()),
        last_(static_cast<std::uint32_t>(items_ + 2 * problem.blocks.size())) {}

  Rows find() {
    add_edges();
    drop_cycles();
    std::vector<bool> ends(last_, true);
    for (const RankedEdge& edge : edges_) ends[edge.tail] = false;
    for (std::uint32_t node = 0; node < last_; ++node) {
      if (ends[node]) edges_.push_back({node, last_, 0});
    }
    constexpr std::size_t most_steps = 20'000'000;
    std::vector<std::uint32_t> rows = shortest_ranks(last_ + std::size_t{1}, edges_, most_steps);
    std::vector<std::uint32_t> first(problem_.blocks.size(), 0);
    for (std::uint32_t b = 0; b < first.size(); ++b) {
      if (used_[start_of(b)]) first[b] = rows[start_of(b)] + 1;
      const std::uint32_t parent = problem_.blocks[b].parent;
      if (parent != no_index) first[b] = std::max(first[b], first[parent]);
    }
    rows.resize(items_);
    return {std::move(rows), std::move(first)};
  }

 private:
  std::uint32_t start_of(std::uint32_t block) const {
    return static_cast<std::uint32_t>(items_ + 2 * block);
  }
  std::uint32_t end_of(std::uint32_t block) const { return start_of(block) + 1; }

  void add_edges() {
    used_.assign(last_, false);
    for (const PlanEdge& edge : problem_.edges) {
      const bool from_item = edge.upper.item != no_index;
      const bool to_item = edge.lower.item != no_index;
      const std::uint32_t upper = from_item ? edge.upper.item : end_of(edge.upper.block);
      const std::uint32_t lower = to_item ? edge.lower.item : start_of(edge.lower.block);
      used_[upper] = used_[lower] = true;
      edges_.push_back({upper, lower});
    }
    for (std::uint32_t i = 0; i < items_; ++i) {
      for (auto b = problem_.items[i].block; b != no_index; b = problem_.blocks[b].parent) {
        if (used_[start_of(b)]) edges_.push_back({start_of(b), i, 0});
        if (used_[end_of(b)]) edges_.push_back({i, end_of(b), 0});
      }
    }
  }

  // Edges of boxes may close some: the first node that is left goes all the same then.
  void drop_cycles() {
    std::vector<std::vector<std::uint32_t>> below(last_);
    std::vector<std::size_t> waits(last_, 0);
    for (const RankedEdge& edge : edges_) {
      below[edge.tail].push_back(edge.head);
      ++waits[edge.head];
    }
    std::vector<std::size_t> place(last_, last_);
    std::vector<std::uint32_t> order;
    const auto take = [&](std::uint32_t node) {
      if (place[node] < last_) return;
      place[node] = order.size();
      order.push_back(node);
    };
    for (std::uint32_t node = 0; node < last_; ++node) {
      if (waits[node] == 0) take(node);
    }
    std::size_t next = 0;
    for (std::uint32_t first = 0; first < last_; ++first) {
      for (; next < order.size(); ++next) {
        for (const std::uint32_t lower : below[order[next]]) {
          if (--waits[lower] == 0) take(lower);
        }
      }
      take(first);
    }
    std::erase_if(edges_, [&](const RankedEdge& e) { return place[e.tail] >= place[e.head]; });
  }

  const PlanProblem& problem_;
  std::size_t items_;
  std::uint32_t last_;
  std::vector<bool> used_;  // nodes that edges lead to or from
  std::vector<RankedEdge> edges_;
};

class WideFloor {
 public:
  explicit WideFloor(const PlanProblem& problem)
      : problem_(problem), breadth_(problem.blocks.size(), 0), lanes_(problem.blocks.size()) {}

  FloorPlan find() {
    Rows rows = RowFinder(problem_).find();
    plan_.row_of_item = std::move(rows.of_item);
    first_of_block_ = std::move(rows.first_of_block);
    plan_.centre_of_item.assign(problem_.items.size(), 0);
    plan_.blocks.assign(problem_.blocks.size(), {});
    make_room_for_titles();
    for (auto b = static_cast<std::uint32_t>(problem_.blocks.size()); b-- > 0;) {
      gather_rows(b);
      measure(b);
    }
    plan_.blocks[0].right = breadth_[0];
    for (std::uint32_t b = 0; b < problem_.blocks.size(); ++b) place_inside(b);
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
    for (std::uint32_t& row : first_of_block_) row += deepest;
  }

  // From its title to its last item, those of the blocks inside included.
  void gather_rows(std::uint32_t b) {
    const PlanBlock& block = problem_.blocks[b];
    if (block.is_leaf()) set_grid(b);
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
  void set_grid(std::uint32_t b) {
    const PlanBlock& block = problem_.blocks[b];
    std::uint32_t next_row = first_of_block_[b];
    std::uint32_t count = 0;
    for (const std::uint32_t item : block.items) {
      if (problem_.items[item].joined) {
        next_row = std::max(next_row, plan_.row_of_item[item] + 1);
      } else {
        ++count;
      }
    }
    const auto columns = static_cast<std::uint32_t>(std::ceil(std::sqrt(count)));
    std::uint32_t place = 0;
    for (const std::uint32_t item : block.items) {
      if (problem_.items[item].joined) continue;
      plan_.row_of_item[item] = next_row + place++ / columns;
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
  std::vector<std::uint32_t> first_of_block_;  // row that its items may stand on
  std::vector<double> breadth_;
  std::vector<std::vector<double>> lanes_;  // of each block: their breadth, then where they begin
};

}  // namespace

FloorPlan find_wide_floor(const PlanProblem& problem) { return WideFloor(problem).find(); }

}  // namespace prereq
