#include <gmock/gmock.h>

#include <filesystem>

#include "cli/cli_test.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;
using testing::Outcome;
using testing::prereq;
using testing::read_text;
using ::testing::StartsWith;
using testing::TemporaryFolder;

class RenderCommand : public ::testing::Test {
 protected:
  RenderCommand() : file_(folder_.file("small.yaml", testing::small_roadmap)) {}

  // Runs in the folder of small.yaml.
  Outcome render(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "render");
    return prereq(std::move(arguments), {.folder = folder_.path()});
  }

  TemporaryFolder folder_;
  std::string file_;
};

TEST_F(RenderCommand, WritesSvgToStandardOutput) {
  const Outcome run = render({"small.yaml"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_THAT(run.out, HasSubstr("<svg "));
  EXPECT_THAT(run.out, EndsWith("</svg>\n"));
  EXPECT_EQ(render({"small.yaml", "-o", "-"}).out, run.out);
}

TEST_F(RenderCommand, LetsTheExtensionDecide) {
  const Outcome run = render({"small.yaml", "-o", "a.svg", "-o", "a.dot", "-o", "a.gv"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err, "");
  EXPECT_THAT(read_text(folder_.path() / "a.svg"), HasSubstr("<svg "));
  EXPECT_THAT(read_text(folder_.path() / "a.dot"), HasSubstr("digraph "));
  EXPECT_EQ(read_text(folder_.path() / "a.gv"), read_text(folder_.path() / "a.dot"));
  EXPECT_THAT(folder_.names(), ElementsAre("a.dot", "a.gv", "a.svg", "small.yaml"));
}

TEST_F(RenderCommand, ReportsHowWellThePictureCanBeRead) {
  const Outcome run = render({"small.yaml", "-o", "a.svg", "--report", "a.json"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out + run.err, "");
  const std::string report = read_text(folder_.path() / "a.json");
  EXPECT_THAT(report,
              StartsWith("{\n  \"version\": 1,\n  \"engine\": \"graphviz\",\n  \"topics\": "));
  EXPECT_THAT(report, HasSubstr("\"overlaps\": 0,\n"));
  EXPECT_THAT(folder_.names(), ElementsAre("a.json", "a.svg", "small.yaml"));
  // Where no picture is asked for, none comes before it.
  EXPECT_EQ(render({"small.yaml", "--report", "-"}).out, report);
  EXPECT_EQ(render({"small.yaml", "-o", "b.svg", "--report", "-"}).out, report);
  EXPECT_EQ(read_text(folder_.path() / "b.svg").empty(), false);
}

TEST_F(RenderCommand, ReportsNothingThatItCannotMeasure) {
  EXPECT_EQ(render({"small.yaml", "-o", "-", "--report", "-"}).status, 2);
  EXPECT_EQ(render({"small.yaml", "-o", "a.svg", "--report", "small.yaml"}).err,
            "prereq render: 'small.yaml' was read and is not overwritten\n"
            "see 'prereq render --help'\n");
  EXPECT_EQ(render({"small.yaml", "--renderer", "graphviz", "--report", "a.json"}).err,
            "prereq render: --report measures what prereq draws: leave out --renderer graphviz\n"
            "see 'prereq render --help'\n");
  EXPECT_EQ(render({"small.yaml", "--split", "-o", "d", "--report", "a.json"}).err,
            "prereq render: --report is about one picture: --split draws several\n"
            "see 'prereq render --help'\n");
  EXPECT_THAT(folder_.names(), ElementsAre("small.yaml"));
}

TEST_F(RenderCommand, LetsTheFormatBeatTheExtension) {
  EXPECT_EQ(render({"small.yaml", "-o", "a.txt", "--format", "dot"}).status, 0);
  EXPECT_THAT(read_text(folder_.path() / "a.txt"), HasSubstr("digraph "));
  EXPECT_EQ(render({"small.yaml", "--format", "dot"}).out, read_text(folder_.path() / "a.txt"));
}

TEST_F(RenderCommand, WritesOtherFormatsByExtension) {
  const Outcome run = render({"small.yaml", "-o", "a.mmd", "-o", "a.graphml", "-o", "a.csv", "-o",
                              "a.md", "-o", "a.json"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err,
            "prereq: 'a.mmd' leaves out 1 reason of a prerequisite\n"
            "prereq: 'a.csv' leaves out titles, hours and levels of topics, 1 goal\n");
  const auto begin_of = [this](const std::string& name) {
    return read_text(folder_.path() / name).substr(0, 20);
  };
  EXPECT_EQ(begin_of("a.mmd"), "---\ntitle: \"Small\"\n-");
  EXPECT_EQ(begin_of("a.graphml"), "<?xml version=\"1.0\" ");
  EXPECT_EQ(begin_of("a.csv"), "prerequisite,topic,k");
  EXPECT_EQ(begin_of("a.md"), "# Small\n\n- [ ] **Alg");
  EXPECT_EQ(begin_of("a.json"), "{\n  \"version\": 1,\n  ");
  for (const std::string name : {"a.mmd", "a.graphml", "a.csv", "a.md", "a.json"}) {
    const std::string format = name == "a.mmd"  ? "mermaid"
                               : name == "a.md" ? "markdown"
                                                : name.substr(2);
    EXPECT_EQ(render({"small.yaml", "-q", "--format", format}).out,
              read_text(folder_.path() / name));
  }
}

TEST_F(RenderCommand, WritesJsonThatIsTheSameRoadmap) {
  ASSERT_EQ(render({"small.yaml", "-o", "copy.json"}).status, 0);
  EXPECT_EQ(render({"copy.json", "--id-prefix", "p"}).out,
            render({"small.yaml", "--id-prefix", "p"}).out);
  EXPECT_EQ(render({"copy.json", "--format", "json"}).out, read_text(folder_.path() / "copy.json"));
}

TEST_F(RenderCommand, SaysWhatAFormatLeavesOutUnlessQuiet) {
  EXPECT_EQ(render({"small.yaml", "--format", "csv"}).err,
            "prereq: standard output leaves out titles, hours and levels of topics, 1 goal\n");
  EXPECT_EQ(render({"small.yaml", "--format", "csv", "-q"}).err, "");
}

TEST_F(RenderCommand, RefusesAFormatItCannotTell) {
  const Outcome run = render({"small.yaml", "-o", "a.bmp"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.err,
            "prereq render: cannot tell the format of 'a.bmp' from its name: use .svg, .dot or "
            "another that --help names, or --format\nsee 'prereq render --help'\n");
  EXPECT_THAT(folder_.names(), ElementsAre("small.yaml"));
}

TEST_F(RenderCommand, NamesIdsAfterTheOutputElseTheRoadmapElseAsTold) {
  EXPECT_THAT(render({"small.yaml"}).out, HasSubstr("id=\"small-topic-algebra\""));
  EXPECT_EQ(render({"small.yaml", "-o", "drawn.svg"}).status, 0);
  EXPECT_THAT(read_text(folder_.path() / "drawn.svg"), HasSubstr("id=\"drawn-topic-algebra\""));
  EXPECT_THAT(render({"small.yaml", "--id-prefix", "map"}).out,
              HasSubstr("id=\"map-topic-algebra\""));
}

TEST_F(RenderCommand, NeverOverwritesTheRoadmap) {
  const Outcome run = render({"small.yaml", "-o", "small.yaml", "--format", "svg"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.err,
            "prereq render: 'small.yaml' was read and is not overwritten\n"
            "see 'prereq render --help'\n");
  EXPECT_EQ(read_text(file_), testing::small_roadmap);
}

TEST_F(RenderCommand, WritesNoFileTwiceByTwoNames) {
  const std::vector<std::vector<std::string>> outputs = {
      {"-o", "x.svg", "--report", "./x.svg"},
      {"-o", "x.svg", "-o", "./x.svg"},
      {"-o", "x.svg", "-o", (std::filesystem::path(file_).parent_path() / "x.svg").string()}};
  for (std::vector<std::string> arguments : outputs) {
    arguments.insert(arguments.begin(), "small.yaml");
    const Outcome run = render(arguments);
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.err, HasSubstr("' would be written twice"));
  }
  EXPECT_FALSE(std::filesystem::exists(std::filesystem::path(file_).parent_path() / "x.svg"));
}

TEST_F(RenderCommand, WritesFilesWithTheLongestNamesThereAre) {
  const std::string name = std::string(251, 'a') + ".svg";
  const Outcome run = render({"small.yaml", "-o", name});
  EXPECT_EQ(run.err, "");
  EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(file_).parent_path() / name));
}

TEST_F(RenderCommand, LeavesNothingHalfWritten) {
  folder_.file("old.svg", "old");
  const Outcome run = render({"small.yaml", "-o", "old.svg", "-o", "missing/new.svg"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.err, "prereq: cannot write 'missing/new.svg': No such file or directory\n");
  EXPECT_EQ(read_text(folder_.path() / "old.svg"), "old");
  EXPECT_THAT(folder_.names(), ElementsAre("old.svg", "small.yaml"));
}

TEST_F(RenderCommand, DrawsNothingFromARoadmapWithErrorsAndPrintsNoWarnings) {
  folder_.file("bad.yaml", testing::roadmap_with_error);
  const Outcome run = render({"bad.yaml", "-o", "bad.svg"});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.err, StartsWith("bad.yaml:4:54: error: "));
  EXPECT_THAT(run.err, Not(HasSubstr("warning: ")));
  EXPECT_THAT(folder_.names(), ElementsAre("bad.yaml", "small.yaml"));
}

TEST_F(RenderCommand, PrintsNoWarningsAboutARoadmapItDraws) {
  folder_.file("warned.yaml", testing::roadmap_with_warning);
  const Outcome run = render({"warned.yaml", "-o", "warned.svg"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
}

TEST_F(RenderCommand, HearsEveryOption) {
  // Wide, and with a redundant prerequisite.
  folder_.file("wide.yaml", R"(topics:
  a: {}
  b: {requires: [a]}
  c: {requires: [a, b]}
  d: {requires: [a]}
  e: {requires: [a]}
  f: {requires: [a]}
)");
  const std::string plain = render({"wide.yaml"}).out;
  const std::vector<std::vector<std::string>> all = {
      {"--direction", "right"}, {"--max-width", "250"}, {"--theme", "dark"},
      {"--theme", "light"},     {"--all-edges"},        {"--renderer", "graphviz"}};
  for (std::vector<std::string> options : all) {
    const std::string name = options.back();
    options.emplace_back("wide.yaml");
    const Outcome run = render(options);
    EXPECT_EQ(run.status, 0) << name << run.err;
    EXPECT_TRUE(run.out != plain) << name;
  }
  const Outcome defaults = render({"wide.yaml", "--direction", "down", "--max-width", "1000",
                                   "--theme", "auto", "--renderer", "prereq"});
  EXPECT_TRUE(defaults.out == plain) << defaults.err;
}

TEST_F(RenderCommand, JsonWithTheLayoutReadsBackAsTheSameRoadmap) {
  ASSERT_EQ(render({"small.yaml", "-o", "plain.json"}).status, 0);
  const Outcome run = render({"small.yaml", "-o", "laid.json", "-o", "a.svg", "--layout"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
  const std::string plain = read_text(folder_.path() / "plain.json");
  const std::string laid = read_text(folder_.path() / "laid.json");
  // All that the other says, and where it stands.
  const std::string common = plain.substr(0, plain.rfind("\n}"));
  EXPECT_THAT(laid, StartsWith(common + ",\n  \"x-layout\": {"));
  for (const char* part :
       {"\"cards\": ", "\"algebra\": {\"x\": ", "\"analyst\": {\"x\": ", "\"junctions\": []",
        "\"sections\": {}", "\"edges\": ", "\"from\": \"algebra\"", "\"to\": \"calculus\"",
        "\"points\": "}) {
    EXPECT_THAT(laid, HasSubstr(part));
  }
  EXPECT_EQ(prereq({"check", "laid.json"}, {.folder = folder_.path()}).out,
            "laid.json: 3 topics, 2 prerequisites: nothing wrong\n");
  EXPECT_EQ(render({"laid.json", "-o", "again.json"}).status, 0);
  EXPECT_EQ(read_text(folder_.path() / "again.json"), plain);
}

TEST_F(RenderCommand, RelativeAddressesWorkFromTheFolderOfEachPicture) {
  std::filesystem::create_directories(folder_.path() / "in");
  std::filesystem::create_directories(folder_.path() / "out/deep er");
  folder_.file("in/r.yaml", "topics: {a: {resources: \"[A](n/a.html?x=1#y)\"}}\n");
  const auto linked = [](const std::string& way) { return "href=\"" + way + "n/a.html?x=1#y\""; };
  const Outcome run = render({"in/r.yaml", "-o", "in/a.svg", "-o", "a.svg", "-o", "out/a.svg", "-o",
                              "out/deep er/a.svg", "-o", "out/a.json"});
  EXPECT_EQ(run.err, "");
  const auto text = [this](const std::string& file) { return read_text(folder_.path() / file); };
  EXPECT_THAT(text("in/a.svg"), HasSubstr(linked("")));
  EXPECT_THAT(text("a.svg"), HasSubstr(linked("in/")));
  EXPECT_THAT(text("out/a.svg"), HasSubstr(linked("../in/")));
  EXPECT_THAT(text("out/deep er/a.svg"), HasSubstr(linked("../../in/")));
  EXPECT_THAT(text("out/a.json"), HasSubstr("\"url\": \"../in/n/a.html?x=1#y\""));
  EXPECT_THAT(render({"in/r.yaml"}).out, HasSubstr(linked("")));
  EXPECT_EQ(render({"in/r.yaml", "--split", "-o", "out/pages"}).err, "");
  EXPECT_THAT(text("out/pages/overview.svg"), HasSubstr(linked("../../in/")));
  // What is read back from there is the same place again.
  EXPECT_EQ(render({"out/a.json", "-o", "b.svg"}).err, "");
  EXPECT_THAT(text("b.svg"), HasSubstr(linked("in/")));
}

TEST_F(RenderCommand, RelativeAddressesStartFromTheBase) {
  std::filesystem::create_directories(folder_.path() / "out");
  for (const auto& [base, way] : std::vector<std::pair<std::string, std::string>>{
           {"https://x.example/docs/index.html", "https://x.example/docs/"},
           {"https://x.example", "https://x.example/"},
           {"/root/", "/root/"},
           {"site/", "../site/"},
           {"../", "../../"}}) {
    folder_.file("r.yaml", "base: " + base + "\ntopics: {a: {resources: \"[A](a.html)\"}}\n");
    EXPECT_EQ(render({"r.yaml", "-o", "out/a.svg"}).err, "");
    EXPECT_THAT(read_text(folder_.path() / "out/a.svg"), HasSubstr("href=\"" + way + "a.html\""));
  }
}

TEST_F(RenderCommand, DotWithTheLayoutSaysWhereEverythingStands) {
  const Outcome run = render({"small.yaml", "-o", "laid.dot", "-o", "plain.dot", "--layout"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
  const std::string laid = read_text(folder_.path() / "laid.dot");
  EXPECT_THAT(laid, HasSubstr("algebra [label=\"Algebra\", "));
  EXPECT_THAT(laid, HasSubstr(", pos=\""));
  EXPECT_EQ(
      testing::run_program({"neato", "-n2", "-Tsvg", "laid.dot"}, {.folder = folder_.path()}).err,
      "");
  EXPECT_EQ(render({"small.yaml", "-o", "plain.dot"}).err, "");
  EXPECT_THAT(read_text(folder_.path() / "plain.dot"), Not(HasSubstr("pos=")));
}

TEST_F(RenderCommand, DotTellsOfRedundantEdges) {
  folder_.file("r.yaml", "topics: {a: {}, b: {requires: [a]}, c: {requires: [a, b]}}\n");
  EXPECT_EQ(render({"r.yaml", "-o", "r.dot"}).err,
            "prereq: 'r.dot' leaves out 1 redundant edge (--all-edges writes it)\n");
  EXPECT_THAT(read_text(folder_.path() / "r.dot"), HasSubstr("\n// 1 redundant edge is left out"));
  EXPECT_EQ(render({"r.yaml", "-q", "-o", "r.dot"}).err, "");
  EXPECT_EQ(render({"r.yaml", "--all-edges", "-o", "r.dot"}).err, "");
  EXPECT_THAT(read_text(folder_.path() / "r.dot"), HasSubstr("\n  a -> c;\n"));
}

TEST_F(RenderCommand, LayoutIsOfJsonAndDot) {
  EXPECT_EQ(render({"small.yaml", "-o", "a.svg", "--layout"}).err,
            "prereq render: --layout is of JSON and DOT: -o NAME.json or NAME.dot\nsee 'prereq "
            "render --help'\n");
  EXPECT_EQ(render({"small.yaml", "-o", "pages", "--split", "--layout"}).status, 2);
}

TEST_F(RenderCommand, TellsOfAPictureThatIsWiderThanAskedFor) {
  const std::string wide = R"(prereq: the picture is [0-9]+ px wide, more than the 100 that )";
  EXPECT_THAT(
      render({"small.yaml", "--max-width", "100"}).err,
      MatchesRegex(wide + "--max-width asks for: draw less of it \\(--collapse, --to\\), or "
                          "allow it that much\n"));
  EXPECT_THAT(
      render({"small.yaml", "--max-width", "100", "--direction", "right"}).err,
      MatchesRegex(wide + "--max-width asks for: only --direction down keeps to a width\n"));
  EXPECT_EQ(render({"small.yaml", "--max-width", "100", "-q"}).err, "");
  EXPECT_EQ(render({"small.yaml", "--direction", "right"}).err, "");
  EXPECT_EQ(render({"small.yaml", "--max-width", "1000"}).err, "");
  folder_.file(".prereq.toml", "max-width = 100\n");
  EXPECT_THAT(render({"small.yaml"}).err, HasSubstr("that .prereq.toml:1 asks for: draw less"));
}

TEST_F(RenderCommand, RefusesAWidthThatIsNone) {
  EXPECT_EQ(render({"small.yaml", "--max-width", "wide"}).err,
            "prereq render: --max-width: 'wide' is neither none nor a number of pixels from 100 to "
            "1000000\nsee 'prereq render --help'\n");
  EXPECT_EQ(render({"small.yaml", "--max-width", "none"}).status, 0);
}

}  // namespace
}  // namespace prereq
