// Which entries of a topic lead up to which others: a bounded search against the edges.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/indispensable.hpp"

namespace prereq {

struct ReachRoot {
  RequirementIndex entry;
  Place place;  // of an input that the entry brings
};

struct ReachTarget {
  RequirementIndex entry;
  Place place;
  bool is_reached = false;                   // from some root, over any edges
  RequirementIndex certain_from = no_index;  // the entry it is reached from whatever is chosen
};

class ReachSearch {
 public:
  explicit ReachSearch(const Indispensables& order) : order_(order), marks_(order.size()) {}

  // Fills in `targets`, whose places are distinct. Stops when `edge_visits` are used up: then
  // returns false, and what is not reached may be. A target reached only from itself, around a
  // cycle, counts as reached but never as certain.
  bool run(std::span<const ReachRoot> roots, std::span<ReachTarget> targets,
           std::uint64_t& edge_visits);

 private:
  struct Marks {
    std::uint32_t visited = 0;  // the last pass that did
    std::uint32_t target = 0;   // the last pass that looks for it
  };

  bool follow_all(std::span<const ReachRoot> roots, std::span<ReachTarget> targets,
                  bool only_certain, std::uint64_t& edge_visits);
  bool follow(const ReachRoot& root, std::span<ReachTarget> targets, bool only_certain,
              std::uint64_t& edge_visits);
  void reach(Place place, const ReachRoot& root, std::span<ReachTarget> targets, bool only_certain);
  bool leads_nowhere(Place at) const;
  void start_pass(std::span<const ReachTarget> targets);

  const Indispensables& order_;
  std::uint32_t pass_ = 0;
  std::vector<Marks> marks_;  // by place
  std::vector<Place> stack_;
  Place lowest_ = 0;  // of the targets still looked for
  std::size_t wanted_ = 0;
  bool has_met_choice_ = false;
};

}  // namespace prereq
