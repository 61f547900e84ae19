#include "arrange/row_sweep.hpp"

#include <algorithm>
#include <utility>

namespace prereq {

std::pair<std::uint32_t, bool> order_by_column(const RowNode& node) {
  return {node.column, node.kind != RowNodeKind::title};
}

bool may_swap(const RowNode& a, const RowNode& b) {
  return a.column == no_index || b.column == no_index || order_by_column(a) == order_by_column(b);
}

void restore_columns(RowGraph& graph, std::size_t row) {
  const auto has_column = [&](std::uint32_t n) { return graph.nodes[n].column != no_index; };
  const auto in_order = [&](std::uint32_t n) { return order_by_column(graph.nodes[n]); };
  std::vector<std::uint32_t> held;
  for (const std::uint32_t n : graph.rows[row]) {
    if (has_column(n)) held.push_back(n);
  }
  if (std::ranges::is_sorted(held, {}, in_order)) return;
  std::ranges::stable_sort(held, {}, in_order);
  std::size_t next = 0;
  for (std::uint32_t& n : graph.rows[row]) {
    if (has_column(n)) n = held[next++];
  }
}

void sort_by_neighbours(RowGraph& graph, std::size_t r, bool by_above,
                        const std::vector<std::uint32_t>& place) {
  auto& row = graph.rows[r];
  std::vector<std::pair<double, std::uint32_t>> order;
  order.reserve(row.size());
  const double width_here = static_cast<double>(std::max<std::size_t>(row.size(), 2) - 1);
  for (const std::uint32_t n : row) {
    const auto& others = by_above ? graph.nodes[n].above : graph.nodes[n].below;
    if (others.empty()) {
      order.emplace_back(static_cast<double>(order.size()) / width_here, n);
      continue;
    }
    const std::size_t there = graph.rows[graph.nodes[others.front()].row].size();
    double sum = 0;
    for (const std::uint32_t other : others) sum += place[other];
    order.emplace_back(sum / static_cast<double>(others.size()) /
                           static_cast<double>(std::max<std::size_t>(there, 2) - 1),
                       n);
  }
  std::ranges::stable_sort(order, {}, &std::pair<double, std::uint32_t>::first);
  for (std::size_t i = 0; i < row.size(); ++i) row[i] = order[i].second;
  restore_columns(graph, r);
}

}  // namespace prereq
