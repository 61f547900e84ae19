#include "graph/network_simplex.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "support/random_roadmap.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::Random;

constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

bool is_feasible(const std::vector<RankedEdge>& edges, const std::vector<std::uint32_t>& ranks) {
  return std::ranges::all_of(
      edges, [&](const RankedEdge& edge) { return ranks[edge.tail] < ranks[edge.head]; });
}

std::int64_t total_length(const std::vector<RankedEdge>& edges,
                          const std::vector<std::uint32_t>& ranks) {
  std::int64_t sum = 0;
  for (const RankedEdge& edge : edges) {
    sum += edge.weight * (std::int64_t{ranks[edge.head]} - ranks[edge.tail]);
  }
  return sum;
}

// Of all ranks that there are. Slow and obvious.
std::int64_t least_length(std::uint32_t nodes, const std::vector<RankedEdge>& edges) {
  std::vector<std::uint32_t> ranks(nodes, 0);
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  while (true) {
    if (is_feasible(edges, ranks)) least = std::min(least, total_length(edges, ranks));
    std::size_t i = 0;
    while (i < nodes && ++ranks[i] == nodes) ranks[i++] = 0;
    if (i == nodes) return least;
  }
}

bool is_connected(std::uint32_t nodes, const std::vector<RankedEdge>& edges) {
  std::vector<std::uint32_t> part(nodes);
  std::iota(part.begin(), part.end(), 0U);
  for (std::uint32_t pass = 0; pass < nodes; ++pass) {
    for (const RankedEdge& edge : edges) {
      part[edge.tail] = part[edge.head] = std::min(part[edge.tail], part[edge.head]);
    }
  }
  return std::ranges::all_of(part, [](std::uint32_t p) { return p == 0; });
}

void expect_shortest(std::uint32_t nodes, const std::vector<RankedEdge>& edges) {
  const std::vector<std::uint32_t> ranks = shortest_ranks(nodes, edges, any_number);
  ASSERT_EQ(ranks.size(), nodes);
  EXPECT_TRUE(is_feasible(edges, ranks));
  EXPECT_EQ(*std::ranges::min_element(ranks), 0U);
  EXPECT_EQ(total_length(edges, ranks), least_length(nodes, edges));
}

TEST(NetworkSimplex, MovesWhatIsNeededLateNearToIt) {
  // A longest-path layering would put node 3 beside node 0.
  EXPECT_THAT(shortest_ranks(4, {{0, 1}, {1, 2}, {3, 2}}, any_number), ElementsAre(0, 1, 2, 1));
  EXPECT_THAT(shortest_ranks(1, {}, any_number), ElementsAre(0));
  EXPECT_THAT(shortest_ranks(0, {}, any_number), IsEmpty());
}

TEST(NetworkSimplex, FollowsWeights) {
  // Node 1 can be near to node 0 or to node 3, which is two ranks further down.
  EXPECT_THAT(shortest_ranks(5, {{0, 1, 2}, {1, 3}, {0, 2}, {2, 4}, {4, 3}}, any_number),
              ElementsAre(0, 1, 1, 3, 2));
  EXPECT_THAT(shortest_ranks(5, {{0, 1}, {1, 3, 2}, {0, 2}, {2, 4}, {4, 3}}, any_number),
              ElementsAre(0, 2, 1, 3, 2));
}

TEST(NetworkSimplex, IsShortestOnEveryConnectedGraphOfFourNodes) {
  const std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs = {{0, 1}, {0, 2}, {0, 3},
                                                                      {1, 2}, {1, 3}, {2, 3}};
  std::size_t graphs = 0;
  for (std::uint32_t chosen = 0; chosen < 1U << pairs.size(); ++chosen) {
    for (std::uint32_t heavy = 0; heavy < pairs.size(); ++heavy) {
      std::vector<RankedEdge> edges;
      for (std::uint32_t i = 0; i < pairs.size(); ++i) {
        if ((chosen >> i & 1U) == 0) continue;
        edges.push_back({pairs[i].first, pairs[i].second, i == heavy ? 3 : 1});
      }
      if (!is_connected(4, edges)) continue;
      ++graphs;
      expect_shortest(4, edges);
    }
  }
  EXPECT_EQ(graphs, 228U);
}

std::vector<RankedEdge> random_edges(Random& random, std::uint32_t nodes, std::uint32_t more) {
  std::vector<std::uint32_t> name(nodes);
  std::iota(name.begin(), name.end(), 0U);
  for (std::uint32_t i = nodes; i > 1; --i) std::swap(name[i - 1], name[random.below(i)]);
  std::vector<RankedEdge> edges;
  for (std::uint32_t i = 1; i < nodes; ++i) edges.push_back({name[random.below(i)], name[i], 1});
  for (std::uint32_t i = 0; i < more; ++i) {
    const std::uint32_t head = 1 + random.below(nodes - 1);
    edges.push_back({name[random.below(head)], name[head], random.below(4)});
  }
  return edges;
}

TEST(NetworkSimplex, IsShortestOnRandomGraphs) {
  Random random(11);
  for (int run = 0; run < 60; ++run) {
    expect_shortest(6, random_edges(random, 6, random.below(8)));
  }
}

TEST(NetworkSimplex, GivesFeasibleRanksHoweverEarlyItIsStopped) {
  Random random(12);
  const std::vector<RankedEdge> edges = random_edges(random, 200, 200);
  std::int64_t before = std::numeric_limits<std::int64_t>::max();
  for (const std::size_t steps :
       {std::size_t{0}, std::size_t{1000}, std::size_t{20'000}, any_number}) {
    const std::vector<std::uint32_t> ranks = shortest_ranks(200, edges, steps);
    EXPECT_TRUE(is_feasible(edges, ranks));
    EXPECT_LE(total_length(edges, ranks), before);
    before = total_length(edges, ranks);
  }
}

}  // namespace
}  // namespace prereq
