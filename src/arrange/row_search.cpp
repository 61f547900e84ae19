#include "arrange/row_search.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "arrange/reroute.hpp"
#include "arrange/row_order.hpp"
#include "arrange/row_places.hpp"

namespace prereq {
namespace {

constexpr int most_rounds = 3;

// Numbers that look random, the same on every machine (SplitMix64; Steele, Lea and Flood 2014).
std::uint64_t mixed(std::uint64_t beginning, std::uint64_t number) {
  std::uint64_t z = (beginning << 32) + number * 0x9E3779B97F4A7C15U;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}

// Boxes side by side change places: groups as wholes, and what is in them among itself.
void mix_columns(RowGraph& graph, std::uint32_t b, std::uint64_t beginning) {
  RowBand& band = graph.bands[b];
  std::vector<std::uint32_t> order(band.boxes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t i) {
    return std::pair(mixed(beginning, band.groups[i]), mixed(beginning + 1, band.boxes[i]));
  });
  const RowBand before = band;
  std::vector<std::uint32_t> column_of(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    band.boxes[i] = before.boxes[order[i]];
    band.groups[i] = before.groups[order[i]];
    column_of[order[i]] = i;
  }
  const std::size_t end =
      b + 1 < graph.bands.size() ? graph.bands[b + 1].first_row : graph.rows.size();
  for (std::size_t r = band.first_row; r < end; ++r) {
    for (const std::uint32_t n : graph.rows[r]) {
      std::uint32_t& column = graph.nodes[n].column;
      if (column != no_index) column = column_of[column];
    }
  }
}

void mix(RowGraph& graph, std::uint64_t beginning) {
  for (std::uint32_t b = 0; b < graph.bands.size(); ++b) mix_columns(graph, b, beginning);
  for (auto& row : graph.rows) {
    std::ranges::stable_sort(row, {}, [&](std::uint32_t n) { return mixed(beginning + 2, n); });
  }
}

FoundRows ordered_rows(const View& view, const ArrangementPlan& plan, std::size_t beginning) {
  FoundRows found = {make_row_graph(view, plan), 0};
  if (beginning > 0) mix(found.graph, beginning);
  found.crossings = order_rows(found.graph);
  return found;
}

FoundRows with_better_ways(const View& view, const ArrangementPlan& plan, RowGraph graph) {
  FoundRows best;
  for (int round = 0; round < most_rounds; ++round) {
    RowPlaces places = place_in_rows(view, plan, graph, rough_sweeps);
    reroute_edges(graph, places);
    const std::size_t led = count_crossings(graph);
    const std::size_t crossings = improve_rows(graph);
    if (round > 0 && crossings >= best.crossings) break;
    if (crossings == led) return {std::move(graph), crossings};
    best = {graph, crossings};
  }
  return best;
}

}  // namespace

FoundRows search_rows(const View& view, const ArrangementPlan& plan, std::size_t first,
                      std::size_t count) {
  std::vector<FoundRows> ordered;
  for (std::size_t beginning = first; beginning < first + count; ++beginning) {
    ordered.push_back(ordered_rows(view, plan, beginning));
  }
  std::ranges::stable_sort(ordered, {}, &FoundRows::crossings);
  const std::size_t followed = (count + 1) / 2;
  FoundRows best;
  for (std::size_t i = 0; i < std::min(ordered.size(), followed); ++i) {
    FoundRows found = with_better_ways(view, plan, std::move(ordered[i].graph));
    if (i == 0 || found.crossings < best.crossings) best = std::move(found);
    if (best.crossings == 0) break;
  }
  return best;
}

}  // namespace prereq
