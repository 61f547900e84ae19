#include "arrange/reroute.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace prereq {
namespace {

constexpr std::size_t step_budget = 60'000'000;
constexpr int rounds = 3;
constexpr double price_of_px = 1.0 / 700;  // in crossings
constexpr double price_of_foreign_section = 0.15;
constexpr double line_room_px = 10;

// Between two neighbours of a row: from the right border of one to the left border of the other.
struct Slot {
  double low;
  double high;
  double price;  // of standing there; infinite where the edge may not
};

double apart(const Slot& a, const Slot& b) {
  return std::max({0.0, a.low - b.high, b.low - a.high});
}

class Rerouting {
 public:
  Rerouting(RowGraph& graph, std::vector<double>& centre, double width)
      : graph_(graph), centre_(centre), width_(width), place_(graph.nodes.size(), 0) {
    for (const auto& row : graph_.rows) number(row);
  }

  void run() {
    for (int round = 0; round < rounds; ++round) {
      for (const auto& chain : graph_.nodes_of_edge) {
        if (chain.size() > 2 && spent_ < step_budget) reroute(chain);
      }
    }
  }

 private:
  using Row = std::vector<std::uint32_t>;

  const RowNode& node(std::uint32_t n) const { return graph_.nodes[n]; }

  void number(const Row& row) {
    for (std::uint32_t i = 0; i < row.size(); ++i) place_[row[i]] = i;
  }

  void take_out(std::uint32_t n) {
    Row& row = graph_.rows[node(n).row];
    row.erase(row.begin() + static_cast<std::ptrdiff_t>(place_[n]));
    number(row);
  }

  void put_in(std::uint32_t n, std::size_t slot) {
    Row& row = graph_.rows[node(n).row];
    row.insert(row.begin() + static_cast<std::ptrdiff_t>(slot), n);
    number(row);
  }

  void reroute(const Row& chain) {
    for (std::size_t i = 1; i + 1 < chain.size(); ++i) take_out(chain[i]);
    std::vector<std::vector<std::uint32_t>> came_from(chain.size());
    std::vector<Slot> slots = {end_slot(chain.front())};
    std::vector<double> cost = {0};
    for (std::size_t i = 1; i < chain.size(); ++i) {
      const bool last = i + 1 == chain.size();
      std::vector<Slot> next_slots =
          last ? std::vector<Slot>{end_slot(chain.back())} : slots_for(chain[i]);
      const std::size_t from_end = i == 1 ? place_[chain.front()] : no_end;
      const std::size_t to_end = last ? place_[chain.back()] : no_end;
      step(chain[i - 1], chain[i], from_end, to_end, slots, next_slots, cost, came_from[i]);
      slots = std::move(next_slots);
    }
    std::size_t slot = 0;
    for (std::size_t i = chain.size() - 1; i > 1; --i) {
      slot = came_from[i][slot];
      put_in(chain[i - 1], slot);
    }
    settle(chain);
  }

  static constexpr std::size_t no_end = std::numeric_limits<std::size_t>::max();

