// Small pages in the styles people use, and the roadmap that a reader would see in them.
#include "read/markdown.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "prereq/read.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Page {
  Sources sources;
  Diagnostics diagnostics;
  ReadNotes notes;
  Roadmap roadmap;
  std::string outline;

  std::vector<std::string> left_out() const {
    std::vector<std::string> lines;
    for (const auto& each : notes.left_out) {
      lines.push_back(fmt::format("{}: {}", each.span.begin.line, each.what));
    }
    return lines;
  }
};

// Without what sections say, and with these in place of their topics.
std::string written(const Roadmap& roadmap, IndexRange range) {
  std::string text;
  SectionIndex last = no_index;
  for (RequirementIndex i = range.first; i < range.last; ++i) {
    const Requirement& entry = roadmap.requirements()[i];
    const RequirementOrigin origin = roadmap.origin(i);
    if (origin.said_by != no_index) break;
    if (origin.named != no_index && origin.named == last) continue;
    last = origin.named;
    if (!text.empty()) text += ", ";
    text += origin.named != no_index
                ? fmt::format("section:{}", roadmap.sections()[origin.named].id)
            : entry.kind == RequirementKind::topic
                ? std::string(entry.name)
                : fmt::format("one of ({})", written(roadmap, entry.entries));
  }
  return text;
}

template <typename Part>
std::string needs_of(const Roadmap& roadmap, const Part& part) {
  const std::string needs = written(roadmap, part.requirements);
  const std::string helps = written(roadmap, part.recommendations);
  return (needs.empty() ? "" : " <- " + needs) + (helps.empty() ? "" : " <~ " + helps);
}

std::string written(const Roadmap& roadmap, std::span<const Resource> resources) {
  std::string text;
  for (const Resource& r : resources) {
    text += fmt::format(" [{}]({})", r.title, r.url);
    if (!r.by.empty()) text += fmt::format(" by {}", r.by);
    if (r.cost != Cost::unstated) text += fmt::format(" {}", to_string(r.cost));
    if (r.type != ResourceType::unstated) text += fmt::format(" {}", to_string(r.type));
    if (!r.note.empty()) text += fmt::format(" ({})", r.note);
  }
  static_cast<void>(roadmap);
  return text;
}

// Sections as `# title`, indented; topics as `id: title`, with all that they say.
std::string outline_of(const Roadmap& roadmap) {
  std::string text;
  const auto topics_of = [&](SectionIndex section, const std::string& indent) {
    for (const Topic& t : roadmap.topics()) {
      if (t.section != section) continue;
      text += fmt::format("{}{}: {}{}", indent, t.id, t.title,
                          written(roadmap, roadmap.resources(t.resources)));
      if (t.choose == Choose::all) text += " all";
      if (!t.hours_guessed) text += " " + format_hours(t.hours);
      if (!t.note.empty()) text += fmt::format(" note: {}", t.note);
      text += needs_of(roadmap, t) + '\n';
    }
  };
  topics_of(no_index, "");
  for (SectionIndex s = 0; s < roadmap.sections().size(); ++s) {
    const Section& section = roadmap.sections()[s];
    std::string indent;
    for (auto p = section.parent; p != no_index; p = roadmap.sections()[p].parent) indent += "  ";
    text += fmt::format("{}# {}{}{}\n", indent, section.title,
                        written(roadmap, roadmap.resources(section.resources)),
                        needs_of(roadmap, section));
    topics_of(s, indent + "  ");
  }
  return text;
}

Page page(const std::string& markdown, const std::string& more_yaml = {}) {
  Page result;
  std::vector<FileId> files = {result.sources.add("page.md", markdown)};
  if (!more_yaml.empty()) files.push_back(result.sources.add("more.yaml", more_yaml));
  result.roadmap = read_roadmap(result.sources, files, result.diagnostics,
                                {.format = {}, .notes = &result.notes});
  result.outline = outline_of(result.roadmap);
  EXPECT_TRUE(result.diagnostics.empty())
      << (result.diagnostics.empty() ? "" : result.diagnostics.items().front().message);
  return result;
}

