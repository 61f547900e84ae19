#include "path/landmark_sets.hpp"

#include <algorithm>

#include "path/support.hpp"

namespace prereq {
namespace {

constexpr std::size_t max_words = std::size_t{1} << 21;  // 16 MiB of sets
constexpr std::uint64_t max_work = 20'000'000;           // words touched

class LandmarkSets {
 public:
  LandmarkSets(const PlanTask& task, const Reduction& reduction)
      : task_(task), reduction_(reduction), bit_(task.units.size(), UINT32_MAX) {
    for (std::uint32_t u = 0; u < task.units.size(); ++u) {
      if (reduction.fate[u] != Fate::open) continue;
      bit_[u] = static_cast<std::uint32_t>(open_.size());
      open_.push_back(u);
    }
    words_ = (open_.size() + 63) / 64;
  }

  std::vector<std::uint32_t> run() {
    // Forced units may be needed by open ones, but what a forced unit needs is in every plan too:
    // the sets of all items that are not met are computed.
    const std::size_t items = task_.units.size() + task_.nodes.size();
    if (words_ * items > max_words) return {};
    sets_.assign(words_ * items, ~std::uint64_t{0});
    scratch_.resize(words_);
    counts_.resize(open_.size());
    std::uint64_t work = 0;
    for (bool changed = true; changed;) {
      changed = false;
      for (std::uint32_t n = 0; n < task_.nodes.size(); ++n) changed |= update_node(n);
      for (std::uint32_t u = task_.root() + 1; u-- > 0;) {
        if (reduction_.fate[u] != Fate::unused) changed |= update_unit(u);
      }
      work += (task_.refs.size() + items) * words_;
      if (changed && work > max_work) return {};
    }
    std::vector<std::uint32_t> found;
    const std::uint64_t* const root = set(task_.root());
    for (std::uint32_t b = 0; b < open_.size(); ++b) {
      if ((root[b / 64] >> (b % 64) & 1) != 0) found.push_back(open_[b]);
    }
    return found;
  }

 private:
  std::uint64_t* set(std::size_t item) { return sets_.data() + item * words_; }
  const std::uint64_t* set_of(Ref ref) {
    return set(ref.is_unit() ? ref.index() : task_.units.size() + ref.index());
  }

  bool store(std::size_t item) {
    std::uint64_t* const to = set(item);
    bool changed = false;
    for (std::size_t w = 0; w < words_; ++w) {
      const std::uint64_t smaller = to[w] & scratch_[w];
      changed |= smaller != to[w];
      to[w] = smaller;
    }
    return changed;
  }

  bool update_unit(std::uint32_t unit) {
    std::ranges::fill(scratch_, 0);
    if (bit_[unit] != UINT32_MAX)
      scratch_[bit_[unit] / 64] |= std::uint64_t{1} << (bit_[unit] % 64);
    for (const Ref ref : task_.needs(unit)) {
      if (ref.is_node() && reduction_.node_met[ref.index()] != 0) continue;
      const std::uint64_t* const from = set_of(ref);
      for (std::size_t w = 0; w < words_; ++w) scratch_[w] |= from[w];
    }
    return store(unit);
  }

  bool update_node(std::uint32_t node) {
    const std::size_t item = task_.units.size() + node;
    if (reduction_.node_met[node] != 0) {
      std::ranges::fill(scratch_, 0);
      return store(item);
    }
    const PlanNode& group = task_.nodes[node];
    if (group.least == 1) {
      std::ranges::fill(scratch_, ~std::uint64_t{0});
      for (std::uint32_t i = group.entries.first; i < group.entries.last; ++i) {
        if (is_out(i)) continue;
        const std::uint64_t* const from = set_of(task_.refs[i]);
        for (std::size_t w = 0; w < words_; ++w) scratch_[w] &= from[w];
      }
      return store(item);
    }
    return update_counted(node);
  }

  // k of n entries: whatever more than n - k of them need.
  bool update_counted(std::uint32_t node) {
    const auto entries = task_.entries(node);
    std::ranges::fill(counts_, 0);
    for (const Ref ref : entries) {
      const std::uint64_t* const from = set_of(ref);
      for (std::uint32_t b = 0; b < open_.size(); ++b) counts_[b] += from[b / 64] >> (b % 64) & 1;
    }
    std::ranges::fill(scratch_, 0);
    const std::size_t spare = entries.size() - task_.nodes[node].least;
    for (std::uint32_t b = 0; b < open_.size(); ++b) {
      if (counts_[b] > spare) scratch_[b / 64] |= std::uint64_t{1} << (b % 64);
    }
    return store(task_.units.size() + node);
  }

  bool is_out(std::uint32_t entry) const {
    const Ref ref = task_.refs[entry];
    return reduction_.beaten[entry] != 0 ||
           (ref.is_unit() && reduction_.fate[ref.index()] == Fate::unused);
  }

  const PlanTask& task_;
  const Reduction& reduction_;
  std::vector<std::uint32_t> bit_;  // by unit
  std::vector<std::uint32_t> open_;
  std::size_t words_ = 0;
  std::vector<std::uint64_t> sets_;
  std::vector<std::uint64_t> scratch_;
  std::vector<std::uint64_t> counts_;
};

}  // namespace

std::vector<std::uint32_t> units_in_every_plan(const PlanTask& task, const Reduction& reduction) {
  return LandmarkSets(task, reduction).run();
}

}  // namespace prereq
