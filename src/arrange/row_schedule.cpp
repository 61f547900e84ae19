#include "arrange/row_schedule.hpp"

#include <algorithm>

namespace prereq {
namespace {

constexpr std::int32_t not_placed = INT32_MIN;

}  // namespace

RowScheduler::RowScheduler(const ScheduleInput& input)
    : in_(input),
      problem_(input.problem()),
      row_of_(input.item_count()),
      waiting_for_(input.item_count()),
      boxes_(input.box_count()),
      title_row_(problem_.boxes.size()),
      group_opened_(input.box_count()) {}

const Schedule& RowScheduler::schedule(const std::vector<BoxPlan>& plan) {
  plan_ = &plan;
  begin();
  std::uint32_t left = in_.item_count();
  for (std::int32_t row = 0; left > 0; ++row) {
    const bool opened = open_boxes(row);
    const std::size_t placed = fill_row(row);
    left -= static_cast<std::uint32_t>(placed);
    const bool stuck = placed == 0 && !opened && std::ranges::none_of(open_, [&](auto box) {
                         return boxes_[box].first_row > row || !boxes_[box].ready.empty();
                       });
    if (stuck && left > 0) force_open(row);
  }
  write_layering();
  return schedule_;
}

void RowScheduler::begin() {
  std::ranges::fill(row_of_, not_placed);
  std::ranges::fill(title_row_, not_placed);
  group_opened_.assign(group_opened_.size(), false);
  open_.clear();
  closed_.clear();
  band_rows_.clear();
  schedule_.columns.clear();
  band_width_ = 0;
  for (std::uint32_t box = 0; box < in_.box_count(); ++box) {
    BoxState& state = boxes_[box];
    state.left = static_cast<std::uint32_t>(in_.members(box).size());
    state.first_row = 0;
    state.first_item = no_index;
    state.last_row = not_placed;
    state.ready.clear();
    if (state.left > 0) closed_.push_back(box);
  }
  for (std::uint32_t item = 0; item < in_.item_count(); ++item) {
    waiting_for_[item] = in_.in_degree(item);
    if (waiting_for_[item] == 0) make_ready(item);
  }
}

auto RowScheduler::later() const {
  return [this](std::uint32_t a, std::uint32_t b) { return in_.priority(a) > in_.priority(b); };
}

void RowScheduler::make_ready(std::uint32_t item) {
  auto& ready = boxes_[in_.box_of(item)].ready;
  ready.push_back(item);
  std::ranges::push_heap(ready, later());
}

std::size_t RowScheduler::fill_row(std::int32_t row) {
  placed_now_.clear();
  for (const std::uint32_t box : open_) {
    if (boxes_[box].first_row <= row) fill_row_of(box, row);
  }
  for (const std::uint32_t item : placed_now_) {
    for (const std::uint32_t lower : in_.below(item)) {
      if (--waiting_for_[lower] == 0) make_ready(lower);
    }
  }
  return placed_now_.size();
}

void RowScheduler::fill_row_of(std::uint32_t box, std::int32_t row) {
  BoxState& state = boxes_[box];
  const double capacity = in_.capacity_px(box, (*plan_)[box].columns) + 0.5;
  double used = 0;
  while (!state.ready.empty()) {
    const std::uint32_t item = state.ready.front();
    const double needed = problem_.items[item].breadth_px + problem_.item_gap_px;
    if (used > 0 && used + needed > capacity) break;
    std::ranges::pop_heap(state.ready, later());
    state.ready.pop_back();
    used += needed;
    row_of_[item] = row;
    if (state.last_row == not_placed) state.first_item = item;
    state.last_row = row;
    --state.left;
    placed_now_.push_back(item);
  }
}

// Boxes side by side start in the same row, because dot keeps the left-to-right order of boxes
// that share a row: a box that started beside the lower end of another would push everything
// beside itself to the side. A band that goes on with a group of boxes holds nothing else, for
// the group's own box reaches across.
bool RowScheduler::open_boxes(std::int32_t row) {
  std::erase_if(open_, [&](auto b) { return boxes_[b].left == 0 && boxes_[b].last_row < row; });
  if (!open_.empty()) return false;
  band_width_ = 0;
  const std::uint32_t group = unfinished_group();
  const std::size_t before = closed_.size();
  std::erase_if(closed_, [&](std::uint32_t box) {
    if (group != no_index && in_.outermost(box) != group) return false;
    if (!may_open(box, row) || !fits(box)) return false;
    open(box, row);
    return true;
  });
  return closed_.size() != before;
}

// A group of which some boxes are closed still, and others not any more.
std::uint32_t RowScheduler::unfinished_group() const {
  for (const std::uint32_t box : closed_) {
    if (group_opened_[in_.outermost(box)]) return in_.outermost(box);
  }
  return no_index;
}

bool RowScheduler::fits(std::uint32_t box) const {
  return !problem_.max_breadth_px || open_.empty() ||
         band_width_ + in_.claimed_px(box, (*plan_)[box].columns) <=
             *problem_.max_breadth_px + problem_.box_gap_px;
}

bool RowScheduler::ends_picture(std::uint32_t box) const {
  return box < problem_.boxes.size() && problem_.boxes[box].ends_picture;
}

bool RowScheduler::may_open(std::uint32_t box, std::int32_t row) const {
  if (boxes_[box].ready.empty()) return false;
  if ((*plan_)[box].eager && !ends_picture(box)) return true;
  return std::ranges::all_of(in_.predecessors_of_box(box), [&](std::uint32_t before) {
    return boxes_[before].left == 0 && boxes_[before].last_row < row;
  });
}

void RowScheduler::open(std::uint32_t box, std::int32_t row) {
  if (band_rows_.empty() || band_rows_.back() < row) band_rows_.push_back(row);
  const double claimed = in_.claimed_px(box, (*plan_)[box].columns);
  schedule_.columns.push_back({static_cast<std::uint32_t>(band_rows_.size()), claimed, box});
  band_width_ += claimed;
  group_opened_[in_.outermost(box)] = true;
  const bool titled = problem_.titles_take_rows && box < problem_.boxes.size();
  boxes_[box].first_row = titled ? place_titles(box, row) + 1 : row;
  open_.push_back(box);
}

// Gives the box, and those around it that are not open yet, a row for their title, outermost
// first. Returns the row above the box's items.
std::int32_t RowScheduler::place_titles(std::uint32_t box, std::int32_t row) {
  around_.clear();
  for (auto b = box; b != no_index; b = problem_.boxes[b].parent) {
    if (problem_.boxes[b].title_px > 0) around_.push_back(b);
  }
  std::int32_t above = row - 1;
  for (std::size_t i = around_.size(); i-- > 0;) {
    std::int32_t& title = title_row_[around_[i]];
    if (title == not_placed) title = above + 1;
    above = std::max(above, title);
  }
  return above;
}

// Every open box waits for a closed one that does not fit: open one all the same.
void RowScheduler::force_open(std::int32_t row) {
  const auto ready = [&](auto box) { return !boxes_[box].ready.empty(); };
  auto box = std::ranges::find_if(closed_, [&](auto b) { return ready(b) && !ends_picture(b); });
  if (box == closed_.end()) box = std::ranges::find_if(closed_, ready);
  open(*box, row);
  closed_.erase(box);
}

void RowScheduler::write_layering() {
  Layering& layering = schedule_.layering;
  std::int32_t first = INT32_MAX;
  for (const std::int32_t row : row_of_) first = std::min(first, row);
  for (const std::int32_t row : title_row_) {
    if (row != not_placed) first = std::min(first, row);
  }
  const auto shifted = [&](std::int32_t row) {
    return row == not_placed ? no_index : static_cast<std::uint32_t>(row - first);
  };
  layering.row_count = 0;
  layering.row_of_item.clear();
  for (const std::int32_t row : row_of_) {
    layering.row_of_item.push_back(shifted(row));
    layering.row_count = std::max(layering.row_count, shifted(row) + 1);
  }
  // A first band without a title starts in the row that is kept for one, above all others.
  layering.band_rows.clear();
  for (const std::int32_t row : band_rows_) {
    layering.band_rows.push_back(shifted(std::max(row, first)));
  }
  layering.row_of_title.clear();
  for (const std::int32_t row : title_row_) layering.row_of_title.push_back(shifted(row));
  layering.first_item_of_box.clear();
  for (const BoxState& box : boxes_) layering.first_item_of_box.push_back(box.first_item);
}

}  // namespace prereq
