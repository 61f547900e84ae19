// What can be learned with a given set of units: the least fixed point over a task, grown step by
// step. A set of units is a plan if, starting from nothing, all of it up to the root gets learned;
// that is also what makes it orderable.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "path/plan_task.hpp"

namespace prereq {

// Items are the units, then the nodes.
struct Parents {
  explicit Parents(const PlanTask& task);
  // Items that have `item` among their needs or entries; twice if it is named twice.
  std::span<const std::uint32_t> of(std::uint32_t item) const {
    return std::span(to).subspan(first[item], first[item + 1] - first[item]);
  }
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> to;
  std::vector<std::uint32_t> needed;  // how many needs or entries of each item must be met
};

class Support {
 public:
  // O(size of the task).
  explicit Support(const PlanTask& task);

  // Forgets everything; the root alone is allowed. O(size of the task).
  void clear();
  // Lets a unit be learned as soon as it can, with all that follows. What can be learned without
  // being allowed is remembered as ready. O(what follows).
  void allow(std::uint32_t unit);
  // Allows all units that are flagged.
  void allow_all(const std::vector<char>& flags);

  bool is_allowed(std::uint32_t unit) const { return allowed_[unit] != 0; }
  bool is_learned(std::uint32_t unit) const { return learned_[unit] != 0; }
  // Its needs are met, learned or not.
  bool is_ready(std::uint32_t unit) const { return unmet_[unit] == 0; }
  bool is_reached() const { return is_learned(root_); }
  bool is_met(Ref ref) const {
    return ref.is_unit() ? is_learned(ref.index()) : unmet_[unit_count_ + ref.index()] == 0;
  }

  // In the order in which they were learned, which each unit's needs can be read back from.
  const std::vector<std::uint32_t>& learned() const { return order_; }
  // In the order in which they became ready, learned or not.
  const std::vector<std::uint32_t>& ready() const { return ready_; }

  // Takes back every allow() since the mark. O(what followed them).
  struct Mark {
    std::size_t trail;
    std::size_t order;
    std::size_t ready;
    std::size_t allowed;
  };
  Mark mark() const { return {trail_.size(), order_.size(), ready_.size(), allowed_order_.size()}; }
  void undo(const Mark& mark);

 private:
  void learn(std::uint32_t unit);
  void count_down(std::uint32_t item);

  std::uint32_t unit_count_;
  std::uint32_t root_;
  Parents parents_;
  std::vector<std::uint32_t> unmet_;    // by item: of what must be met, how many are not
  std::vector<std::uint32_t> surplus_;  // nodes: entries met beyond what is needed
  std::vector<char> allowed_;
  std::vector<char> learned_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> ready_;
  std::vector<std::uint32_t> allowed_order_;
  std::vector<std::uint32_t> trail_;  // items counted down
  std::vector<std::uint32_t> queue_;
};

}  // namespace prereq
