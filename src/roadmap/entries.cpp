#include "roadmap/entries.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

namespace prereq {

std::vector<RequirementIndex> with_inner_entries(const Roadmap& roadmap, IndexRange range) {
  std::vector<RequirementIndex> order;
  for (RequirementIndex i = range.first; i < range.last; ++i) order.push_back(i);
  for (std::size_t next = 0; next < order.size(); ++next) {
    const IndexRange inside = roadmap.requirements()[order[next]].entries;
    for (RequirementIndex i = inside.first; i < inside.last; ++i) order.push_back(i);
  }
  return order;
}

MeetingTimes::MeetingTimes(const Roadmap& roadmap)
    : roadmap_(roadmap), times_(roadmap.requirements().size(), never) {}

void MeetingTimes::work_out(IndexRange range, const DoneAt& done_at) {
  const std::vector<RequirementIndex> order = with_inner_entries(roadmap_, range);
  std::vector<std::uint32_t> inner;
  for (std::size_t at = order.size(); at-- > 0;) {
    const Requirement& entry = roadmap_.requirements()[order[at]];
    std::uint32_t& time = times_[order[at]];
    if (entry.kind == RequirementKind::topic) {
      time = done_at(entry.topic);
      continue;
    }
    const auto nested =
        std::span(times_).subspan(entry.entries.first, entry.entries.last - entry.entries.first);
    inner.assign(nested.begin(), nested.end());
    std::ranges::sort(inner);
    if (entry.least == 0) {
      time = 0;
    } else {
      time = entry.least > inner.size() ? never : inner[entry.least - 1];
    }
  }
}

std::vector<RequirementIndex> MeetingTimes::used_entries(const Requirement& group) const {
  std::vector<RequirementIndex> entries;
  for (RequirementIndex i = group.entries.first; i < group.entries.last; ++i) entries.push_back(i);
  std::ranges::stable_sort(entries, {}, [this](RequirementIndex i) { return times_[i]; });
  entries.resize(std::min<std::size_t>(entries.size(), group.least));
  return entries;
}

}  // namespace prereq
