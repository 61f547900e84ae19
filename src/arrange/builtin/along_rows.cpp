// The longest way through "stands left of, at that distance", each thing beginning where the sketch
// has it: nothing is ever moved to the left.
#include "arrange/builtin/along_rows.hpp"

#include <algorithm>
#include <cstdint>

#include "arrange/plan/problem.hpp"

namespace prereq {
namespace {

class Along {
 public:
  explicit Along(const PagePlan& plan)
      : plan_(plan),
        down_(plan.direction == Direction::down),
        first_title_(static_cast<std::uint32_t>(plan.cards.size())),
        first_border_(first_title_ + static_cast<std::uint32_t>(plan.titles.size())) {}

  AlongRows place() {
    const std::size_t sections = plan_.titles.size();
    things_.resize(first_border_ + 4 * sections);
    for (const auto& row : plan_.rows) read_row(row);
    push_apart();
    AlongRows along;
    for (std::uint32_t c = 0; c < plan_.cards.size(); ++c) along.cards.push_back(things_[c].at);
    for (std::uint32_t s = 0; s < sections; ++s) {
      along.titles.push_back(things_[first_title_ + s].at);
      along.left.push_back(things_[first_border_ + 4 * s].at);
      along.right.push_back(things_[first_border_ + 4 * s + 1].at);
      along.entrance.push_back(things_[first_border_ + 4 * s + 2].at);
      along.exit.push_back(things_[first_border_ + 4 * s + 3].at);
    }
    return along;
  }

 private:
  struct Next {
    std::uint32_t thing;
    double distance;
  };
  struct Thing {
    double at = 0;
    std::uint32_t waits = 0;
    std::vector<Next> next;
  };

  std::uint32_t number(const Slot& slot) const {
    switch (slot.kind) {
      case SlotKind::card: return slot.index;
      case SlotKind::title: return first_title_ + slot.index;
      case SlotKind::left_border: return first_border_ + 4 * slot.index;
      case SlotKind::right_border: return first_border_ + 4 * slot.index + 1;
      case SlotKind::door: return first_border_ + 4 * slot.index + (slot.is_entrance ? 2 : 3);
      case SlotKind::pass: break;
    }
    return no_index;
  }

  double half(const Slot& slot) const {
    if (slot.kind == SlotKind::title) return plan_.titles[slot.index].width / 2;
    if (slot.kind != SlotKind::card) return 0;
    const Box& box = plan_.cards[slot.index].box;
    return (down_ ? box.width : box.height) / 2;
  }

  static double gap(const Slot& before, const Slot& after) {
    const bool inside =
        before.kind == SlotKind::left_border || after.kind == SlotKind::right_border;
    if (inside) return Spacing::box_padding;
    const bool door = before.kind == SlotKind::door || after.kind == SlotKind::door;
    return door ? Spacing::unit : Spacing::between_cards;
  }

  void read_row(const std::vector<Slot>& row) {
    const Slot* before = nullptr;
    for (const Slot& slot : row) {
      if (slot.kind == SlotKind::pass) continue;
      Thing& thing = things_[number(slot)];
      thing.at = std::max(thing.at, slot.centre);
      if (before != nullptr) {
        things_[number(*before)].next.push_back(
            {number(slot), half(*before) + gap(*before, slot) + half(slot)});
        ++thing.waits;
      }
      before = &slot;
    }
  }

  // Rows agree on the order of sections, so that nothing waits for itself; if something did, it
  // would stay where it is sketched.
  void push_apart() {
    std::vector<std::uint32_t> ready;
    for (std::uint32_t t = 0; t < things_.size(); ++t) {
      if (things_[t].waits == 0) ready.push_back(t);
    }
    for (std::size_t i = 0; i < ready.size(); ++i) {
      const Thing& thing = things_[ready[i]];
      for (const Next& next : thing.next) {
        Thing& other = things_[next.thing];
        other.at = std::max(other.at, thing.at + next.distance);
        if (--other.waits == 0) ready.push_back(next.thing);
      }
    }
  }

  const PagePlan& plan_;
  bool down_;
  std::uint32_t first_title_;
  std::uint32_t first_border_;
  std::vector<Thing> things_;
};

}  // namespace

AlongRows place_along_rows(const PagePlan& plan) { return Along(plan).place(); }

}  // namespace prereq
