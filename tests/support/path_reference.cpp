#include "support/path_reference.hpp"

#include <algorithm>
#include <deque>
#include <set>
#include <tuple>

#include "support/repeated_groups.hpp"

namespace prereq::testing {
namespace {

using Set = std::uint32_t;  // of topics, one bit each

bool has(Set set, TopicIndex t) { return (set >> t & 1) != 0; }

class Reference {
 public:
  Reference(const Roadmap& roadmap, const Targets& targets, const PathOptions& options)
      : roadmap_(roadmap),
        groups_(roadmap),
        targets_(targets),
        options_(options),
        n_(roadmap.topics().size()) {
    for (const TopicIndex t : options.known) known_ |= Set{1} << t;
    for (TopicIndex t = 0; t < n_; ++t) {
      if (roadmap.topics()[t].level == Level::assumed) known_ |= Set{1} << t;
    }
    for (const TopicIndex t : options.avoid) avoided_ |= Set{1} << t;
    avoided_ &= ~known_;
    for (const TopicIndex t : targets.topics) wanted_ |= Set{1} << t;
    for (const TopicIndex t : options.with) wanted_ |= Set{1} << t;
    find_units();
  }

  std::optional<ReferencePath> solve() {
    const Set all = (Set{1} << n_) - 1;
    const Set learnable = learned(all & ~avoided_);
    walk(learnable);
    std::optional<Set> best;
    for (Set plan = 0; plan <= all; ++plan) {
      if ((plan & (known_ | avoided_)) != 0 || learned(plan) != (plan | known_)) continue;
      if (!reaches(plan | known_)) continue;
      if (!best || is_better(plan, *best)) best = plan;
    }
    if (!best) return std::nullopt;
    ReferencePath path;
    for (TopicIndex t = 0; t < n_; ++t) {
      if (has(*best, t)) path.topics.push_back(t);
    }
    path.total = cost(*best);
    return path;
  }

 private:
  bool is_met(const Requirement& entry, Set learned) const {
    const auto index = static_cast<RequirementIndex>(&entry - roadmap_.requirements().data());
    return groups_.is_met(index, [&](TopicIndex t) { return has(learned, t); });
  }
  bool all_met(IndexRange range, Set learned) const {
    const auto entries = roadmap_.requirements(range);
    return std::ranges::all_of(entries, [&](const Requirement& r) { return is_met(r, learned); });
  }

  // unit_[t]: everything that t and it lead to each other by corequisites of unknown topics.
  void find_units() {
    std::vector<Set> reach(n_);
    for (TopicIndex t = 0; t < n_; ++t) {
      reach[t] = Set{1} << t;
      if (has(known_, t)) continue;
      for (const Requirement& r : roadmap_.requirements(roadmap_.topics()[t].corequisites)) {
        if (r.topic != no_index && !has(known_, r.topic)) reach[t] |= Set{1} << r.topic;
      }
    }
    for (TopicIndex via = 0; via < n_; ++via) {
      for (TopicIndex t = 0; t < n_; ++t) {
        if (has(reach[t], via)) reach[t] |= reach[via];
      }
    }
    unit_.assign(n_, 0);
    for (TopicIndex t = 0; t < n_; ++t) {
      for (TopicIndex u = 0; u < n_; ++u) {
        if (has(reach[t], u) && has(reach[u], t)) unit_[t] |= Set{1} << u;
      }
    }
  }

  // What of `plan` can be learned, and what is known.
  Set learned(Set plan) const {
    Set done = known_;
    for (bool changed = true; changed;) {
      changed = false;
      for (TopicIndex t = 0; t < n_; ++t) {
        if (has(done, t) || (unit_[t] & ~plan) != 0) continue;
        bool ready = true;
        for (TopicIndex u = 0; u < n_; ++u) {
          if (!has(unit_[t], u)) continue;
          ready = ready && all_met(roadmap_.topics()[u].requirements, done) &&
                  all_met(roadmap_.topics()[u].corequisites, done | unit_[t]);
        }
        if (!ready) continue;
        done |= unit_[t];
        changed = true;
      }
    }
    return done;
  }

  bool reaches(Set learned) const {
    if ((wanted_ & ~learned) != 0) return false;
    return std::ranges::all_of(targets_.goals, [&](GoalIndex g) {
      return all_met(roadmap_.goals()[g].requirements, learned);
    });
  }

