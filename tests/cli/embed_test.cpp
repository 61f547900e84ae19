// Pages are refreshed, and cannot be made to do anything else.
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "cli/cli_test.hpp"
#include "write/seal.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Outcome;
using testing::prereq;
using testing::read_text;
using ::testing::StartsWith;
using testing::TemporaryFolder;

std::string marked(const std::string& words, const std::string& content = "") {
  return "<!-- prereq " + words + " -->\n" + content + "<!-- /prereq -->\n";
}

class EmbedCommand : public ::testing::Test {
 protected:
  EmbedCommand() {
    fs::create_directory(folder_.path() / "docs");
    folder_.file("small.yaml", testing::small_roadmap);
  }

  Outcome embed(std::vector<std::string> arguments,
                std::vector<std::pair<std::string, std::string>> environment = {}) const {
    arguments.insert(arguments.begin(), "embed");
    return prereq(std::move(arguments),
                  {.folder = folder_.path(), .environment = std::move(environment)});
  }
  // The outcome for a page docs/a.md that says this, which must stay as it is.
  Outcome refused(const std::string& page) const {
    folder_.file("docs/a.md", page);
    const Outcome run = embed({"docs/a.md"});
    EXPECT_EQ(run.status, 1) << page;
    EXPECT_EQ(run.out, "") << page;
    EXPECT_EQ(text("docs/a.md"), page);
    return run;
  }
  std::string text(const std::string& name) const { return read_text(folder_.path() / name); }

  TemporaryFolder folder_;
};

TEST_F(EmbedCommand, WritesThePictureAndItsLine) {
  const std::string line = "[![Small: 3 topics, 90 hours](small.svg)](small.svg)\n";
  folder_.file("docs/a.md", "# A\n\n" + marked("render ../small.yaml -o small.svg", "old\n") + "z");
  const Outcome run = embed({"docs/a.md"});
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, "docs/a.md: written\ndocs/small.svg: written\n");
  EXPECT_EQ(text("docs/a.md"), "# A\n\n" + marked("render ../small.yaml -o small.svg", line) + "z");
  EXPECT_THAT(text("docs/small.svg"), StartsWith("<svg "));
  EXPECT_EQ(embed({"docs/a.md"}).out, "nothing was stale\n");
  EXPECT_EQ(embed({"docs/a.md", "-q"}).out, "");
}

TEST_F(EmbedCommand, WritesWhatEveryCommandSaysInTheFormatOfThePage) {
  std::string page;
  for (const std::string words :
       {"path small.yaml --to analyst", "path small.yaml --to analyst --as table",
        "path small.yaml --to analyst --as outline", "next small.yaml", "goals small.yaml",
        "stats small.yaml", "render small.yaml --inline"}) {
    page += marked(words);
  }
  folder_.file("a.md", page);
  folder_.file("a.html", page);
  EXPECT_EQ(embed({"a.md", "a.html"}).err, "");
  for (const std::string name : {"a.md", "a.html"}) {
    EXPECT_THAT(text(name), HasSubstr("<svg ")) << name;
    EXPECT_EQ(embed({"--check", name}).status, 0) << name;
  }
  EXPECT_THAT(text("a.md"), HasSubstr("\n- [ ] Algebra (40 h)\n"));
  EXPECT_THAT(text("a.md"), HasSubstr("\n| Analyst | 3 | 90 h |\n"));
  EXPECT_THAT(text("a.html"), HasSubstr("<tr><td>Analyst</td>"));
  EXPECT_THAT(text("a.html"), Not(HasSubstr("| ---")));
}

