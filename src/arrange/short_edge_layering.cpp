#include "arrange/short_edge_layering.hpp"

#include <algorithm>
#include <utility>

#include "arrange/network_simplex.hpp"

namespace prereq {
namespace {

constexpr int sweeps = 8;
constexpr std::size_t most_steps = 20'000'000;

class ShortEdges {
 public:
  explicit ShortEdges(const ScheduleInput& input)
      : in_(input),
        end_(input.item_count()),
        above_(input.item_count()),
        row_(input.item_count() + std::size_t{1}, 0) {
    for (std::uint32_t item = 0; item < in_.item_count(); ++item) {
      for (const std::uint32_t lower : in_.below(item)) above_[lower].push_back(item);
    }
  }

  Layering layering() {
    if (in_.problem().titles_take_rows) {
      rank_by_simplex();
      even_out();
    } else {
      rank_by_sweeps();
    }
    return result();
  }

 private:
  bool ends_picture(std::uint32_t item) const {
    const std::uint32_t box = in_.box_of(item);
    return box < in_.problem().boxes.size() && in_.problem().boxes[box].ends_picture &&
           in_.below(item).empty();
  }

  void rank_by_simplex() {
    row_ = shortest_ranks(in_.item_count() + 1, ranked_edges(), most_steps);
    for (std::uint32_t item = 0; item < in_.item_count(); ++item) {
      if (above_[item].empty() && in_.below(item).empty()) row_[item] = 0;
      if (ends_picture(item)) row_[item] = row_[end_];
    }
  }

  void rank_by_sweeps() {
    const auto& order = in_.topological();
    for (const std::uint32_t item : order) {
      for (const std::uint32_t upper : above_[item]) {
        row_[item] = std::max(row_[item], row_[upper] + 1);
      }
      row_[end_] = std::max(row_[end_], row_[item] + (ends_picture(item) ? 0 : 1));
    }
    for (const std::uint32_t item : order) {
      if (ends_picture(item)) row_[item] = row_[end_];
    }
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      std::for_each(order.rbegin(), order.rend(), [&](auto item) { move_to_neighbours(item); });
      std::for_each(order.begin(), order.end(), [&](auto item) { move_to_neighbours(item); });
    }
  }

  // What has nothing below stays near what it needs, and what needs nothing goes near its use.
  void move_to_neighbours(std::uint32_t item) {
    if (ends_picture(item)) return;
    const auto [first, last] = free_stretch(item);
    const std::size_t above = above_[item].size();
    const std::size_t below = in_.below(item).size();
    if (below > above) row_[item] = last;
    if (above > below) row_[item] = first;
  }

  // The rows between what is above the item and what is below.
  std::pair<std::uint32_t, std::uint32_t> free_stretch(std::uint32_t item) const {
    std::uint32_t first = 0;
    for (const std::uint32_t upper : above_[item]) first = std::max(first, row_[upper] + 1);
    std::uint32_t last = row_[end_];
    for (const std::uint32_t lower : in_.below(item)) last = std::min(last, row_[lower] - 1);
    return {first, last};
  }

  // What ends the picture is one node below everything else, which also joins all parts.
  std::vector<RankedEdge> ranked_edges() const {
    std::vector<RankedEdge> edges;
    for (std::uint32_t item = 0; item < in_.item_count(); ++item) {
      for (const std::uint32_t lower : in_.below(item)) {
        edges.push_back({item, ends_picture(lower) ? end_ : lower});
      }
      if (in_.below(item).empty()) edges.push_back({item, end_, 0});
    }
    return edges;
  }

  // What has as many edges above as below may stand anywhere between them.
  void even_out() {
    std::vector<double> taken(row_[end_] + std::size_t{1}, 0);
    for (std::uint32_t item = 0; item < in_.item_count(); ++item) taken[row_[item]] += room(item);
    for (const std::uint32_t item : in_.topological()) {
      if (above_[item].empty() || above_[item].size() != in_.below(item).size()) continue;
      const auto [first, last] = free_stretch(item);
      taken[row_[item]] -= room(item);
      for (std::uint32_t row = first; row <= last; ++row) {
        if (taken[row] < taken[row_[item]]) row_[item] = row;
      }
      taken[row_[item]] += room(item);
    }
  }

  double room(std::uint32_t item) const {
    return in_.problem().items[item].breadth_px + in_.problem().item_gap_px;
  }

  // Rows may have run empty.
  Layering result() const {
    std::vector<std::uint32_t> place(row_[end_] + std::size_t{1}, 0);
    for (std::uint32_t item = 0; item < in_.item_count(); ++item) place[row_[item]] = 1;
    std::uint32_t count = 0;
    for (std::uint32_t& at : place) {
      const std::uint32_t used = at;
      at = count;
      count += used;
    }
    Layering layering;
    for (std::uint32_t item = 0; item < in_.item_count(); ++item) {
      layering.row_of_item.push_back(place[row_[item]]);
    }
    layering.row_of_title.assign(in_.problem().boxes.size(), no_index);
    layering.row_count = count;
    layering.first_item_of_box.assign(in_.box_count(), no_index);
    return layering;
  }

  const ScheduleInput& in_;
  std::uint32_t end_;  // the node below all items
  std::vector<std::vector<std::uint32_t>> above_;
  std::vector<std::uint32_t> row_;  // of each item and of the end
};

}  // namespace

Layering layer_by_short_edges(const ScheduleInput& input) { return ShortEdges(input).layering(); }

}  // namespace prereq
