// Codes of what a file is made of.
#include "check/explanations.hpp"

namespace prereq {
namespace {

constexpr std::array<Explanation, 9> rows = {{
    {
        .code = Code::syntax,
        .summary = "the text is not YAML",
        .cause = "The file cannot be read as YAML. Most often a value needs quotes: a colon with "
                 "a space behind it begins another value, and `@`, `*`, `[` and the like at its "
                 "start mean something of their own. Brackets that are never closed, lines that "
                 "are indented differently, and aliases such as `*common` are errors too.\n\n"
                 "What follows such an error is not read. Names that are missing only because of "
                 "that are not reported. In DOT, names such as `2nd-course` need quotes.",
        .cure = "Put the value in quotes. If the message points at the start of a line, look at "
                "the end of the one before it.",
        .wrong = {{{{"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  calculus:
    title: Calculus: the first course
    requires: [algebra]
)"}}}},
        .says = "roadmap.yaml:4:12: error: quote this value: without quotes the colon in it begins "
                "another value [syntax]",
        .mended = {{{{"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  calculus:
    title: "Calculus: the first course"
    requires: [algebra]
)"}}}},
    },
    {
        .code = Code::encoding,
        .summary = "the text is not UTF-8",
        .cause = "A byte of the file belongs to no character in UTF-8. The file was saved in an "
                 "older encoding such as Latin-1 or in UTF-16, or cut off in the middle of a "
                 "character. In the example, `\\xF6` and `\\xDF` stand for one such byte each.",
        .cure = "Save it as UTF-8 in your editor, or convert it: "
                "`iconv -f latin1 -t utf-8 old.yaml > roadmap.yaml`.",
        .wrong = {{{{"roadmap.yaml",
                     "topics:\n"
                     "  units: {title: Gr\xF6\xDF"
                     "en und Einheiten}\n"
                     "  mechanics: {requires: [units]}\n"}}}},
        .says = "roadmap.yaml:2:20: error: expected UTF-8, found the byte 0xF6 [encoding]",
        .mended = {{{{"roadmap.yaml", R"(topics:
  units: {title: Größen und Einheiten}
  mechanics: {requires: [units]}
)"}}}},
    },
    {
        .code = Code::too_large,
        .summary = "something is over a limit",
        .cause = "The limits are far from what people write; they keep a file from using up the "
                 "machine: 256 MiB a file, 64 MiB of DOT and 16 MiB of Markdown; 5 million "
                 "topics; 64 lists and mappings inside one another; 1,000 characters for titles, "
                 "makers and parts, and 100,000 for other texts, which are cut there in formats "
                 "other than a roadmap file. DOT may have 5,000,000 edges, a million of them "
                 "between what stands in braces, 2,400 arrows in one chain, 100 strings joined "
                 "by `+`, 100,000 bytes in a string, a comment or a name, braces 64 deep with "
                 "5,000,000 places of nodes in them, and, above 100 names of attributes, "
                 "10,000,000 values of these; Markdown, 1,000 columns in a table and 256 levels "
                 "of lists and quotations.\n\n"
                 "A roadmap file is not read further after 10,000 mistakes. Of all that is "
                 "wrong, 10,000 problems are shown, errors before warnings, and how many more "
                 "there are; `check --format json` and `--format sarif` give all of them.",
        .cure = "Move a long text from `title` to `description`, keep data of your own in another "
                "file, or split the roadmap: several files given together are one. In DOT, split a "
                "long chain into several statements.",
        .wrong = {{{{"roadmap.yaml", R"(x-matrix: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
           [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
           ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
           ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
topics:
  algebra: {hours: 40}
  calculus: {hours: 20, requires: [algebra]}
)"}}}},
        .says = "roadmap.yaml:2:41: error: lists and mappings are nested deeper than 64 levels "
                "[too-large]",
        .mended = {{{{"roadmap.yaml", R"(x-matrix: [[1, 0], [0, 1]]
topics:
  algebra: {hours: 40}
  calculus: {hours: 20, requires: [algebra]}
)"}}}},
    },
    {
        .code = Code::unknown_field,
        .summary = "a field that the format does not have",
        .cause = "The name is misspelt, stands in the wrong place, or comes from another format. "
                 "Where a text without quotes holds a comma, between `{ }`, what follows the comma "
                 "is taken for a field; then the message says so.",
        .cure = "Use the name that is suggested, or put the text in quotes. A field of your own "
                "begins with `x-`: `x-reviewed: 2027-01-04`.",
        .wrong = {{{{"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  calculus: {duration: 20, requires: [algebra]}
)"}}}},
        .says = "roadmap.yaml:3:14: error: unknown field 'duration' in a topic [unknown-field]",
        .mended = {{{{"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  calculus: {hours: 20, requires: [algebra]}
)"}}}},
    },
    {
        .code = Code::duplicate_field,
        .summary = "a field stands twice in one place",
        .cause = "One of the two would be lost in silence, and which one depends on the program "
                 "that reads the file. The columns of a table are its fields.",
        .cure = "Keep one. Of two lists make one.",
        .wrong = {{{{"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  statistics:
    hours: 30
    requires: [algebra]
    hours: 25
)"}}}},
        .says = "roadmap.yaml:6:5: error: field 'hours' is given twice [duplicate-field]",
        .mended = {{{{"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  statistics:
    hours: 30
    requires: [algebra]
)"}}}},
    },
    {
        .code = Code::wrong_type,
        .summary = "a list where a text is expected, and the like",
        .cause = "A field has a value of another kind than it takes: a text instead of a list, a "
                 "list instead of a mapping. A file that is empty is no roadmap either.",
        .cure = "Write the kind of value that the message expects. `requires` takes a list even "
                "for one topic: `requires: [algebra]`.",
        .wrong = {{{{"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  calculus: {hours: 20, requires: [algebra]}
  physics:
    requires: calculus
    recommends: [algebra]
)"}}}},
        .says = "roadmap.yaml:5:15: error: expected a list of topics for 'requires', found "
                "'calculus' [wrong-type]",
        .mended = {{{{"roadmap.yaml", R"(topics:
  algebra: {hours: 40}
  calculus: {hours: 20, requires: [algebra]}
  physics:
    requires: [calculus]
    recommends: [algebra]
)"}}}},
    },
    {
        .code = Code::bad_value,
        .summary = "a value that the field does not take",
        .cause = "The value is of the right kind, but not one of those that the field takes. The "
                 "message names them.",
        .cure = "Hours are a number with at most two decimals, `20min`, `1.5h`, or a range: "
                "`30-50`. Words such as `core`, `free` or `video` are those in the message. An "
                "entry of `requires` is one of `topic`, `any`, `all` and `at-least`; two of them "
                "are two entries.",
        .wrong = {{{{"roadmap.yaml", R"(topics:
  algebra: {hours: about a week}
  calculus: {hours: 20, requires: [algebra]}
)"}}}},
        .says = "roadmap.yaml:2:20: error: expected hours such as 40, 1.5h, 20min or 30-50, found "
                "'about a week' [bad-value]",
        .mended = {{{{"roadmap.yaml", R"(topics:
  algebra: {hours: 30-40}
  calculus: {hours: 20, requires: [algebra]}
)"}}}},
    },
    {
        .code = Code::bad_id,
        .summary = "an id is empty, too long or has white space",
        .cause = "An id is what other topics, goals and the command line call a topic, a goal or a "
                 "section. It has 1 to 128 characters of any script, but none that would make a "
                 "list of ids ambiguous.",
        .cure = "Write it in `kebab-case`, and what people are to read under `title`.",
        .wrong = {{{{"roadmap.yaml", R"(topics:
  linear algebra: {hours: 35}
  machine-learning: {hours: 60, requires: [linear algebra]}
)"}}}},
        .says = "roadmap.yaml:2:3: error: expected an id without white space, found 'linear "
                "algebra' [bad-id]",
        .mended = {{{{"roadmap.yaml", R"(topics:
  linear-algebra: {title: Linear algebra, hours: 35}
  machine-learning: {hours: 60, requires: [linear-algebra]}
)"}}}},
    },
    {
        .code = Code::bad_url,
        .summary = "a URL is not http(s), mailto or relative",
        .cause = "Links end up in pictures and pages that other people open. A scheme such as "
                 "`javascript:` or `file:` has no place there, also where entities, percent codes "
                 "or characters that cannot be seen hide it from one reader and not from the next. "
                 "`//host/x` leads to another machine's files from a page that is a file. White "
                 "space, control characters and `\\` belong to no URL.",
        .cure = "Give an address that a reader can follow. White space in it is written `%20`. "
                "Before a name of a file that begins like a scheme, such as `a:b.md`, write `./`.",
        .wrong = {{{{"roadmap.yaml", R"(topics:
  algebra:
    resources:
      - {title: Algebra, url: "file:///home/me/algebra.pdf"}
  calculus: {hours: 20, requires: [algebra]}
)"}}}},
        .says = "roadmap.yaml:4:31: error: expected an http, https, mailto or relative URL, found "
                "'file:' [bad-url]",
        .mended = {{{{"roadmap.yaml", R"(topics:
  algebra:
    resources:
      - {title: Algebra, url: "scripts/algebra.pdf"}
  calculus: {hours: 20, requires: [algebra]}
)"}}}},
    },
}};

}  // namespace

const std::span<const Explanation> explanations_of_texts = rows;

}  // namespace prereq