TEST_F(EmbedCommand, DrawsEveryViewThatRenderDraws) {
  folder_.file("a.md",
               marked("render small.yaml --to calculus -o a.svg") +
                   marked("render small.yaml --around statistics --known algebra -o b.svg"));
  EXPECT_EQ(embed({"a.md"}).err, "");
  EXPECT_THAT(text("a.md"),
              HasSubstr("[![Small: The shortest path to Calculus: 2 topics, 60 h](a.svg)](a.svg)"));
  EXPECT_EQ(embed({"--check", "a.md"}).out, "nothing is stale\n");
  // Another view of the same roadmap is another picture.
  folder_.file("a.svg", text("b.svg"));
  EXPECT_EQ(embed({"--check", "a.md"}).out, "a.svg: stale: shows something else\n");
  EXPECT_THAT(refused(marked("render ../small.yaml --split -o pictures")).err,
              HasSubstr("a marker shows one picture: --split draws several"));
}

TEST_F(EmbedCommand, SaysWhatIsStaleAndChangesNothing) {
  const std::string page =
      "a\n" + marked("goals small.yaml", "old\n") + marked("render small.yaml -o a.svg");
  folder_.file("a.md", page);
  const Outcome run = embed({"--check", "a.md"});
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.out,
            "--- a.md\n+++ a.md\n@@ -1,6 +1,11 @@\n a\n <!-- prereq goals small.yaml -->\n-old\n+\n"
            "+| Goal | Topics left | Hours left |\n+| --- | ---: | ---: |\n"
            "+| Analyst | 3 | 90 h |\n+\n <!-- /prereq -->\n"
            " <!-- prereq render small.yaml -o a.svg -->\n"
            "+[![Small: 3 topics, 90 hours](a.svg)](a.svg)\n <!-- /prereq -->\n"
            "a.svg: missing\n");
  EXPECT_EQ(text("a.md"), page);
  EXPECT_FALSE(fs::exists(folder_.path() / "a.svg"));
}

TEST_F(EmbedCommand, TellsAStaleDrawingByItsDigest) {
  folder_.file("a.md", marked("render small.yaml -o a.svg"));
  ASSERT_EQ(embed({"a.md"}).status, 0);
  const std::string drawn = text("a.svg");
  // As another Graphviz might have laid it out.
  std::string other = drawn;
  other.insert(other.rfind("</svg>"), "<!-- -->");
  folder_.file("a.svg", sealed(other));
  EXPECT_EQ(embed({"--check", "a.md"}).out, "nothing is stale\n");
  other = drawn;
  other[other.find("data-source=\"") + 13] ^= 1;
  folder_.file("a.svg", sealed(other));
  const Outcome run = embed({"--check", "a.md"});
  EXPECT_EQ(run.out, "a.svg: stale: shows something else\n");
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(embed({"a.md"}).out, "a.svg: written\n");
  EXPECT_EQ(text("a.svg"), drawn);
}

TEST_F(EmbedCommand, BelievesNoDigestOfADamagedPicture) {
  folder_.file("a.md", marked("render small.yaml -o a.svg"));
  ASSERT_EQ(embed({"a.md"}).status, 0);
  const std::string drawn = text("a.svg");
  const auto with = [&](const std::string& more) {
    std::string other = drawn;
    return other.insert(other.rfind("</svg>"), more);
  };
  std::string crlf = drawn;
  for (std::size_t at = 0; (at = crlf.find('\n', at)) != std::string::npos; at += 2) {
    crlf.insert(at, "\r");
  }
  folder_.file("a.svg", crlf);
  EXPECT_EQ(embed({"--check", "a.md"}).out, "nothing is stale\n");
  for (const std::string& damaged :
       {drawn.substr(0, drawn.size() / 2), drawn.substr(0, drawn.size() - 4),
        with("<script>alert(1)</script>"), with("<<<<<<< HEAD\n=======\n>>>>>>> other\n"),
        "<<<<<<< HEAD\n" + drawn + "=======\n" + drawn + ">>>>>>> other\n"}) {
    folder_.file("a.svg", damaged);
    const Outcome checked = embed({"--check", "a.md"});
    EXPECT_EQ(checked.out, "a.svg: stale: was changed after prereq wrote it\n");
    EXPECT_EQ(checked.status, 1);
    EXPECT_EQ(embed({"a.md"}).out, "a.svg: written\n");
    EXPECT_EQ(text("a.svg"), drawn);
  }
  std::string older = drawn;
  older.erase(older.find(" data-written="),
              std::string(" data-written=\"0123456789abcdef\"").size());
  folder_.file("a.svg", older);
  EXPECT_EQ(embed({"--check", "a.md"}).out,
            "a.svg: stale: was written by an older prereq, so that nobody can tell whether it is "
            "whole\n");
  folder_.file("a.svg", "");
  EXPECT_EQ(embed({"--check", "a.md"}).out, "a.svg: stale: is empty\n");
}

