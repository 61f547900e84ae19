// Codes of what is probably not meant.
#include "check/explanations.hpp"

namespace prereq {
namespace {

constexpr std::array<Explanation, 8> rows = {{
    {
        .code = Code::avoidable_cycle,
        .summary = "a cycle that another alternative goes around",
        .cause = "Some choices lead in a circle, but everything can be learned with others. Paths "
                 "take a way that works; the picture shows the circle all the same.",
        .cure = "Strike the alternative that can never be taken, or accept it with `allow`.",
        .wrong = {{{{"roadmap.yaml", R"(topics:
  cooking: {hours: 20, requires: [{any: [recipes, watching]}]}
  recipes: {hours: 10, requires: [cooking]}
  watching: {hours: 5}
)"}}}},
        .says = "roadmap.yaml:2:3: warning: these require one another unless others are chosen: "
                "cooking → recipes → cooking [avoidable-cycle]",
        .mended = {{{{"roadmap.yaml", R"(topics:
  cooking: {hours: 20, requires: [watching]}
  recipes: {hours: 10, requires: [cooking]}
  watching: {hours: 5}
)"}}}},
    },
    {
        .code = Code::redundant_prerequisite,
        .summary = "the other prerequisites bring this one along",
        .cause = "Whoever meets the other entries has learned this one on the way, whatever they "
                 "choose. The entry says nothing, and draws a long edge through the picture.",
        .cure = "Strike it. If it is there for a reason that a learner should know, say so: an "
                "entry with `because` is kept without a warning.",
        .wrong = {{{{"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  linear-algebra: {hours: 35, requires: [algebra]}
  machine-learning: {hours: 60, requires: [algebra, linear-algebra]}
)"}}}},
        .says = "roadmap.yaml:4:44: warning: 'machine-learning' need not require 'algebra': what "
                "else it requires includes it [redundant-prerequisite]",
        .mended = {{{{"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  linear-algebra: {hours: 35, requires: [algebra]}
  machine-learning: {hours: 60, requires: [linear-algebra]}
)"}}}},
    },
    {
        .code = Code::repeated_alternative,
        .summary = "an entry of a group repeats another one",
        .cause = "The entry of `any` or `of` names the same topics as another one, or all that "
                 "another one names and more. Such entries count once: `at-least: 2` is not met by "
                 "one topic that is named twice.",
        .cure = "Strike the entry, or name what was meant instead.",
        .wrong = {{{{"roadmap.yaml", R"(topics:
  statistics: {hours: 25}
  logic: {hours: 15}
  data-science:
    hours: 60
    requires: [{at-least: 2, of: [statistics, logic, statistics]}]
)"}}}},
        .says = "roadmap.yaml:6:54: warning: 'statistics' is named twice in this group, and counts "
                "once [repeated-alternative]",
        .mended = {{{{"roadmap.yaml", R"(topics:
  statistics: {hours: 25}
  logic: {hours: 15}
  data-science:
    hours: 60
    requires: [{at-least: 2, of: [statistics, logic]}]
)"}}}},
    },
    {
        .code = Code::url_conflict,
        .summary = "one URL is described in two ways",
        .cause =
            "One URL is both free and paid, or stands under different titles or makers, so that "
            "one of the two is wrong or out of date.",
        .cure = "Make them agree. What of a page is meant goes under `part`, not into the title. "
                "If it should differ, keep it with `allow`.",
        .wrong = {{{{"roadmap.yaml", R"text(topics:
  python:
    resources: "[Python by Harvard](https://python.example) (free)"
  numpy:
    requires: [python]
    resources: "[Python by Harvard](https://python.example) (paid)"
)text"}}}},
        .says = "roadmap.yaml:6:16: warning: one URL with two descriptions (cost): "
                "'https://python.example' [url-conflict]",
        .mended = {{{{"roadmap.yaml", R"text(topics:
  python:
    resources: "[Python by Harvard](https://python.example) (free)"
  numpy:
    requires: [python]
    resources: "[Python by Harvard](https://python.example) (free)"
)text"}}}},
    },
    {
        .code = Code::duplicate_resource,
        .summary = "a resource stands twice in one topic",
        .cause = "Two resources of one topic have the same URL and the same part. With "
                 "`choose: all` its hours would count twice.",
        .cure = "Strike one, or say under `part` what of it each one means.",
        .wrong = {{{{"roadmap.yaml", R"text(topics:
  algebra:
    resources:
      - "[Algebra](https://courses.example/algebra)"
      - "[Algebra](https://courses.example/algebra) (free)"
  calculus: {hours: 20, requires: [algebra]}
)text"}}}},
        .says = "roadmap.yaml:5:9: warning: topic 'algebra' has this URL twice: "
                "'https://courses.example/algebra' [duplicate-resource]",
        .mended = {{{{"roadmap.yaml", R"text(topics:
  algebra:
    resources: "[Algebra](https://courses.example/algebra) (free)"
  calculus: {hours: 20, requires: [algebra]}
)text"}}}},
    },
    {
        .code = Code::optional_prerequisite,
        .summary = "a core topic requires an optional one",
        .cause = "Everybody who takes the main road has to learn the topic, so it is no side "
                 "road.",
        .cure = "Make it `core`, recommend it instead (`recommends`), or offer an alternative with "
                "`any`.",
        .wrong = {{{{"roadmap.yaml", R"(topics:
  git: {hours: 8, level: optional}
  software-development: {hours: 60, requires: [git]}
)"}}}},
        .says = "roadmap.yaml:3:48: warning: core topic 'software-development' requires optional "
                "topic 'git' without an alternative [optional-prerequisite]",
        .mended = {{{{"roadmap.yaml", R"(topics:
  git: {hours: 8, level: optional}
  software-development: {hours: 60, recommends: [git]}
)"}}}},
    },
    {
        .code = Code::unused_section,
        .summary = "a section holds nothing",
        .cause = "No topic and no resource is in the section or in those inside it, so nothing of "
                 "it is drawn.",
        .cure = "Strike it, or give it its topics: inside it, or with `section` in each.",
        .wrong = {{{{"roadmap.yaml", R"(sections:
  mathematics: {title: Mathematics}
topics:
  algebra: {hours: 40}
  calculus: {hours: 20, requires: [algebra]}
)"}}}},
        .says = "roadmap.yaml:2:3: warning: section 'mathematics' has no topics and no resources "
                "[unused-section]",
        .mended = {{{{"roadmap.yaml", R"(sections:
  mathematics: {title: Mathematics}
topics:
  algebra: {section: mathematics, hours: 40}
  calculus: {section: mathematics, hours: 20, requires: [algebra]}
)"}}}},
    },
    {
        .code = Code::isolated_topic,
        .summary = "a topic is connected with no other",
        .cause =
            "The topic neither requires anything nor is required, not even by a goal. Mostly a "
            "`requires` was forgotten.",
        .cure = "Say what it needs, what needs it, or which goal it serves. If it stands alone on "
                "purpose, say why under `allow`.",
        .wrong = {{{{"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  calculus: {hours: 20, requires: [algebra]}
  terminal: {hours: 4}
)"}}}},
        .says = "roadmap.yaml:4:3: warning: topic 'terminal' is connected with no other topic or "
                "goal [isolated-topic]",
        .mended = {{{{"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  calculus: {hours: 20, requires: [algebra]}
  terminal:
    hours: 4
    allow: {isolated-topic: of use to everybody}
)"}}}},
    },
}};

}  // namespace

const std::span<const Explanation> explanations_of_warnings = rows;

}  // namespace prereq
