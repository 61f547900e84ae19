#include "arrange/way_search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "arrange/row_sweep.hpp"
#include "support/random_roadmap.hpp"

namespace prereq {
namespace {

using testing::Random;

constexpr double page_px = 300;

// Rows of cards in random places and columns, joined at random, in one band or two. Edge 1 leads
// from the first row to the last one and is taken out; edge 0 of the same bundle may go a part of
// that way.
class Scene {
 public:
  explicit Scene(Random& random) {
    const std::uint32_t rows = 3 + random.below(3);
    graph.rows.resize(rows);
    const std::uint32_t second_band = random.chance(50) ? 1 + random.below(rows) : rows;
    for (std::uint32_t r = 0; r < rows; ++r) {
      graph.band_of_row.push_back(r < second_band ? 0 : 1);
      if (random.chance(20)) add(RowNodeKind::title, r, random.below(2));
      for (std::uint32_t i = 1 + random.below(3); i > 0; --i) {
        add(RowNodeKind::card, r, random.chance(60) ? random.below(2) : no_index);
      }
    }
    for (int band = 0; band < 2; ++band) {
      const double left = random.below(60);
      const double middle = left + 60.0 + random.below(60);
      at.columns.push_back({{0, 0, rows, left, middle - 20 - left}, {1, 0, rows, middle, 80}});
    }
    at.width = page_px;
    from_ = graph.rows.front().back();
    to_ = graph.rows.back().back();
    std::vector<std::uint32_t> line = {from_};
    for (std::uint32_t r = 1 + random.below(rows); r + 1 < rows; ++r) {
      line.push_back(add(RowNodeKind::pass, static_cast<std::uint32_t>(line.size()),
                         random.chance(30) ? random.below(2) : no_index));
    }
    line.push_back(last_card(static_cast<std::uint32_t>(line.size())));
    for (std::uint32_t r = 0; r < rows; ++r) shuffle(r, random);
    for (std::size_t i = 1; i < line.size(); ++i) join(line[i - 1], line[i]);
    for (std::uint32_t r = 0; r + 1 < rows; ++r) join_some(r, random);
    graph.nodes_of_edge = {line, {from_, to_}};
    graph.bundles = {{0, 1}};
    graph.bundle_of_edge = {0, 0};
    graph.stays_inside = {false, false};
  }

  RowGraph graph;
  RowPlaces at;
  std::vector<std::uint32_t> place;

  // Every way there is, one stop after the other.
  double least_cost(const WayStop& here, std::uint32_t row) const {
    if (row + 2 == graph.rows.size()) return cost(here, end(to_), row);
    double least = std::numeric_limits<double>::infinity();
    for (const WayStop& next : stops(row + 1)) {
      if (follows(here, next)) {
        least = std::min(least, cost(here, next, row) + least_cost(next, row + 1));
      }
    }
    return least;
  }

  double cost_of(const std::vector<WayStop>& way) const {
    double sum = 0;
    WayStop here = end(from_);
    for (std::uint32_t r = 0; r < way.size(); ++r) {
      EXPECT_TRUE(follows(here, way[r]));
      sum += cost(here, way[r], r);
      here = way[r];
    }
    return sum + cost(here, end(to_), static_cast<std::uint32_t>(way.size()));
  }

  WayStop end(std::uint32_t card) const {
    const double reach = std::max(0.0, graph.nodes[card].width / 2 - 14);
    WayStop stop = {2 * std::size_t{place[card]} + 1, at.centre[card] - reach,
                    at.centre[card] + reach};
    stop.node = card;
    stop.column = graph.nodes[card].column;
    return stop;
  }
  WayStop start() const { return end(from_); }

 private:
  std::uint32_t add(RowNodeKind kind, std::uint32_t row, std::uint32_t column) {
    const auto n = static_cast<std::uint32_t>(graph.nodes.size());
    graph.nodes.push_back({kind, 0, row, column, kind == RowNodeKind::card ? 40.0 : 0.0, {}, {}});
    graph.rows[row].push_back(n);
    at.centre.push_back(0);
    place.push_back(0);
    return n;
  }

