#include "arrange/row_gaps.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace prereq {
namespace {

constexpr double between_tracks_px = 5.5;

auto identity(const SidewaysLine& way) { return std::tuple(way.upper, way.bundle, way.lower); }

// Edges of a bundle that go the same way do so once.
void share_ways(RowGap& gap) {
  std::ranges::stable_sort(gap.moved, {}, identity);
  const auto same = [](const SidewaysLine& a, const SidewaysLine& b) {
    return identity(a) == identity(b);
  };
  gap.moved.erase(std::unique(gap.moved.begin(), gap.moved.end(), same), gap.moved.end());
}

// Branches of one line to the same side.
struct Fan {
  std::vector<std::size_t> ways;
  double from;
  double reach;
  std::size_t track = 0;
};

std::vector<Fan> fans_of(const RowGap& gap, bool to_right) {
  std::vector<Fan> fans;
  for (std::size_t i = 0; i < gap.moved.size(); ++i) {
    const SidewaysLine& way = gap.moved[i];
    if ((way.to > way.from) != to_right) continue;
    if (fans.empty() || !way.leaves_with(gap.moved[fans.back().ways.front()])) {
      fans.push_back({{}, way.from, way.to});
    }
    Fan& fan = fans.back();
    fan.ways.push_back(i);
    fan.reach = to_right ? std::max(fan.reach, way.to) : std::min(fan.reach, way.to);
  }
  std::ranges::stable_sort(fans, {}, &Fan::from);
  if (to_right) std::ranges::reverse(fans);
  return fans;
}

// A fan goes below those on the side that it goes to, as far as it reaches among them. They come in
// order, so these are the last ones before it; of them only those matter that have no later one on
// as low a track.
void stack_fans(std::vector<Fan>& fans, bool to_right) {
  std::vector<const Fan*> lowest;  // on ever higher tracks
  for (Fan& fan : fans) {
    const auto is_out_of_reach = [&](const Fan* other) {
      const double ahead = to_right ? other->from - fan.reach : fan.reach - other->from;
      return ahead > between_tracks_px;
    };
    const auto first = std::ranges::partition_point(lowest, is_out_of_reach);
    if (first != lowest.end()) fan.track = (*first)->track + 1;
    while (!lowest.empty() && lowest.back()->track <= fan.track) lowest.pop_back();
    lowest.push_back(&fan);
  }
}

}  // namespace

const SidewaysLine* RowGap::find(std::uint32_t upper, std::uint32_t bundle,
                                 std::uint32_t lower) const {
  const auto wanted = std::tuple(upper, bundle, lower);
  const auto found = std::ranges::lower_bound(moved, wanted, {}, identity);
  return found == moved.end() || identity(*found) != wanted ? nullptr : &*found;
}

void assign_tracks(RowGap& gap, const GapRoom& room) {
  share_ways(gap);
  double furthest = 0;
  for (const bool to_right : {true, false}) {
    std::vector<Fan> fans = fans_of(gap, to_right);
    stack_fans(fans, to_right);
    for (const Fan& fan : fans) {
      for (const std::size_t way : fan.ways) gap.moved[way].track = fan.track;
      gap.tracks = std::max(gap.tracks, fan.track);
      furthest = std::max(furthest, std::abs(fan.reach - fan.from));
    }
  }
  gap.depth =
      gap.moved.empty() ? 0 : std::clamp(0.09 * furthest, room.least_depth_px, room.most_depth_px);
  if (gap.tracks > 0) {
    gap.step =
        std::min(between_tracks_px, room.most_for_tracks_px / static_cast<double>(gap.tracks));
  }
}

}  // namespace prereq
