#include "check/reach_search.hpp"

#include <algorithm>
#include <utility>

namespace prereq {

bool ReachSearch::run(std::span<const ReachRoot> roots, std::span<ReachTarget> targets,
                      std::uint64_t& edge_visits) {
  has_met_choice_ = false;
  const bool is_finished = follow_all(roots, targets, false, edge_visits);
  if (!has_met_choice_) return is_finished;
  // Some of what was found may hang on a choice: look again without any.
  for (ReachTarget& target : targets) target.certain_from = no_index;
  return is_finished && follow_all(roots, targets, true, edge_visits);
}

bool ReachSearch::follow_all(std::span<const ReachRoot> roots, std::span<ReachTarget> targets,
                             bool only_certain, std::uint64_t& edge_visits) {
  start_pass(targets);
  for (const ReachRoot& root : roots) {
    if (wanted_ == 0) break;
    if (!follow(root, targets, only_certain, edge_visits)) return false;
  }
  return true;
}

void ReachSearch::start_pass(std::span<const ReachTarget> targets) {
  ++pass_;
  lowest_ = no_place;
  wanted_ = targets.size();
  for (const ReachTarget& target : targets) {
    marks_[target.place].target = pass_;
    lowest_ = std::min(lowest_, target.place);
  }
}

bool ReachSearch::follow(const ReachRoot& root, std::span<ReachTarget> targets, bool only_certain,
                         std::uint64_t& edge_visits) {
  if (leads_nowhere(root.place)) return true;
  // The root itself is not reached by being named, only from elsewhere.
  stack_.assign(1, root.place);
  while (!stack_.empty() && wanted_ != 0) {
    const Place at = stack_.back();
    stack_.pop_back();
    if (std::exchange(marks_[at].visited, pass_) == pass_) continue;
    if (!order_.needs_all(at)) {
      has_met_choice_ = true;
      if (only_certain) continue;
    }
    for (const Place input : order_.inputs(at)) {
      if (edge_visits == 0) return false;
      --edge_visits;
      // Marks come last: bringing them in from memory takes most of the time.
      if (input == no_place) continue;
      if (input >= lowest_ && marks_[input].target == pass_) {
        reach(input, root, targets, only_certain);
      }
      if (!leads_nowhere(input) && marks_[input].visited != pass_) stack_.push_back(input);
    }
  }
  return true;
}

// Neither the lowest target nor what is below it can lead to one, cycles apart.
bool ReachSearch::leads_nowhere(Place at) const {
  return at <= lowest_ && order_.component_end(at) == at + 1;
}

void ReachSearch::reach(Place place, const ReachRoot& root, std::span<ReachTarget> targets,
                        bool only_certain) {
  const auto target = std::ranges::find(targets, place, &ReachTarget::place);
  if (!only_certain) target->is_reached = true;
  // Known to be reached, but around a cycle perhaps only from itself: then another root may do.
  if (target->entry == root.entry) return;
  if (target->certain_from == no_index) target->certain_from = root.entry;
  marks_[place].target = pass_ - 1;
  --wanted_;
}

}  // namespace prereq
