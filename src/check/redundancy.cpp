#include "prereq/redundancy.hpp"

#include <algorithm>
#include <tuple>

#include "check/reach_search.hpp"
#include "graph/and_or_graph.hpp"
#include "graph/indispensable.hpp"

namespace prereq {
namespace {

// Edges that the search upwards of one topic may look at before its entries are left to the exact
// search, which decides many topics in one pass but costs a look at the whole graph.
constexpr std::uint64_t visits_per_topic = 512;

// Entries of one topic that are not worth counting as visits.
constexpr std::uint64_t few_entries = 64;

// An entry that is neither known to be redundant nor known not to be.
struct OpenEntry {
  TopicIndex topic;
  RequirementIndex entry;
  TopicIndex prerequisite;
};

class RedundancySearch {
 public:
  RedundancySearch(const TopicGraph& graph, const RedundancyOptions& options)
      : requirements_(graph.roadmap().requirements()),
        topics_(graph.roadmap().topics()),
        nodes_(graph),
        order_(nodes_),
        reach_(order_),
        visits_left_(options.exhaustive ? UINT64_MAX : options.edge_visits) {}

  Redundancy run() {
    for (TopicIndex t = 0; t < topics_.size() && complete_; ++t) search_upwards(t);
    decide_open();
    settle();
    return {std::move(found_), complete_};
  }

 private:
  bool is_plain(RequirementIndex entry) const {
    return requirements_[entry].kind == RequirementKind::topic;
  }
  static bool holds(IndexRange range, RequirementIndex entry) {
    return entry >= range.first && entry < range.last;
  }
  // Of its list, or of a section that is named there.
  bool is_of(TopicIndex topic, RequirementIndex entry) const {
    const IndexRange range = topics_[topic].requirements;
    if (holds(range, entry)) return true;
    for (RequirementIndex i = range.first; i < range.last; ++i) {
      const Requirement& group = requirements_[i];
      if (!group.name.empty() && holds(group.entries, entry)) return true;
    }
    return false;
  }
  NodeIndex unit_of(RequirementIndex plain) const {
    return nodes_.unit(requirements_[plain].topic);
  }

  // Decides what a bounded search finds out: an entry that no other one leads up to is not
  // redundant, and one that another one needs whatever is chosen is.
  void search_upwards(TopicIndex topic) {
    const NodeIndex unit = nodes_.unit(topic);
    if (order_.position(unit) == no_place || nodes_.inputs(unit).size() < 2) return;
    const auto inputs = nodes_.inputs(unit);
    const auto entries = nodes_.entries(unit);
    roots_.clear();
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      if (is_of(topic, entries[i])) roots_.push_back({entries[i], order_.position(inputs[i])});
    }
    if (roots_.size() < 2) return;
    places_.clear();
    for (const ReachRoot& root : roots_) places_.push_back(root.place);
    std::ranges::sort(places_);

    targets_.clear();
    for (const ReachRoot& root : roots_) {
      if (!is_plain(root.entry)) continue;
      const TopicIndex prerequisite = requirements_[root.entry].topic;
      if (unit_of(root.entry) != prerequisite || names_twice(root.place)) {
        open_.push_back({topic, root.entry, prerequisite});
      } else {
        targets_.push_back({root.entry, root.place});
      }
    }
    if (targets_.empty()) return;
    const std::uint64_t allowed = std::min(visits_left_, visits_per_topic);
    std::uint64_t left = allowed;
    const bool is_finished = reach_.run(roots_, targets_, left);
    visits_left_ -= allowed - left;
    if (visits_left_ == 0) complete_ = false;
    for (const ReachTarget& target : targets_) {
      if (target.certain_from != no_index) {
        found_.push_back({topic, target.entry, target.certain_from});
      } else if (!is_finished || target.is_reached) {
        open_.push_back({topic, target.entry, requirements_[target.entry].topic});
      }
    }
  }

