// Pages of every format, folders of pages, and pictures that lead elsewhere.
#include <gmock/gmock.h>

#include "cli/cli_test.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Outcome;
using testing::prereq;
using testing::read_text;
using testing::TemporaryFolder;

class EmbedFormats : public ::testing::Test {
 protected:
  EmbedFormats() { folder_.file("small.yaml", testing::small_roadmap); }

  void file(const std::string& name, const std::string& text) const {
    fs::create_directories((folder_.path() / name).parent_path());
    folder_.file(name, text);
  }
  Outcome embed(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "embed");
    return prereq(std::move(arguments), {.folder = folder_.path()});
  }
  std::string text(const std::string& name) const { return read_text(folder_.path() / name); }

  TemporaryFolder folder_;
};

std::string marked(const std::string& words, const std::string& content = "") {
  return "<!-- prereq " + words + " -->\n" + content + "<!-- /prereq -->\n";
}

TEST_F(EmbedFormats, WritesReStructuredText) {
  file("a.rst",
       "A\n=\n\n.. prereq render small.yaml -o a.svg\n.. /prereq\n\n"
       "- in a list\n\n  .. prereq goals small.yaml\n\n  old\n\n  .. /prereq\n");
  EXPECT_EQ(embed({"a.rst"}).out, "a.rst: written\na.svg: written\n");
  EXPECT_EQ(text("a.rst"),
            "A\n=\n\n.. prereq render small.yaml -o a.svg\n\n.. image:: a.svg\n"
            "   :alt: Small: 3 topics, 90 hours\n   :target: a.svg\n\n.. /prereq\n\n"
            "- in a list\n\n  .. prereq goals small.yaml\n\n  .. list-table::\n"
            "     :header-rows: 1\n\n     * - Goal\n       - Topics left\n       - Hours left\n"
            "     * - Analyst\n       - 3\n       - 90 h\n\n  .. /prereq\n");
  EXPECT_EQ(embed({"--check", "a.rst"}).out, "nothing is stale\n");
}

TEST_F(EmbedFormats, WritesMdx) {
  file("A.MDX", "# A\n\n{/* prereq render small.yaml\n    -o a.svg */}\n{/* /prereq */}\n");
  EXPECT_EQ(embed({"A.MDX"}).out, "A.MDX: written\na.svg: written\n");
  EXPECT_EQ(text("A.MDX"),
            "# A\n\n{/* prereq render small.yaml\n    -o a.svg */}\n\n"
            "[![Small: 3 topics, 90 hours](a.svg)](a.svg)\n\n{/* /prereq */}\n");
}

TEST_F(EmbedFormats, WritesAsciiDoc) {
  file("a.adoc",
       "= A\r\n\r\n// prereq render small.yaml -o a.svg\r\n// /prereq\r\n\r\n"
       "// prereq next small.yaml\r\n// /prereq\r\n");
  EXPECT_EQ(embed({"a.adoc"}).out, "a.adoc: written\na.svg: written\n");
  EXPECT_EQ(text("a.adoc"),
            "= A\r\n\r\n// prereq render small.yaml -o a.svg\r\n\r\n"
            "image::a.svg[\"Small: 3 topics, 90 hours\",link=\"a.svg\"]\r\n\r\n// /prereq\r\n\r\n"
            "// prereq next small.yaml\r\n\r\n[%header,cols=\"<,>,>\"]\r\n|===\r\n"
            "|Ready to start\r\n|Unlocks\r\n|Hours\r\n\r\n|Algebra\r\n|2\r\n|40 h\r\n|===\r\n\r\n"
            "// /prereq\r\n");
  EXPECT_EQ(embed({"--check", "a.adoc"}).out, "nothing is stale\n");
}

TEST_F(EmbedFormats, CallsPicturesFromTheImagesFolderOfAsciiDoc) {
  for (const auto& [folder, name] :
       {std::pair("images", "b/a.svg"), std::pair("./images/", "b/a.svg"),
        std::pair("other", "../images/b/a.svg"), std::pair("{docs}", "images/b/a.svg"),
        std::pair("https://a.org/", "images/b/a.svg"), std::pair("", "images/b/a.svg")}) {
    file("a.adoc", "= A\n:imagesdir: " + std::string(folder) +
                       "\n\n// prereq render small.yaml -o images/b/a.svg\n// /prereq\n");
    EXPECT_EQ(embed({"a.adoc"}).status, 0);
    EXPECT_THAT(text("a.adoc"),
                HasSubstr("\nimage::" + std::string(name) +
                          "[\"Small: 3 topics, 90 hours\",link=\"images/b/a.svg\"]\n"))
        << folder;
  }
}

