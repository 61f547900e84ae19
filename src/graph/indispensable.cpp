#include "graph/indispensable.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <numeric>
#include <tuple>

#include "graph/components.hpp"

namespace prereq {
namespace {

constexpr std::array<std::uint64_t, Indispensables::width / 64> no_bits{};
constexpr auto all_bits = [] {
  auto bits = no_bits;
  for (auto& word : bits) word = ~std::uint64_t{0};
  return bits;
}();

}  // namespace

Indispensables::Indispensables(const AndOrGraph& nodes) : nodes_(nodes) {
  order_nodes();
  renumber();
}

// First whatever no cycle is above, each node after all its inputs; then the rest by component.
void Indispensables::order_nodes() {
  const std::vector<NodeIndex> met = met_in_order(nodes_);
  position_.assign(nodes_.node_count(), no_place);
  for (std::size_t rank = 0; rank < met.size(); ++rank) {
    position_[met[rank]] = static_cast<Place>(rank);  // for now, the order of meeting
  }
  std::vector<std::uint32_t> waiting_for(nodes_.node_count(), 0);
  node_at_.reserve(met.size());
  for (const NodeIndex n : met) {
    for (const NodeIndex input : nodes_.inputs(n)) {
      if (position_[input] != no_place) ++waiting_for[n];
    }
    if (waiting_for[n] == 0) node_at_.push_back(n);
  }
  for (std::size_t next = 0; next < node_at_.size(); ++next) {
    for (const NodeIndex output : nodes_.outputs(node_at_[next])) {
      if (position_[output] != no_place && --waiting_for[output] == 0) {
        node_at_.push_back(output);
      }
    }
  }
  if (node_at_.size() == met.size()) return;

  component_end_.resize(met.size());
  std::iota(component_end_.begin(), component_end_.end(), Place{1});
  std::vector<NodeIndex> cyclic;
  for (const NodeIndex n : met) {
    if (waiting_for[n] != 0) cyclic.push_back(n);
  }
  sort_cyclic(cyclic);
}

// Appends `cyclic`, given in the order of meeting, by component and then in that order.
void Indispensables::sort_cyclic(const std::vector<NodeIndex>& cyclic) {
  std::vector<std::uint32_t> number(nodes_.node_count(), no_index);
  for (std::uint32_t i = 0; i < cyclic.size(); ++i) number[cyclic[i]] = i;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  for (std::uint32_t i = 0; i < cyclic.size(); ++i) {
    for (const NodeIndex input : nodes_.inputs(cyclic[i])) {
      if (number[input] != no_index) ends.emplace_back(i, number[input]);
    }
  }
  const Components components = strong_components(static_cast<std::uint32_t>(cyclic.size()), ends);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order;  // component, number
  for (std::uint32_t i = 0; i < cyclic.size(); ++i) order.emplace_back(components.of[i], i);
  std::ranges::sort(order);
  const std::size_t start = node_at_.size();
  for (const auto& [component, i] : order) node_at_.push_back(cyclic[i]);
  for (std::size_t i = order.size(); i-- > 0;) {
    const bool is_last = i + 1 == order.size() || order[i + 1].first != order[i].first;
    component_end_[start + i] =
        is_last ? static_cast<Place>(start + i + 1) : component_end_[start + i + 1];
  }
}

void Indispensables::renumber() {
  for (Place p = 0; p < node_at_.size(); ++p) position_[node_at_[p]] = p;
  first_.reserve(node_at_.size() + 1);
  inputs_.reserve(nodes_.edge_count());
  least_.reserve(node_at_.size());
  for (const NodeIndex n : node_at_) {
    first_.push_back(static_cast<std::uint32_t>(inputs_.size()));
    least_.push_back(nodes_.least(n));
    for (const NodeIndex input : nodes_.inputs(n)) inputs_.push_back(position_[input]);
  }
  first_.push_back(static_cast<std::uint32_t>(inputs_.size()));
}

bool Indispensables::compute(std::span<const TopicIndex> topics, Place end,
                             std::uint64_t& edge_visits) {
  assert(topics.size() <= width && end <= size());
  bits_.resize(size());
  has_forbidden_.assign(size(), false);
  forbidden_.clear();
  for (std::size_t k = 0; k < topics.size(); ++k) {
    const Place at = position_[nodes_.unit(topics[k])];
    forbidden_.emplace_back(at, k);
    has_forbidden_[at] = true;
  }
  std::ranges::sort(forbidden_);
  begin_ = forbidden_.empty() ? end : forbidden_.front().first;
  // The whole component of the first one depends on it, perhaps also what stands before it.
  while (begin_ > 0 && component_end(begin_ - 1) > begin_) --begin_;

  for (Place p = begin_; p < end; p = component_end(p)) {
    if (!run_component(p, component_end(p), edge_visits)) return false;
  }
  return true;
}

bool Indispensables::run_component(Place begin, Place end, std::uint64_t& edge_visits) {
  const std::uint64_t cost = 1 + first_[end] - first_[begin];
  if (edge_visits < cost) return false;
  if (end == begin + 1) {
    edge_visits -= cost;
    bits_[begin] = combine(begin);
    return true;
  }
  is_waiting_.resize(size(), false);
  waiting_.clear();
  for (Place p = begin; p < end; ++p) {
    bits_[p] = all_bits;
    is_waiting_[p] = true;
    waiting_.push_back(p);
  }
  while (!waiting_.empty()) {
    const Place p = waiting_.front();
    waiting_.pop_front();
    is_waiting_[p] = false;
    const std::span<const NodeIndex> outputs = nodes_.outputs(node_at_[p]);
    const std::uint64_t visits = first_[p + 1] - first_[p] + outputs.size();
    if (edge_visits < visits) return false;
    edge_visits -= visits;
    const Bits bits = combine(p);
    if (bits == bits_[p]) continue;
    bits_[p] = bits;
    for (const NodeIndex output : outputs) {
      const Place place = position_[output];
      if (place < begin || place >= end || is_waiting_[place]) continue;
      is_waiting_[place] = true;
      waiting_.push_back(place);
    }
  }
  return true;
}

const Indispensables::Bits& Indispensables::bits_of(Place input) const {
  if (input == no_place) return all_bits;
  return input < begin_ ? no_bits : bits_[input];
}

Indispensables::Bits Indispensables::combine(Place position) const {
  const std::span<const Place> all = inputs(position);
  const std::uint32_t least = least_[position];
  Bits bits{};
  if (least == all.size()) {
    for (const Place input : all) {
      const Bits& other = bits_of(input);
      for (std::size_t w = 0; w < bits.size(); ++w) bits[w] |= other[w];
    }
  } else if (least == 1) {
    bits = all_bits;
    for (const Place input : all) {
      const Bits& other = bits_of(input);
      for (std::size_t w = 0; w < bits.size(); ++w) bits[w] &= other[w];
    }
  } else if (least > 1) {
    bits = count_at_least(all, all.size() - least + 1);
  }
  if (has_forbidden_[position]) add_forbidden(position, bits);
  return bits;
}

// The bits that at least `least` of the inputs have set, counted in binary for all bits at once.
Indispensables::Bits Indispensables::count_at_least(std::span<const Place> inputs,
                                                    std::size_t least) const {
  Bits result{};
  std::array<std::uint64_t, 32> digits{};
  const auto digit_count = static_cast<std::size_t>(std::bit_width(inputs.size()));
  for (std::size_t w = 0; w < result.size(); ++w) {
    std::fill_n(digits.begin(), digit_count, 0);
    for (const Place input : inputs) {
      std::uint64_t carry = bits_of(input)[w];
      for (std::size_t d = 0; d < digit_count && carry != 0; ++d) {
        const std::uint64_t next_carry = digits[d] & carry;
        digits[d] ^= carry;
        carry = next_carry;
      }
    }
    std::uint64_t greater = 0;
    std::uint64_t equal = ~std::uint64_t{0};
    for (std::size_t d = digit_count; d-- > 0;) {
      const std::uint64_t wanted = (least >> d & 1) != 0 ? ~std::uint64_t{0} : 0;
      greater |= equal & digits[d] & ~wanted;
      equal &= ~(digits[d] ^ wanted);
    }
    result[w] = greater | equal;
  }
  return result;
}

void Indispensables::add_forbidden(Place position, Bits& bits) const {
  const auto first =
      std::ranges::lower_bound(forbidden_, position, {}, &std::pair<Place, std::size_t>::first);
  for (auto it = first; it != forbidden_.end() && it->first == position; ++it) {
    bits[it->second / 64] |= std::uint64_t{1} << (it->second % 64);
  }
}

}  // namespace prereq