  bool names_twice(Place place) const {
    return std::ranges::equal_range(places_, place).size() > 1;
  }

  // The exact search, for as many prerequisites at once as there are bits.
  void decide_open() {
    const auto place_of = [&](const OpenEntry& open) {
      return std::tuple(order_.position(nodes_.unit(open.prerequisite)), open.prerequisite,
                        open.topic, open.entry);
    };
    std::ranges::sort(open_, {}, place_of);
    std::vector<TopicIndex> batch;
    for (std::size_t first = 0; first < open_.size() && complete_;) {
      batch.clear();
      Place end = 0;
      std::size_t last = first;
      for (; last < open_.size(); ++last) {
        if (batch.empty() || batch.back() != open_[last].prerequisite) {
          if (batch.size() == Indispensables::width) break;
          batch.push_back(open_[last].prerequisite);
        }
        end = std::max(end, order_.position(nodes_.unit(open_[last].topic)));
      }
      complete_ = order_.compute(batch, end, visits_left_);
      if (!complete_) return;
      std::size_t number = 0;
      for (; first < last; ++first) {
        while (batch[number] != open_[first].prerequisite) ++number;
        // Each entry is held against all others, which are many where large sections are required.
        const std::uint64_t others = nodes_.inputs(nodes_.unit(open_[first].topic)).size();
        if (others > few_entries) {
          complete_ = visits_left_ > others;
          if (!complete_) return;
          visits_left_ -= others;
        }
        decide(open_[first], number);
      }
    }
  }

  void decide(const OpenEntry& open, std::size_t number) {
    const NodeIndex unit = nodes_.unit(open.topic);
    const auto inputs = nodes_.inputs(unit);
    const auto entries = nodes_.entries(unit);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      const RequirementIndex other = entries[i];
      if (!is_of(open.topic, other) || other == open.entry) continue;
      // Of entries that stand for each other the last one stays.
      const bool is_equal = is_plain(other) && unit_of(other) == unit_of(open.entry);
      if (is_equal ? other > open.entry
                   : order_.is_indispensable(number, order_.position(inputs[i]))) {
        found_.push_back({open.topic, open.entry, other});
        return;
      }
    }
  }

  // Brings what was found into order and refers to entries that stay.
  void settle() {
    std::ranges::sort(found_, {}, [](const RedundantPrerequisite& found) {
      return std::tuple(found.topic, found.entry);
    });
    // What implies an entry is implied by later ones only: from the last on, each is settled before
    // it is referred to.
    for (std::size_t i = found_.size(); i-- > 0;) {
      while (const RedundantPrerequisite* other = find(found_[i])) {
        found_[i].implied_by = other->implied_by;
      }
    }
  }

  // What makes the entry that `found` is implied by redundant itself, if anything does.
  const RedundantPrerequisite* find(const RedundantPrerequisite& found) const {
    const auto at = std::ranges::lower_bound(
        found_, std::tuple(found.topic, found.implied_by), {},
        [](const RedundantPrerequisite& other) { return std::tuple(other.topic, other.entry); });
    const bool is_there =
        at != found_.end() && at->topic == found.topic && at->entry == found.implied_by;
    return is_there ? &*at : nullptr;
  }

  std::span<const Requirement> requirements_;
  std::span<const Topic> topics_;
  AndOrGraph nodes_;
  Indispensables order_;
  ReachSearch reach_;
  std::uint64_t visits_left_;
  bool complete_ = true;
  std::vector<ReachRoot> roots_;
  std::vector<Place> places_;  // of the roots, in order
  std::vector<ReachTarget> targets_;
  std::vector<OpenEntry> open_;
  std::vector<RedundantPrerequisite> found_;
};

}  // namespace

Redundancy redundant_prerequisites(const TopicGraph& graph, const RedundancyOptions& options) {
  return RedundancySearch(graph, options).run();
}

}  // namespace prereq