TEST_F(EmbedFormats, NamesThePlaceOfABadMarkerInEachFormat) {
  for (const auto& [name, page, message] :
       {std::tuple("a.rst", "a\n\n.. prereq goals small.yaml\n",
                   "a.rst:3:1: error: this marker has no '.. /prereq' that closes it"),
        std::tuple("a.mdx", "a\n\n{/* prereq goals small.yaml */}\n",
                   "a.mdx:3:1: error: this marker has no '{/* /prereq */}' that closes it"),
        std::tuple("a.adoc", "a\n\n// prereq goals small.yaml\n",
                   "a.adoc:3:1: error: this marker has no '// /prereq' that closes it"),
        std::tuple("b.adoc", "// prereq goals missing.yaml\n// /prereq\n",
                   "b.adoc:1:1: error: cannot read 'missing.yaml': there is no such file")}) {
    file(name, page);
    const Outcome run = embed({name});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(run.err, HasSubstr(std::string(message) + " [bad-marker]\n"));
    EXPECT_EQ(text(name), page);
  }
}

TEST_F(EmbedFormats, TakesAnotherFormatForMarkdownAndHtmlOnly) {
  file("a.md", marked("goals small.yaml --format html"));
  EXPECT_EQ(embed({"a.md"}).status, 0);
  EXPECT_THAT(text("a.md"), HasSubstr("<table class=\"prereq-table\">"));
  file("a.rst", ".. prereq goals small.yaml --format html\n.. /prereq\n");
  EXPECT_THAT(embed({"a.rst"}).err, HasSubstr("--format: 'html' is not one of rst"));
}

TEST_F(EmbedFormats, ShowsAStaleDrawingInAnyFormatAsOneLine) {
  for (const auto& [name, open, close] :
       {std::tuple("a.rst", ".. prereq ", "\n.. /prereq\n"),
        std::tuple("a.mdx", "{/* prereq ", " */}\n{/* /prereq */}\n"),
        std::tuple("a.adoc", "// prereq ", "\n// /prereq\n")}) {
    file(name, std::string(open) + "render small.yaml --inline" + close);
    const Outcome run = embed({"--check", name});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(run.out, HasSubstr("<svg> drawing "));
    EXPECT_LT(run.out.size(), 600U);
    ASSERT_EQ(embed({name}).status, 0);
    EXPECT_EQ(embed({"--check", name}).out, "nothing is stale\n");
    EXPECT_EQ(embed({name}).out, "nothing was stale\n");
  }
}

TEST_F(EmbedFormats, SearchesFoldersForPagesWithMarkers) {
  const std::string page = marked("goals small.yaml --root-less");
  for (const std::string made : {"docs/.hidden/a.md", "docs/node_modules/a.md", "docs/_build/a.md",
                                 "docs/site/a.html", "docs/cmake/a.md", "docs/.a.md"}) {
    file(made, page);
  }
  file("docs/site/index.html", "");
  file("docs/cmake/CMakeCache.txt", "");
  file("docs/notes.txt", page);
  file("docs/plain.md", "# Without\n");
  file("docs/talks.md", "of `prereq`\n");
  file("docs/z.md", marked("goals ../small.yaml"));
  file("docs/B.RST", ".. prereq goals ../small.yaml\n.. /prereq\n");
  file("docs/build/deep/a.adoc", "// prereq goals ../../../small.yaml\n// /prereq\n");
  fs::create_symlink("..", folder_.path() / "docs/loop");
  fs::create_symlink("z.md", folder_.path() / "docs/link.md");
  const Outcome checked = embed({"--check", "docs"});
  EXPECT_EQ(checked.status, 1);
  EXPECT_EQ(checked.err, "");
  EXPECT_THAT(checked.out, HasSubstr("--- docs/z.md\n"));
  const Outcome run = embed({"docs"});
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.out, "docs/B.RST: written\ndocs/build/deep/a.adoc: written\ndocs/z.md: written\n");
  EXPECT_EQ(embed({"."}).out, "nothing was stale\n");
  EXPECT_EQ(embed({"docs/z.md", "docs", "docs/plain.md"}).out,
            "docs/plain.md: no markers\nnothing was stale\n");
}

