// The example pages are fresh, build without a warning, and look right in a browser.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>

#include "support/chromium.hpp"
#include "support/run_program.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using ::testing::Each;
using ::testing::Gt;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::Outcome;
using testing::Page;
using testing::read_text;
using testing::Scheme;
using testing::TemporaryFolder;

// Says in the page itself what a reader could see.
constexpr std::string_view measuring = R"html(<script>
addEventListener('load', () => {
  const linked = [...document.querySelectorAll('a')].filter((a) => a.querySelector('img'));
  document.body.setAttribute('data-seen', encodeURIComponent(JSON.stringify({
    overflows: document.documentElement.scrollWidth > innerWidth,
    images: [...document.images].map((image) => image.naturalWidth),
    words: [...document.images].map((image) => image.alt),
    leads_to: linked.map((a) => a.href),
    drawings: document.querySelectorAll('.prereq-drawing > svg').length,
    drawing_links: document.querySelectorAll('.prereq-drawing > svg a').length,
  })));
});
</script>
)html";

std::string decoded(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      result += text[i];
      continue;
    }
    result += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
    i += 2;
  }
  return result;
}

class Example : public ::testing::Test {
 protected:
  // A copy of the example, to build in.
  fs::path copy(const std::string& name) const {
    fs::copy(fs::path(PREREQ_SOURCE_DIR) / "examples" / name, folder_.path() / name,
             fs::copy_options::recursive);
    return folder_.path() / name;
  }

  static void expect_fresh(const fs::path& folder, const std::string& page) {
    const Outcome run =
        testing::run_program({PREREQ_PROGRAM, "embed", "--check", page}, {.folder = folder});
    EXPECT_EQ(run.status, 0) << run.out << run.err;
  }

  static void build(const std::vector<std::string>& command, const fs::path& folder) {
    const Outcome run = testing::run_program(command, {.folder = folder});
    ASSERT_EQ(run.status, 0) << run.out << run.err;
  }

  // What is seen of the page in a narrow window, after what has to be so of every page.
  static json look_at(const fs::path& page) {
    std::string html = read_text(page);
    const std::size_t end = html.rfind("</body>");
    EXPECT_NE(end, std::string::npos);
    html.insert(end, measuring);
    const fs::path measured = page.parent_path() / "measured.html";
    std::ofstream(measured, std::ios::binary) << html;
    const Page opened = testing::open_in_chromium(measured.string(), "500,800");
    // A script of MkDocs' own theme fails in version 1.6, whatever the page.
    for (const std::string& line : opened.console) {
      EXPECT_THAT(line, HasSubstr("/site/js/bootstrap.bundle.min.js"));
    }
    const std::string mark = "data-seen=\"";
    const std::size_t begin = opened.dom.find(mark) + mark.size();
    json seen = json::parse(decoded(opened.dom.substr(begin, opened.dom.find('"', begin) - begin)));

    EXPECT_FALSE(seen["overflows"].get<bool>());
    EXPECT_THAT(seen["images"].get<std::vector<int>>(), Not(IsEmpty()));
    EXPECT_THAT(seen["images"].get<std::vector<int>>(), Each(Gt(100)));
    EXPECT_THAT(seen["words"].get<std::vector<std::string>>(),
                Each(HasSubstr("Contributing to the engine: 5 topics, 16 hours")));
    for (const std::string link : seen["leads_to"]) {
      EXPECT_TRUE(fs::is_regular_file(decoded(link.substr(std::string("file://").size())))) << link;
      EXPECT_THAT(link, HasSubstr(".svg"));
    }
    EXPECT_EQ(seen["leads_to"].size(), seen["images"].size());
    EXPECT_FALSE(testing::seen(page.string(), Scheme::dark) ==
                 testing::seen(page.string(), Scheme::light))
        << "looks the same in the dark";
    return seen;
  }

  TemporaryFolder folder_;
};

TEST_F(Example, GitHubReadmeIsShownAsOnGitHub) {
  const fs::path folder = copy("github-readme");
  expect_fresh(folder, "README.md");
  const Outcome run = testing::run_program(
      {PREREQ_CMARK, "-e", "table", "-e", "tasklist", "README.md"}, {.folder = folder});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("<table>"));
  EXPECT_THAT(run.out, HasSubstr("<input type=\"checkbox\""));
  // GitHub's own style for images, and its background.
  std::ofstream(folder / "page.html")
      << "<!DOCTYPE html><meta charset=utf-8><style>img{max-width:100%}table{display:block;"
         "overflow:auto}</style><body>"
      << run.out << "</body>";
  look_at(folder / "page.html");
}