TEST_F(EmbedCommand, MendsADamagedDrawingInThePage) {
  folder_.file("a.md",
               "- a\r\n\r\n  <!-- prereq render small.yaml --inline -->\r\n  <!-- /prereq -->\r\n");
  ASSERT_EQ(embed({"a.md"}).status, 0);
  const std::string page = text("a.md");
  EXPECT_EQ(embed({"--check", "a.md"}).out, "nothing is stale\n");
  std::string damaged = page;
  damaged.insert(damaged.find("</svg>"), "<script/>");
  folder_.file("a.md", damaged);
  const Outcome checked = embed({"--check", "a.md"});
  EXPECT_EQ(checked.status, 1);
  EXPECT_THAT(checked.out, HasSubstr("lines, not as prereq wrote them </svg>"));
  EXPECT_EQ(embed({"a.md"}).out, "a.md: written\n");
  EXPECT_EQ(text("a.md"), page);
}

// Somebody saves the page, in place or by another file, while pictures are drawn for it.
TEST_F(EmbedCommand, KeepsWhatSomebodySavesMeanwhile) {
  const auto page = [](int save) {
    return "save " + std::to_string(save) + "\n" + marked("render small.yaml -o a.svg") +
           marked("goals small.yaml");
  };
  for (int save = 1; save <= 24; ++save) {
    folder_.file("a.md", page(0));
    std::thread somebody([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(4 * save));
      if (save % 2 == 0) {
        folder_.file("a.md", page(save));
      } else {
        fs::rename(folder_.file("saved.tmp", page(save)), folder_.path() / "a.md");
      }
    });
    const Outcome run = embed({"a.md"});
    somebody.join();
    EXPECT_THAT(text("a.md"), StartsWith("save " + std::to_string(save) + "\n")) << run.err;
    EXPECT_THAT(folder_.names(), Not(Contains(StartsWith(".prereq-"))));
    const Outcome again = embed({"a.md"});
    EXPECT_EQ(again.status, 0) << again.err;
    EXPECT_THAT(text("a.md"), HasSubstr("](a.svg)"));
  }
}

TEST_F(EmbedCommand, ShowsAStaleDrawingInThePageAsOneLine) {
  folder_.file("a.md", "a\n" + marked("render small.yaml --inline") + "z\n");
  ASSERT_EQ(embed({"a.md"}).status, 0);
  const std::string page = text("a.md");
  const std::size_t at = page.find("data-source=\"") + 13;
  const std::string digest = page.substr(at, 16);
  std::string other = page;
  other[at] = other[at] == '0' ? '1' : '0';
  folder_.file("a.md", other);
  const Outcome run = embed({"--check", "a.md"});
  EXPECT_EQ(run.status, 1);
  EXPECT_LT(run.out.size(), 600U);
  EXPECT_THAT(run.out, HasSubstr("-<svg> drawing " + other.substr(at, 16) + ", "));
  EXPECT_THAT(run.out, HasSubstr("+<svg> drawing " + digest + ", "));
  EXPECT_EQ(embed({"a.md"}).status, 0);
  EXPECT_EQ(text("a.md"), page);
}

