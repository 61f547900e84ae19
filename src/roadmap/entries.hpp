// Trees of requirements, walked without recursion.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "prereq/roadmap.hpp"

namespace prereq {

// The entries of the range and those inside them: each group before what it holds, so that from the
// back it comes after.
std::vector<RequirementIndex> with_inner_entries(const Roadmap& roadmap, IndexRange range);

// When entries are met, by when their topics are done: at 0 from the start.
class MeetingTimes {
 public:
  static constexpr std::uint32_t never = UINT32_MAX;

  explicit MeetingTimes(const Roadmap& roadmap);

  // Works out the entries of the range and those inside them. `done_at` tells when the topic that
  // an entry names is done; the name may be unknown.
  using DoneAt = std::function<std::uint32_t(TopicIndex)>;
  void work_out(IndexRange range, const DoneAt& done_at);

  // Requires: the entry has been worked out.
  std::uint32_t of(RequirementIndex entry) const { return times_[entry]; }
  // The entries of a group that meet it: as many as it needs, met first, then as written.
  std::vector<RequirementIndex> used_entries(const Requirement& group) const;

 private:
  const Roadmap& roadmap_;
  std::vector<std::uint32_t> times_;  // by requirement
};

}  // namespace prereq
