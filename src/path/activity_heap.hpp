// Variables by how active they were lately: a binary heap, most active first, then lowest number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace prereq {

class ActivityHeap {
 public:
  bool empty() const { return heap_.empty(); }

  // Requires: variables are added in order, 0 first.
  void add(std::uint32_t variable) {
    activity_.push_back(0);
    at_.push_back(absent);
    insert(variable);
  }
  void insert(std::uint32_t variable) {
    if (at_[variable] != absent) return;
    heap_.push_back(variable);
    up(heap_.size() - 1);
  }
  std::uint32_t pop() {
    const std::uint32_t top = heap_.front();
    at_[top] = absent;
    const std::uint32_t last = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) {
      heap_[0] = last;
      down(0);
    }
    return top;
  }
  void bump(std::uint32_t variable) {
    activity_[variable] += step_;
    if (activity_[variable] > 1e100) {
      for (double& a : activity_) a *= 1e-100;
      step_ *= 1e-100;
    }
    if (at_[variable] != absent) up(at_[variable]);
  }
  // Earlier activity counts for less from now on.
  void decay() { step_ /= 0.95; }

 private:
  static constexpr std::uint32_t absent = UINT32_MAX;

  bool is_before(std::uint32_t a, std::uint32_t b) const {
    return activity_[a] > activity_[b] || (activity_[a] == activity_[b] && a < b);
  }
  void put(std::size_t at, std::uint32_t variable) {
    heap_[at] = variable;
    at_[variable] = static_cast<std::uint32_t>(at);
  }
  void up(std::size_t at) {
    const std::uint32_t variable = heap_[at];
    for (; at > 0 && is_before(variable, heap_[(at - 1) / 2]); at = (at - 1) / 2) {
      put(at, heap_[(at - 1) / 2]);
    }
    put(at, variable);
  }
  void down(std::size_t at) {
    const std::uint32_t variable = heap_[at];
    while (2 * at + 1 < heap_.size()) {
      std::size_t child = 2 * at + 1;
      if (child + 1 < heap_.size() && is_before(heap_[child + 1], heap_[child])) ++child;
      if (!is_before(heap_[child], variable)) break;
      put(at, heap_[child]);
      at = child;
    }
    put(at, variable);
  }

  std::vector<double> activity_;
  double step_ = 1;
  std::vector<std::uint32_t> heap_;
  std::vector<std::uint32_t> at_;
};

}  // namespace prereq