TEST_F(Example, SphinxPageIsBuilt) {
  const fs::path folder = copy("sphinx");
  expect_fresh(folder, "index.md");
  build({PREREQ_SPHINX, "-W", "-q", "-b", "html", ".", "_build"}, folder);
  look_at(folder / "_build/index.html");
  EXPECT_THAT(read_text(folder / "_build/index.html"), HasSubstr("<p>How the parser works</p>"));
}

TEST_F(Example, SphinxPageInReStructuredTextIsBuilt) {
  const fs::path folder = copy("sphinx-rst");
  expect_fresh(folder, "index.rst");
  build({PREREQ_SPHINX, "-W", "-q", "-b", "html", ".", "_build"}, folder);
  const json seen = look_at(folder / "_build/index.html");
  EXPECT_EQ(seen["drawings"], 1);
  EXPECT_EQ(seen["drawing_links"], 1);
  EXPECT_THAT(read_text(folder / "_build/index.html"), HasSubstr("<p>How the parser works</p>"));
}

// The picture was shown, and its link led nowhere.
TEST_F(Example, VitePressPageIsBuiltAndItsPictureLeadsToIt) {
  const fs::path folder = copy("vitepress");
  expect_fresh(folder, "index.md");
  fs::create_directory_symlink(fs::path(PREREQ_PAGES_FOLDER) / "node_modules",
                               folder / "node_modules");
  build({PREREQ_NODE, "node_modules/vitepress/bin/vitepress.js", "build", "."}, folder);
  const fs::path site = folder / ".vitepress/dist";
  const std::string page = read_text(site / "index.html");
  std::smatch found;
  ASSERT_TRUE(std::regex_search(
      page, found,
      std::regex("<a href=\"/([^\"]*)\"[^>]*><img src=\"/([^\"]*)\" alt=\"([^\"]*)\"")));
  EXPECT_EQ(found[1], "roadmap.svg");
  EXPECT_EQ(read_text(site / found[1].str()), read_text(folder / "public/roadmap.svg"));
  EXPECT_EQ(read_text(site / found[2].str()), read_text(folder / "public/roadmap.svg"));
  EXPECT_EQ(found[3], "Contributing to the engine: 5 topics, 16 hours");
  EXPECT_THAT(page, HasSubstr("<td>How the parser works</td>"));
}

TEST_F(Example, DocusaurusPageIsWhatMdxMakesOfIt) {
  const fs::path folder = copy("docusaurus");
  expect_fresh(folder, "learn.mdx");
  const Outcome run = testing::run_program(
      {PREREQ_NODE, PREREQ_PAGES_FOLDER "/read_mdx.mjs", "learn.mdx"}, {.folder = folder});
  ASSERT_EQ(run.status, 0) << run.err;
  // Docusaurus' own style for images.
  std::ofstream(folder / "page.html")
      << "<!DOCTYPE html><style>img{max-width:100%}</style>" << run.out;
  const json seen = look_at(folder / "page.html");
  EXPECT_EQ(seen["drawings"], 1);
  EXPECT_EQ(seen["drawing_links"], 1);
  EXPECT_THAT(run.out, HasSubstr("<input type=\"checkbox\""));
}

TEST_F(Example, AsciiDocPageIsBuilt) {
  const fs::path folder = copy("asciidoc");
  expect_fresh(folder, "guide.adoc");
  build({PREREQ_ASCIIDOCTOR, "-a", "webfonts!", "--failure-level=INFO", "guide.adoc"}, folder);
  const json seen = look_at(folder / "guide.html");
  EXPECT_EQ(seen["drawings"], 1);
  EXPECT_EQ(seen["drawing_links"], 1);
}

TEST_F(Example, MkDocsPageIsBuilt) {
  const fs::path folder = copy("mkdocs");
  expect_fresh(folder, "docs/index.md");
  build({PREREQ_MKDOCS, "build", "--strict", "--quiet"}, folder);
  const json seen = look_at(folder / "site/index.html");
  EXPECT_EQ(seen["drawings"], 1);
  EXPECT_EQ(seen["drawing_links"], 1);
  EXPECT_THAT(read_text(folder / "site/index.html"), HasSubstr("<table>"));
}

TEST_F(Example, HtmlPageStandsByItself) {
  const fs::path folder = copy("html-page");
  expect_fresh(folder, "index.html");
  const json seen = look_at(folder / "index.html");
  EXPECT_EQ(seen["drawings"], 1);
  EXPECT_EQ(seen["drawing_links"], 1);
}

}  // namespace
}  // namespace prereq
