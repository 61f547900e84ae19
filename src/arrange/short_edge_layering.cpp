#include "arrange/short_edge_layering.hpp"

#include <algorithm>

#include "arrange/network_simplex.hpp"

namespace prereq {
namespace {

constexpr std::size_t most_steps = 20'000'000;

class ShortEdges {
 public:
  explicit ShortEdges(const ScheduleInput& input)
      : in_(input), end_(input.item_count()), above_(input.item_count()) {
    for (std::uint32_t item = 0; item < in_.item_count(); ++item) {
      for (const std::uint32_t lower : in_.below(item)) above_[lower].push_back(item);
    }
    row_ = shortest_ranks(in_.item_count() + 1, ranked_edges(), most_steps);
    for (std::uint32_t item = 0; item < in_.item_count(); ++item) {
      if (ends_picture(item)) row_[item] = row_[end_];
    }
  }

  Layering layering() {
    if (in_.problem().titles_take_rows) even_out();
    return result();
  }

 private:
  bool ends_picture(std::uint32_t item) const {
    const std::uint32_t box = in_.box_of(item);
    return box < in_.problem().boxes.size() && in_.problem().boxes[box].ends_picture &&
           in_.below(item).empty();
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
      const auto& above = above_[item];
      const auto& below = in_.below(item);
      if (above.empty() || above.size() != below.size()) continue;
      std::uint32_t first = 0;
      for (const std::uint32_t upper : above) first = std::max(first, row_[upper] + 1);
      std::uint32_t last = row_[end_];
      for (const std::uint32_t lower : below) last = std::min(last, row_[lower] - 1);
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
