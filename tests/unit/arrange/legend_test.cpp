#include "arrange/legend.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace prereq {
namespace {

constexpr double between_entries = 22;

// A view that uses the first `count` of these styles, so that its legend has as many entries.
View with_entries(std::size_t count) {
  View view;
  view.cards.resize(8);
  for (const EdgeStyle style : {EdgeStyle::required, EdgeStyle::alternative, EdgeStyle::recommended,
                                EdgeStyle::corequisite}) {
    if (view.edges.size() < count) view.edges.push_back({0, 1, style, {}, {}, {}});
  }
  if (count > 4) view.cards[2].optional = true;
  if (count > 5) view.cards[3].kind = CardKind::milestone;
  if (count > 6) view.cards[4].kind = CardKind::goal;
  if (count > 7) view.cards[5].state = CardState::done;
  if (count > 8) view.cards[6].state = CardState::ready;
  if (count > 9) view.cards[7].context = true;
  return view;
}

struct Lines {
  std::size_t count = 0;
  double widest = 0;
};

bool is_better(const Lines& a, const Lines& b) {
  return a.count != b.count ? a.count < b.count : a.widest < b.widest - 1e-9;
}

double width_of(const DrawnLegendEntry& entry) {
  return entry.text.baseline.x + entry.text.width - entry.box.x;
}

Lines lines_of(const std::vector<DrawnLegendEntry>& entries) {
  Lines lines;
  double y = -1;
  for (const DrawnLegendEntry& entry : entries) {
    if (entry.box.y != y) ++lines.count;
    y = entry.box.y;
    lines.widest = std::max(lines.widest, entry.box.x + width_of(entry));
  }
  return lines;
}

// Every way to break the entries into lines, by the bits of `breaks`; nothing if one is too wide.
Lines best_of_all(const std::vector<DrawnLegendEntry>& entries, double width) {
  Lines best = {entries.size() + 1, 0};
  for (std::uint32_t breaks = 0; breaks < 1U << (entries.size() - 1); ++breaks) {
    Lines lines = {1, 0};
    double line = width_of(entries.front());
    bool fits = true;
    for (std::size_t i = 1; i < entries.size(); ++i) {
      lines.widest = std::max(lines.widest, line);
      if (((breaks >> (i - 1)) & 1U) != 0) {
        ++lines.count;
        line = width_of(entries[i]);
      } else {
        line += between_entries + width_of(entries[i]);
        fits = fits && line <= width;
      }
    }
    lines.widest = std::max(lines.widest, line);
    if (fits && is_better(lines, best)) best = lines;
  }
  return best;
}

TEST(Legend, BreaksIntoTheFewestAndThenTheMostEvenLinesOfAllWays) {
  for (std::size_t count = 2; count <= 10; ++count) {
    const View view = with_entries(count);
    for (double width = 160; width < 1200; width += 37) {
      double height = 0;
      const auto entries = make_legend(view, width, height);
      ASSERT_EQ(entries.size(), count);
      const Lines lines = lines_of(entries);
      const Lines best = best_of_all(entries, width);
      EXPECT_EQ(lines.count, best.count) << count << " entries in " << width << " px";
      EXPECT_NEAR(lines.widest, best.widest, 1e-6) << count << " entries in " << width << " px";
    }
  }
}

TEST(Legend, LeavesNoEntryAloneInTheLastLine) {
  double height = 0;
  const auto entries = make_legend(with_entries(7), 640, height);
  const auto in_last_line = std::ranges::count_if(
      entries, [&](const DrawnLegendEntry& entry) { return entry.box.y == entries.back().box.y; });
  EXPECT_EQ(lines_of(entries).count, 2);
  EXPECT_GE(in_last_line, 3);
}

TEST(Legend, PutsEntriesWiderThanThePageInLinesOfTheirOwn) {
  double height = 0;
  const auto entries = make_legend(with_entries(5), 10, height);
  EXPECT_EQ(lines_of(entries).count, 5);
  EXPECT_EQ(height, 5 * 22);
}

TEST(Legend, IsEmptyForAViewThatUsesNoStyle) {
  double height = std::numeric_limits<double>::quiet_NaN();
  EXPECT_TRUE(make_legend(View(), 600, height).empty());
  EXPECT_EQ(height, 0);
}

TEST(Legend, ExplainsWhatIsBroughtOut) {
  View view;
  view.cards.resize(2);
  const auto words = [&] {
    double height = 0;
    const auto entries = make_legend(view, 1000, height);
    return entries.empty() ? "" : entries.front().text.text;
  };
  view.emphasizing = Emphasizing::critical;
  EXPECT_EQ(words(), "") << "nothing is";
  view.cards[0].emphasis = Emphasis::strong;
  EXPECT_EQ(words(), "on the critical path");
  view.emphasizing = Emphasizing::chosen;
  EXPECT_EQ(words(), "brought out");
  view = {};
  view.cards.resize(1);
  view.emphasizing = Emphasizing::blocking;
  view.cards[0].blocks = 3;
  EXPECT_EQ(words(), "number of topics that it blocks");
}

std::vector<LegendSample> samples_of(const View& view) {
  double height = 0;
  std::vector<LegendSample> samples;
  for (const DrawnLegendEntry& entry : make_legend(view, 900, height)) {
    samples.push_back(entry.sample);
  }
  return samples;
}

TEST(Legend, ExplainsPennantsAsGoals) {
  View view;
  view.cards.resize(1);
  view.cards[0].pennants.resize(1);
  view.cards[0].pennants[0].state = CardState::done;
  EXPECT_EQ(samples_of(view), (std::vector{LegendSample::goal, LegendSample::done}));
}

// It had a tick that nothing explained.
TEST(Legend, ExplainsTheTickOfAssumedTopics) {
  View view;
  view.cards.resize(1);
  view.cards[0].assumed = true;
  EXPECT_EQ(samples_of(view), std::vector{LegendSample::assumed_topic});
  // Where somebody's knowledge is shown, that is what the tick stands for.
  view.cards[0].state = CardState::done;
  EXPECT_EQ(samples_of(view), std::vector{LegendSample::done});
}

}  // namespace
}  // namespace prereq
