#include "path/support.hpp"

#include <numeric>

namespace prereq {

Parents::Parents(const PlanTask& task) {
  const auto units = static_cast<std::uint32_t>(task.units.size());
  const auto nodes = static_cast<std::uint32_t>(task.nodes.size());
  const auto item_of = [units](Ref ref) {
    return ref.is_unit() ? ref.index() : units + ref.index();
  };
  const auto for_each_edge = [&](auto&& visit) {
    for (std::uint32_t u = 0; u < units; ++u) {
      for (const Ref ref : task.needs(u)) visit(item_of(ref), u);
    }
    for (std::uint32_t n = 0; n < nodes; ++n) {
      for (const Ref ref : task.entries(n)) visit(item_of(ref), units + n);
    }
  };
  first.assign(units + nodes + 1, 0);
  for_each_edge([this](std::uint32_t item, std::uint32_t) { ++first[item + 1]; });
  std::partial_sum(first.begin(), first.end(), first.begin());
  to.resize(first.back());
  std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
  for_each_edge([&](std::uint32_t item, std::uint32_t parent) { to[next[item]++] = parent; });

  needed.reserve(units + nodes);
  for (const PlanUnit& unit : task.units) needed.push_back(unit.needs.size());
  for (const PlanNode& node : task.nodes) needed.push_back(node.least);
}

Support::Support(const PlanTask& task)
    : unit_count_(static_cast<std::uint32_t>(task.units.size())),
      root_(task.root()),
      parents_(task) {
  clear();
}

void Support::clear() {
  unmet_ = parents_.needed;
  surplus_.assign(unmet_.size(), 0);
  allowed_.assign(unit_count_, 0);
  learned_.assign(unit_count_, 0);
  order_.clear();
  ready_.clear();
  allowed_order_.clear();
  trail_.clear();
  for (std::uint32_t u = 0; u < unit_count_; ++u) {
    if (unmet_[u] == 0) ready_.push_back(u);
  }
  allow(root_);
}

void Support::allow(std::uint32_t unit) {
  if (allowed_[unit] != 0) return;
  allowed_[unit] = 1;
  allowed_order_.push_back(unit);
  if (unmet_[unit] != 0) return;
  learn(unit);
  while (!queue_.empty()) {
    const std::uint32_t item = queue_.back();
    queue_.pop_back();
    for (const std::uint32_t parent : parents_.of(item)) count_down(parent);
  }
}

void Support::learn(std::uint32_t unit) {
  learned_[unit] = 1;
  order_.push_back(unit);
  queue_.push_back(unit);
}

void Support::count_down(std::uint32_t item) {
  trail_.push_back(item);
  if (unmet_[item] == 0) {
    ++surplus_[item];
    return;
  }
  if (--unmet_[item] != 0) return;
  if (item >= unit_count_) {
    queue_.push_back(item);
    return;
  }
  ready_.push_back(item);
  if (allowed_[item] != 0) learn(item);
}

void Support::allow_all(const std::vector<char>& flags) {
  for (std::uint32_t u = 0; u < unit_count_; ++u) {
    if (flags[u] != 0) allow(u);
  }
}

void Support::undo(const Mark& mark) {
  while (trail_.size() > mark.trail) {
    const std::uint32_t item = trail_.back();
    trail_.pop_back();
    if (surplus_[item] != 0) {
      --surplus_[item];
    } else {
      ++unmet_[item];
    }
  }
  while (order_.size() > mark.order) {
    learned_[order_.back()] = 0;
    order_.pop_back();
  }
  ready_.resize(mark.ready);
  while (allowed_order_.size() > mark.allowed) {
    allowed_[allowed_order_.back()] = 0;
    allowed_order_.pop_back();
  }
}

}  // namespace prereq
