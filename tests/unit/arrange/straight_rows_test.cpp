#include "arrange/straight_rows.hpp"

#include <gmock/gmock.h>

namespace prereq {
namespace {

using ::testing::ElementsAre;

// A card in each row of one box, each joined to those of the next row that `links` says.
RowGraph in_one_box(const std::vector<std::uint32_t>& rows,
                    const std::vector<std::pair<std::uint32_t, std::uint32_t>>& links) {
  RowGraph graph;
  graph.bands.push_back({0, {0}, {0}});
  graph.band_of_row.assign(rows.size(), 0);
  for (const std::uint32_t row : rows) {
    RowNode node;
    node.kind = RowNodeKind::card;
    node.row = row;
    node.column = 0;
    graph.nodes.push_back(node);
  }
  for (const auto& [above, below] : links) {
    graph.nodes[above].below.push_back(below);
    graph.nodes[below].above.push_back(above);
  }
  return graph;
}

FreeRoom anywhere(std::uint32_t /*node*/) { return {0, 1000}; }

void align_chains(const RowGraph& graph, const FreeRoomOf& room_of, std::vector<double>& centre) {
  for (const auto& chain : find_chains(graph)) align(chain, room_of, centre);
}

TEST(AlignChains, PutsCardsThatFollowOneAnotherInOneLine) {
  std::vector<double> centre = {100, 110, 150};
  align_chains(in_one_box({0, 1, 2}, {{0, 1}, {1, 2}}), anywhere, centre);
  EXPECT_THAT(centre, ElementsAre(120, 120, 120));
}

TEST(AlignChains, CountsEdgesThatShareALineOnce) {
  std::vector<double> centre = {100, 110};
  align_chains(in_one_box({0, 1}, {{0, 1}, {0, 1}}), anywhere, centre);
  EXPECT_THAT(centre, ElementsAre(105, 105));
}

TEST(AlignChains, LeavesBranchesAsTheyAre) {
  std::vector<double> fork = {100, 80, 120};
  align_chains(in_one_box({0, 1, 1}, {{0, 1}, {0, 2}}), anywhere, fork);
  EXPECT_THAT(fork, ElementsAre(100, 80, 120));
  std::vector<double> joint = {80, 120, 100};
  align_chains(in_one_box({0, 0, 1}, {{0, 2}, {1, 2}}), anywhere, joint);
  EXPECT_THAT(joint, ElementsAre(80, 120, 100));
}

TEST(AlignChains, LeavesEdgesBetweenBoxesAsTheyAre) {
  RowGraph graph = in_one_box({0, 1}, {{0, 1}});
  graph.nodes[1].column = 1;
  std::vector<double> centre = {100, 110};
  align_chains(graph, anywhere, centre);
  EXPECT_THAT(centre, ElementsAre(100, 110));
}

TEST(AlignChains, BreaksALineWhereThereIsNoRoomForIt) {
  const auto room_of = [](std::uint32_t node) {
    return node < 2 ? FreeRoom{0, 104} : FreeRoom{140, 150};
  };
  std::vector<double> centre = {100, 110, 145};
  align_chains(in_one_box({0, 1, 2}, {{0, 1}, {1, 2}}), room_of, centre);
  EXPECT_THAT(centre, ElementsAre(104, 104, 140));
}

TEST(Straighten, GivesAnEdgeAsFewPlacesAsThereIsRoomFor) {
  const auto room_of = [](std::uint32_t node) {
    return node == 3 ? FreeRoom{50, 60} : FreeRoom{0, 1000};
  };
  std::vector<double> centre = {100, 90, 130, 55, 20};
  straighten({0, 1, 2, 3, 4}, room_of, centre);
  EXPECT_THAT(centre, ElementsAre(100, 60, 60, 60, 20));
}

}  // namespace
}  // namespace prereq
