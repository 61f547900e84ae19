// Options in the environment and in files.
#include <gmock/gmock.h>

#include <filesystem>

#include "cli/cli_test.hpp"

namespace prereq {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::Outcome;
using testing::prereq;

class Settings : public ::testing::Test {
 protected:
  Settings() {
    folder_.file("small.yaml", testing::small_roadmap);
    folder_.file("wrong.yaml", testing::roadmap_with_error);
    std::filesystem::create_directories(folder_.path() / "a" / "b");
  }

  Outcome run(const std::vector<std::string>& arguments, const std::string& folder = "",
              std::vector<std::pair<std::string, std::string>> environment = {}) const {
    return prereq(arguments,
                  {.folder = folder_.path() / folder, .environment = std::move(environment)});
  }
  // Of the picture that is drawn.
  std::string theme(const std::vector<std::string>& more = {}, const std::string& folder = "",
                    std::vector<std::pair<std::string, std::string>> environment = {}) const {
    std::vector<std::string> arguments = {"render", (folder_.path() / "small.yaml").string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome drawn = run(arguments, folder, std::move(environment));
    EXPECT_EQ(drawn.err, "");
    if (drawn.out.find("@media") != std::string::npos) return "auto";
    return drawn.out.find("#0d1117") != std::string::npos ? "dark" : "light";
  }
  void expect_mistake(const std::string& text, const std::string& message) const {
    folder_.file(".prereq.toml", text);
    const Outcome checked = run({"check", "small.yaml"});
    EXPECT_EQ(checked.status, 2) << text;
    EXPECT_EQ(checked.out, "");
    EXPECT_EQ(checked.err, "prereq: .prereq.toml:" + message + "\n");
  }

  testing::TemporaryFolder folder_;
};

TEST_F(Settings, OfTheCommandLineBeatTheEnvironmentBeatsTheFileBeatsTheDefault) {
  EXPECT_EQ(theme(), "auto");
  folder_.file(".prereq.toml", "theme = \"dark\"\n");
  EXPECT_EQ(theme(), "dark");
  EXPECT_EQ(theme({}, "", {{"PREREQ_THEME", "light"}}), "light");
  EXPECT_EQ(theme({"--theme", "auto"}, "", {{"PREREQ_THEME", "light"}}), "auto");
  EXPECT_EQ(theme({}, "", {{"PREREQ_THEME", ""}}), "dark");
}

TEST_F(Settings, AreThoseOfTheNearestFolder) {
  folder_.file(".prereq.toml", "theme = \"dark\"\n");
  EXPECT_EQ(theme({}, "a/b"), "dark");
  folder_.file("a/.prereq.ini", "[render]\ntheme = light ; for print\n");
  EXPECT_EQ(theme({}, "a/b"), "light");
  folder_.file("a/.prereq.toml", "# nothing\n");
  EXPECT_EQ(theme({}, "a/b"), "auto");
}

TEST_F(Settings, CanBeLeftOutOrTakenFromAnotherFile) {
  folder_.file(".prereq.toml", "theme = \"dark\"\n");
  const std::string other = folder_.file("print.toml", "[render]\ntheme = 'light'\n");
  EXPECT_EQ(theme({"--no-config"}), "auto");
  EXPECT_EQ(theme({"--config", other}), "light");
  const Outcome missing = run({"check", "--config", "none.toml", "small.yaml"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_THAT(missing.err, HasSubstr("none.toml"));
}

TEST_F(Settings, OfOneCommandComeBeforeThoseOfAll) {
  folder_.file(".prereq.toml", "theme = \"light\"\n[render]\ntheme = \"dark\"\n");
  EXPECT_EQ(theme(), "dark");
  folder_.file(".prereq.toml", "theme = \"light\"\n[path]\nformat = \"json\"\n");
  EXPECT_EQ(theme(), "light");
  EXPECT_THAT(run({"path", "small.yaml", "--to", "analyst"}).out, HasSubstr("\"version\": 1"));
  EXPECT_THAT(run({"goals", "small.yaml"}).out, Not(HasSubstr("\"version\": 1")));
}

TEST_F(Settings, MayHoldFlagsAndLists) {
  folder_.file(".prereq.toml", "known = [\"algebra\", \"statistics\"] # so far\nquiet = true\n");
  EXPECT_THAT(run({"path", "small.yaml", "--to", "analyst"}).out, HasSubstr("1 topic, 20 h"));
  EXPECT_EQ(run({"check", "small.yaml"}).out, "");
  EXPECT_THAT(run({"check", "small.yaml"}, "", {{"PREREQ_QUIET", "false"}}).out,
              HasSubstr("nothing wrong"));
  EXPECT_THAT(run({"path", "small.yaml", "--to", "analyst"}, "", {{"PREREQ_KNOWN", "algebra"}}).out,
              HasSubstr("2 topics, 50 h"));
}

TEST_F(Settings, ThatACommandHasNoUseForDoNoHarm) {
  folder_.file(".prereq.toml",
               "by = \"topics\"\ntime-limit = 5\nlevel = \"core\"\nscale = 2\nfree = true\n");
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{"render", "small.yaml"},
                                             {"render", "small.yaml", "--to", "analyst"},
                                             {"next", "small.yaml"},
                                             {"check", "small.yaml"},
                                             {"explain", "cycle"}}) {
    EXPECT_EQ(run(arguments).err, "") << arguments[0];
  }
}

TEST_F(Settings, OfAFormatGiveWayToTheExtensionThatWasTyped) {
  const auto begins = [&](const std::string& file) {
    return testing::read_text(folder_.path() / file).substr(0, 4);
  };
  EXPECT_EQ(run({"render", "small.yaml", "-o", "x.svg"}, "", {{"PREREQ_FORMAT", "dot"}}).err, "");
  EXPECT_EQ(begins("x.svg"), "<svg");
  folder_.file(".prereq.toml", "[render]\nformat = \"dot\"\n");
  EXPECT_EQ(run({"render", "small.yaml", "-o", "y.svg"}).err, "");
  EXPECT_EQ(begins("y.svg"), "<svg");
  EXPECT_THAT(run({"render", "small.yaml"}).out, HasSubstr("digraph"));
  EXPECT_THAT(run({"render", "small.yaml", "-o", "-"}).out, HasSubstr("digraph"));
  run({"render", "small.yaml", "-o", "without-extension"});
  EXPECT_THAT(testing::read_text(folder_.path() / "without-extension"), HasSubstr("digraph"));
  EXPECT_EQ(run({"render", "small.yaml", "-o", "z.dot", "--format", "svg"}).err, "");
  EXPECT_EQ(begins("z.dot"), "<svg");
}

TEST_F(Settings, ThatContradictWhatWasTypedGiveWay) {
  folder_.file(".prereq.toml",
               "renderer = \"graphviz\"\nallow-cycles = true\nid-prefix = \"p\"\n"
               "start = 2027-01-04\ndays = \"mon,tue\"\n[render]\nformat = \"png\"\n");
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"render", "small.yaml", "--to", "analyst", "-o", "x.svg"},
           {"render", "small.yaml", "--split", "-o", "pictures"},
           {"render", "small.yaml", "--report", "report.json", "-o", "x.svg"},
           {"path", "small.yaml", "--to", "analyst"},
           {"path", "small.yaml", "--to", "analyst", "--pace", "6h/week"}}) {
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.err, "") << arguments[2];
    EXPECT_EQ(outcome.status, 0) << arguments[2];
  }
  EXPECT_EQ(run({"render", "small.yaml", "--to", "analyst", "--allow-cycles"}).status, 2);
  EXPECT_EQ(run({"render", "small.yaml", "--split", "--id-prefix", "q", "-o", "x"}).status, 2);
  EXPECT_EQ(run({"path", "small.yaml", "--to", "analyst", "--start", "2027-01-04"}).status, 2);
}