  std::int64_t cost(Set plan) const {
    std::int64_t sum = 0;
    for (TopicIndex t = 0; t < n_; ++t) {
      if (!has(plan, t)) continue;
      sum +=
          options_.unit == PathUnit::topics ? 1 : roadmap_.topics()[t].hours.midpoint().seconds();
    }
    return sum;
  }

  // The walk that the tie-break is defined by.
  void walk(Set learnable) {
    std::deque<TopicIndex> queue;
    const auto meet = [&](TopicIndex t) {
      if (has(known_, t) || std::ranges::find(walked_, t) != walked_.end()) return;
      walked_.push_back(t);
      queue.push_back(t);
    };
    const auto visit = [&](auto&& self, const Requirement& entry, Set possible) -> void {
      if (is_met(entry, known_) || !is_met(entry, possible | known_)) return;
      if (entry.kind == RequirementKind::topic) return meet(entry.topic);
      for (const Requirement& inner : roadmap_.requirements(entry.entries)) {
        self(self, inner, possible);
      }
    };
    for (TopicIndex t = 0; t < n_; ++t) {
      if (has(wanted_, t)) meet(t);
    }
    for (const GoalIndex g : targets_.goals) {
      for (const Requirement& r : roadmap_.requirements(roadmap_.goals()[g].requirements)) {
        visit(visit, r, learnable);
      }
    }
    while (!queue.empty()) {
      const TopicIndex t = queue.front();
      queue.pop_front();
      const Topic& topic = roadmap_.topics()[t];
      for (const Requirement& r : roadmap_.requirements(topic.requirements)) {
        visit(visit, r, learnable & ~unit_[t]);
      }
      for (const Requirement& r : roadmap_.requirements(topic.corequisites)) {
        visit(visit, r, learnable);
      }
    }
  }

  bool is_better(Set plan, Set other) const {
    const auto size = [](Set set) { return __builtin_popcount(set); };
    const auto key = [&](Set set) { return std::tuple(cost(set), size(set)); };
    if (key(plan) != key(other)) return key(plan) < key(other);
    for (const TopicIndex t : walked_) {
      if (has(plan, t) != has(other, t)) return has(plan, t);
    }
    return false;
  }

  const Roadmap& roadmap_;
  WrittenGroups groups_;
  const Targets& targets_;
  const PathOptions& options_;
  std::size_t n_;
  Set known_ = 0;
  Set avoided_ = 0;
  Set wanted_ = 0;
  std::vector<Set> unit_;
  std::vector<TopicIndex> walked_;
};

bool is_met_by(const Roadmap& roadmap, const Requirement& entry, const std::set<TopicIndex>& done) {
  if (entry.kind == RequirementKind::topic) {
    return entry.topic == no_index || done.contains(entry.topic);
  }
  std::uint32_t met = 0;
  for (const Requirement& inner : roadmap.requirements(entry.entries)) {
    if (is_met_by(roadmap, inner, done)) ++met;
  }
  return met >= entry.least;
}

}  // namespace

std::optional<ReferencePath> reference_path(const Roadmap& roadmap, const Targets& targets,
                                            const PathOptions& options) {
  return Reference(roadmap, targets, options).solve();
}

bool can_be_followed(const Roadmap& roadmap, const Targets& targets,
                     const std::vector<TopicIndex>& known, const std::vector<TopicIndex>& steps) {
  std::set<TopicIndex> done(known.begin(), known.end());
  const auto met = [&](IndexRange range) {
    const auto entries = roadmap.requirements(range);
    return std::ranges::all_of(entries, [&](const auto& r) { return is_met_by(roadmap, r, done); });
  };
  // Corequisites that come later must follow at once, with nothing but their likes between.
  std::set<TopicIndex> owed;
  for (const TopicIndex t : steps) {
    if (done.contains(t)) return false;
    const Topic& topic = roadmap.topics()[t];
    for (const TopicIndex open : owed) done.erase(open);
    if (!met(topic.requirements)) return false;
    for (const TopicIndex open : owed) done.insert(open);
    done.insert(t);
    owed.insert(t);
    const bool all_there = std::ranges::all_of(
        owed, [&](TopicIndex o) { return met(roadmap.topics()[o].corequisites); });
    if (all_there) owed.clear();
  }
  if (!owed.empty()) return false;
  return std::ranges::all_of(targets.topics, [&](TopicIndex t) { return done.contains(t); }) &&
         std::ranges::all_of(targets.goals,
                             [&](GoalIndex g) { return met(roadmap.goals()[g].requirements); });
}

}  // namespace prereq::testing