TEST_F(EmbedFormats, SaysThatAFolderHasNoPagesWithMarkers) {
  file("docs/talks.md", "of `prereq`\n");
  fs::create_directory(folder_.path() / "empty");
  EXPECT_EQ(embed({"docs", "empty"}).out,
            "docs: no pages with markers\nempty: no pages with markers\nnothing was stale\n");
}

TEST_F(EmbedFormats, RefusesAFolderOutsideOfTheRoot) {
  fs::create_directory(folder_.path() / "in");
  EXPECT_THAT(embed({"--root", "in", "."}).err, HasSubstr("'.' is not in the root folder"));
}

TEST_F(EmbedFormats, LetsAPictureLeadElsewhere) {
  file("a.md", marked("render small.yaml -o public/a.svg --link /a.svg") +
                   marked("render small.yaml -o b.svg --link none"));
  EXPECT_EQ(embed({"a.md"}).err, "");
  EXPECT_THAT(text("a.md"), HasSubstr("[![Small: 3 topics, 90 hours](public/a.svg)](/a.svg)\n"));
  EXPECT_THAT(text("a.md"), HasSubstr("\n![Small: 3 topics, 90 hours](b.svg)\n"));
  file("b.md", marked("render small.yaml -o c.svg --link javascript:alert(1)"));
  EXPECT_THAT(embed({"b.md"}).err,
              HasSubstr("'javascript:alert(1)' is neither none nor an address that a page may "
                        "link to"));
  file("b.md", marked("render small.yaml --inline --link none"));
  EXPECT_THAT(embed({"b.md"}).err, HasSubstr("leave out --inline"));
  EXPECT_THAT(prereq({"render", "small.yaml", "--link", "none"}, {.folder = folder_.path()}).err,
              HasSubstr("unknown option '--link'"));
}

TEST_F(EmbedFormats, DrawsPicturesWhoseExtensionsAreInCapitals) {
  file("a.md", marked("render small.yaml -o A.SVG"));
  EXPECT_EQ(embed({"a.md"}).out, "a.md: written\nA.SVG: written\n");
  EXPECT_THAT(text("a.md"), HasSubstr("](A.SVG)"));
}

// `-o plan.JSON` wrote plain text.
TEST_F(EmbedFormats, ExtensionsOfOutputsCountInAnyCase) {
  const auto run = [&](std::vector<std::string> arguments) {
    return prereq(std::move(arguments), {.folder = folder_.path()});
  };
  for (const auto& [name, begin] :
       {std::pair("plan.JSON", "{"), std::pair("plan.Md", "**Shortest path to "),
        std::pair("plan.HTML", "<p><strong>"), std::pair("plan.Csv", "step,"),
        std::pair("plan.rst", "**Shortest path to "), std::pair("plan.MDX", "**Shortest path to "),
        std::pair("plan.ADOC", "**Shortest path to ")}) {
    EXPECT_EQ(run({"path", "small.yaml", "--to", "analyst", "-o", name}).status, 0) << name;
    EXPECT_THAT(text(name), ::testing::StartsWith(begin)) << name;
  }
  EXPECT_THAT(text("plan.ADOC"), HasSubstr("\n* [ ] Algebra (40 h)\n"));
  EXPECT_EQ(run({"render", "small.yaml", "-o", "a.SVG", "-o", "a.JSON", "-o", "a.Gv"}).status, 0);
  EXPECT_THAT(text("a.SVG"), ::testing::StartsWith("<svg "));
  EXPECT_THAT(text("a.JSON"), ::testing::StartsWith("{"));
  EXPECT_THAT(text("a.Gv"), HasSubstr("digraph"));
  EXPECT_EQ(run({"check", "small.yaml", "-o", "a.SARIF"}).status, 0);
  EXPECT_THAT(text("a.SARIF"), HasSubstr("2.1.0"));
  EXPECT_EQ(run({"stats", "small.yaml", "--format", "JSON"}).out,
            run({"stats", "small.yaml", "--format", "json"}).out);
  EXPECT_EQ(run({"render", "small.yaml", "--format", "DOT"}).out, text("a.Gv"));
  file("b.txt", text("small.yaml"));
  EXPECT_EQ(run({"goals", "--read-as", "Roadmap", "b.txt"}).status, 0);
  EXPECT_THAT(run({"goals", "small.yaml", "--format", "HTMLX"}).err, HasSubstr("did you mean"));
}

}  // namespace
}  // namespace prereq
