#include "arrange/way_search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "support/random_roadmap.hpp"

namespace prereq {
namespace {

using testing::Random;

constexpr double page_px = 300;

// Rows of cards in random places and columns, joined at random. Edge 1 leads from the first row to
// the last one and is taken out; edge 0 of the same bundle may go a part of that way.
class Scene {
 public:
  explicit Scene(Random& random) {
    const std::uint32_t rows = 3 + random.below(3);
    graph.rows.resize(rows);
    for (std::uint32_t r = 0; r < rows; ++r) {
      for (std::uint32_t i = 1 + random.below(3); i > 0; --i) {
        add(RowNodeKind::card, r, random.chance(60) ? random.below(2) : no_index);
      }
    }
    from_ = graph.rows.front().front();
    to_ = graph.rows.back()[random.below(static_cast<std::uint32_t>(graph.rows.back().size()))];
    std::vector<std::uint32_t> line = {from_};
    for (std::uint32_t r = 1 + random.below(rows); r + 1 < rows; ++r) {
      line.push_back(add(RowNodeKind::pass, static_cast<std::uint32_t>(line.size()), no_index));
    }
    line.push_back(graph.rows[line.size()].front());
    for (auto& row : graph.rows) shuffle(row, random);
    for (std::size_t i = 1; i < line.size(); ++i) join(line[i - 1], line[i]);
    for (std::uint32_t r = 0; r + 1 < rows; ++r) join_some(r, random);
    graph.nodes_of_edge = {line, {from_, to_}};
    graph.bundles = {{0, 1}};
    graph.bundle_of_edge = {0, 0};
    graph.stays_inside = {false, false};
  }

  RowGraph graph;
  std::vector<double> centre;
  std::vector<std::uint32_t> place;

  // Every way there is, one stop after the other.
  double least_cost(const WayStop& at, std::uint32_t row) const {
    if (row + 2 == graph.rows.size()) return cost(at, end(to_), row);
    double least = std::numeric_limits<double>::infinity();
    for (const WayStop& next : stops(row + 1)) {
      if (follows(at, next)) {
        least = std::min(least, cost(at, next, row) + least_cost(next, row + 1));
      }
    }
    return least;
  }

  double cost_of(const std::vector<WayStop>& way) const {
    double sum = 0;
    WayStop at = end(from_);
    for (std::uint32_t r = 0; r < way.size(); ++r) {
      EXPECT_TRUE(follows(at, way[r]));
      sum += cost(at, way[r], r);
      at = way[r];
    }
    return sum + cost(at, end(to_), static_cast<std::uint32_t>(way.size()));
  }

  WayStop end(std::uint32_t card) const {
    const double reach = std::max(0.0, graph.nodes[card].width / 2 - 14);
    WayStop stop = {2 * std::size_t{place[card]} + 1, centre[card] - reach, centre[card] + reach};
    stop.node = card;
    return stop;
  }
  WayStop start() const { return end(from_); }

 private:
  std::uint32_t add(RowNodeKind kind, std::uint32_t row, std::uint32_t column) {
    const auto n = static_cast<std::uint32_t>(graph.nodes.size());
    graph.nodes.push_back({kind, 0, row, column, kind == RowNodeKind::card ? 40.0 : 0.0, {}, {}});
    graph.rows[row].push_back(n);
    centre.push_back(0);
    place.push_back(0);
    return n;
  }