  void shuffle(std::uint32_t r, Random& random) {
    auto& row = graph.rows[r];
    for (auto i = static_cast<std::uint32_t>(row.size()); i > 1; --i) {
      std::swap(row[i - 1], row[random.below(i)]);
    }
    restore_columns(graph, r);
    double x = 0;
    for (std::uint32_t i = 0; i < row.size(); ++i) {
      x += 30 + random.below(40);
      place[row[i]] = i;
      at.centre[row[i]] = x;
    }
  }

  void join(std::uint32_t upper, std::uint32_t lower) {
    graph.nodes[upper].below.push_back(lower);
    graph.nodes[lower].above.push_back(upper);
  }

  void join_some(std::uint32_t row, Random& random) {
    for (const std::uint32_t upper : graph.rows[row]) {
      for (const std::uint32_t lower : graph.rows[row + 1]) {
        const bool cards = graph.nodes[upper].kind == RowNodeKind::card &&
                           graph.nodes[lower].kind == RowNodeKind::card;
        if (cards && random.chance(45)) join(upper, lower);
      }
    }
  }

  std::uint32_t last_card(std::uint32_t row) const {
    return *std::ranges::find_if(graph.rows[row].rbegin(), graph.rows[row].rend(),
                                 [&](auto n) { return graph.nodes[n].kind == RowNodeKind::card; });
  }

  std::vector<WayStop> stops(std::uint32_t r) const {
    const auto& row = graph.rows[r];
    std::vector<WayStop> stops;
    for (std::size_t i = 0; i <= row.size(); ++i) {
      if (i > 0 && is_home(column_left_of(r, i), r) &&
          graph.nodes[row[i - 1]].column == column_left_of(r, i) && !is_inside_a_section(i, r)) {
        stops.push_back(between(r, i, column_left_of(r, i)));
      }
      const bool is_at_home = is_inside_a_section(i, r) && is_home(column_left_of(r, i), r);
      stops.push_back(between(r, i, is_at_home ? column_left_of(r, i) : no_index));
      if (i < row.size() && is_home(column_right_of(r, i), r) &&
          graph.nodes[row[i]].column == column_right_of(r, i) && !is_inside_a_section(i, r) &&
          graph.nodes[row[i]].kind != RowNodeKind::title) {
        stops.push_back(between(r, i, column_right_of(r, i)));
      }
      if (i == row.size() || !is_line(row[i])) continue;
      const std::uint32_t column = graph.nodes[row[i]].column;
      if (column != no_index && !is_home(column, r)) continue;
      WayStop line = {2 * i + 1, at.centre[row[i]], at.centre[row[i]]};
      line.node = row[i];
      line.column = column;
      stops.push_back(line);
    }
    return stops;
  }

  // Where a line may be between two neighbours: in the column or, without one, outside of those on
  // either side.
  WayStop between(std::uint32_t r, std::size_t i, std::uint32_t column) const {
    const auto& row = graph.rows[r];
    const auto& columns = at.columns[graph.band_of(r)];
    double low = 0;
    double high = page_px;
    const auto keep_within = [&](double least, double most) {
      low = std::max(low, least);
      high = std::min(high, most);
    };
    const std::uint32_t left = column_left_of(r, i);
    const std::uint32_t right = column_right_of(r, i);
    constexpr double border = WayPrices::border_room_px;
    if (column != no_index) {
      keep_within(columns[column].left + border, columns[column].right() - border);
    } else if (left != right) {
      if (left != no_index) keep_within(columns[left].right() + border, page_px);
      if (right != no_index) keep_within(0, columns[right].left - border);
    }
    constexpr double room = WayPrices::line_room_px;
    if (i > 0)
      keep_within(at.centre[row[i - 1]] + graph.nodes[row[i - 1]].width / 2 + room, page_px);
    if (i < row.size()) keep_within(0, at.centre[row[i]] - graph.nodes[row[i]].width / 2 - room);
    if (low > high) low = high = (low + high) / 2;
    WayStop stop = {2 * i, low, high};
    stop.column = column;
    return stop;
  }