TEST_F(Settings, ThatCannotBeFollowedAreNamedByTheirPlace) {
  folder_.file(".prereq.toml", "[path]\nformat = \"ics\"\n[check]\nallow = \"cicle\"\n");
  EXPECT_EQ(run({"path", "small.yaml", "--to", "analyst"}).err,
            "prereq path: .prereq.toml:2: --format ics needs --pace and --start\n"
            "see 'prereq path --help'\n");
  EXPECT_EQ(run({"check", "small.yaml"}).err,
            "prereq check: .prereq.toml:4: 'cicle' is no code; did you mean 'cycle'?\n"
            "see 'prereq check --help'\n");
}

TEST_F(Settings, NeverOverruleNoColor) {
  folder_.file(".prereq.toml", "color = \"always\"\n");
  EXPECT_THAT(run({"check", "wrong.yaml"}).out, HasSubstr("\x1b["));
  EXPECT_THAT(run({"check", "wrong.yaml"}, "", {{"NO_COLOR", "1"}}).out, Not(HasSubstr("\x1b[")));
  EXPECT_THAT(run({"check", "wrong.yaml", "--color", "always"}, "", {{"NO_COLOR", "1"}}).out,
              HasSubstr("\x1b["));
}

TEST_F(Settings, DoNotReachIntoPages) {
  folder_.file(".prereq.toml", "theme = \"dark\"\nformat = \"json\"\n");
  folder_.file("page.md", "<!-- prereq render small.yaml -o small.svg -->\n<!-- /prereq -->\n");
  const Outcome embedded = run({"embed", "page.md"}, "", {{"PREREQ_DIRECTION", "right"}});
  EXPECT_EQ(embedded.status, 0) << embedded.err;
  run({"render", "small.yaml", "--no-config", "-o", "alone.svg", "--id-prefix", "small"});
  EXPECT_EQ(testing::read_text(folder_.path() / "small.svg"),
            testing::read_text(folder_.path() / "alone.svg"));
}

