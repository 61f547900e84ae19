// Where things that stand side by side are nearest to where they are wanted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace prereq {

// Puts things side by side, as near as can be to where they are wanted.
class Spreader {
 public:
  void clear() { things_.clear(); }
  void add(double breadth, double wanted, std::uint32_t item) {
    things_.push_back({breadth, wanted, 0, item});
  }
  // In the order of where they are wanted; the same stay in order.
  void sort();
  // Keeps their order, at least `gap` between them, within low and high where they fit: the least
  // sum of squares (one dimension of Dwyer, Marriott and Stuckey 2005; things that touch move
  // together). O(things).
  void spread(double gap, double low, double high);

  struct Thing {
    double breadth;
    double centre;  // wanted, then found
    double offset;  // from the first one, if all touch
    std::uint32_t item;
  };
  const std::vector<Thing>& things() const { return things_; }

 private:
  struct Run {
    double sum;  // of the wanted places of its start
    double count;
    double start;
    std::size_t first;
  };
  std::vector<Thing> things_;
  std::vector<Run> runs_;
};

}  // namespace prereq
