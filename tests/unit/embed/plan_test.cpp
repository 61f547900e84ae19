#include "embed/plan.hpp"

#include <gmock/gmock.h>

#include "embed/image.hpp"
#include "support/run_program.hpp"
#include "write/seal.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Markers say what their command gives: `text T`, `file NAME TEXT`, `read NAME` or `fail`.
class Plans : public ::testing::Test {
 protected:
  MarkerResult run(const Marker& marker) const {
    MarkerResult result;
    const std::string& what = marker.words[0];
    if (what == "text") result.text = marker.words[1];
    if (what == "read") result.inputs.push_back(folder_.path() / marker.words[1]);
    for (std::size_t i = 1; what == "file" && i + 1 < marker.words.size(); i += 2) {
      const std::string& name = marker.words[i];
      result.files.push_back({name, folder_.path() / name, marker.words[i + 1], "alt"});
    }
    if (what == "fail") {
      Diagnostic problem;
      problem.code = Code::layout_failed;
      problem.message = "too hard";
      result.problems.push_back(problem);
    }
    return result;
  }

  EmbedPlan plan(const std::vector<std::pair<std::string, std::string>>& pages) {
    sources_ = Sources();
    diagnostics_ = Diagnostics();
    std::vector<EmbedPage> all;
    for (const auto& [name, text] : pages) {
      folder_.file(name, text);
      all.push_back({sources_.add(name, text), folder_.path() / name, *page_format_of(name)});
    }
    return plan_embedding(
        sources_, all, [this](const EmbedPage&, const Marker& marker) { return run(marker); },
        diagnostics_);
  }

  std::vector<std::string> problems() const {
    std::vector<std::string> all;
    for (const Diagnostic& each : diagnostics_.items()) {
      all.push_back(std::string(sources_.name(each.span.file)) + ":" +
                    std::to_string(each.span.begin.line) + ": " + each.message + " [" +
                    std::string(code_name(each.code)) + "]");
    }
    return all;
  }

  static std::string marked(const std::string& words, const std::string& content = "") {
    return "<!-- prereq " + words + " -->\n" + content + "<!-- /prereq -->\n";
  }

  testing::TemporaryFolder folder_;
  Sources sources_;
  Diagnostics diagnostics_;
};

TEST_F(Plans, PutTextsApartInMarkdown) {
  const EmbedPlan done =
      plan({{"a.md", marked("text 'x\n'")}, {"b.html", marked("text 'x\n'")}, {"c.md", "none\n"}});
  EXPECT_THAT(problems(), IsEmpty());
  ASSERT_EQ(done.stale.size(), 2U);
  EXPECT_EQ(done.stale[0].after, marked("text 'x\n'", "\nx\n\n"));
  EXPECT_EQ(done.stale[1].after, marked("text 'x\n'", "x\n"));
  EXPECT_THAT(done.markers, ElementsAre(1, 1, 0));
}

std::string drawing(const std::string& source, const std::string& layout) {
  return sealed("<svg data-source=\"" + source + "\" data-written=\"\">" + layout + "</svg>");
}

TEST_F(Plans, NameOnlyWhatIsStale) {
  const std::string now = drawing("1", "new");
  const std::string page = marked("file a.svg '" + now + "'", "[![alt](a.svg)](a.svg)\n");
  folder_.file("a.svg", drawing("1", "old"));
  EXPECT_THAT(plan({{"a.md", page}}).stale, IsEmpty());
  folder_.file("a.svg", drawing("2", "old"));
  const EmbedPlan done = plan({{"a.md", page}});
  ASSERT_EQ(done.stale.size(), 1U);
  EXPECT_EQ(done.stale[0].file, folder_.path() / "a.svg");
  EXPECT_TRUE(done.stale[0].exists);
  EXPECT_EQ(done.stale[0].before, drawing("2", "old"));
  EXPECT_EQ(done.stale[0].after, now);
  EXPECT_EQ(done.stale[0].why, "shows something else");
  fs::remove(folder_.path() / "a.svg");
  EXPECT_EQ(plan({{"a.md", page}}).stale[0].why, "missing");
}