  void shuffle(std::vector<std::uint32_t>& row, Random& random) {
    for (auto i = static_cast<std::uint32_t>(row.size()); i > 1; --i) {
      std::swap(row[i - 1], row[random.below(i)]);
    }
    double x = 0;
    for (std::uint32_t i = 0; i < row.size(); ++i) {
      x += 30 + random.below(40);
      place[row[i]] = i;
      centre[row[i]] = x;
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

  std::vector<WayStop> stops(std::uint32_t r) const {
    const auto& row = graph.rows[r];
    std::vector<WayStop> stops;
    for (std::size_t i = 0; i <= row.size(); ++i) {
      WayStop between = {2 * i, 0, page_px};
      if (i > 0) {
        between.low =
            centre[row[i - 1]] + graph.nodes[row[i - 1]].width / 2 + WayPrices::line_room_px;
      }
      if (i < row.size()) {
        between.high = centre[row[i]] - graph.nodes[row[i]].width / 2 - WayPrices::line_room_px;
      }
      if (between.low > between.high) between.low = between.high = (between.low + between.high) / 2;
      stops.push_back(between);
      if (i == row.size() || graph.nodes[row[i]].kind == RowNodeKind::card) continue;
      WayStop line = {2 * i + 1, centre[row[i]], centre[row[i]]};
      line.node = row[i];
      stops.push_back(line);
    }
    return stops;
  }

  bool is_line(const WayStop& stop) const {
    return stop.node != no_index && graph.nodes[stop.node].kind == RowNodeKind::pass;
  }
  // Lines of a bundle branch, but never meet again.
  bool follows(const WayStop& at, const WayStop& next) const {
    return !is_line(next) || graph.nodes[next.node].above.front() == at.node;
  }

  // Of going from a stop in the row to one in the next.
  double cost(const WayStop& at, const WayStop& next, std::uint32_t row) const {
    double crossed = 0;
    for (const std::uint32_t upper : graph.rows[row]) {
      for (const std::uint32_t lower : graph.nodes[upper].below) {
        const std::size_t u = 2 * place[upper] + 1;
        const std::size_t v = 2 * place[lower] + 1;
        if ((u < at.position && v > next.position) || (u > at.position && v < next.position)) {
          ++crossed;
        }
      }
    }
    if (is_line(next)) return WayPrices::shared_crossing * crossed;
    double sideways = 0;
    if (next.low > at.high) sideways = next.low - at.high;
    if (at.low > next.high) sideways = at.low - next.high;
    double price = crossed + WayPrices::px * sideways;
    if (next.node != no_index) return price;  // the end
    price += WayPrices::row;
    if (is_inside_a_section(next.position / 2, row + 1)) price += WayPrices::foreign_section;
    return price;
  }

  // Whether the nearest cards of sections on either side of the place are of the same one.
  bool is_inside_a_section(std::size_t at, std::uint32_t r) const {
    const auto& row = graph.rows[r];
    std::uint32_t left = no_index;
    for (std::size_t i = 0; i < at; ++i) {
      if (graph.nodes[row[i]].column != no_index) left = graph.nodes[row[i]].column;
    }
    for (std::size_t i = at; i < row.size(); ++i) {
      const std::uint32_t right = graph.nodes[row[i]].column;
      if (right != no_index) return right == left;
    }
    return false;
  }

  std::uint32_t from_ = 0;
  std::uint32_t to_ = 0;
};

TEST(WaySearch, FindsAWayAsCheapAsTheCheapestOfAll) {
  Random random(11);
  std::size_t with_company = 0;
  std::size_t with_crossings = 0;
  for (int run = 0; run < 2000; ++run) {
    const Scene scene(random);
    WaySearch search(scene.graph, scene.centre, page_px, scene.place);
    const std::vector<WayStop>& way = search.find(1);
    ASSERT_EQ(way.size(), scene.graph.rows.size() - 2);
    const double least = scene.least_cost(scene.start(), 0);
    ASSERT_NEAR(scene.cost_of(way), least, 1e-9) << "run " << run;
    with_company +=
        std::ranges::any_of(way, [](const WayStop& stop) { return stop.node != no_index; });
    with_crossings += least > 1;
  }
  // The scenes are not all easy ones.
  EXPECT_GT(with_company, 100U);
  EXPECT_GT(with_crossings, 100U);
}

}  // namespace
}  // namespace prereq