TEST_F(EmbedCommand, PutsADrawingIntoThePageThatFollowsThePagesTheme) {
  folder_.file("a.md", marked("render small.yaml --inline --id-prefix i --emphasize critical "
                              "--paper transparent") +
                           marked("render small.yaml -o a.svg --emphasize blocking"));
  EXPECT_EQ(embed({"a.md"}).err, "");
  EXPECT_THAT(text("a.md"), HasSubstr("\n[data-theme=dark] #i{color-scheme:dark}\n"));
  EXPECT_THAT(text("a.md"), HasSubstr("on the critical path"));
  EXPECT_THAT(text("a.md"), HasSubstr("class=\"plate\""));
  EXPECT_THAT(text("a.svg"), HasSubstr("@media (prefers-color-scheme:dark)"));
  EXPECT_THAT(text("a.svg"), Not(HasSubstr("data-theme")));
  EXPECT_EQ(embed({"--check", "a.md"}).out, "nothing is stale\n");
}

TEST_F(EmbedCommand, RelativeAddressesWorkFromThePictureAndFromThePage) {
  fs::create_directories(folder_.path() / "plans");
  fs::create_directories(folder_.path() / "docs/img");
  folder_.file("plans/r.yaml",
               "topics: {a: {resources: [\"[A](notes/a.html)\", \"[B](https://b.example)\"]}}\n");
  folder_.file("docs/p.md", marked("render ../plans/r.yaml -o img/a.svg") +
                                marked("render ../plans/r.yaml --inline --id-prefix i") +
                                marked("path ../plans/r.yaml --to a"));
  EXPECT_EQ(embed({"docs/p.md"}).err, "");
  EXPECT_THAT(text("docs/img/a.svg"), HasSubstr("href=\"../../plans/notes/a.html\""));
  EXPECT_THAT(text("docs/p.md"), HasSubstr("href=\"../plans/notes/a.html\""));
  EXPECT_THAT(text("docs/p.md"), HasSubstr("[A](<../plans/notes/a.html>)"));
}

TEST_F(EmbedCommand, SaysOnceThatMarkersAreNested) {
  const Outcome run = refused("<!-- prereq goals small.yaml -->\n" + marked("next small.yaml"));
  EXPECT_THAT(run.err, HasSubstr("this marker is inside another"));
  EXPECT_THAT(run.err, Not(HasSubstr("would change how other parts")));
}

TEST_F(EmbedCommand, WritesOverNoPictureOfAnotherHand) {
  const std::string logo = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n";
  folder_.file("logo.svg", logo);
  const std::string page = marked("render small.yaml -o logo.svg");
  folder_.file("a.md", page);
  for (const bool checks : {false, true}) {
    const Outcome run = embed(checks ? std::vector<std::string>{"--check", "a.md"}
                                     : std::vector<std::string>{"a.md"});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(run.err, HasSubstr("a.md:1:1: error: 'logo.svg' is there, and is no picture that "
                                   "prereq drew: remove it first, or write to another file "
                                   "[bad-marker]"));
  }
  EXPECT_EQ(text("logo.svg"), logo);
  EXPECT_EQ(text("a.md"), page);
}

TEST_F(EmbedCommand, LeavesPagesWithoutMarkersAloneAndSaysSo) {
  const std::string page = "```\n" + marked("render small.yaml -o a.svg") + "```\r\n";
  folder_.file("a.md", page);
  EXPECT_EQ(embed({"a.md"}).out, "a.md: no markers\nnothing was stale\n");
  EXPECT_EQ(text("a.md"), page);
}

TEST_F(EmbedCommand, HearsNeitherEnvironmentNorFilesAround) {
  folder_.file("a.md", marked("render small.yaml -o a.svg"));
  ASSERT_EQ(embed({"a.md"}).status, 0);
  folder_.file("prereq.toml", "theme = \"dark\"\n");
  folder_.file(".prereq.toml", "theme = \"dark\"\n");
  EXPECT_EQ(
      embed({"--check", "a.md"},
            {{"PREREQ_THEME", "dark"}, {"PREREQ_MAX_WIDTH", "300"}, {"PREREQ_KNOWN", "algebra"}})
          .out,
      "nothing is stale\n");
}