TEST(Markdown, HeadingsAreSectionsAndItemsAreTopics) {
  const Page p = page(
      "# Learn **it**\n\nThis page has:\n\nAll you need.\n\n## Basics\n\n- Shell\n- `git` and "
      "*GitHub*\n\n"
      "### Deeper\n\n- Bash\n\n## Empty\n\nOnly words.\n\n## Theory\n\n* Sets\n");
  EXPECT_EQ(p.roadmap.title(), "Learn it");
  EXPECT_EQ(p.roadmap.description(), "All you need.");
  EXPECT_EQ(p.outline,
            "# Basics\n  shell: Shell\n  git-and-github: git and GitHub\n"
            "  # Deeper\n    bash: Bash\n"
            "# Theory <~ section:basics\n  sets: Sets\n");
  EXPECT_TRUE(p.notes.sections_are_chained);
  EXPECT_THAT(p.left_out(), IsEmpty());
}

TEST(Markdown, LinksAreResourcesWithMakerAndCost) {
  const Page p = page(
      "## S\n\n"
      "- NumPy: [NumPy Tutorial by Google](https://n.example) (Free)\n"
      "- [Algebra by Khan Academy](https://a.example)(Paid)\n"
      "- Up to week 6 in [CS50 by Harvard](https://c.example)\n"
      "- SQL: [Intro](https://i.example) and [Advanced](https://ad.example)\n"
      "- Graphs: [One][one] or <https://two.example>\n"
      "- Learning: [Spinning Up](https://s.example) (Thanks to [her](https://her.example).)\n\n"
      "[one]: https://one.example\n");
  EXPECT_EQ(p.outline,
            "# S\n"
            "  numpy: NumPy [NumPy Tutorial](https://n.example) by Google free\n"
            "  algebra: Algebra [Algebra](https://a.example) by Khan Academy paid\n"
            "  up-to-week-6-in-cs50: Up to week 6 in CS50 [CS50](https://c.example) by Harvard\n"
            "  sql: SQL [Intro](https://i.example) [Advanced](https://ad.example) all\n"
            "  graphs: Graphs [One](https://one.example) "
            "[https://two.example](https://two.example)\n"
            "  learning: Learning [Spinning Up](https://s.example) (Thanks to her.)\n");
}

TEST(Markdown, NestedItemsAreSectionsOrWhereToLearn) {
  const Page p = page(
      "## Prog\n\n- Python:\n  - If new to Python: [Intro](https://i.example)\n"
      "  - If you need a refresher: [Class](https://c.example)\n"
      "- Version control\n  - Git: [Book](https://g.example)\n  - GitHub\n"
      "- Calculus\n  * [Derivatives](https://d.example)\n  * [Gradients](https://gr.example)\n");
  EXPECT_EQ(p.outline,
            "# Prog\n"
            "  python: Python [Intro](https://i.example) (If new to Python)"
            " [Class](https://c.example) (If you need a refresher)\n"
            "  calculus: Calculus [Derivatives](https://d.example) "
            "[Gradients](https://gr.example)\n"
            "  # Version control\n"
            "    git: Git [Book](https://g.example)\n"
            "    github: GitHub\n");
}

TEST(Markdown, TablesSayWhatIsRequiredAndHowLongItTakes) {
  const Page p = page(
      "## Core\n\n"
      "| Course | Duration | Effort | Prerequisites |\n|--|--|--|--|\n"
      "| [Calculus 1A](https://one.example) | 13 weeks | 6-10 hours/week | high school math |\n"
      "| [Calculus: Part II](https://two.example) | 10 weeks | 5 hours/week | calculus 1a |\n"
      "| Physics | 90 min | | Calculus 2 and Calculus 1A |\n"
      "| Games | 2 weeks | | Physics or Calculus Part 2, none |\n");
  EXPECT_EQ(p.outline,
            "# Core\n"
            "  calculus-1a: Calculus 1A [Calculus 1A](https://one.example) 78–130 h\n"
            "  calculus-part-ii: Calculus: Part II [Calculus: Part II](https://two.example) 50 h"
            " <- calculus-1a\n"
            "  physics: Physics 1.5 h <- calculus-part-ii, calculus-1a\n"
            "  games: Games <- one of (physics, calculus-part-ii)\n");
  EXPECT_THAT(p.left_out(), ElementsAre("5: the prerequisite 'high school math', which is no topic "
                                        "here"));
  EXPECT_FALSE(p.notes.sections_are_chained);
}

