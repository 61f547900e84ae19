// Codes of names that are given twice, or to nothing.
#include "check/explanations.hpp"

namespace prereq {
namespace {

constexpr std::array<Explanation, 7> rows = {{
    {
        .code = Code::duplicate_topic,
        .summary = "two topics have one id",
        .cause = "An id names one topic, wherever in the file it stands. Names under `aliases` "
                 "count as well. The first topic is kept, so that the rest can be checked.",
        .cure = "Give one of the two another id, or make them one topic. Several files given "
                "together may each say something about a topic; one file says it in one place.",
        .wrong = {{{{"roadmap.yaml", R"(sections:
  school:
    topics:
      algebra: {hours: 40}
  university:
    topics:
      algebra: {hours: 60}
      calculus: {requires: [algebra]}
)"}}}},
        .says = "roadmap.yaml:7:7: error: topic 'algebra' is defined twice [duplicate-topic]",
        .mended = {{{{"roadmap.yaml", R"(sections:
  school:
    topics:
      algebra: {hours: 40}
  university:
    topics:
      abstract-algebra: {hours: 60, requires: [algebra]}
      calculus: {requires: [algebra]}
)"}}}},
    },
    {
        .code = Code::duplicate_section,
        .summary = "two sections have one id",
        .cause = "Section ids are unique in the whole file, also where sections stand inside "
                 "different ones: topics name their section by the id alone.",
        .cure = "Give one of them another id. Their titles may be the same.",
        .wrong = {{{{"roadmap.yaml", R"(sections:
  python:
    sections:
      basics: {topics: {variables: {}}}
  statistics:
    sections:
      basics: {topics: {mean-and-median: {requires: [variables]}}}
)"}}}},
        .says = "roadmap.yaml:7:7: error: section 'basics' is defined twice [duplicate-section]",
        .mended = {{{{"roadmap.yaml", R"(sections:
  python:
    sections:
      basics: {topics: {variables: {}}}
  statistics:
    sections:
      statistics-basics:
        title: Basics
        topics: {mean-and-median: {requires: [variables]}}
)"}}}},
    },
    {
        .code = Code::duplicate_goal,
        .summary = "a goal has the id of another goal or of a topic",
        .cause = "Topics and goals share their names, so that `--to` needs to say nothing but a "
                 "name.",
        .cure = "Give the goal another id: what somebody can do or is, rather than what they "
                "learn.",
        .wrong = {{{{"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  statistics: {hours: 30, requires: [algebra]}
goals:
  statistics: {requires: [statistics]}
)"}}}},
        .says =
            "roadmap.yaml:5:3: error: goal 'statistics' has the name of a topic [duplicate-goal]",
        .mended = {{{{"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  statistics: {hours: 30, requires: [algebra]}
goals:
  statistician: {requires: [statistics]}
)"}}}},
    },
    {
        .code = Code::merge_conflict,
        .summary = "files say different things about one topic",
        .cause = "Files given together are one roadmap. What one leaves open another may say, and "
                 "lists are joined; but two titles, hours or levels of one topic cannot both be "
                 "right.",
        .cure = "Say it in one of the files only. To check files that are roadmaps of their own, "
                "use `prereq check --each`.",
        .wrong = {.files = {{{"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  calculus: {hours: 20, requires: [algebra]}
)"},
                             {"plan.yaml", R"(topics:
  calculus: {hours: 30}
)"}}},
                  .command = "prereq check roadmap.yaml plan.yaml"},
        .says = "plan.yaml:2:3: error: topic 'calculus' takes 30 h here and 20 h in another file "
                "[merge-conflict]",
        .mended = {.files = {{{"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  calculus: {requires: [algebra]}
)"},
                              {"plan.yaml", R"(topics:
  calculus: {hours: 30}
)"}}},
                   .command = "prereq check roadmap.yaml plan.yaml"},
    },
    {
        .code = Code::unknown_topic,
        .summary = "a topic that is required is not defined",
        .cause = "The name is misspelt, or the topic has yet to be written. Goals cannot be "
                 "required, only topics. Topics that rest on an unknown one count as learnable, "
                 "so that nothing else is reported because of it.",
        .cure = "Use the name that is suggested, or define the topic; an empty one will do: "
                "`linear-algebra: {}`.",
        .wrong = {{{{"roadmap.yaml", R"(topics:
  linear-algebra: {hours: 35}
  machine-learning: {hours: 60, requires: [linear-algebr]}
goals:
  analyst: {requires: [machine-learning, linear-algebra]}
)"}}}},
        .says = "roadmap.yaml:3:44: error: topic 'linear-algebr' is not defined [unknown-topic]",
        .mended = {{{{"roadmap.yaml", R"(topics:
  linear-algebra: {hours: 35}
  machine-learning: {hours: 60, requires: [linear-algebra]}
goals:
  analyst: {requires: [machine-learning, linear-algebra]}
)"}}}},
    },
    {
        .code = Code::unknown_section,
        .summary = "a section that is named is not defined",
        .cause =
            "A topic names a section that no file defines, as its own or in `section:ID`; or a "
            "command is asked about one.",
        .cure = "Use the name that is suggested, or add the section under `sections`. A topic that "
                "stands inside a section need not name it.",
        .wrong = {{{{"roadmap.yaml", R"(sections:
  mathematics: {topics: {algebra: {hours: 40}}}
topics:
  calculus: {section: mathematic, requires: [algebra]}
)"}}}},
        .says = "roadmap.yaml:4:23: error: section 'mathematic' is not defined [unknown-section]",
        .mended = {{{{"roadmap.yaml", R"(sections:
  mathematics: {topics: {algebra: {hours: 40}}}
topics:
  calculus: {section: mathematics, requires: [algebra]}
)"}}}},
    },
    {
        .code = Code::unknown_goal,
        .summary = "a goal that is asked for is not defined",
        .cause = "`--to` names neither a goal nor a topic of the roadmap. `section:ID` stands for "
                 "the topics of a section, `all` for everything.",
        .cure = "Use the name that is suggested. `prereq goals roadmap.yaml` lists the goals.",
        .wrong = {.files = {{{"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  statistics: {hours: 30, requires: [algebra]}
goals:
  analyst: {requires: [statistics]}
)"}}},
                  .command = "prereq path roadmap.yaml --to analist"},
        .says = "error: 'analist' is neither a topic nor a goal; did you mean 'analyst'? "
                "[unknown-goal]",
        .mended = {.files = {{{"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  statistics: {hours: 30, requires: [algebra]}
goals:
  analyst: {requires: [statistics]}
)"}}},
                   .command = "prereq path roadmap.yaml --to analyst"},
    },
}};

}  // namespace

const std::span<const Explanation> explanations_of_names = rows;

}  // namespace prereq
