// Codes of what cannot be learned, drawn or embedded.
#include "check/explanations.hpp"

namespace prereq {
namespace {

constexpr std::array<Explanation, 5> rows = {{
    {
        .code = Code::cycle,
        .summary = "topics that each need the other first",
        .cause =
            "Nobody can learn these: following what each topic requires leads back to where it "
            "began, so there is no topic to start with. A topic that requires itself is the "
            "shortest cycle. What "
            "depends on such topics cannot be learned either, and is not reported again.\n\n"
            "Topics that are corequisites of one another are learned together, and make no "
            "cycle by themselves.",
        .cure = "Strike the entry that is least true: one of the two can be begun without the "
                "other. If they have to be learned together, make them `corequisites`. If it is "
                "a part of the one that the other needs, make that part a topic of its own. "
                "`prereq render --allow-cycles` draws the cycles in red.",
        .wrong = {{{{"roadmap.yaml", R"(topics:
  statistics: {hours: 30, requires: [probability]}
  probability: {hours: 12, requires: [data-analysis]}
  data-analysis: {hours: 20, requires: [statistics]}
)"}}}},
        .says = "roadmap.yaml:2:3: error: none of these can be learned first: statistics → "
                "data-analysis → probability → statistics [cycle]",
        .mended = {{{{"roadmap.yaml", R"(topics:
  statistics: {hours: 30, requires: [probability]}
  probability: {hours: 12}
  data-analysis: {hours: 20, requires: [statistics]}
)"}}}},
    },
    {
        .code = Code::impossible_alternative,
        .summary = "more alternatives are wanted than there are",
        .cause = "`at-least` is larger than the number of entries in `of`, where those that repeat "
                 "one another count once, or a group is empty, or `section:ID` names a section "
                 "without a topic that is not optional. No choice "
                 "would meet it.",
        .cure = "Lower the number, or add what is missing. Of a group that lost its entries, "
                "strike the group.",
        .wrong = {{{{"roadmap.yaml", R"(topics:
  statistics: {hours: 25}
  logic: {hours: 15}
  data-science:
    hours: 60
    requires: [{at-least: 3, of: [statistics, logic]}]
)"}}}},
        .says =
            "roadmap.yaml:6:17: error: this group wants 3 of 2 entries [impossible-alternative]",
        .mended = {{{{"roadmap.yaml", R"(topics:
  statistics: {hours: 25}
  logic: {hours: 15}
  data-science:
    hours: 60
    requires: [{at-least: 1, of: [statistics, logic]}]
)"}}}},
    },
    {
        .code = Code::unreachable_goal,
        .summary = "no order of topics reaches the goal",
        .cause = "What `--avoid` or `--free` leaves out is needed, whatever else is chosen; or "
                 "what the goal requires is part of a cycle. The message names the topics that "
                 "block it.",
        .cure = "Allow what blocks, give the roadmap another way (`any`), or add a free resource "
                "to the topic that has only paid ones.",
        .wrong = {.files = {{{"roadmap.yaml", R"text(topics:
  algebra: {hours: 40}
  calculus:
    requires: [algebra]
    resources: "[Calculus](https://courses.example/calculus) (paid, 30 h)"
goals:
  engineer: {requires: [calculus]}
)text"}}},
                  .command = "prereq path roadmap.yaml --to engineer --free"},
        .says = "roadmap.yaml:7:3: error: goal 'engineer' cannot be reached without 'calculus' "
                "(paid) [unreachable-goal]",
        .mended = {.files = {{{"roadmap.yaml", R"text(topics:
  algebra: {hours: 40}
  calculus:
    requires: [algebra]
    resources:
      - "[Calculus](https://courses.example/calculus) (paid, 30 h)"
      - "[Calculus, a book](https://books.example/calculus) (free, 45 h)"
goals:
  engineer: {requires: [calculus]}
)text"}}},
                   .command = "prereq path roadmap.yaml --to engineer --free"},
    },
    {
        .code = Code::layout_failed,
        .summary = "Graphviz could not lay the picture out",
        .cause = "Graphviz failed, took longer than `--timeout` allows, or was asked for what "
                 "would take it minutes. As a warning: prereq laid the picture out itself, in rows "
                 "that run down. In a page, which is to be the same on every machine, it is an "
                 "error.",
        .cure = "Ask for prereq's own rows, which take any size: `--engine builtin`, and no "
                "`--direction right`. Whether Graphviz is asked or not, a picture that takes it so "
                "long is of little use to read: draw the way to one goal (`--to`), what is around "
                "a topic (`--around`), sections from afar (`--collapse all`), or a picture for "
                "each (`--split`).",
        .wrong = {.files = {{{"edges.sh",
                              R"(# 220 topics, each with the one before it, and all with the first.
echo prerequisite,topic
for i in $(seq 2 220); do
  echo "t$((i - 1)),t$i"
  echo "t1,t$i"
done
)"},
                             {"page.md", R"(# Everything at once

<!-- prereq render edges.csv --all-edges --engine dot -o edges.svg -->
<!-- /prereq -->
)"}}},
                  .command = "sh edges.sh > edges.csv && prereq embed page.md"},
        .says =
            "page.md:3:1: error: Graphviz would take minutes: cards, borders and edges that pass "
            "rows take 24091 places [layout-failed]",
        .mended = {.files = {{{"edges.sh",
                               R"(# 220 topics, each with the one before it, and all with the first.
echo prerequisite,topic
for i in $(seq 2 220); do
  echo "t$((i - 1)),t$i"
  echo "t1,t$i"
done
)"},
                              {"page.md", R"(# Everything at once

<!-- prereq render edges.csv --all-edges -o edges.svg -->
<!-- /prereq -->
)"}}},
                   .command = "sh edges.sh > edges.csv && prereq embed page.md"},
    },
    {
        .code = Code::bad_marker,
        .summary = "a marker in a page cannot be understood",
        .cause = "A comment `<!-- prereq … -->` in a page holds a command as you would type it, "
                 "and `<!-- /prereq -->` ends what `prereq embed` writes there; other formats have "
                 "comments of their own. The command is unknown or used wrongly, a marker is not "
                 "closed, or its file is outside of the "
                 "folder that `--root` allows.",
        .cure = "Try the command in a terminal, in the folder of the page. Markers may hold "
                "`render`, `path`, `next`, `goals`, `stats` and `resources`.",
        .wrong = {.files = {{{"page.md", R"(# Algebra first

<!-- prereq goal roadmap.yaml -->
<!-- /prereq -->
)"},
                             {"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  calculus: {hours: 20, requires: [algebra]}
goals:
  engineer: {requires: [calculus]}
)"}}},
                  .command = "prereq embed page.md"},
        .says = "page.md:3:1: error: 'goal' is no command for a page; did you mean 'goals'? "
                "[bad-marker]",
        .mended = {.files = {{{"page.md", R"(# Algebra first

<!-- prereq goals roadmap.yaml -->
<!-- /prereq -->
)"},
                              {"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  calculus: {hours: 20, requires: [algebra]}
goals:
  engineer: {requires: [calculus]}
)"}}},
                   .command = "prereq embed page.md"},
    },
}};

}  // namespace

const std::span<const Explanation> explanations_of_answers = rows;

}  // namespace prereq