  // One step of the search, from every slot of a row to every slot of the next.
  void step(std::uint32_t upper, std::uint32_t lower, std::size_t from_end, std::size_t to_end,
            const std::vector<Slot>& slots, const std::vector<Slot>& next_slots,
            std::vector<double>& cost, std::vector<std::uint32_t>& came_from) {
    const Row& above = graph_.rows[node(upper).row];
    std::vector<double> next_cost(next_slots.size(), std::numeric_limits<double>::infinity());
    came_from.assign(next_slots.size(), 0);
    // Crossings with the other edges of this gap, for the slot being looked at and each next one.
    std::vector<std::ptrdiff_t> crossed(next_slots.size(), 0);
    const auto add = [&](std::uint32_t u, bool is_left) {
      for (const std::uint32_t v : node(u).below) {
        if (is_out(v, lower)) continue;
        const std::size_t at = place_[v];
        spent_ += next_slots.size();
        for (std::size_t s = 0; s < next_slots.size(); ++s) {
          const bool v_left = to_end == no_end ? at < s : at < to_end;
          const bool v_right = to_end == no_end ? at >= s : at > to_end;
          crossed[s] += is_left ? (v_right ? 1 : 0) - (v_left ? 1 : 0) : (v_left ? 1 : 0);
        }
      }
    };
    for (const std::uint32_t u : above) {
      if (u != upper) add(u, false);
    }
    // At an end the edge leaves from the card itself.
    const std::size_t first = from_end == no_end ? 0 : from_end;
    std::size_t passed = 0;
    for (std::size_t i = 0; i < slots.size(); ++i) {
      for (; passed < first + i; ++passed) {
        if (above[passed] != upper) add(above[passed], true);
      }
      spent_ += next_slots.size();
      for (std::size_t s = 0; s < next_slots.size(); ++s) {
        const double tried = cost[i] + static_cast<double>(crossed[s]) + next_slots[s].price +
                             price_of_px * apart(slots[i], next_slots[s]);
        if (tried < next_cost[s]) {
          next_cost[s] = tried;
          came_from[s] = static_cast<std::uint32_t>(i);
        }
      }
    }
    cost = std::move(next_cost);
  }

  // Whether the node is taken out now: the edge itself does not count.
  bool is_out(std::uint32_t v, std::uint32_t lower) const {
    return v == lower && node(v).kind == RowNodeKind::pass;
  }

  Slot end_slot(std::uint32_t card) const {
    const double reach = std::max(0.0, node(card).width / 2 - 14);
    return {centre_[card] - reach, centre_[card] + reach, 0};
  }

  std::vector<Slot> slots_for(std::uint32_t n) const {
    const Row& row = graph_.rows[node(n).row];
    const std::uint32_t own = node(n).column;
    std::vector<Slot> slots(row.size() + 1, Slot{0, width_, 0});
    for (std::size_t i = 0; i < row.size(); ++i) {
      slots[i].high = centre_[row[i]] - node(row[i]).width / 2 - line_room_px;
      slots[i + 1].low = centre_[row[i]] + node(row[i]).width / 2 + line_room_px;
    }
    std::uint32_t left = no_index;
    for (std::size_t i = 0; i <= row.size(); ++i) {
      if (i > 0 && node(row[i - 1]).column != no_index) left = node(row[i - 1]).column;
      std::uint32_t right = no_index;
      for (std::size_t j = i; j < row.size() && right == no_index; ++j) right = node(row[j]).column;
      if (own == no_index) {
        if (left != no_index && left == right) slots[i].price = price_of_foreign_section;
      } else if ((left != no_index && left > own) || (right != no_index && right < own)) {
        slots[i].price = std::numeric_limits<double>::infinity();
      }
      if (slots[i].low > slots[i].high) {
        slots[i].low = slots[i].high = (slots[i].low + slots[i].high) / 2;
      }
    }
    return slots;
  }

  // Says where the edge stands now: as near as can be to where it was a row above.
  void settle(const Row& chain) {
    double x = centre_[chain.front()];
    for (std::size_t i = 1; i + 1 < chain.size(); ++i) {
      const Row& row = graph_.rows[node(chain[i]).row];
      const std::size_t at = place_[chain[i]];
      double low = 0;
      double high = width_;
      if (at > 0) low = centre_[row[at - 1]] + node(row[at - 1]).width / 2 + 1;
      if (at + 1 < row.size()) high = centre_[row[at + 1]] - node(row[at + 1]).width / 2 - 1;
      x = low > high ? (low + high) / 2 : std::clamp(x, low, high);
      centre_[chain[i]] = x;
    }
  }

  RowGraph& graph_;
  std::vector<double>& centre_;
  double width_;
  std::vector<std::uint32_t> place_;
  std::size_t spent_ = 0;
};

}  // namespace

void reroute_edges(RowGraph& graph, std::vector<double>& centre, double width) {
  Rerouting(graph, centre, width).run();
}

}  // namespace prereq