TEST_F(Settings, ThatAreWrongAreSaidWithTheirLine) {
  expect_mistake("theme\n", "1: expected NAME = VALUE");
  expect_mistake("\n= 3\n", "2: expected NAME = VALUE");
  expect_mistake("theme =\n", "1: expected NAME = VALUE");
  expect_mistake("theme = \"dark\n", "1: a quote is not closed");
  expect_mistake("known = [\"a\",\n\"b\"]\n", "1: a list has to end with ']' on its line");
  expect_mistake("[render\n", "1: expected [COMMAND]");
  expect_mistake("[]\n", "1: expected [COMMAND]");
  expect_mistake("# themes\n[rendr]\ntheme = \"dark\"\n",
                 "2: 'rendr' is no command; did you mean 'render'?");
  // Also where nothing stands below it.
  expect_mistake("[nope]\n", "1: 'nope' is no command");
  expect_mistake("theme = dark\n[rendr]\n", "2: 'rendr' is no command; did you mean 'render'?");
  expect_mistake("[[render]]\n", "1: expected [COMMAND]");
  expect_mistake("[render] theme = dark\n", "1: expected [COMMAND]");
  expect_mistake("[render]\nthem = \"dark\"\n",
                 "2: 'them' is no option of 'render'; did you mean 'theme'?");
  expect_mistake("strct = true\n", "1: 'strct' is no option; did you mean 'strict'?");
  expect_mistake("strict = maybe\n", "1: 'maybe' is neither true nor false");
  expect_mistake("format = xml\n", "1: 'xml' is not one of human, short, json, sarif, github");
  expect_mistake("color = a b\n", "1: 'color' takes one value; put one with spaces in quotes");
}

TEST_F(Settings, OfAStringHaveEscapesInDoubleQuotesAlone) {
  const auto prefix_is = [&](const std::string& text, const std::string& prefix) {
    folder_.file(".prereq.toml", "id-prefix = " + text + "\n");
    const Outcome set = run({"render", "small.yaml"});
    EXPECT_EQ(set.err, "") << text;
    EXPECT_EQ(set.out, run({"render", "small.yaml", "--no-config", "--id-prefix", prefix}).out)
        << text;
  };
  prefix_is(R"("a\"b")", "a\"b");
  prefix_is(R"("a\\b" # c)", "a\\b");
  prefix_is(R"('a\b')", "a\\b");
  prefix_is(R"('a # b')", "a # b");
  expect_mistake(R"(id-prefix = "a\x")",
                 "1: expected \\\\ for a backslash, or the string in single quotes");
}

