#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/cli_test.hpp"

namespace prereq {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Outcome;
using testing::prereq;
using testing::read_text;
using testing::TemporaryFolder;

class Stats : public ::testing::Test {
 protected:
  Stats() { folder_.file("small.yaml", testing::small_roadmap); }

  Outcome run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "stats");
    return prereq(std::move(arguments), {.folder = folder_.path()});
  }

  TemporaryFolder folder_;
};

TEST_F(Stats, GiveEveryTopicAndTheTotalsAsJson) {
  const Outcome result = run({"small.yaml", "--format", "json"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  const json stats = json::parse(result.out);
  EXPECT_EQ(stats.at("version"), 1);
  ASSERT_EQ(stats.at("topics").size(), 3U);
  const json& algebra = stats.at("topics")[0];
  EXPECT_EQ(algebra.at("topic"), "algebra");
  EXPECT_EQ(algebra.at("blocking"), 2);
  EXPECT_EQ(algebra.at("delay"), 2);
  EXPECT_EQ(algebra.at("centrality"), 0);
  EXPECT_EQ(algebra.at("complexity"), 4);
  EXPECT_EQ(stats.at("totals").at("blocking"), 2);
  EXPECT_EQ(stats.at("totals").at("delay"), 6);
  EXPECT_EQ(stats.at("totals").at("centrality"), 0);
  EXPECT_EQ(stats.at("totals").at("complexity"), 8);
  EXPECT_EQ(stats.at("totals").at("hours"), 90);
  EXPECT_EQ(stats.at("critical_path").at("topics"), json::array({"algebra", "statistics"}));
  EXPECT_EQ(stats.at("critical_path").at("total"), 70);
}

TEST_F(Stats, FitEightyColumnsAndCanGoToAFile) {
  const Outcome result = run({"small.yaml"});
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, HasSubstr("3 topics, 2 edges, 90 h"));
  EXPECT_THAT(result.out, HasSubstr("Critical path 70 h: Algebra → Statistics"));
  std::istringstream lines(run({"small.yaml", "--all"}).out);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 80U) << line;
  EXPECT_EQ(run({"small.yaml", "-o", "stats.txt"}).out, "");
  EXPECT_EQ(read_text(folder_.path() / "stats.txt"), result.out);
}

TEST_F(Stats, ShowEveryTopicOnRequest) {
  EXPECT_THAT(run({"small.yaml"}).out, Not(HasSubstr("Calculus  calculus")));
  EXPECT_THAT(run({"small.yaml", "--all"}).out, HasSubstr("Calculus  calculus"));
}

TEST_F(Stats, GiveARowForEachTopicAsCsv) {
  EXPECT_EQ(run({"small.yaml", "--format", "csv"}).out,
            "topic,title,section,hours,blocking,delay,centrality,complexity,blocking_hours,"
            "delay_hours,saturated,on_cycle\n"
            "algebra,Algebra,,40,2,2,0,4,50,70,false,false\n"
            "calculus,Calculus,,20,0,2,0,2,0,60,false,false\n"
            "statistics,Statistics,,30,0,2,0,2,0,70,false,false\n");
}

TEST_F(Stats, NameRedundantEdges) {
  folder_.file("warning.yaml", testing::roadmap_with_warning);
  const Outcome result = run({"warning.yaml"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  EXPECT_THAT(result.out, HasSubstr("  Algebra → Physics: Calculus brings it along\n"));
}

TEST_F(Stats, StopOnErrorsInTheRoadmap) {
  folder_.file("bad.yaml", testing::roadmap_with_error);
  const Outcome result = run({"bad.yaml"});
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.err, HasSubstr("bad.yaml:4:54: error: topic 'algebr' is not defined"));
}

}  // namespace
}  // namespace prereq
