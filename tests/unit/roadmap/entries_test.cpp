#include "roadmap/entries.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using namespace prereq::testing;  // NOLINT(google-build-using-namespace)

constexpr std::uint32_t never = MeetingTimes::never;

class Entries : public ::testing::Test {
 protected:
  static Roadmap make() {
    RoadmapBuilder b;
    for (const char* id : {"a", "b", "c", "d"}) b.topic(id);
    b.topic("t", 1, {"a", at_least(2, {"b", "c", all({"a", "d"})})});
    return b.build();
  }

  std::vector<std::string> names(const std::vector<RequirementIndex>& entries) const {
    std::vector<std::string> found;
    for (const RequirementIndex i : entries) {
      const Requirement& entry = roadmap_.requirements()[i];
      found.emplace_back(entry.kind == RequirementKind::topic ? entry.name : "group");
    }
    return found;
  }

  const Requirement& entry(RequirementIndex index) const { return roadmap_.requirements()[index]; }

  Roadmap roadmap_ = make();
  IndexRange range_ = roadmap_.topics()[4].requirements;
  RequirementIndex group_ = range_.first + 1;
};

TEST_F(Entries, GroupsComeBeforeWhatTheyHold) {
  EXPECT_THAT(names(with_inner_entries(roadmap_, range_)),
              ElementsAre("a", "group", "b", "c", "group", "a", "d"));
  EXPECT_THAT(with_inner_entries(roadmap_, {}), IsEmpty());
}

TEST_F(Entries, GroupIsMetWhenAsManyAsItNeedsAre) {
  const auto time_of_group = [this](std::uint32_t a, std::uint32_t b, std::uint32_t c,
                                    std::uint32_t d) {
    MeetingTimes times(roadmap_);
    times.work_out(range_, [=](TopicIndex t) { return std::vector{a, b, c, d}[t]; });
    return times.of(group_);
  };
  EXPECT_EQ(time_of_group(0, 0, 0, never), 0U);
  EXPECT_EQ(time_of_group(1, 5, 3, never), 5U);
  EXPECT_EQ(time_of_group(1, 5, never, 7), 7U);
  EXPECT_EQ(time_of_group(never, 5, never, 7), never);
}

TEST_F(Entries, ThoseMetFirstAreUsedThenThoseWrittenFirst) {
  MeetingTimes times(roadmap_);
  times.work_out(range_, [](TopicIndex t) { return std::vector<std::uint32_t>{1, 5, 3, 4}[t]; });
  EXPECT_THAT(names(times.used_entries(entry(group_))), ElementsAre("c", "group"));
  times.work_out(range_, [](TopicIndex) { return 2U; });
  EXPECT_THAT(names(times.used_entries(entry(group_))), ElementsAre("b", "c"));
}

}  // namespace
}  // namespace prereq
