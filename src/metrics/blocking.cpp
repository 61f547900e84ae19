#include "metrics/blocking.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace prereq {
namespace {

constexpr std::size_t words = 8;
constexpr std::size_t width = words * 64;
constexpr std::size_t bytes_of_word = 8;
using Row = std::array<std::uint64_t, words>;

// Adds up the seconds of the bits that are set, a byte at a time.
class SecondsOfBits {
 public:
  SecondsOfBits() : of_byte_(words * bytes_of_word) {}

  void set(const std::array<std::int64_t, width>& seconds) {
    for (std::size_t byte = 0; byte < of_byte_.size(); ++byte) {
      auto& table = of_byte_[byte];
      table[0] = 0;
      for (std::size_t bits = 1; bits < table.size(); ++bits) {
        const auto lowest = static_cast<std::size_t>(std::countr_zero(bits));
        table[bits] = table[bits & (bits - 1)] + seconds[byte * 8 + lowest];
      }
    }
    for (std::size_t word = 0; word < words; ++word) {
      of_full_word_[word] = 0;
      for (std::size_t bit = 0; bit < 64; ++bit) of_full_word_[word] += seconds[word * 64 + bit];
    }
  }

  std::int64_t sum(std::size_t word, std::uint64_t bits) const {
    if (bits == UINT64_MAX) return of_full_word_[word];
    std::int64_t seconds = 0;
    for (std::size_t byte = word * bytes_of_word; bits != 0; bits >>= 8U, ++byte) {
      seconds += of_byte_[byte][bits & 0xFFU];
    }
    return seconds;
  }

 private:
  std::vector<std::array<std::int64_t, 256>> of_byte_;
  std::array<std::int64_t, words> of_full_word_{};
};

class BlockingCounter {
 public:
  BlockingCounter(const Roadmap& roadmap, const Requisites& requisites,
                  std::vector<TopicMetrics>& metrics)
      : topics_(roadmap.topics()),
        requisites_(requisites),
        order_(requisites.order()),
        metrics_(metrics),
        rows_(requisites.component_count()) {}

  void run() {
    // Dependents first, so that a pass need not look at what comes before its own topics.
    for (std::size_t end = order_.size(); end > 0; end -= std::min(end, width)) pass(end);
    for (TopicIndex t = 0; t < metrics_.size(); ++t) {
      --metrics_[t].blocking;  // a topic reaches itself
      metrics_[t].blocking_hours = metrics_[t].blocking_hours - topics_[t].hours.midpoint();
    }
  }

 private:
  // Counts the topics at [end - width, end) of the order, for all that reach them.
  void pass(std::size_t end) {
    std::array<std::int64_t, width> seconds{};
    for (std::size_t bit = 0; bit < std::min(end, width); ++bit) {
      seconds[bit] = topics_[order_[end - 1 - bit]].hours.midpoint().seconds();
    }
    seconds_.set(seconds);
    const std::uint32_t lowest = requisites_.component(order_[end - 1]);
    // A component that straddles the border has topics before and after `end`.
    std::size_t last = end;
    while (last < order_.size() && requisites_.component(order_[last]) == lowest) ++last;
    while (last > 0) {
      const std::uint32_t component = requisites_.component(order_[last - 1]);
      std::size_t first = last;
      while (first > 0 && requisites_.component(order_[first - 1]) == component) --first;
      fill(component, first, last, end, lowest);
      count(component, first, last);
      last = first;
    }
  }

  void fill(std::uint32_t component, std::size_t first, std::size_t last, std::size_t end,
            std::uint32_t lowest) {
    Row row{};
    for (std::size_t at = first; at < last; ++at) {
      if (at < end && end - at <= width) {
        const std::size_t bit = end - 1 - at;
        row[bit / 64] |= std::uint64_t{1} << (bit % 64);
      }
      for (const TopicIndex dependent : requisites_.dependents(order_[at])) {
        const std::uint32_t other = requisites_.component(dependent);
        if (other < lowest) continue;
        for (std::size_t word = 0; word < words; ++word) row[word] |= rows_[other][word];
      }
    }
    rows_[component] = row;
  }

  void count(std::uint32_t component, std::size_t first, std::size_t last) {
    std::uint32_t blocking = 0;
    std::int64_t seconds = 0;
    for (std::size_t word = 0; word < words; ++word) {
      const std::uint64_t bits = rows_[component][word];
      if (bits == 0) continue;
      blocking += static_cast<std::uint32_t>(std::popcount(bits));
      seconds += seconds_.sum(word, bits);
    }
    for (std::size_t at = first; at < last; ++at) {
      metrics_[order_[at]].blocking += blocking;
      metrics_[order_[at]].blocking_hours += Hours::from_seconds(seconds);
    }
  }

  std::span<const Topic> topics_;
  const Requisites& requisites_;
  std::span<const TopicIndex> order_;
  std::vector<TopicMetrics>& metrics_;
  std::vector<Row> rows_;  // for each component: which topics of the pass it reaches
  SecondsOfBits seconds_;
};

}  // namespace

void measure_blocking(const Roadmap& roadmap, const Requisites& requisites,
                      std::vector<TopicMetrics>& metrics) {
  BlockingCounter(roadmap, requisites, metrics).run();
}

}  // namespace prereq
