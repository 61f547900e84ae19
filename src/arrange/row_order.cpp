#include "arrange/row_order.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "arrange/row_sweep.hpp"

namespace prereq {
namespace {

constexpr int rounds = 4;
constexpr int most_fruitless_rounds = 3;
constexpr std::size_t step_budget = 8'000'000;

// Pairs of which the greater comes first.
std::size_t inversions(const std::vector<std::uint32_t>& ends) {
  if (ends.empty()) return 0;
  std::vector<std::size_t> tree(*std::ranges::max_element(ends) + 2U, 0);
  std::size_t count = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    std::size_t not_right = 0;
    for (std::size_t t = ends[i] + 1U; t > 0; t &= t - 1) not_right += tree[t];
    count += i - not_right;
    for (std::size_t t = ends[i] + 1U; t < tree.size(); t += t & (~t + 1)) ++tree[t];
  }
  return count;
}

class RowOrder {
 public:
  explicit RowOrder(RowGraph& graph)
      : graph_(graph),
        place_(graph.nodes.size(), 0),
        changed_(graph.rows.size(), 0),
        sifted_(graph.rows.size(), 0) {}

  std::size_t order() {
    for (auto& row : graph_.rows) start(row);
    auto best = graph_.rows;
    std::size_t fewest = crossings();
    int fruitless = 0;
    for (int round = 0; round < rounds && fewest > 0 && fruitless < most_fruitless_rounds;
         ++round) {
      sweep(round % 2 == 0);
      for (int again = 0; again < 6 && spent_ < step_budget && sift_all(); ++again) {
      }
      const std::size_t now = crossings();
      ++fruitless;
      if (now < fewest) {
        fewest = now;
        best = graph_.rows;
        fruitless = 0;
      }
    }
    graph_.rows = std::move(best);
    for (const Row& row : graph_.rows) number(row);
    improve_columns(fewest);
    return fewest;
  }

  // From the order that is there.
  std::size_t improve() {
    std::size_t fewest = sift();
    improve_columns(fewest);
    return fewest;
  }

  std::size_t sift() {
    for (const Row& row : graph_.rows) number(row);
    for (int again = 0; again < 6 && spent_ < step_budget && sift_all(); ++again) {
    }
    return crossings();
  }

 private:
  using Row = std::vector<std::uint32_t>;

  const RowNode& node(std::uint32_t n) const { return graph_.nodes[n]; }

  void number(const Row& row) {
    for (std::uint32_t i = 0; i < row.size(); ++i) place_[row[i]] = i;
    if (!row.empty()) changed_[node(row.front()).row] = ++changes_;
  }

  void start(Row& row) {
    std::ranges::stable_sort(row, {}, [&](std::uint32_t n) { return order_by_column(node(n)); });
    number(row);
  }

  bool may_swap(std::uint32_t a, std::uint32_t b) const {
    return prereq::may_swap(node(a), node(b));
  }

  // For each place of the row beyond, how many of `ends` stand to the right of it less those to the
  // left.
  void weigh(const Row& ends, std::vector<std::ptrdiff_t>& weight) const {
    std::ranges::fill(weight, 0);
    for (const std::uint32_t end : ends) ++weight[place_[end]];
    std::ptrdiff_t left = 0;
    const auto count = static_cast<std::ptrdiff_t>(ends.size());
    for (std::ptrdiff_t& at : weight) {
      const std::ptrdiff_t here = at;
      at = count - here - 2 * left;
      left += here;
    }
  }

  std::ptrdiff_t weight_of(const Row& ends, const std::vector<std::ptrdiff_t>& weight) const {
    std::ptrdiff_t sum = 0;
    for (const std::uint32_t end : ends) sum += weight[place_[end]];
    return sum;
  }

  void sweep(bool down) {
    const std::size_t count = graph_.rows.size();
    for (std::size_t i = 0; i < count; ++i) sort_row(down ? i : count - 1 - i, down);
  }

  void sort_row(std::size_t r, bool by_above) {
    sort_by_neighbours(graph_, r, by_above, place_);
    number(graph_.rows[r]);
  }

  // Swaps boxes side by side as long as that saves crossings.
  void improve_columns(std::size_t& fewest) {
    for (bool improved = true; improved && fewest > 0 && spent_ < step_budget;) {
      improved = false;
      for (std::uint32_t b = 0; b < graph_.bands.size(); ++b) {
        const auto columns = static_cast<std::uint32_t>(graph_.bands[b].boxes.size());
        for (std::uint32_t c = 0; c + 1 < columns && spent_ < step_budget; ++c) {
          if (may_swap_columns(graph_.bands[b], c)) improved |= try_swap(b, c, fewest);
        }
      }
    }
  }

  // Inside a group, or two that are groups by themselves.
  static bool may_swap_columns(const RowBand& band, std::uint32_t c) {
    const auto& groups = band.groups;
    if (groups[c] == groups[c + 1]) return true;
    return std::ranges::count(groups, groups[c]) == 1 &&
           std::ranges::count(groups, groups[c + 1]) == 1;
  }

  bool try_swap(std::uint32_t b, std::uint32_t c, std::size_t& fewest) {
    const std::uint32_t first = graph_.bands[b].first_row;
    const auto end = b + 1 < graph_.bands.size() ? graph_.bands[b + 1].first_row
                                                 : static_cast<std::uint32_t>(graph_.rows.size());
    const std::vector<Row> before(graph_.rows.begin() + first, graph_.rows.begin() + end);
    swap_columns(b, c, first, end);
    for (int again = 0; again < 2; ++again) {
      for (std::uint32_t r = first; r < end; ++r) sift_row(r);
      for (std::uint32_t r = end; r-- > first;) sift_row(r);
    }
    const std::size_t now = crossings();
    if (now < fewest) {
      fewest = now;
      return true;
    }
    swap_columns(b, c, first, end);
    for (std::uint32_t r = first; r < end; ++r) {
      graph_.rows[r] = before[r - first];
      number(graph_.rows[r]);
    }
    return false;
  }

