#include "support/random_roadmap.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace prereq::testing {
namespace {

std::string name(std::uint32_t number) { return "t" + std::to_string(number); }

std::vector<std::uint32_t> shuffled(Random& random, std::uint32_t count) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  for (std::uint32_t i = count; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
  return order;
}

Need small_need(Random& random, const SmallRoadmapOptions& options, std::uint32_t topic,
                std::uint32_t depth) {
  const bool anything = topic == 0 || random.chance(options.cycle_percent);
  if (depth == 2 || !random.chance(options.choice_percent)) {
    return name(random.below(anything ? options.topics : topic));
  }
  std::vector<Need> entries;
  const std::uint32_t count = 1 + random.below(4);
  for (std::uint32_t i = 0; i < count; ++i) {
    entries.push_back(small_need(random, options, topic, depth + 1));
  }
  switch (random.below(4)) {
    case 0: return all(std::move(entries));
    case 1: return at_least(1 + random.below(count), std::move(entries));
    default: return any(std::move(entries));
  }
}

// A topic in [first, last), the first ones of each range far more often.
std::uint32_t popular(Random& random, std::uint32_t first, std::uint32_t last) {
  const double u = static_cast<double>(random.next() >> 11) / 9007199254740992.0;
  return first + static_cast<std::uint32_t>(std::pow(u, 3.0) * (last - first));
}

}  // namespace

std::uint64_t Random::next() {
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

Roadmap small_roadmap(Random& random, const SmallRoadmapOptions& options) {
  RoadmapBuilder b;
  for (const std::uint32_t t : shuffled(random, options.topics)) {
    std::vector<Need> needs;
    if (t > 0 || random.chance(options.cycle_percent)) {
      const std::uint32_t count = random.below(options.max_needs + 1);
      for (std::uint32_t i = 0; i < count; ++i) {
        needs.push_back(small_need(random, options, t, 0));
      }
    }
    std::vector<Need> corequisites;
    if (random.chance(options.corequisite_percent)) {
      corequisites.emplace_back(name(random.below(options.topics)));
    }
    b.topic(name(t), random.below(options.max_hours + 1), needs, corequisites);
  }
  SmallRoadmapOptions goal = options;
  goal.cycle_percent = 0;
  std::vector<Need> needs;
  for (std::uint32_t i = 0; i < 1 + random.below(3); ++i) {
    needs.push_back(small_need(random, goal, options.topics, 0));
  }
  b.goal("goal", needs);
  return b.build();
}

Roadmap layered_roadmap(Random& random, const LayeredOptions& options) {
  RoadmapBuilder b;
  std::vector<SectionIndex> sections;
  for (std::uint32_t i = 0; i < options.layers; ++i) {
    sections.push_back(b.section("s" + std::to_string(i)));
  }
  const std::uint32_t width = options.topics / options.layers;
  const std::uint32_t count = width * options.layers;
  // Topics that have a choice, spread evenly over all but the first layer; the widest in the
  // middle.
  const std::uint32_t later = count - width;
  for (std::uint32_t t = 0; t < count; ++t) {
    const std::uint32_t layer = t / width;
    std::vector<Need> needs;
    if (layer > 0) {
      const auto earlier = [&] {
        const std::uint32_t from = random.chance(70) ? layer - 1 : random.below(layer);
        return name(popular(random, from * width, (from + 1) * width));
      };
      needs.emplace_back(earlier());
      if (random.chance(50)) needs.emplace_back(earlier());
      const std::uint32_t at = t - width;
      const auto quota = [&](std::uint64_t i) { return i * options.choices / later; };
      if (quota(at + 1) > quota(at)) {
        std::vector<Need> entries;
        const std::uint32_t alternatives =
            quota(at) == options.choices / 2 ? options.widest : 2 + random.below(5);
        for (std::uint32_t i = 0; i < alternatives; ++i) {
          if (random.chance(options.cycle_percent)) {
            entries.emplace_back(name(random.below(count)));
          } else {
            const std::uint32_t from = random.below(layer);
            entries.emplace_back(name(from * width + random.below(width)));
          }
        }
        const bool two = alternatives > 3 && random.chance(15);
        needs.push_back(two ? at_least(2, std::move(entries)) : any(std::move(entries)));
      }
    }
    b.topic(name(t), 1 + random.below(40) * 0.5, needs).section = sections[layer];
  }
  std::vector<Need> wanted;
  for (std::uint32_t t = count - 2 * width; t < count; ++t) wanted.emplace_back(name(t));
  b.goal("goal", wanted);
  return b.build();
}

Roadmap hitting_set_roadmap(Random& random, std::uint32_t topics, std::uint32_t choices,
                            std::uint32_t max_hours) {
  RoadmapBuilder b;
  for (std::uint32_t t = 0; t < topics; ++t) b.topic(name(t), 1 + random.below(max_hours));
  std::vector<Need> wanted;
  for (std::uint32_t c = 0; c < choices; ++c) {
    std::vector<std::uint32_t> three = shuffled(random, topics);
    wanted.push_back(any({name(three[0]), name(three[1]), name(three[2])}));
  }
  b.goal("goal", wanted);
  return b.build();
}

Roadmap distribution_roadmap(Random& random, const DistributionOptions& options) {
  RoadmapBuilder b;
  const std::uint32_t n = options.topics;
  const std::uint32_t plain = options.edges - options.choices * 3;
  for (std::uint32_t t = 0; t < n; ++t) {
    std::vector<Need> needs;
    const auto pick = [&] {
      // Mostly something older and popular, sometimes a sibling declared nearby, which makes cycles
      // of alternatives possible.
      if (t < 50) return name(t == 0 ? 1 : random.below(t));
      if (random.chance(10)) return name(t - 1 - random.below(40));
      return name(popular(random, 0, t));
    };
    const auto quota = [&](std::uint64_t total, std::uint64_t i) { return i * total / n; };
    const auto entries = static_cast<std::uint32_t>(quota(plain, t + 1) - quota(plain, t));
    // Many have few requirements, few have many.
    const std::uint32_t count = t == 0 ? 0 : random.below(2 * entries + 1);
    for (std::uint32_t i = 0; i < count; ++i) needs.emplace_back(pick());
    if (t > 50 && quota(options.choices, t + 1) > quota(options.choices, t)) {
      std::vector<Need> alternatives;
      for (std::uint32_t i = 0; i < 2 + random.below(3); ++i) {
        const bool newer = random.chance(20);
        alternatives.emplace_back(newer ? name(std::min(n - 1, t + 1 + random.below(200)))
                                        : pick());
      }
      needs.push_back(any(std::move(alternatives)));
    }
    b.topic(name(t), 0.25 * (1 + random.below(200)), needs);
  }
  return b.build();
}

}  // namespace prereq::testing
