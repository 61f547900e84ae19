#include "prereq/redundancy.hpp"

#include <algorithm>
#include <bit>
#include <tuple>
#include <unordered_map>
#include <utility>

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
  // The entries of one topic: those of its list, and of sections that are named there.
  class OwnEntries {
   public:
    OwnEntries(std::span<const Requirement> requirements, IndexRange list) : ranges_{list} {
      for (RequirementIndex i = list.first; i < list.last; ++i) {
        if (!requirements[i].name.empty()) ranges_.push_back(requirements[i].entries);
      }
      std::erase_if(ranges_, [](IndexRange range) { return range.empty(); });
      std::ranges::sort(ranges_, {}, &IndexRange::first);
    }
    bool have(RequirementIndex entry) const {
      const auto after = std::ranges::upper_bound(ranges_, entry, {}, &IndexRange::first);
      return after != ranges_.begin() && entry < (after - 1)->last;
    }

   private:
    std::vector<IndexRange> ranges_;  // which do not overlap
  };

  OwnEntries entries_of(TopicIndex topic) const {
    return {requirements_, topics_[topic].requirements};
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
    const OwnEntries own = entries_of(topic);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      if (own.have(entries[i])) roots_.push_back({entries[i], order_.position(inputs[i])});
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
      const std::span<OpenEntry> decided = std::span(open_).subspan(first, last - first);
      std::ranges::sort(decided, {},
                        [](const OpenEntry& open) { return std::tuple(open.topic, open.entry); });
      for (std::size_t next = 0; next < decided.size() && complete_;) {
        std::size_t behind = next;
        while (behind < decided.size() && decided[behind].topic == decided[next].topic) ++behind;
        decide(decided.subspan(next, behind - next), batch);
        next = behind;
      }
      first = last;
    }
  }

  // What the other entries of a topic say about one prerequisite, in the order of the entries.
  struct Others {
    std::uint32_t first_needing = no_index;  // the first that cannot be met without it
    std::vector<std::uint32_t> equal;        // those that stand for it too, ascending
  };

  // Of one topic. All its entries are looked at once: they are many where large sections are
  // required.
  void decide(std::span<const OpenEntry> opens, const std::vector<TopicIndex>& batch) {
    const NodeIndex unit = nodes_.unit(opens.front().topic);
    const auto entries = nodes_.entries(unit);
    if (entries.size() > few_entries) {
      complete_ = visits_left_ > entries.size();
      if (!complete_) return;
      visits_left_ -= entries.size();
    }
    std::vector<Others> others = others_of(opens, batch);
    for (Others& about : others) {
      std::ranges::sort(about.equal, {}, [&](std::uint32_t i) { return entries[i]; });
    }
    for (const OpenEntry& open : opens) {
      const Others& about = others[number_in(batch, open.prerequisite)];
      // Of entries that stand for each other the last one stays.
      const auto later = std::ranges::upper_bound(about.equal, open.entry, {},
                                                  [&](std::uint32_t i) { return entries[i]; });
      std::uint32_t first = about.first_needing;
      if (later != about.equal.end()) first = std::min(first, *later);
      if (first != no_index) found_.push_back({open.topic, open.entry, entries[first]});
    }
  }

  // By number in the batch.
  std::vector<Others> others_of(std::span<const OpenEntry> opens,
                                const std::vector<TopicIndex>& batch) const {
    Indispensables::Bits wanted = {};  // whose first_needing is to be found
    std::unordered_map<NodeIndex, Indispensables::Bits> of_unit;  // prerequisites that it is
    for (const OpenEntry& open : opens) {
      const std::size_t number = number_in(batch, open.prerequisite);
      set_bit(wanted, number);
      set_bit(of_unit[unit_of(open.entry)], number);
    }
    std::vector<Others> others(batch.size());
    const OwnEntries own = entries_of(opens.front().topic);
    const NodeIndex unit = nodes_.unit(opens.front().topic);
    const auto inputs = nodes_.inputs(unit);
    const auto entries = nodes_.entries(unit);
    for (std::uint32_t i = 0; i < inputs.size(); ++i) {
      if (!own.have(entries[i])) continue;
      const auto found = is_plain(entries[i]) ? of_unit.find(unit_of(entries[i])) : of_unit.end();
      const Indispensables::Bits equal =
          found == of_unit.end() ? Indispensables::Bits{} : found->second;
      const Indispensables::Bits& needed = order_.indispensable_to(order_.position(inputs[i]));
      for (std::size_t w = 0; w < wanted.size(); ++w) {
        for_each_bit(equal[w], w, [&](std::size_t number) { others[number].equal.push_back(i); });
        const std::uint64_t needing = needed[w] & wanted[w] & ~equal[w];
        for_each_bit(needing, w, [&](std::size_t number) { others[number].first_needing = i; });
        wanted[w] &= ~needing;
      }
    }
    return others;
  }

  // Requires: it is there. The batch is in the order of places.
  std::size_t number_in(const std::vector<TopicIndex>& batch, TopicIndex prerequisite) const {
    const auto place_of = [this](TopicIndex t) {
      return std::pair(order_.position(nodes_.unit(t)), t);
    };
    const auto at = std::ranges::lower_bound(batch, place_of(prerequisite), {}, place_of);
    return static_cast<std::size_t>(at - batch.begin());
  }

  static void set_bit(Indispensables::Bits& bits, std::size_t number) {
    bits[number / 64] |= std::uint64_t{1} << (number % 64);
  }

  template <typename Visit>
  static void for_each_bit(std::uint64_t word, std::size_t place, Visit visit) {
    for (; word != 0; word &= word - 1) {
      visit(64 * place + static_cast<std::size_t>(std::countr_zero(word)));
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