TEST_F(EmbedCommand, RefusesBadMarkersWithTheirPlace) {
  EXPECT_EQ(refused("é\n\n  " + marked("rendr ../small.yaml")).err,
            "docs/a.md:3:3: error: 'rendr' is no command for a page; did you mean 'render'? "
            "[bad-marker]\n 3 |   <!-- prereq rendr ../small.yaml -->\n"
            "   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n");
  for (const std::string words :
       {"check ../small.yaml", "embed a.md", "why ../small.yaml --to a --from b", "--version"}) {
    EXPECT_THAT(refused(marked(words)).err, HasSubstr(" is no command for a page")) << words;
  }
  EXPECT_THAT(refused(marked("render ../small.yaml --them dark -o a.svg")).err,
              HasSubstr("error: render: unknown option '--them'; did you mean '--theme'? [bad-m"));
  EXPECT_THAT(refused(marked("goals --help")).err, HasSubstr("a marker cannot ask for help"));
  EXPECT_THAT(refused(marked("goals ../small.yaml --format json")).err,
              HasSubstr("'json' is not one of markdown, html"));
  EXPECT_THAT(refused(marked("render ../small.yaml")).err,
              HasSubstr("say either where the picture goes, with -o NAME.svg, or --inline"));
  EXPECT_THAT(refused(marked("goals ../small.yaml -o b.md")).err,
              HasSubstr("only pictures go to files; leave '-o b.md' out"));
  EXPECT_THAT(
      refused(marked("path ../small.yaml --to nobody")).err,
      HasSubstr("docs/a.md:1:1: error: 'nobody' is neither a topic nor a goal [unknown-goal]"));
  EXPECT_THAT(refused(marked("goals -")).err, HasSubstr("a marker cannot read standard input"));
}

TEST_F(EmbedCommand, StopsTellingAfterTheHundredthProblem) {
  std::string page;
  for (int i = 0; i < 103; ++i) page += "<!-- /prereq -->\n";
  EXPECT_THAT(refused(page).err, ::testing::EndsWith("prereq: and 3 more errors\n"));
}

TEST_F(EmbedCommand, KeepsEveryByteOutsideOfMarkers) {
  const std::string before = "\xEF\xBB\xBF# A\r\n\r\n<!-- prereq goals small.yaml -->\r\n";
  const std::string after = "<!-- /prereq -->\r\nlatin \xE9 and\ttabs  \n\rno end";
  folder_.file("a.md", before + "old\r\n" + after);
  EXPECT_EQ(embed({"a.md"}).status, 0);
  EXPECT_EQ(text("a.md"), before +
                              "\r\n| Goal | Topics left | Hours left |\r\n| --- | ---: | ---: "
                              "|\r\n| Analyst | 3 | 90 h |\r\n\r\n" +
                              after);
}

TEST_F(EmbedCommand, PutsIntoARoadmapWhatIsMadeOfIt) {
  folder_.file("README.md",
               "# Learn\n\n## Math\n\n- [Algebra](https://example.org/a) (40 h)\n- "
               "[Calculus](https://example.org/c) (30 h)\n\n"
               "  <!-- prereq goals README.md plan.yaml -->\n  <!-- /prereq -->\n\n## Way\n\n" +
                   marked("path README.md plan.yaml --to calculus") + "\n" +
                   marked("render README.md plan.yaml --inline"));
  folder_.file("plan.yaml", "topics:\n  calculus: {requires: [algebra]}\n");
  const std::string checked =
      prereq({"check", "README.md", "plan.yaml"}, {.folder = folder_.path()}).out;
  EXPECT_EQ(embed({"README.md"}).err, "");
  EXPECT_THAT(text("README.md"), HasSubstr("\n- [ ] Calculus (30 h)"));
  EXPECT_EQ(embed({"--check", "README.md"}).out, "nothing is stale\n");
  EXPECT_EQ(prereq({"check", "README.md", "plan.yaml"}, {.folder = folder_.path()}).out, checked);
}