TEST(Markdown, PrerequisitesStandBelowItemsAndHeadings) {
  const Page p = page(
      "## A\n\n- Sets\n- Logic\n  <!-- requires: sets -->\n- Proofs\n\n  Prerequisites: Logic & "
      "Sets\n- Models: requires: Proofs\n\n## B\n\nPrerequisites: Proofs\n\n- Rings\n- Fields\n");
  EXPECT_EQ(p.outline,
            "# A\n  sets: Sets\n  logic: Logic <- sets\n  proofs: Proofs <- logic, sets\n"
            "  models: Models <- proofs\n"
            "# B <- proofs\n  rings: Rings\n  fields: Fields\n");
}

TEST(Markdown, OneOfTheFollowingIsAChoice) {
  const Page p = page(
      "## Frameworks\n\nChoose one of the following:\n\n- PyTorch\n- TensorFlow\n\n"
      "## Web\n\n- Server (pick one)\n  - Django\n  - Rails\n");
  EXPECT_EQ(p.outline,
            "# Frameworks\n  pytorch: PyTorch\n  tensorflow: TensorFlow\n"
            "  frameworks: Frameworks 0 h <- one of (pytorch, tensorflow)\n"
            "# Web\n  django: Django\n  rails: Rails\n  web: Web 0 h <- one of (django, rails)\n");
}

TEST(Markdown, ChecklistsTellWhatIsKnown) {
  const Page p = page("## S\n\n- [x] Shell\n- [ ] Git\n- [X] [Vim](https://v.example)\n");
  EXPECT_THAT(p.notes.known, ElementsAre("shell", "vim"));
  EXPECT_EQ(p.outline, "# S\n  shell: Shell\n  git: Git\n  vim: Vim [Vim](https://v.example)\n");
}

TEST(Markdown, LinksUnderSuchHeadingsAreTheSectionsResources) {
  const Page p = page(
      "## Maths\n\n- Sets\n\n## Newsletters\n\n- [The Batch](https://b.example)\n"
      "- Reading papers\n\n## Blogs and newsletters\n\n* [A](https://a.example)\n");
  EXPECT_EQ(p.outline,
            "# Maths\n  sets: Sets\n"
            "# Newsletters [The Batch](https://b.example) newsletter <~ section:maths\n"
            "  reading-papers: Reading papers\n"
            "# Blogs and newsletters [A](https://a.example)\n");
}

TEST(Markdown, WhatIsAboutThePageIsNoTopic) {
  const Page p = page(
      "# T\n\n[![build](https://img.example/b.svg)](https://ci.example)\n\n"
      "## Table of Contents\n\n- [A](#a)\n  - [B](#b)\n\n- [A](#a)\n\n## A\n\n- Sets\n"
      "- ![only an image](x.png)\n- [Back to top](#t)\n\n[⬆ back to top](#t)\n\n"
      "<details><summary>More</summary>\n\n- Logic\n\n</details>\n\n## License\n\n- MIT\n\n"
      "### Of pictures\n\n- CC\n");
  EXPECT_EQ(p.outline, "# A\n  sets: Sets\n  # More\n    logic: Logic\n");
  EXPECT_THAT(p.left_out(), IsEmpty());
}

TEST(Markdown, WhatIsNotUnderstoodIsTold) {
  const Page p = page(
      "## A\n\n- **Sets**: what belongs together\n- Machine learning will impact everyone's life "
      "in "
      "some way.\n- + many more\n- [Mail](ftp://x.example)\n\nSee [this "
      "list](https://l.example).\n");
  EXPECT_EQ(p.outline, "# A\n  sets: Sets note: what belongs together\n  mail: Mail\n");
  EXPECT_THAT(p.left_out(), ElementsAre("4: an item that is no title: “Machine learning will "
                                        "impact everyone's life in some way.”",
                                        "5: an item that is no title: “many more”",
                                        "6: a link whose address is not one of the web",
                                        "8: a paragraph with a link in it: “See this list.”"));
}

