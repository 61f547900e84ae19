// A line is taken out of the rows, led anew, and put back; then cards change places where that
// pays.
#include "arrange/plan/ways.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "arrange/plan/problem.hpp"
#include "arrange/plan/way_rows.hpp"

namespace prereq {
namespace {

constexpr double price_of_crossing = 140;
constexpr double price_of_foreign_box = 14;
constexpr double price_of_full_row = 400;
constexpr double furthest_aside = 500;  // from one row to the next
constexpr double hopeless = 700;        // dearer than the cheapest way to the same row by as much
constexpr std::size_t most_work = 8'000'000;  // pairs of places looked at

class WayFinder : public WayRows {
 public:
  using WayRows::WayRows;

  void find(int rounds) {
    for (int round = 0; round < rounds; ++round) {
      bool changed = false;
      for (const std::uint32_t l : order_) {
        if (work_ > most_work && !lines_[l].passes.empty()) continue;
        changed = lead(lines_[l]) || changed;
      }
      changed = swap_neighbours() || changed;
      if (!changed) break;
    }
    write();
  }

 private:
  double price_of_place(const Line& line, std::uint32_t row, std::size_t at) const {
    double price = 0;
    const std::uint32_t box = inside(row, at);
    if (box != no_index && box != section_of(line.upper) && box != section_of(line.lower)) {
      price += price_of_foreign_box;
    }
    if (used_[row] + Spacing::passing_line > room_) price += price_of_full_row;
    return price;
  }

  std::uint32_t section_of(std::uint32_t place) const { return places_[place].inside; }

  bool lead(Line& line) {
    const std::vector<std::uint32_t> before = order_around(line);
    remove(line);
    line.upper_centre = places_[line.upper].slot.centre;
    line.lower_centre = places_[line.lower].slot.centre;
    const std::uint32_t rows = line.lower_row - line.upper_row - 1;
    struct State {
      double cost = std::numeric_limits<double>::infinity();
      double centre = 0;
      std::size_t from = 0;
    };
    std::vector<std::vector<State>> table(rows);
    number(line.upper_row);
    for (std::uint32_t i = 0; i < rows; ++i) {
      const std::uint32_t row = line.upper_row + 1 + i;
      number(row);
      sort_segments(row - 1);
      table[i].resize(rows_[row].size() + 1);
      double cheapest = std::numeric_limits<double>::infinity();
      if (i > 0) {
        for (const State& state : table[i - 1]) cheapest = std::min(cheapest, state.cost);
      }
      const double share = static_cast<double>(i + 1) / static_cast<double>(rows + 1);
      const double straight = line.upper_centre + share * (line.lower_centre - line.upper_centre);
      gaps_.clear();
      for (std::size_t at = 0; at < table[i].size(); ++at) {
        if (!is_allowed(row, at)) continue;
        const auto [low, high] = stretch(row, at);
        const double squeezed = std::max(0.0, low - high);
        gaps_.push_back({at, low, high, price_of_place(line, row, at) + squeezed});
      }
      const auto try_all_from = [&](double cost, double from_centre, std::size_t from) {
        for (const Gap& gap : gaps_) {
          State& state = table[i][gap.at];
          const auto [at, low, high, own] = gap;
          if (i > 0 &&
              (low - from_centre > furthest_aside || from_centre - high > furthest_aside)) {
            continue;
          }
          // As straight on as can be, but not away from the line's other end.
          const double wanted =
              std::abs(from_centre - line.lower_centre) < std::abs(straight - line.lower_centre)
                  ? from_centre
                  : (std::clamp(straight, low, std::max(low, high)));
          const double centre = low < high ? std::clamp(wanted, low, high) : (low + high) / 2;
          const double total = cost + price_of_crossing * crossings_[at] + own +
                               std::abs(centre - from_centre) +
                               (std::abs(centre - from_centre) > 4 ? 12 : 0);
          if (total < state.cost) state = {total, centre, from};
        }
      };
      if (i == 0) {
        count_crossings(index_[line.upper], index_[line.upper] + 1, table[i].size());
        try_all_from(0, line.upper_centre, 0);
      } else {
        for (std::size_t from = 0; from < table[i - 1].size(); ++from) {
          const State& previous = table[i - 1][from];
          if (previous.cost > cheapest + hopeless) continue;
          count_crossings(from, from, table[i].size());
          try_all_from(previous.cost, previous.centre, from);
        }
      }
      work_ += table[i].size() * (i == 0 ? 1 : table[i - 1].size());
    }
    number(line.lower_row);
    const auto& last_segments = segments_[line.lower_row - 1];
    State end;
    for (std::size_t from = 0; from < table.back().size(); ++from) {
      const State& previous = table.back()[from];
      if (!std::isfinite(previous.cost)) continue;
      const auto crossings = std::ranges::count_if(last_segments, [&](const auto& segment) {
        const std::uint32_t to = index_[segment.second];
        return index_[segment.first] < from ? to > index_[line.lower] : to < index_[line.lower];
      });
      const double total = previous.cost + std::abs(previous.centre - line.lower_centre) +
                           price_of_crossing * static_cast<double>(crossings);
      if (total < end.cost) end = {total, 0, from};
    }
    const bool is_new = line.passes.empty();
    std::size_t at = end.from;
    line.passes.resize(rows);
    for (std::uint32_t i = rows; i-- > 0;) {
      const std::uint32_t row = line.upper_row + 1 + i;
      if (is_new) {
        line.passes[i] = static_cast<std::uint32_t>(places_.size());
        places_.push_back({});
        row_of_.push_back(row);
      }
      const std::uint32_t box = inside(row, at);
      places_[line.passes[i]] = {{SlotKind::pass, line.edge, table[i][at].centre, false}, 1, box};
      rows_[row].insert(rows_[row].begin() + static_cast<std::ptrdiff_t>(at), line.passes[i]);
      used_[row] += Spacing::passing_line;
      at = table[i][at].from;
    }
    std::uint32_t from = line.upper;
    for (std::size_t i = 0; i <= line.passes.size(); ++i) {
      const std::uint32_t to = i < line.passes.size() ? line.passes[i] : line.lower;
      add_segment(line.upper_row + static_cast<std::uint32_t>(i), from, to);
      from = to;
    }
    return is_new || before != order_around(line);
  }

