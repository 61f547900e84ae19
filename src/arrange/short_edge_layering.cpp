#include "arrange/short_edge_layering.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
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

  Schedule schedule() {
    if (in_.problem().titles_take_rows) {
      rank_by_simplex();
      even_out();
    } else {
      rank_by_sweeps();
    }
    Schedule schedule = {layering(), {}};
    if (in_.problem().titles_take_rows && has_drawn_boxes()) {
      add_titles(schedule.layering);
      add_columns(schedule);
    }
    return schedule;
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
      if (ends_picture(item)) row_[item] = row_[end_];
    }
    move_loose_parts();
  }

  // Parts that are not joined to the largest may stand anywhere: they begin where their box does.
  void move_loose_parts() {
    const std::vector<std::vector<std::uint32_t>> parts = joined_parts();
    std::vector<std::uint32_t> first_of_box(in_.box_count(), no_index);
    for (const std::uint32_t item : parts.front()) {
      std::uint32_t& first = first_of_box[in_.box_of(item)];
      first = std::min(first, row_[item]);
    }
    for (std::size_t part = 1; part < parts.size(); ++part) {
      std::uint32_t first = no_index;
      std::uint32_t last = 0;
      for (const std::uint32_t item : parts[part]) {
        first = std::min(first, row_[item]);
        last = std::max(last, row_[item]);
      }
      if (last == row_[end_]) continue;
      const std::uint32_t box = first_of_box[in_.box_of(parts[part].front())];
      const std::uint32_t lowest = row_[end_] - 1 - (last - first);
      const std::uint32_t wanted = box == no_index ? 0 : std::min(box, lowest);
      for (const std::uint32_t item : parts[part]) row_[item] = row_[item] - first + wanted;
    }
  }

  // What edges join, the part with the most items first.
  std::vector<std::vector<std::uint32_t>> joined_parts() const {
    std::vector<std::vector<std::uint32_t>> parts;
    std::vector<bool> seen(in_.item_count(), false);
    for (std::uint32_t item = 0; item < in_.item_count(); ++item) {
      if (seen[item]) continue;
      seen[item] = true;
      std::vector<std::uint32_t>& part = parts.emplace_back(1, item);
      for (std::size_t next = 0; next < part.size(); ++next) {
        for (const auto* others : {&above_[part[next]], &in_.below(part[next])}) {
          for (const std::uint32_t other : *others) {
            if (seen[other]) continue;
            seen[other] = true;
            part.push_back(other);
          }
        }
      }
    }
    if (parts.empty()) parts.emplace_back();
    std::ranges::stable_sort(parts,
                             [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return parts;
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

  bool has_drawn_boxes() const {
    for (std::uint32_t box = 0; box < in_.problem().boxes.size(); ++box) {
      if (in_.problem().boxes[box].title_px > 0 && !in_.members(box).empty()) return true;
    }
    return false;
  }

  // Each in the row above what its box holds, titles of inner boxes included; everything moves down
  // as far as there is no row for them.
  void add_titles(Layering& layering) const {
    constexpr std::int64_t below_all = std::numeric_limits<std::int64_t>::max();
    const auto& boxes = in_.problem().boxes;
    std::vector<std::int64_t> first(boxes.size(), below_all);
    for (std::uint32_t item = 0; item < in_.item_count(); ++item) {
      const std::uint32_t box = in_.box_of(item);
      if (box == boxes.size()) continue;
      first[box] = std::min<std::int64_t>(first[box], layering.row_of_item[item]);
    }
    std::int64_t highest = 0;
    for (std::size_t box = boxes.size(); box-- > 0;) {
      if (first[box] == below_all) continue;
      if (boxes[box].title_px > 0) highest = std::min(highest, --first[box]);
      const std::uint32_t parent = boxes[box].parent;
      if (parent != no_index) first[parent] = std::min(first[parent], first[box]);
    }
    for (std::uint32_t& row : layering.row_of_item) row += static_cast<std::uint32_t>(-highest);
    layering.row_count += static_cast<std::uint32_t>(-highest);
    for (std::size_t box = 0; box < boxes.size(); ++box) {
      if (first[box] == below_all || boxes[box].title_px <= 0) continue;
      layering.row_of_title[box] = static_cast<std::uint32_t>(first[box] - highest);
    }
  }

  // As wide as the fullest row of each box; those whose items stand higher further left.
  void add_columns(Schedule& schedule) const {
    Layering& layering = schedule.layering;
    layering.band_rows = {0};
    std::vector<std::pair<double, ScheduledColumn>> columns;
    for (std::uint32_t box = 0; box < in_.box_count(); ++box) {
      if (in_.members(box).empty()) continue;
      std::vector<std::uint32_t> rows;
      std::uint32_t& first = layering.first_item_of_box[box];
      for (const std::uint32_t item : in_.members(box)) {
        rows.push_back(layering.row_of_item[item]);
        if (first == no_index || rows.back() < layering.row_of_item[first]) first = item;
      }
      const double middle =
          std::accumulate(rows.begin(), rows.end(), 0.0) / static_cast<double>(rows.size());
      columns.push_back({middle, {1, in_.claimed_px(box, most_alike(rows)), box}});
    }
    std::ranges::stable_sort(columns, {}, &std::pair<double, ScheduledColumn>::first);
    for (const auto& [middle, column] : columns) schedule.columns.push_back(column);
  }

  // How often the number is there that is there most often.
  static std::uint32_t most_alike(std::vector<std::uint32_t>& numbers) {
    std::ranges::sort(numbers);
    std::uint32_t most = 0;
    std::uint32_t alike = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      alike = i > 0 && numbers[i] == numbers[i - 1] ? alike + 1 : 1;
      most = std::max(most, alike);
    }
    return most;
  }

  // Rows may have run empty.
  Layering layering() const {
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

Schedule schedule_by_short_edges(const ScheduleInput& input) {
  return ShortEdges(input).schedule();
}

}  // namespace prereq