TEST(Markdown, MeetsTopicsOfAShortRoadmapFile) {
  const Page p = page("# T\n\n## A\n\n- [Linear Algebra](https://l.example)\n- Calculus\n",
                      "topics:\n  calculus: {hours: 20, requires: [linear-algebra]}\n"
                      "goals: {g: {requires: [calculus]}}\n");
  EXPECT_EQ(p.outline,
            "# A\n  linear-algebra: Linear Algebra [Linear Algebra](https://l.example)\n"
            "  calculus: Calculus 20 h <- linear-algebra\n");
  EXPECT_FALSE(p.notes.sections_are_chained);
}

TEST(Markdown, KeepsItsPlaces) {
  const Page p = page("## Ä\n\n- [x] ünï\n\n  | Topic |\n  |--|\n\n| Topic |\n|---|\n| Zed |\n");
  EXPECT_EQ(p.roadmap.topics()[0].span.begin.line, 3U);
  EXPECT_EQ(p.roadmap.topics()[0].span.begin.column, 7U);
  EXPECT_EQ(p.roadmap.sections()[0].span.begin, (Position{1, 1}));
  EXPECT_EQ(p.roadmap.sections()[0].span.end, (Position{1, 5}));
}

TEST(Markdown, LinkThatEndsInASpaceAtTheEndOfALineDoesNotReachBeyondIt) {
  const Page p = page(
      "## S\n\n- NumPy: [Tutorial by Google ](https://n.example)\n- [ ](https://x.example)\n"
      "- **Sets **\n");
  EXPECT_EQ(p.outline,
            "# S\n  numpy: NumPy [Tutorial](https://n.example) by Google\n  sets: **Sets **\n");
}

TEST(Markdown, LineOfAnImageAtTheEndOfAnItemIsNone) {
  const Page p = page(
      "# Course\n\n- Algebra\n  ![badge](https://b.example/x.svg)\n"
      "- Calculus\n  requires: Algebra\n  ![badge](x.svg)\n");
  EXPECT_EQ(p.outline, "algebra: Algebra\ncalculus: Calculus <- algebra\n");
}

TEST(Markdown, TitlesAreNoLongerThanARoadmapFileMayHold) {
  const std::string is(1100, 'i');
  const Page p = page("# " + is + "\n\n## " + is + "\n\n- Algebra\n");
  EXPECT_EQ(p.roadmap.title(), std::string(1000, 'i'));
  EXPECT_EQ(p.roadmap.sections()[0].title, std::string(1000, 'i'));
}

TEST(Markdown, HasNoTablesOfThousandsOfColumns) {
  std::string row;
  for (int i = 0; i < 1002; ++i) row += "|a";
  Sources sources;
  Diagnostics diagnostics;
  read_roadmap(sources, sources.add("a.md", "# T\n\n" + row + "\n"), diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].code, Code::too_large);
  EXPECT_EQ(diagnostics.items()[0].message, "expected at most 1000 columns in a table");
  EXPECT_EQ(diagnostics.items()[0].span.begin, (Position{3, 1}));
}

