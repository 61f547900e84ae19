#include "support/realistic_roadmap.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace prereq::testing {
namespace {

// Percentages of topics.
struct Habits {
  std::uint32_t follows_previous;  // requires the topic before it in its section
  std::uint32_t follows_first;     // requires one of its section's first two
  std::uint32_t crosses;           // also requires a topic of another section
  std::uint32_t needs_hub;         // also requires one of the roadmap's basics
};

Habits habits_of(RoadmapShape shape) {
  switch (shape) {
    case RoadmapShape::mixed: return {45, 25, 25, 12};
    case RoadmapShape::chains: return {85, 5, 15, 4};
    case RoadmapShape::fans: return {10, 75, 15, 8};
    case RoadmapShape::hubs: return {30, 25, 15, 45};
  }
  return {};
}

std::string title(Random& random) {
  constexpr std::array<std::string_view, 12> first = {
      "Linear", "Basic",    "Applied",     "Modern", "Practical", "Advanced",
      "Deep",   "Discrete", "Statistical", "Signal", "Open",      "Distributed"};
  constexpr std::array<std::string_view, 14> second = {
      "algebra", "systems",  "learning", "programming", "models",       "analysis",  "networks",
      "methods", "calculus", "vision",   "databases",   "optimization", "languages", "design"};
  std::string words = std::string(first[random.below(first.size())]) + ' ' +
                      std::string(second[random.below(second.size())]);
  if (random.chance(25)) words = "Introduction to " + words;
  if (random.chance(20)) words += " in practice";
  return words;
}

class Builder {
 public:
  Builder(Random& random, RoadmapShape shape, std::uint32_t topics)
      : random_(random), habits_(habits_of(shape)), topics_(topics) {}

  Roadmap build() {
    while (next_ < topics_) add_section();
    add_goals();
    return builder_.build();
  }

 private:
  // Topics of a section, and the sections that it builds on.
  struct Part {
    std::uint32_t first;
    std::uint32_t last;
  };

  static std::string name(std::uint32_t topic) { return "t" + std::to_string(topic); }

  void add_section() {
    const std::uint32_t size = std::min(3 + random_.below(9), topics_ - next_);
    const auto number = static_cast<std::uint32_t>(parts_.size());
    const SectionIndex section = builder_.section("s" + std::to_string(number));
    builder_.data().sections.back().title = builder_.data().text.keep(title(random_));
    parts_.push_back({next_, next_ + size});
    // Most sections build on one of the last few, some on any earlier one.
    base_ = number == 0 ? 0 : number - 1 - random_.below(std::min(number, 3U));
    if (number > 0 && random_.chance(20)) base_ = random_.below(number);
    for (std::uint32_t topic = next_; topic < next_ + size; ++topic) add_topic(topic, section);
    next_ += size;
  }

  void add_topic(std::uint32_t topic, SectionIndex section) {
    const Part& part = parts_.back();
    std::vector<Need> needs;
    const auto need = [&](std::uint32_t other) {
      if (used_.size() < topics_) used_.resize(topics_);
      used_[other] = true;
      needs.emplace_back(name(other));
    };
    if (topic == part.first) {
      if (parts_.size() > 1 && random_.chance(85)) need(in(parts_[base_]));
    } else {
      const std::uint32_t roll = random_.below(100);
      if (roll < habits_.follows_previous) {
        need(topic - 1);
      } else if (roll < habits_.follows_previous + habits_.follows_first) {
        need(part.first + random_.below(std::min(topic - part.first, 2U)));
      } else if (random_.chance(60)) {
        need(part.first + random_.below(topic - part.first));
      }
    }
    if (parts_.size() > 1) {
      if (random_.chance(habits_.crosses)) add_crossing(needs, need);
      if (random_.chance(habits_.needs_hub)) need(random_.below(3));
    }
    Topic& added =
        builder_.topic(name(topic), random_.chance(4) ? 0 : 1 + random_.below(40), needs);
    added.section = section;
    added.title = builder_.data().text.keep(title(random_));
    if (random_.chance(10)) added.level = Level::optional;
  }

  template <typename Function>
  void add_crossing(std::vector<Need>& needs, Function&& need) {
    const std::uint32_t other = random_.below(static_cast<std::uint32_t>(parts_.size()) - 1);
    const std::uint32_t from = random_.chance(70) ? base_ : other;
    if (!random_.chance(15)) {
      need(in(parts_[from]));
      return;
    }
    const std::uint32_t one = in(parts_[from]);
    const std::uint32_t two = in(parts_[other]);
    if (one != two) needs.push_back(any({name(one), name(two)}));
  }

  // Rather a late topic of a section than an early one.
  std::uint32_t in(const Part& part) {
    const std::uint32_t size = part.last - part.first;
    return part.first + std::max(random_.below(size), random_.below(size));
  }

  void add_goals() {
    std::vector<std::uint32_t> last;
    used_.resize(topics_);
    for (std::uint32_t topic = 0; topic < topics_; ++topic) {
      if (!used_[topic]) last.push_back(topic);
    }
    const std::uint32_t goals = std::min(8U, 1 + topics_ / 12);
    for (std::uint32_t g = 0; g < goals && !last.empty(); ++g) {
      std::vector<Need> needs;
      for (std::uint32_t n = 1 + random_.below(3); n > 0 && !last.empty(); --n) {
        const std::uint32_t at = random_.below(static_cast<std::uint32_t>(last.size()));
        needs.emplace_back(name(last[at]));
        last.erase(last.begin() + static_cast<std::ptrdiff_t>(at));
      }
      builder_.goal("goal" + std::to_string(g), needs).title =
          builder_.data().text.keep(title(random_));
    }
  }

  Random& random_;
  Habits habits_;
  std::uint32_t topics_;
  RoadmapBuilder builder_;
  std::vector<Part> parts_;
  std::vector<bool> used_;  // whether another topic requires it
  std::uint32_t base_ = 0;  // section that the current one builds on
  std::uint32_t next_ = 0;
};

}  // namespace

Roadmap realistic_roadmap(Random& random, RoadmapShape shape, std::uint32_t topics) {
  return Builder(random, shape, topics).build();
}

}  // namespace prereq::testing
