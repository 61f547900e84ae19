// Things that would overlap make a run that moves as one, to the mean of what its things want.
#include "arrange/plan/spread.hpp"

#include <algorithm>

namespace prereq {

// As a rule there are few of them, and they are nearly in order.
void Spreader::sort() {
  constexpr std::size_t few = 32;
  if (things_.size() > few) {
    std::ranges::stable_sort(things_, {}, &Thing::centre);
    return;
  }
  for (std::size_t i = 1; i < things_.size(); ++i) {
    const Thing thing = things_[i];
    std::size_t at = i;
    for (; at > 0 && things_[at - 1].centre > thing.centre; --at) things_[at] = things_[at - 1];
    things_[at] = thing;
  }
}

void Spreader::spread(double gap, double low, double high) {
  if (things_.empty()) return;
  double total = 0;
  for (std::size_t i = 0; i < things_.size(); ++i) {
    if (i > 0) total += things_[i - 1].breadth / 2 + gap + things_[i].breadth / 2;
    things_[i].offset = total;
  }
  const double least = low + things_.front().breadth / 2;
  const double most = high - things_.back().breadth / 2 - total;
  runs_.clear();
  for (std::size_t i = 0; i < things_.size(); ++i) {
    // In the frame where neighbours that touch have the same place.
    const double wanted = things_[i].centre - things_[i].offset;
    runs_.push_back({wanted, 1, wanted, i});
    while (runs_.size() > 1 && runs_[runs_.size() - 2].start > runs_.back().start) {
      Run& before = runs_[runs_.size() - 2];
      before.sum += runs_.back().sum;
      before.count += runs_.back().count;
      before.start = before.sum / before.count;
      runs_.pop_back();
    }
  }
  for (std::size_t r = 0; r < runs_.size(); ++r) {
    const std::size_t end = r + 1 < runs_.size() ? runs_[r + 1].first : things_.size();
    const double start = std::max(least, std::min(runs_[r].start, most));
    for (std::size_t i = runs_[r].first; i < end; ++i) {
      things_[i].centre = start + things_[i].offset;
    }
  }
}

}  // namespace prereq
