// The metrics against brute force: every path walked, every closure taken step by step.
#include <gtest/gtest.h>

#include <algorithm>

#include "prereq/metrics.hpp"
#include "support/random_roadmap.hpp"
#include "support/roadmap_builder.hpp"

namespace prereq {
namespace {

using testing::Need;
using testing::Random;
using testing::RoadmapBuilder;

using Matrix = std::vector<std::vector<bool>>;

struct Expected {
  std::vector<TopicMetrics> topics;
  std::uint64_t edges_left_out = 0;
  Hours longest;
};

class BruteForce {
 public:
  BruteForce(const Roadmap& roadmap, Matrix edges)
      : roadmap_(roadmap), edges_(std::move(edges)), count_(edges_.size()), reach_(edges_) {}

  Expected run() {
    for (std::size_t k = 0; k < count_; ++k) {
      for (std::size_t i = 0; i < count_; ++i) {
        for (std::size_t j = 0; j < count_; ++j) {
          if (reach_[i][k] && reach_[k][j]) reach_[i][j] = true;
        }
      }
    }
    expected_.topics.resize(count_);
    for (std::size_t i = 0; i < count_; ++i) {
      expected_.topics[i].is_on_cycle = reach_[i][i];
      for (std::size_t j = 0; j < count_; ++j) {
        if (i != j && reach_[i][j]) {
          ++expected_.topics[i].blocking;
          expected_.topics[i].blocking_hours += hours(j);
        }
        if (edges_[i][j] && reach_[j][i]) {
          edges_[i][j] = false;
          ++expected_.edges_left_out;
        }
      }
    }
    for (std::size_t i = 0; i < count_; ++i) {
      bool is_source = true;
      for (std::size_t j = 0; j < count_; ++j) is_source = is_source && !edges_[j][i];
      if (is_source) walk({i});
    }
    for (TopicMetrics& topic : expected_.topics) {
      topic.complexity.tenths = 10 * (std::uint64_t{topic.delay} + topic.blocking);
    }
    return expected_;
  }

 private:
  Hours hours(std::size_t topic) const { return roadmap_.topics()[topic].hours.midpoint(); }

  void walk(const std::vector<std::size_t>& path) {
    bool is_sink = true;
    for (std::size_t next = 0; next < count_; ++next) {
      if (!edges_[path.back()][next]) continue;
      is_sink = false;
      std::vector<std::size_t> longer = path;
      longer.push_back(next);
      walk(longer);
    }
    if (!is_sink) return;
    Hours total;
    for (const std::size_t topic : path) total += hours(topic);
    expected_.longest = std::max(expected_.longest, total);
    for (std::size_t at = 0; at < path.size(); ++at) {
      TopicMetrics& topic = expected_.topics[path[at]];
      topic.delay = std::max(topic.delay, static_cast<std::uint32_t>(path.size()));
      topic.delay_hours = std::max(topic.delay_hours, total);
      if (at > 0 && at + 1 < path.size()) topic.centrality.low += path.size();
    }
  }

  const Roadmap& roadmap_;
  Matrix edges_;
  std::size_t count_;
  Matrix reach_;
  Expected expected_;
};

// Each edge as an entry of `requires`, an alternative or a corequisite: metrics see no difference.
void expect_metrics(const Matrix& edges, Random& random) {
  RoadmapBuilder b;
  const auto name = [](std::size_t topic) { return "t" + std::to_string(topic); };
  for (std::size_t dependent = 0; dependent < edges.size(); ++dependent) {
    std::vector<Need> needs;
    std::vector<Need> alternatives;
    std::vector<Need> corequisites;
    for (std::size_t other = 0; other < edges.size(); ++other) {
      if (!edges[other][dependent]) continue;
      std::vector<Need>* lists[] = {&needs, &alternatives, &corequisites};
      lists[random.below(3)]->emplace_back(name(other));
    }
    if (!alternatives.empty()) needs.push_back(testing::any(alternatives));
    b.topic(name(dependent), random.below(4), needs, corequisites);
  }
  const TopicGraph graph(b.build());
  const Metrics metrics = curriculum_metrics(graph);
  const Expected expected = BruteForce(graph.roadmap(), edges).run();
  ASSERT_EQ(metrics.edges_left_out, expected.edges_left_out);
  ASSERT_EQ(metrics.critical_path.total, expected.longest);
  Hours path_hours;
  for (const TopicIndex t : metrics.critical_path.topics) {
    path_hours += graph.roadmap().topics()[t].hours.midpoint();
  }
  ASSERT_EQ(path_hours, expected.longest);
  for (std::size_t i = 1; i < metrics.critical_path.topics.size(); ++i) {
    ASSERT_TRUE(edges[metrics.critical_path.topics[i - 1]][metrics.critical_path.topics[i]]);
  }
  for (TopicIndex t = 0; t < edges.size(); ++t) {
    const TopicMetrics& is = metrics.topics[t];
    const TopicMetrics& should = expected.topics[t];
    ASSERT_EQ(is.blocking, should.blocking) << t;
    ASSERT_EQ(is.blocking_hours, should.blocking_hours) << t;
    ASSERT_EQ(is.delay, should.delay) << t;
    ASSERT_EQ(is.delay_hours, should.delay_hours) << t;
    ASSERT_EQ(is.centrality, should.centrality) << t;
    ASSERT_EQ(is.complexity, should.complexity) << t;
    ASSERT_EQ(is.is_on_cycle, should.is_on_cycle) << t;
  }
}

TEST(Metrics, AgreeWithBruteForceOnAllDigraphsOfFourTopics) {
  Random random(1);
  for (std::uint32_t bits = 0; bits < 4096; ++bits) {
    Matrix edges(4, std::vector<bool>(4, false));
    std::uint32_t bit = 0;
    for (std::size_t from = 0; from < 4; ++from) {
      for (std::size_t to = 0; to < 4; ++to) {
        if (from != to) edges[from][to] = (bits >> bit++ & 1U) != 0;
      }
    }
    expect_metrics(edges, random);
    ASSERT_FALSE(HasFatalFailure()) << "digraph " << bits;
  }
}

TEST(Metrics, AgreeWithBruteForceOnRandomDigraphs) {
  Random random(2);
  for (int round = 0; round < 300; ++round) {
    const std::size_t topics = 5 + random.below(8);
    const std::uint32_t back_percent = random.below(3) * 4;
    Matrix edges(topics, std::vector<bool>(topics, false));
    for (std::size_t from = 0; from < topics; ++from) {
      for (std::size_t to = 0; to < topics; ++to) {
        edges[from][to] = random.chance(from < to ? 35 : back_percent);
      }
    }
    expect_metrics(edges, random);
    ASSERT_FALSE(HasFatalFailure()) << "round " << round;
  }
}

}  // namespace
}  // namespace prereq