// Each was sought an end for through the rest of the page: 30,000 of them took half a minute.
TEST(Markdown, SummariesWithoutAnEndAreReadInLinearTime) {
  std::string page;
  for (int i = 0; i < 3'000; ++i) page += "<summary>";
  Sources sources;
  Diagnostics diagnostics;
  read_roadmap(sources, sources.add("a.md", page), diagnostics);
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Markdown, SeveralLinksInOneBracketAreAllResources) {
  EXPECT_EQ(page("- Regular expressions ([tutorial](https://t.example), [sheet](https://s.example) "
                 "and [game](https://g.example))\n"
                 "- [Sorting](https://o.example) (thanks to [her](https://h.example) for this)\n")
                .outline,
            "regular-expressions: Regular expressions [tutorial](https://t.example) "
            "[sheet](https://s.example) [game](https://g.example) all\n"
            "sorting: Sorting [Sorting](https://o.example) (thanks to her for this)\n");
}

TEST(Markdown, MakersMayStandBehindTheCost) {
  EXPECT_EQ(page("- [Statistics](https://s.example)(Paid) by O'Reilly\n").outline,
            "statistics: Statistics [Statistics](https://s.example) by O'Reilly paid\n");
}

TEST(Markdown, CostsWithoutALinkAreNoPartOfATitle) {
  EXPECT_EQ(page("- Calculus (Paid)\n- Analysis (free): the hard way\n"
                 "- Limits\n  - Requires: Calculus\n")
                .outline,
            "calculus: Calculus note: paid\nanalysis: Analysis note: free, the hard way\n"
            "limits: Limits <- calculus\n");
}

TEST(Markdown, HoursMayStandAtTheEndOfANote) {
  EXPECT_EQ(page("- [Git](https://g.example): version control (3h)\n- Bash: the shell (90 min)\n"
                 "- Sed: what it is (in 1974)\n")
                .outline,
            "git: Git [Git](https://g.example) 3 h note: version control\n"
            "bash: Bash 1.5 h note: the shell\nsed: Sed note: what it is (in 1974)\n");
}

TEST(Markdown, AnchorsOfHeadingsAndFootnotesAreNoPartOfTitles) {
  EXPECT_EQ(page("# Map {#map}\n\n## Basics {: .wide #basics}\n\n- Sets[^1]\n- **Maps**[^2] ok\n"
                 "- {braces}\n\n[^1]: Naive ones.\n")
                .outline,
            "# Basics\n  sets: Sets\n  maps: Maps note: ok\n  braces: {braces}\n");
}

TEST(Markdown, WhatAGeneratorReadsBeforeThePageIsNoHeading) {
  const Page yaml = page(
      "---\r\ntitle: \"From: above\"\r\ndescription: All you need.\r\ntags:\r\n"
      "  - x\r\n---\r\n\r\n## Basics\r\n\r\n- Sets\r\n");
  EXPECT_EQ(yaml.roadmap.title(), "From: above");
  EXPECT_EQ(yaml.roadmap.description(), "All you need.");
  EXPECT_EQ(yaml.outline, "# Basics\n  sets: Sets\n");
  EXPECT_EQ(yaml.roadmap.topics()[0].span.begin.line, 10U);
  const Page toml = page("+++\ntitle = 'Above'\n[menu]\n+++\n# Map\n\n- Sets\n");
  EXPECT_EQ(toml.roadmap.title(), "Map");
  EXPECT_EQ(toml.outline, "sets: Sets\n");
  EXPECT_EQ(page("---\n\n- Sets: all\n\n---\n").outline, "sets: Sets note: all\n");
  EXPECT_EQ(page("---\ntitle: open\n\n- Sets\n").outline, "sets: Sets\n");
}

TEST(Markdown, LinksOfWikisAreTheirWords) {
  EXPECT_EQ(page("- [[Linear algebra]]\n- [[calc|Calculus]] (requires [[Linear algebra]])\n"
                 "- Arrays[[0]]]\n- open [[ended\n")
                .outline,
            "linear-algebra: Linear algebra\ncalculus: Calculus <- linear-algebra\n"
            "arrays-0: Arrays[[0]]]\nopen-ended: open [[ended\n");
}

TEST(Markdown, BracketsMaySayWhatIsRequiredInWords) {
  EXPECT_EQ(page("- Sets\n- Maps (needs sets)\n- Graphs (Requires Sets or Maps) – all kinds\n"
                 "- Needs (a theory of)\n")
                .outline,
            "sets: Sets\nmaps: Maps <- sets\ngraphs: Graphs note: all kinds <- one of (sets, maps)"
            "\nneeds-a-theory-of: Needs (a theory of)\n");
}

TEST(Markdown, AnAlertIsNoDescription) {
  const Page alert = page("# Map\n\n## Basics\n\n> [!NOTE]\n> Read this.\n\n- Sets\n");
  EXPECT_EQ(alert.roadmap.sections()[0].description, "");
}

TEST(Markdown, ACommentBeforeTheTitleLeavesTheDescriptionAlone) {
  EXPECT_EQ(page("<!-- omit in toc -->\n# Map\n\n<!-- x -->\n\nAll you need.\n\n- A\n")
                .roadmap.description(),
            "All you need.");
}

// Lists in lists were refused from the 33rd on, and more nested sections fit no roadmap file.
TEST(Markdown, ListsAHundredDeepAreReadAndTheirSectionsNestAsDeepAsAFileCan) {
  std::string text = "# Deep\n\n## Map\n\n";
  for (int i = 0; i < 100; ++i) {
    text += std::string(static_cast<std::size_t>(2 * i), ' ') + fmt::format("- Level {}\n", i);
  }
  text += "- Shallow\n";
  const Page deep = page(text);
  EXPECT_EQ(deep.roadmap.sections().size(), 24U);
  ASSERT_EQ(deep.roadmap.topics().size(), 78U);
  EXPECT_EQ(deep.roadmap.topics().front().title, "Level 23");
  EXPECT_EQ(deep.roadmap.topics()[76].title, "Level 99");
  for (std::size_t t = 0; t < 77; ++t) EXPECT_EQ(deep.roadmap.topics()[t].section, 23U);
  EXPECT_EQ(deep.roadmap.topics()[77].section, 0U);
  EXPECT_THAT(
      deep.left_out(),
      ElementsAre("28: the levels of lists from 'Level 23' on: sections are nested 24 deep"));
}

TEST(Markdown, WhatIsSaidOfAnItemNestedTooDeepStaysWithIt) {
  std::string text = "# Deep\n\n";
  for (int i = 0; i < 24; ++i) {
    text += std::string(static_cast<std::size_t>(2 * i), ' ') + fmt::format("- Level {}\n", i);
  }
  const std::string in(48, ' ');
  text += in + "- [Pandas](https://p.example) (4 h)\n" + in + "  - Requires: Level 40\n" + in +
          "  - Series\n" + in + "    - Level 40\n" + in + "- Plain\n";
  const Page deep = page(text);
  EXPECT_THAT(deep.outline,
              ::testing::EndsWith("pandas: Pandas [Pandas](https://p.example) 4 h <- level-40\n" +
                                  in + "series: Series\n" + in + "level-40: Level 40\n" + in +
                                  "plain: Plain\n"));
}

// "C--" lost its dashes, and so did "- dash first" on its way through an outline.
TEST(Markdown, DashesOfATitleAreItsOwn) {
  EXPECT_EQ(page("# Map\n\n- **\\- Dash first** (2 h)\n- C--\n- Maps -\n").outline,
            "dash-first: - Dash first 2 h\nc: C--\nmaps: Maps\n");
}

TEST(Markdown, ThatCannotBeReadSaysWhy) {
  Sources sources;
  Diagnostics diagnostics;
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "> ";
  const std::vector<FileId> files = {sources.add("a.md", "ok\n- \xFF\n"),
                                     sources.add("b.md", deep + "- x\n")};
  for (const FileId file : files) read_roadmap(sources, file, diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 2U);
  EXPECT_EQ(diagnostics.items()[0].code, Code::encoding);
  EXPECT_EQ(diagnostics.items()[0].span.begin, (Position{2, 3}));
  EXPECT_EQ(diagnostics.items()[1].code, Code::too_large);
  EXPECT_EQ(diagnostics.items()[1].message, "expected at most 256 levels of lists and quotations");
}

TEST(Markdown, HeadingsAreNamedForAllThatIsUnderThem) {
  const Page p = page(
      "## Maths\n\n- Sets\n- Logic (optional)\n\n## Linux\n\n- Shell\n- Linux\n\n## Projects\n\n"
      "Requires: Maths\n\nHelpful before: all of Linux\n\n- One\n  - Requires: Linux or maths (it "
      "is "
      "used)\n- Two\n  - Together with: Maths\n\n### Inner\n\n- Three\n  - Requires: Projects\n");
  EXPECT_EQ(p.outline,
            "# Maths\n  sets: Sets\n  logic: Logic\n"
            "# Linux\n  shell: Shell\n  linux: Linux\n"
            "# Projects <- section:maths <~ section:linux\n"
            "  one: One <- one of (linux, section:maths)\n"
            "  two: Two\n"
            "  # Inner\n    three: Three\n");
  EXPECT_FALSE(p.notes.sections_are_chained);
  EXPECT_THAT(p.left_out(), IsEmpty());
  const Topic& three = p.roadmap.topics()[*p.roadmap.find_topic("three")];
  EXPECT_EQ(three.requirements.size(), 1U);
  const Topic& two = p.roadmap.topics()[*p.roadmap.find_topic("two")];
  EXPECT_EQ(p.roadmap.requirements(two.corequisites)[0].name, "sets");
}

TEST(Markdown, SectionsOfOneLevelHelpWithTheNext) {
  const Page p = page(
      "## One\n\n- A\n\n### Inner\n\n- B\n\n### Other\n\n- C\n\n## Two\n\n- D\n- E\n\n## Links\n\n"
      "Resources:\n\n- [L](https://l.example)\n\n## Three\n\n- F\n");
  EXPECT_EQ(p.outline,
            "# One\n  a: A\n  # Inner\n    b: B\n  # Other <~ section:inner\n    c: C\n"
            "# Two <~ section:one\n  d: D\n  e: E\n# Links [L](https://l.example)\n"
            "# Three <~ section:two\n  f: F\n");
  EXPECT_TRUE(p.notes.sections_are_chained);
}

TEST(Markdown, NumberedStepsOfLinksAloneAreTopics) {
  const std::string start =
      "## 1. Learn Linux\n\n- Shell\n\n## 2. Learn containers\n\nResources:\n\n"
      "- [Docker](https://d.example)\n\n## 3. Learn Kubernetes\n\n- Pods\n";
  EXPECT_EQ(page(start).outline,
            "# 1. Learn Linux\n  shell: Shell\n"
            "# 2. Learn containers <~ section:1-learn-linux\n"
            "  2-learn-containers: 2. Learn containers [Docker](https://d.example)\n"
            "# 3. Learn Kubernetes <~ section:2-learn-containers\n  pods: Pods\n");
  EXPECT_EQ(page(start + "  - Requires: 2. Learn containers\n").outline,
            "# 1. Learn Linux\n  shell: Shell\n"
            "# 2. Learn containers\n"
            "  2-learn-containers: 2. Learn containers [Docker](https://d.example)\n"
            "# 3. Learn Kubernetes\n  pods: Pods <- section:2-learn-containers\n");
}

TEST(Markdown, SectionsTooLargeForItAreNotChained) {
  std::string text;
  for (int section = 0; section < 3; ++section) {
    text += fmt::format("## S{}\n\n", section);
    for (int i = 0; i < 500; ++i) text += fmt::format("- T{}x{}\n", section, i);
    text += "\n";
  }
  const Page p = page(text);
  EXPECT_TRUE(p.roadmap.sections()[1].recommendations.empty());
  EXPECT_FALSE(p.notes.sections_are_chained);
}

// What a page writes as an entity is a sign to its reader, and no syntax of lists.
TEST(Entities, AreNoSyntaxOfItems) {
  const Page read = page(
      "# P\n\n"
      "- &#58;smile&#58; Emoji\n"
      "- Sorting &#40;2 h)\n"
      "- Note&#58; taking\n"
      "- &#91;x] Marks\n"
      "- [Learn&#32;by doing](https://e.org/?a&#124;b)\n"
      "- `&#58;code`\n");
  std::vector<std::string> titles;
  for (const Topic& topic : read.roadmap.topics()) titles.emplace_back(topic.title);
  EXPECT_THAT(titles, ElementsAre(":smile: Emoji", "Sorting (2 h)", "Note: taking", "[x] Marks",
                                  "Learn by doing", "&#58;code"));
  const auto resources = read.roadmap.resources(read.roadmap.topics()[4].resources);
  ASSERT_EQ(resources.size(), 1U);
  EXPECT_EQ(resources.front().url, "https://e.org/?a|b");
  EXPECT_EQ(resources.front().by, "");
}

TEST(Entities, AreNotMixedUpWithPrivateCharactersOfThePage) {
  const Page read = page("- x\U000F003A\U000F007F a &#58; b\n");
  EXPECT_EQ(read.roadmap.topics()[0].title, "x\U000F003A\U000F007F a : b");
}

TEST(BoldTitles, WithTheirHoursAreTitlesWhateverTheyLookLike) {
  const Page read = page(
      "- **\\*\\*\\*** (1 h)\n"
      "- **What is a graph, really and truly so?** (2 h)\n"
      "- **\\-x-** (~1 h): [R](https://e.org)\n");
  std::vector<std::string> titles;
  for (const Topic& topic : read.roadmap.topics()) titles.emplace_back(topic.title);
  EXPECT_THAT(titles, ElementsAre("***", "What is a graph, really and truly so?", "-x-"));
}

}  // namespace
}  // namespace prereq