  // Cards side by side in one block change places where their lines then cross less. Only lines of
  // these two matter for that.
  bool swap_neighbours() {
    join_segments();
    bool any = false;
    for (int round = 0; round < most_way_rounds; ++round) {
      bool changed = false;
      for (std::uint32_t row = 0; row < rows_.size(); ++row) {
        if (row > 0) number(row - 1);
        if (row + 1 < rows_.size()) number(row + 1);
        for (std::size_t i = 0; i + 1 < rows_[row].size(); ++i) {
          changed = try_swap(rows_[row][i], rows_[row][i + 1]) || changed;
        }
      }
      any = any || changed;
      if (!changed) break;
    }
    return any;
  }

  void join_segments() {
    above_.assign(places_.size(), {});
    below_.assign(places_.size(), {});
    for (const auto& segments : segments_) {
      for (const auto& [from, to] : segments) {
        below_[from].push_back(to);
        above_[to].push_back(from);
      }
    }
  }

  bool try_swap(std::uint32_t& left, std::uint32_t& right) {
    Place& a = places_[left];
    Place& b = places_[right];
    if (a.slot.kind != SlotKind::card || b.slot.kind != SlotKind::card) return false;
    if (a.inside != b.inside || block_of(a) != block_of(b)) return false;
    int gain = 0;
    double shorter = 0;
    for (const auto* joined : {&above_, &below_}) {
      for (const std::uint32_t x : (*joined)[left]) {
        for (const std::uint32_t y : (*joined)[right]) {
          if (x == y) continue;
          gain += index_[x] > index_[y] ? 1 : -1;
        }
      }
      const double step = b.slot.centre - a.slot.centre;
      for (const std::uint32_t x : (*joined)[left]) {
        const double aside = places_[x].slot.centre - a.slot.centre;
        shorter += std::abs(aside) - std::abs(aside - step);
      }
      for (const std::uint32_t y : (*joined)[right]) {
        const double aside = places_[y].slot.centre - b.slot.centre;
        shorter += std::abs(aside) - std::abs(aside + step);
      }
    }
    if (gain * price_of_crossing + shorter < 1) return false;
    const double from = a.slot.centre - a.half;
    const double to = b.slot.centre + b.half;
    b.slot.centre = from + b.half;
    a.slot.centre = to - a.half;
    std::swap(left, right);
    return true;
  }

  // Cards of one segment stand together: without a section, only those of one block may swap.
  std::uint32_t block_of(const Place& place) const { return plan_.block_of_card[place.slot.index]; }

  // Those below a row, by their lower ends. Requires: both rows are numbered.
  void sort_segments(std::uint32_t row) {
    const std::size_t size = rows_[row + 1].size();
    first_ending_.assign(size + 1, 0);
    for (const auto& segment : segments_[row]) ++first_ending_[index_[segment.second] + 1];
    for (std::size_t at = 0; at < size; ++at) first_ending_[at + 1] += first_ending_[at];
    next_ending_.assign(first_ending_.begin(), first_ending_.end());
    upper_ends_.resize(segments_[row].size());
    for (const auto& [from, to] : segments_[row]) {
      upper_ends_[next_ending_[index_[to]]++] = index_[from];
    }
  }

  // For each place on the lower row how many of the sorted segments a line to there crosses: one
  // that leads on from between places `left` - 1 and `left` of the upper row, or from place `left`,
  // where others may begin too, if `right` is the next.
  void count_crossings(std::size_t left, std::size_t right, std::size_t places) {
    crossings_.resize(places);
    int crossings = static_cast<int>(
        std::ranges::count_if(upper_ends_, [&](std::uint32_t from) { return from < left; }));
    for (std::size_t at = 0; at < places; ++at) {
      crossings_[at] = crossings;
      if (at + 1 == places) break;
      for (std::size_t s = first_ending_[at]; s < first_ending_[at + 1]; ++s) {
        crossings += upper_ends_[s] >= right ? 1 : upper_ends_[s] < left ? -1 : 0;
      }
    }
  }

  // Where a line can pass a row.
  struct Gap {
    std::size_t at;
    double low;
    double high;
    double own;  // price, wherever the line comes from
  };
  std::vector<Gap> gaps_;
  std::vector<std::uint32_t> upper_ends_;  // of segments, by their lower ends
  std::vector<std::size_t> first_ending_;  // of each place of the lower row, into these
  std::vector<std::size_t> next_ending_;
  std::vector<int> crossings_;
  std::vector<std::vector<std::uint32_t>> above_;  // places that segments lead from
  std::vector<std::vector<std::uint32_t>> below_;
  std::size_t work_ = 0;
};

}  // namespace

WaysCost find_ways(const View& view, PagePlan& plan, int rounds) {
  if (plan.rows.empty()) return {};
  WayFinder finder(view, plan);
  finder.find(rounds);
  return finder.cost();
}

}  // namespace prereq
