#include "roadmap/joined_lists.hpp"

#include <algorithm>

#include "base/unicode_forms.hpp"

namespace prereq {
namespace {

// Depth is that of the file's nesting, which its reader bounds.
bool means_the_same(const RoadmapData& a_data, const Requirement& a, const RoadmapData& b_data,
                    const Requirement& b) {
  if (a.kind != b.kind || !are_same_text(a.name, b.name) || a.least != b.least ||
      a.entries.size() != b.entries.size()) {
    return false;
  }
  for (std::uint32_t i = 0; i < a.entries.size(); ++i) {
    if (!means_the_same(a_data, a_data.requirements[a.entries.first + i], b_data,
                        b_data.requirements[b.entries.first + i])) {
      return false;
    }
  }
  return true;
}

// Entries of a group stand side by side, so the groups inside are copied before it.
Requirement copy_with_groups(const RoadmapData& from, Requirement entry, RoadmapData& to) {
  if (entry.entries.empty()) return entry;
  std::vector<Requirement> inside;
  for (std::uint32_t i = entry.entries.first; i < entry.entries.last; ++i) {
    inside.push_back(copy_with_groups(from, from.requirements[i], to));
  }
  const auto first = static_cast<RequirementIndex>(to.requirements.size());
  to.requirements.insert(to.requirements.end(), inside.begin(), inside.end());
  entry.entries = {first, static_cast<RequirementIndex>(to.requirements.size())};
  return entry;
}

bool agree(std::string_view a, std::string_view b) { return a.empty() || b.empty() || a == b; }

bool can_be_joined(const Resource& a, const Resource& b) {
  if (a.url.empty() ? !b.url.empty() || a.title != b.title : a.url != b.url) return false;
  const auto title = [](const Resource& r) { return r.title == r.url ? "" : r.title; };
  const bool same_cost = a.cost == b.cost || a.cost == Cost::unstated || b.cost == Cost::unstated;
  return a.part == b.part && agree(title(a), title(b)) && agree(a.by, b.by) && same_cost;
}

void take_what_is_open(Resource& kept, const Resource& other) {
  if (kept.title == kept.url && !other.title.empty()) kept.title = other.title;
  if (kept.by.empty()) kept.by = other.by;
  if (kept.note.empty()) kept.note = other.note;
  if (!kept.hours) kept.hours = other.hours;
  if (kept.cost == Cost::unstated) kept.cost = other.cost;
  if (kept.type == ResourceType::unstated) kept.type = other.type;
}

}  // namespace

void JoinedRequirements::join(const RoadmapData& from, IndexRange entries) {
  const std::size_t before = entries_.size();
  for (std::uint32_t i = entries.first; i < entries.last; ++i) {
    const Requirement& entry = from.requirements[i];
    const auto end = entries_.begin() + static_cast<std::ptrdiff_t>(before);
    const auto same = std::find_if(entries_.begin(), end, [&](const Entry& kept) {
      return means_the_same(*kept.from, kept.requirement, from, entry);
    });
    if (same == end) {
      entries_.push_back({&from, entry});
    } else if (same->requirement.because.empty()) {
      same->requirement.because = entry.because;
    }
  }
}

IndexRange JoinedRequirements::write(RoadmapData& to) const {
  std::vector<Requirement> copied;
  copied.reserve(entries_.size());
  for (const Entry& entry : entries_) {
    copied.push_back(copy_with_groups(*entry.from, entry.requirement, to));
  }
  const auto first = static_cast<RequirementIndex>(to.requirements.size());
  to.requirements.insert(to.requirements.end(), copied.begin(), copied.end());
  return {first, static_cast<RequirementIndex>(to.requirements.size())};
}

void JoinedResources::join(const RoadmapData& from, IndexRange resources) {
  const std::size_t before = resources_.size();
  for (std::uint32_t i = resources.first; i < resources.last; ++i) {
    const Resource& resource = from.resources[i];
    const auto end = resources_.begin() + static_cast<std::ptrdiff_t>(before);
    const auto same = std::find_if(resources_.begin(), end, [&](const Resource& kept) {
      return can_be_joined(kept, resource);
    });
    if (same == end) {
      resources_.push_back(resource);
    } else {
      take_what_is_open(*same, resource);
    }
  }
}

IndexRange JoinedResources::write(RoadmapData& to) const {
  const auto first = static_cast<std::uint32_t>(to.resources.size());
  to.resources.insert(to.resources.end(), resources_.begin(), resources_.end());
  return {first, static_cast<std::uint32_t>(to.resources.size())};
}

}  // namespace prereq