  void swap_columns(std::uint32_t b, std::uint32_t c, std::uint32_t first, std::uint32_t end) {
    std::swap(graph_.bands[b].boxes[c], graph_.bands[b].boxes[c + 1]);
    std::swap(graph_.bands[b].groups[c], graph_.bands[b].groups[c + 1]);
    for (std::uint32_t r = first; r < end; ++r) {
      for (const std::uint32_t n : graph_.rows[r]) {
        std::uint32_t& column = graph_.nodes[n].column;
        if (column == c || column == c + 1) column = 2 * c + 1 - column;
      }
      restore_columns(graph_, r);
      number(graph_.rows[r]);
    }
  }

  bool sift_all() {
    bool improved = false;
    for (std::size_t r = 0; r < graph_.rows.size(); ++r) improved |= sift_row(r);
    for (std::size_t r = graph_.rows.size(); r-- > 0;) improved |= sift_row(r);
    return improved;
  }

  // Whether this row or one beside it changed since this one was sifted.
  bool is_settled(std::size_t r) const {
    const std::size_t first = r > 0 ? r - 1 : 0;
    const std::size_t last = std::min(r + 1, graph_.rows.size() - 1);
    for (std::size_t i = first; i <= last; ++i) {
      if (changed_[i] > sifted_[r]) return false;
    }
    return true;
  }

  bool sift_row(std::size_t r) {
    if (is_settled(r)) return false;
    sifted_[r] = changes_;
    above_.resize(r > 0 ? graph_.rows[r - 1].size() : 0);
    below_.resize(r + 1 < graph_.rows.size() ? graph_.rows[r + 1].size() : 0);
    bool improved = false;
    const Row members = graph_.rows[r];
    for (const std::uint32_t n : members) {
      if (spent_ > step_budget) break;
      improved |= sift(graph_.rows[r], n);
    }
    return improved;
  }

  // Moves a node to where it crosses least; the nearest such place if there are several.
  bool sift(Row& row, std::uint32_t n) {
    const std::size_t at = place_[n];
    const bool may_go_left = at > 0 && may_swap(row[at - 1], n);
    const bool may_go_right = at + 1 < row.size() && may_swap(n, row[at + 1]);
    if (!may_go_left && !may_go_right) return false;
    weigh(node(n).above, above_);
    weigh(node(n).below, below_);
    std::ptrdiff_t best = 0;
    std::size_t best_at = at;
    std::ptrdiff_t change = 0;
    for (std::size_t i = at; i > 0 && may_swap(row[i - 1], n); --i) {
      change += delta(n, row[i - 1]);
      if (change < best) {
        best = change;
        best_at = i - 1;
      }
    }
    change = 0;
    for (std::size_t i = at + 1; i < row.size() && may_swap(n, row[i]); ++i) {
      change -= delta(n, row[i]);
      if (change < best) {
        best = change;
        best_at = i;
      }
    }
    if (best_at == at) return false;
    const auto from = row.begin() + static_cast<std::ptrdiff_t>(at);
    const auto to = row.begin() + static_cast<std::ptrdiff_t>(best_at);
    if (best_at < at) {
      std::rotate(to, from, from + 1);
    } else {
      std::rotate(from, from + 1, to + 1);
    }
    number(row);
    return true;
  }

  // What moving `n` to the left of `other` adds; both stand in the row that was weighed for `n`.
  std::ptrdiff_t delta(std::uint32_t n, std::uint32_t other) {
    spent_ += node(n).above.size() * node(other).above.size() +
              node(n).below.size() * node(other).below.size();
    return weight_of(node(other).above, above_) + weight_of(node(other).below, below_);
  }

  std::size_t crossings() const { return count_crossings(graph_); }

  RowGraph& graph_;
  std::vector<std::uint32_t> place_;  // of each node in its row
  // When each row was last changed and last sifted, counted in changes.
  std::vector<std::size_t> changed_;
  std::vector<std::size_t> sifted_;
  std::size_t changes_ = 0;
  std::size_t spent_ = 0;
  // Of the node that is sifted: what its ends weigh at each place of the rows beside its own.
  std::vector<std::ptrdiff_t> above_;
  std::vector<std::ptrdiff_t> below_;
};

}  // namespace

std::size_t count_crossings(const RowGraph& graph) {
  std::vector<std::uint32_t> place(graph.nodes.size(), 0);
  for (const auto& row : graph.rows) {
    for (std::uint32_t i = 0; i < row.size(); ++i) place[row[i]] = i;
  }
  std::size_t count = 0;
  std::vector<std::uint32_t> ends;
  for (const auto& row : graph.rows) {
    ends.clear();
    for (const std::uint32_t n : row) {
      const std::size_t before = ends.size();
      for (const std::uint32_t b : graph.nodes[n].below) ends.push_back(place[b]);
      std::sort(ends.begin() + static_cast<std::ptrdiff_t>(before), ends.end());
    }
    count += inversions(ends);
  }
  return count;
}

std::size_t order_rows(RowGraph& graph) { return RowOrder(graph).order(); }
std::size_t improve_rows(RowGraph& graph) { return RowOrder(graph).improve(); }
std::size_t sift_rows(RowGraph& graph) { return RowOrder(graph).sift(); }

}  // namespace prereq