TEST_F(Settings, OfListsAreSeparatedByCommas) {
  expect_mistake("known = [\"a\" \"b\"]\n", "1: expected ',' between values");
  expect_mistake("known = [[\"a\"]]\n", "1: expected a value, found a list in a list");
  expect_mistake("known = [a] b\n", "1: expected nothing behind ']'");
  expect_mistake("color = [\"never\"]\n", "1: 'color' takes one value, not a list");
  folder_.file(".prereq.toml", "known = ['algebra', statistics,] # so far\n");
  EXPECT_THAT(run({"path", "small.yaml", "--to", "analyst"}).out, HasSubstr("1 topic, 20 h"));
  folder_.file(".prereq.toml", "known = []\n");
  EXPECT_THAT(run({"path", "small.yaml", "--to", "analyst"}).out, HasSubstr("3 topics, 90 h"));
}

TEST_F(Settings, OfDaysMayBeAList) {
  const auto plan = [&](const std::string& days) {
    folder_.file(".prereq.toml", "days = " + days + "\n");
    return run({"path", "small.yaml", "--to", "analyst", "--pace", "6h/week"});
  };
  EXPECT_EQ(plan("[\"mon\", \"tue\"]").err, "");
  EXPECT_THAT(plan("[\"mon\", \"tue\"]").out, HasSubstr("on mon and tue"));
  EXPECT_EQ(plan("[\"mon\", \"tue\"]").out, plan("\"mon,tue\"").out);
}

TEST_F(Settings, OfAPaceThatNoDayHoldsAreNamed) {
  folder_.file(".prereq.toml", "days = \"mon\"\npace = \"168h/week\"\n");
  const Outcome planned = run({"path", "small.yaml", "--to", "analyst"});
  EXPECT_EQ(planned.status, 2);
  EXPECT_THAT(planned.err, HasSubstr(".prereq.toml:2: 168 h a week on mon is more than 24 h"));
  EXPECT_EQ(run({"path", "small.yaml", "--to", "analyst", "--pace", "6h/week"}).status, 0);
}

TEST_F(Settings, MayBeginWithAByteOrderMark) {
  folder_.file(".prereq.toml", "\xEF\xBB\xBFstrict = true\n");
  EXPECT_EQ(run({"check", "small.yaml"}, "").err, "");
}

TEST_F(Settings, ThatAreWrongBringNoControlCharactersToATerminal) {
  folder_.file(".prereq.toml", "bad\033[31m = 1\n");
  EXPECT_EQ(run({"check", "small.yaml"}, "").err,
            "prereq: .prereq.toml:1: 'bad\\x1b[31m' is no option\n");
}

TEST_F(Settings, CannotSayWhereAResultGoes) {
  expect_mistake("output = \"~/.profile\"\n", "1: 'output' can only be given on the command line");
  expect_mistake("[render]\nreport = \"x\"\n", "2: 'report' can only be given on the command line");
  std::filesystem::remove(folder_.path() / ".prereq.toml");
  run({"check", "small.yaml"}, "", {{"PREREQ_OUTPUT", "made.txt"}});
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "made.txt"));
}

TEST_F(Settings, InTheEnvironmentThatAreWrongAreNamed) {
  const Outcome drawn = run({"render", "small.yaml"}, "", {{"PREREQ_MAX_WIDTH", "wide"}});
  EXPECT_EQ(drawn.status, 2);
  EXPECT_EQ(drawn.err,
            "prereq: PREREQ_MAX_WIDTH: 'wide' is neither none nor a number of pixels from 100 to "
            "1000000\n");
}

TEST_F(Settings, AreNotReadFromWhatIsNoFile) {
  std::filesystem::create_directories(folder_.path() / ".prereq.toml");
  const Outcome checked = run({"check", "small.yaml"});
  EXPECT_EQ(checked.status, 2);
  EXPECT_THAT(checked.err, HasSubstr("'.prereq.toml'"));
  EXPECT_EQ(run({"check", "--no-config", "small.yaml"}).status, 0);
}

}  // namespace
}  // namespace prereq
