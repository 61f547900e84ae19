#include "arrange/short_edge_layering.hpp"

#include <algorithm>

namespace prereq {
namespace {

constexpr int sweeps = 8;

class ShortEdges {
 public:
  explicit ShortEdges(const ScheduleInput& input)
      : in_(input), above_(input.item_count()), row_(input.item_count(), 0) {
    for (const std::uint32_t item : in_.topological()) {
      for (const std::uint32_t lower : in_.below(item)) {
        above_[lower].push_back(item);
        row_[lower] = std::max(row_[lower], row_[item] + 1);
      }
    }
    find_last_row();
  }

  Layering layering() {
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      const auto& order = in_.topological();
      std::for_each(order.rbegin(), order.rend(), [&](auto item) { move_to_neighbours(item); });
      std::for_each(order.begin(), order.end(), [&](auto item) { move_to_neighbours(item); });
    }
    return result();
  }

 private:
  bool ends_picture(std::uint32_t item) const {
    const std::uint32_t box = in_.box_of(item);
    return box < in_.problem().boxes.size() && in_.problem().boxes[box].ends_picture &&
           in_.below(item).empty();
  }

  void find_last_row() {
    for (std::uint32_t item = 0; item < in_.item_count(); ++item) {
      last_row_ = std::max(last_row_, row_[item] + (ends_picture(item) ? 0 : 1));
    }
    for (std::uint32_t item = 0; item < in_.item_count(); ++item) {
      if (ends_picture(item)) row_[item] = last_row_;
    }
  }

  // What has nothing below stays near what it needs, and what needs nothing goes near its use.
  void move_to_neighbours(std::uint32_t item) {
    if (ends_picture(item)) return;
    const auto& above = above_[item];
    const auto& below = in_.below(item);
    std::uint32_t first = 0;
    for (const std::uint32_t upper : above) first = std::max(first, row_[upper] + 1);
    std::uint32_t last = last_row_;
    for (const std::uint32_t lower : below) last = std::min(last, row_[lower] - 1);
    if (below.size() > above.size()) row_[item] = last;
    if (above.size() > below.size()) row_[item] = first;
  }

  // Rows may have run empty.
  Layering result() const {
    std::vector<std::uint32_t> place(last_row_ + 1, 0);
    for (const std::uint32_t row : row_) place[row] = 1;
    std::uint32_t count = 0;
    for (std::uint32_t& at : place) {
      const std::uint32_t used = at;
      at = count;
      count += used;
    }
    Layering layering;
    for (const std::uint32_t row : row_) layering.row_of_item.push_back(place[row]);
    layering.row_of_title.assign(in_.problem().boxes.size(), no_index);
    layering.row_count = count;
    layering.first_item_of_box.assign(in_.box_count(), no_index);
    return layering;
  }

  const ScheduleInput& in_;
  std::vector<std::vector<std::uint32_t>> above_;
  std::vector<std::uint32_t> row_;
  std::uint32_t last_row_ = 0;
};

}  // namespace

Layering layer_by_short_edges(const ScheduleInput& input) { return ShortEdges(input).layering(); }

}  // namespace prereq
