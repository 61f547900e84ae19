// shortest_path() against an independent exact formulation: an answer-set program, solved by
// clingo. What is learned is what the rules found, so a set that hangs on a cycle is no answer set.
#include <gtest/gtest.h>

#include <string>

#include "prereq/path.hpp"
#include "support/path_reference.hpp"
#include "support/random_roadmap.hpp"
#include "support/run_program.hpp"

namespace prereq {
namespace {

using testing::Random;

constexpr std::string_view rules = R"lp(
{ in(T) : topic(T) }.
met(E) :- entry(E), names(E,T), learned(T).
met(E) :- entry(E), group(E,K), K #count { I : inside(E,I), met(I) }.
learned(T) :- in(T), met(E) : needs(T,E).
:- wanted(E), not met(E).
#minimize { H@2,T : in(T), hours(T,H); 1@1,T : in(T) }.
)lp";

class Program {
 public:
  explicit Program(const Roadmap& roadmap) : roadmap_(roadmap), text_(rules) {
    for (TopicIndex t = 0; t < roadmap.topics().size(); ++t) {
      const Topic& topic = roadmap.topics()[t];
      const std::string id = std::to_string(t);
      text_ += "topic(" + id + "). hours(" + id + "," +
               std::to_string(topic.hours.midpoint().seconds()) + ").\n";
      for (RequirementIndex i = topic.requirements.first; i < topic.requirements.last; ++i) {
        text_ += "needs(" + id + "," + std::to_string(i) + "). ";
        add(i);
      }
    }
    const IndexRange wanted = roadmap.goals()[0].requirements;
    for (RequirementIndex i = wanted.first; i < wanted.last; ++i) {
      text_ += "wanted(" + std::to_string(i) + "). ";
      add(i);
    }
  }
  const std::string& text() const { return text_; }

 private:
  void add(RequirementIndex index) {
    const Requirement& entry = roadmap_.requirements()[index];
    const std::string id = std::to_string(index);
    text_ += "entry(" + id + "). ";
    if (entry.kind == RequirementKind::topic) {
      text_ += "names(" + id + "," + std::to_string(entry.topic) + ").\n";
      return;
    }
    text_ += "group(" + id + "," + std::to_string(entry.least) + ").\n";
    for (RequirementIndex i = entry.entries.first; i < entry.entries.last; ++i) {
      text_ += "inside(" + id + "," + std::to_string(i) + "). ";
      add(i);
    }
  }

  const Roadmap& roadmap_;
  std::string text_;
};

struct Optimum {
  bool reachable = false;
  std::int64_t seconds = 0;
  std::size_t topics = 0;
};

Optimum clingo_optimum(const Roadmap& roadmap) {
  const testing::Outcome outcome =
      testing::run_program({PREREQ_CLINGO, "--quiet=1,1", "--opt-strategy=usc", "--warn=none", "-"},
                           {.input = Program(roadmap).text()});
  Optimum optimum;
  if (outcome.out.find("UNSATISFIABLE") != std::string::npos) return optimum;
  EXPECT_NE(outcome.out.find("OPTIMUM FOUND"), std::string::npos) << outcome.out << outcome.err;
  const std::string label = "Optimization : ";
  const std::size_t at = outcome.out.find(label);
  if (at == std::string::npos) return optimum;
  const std::string figures = outcome.out.substr(at + label.size());
  std::size_t used = 0;
  optimum.reachable = true;
  optimum.seconds = std::stoll(figures, &used);
  optimum.topics = std::stoul(figures.substr(used));
  return optimum;
}

void compare(const Roadmap& roadmap, const std::string& context) {
  const TopicGraph graph(roadmap);
  Diagnostics diagnostics;
  const Targets targets{{"goal"}, {}, {0}};
  const auto path = shortest_path(graph, targets, {}, diagnostics);
  const Optimum optimum = clingo_optimum(roadmap);
  ASSERT_EQ(path.has_value(), optimum.reachable) << context;
  if (!path) return;
  EXPECT_TRUE(path->optimal) << context;
  EXPECT_EQ(path->total, optimum.seconds) << context;
  EXPECT_EQ(path->steps.size(), optimum.topics) << context;
  std::vector<TopicIndex> steps;
  for (const PathStep& step : path->steps) steps.push_back(step.topic);
  EXPECT_TRUE(testing::can_be_followed(roadmap, targets, {}, steps)) << context;
}

TEST(PathClingo, AgreesOnLayeredRoadmaps) {
  Random random(11);
  for (int round = 0; round < 60; ++round) {
    const testing::LayeredOptions options{
        .topics = 120, .layers = 6, .choices = 60, .widest = 6, .cycle_percent = 25};
    compare(testing::layered_roadmap(random, options), "round " + std::to_string(round));
  }
}

TEST(PathClingo, AgreesOnRoadmapsFullOfCycles) {
  Random random(12);
  for (int round = 0; round < 140; ++round) {
    const testing::SmallRoadmapOptions options{.topics = 40,
                                               .max_needs = 2,
                                               .cycle_percent = 60,
                                               .choice_percent = 80,
                                               .corequisite_percent = 0,
                                               .max_hours = 6};
    compare(testing::small_roadmap(random, options), "round " + std::to_string(round));
  }
}

TEST(PathClingo, AgreesOnThousandsOfTopicsWithHundredsOfChoices) {
  Random random(13);
  for (int round = 0; round < 3; ++round) {
    const testing::LayeredOptions options{
        .topics = 2000, .layers = 12, .choices = 600, .widest = 150, .cycle_percent = 5};
    compare(testing::layered_roadmap(random, options), "round " + std::to_string(round));
  }
}

TEST(PathClingo, AgreesOnOneChoiceAmongAHundredAndFifty) {
  Random random(14);
  for (int round = 0; round < 5; ++round) {
    const testing::LayeredOptions options{
        .topics = 400, .layers = 4, .choices = 1, .widest = 150, .cycle_percent = 0};
    compare(testing::layered_roadmap(random, options), "round " + std::to_string(round));
  }
}

TEST(PathClingo, AgreesOnHittingSets) {
  Random random(15);
  for (int round = 0; round < 20; ++round) {
    compare(testing::hitting_set_roadmap(random, 30, 60, 1 + random.below(9)),
            "round " + std::to_string(round));
  }
}

}  // namespace
}  // namespace prereq