  // Whether an end of the edge is in the column.
  bool is_home(std::uint32_t column, std::uint32_t r) const {
    const auto is_in = [&](const RowNode& end) {
      return end.column == column && graph.band_of(end.row) == graph.band_of(r);
    };
    return column != no_index && (is_in(graph.nodes[from_]) || is_in(graph.nodes[to_]));
  }

  bool is_line(std::uint32_t n) const { return graph.nodes[n].kind == RowNodeKind::pass; }
  bool is_line(const WayStop& stop) const { return stop.node != no_index && is_line(stop.node); }
  // Lines of a bundle branch, but never meet again.
  bool follows(const WayStop& here, const WayStop& next) const {
    return !is_line(next) || graph.nodes[next.node].above.front() == here.node;
  }

  // Of going from a stop in the row to one in the next.
  double cost(const WayStop& here, const WayStop& next, std::uint32_t row) const {
    double crossed = 0;
    for (const std::uint32_t upper : graph.rows[row]) {
      for (const std::uint32_t lower : graph.nodes[upper].below) {
        const std::size_t u = 2 * place[upper] + 1;
        const std::size_t v = 2 * place[lower] + 1;
        if ((u < here.position && v > next.position) || (u > here.position && v < next.position)) {
          ++crossed;
        }
      }
    }
    if (is_line(next)) return WayPrices::shared_crossing * crossed;
    double sideways = 0;
    if (next.low > here.high) sideways = next.low - here.high;
    if (here.low > next.high) sideways = here.low - next.high;
    double price = crossed + WayPrices::px * sideways;
    const bool leaves_band = graph.band_of(row) != graph.band_of(row + 1);
    if (here.column != next.column || (here.column != no_index && leaves_band)) {
      price += WayPrices::border;
    }
    if (next.node != no_index) return price;  // the end
    price += WayPrices::row;
    if (next.column == no_index && is_inside_a_section(next.position / 2, row + 1)) {
      price += WayPrices::foreign_section;
    }
    return price;
  }

  // The columns nearest to a place of a row.
  std::uint32_t column_left_of(std::uint32_t r, std::size_t i) const {
    while (i > 0) {
      if (const auto column = graph.nodes[graph.rows[r][--i]].column; column != no_index)
        return column;
    }
    return no_index;
  }
  std::uint32_t column_right_of(std::uint32_t r, std::size_t i) const {
    for (; i < graph.rows[r].size(); ++i) {
      if (const auto column = graph.nodes[graph.rows[r][i]].column; column != no_index)
        return column;
    }
    return no_index;
  }
  bool is_inside_a_section(std::size_t i, std::uint32_t r) const {
    return column_left_of(r, i) != no_index && column_left_of(r, i) == column_right_of(r, i);
  }

  std::uint32_t from_ = 0;
  std::uint32_t to_ = 0;
};

TEST(WaySearch, FindsAWayAsCheapAsTheCheapestOfAll) {
  Random random(11);
  std::size_t with_company = 0;
  std::size_t with_crossings = 0;
  std::size_t inside = 0;
  for (int run = 0; run < 2000; ++run) {
    const Scene scene(random);
    WaySearch search(scene.graph, scene.at, scene.place);
    const std::vector<WayStop>& way = search.find(1);
    ASSERT_EQ(way.size(), scene.graph.rows.size() - 2);
    const double least = scene.least_cost(scene.start(), 0);
    ASSERT_NEAR(scene.cost_of(way), least, 1e-9) << "run " << run;
    with_company +=
        std::ranges::any_of(way, [](const WayStop& stop) { return stop.node != no_index; });
    with_crossings += least > 1;
    inside += std::ranges::any_of(
        way, [](const WayStop& stop) { return stop.node == no_index && stop.column != no_index; });
  }
  // The scenes are not all easy ones.
  EXPECT_GT(with_company, 100U);
  EXPECT_GT(with_crossings, 100U);
  EXPECT_GT(inside, 100U);
}

}  // namespace
}  // namespace prereq
