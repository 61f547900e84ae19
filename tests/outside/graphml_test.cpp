// Debian's python3-networkx finds in GraphML what the roadmap says in JSON.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "prereq/roadmap_file.hpp"
#include "support/random_roadmap.hpp"
#include "support/run_program.hpp"

namespace prereq {
namespace {

using testing::Outcome;
using testing::TemporaryFolder;

class GraphmlReader : public ::testing::Test {
 protected:
  // Has the program write a roadmap in both formats.
  void add(const std::string& name, const std::string& roadmap) {
    const std::string graphml = (folder_.path() / (name + ".graphml")).string();
    const std::string json = (folder_.path() / (name + "-.json")).string();
    const Outcome run =
        testing::run_program({PREREQ_PROGRAM, "render", "-q", roadmap, "-o", graphml, "-o", json});
    ASSERT_EQ(run.status, 0) << run.err;
    command_.insert(command_.end(), {graphml, json});
  }

  std::string file(const std::string& name, const std::string& text) const {
    return folder_.file(name, text);
  }

  void expect_the_same() {
    const Outcome run = testing::run_program(command_);
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out, "");
  }

 private:
  TemporaryFolder folder_;
  std::vector<std::string> command_ = {PREREQ_SYSTEM_PYTHON,
                                       PREREQ_SOURCE_DIR "/tests/outside/read_graphml.py"};
};

// Where groups contain one another, what counts is told by more than the names in them
// (roadmap.hpp); unit tests have that.
bool counts_groups_otherwise_than_written(const Roadmap& roadmap) {
  const auto all = roadmap.requirements();
  for (RequirementIndex i = 0; i < all.size(); ++i) {
    const IndexRange written = roadmap.written(i);
    if (written.first == all[i].entries.first) continue;
    const auto is_topic = [](const Requirement& entry) {
      return entry.kind == RequirementKind::topic;
    };
    if (!std::ranges::all_of(roadmap.requirements(written), is_topic)) return true;
    if (all[i].least > all[i].entries.size()) return true;
  }
  return false;
}

TEST_F(GraphmlReader, FindsTheBundledRoadmaps) {
  add("turbo", PREREQ_SOURCE_DIR "/graphs/turbo.yaml");
  add("self-study", PREREQ_SOURCE_DIR "/graphs/self-study.yaml");
  add("every-field", PREREQ_SOURCE_DIR "/tests/suite/valid-every-field.yaml");
  expect_the_same();
}

TEST_F(GraphmlReader, FindsRandomRoadmaps) {
  int added = 0;
  for (std::uint64_t seed = 0; added < 10; ++seed) {
    testing::Random random(seed);
    const Roadmap roadmap =
        testing::small_roadmap(random, {.cycle_percent = 0, .corequisite_percent = 0});
    if (counts_groups_otherwise_than_written(roadmap)) continue;
    const std::string name = "small" + std::to_string(seed);
    add(name, file(name + ".json", roadmap_json(roadmap)));
    ++added;
  }
  testing::Random random(7);
  add("layered", file("layered.json", roadmap_json(testing::layered_roadmap(
                                          random, {.topics = 200, .choices = 60, .widest = 20}))));
  expect_the_same();
}

}  // namespace
}  // namespace prereq
