#include "arrange/large_row_order.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "arrange/row_order.hpp"
#include "arrange/row_sweep.hpp"

namespace prereq {
namespace {

constexpr std::size_t fewest_sweeps = 2;
constexpr std::size_t most_sweeps = 60;
constexpr std::size_t most_fruitless_sweeps = 10;
constexpr std::size_t work_for_sweeps = 8'000'000;  // nodes
constexpr int most_switches = 4;                    // of a row in a sweep

class LargeRowOrder {
 public:
  explicit LargeRowOrder(RowGraph& graph) : graph_(graph), place_(graph.nodes.size(), 0) {}

  std::size_t order() {
    fill_rows();
    std::size_t fewest = count_crossings(graph_);
    auto best = graph_.rows;
    const std::size_t sweeps =
        std::clamp(work_for_sweeps / (graph_.nodes.size() + 1), fewest_sweeps, most_sweeps);
    std::size_t fruitless = 0;
    for (std::size_t i = 0; i < sweeps && fewest > 0 && fruitless < most_fruitless_sweeps; ++i) {
      sweep(i % 2 == 0);
      const std::size_t crossings = count_crossings(graph_);
      ++fruitless;
      if (crossings >= fewest) continue;
      if (crossings < fewest - fewest / 100) fruitless = 0;
      fewest = crossings;
      best = graph_.rows;
    }
    graph_.rows = std::move(best);
    return fewest > 0 ? sift_rows(graph_) : 0;
  }

 private:
  using Row = std::vector<std::uint32_t>;

  const RowNode& node(std::uint32_t n) const { return graph_.nodes[n]; }

  void number(const Row& row) {
    for (std::uint32_t i = 0; i < row.size(); ++i) place_[row[i]] = i;
  }

  // Whatever is joined to the first node of the first row, nearest first; then what is left.
  void fill_rows() {
    const std::vector<Row> before =
        std::exchange(graph_.rows, std::vector<Row>(graph_.rows.size()));
    std::vector<bool> seen(graph_.nodes.size(), false);
    Row waiting;
    for (const Row& row : before) {
      for (const std::uint32_t first : row) {
        if (seen[first]) continue;
        seen[first] = true;
        waiting.assign(1, first);
        for (std::size_t next = 0; next < waiting.size(); ++next) {
          const std::uint32_t n = waiting[next];
          graph_.rows[node(n).row].push_back(n);
          for (const Row* others : {&node(n).below, &node(n).above}) {
            for (const std::uint32_t other : *others) {
              if (seen[other]) continue;
              seen[other] = true;
              waiting.push_back(other);
            }
          }
        }
      }
    }
    for (std::size_t r = 0; r < graph_.rows.size(); ++r) {
      restore_columns(graph_, r);
      number(graph_.rows[r]);
    }
  }

  void sweep(bool down) {
    const std::size_t count = graph_.rows.size();
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t r = down ? i : count - 1 - i;
      sort_by_neighbours(graph_, r, down, place_);
      number(graph_.rows[r]);
    }
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t r = down ? count - 1 - i : i;
      for (int again = 0; again < most_switches && switch_neighbours(r); ++again) {
      }
    }
  }

  // The places of a row's neighbours, sorted for each of its nodes.
  struct Ends {
    Row places;
    Row first;  // of each node in the row, and one more
  };

  void gather(const Row& row, bool above, Ends& ends) const {
    ends.places.clear();
    ends.first.assign(1, 0);
    for (const std::uint32_t n : row) {
      for (const std::uint32_t other : above ? node(n).above : node(n).below) {
        ends.places.push_back(place_[other]);
      }
      std::sort(ends.places.begin() + ends.first.back(), ends.places.end());
      ends.first.push_back(static_cast<std::uint32_t>(ends.places.size()));
    }
  }

  // How many more crossings there are with node a of the row left of b than the other way.
  static std::ptrdiff_t excess(const Ends& ends, std::uint32_t a, std::uint32_t b) {
    std::ptrdiff_t sum = 0;
    std::uint32_t below = ends.first[b];  // ends of b left of this one of a
    std::uint32_t not_above = below;      // and those not right of it
    const std::uint32_t end = ends.first[b + 1];
    for (std::uint32_t i = ends.first[a]; i < ends.first[a + 1]; ++i) {
      const std::uint32_t at = ends.places[i];
      while (below < end && ends.places[below] < at) ++below;
      while (not_above < end && ends.places[not_above] <= at) ++not_above;
      sum += static_cast<std::ptrdiff_t>(below - ends.first[b]) -
             static_cast<std::ptrdiff_t>(end - not_above);
    }
    return sum;
  }

  bool switch_neighbours(std::size_t r) {
    Row& row = graph_.rows[r];
    gather(row, true, above_);
    gather(row, false, below_);
    Row order(row.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    bool switched = false;
    for (std::size_t i = 0; i + 1 < order.size(); ++i) {
      const std::uint32_t a = order[i];
      const std::uint32_t b = order[i + 1];
      if (!may_swap(node(row[a]), node(row[b]))) continue;
      if (excess(above_, a, b) + excess(below_, a, b) <= 0) continue;
      std::swap(order[i], order[i + 1]);
      switched = true;
    }
    if (!switched) return false;
    for (std::uint32_t& i : order) i = row[i];
    row = std::move(order);
    number(row);
    return true;
  }

  RowGraph& graph_;
  std::vector<std::uint32_t> place_;  // of each node in its row
  Ends above_;
  Ends below_;
};

}  // namespace

std::size_t order_large_rows(RowGraph& graph) { return LargeRowOrder(graph).order(); }

}  // namespace prereq