TEST_F(Plans, LeaveADrawingInThePageIfItShowsTheSame) {
  const auto drawn = [](const std::string& digest) {
    return inline_svg(drawing(digest, "old"), PageFormat::markdown);
  };
  const std::string words = "text '" + drawing("1", "new") + "'";
  EXPECT_THAT(plan({{"a.md", marked(words, drawn("1"))}}).stale, IsEmpty());
  EXPECT_EQ(plan({{"a.md", marked(words, drawn("2"))}}).stale.size(), 1U);
  std::string damaged = drawn("1");
  damaged.replace(damaged.find("old"), 3, "odd");
  EXPECT_EQ(plan({{"a.md", marked(words, damaged)}}).stale.size(), 1U);
}

TEST_F(Plans, RefuseToWriteOverPagesAndRoadmaps) {
  folder_.file("a.dot", "graph");
  fs::create_hard_link(folder_.path() / "a.dot", folder_.path() / "hard.svg");
  folder_.file("b.md", "page\n");
  fs::create_hard_link(folder_.path() / "b.md", folder_.path() / "page.svg");
  plan({{"a.md", marked("file hard.svg x") + marked("read a.dot") + marked("file page.svg x")},
        {"b.md", "page\n"}});
  EXPECT_THAT(problems(), ElementsAre("a.md:1: 'hard.svg' was read, and is not overwritten "
                                      "[bad-marker]",
                                      "a.md:5: 'page.svg' is a page, and is not overwritten "
                                      "[bad-marker]"));
}

TEST_F(Plans, RefuseWhatIsNoPicture) {
  plan({{"a.md", marked("file a.svg x c.yaml y") + marked("file a.pdf x")}});
  EXPECT_THAT(problems(),
              ElementsAre("a.md:1: a marker cannot write 'c.yaml', whose name is not that of an "
                          ".svg, .png or .pdf [bad-marker]",
                          "a.md:3: a picture in a page has to be an .svg or a .png [bad-marker]"));
}

TEST_F(Plans, RefuseTwoMarkersThatWriteOneFileDifferently) {
  plan({{"a.md", marked("file a.svg x") + marked("file a.svg x") + marked("file a.svg y")}});
  EXPECT_THAT(problems(),
              ElementsAre("a.md:5: 'a.svg' is written differently by another marker [bad-marker]"));
}

TEST_F(Plans, RefuseTwoDrawingsOfOneIdInAPage) {
  const std::string svg = "text '<svg id=\"x\"></svg>'";
  plan({{"a.md", marked(svg) + marked(svg)}, {"b.md", marked(svg)}});
  EXPECT_THAT(problems(), ElementsAre("a.md:3: two drawings in this page have ids that begin with "
                                      "'x': give one another --id-prefix [bad-marker]"));
}

TEST_F(Plans, RefuseAPageWhoseMarkersWouldBeLost) {
  plan({{"a.md",
         "<div>\n" + marked("text x", "<svg>\n</svg>\n") + "<a title=\"<!-- /prereq -->\n"}});
  EXPECT_THAT(problems(),
              ElementsAre("a.md:2: what is written for the markers would change how other parts of "
                          "the page are read; close the tags before them, and leave blank lines "
                          "around them [bad-marker]"));
}

TEST_F(Plans, SayWhatMarkersCouldNotDo) {
  plan({{"a.md", "\n" + marked("fail") + "<!-- prereq -->\n<!-- /prereq -->\n"}});
  EXPECT_THAT(problems(), ElementsAre("a.md:4: the marker names no command [bad-marker]",
                                      "a.md:2: too hard [layout-failed]"));
}

}  // namespace
}  // namespace prereq