TEST_F(EmbedCommand, ShowsNoFileThatIsNoPicture) {
  EXPECT_THAT(refused(marked("render ../small.yaml -o small.json")).err,
              HasSubstr("a marker draws an .svg, .png or .pdf, and 'small.json' is to be"));
  EXPECT_THAT(refused(marked("render ../small.yaml -o small.pdf")).err,
              HasSubstr("a picture in a page has to be an .svg or a .png"));
}

TEST_F(EmbedCommand, WritesNothingIfOneMarkerIsBad) {
  folder_.file("b.md", marked("goals small.yaml"));
  folder_.file("c.md", marked("render small.yaml -o c.svg") + "<!-- prereq goals small.yaml -->\n");
  EXPECT_EQ(embed({"b.md", "c.md"}).status, 1);
  EXPECT_EQ(text("b.md"), marked("goals small.yaml"));
  EXPECT_FALSE(fs::exists(folder_.path() / "c.svg"));
}

TEST_F(EmbedCommand, WritesNothingIfOneFileCannotBeWritten) {
  folder_.file("b.md", marked("goals small.yaml"));
  folder_.file("c.md", marked("render small.yaml -o new/c.svg") +
                           marked("render small.yaml -o small.yaml/c.svg"));
  const Outcome run = embed({"b.md", "c.md"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.err, "prereq: cannot make the folder 'small.yaml': File exists\n");
  EXPECT_EQ(text("b.md"), marked("goals small.yaml"));
  EXPECT_THAT(folder_.names(), ElementsAre("b.md", "c.md", "docs", "small.yaml"));
}

TEST_F(EmbedCommand, CannotReadOrWriteOutsideOfTheRoot) {
  const TemporaryFolder outside;
  const std::string secret = outside.file("secret.yaml", testing::small_roadmap);
  const std::string folder = outside.path().string();
  fs::create_symlink(secret, folder_.path() / "docs/link.yaml");
  fs::create_directory_symlink(outside.path(), folder_.path() / "docs/out");
  const std::string up = "../../" + outside.path().filename().string();
  const std::vector<std::string> all = {"goals " + secret,
                                        "goals link.yaml",
                                        "goals out/secret.yaml",
                                        "goals " + up + "/secret.yaml",
                                        "next ../small.yaml --known-file out/secret.yaml",
                                        "render ../small.yaml -o out/a.svg",
                                        "render ../small.yaml -o " + up + "/a.svg",
                                        "render ../small.yaml -o " + folder + "/a.svg",
                                        "render ../small.yaml -o a.svg -o out/b.svg"};
  for (const std::string& words : all) {
    EXPECT_THAT(
        refused(marked(words)).err,
        ::testing::AnyOf(HasSubstr("leads out of the root folder"), HasSubstr("is absolute")))
        << words;
  }
  EXPECT_THAT(outside.names(), ElementsAre("secret.yaml"));
  const Outcome run = embed({secret + ".md"});
  EXPECT_EQ(run.status, 2);
  const Outcome page = embed({(folder_.path() / "docs/out/p.md").string()});
  EXPECT_EQ(page.status, 2);
}

TEST_F(EmbedCommand, TakesARootAboveOrBelow) {
  folder_.file("docs/a.md", marked("goals ../small.yaml"));
  EXPECT_THAT(embed({"--root", "docs", "docs/a.md"}).err, HasSubstr("leads out of the root"));
  const Outcome inside = prereq({"embed", "a.md"}, {.folder = folder_.path() / "docs"});
  EXPECT_THAT(inside.err, HasSubstr("leads out of the root"));
  const Outcome above =
      prereq({"embed", "--root", "..", "a.md"}, {.folder = folder_.path() / "docs"});
  EXPECT_EQ(above.out, "a.md: written\n");
  EXPECT_EQ(embed({"--root", "missing", "docs/a.md"}).err,
            "prereq embed: --root: 'missing' is no folder\nsee 'prereq embed --help'\n");
  EXPECT_EQ(embed({"--root", "docs", "a.md"}).status, 2);
}

TEST_F(EmbedCommand, PrintsNoLinesOfOtherFiles) {
  folder_.file("docs/.env", "topics: {hunter1: {}}\n");
  EXPECT_THAT(refused(marked("goals .env")).err, HasSubstr("error: '.env' is hidden, and markers"));
  folder_.file("docs/secrets", "PASSWORD: hunter2\nhunter3\n");
  folder_.file("docs/list.txt", "hunter4, hunter5\n");
  const Outcome run = refused(marked("goals secrets") + marked("render secrets -o a.svg"));
  EXPECT_THAT(run.err, Not(HasSubstr("hunter")));
  EXPECT_THAT(run.err, Not(HasSubstr("PASSWORD")));
  EXPECT_THAT(run.err, HasSubstr("docs/a.md:1:1: error: the roadmap has "));
  EXPECT_THAT(run.err, HasSubstr("note: secrets:"));
  const std::string known = "goals ../small.yaml --known-file list.txt";
  folder_.file("docs/a.md", marked(known));
  const Outcome listed = embed({"docs/a.md"});
  EXPECT_EQ(listed.status, 0);
  EXPECT_THAT(listed.out + listed.err + text("docs/a.md"), Not(HasSubstr("hunter")));
}

TEST_F(EmbedCommand, OverwritesNeitherPagesNorRoadmaps) {
  for (const std::string name : {"a.md", "../b.yaml", "b.dot", "b"}) {
    EXPECT_THAT(refused(marked("render ../small.yaml --format svg -o a.svg -o " + name)).err,
                HasSubstr("a marker draws an .svg, .png or .pdf, and '" + name + "' is to be"));
  }
  fs::create_hard_link(folder_.path() / "small.yaml", folder_.path() / "docs/same.svg");
  EXPECT_THAT(refused(marked("render ../small.yaml -o same.svg")).err,
              HasSubstr("'same.svg' was read, and is not overwritten"));
  EXPECT_EQ(text("small.yaml"), testing::small_roadmap);
}

TEST_F(EmbedCommand, TakesNothingButPrereqsOwnSvgIntoAPage) {
  const std::string inside = "render ../small.yaml --inline --format ";
  for (const std::string format : {"dot", "png", "pdf"}) {
    EXPECT_THAT(refused(marked(inside + format)).err, HasSubstr("leave out --format")) << format;
  }
  EXPECT_THAT(refused(marked("render ../small.yaml -o -")).err, HasSubstr("-o names a file"));
}

TEST_F(EmbedCommand, WritesPicturesOfThatNameThatItWouldKnowAgain) {
  folder_.file("docs/own.svg", "<svg>by hand</svg>");
  for (const std::string words : {"-o own.svg --renderer graphviz", "--inline --renderer graphviz",
                                  "-o own.svg --format dot", "-o own.svg --format png"}) {
    refused(marked("render ../small.yaml " + words));
  }
  EXPECT_THAT(refused(marked("render ../small.yaml -o own.svg")).err,
              HasSubstr("is no picture that prereq drew"));
  EXPECT_EQ(text("docs/own.svg"), "<svg>by hand</svg>");
}

TEST_F(EmbedCommand, MakesTheFoldersOfItsPictures) {
  folder_.file("docs/a.md", marked("render ../small.yaml -o images/of/small.svg"));
  const Outcome run = embed({"docs/a.md"});
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(text("docs/images/of/small.svg"), StartsWith("<svg "));
}

TEST_F(EmbedCommand, TakesNoFileForAListOfTopicsThatIsNotNamedLikeOne) {
  folder_.file("docs/secrets.yml", "users:\n  - admin: hunter2\n  - token=abc\n");
  for (const std::string format : {"markdown", "csv", "dot", "curriculum"}) {
    const Outcome run = refused(marked("path secrets.yml --to all --read-as " + format));
    EXPECT_THAT(run.err, HasSubstr("'secrets.yml' needs another"));
    EXPECT_THAT(run.err, Not(HasSubstr("hunter")));
  }
  folder_.file("docs/list.md", "# Things\n\n- One\n- Two\n");
  folder_.file("docs/a.md", marked("next list.md --read-as markdown"));
  EXPECT_EQ(embed({"docs/a.md"}).status, 0);
}

TEST_F(EmbedCommand, RefusesTwoMarkersThatWriteOneFileDifferently) {
  EXPECT_THAT(
      refused(marked("render ../small.yaml -o a.svg") +
              marked("render ../small.yaml --theme dark -o ./a.svg"))
          .err,
      HasSubstr("docs/a.md:3:1: error: './a.svg' is written differently by another marker"));
}

TEST_F(EmbedCommand, RefusesWhatDependsOnHowFastTheMachineIs) {
  std::string roadmap = "topics:\n";
  for (int i = 0; i < 40; ++i) {
    roadmap += "  t" + std::to_string(i) + ": {hours: " + std::to_string(i % 7 + 1) + "}\n";
  }
  roadmap += "goals:\n  all:\n    requires:\n";
  for (int i = 0; i < 60; ++i) {
    roadmap += "      - {at-least: 2, of: [t" + std::to_string(i % 40) + ", t" +
               std::to_string((i * 7 + 3) % 40) + ", t" + std::to_string((i * 11 + 5) % 40) +
               ", t" + std::to_string((i * 13 + 17) % 40) + "]}\n";
  }
  folder_.file("hard.yaml", roadmap);
  EXPECT_THAT(refused(marked("path ../hard.yaml --to all --time-limit 0")).err,
              HasSubstr("error: time ran out before a shortest path was proven, and the page would "
                        "change from one machine to the next [bad-marker]"));
}

TEST_F(EmbedCommand, TakesOnlyPages) {
  EXPECT_EQ(embed({"small.yaml"}).err,
            "prereq embed: 'small.yaml' is no page: its name would end in .md, .html, .rst, .mdx "
            "or .adoc\nsee 'prereq embed --help'\n");
  EXPECT_EQ(embed({"-"}).status, 2);
  const Outcome missing = embed({"missing.md"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_EQ(missing.err, "prereq: cannot read 'missing.md': No such file or directory\n");
}

TEST_F(EmbedCommand, PrintsNoControlCharactersOfNames) {
  folder_.file("docs/a.md", marked("render ../small.yaml -o \"a\n::error title=x::\033[31m.svg\""));
  const Outcome stale = embed({"--check", "docs/a.md"});
  EXPECT_EQ(stale.status, 1);
  EXPECT_THAT(stale.out, HasSubstr("docs/a ::error title=x::\\x1b[31m.svg: missing\n"));
  EXPECT_THAT(embed({"docs/a.md"}).out, Not(HasSubstr("\033")));
}

TEST_F(EmbedCommand, SaysThatAPageHasNoSettings) {
  EXPECT_THAT(refused(marked("render ../small.yaml --config x -o a.svg")).err,
              Not(HasSubstr("did you mean")));
}

TEST_F(EmbedCommand, ReadsNoPipes) {
  ASSERT_EQ(::mkfifo((folder_.path() / "docs/pipe.yaml").c_str(), 0600), 0);
  EXPECT_THAT(refused(marked("goals pipe.yaml")).err,
              HasSubstr("cannot read 'pipe.yaml': it is no regular file"));
  EXPECT_THAT(refused(marked("goals missing.yaml")).err,
              HasSubstr("cannot read 'missing.yaml': there is no such file"));
}

}  // namespace
}  // namespace prereq
