#include "read/csv.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "prereq/read.hpp"
#include "read/csv_table.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> messages_of(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& d : diagnostics.items()) {
    lines.push_back(fmt::format("{}:{}-{} {}: {}", d.span.begin.line, d.span.begin.column,
                                d.span.end.column, code_name(d.code), d.message));
  }
  return lines;
}

// Cells as `text@line:column-column`.
std::vector<std::string> cells(std::string_view text) {
  Diagnostics diagnostics;
  std::vector<std::string> found;
  for (const auto& row : parse_csv(text, 0, diagnostics).rows) {
    for (const CsvCell& cell : row) {
      found.push_back(fmt::format("{}@{}:{}-{}", cell.text, cell.span.begin.line,
                                  cell.span.begin.column, cell.span.end.column));
    }
  }
  EXPECT_THAT(messages_of(diagnostics), IsEmpty());
  return found;
}

TEST(CsvTable, SplitsAtCommasOutsideQuotes) {
  EXPECT_THAT(cells("a,b\n\"x, \"\"y\"\"\",z\n"),
              ElementsAre("a@1:1-2", "b@1:3-4", "x, \"y\"@2:1-11", "z@2:12-13"));
  EXPECT_THAT(cells("a,\r\n\r\n , \r\nb"), ElementsAre("a@1:1-2", "@1:3-4", "b@4:1-2"));
  EXPECT_THAT(cells("\"two\nlines\",é\nend"),
              ElementsAre("two\nlines@1:1-7", "é@2:8-9", "end@3:1-4"));
  EXPECT_THAT(cells(""), IsEmpty());
}

TEST(CsvTable, TakesSemicolonsAndTabsWhereTheFirstLineHasMoreOfThem) {
  EXPECT_THAT(cells("a;b;c,d\n1;2;3"),
              ElementsAre("a@1:1-2", "b@1:3-4", "c,d@1:5-8", "1@2:1-2", "2@2:3-4", "3@2:5-6"));
  EXPECT_THAT(cells("a\tb"), ElementsAre("a@1:1-2", "b@1:3-4"));
}

TEST(CsvTable, ReportsQuotesThatGoWrong) {
  Diagnostics diagnostics;
  parse_csv("a,\"b\n", 0, diagnostics);
  parse_csv("\"a\" b,c\n", 0, diagnostics);
  EXPECT_THAT(messages_of(diagnostics),
              ElementsAre("1:3-4 syntax: this quote is never closed",
                          "1:5-6 syntax: expected the end of the cell after the closing quote: "
                          "write a quote inside quotes twice"));
}

struct Table {
  Sources sources;
  Diagnostics diagnostics;
  ReadNotes notes;
  Roadmap roadmap;

  // Topics as `id: title | section | hours <- requires <~ recommends = corequisites`.
  std::vector<std::string> topics() const {
    std::vector<std::string> lines;
    for (const Topic& t : roadmap.topics()) {
      std::string line = fmt::format("{}: {}", t.id, t.title);
      if (t.section != no_index) {
        line += fmt::format(" | {}", roadmap.sections()[t.section].title);
      }
      if (!t.hours_guessed) line += fmt::format(" | {}", format_hours(t.hours));
      const auto add = [&](std::string_view sign, IndexRange range) {
        for (const Requirement& entry : roadmap.requirements(range)) {
          line += fmt::format(" {} {}", sign, entry.name);
          if (!entry.because.empty()) line += fmt::format(" ({})", entry.because);
        }
      };
      add("<-", t.requirements);
      add("<~", t.recommendations);
      add("=", t.corequisites);
      lines.push_back(line);
    }
    return lines;
  }
};

Table table(const std::vector<std::string>& texts) {
  Table result;
  std::vector<FileId> files;
  for (const std::string& text : texts) files.push_back(result.sources.add("t.csv", text));
  result.roadmap = read_roadmap(result.sources, files, result.diagnostics,
                                {.format = {}, .notes = &result.notes});
  return result;
}

TEST(Csv, EdgesAndTopicsMakeARoadmap) {
  const Table t =
      table({"prerequisite,topic,kind,because\nalgebra,calculus,,slopes\n"
             "algebra,calculus,requires,\nlogic,calculus,recommends,\n"
             "lab,calculus,Corequisite,\n,alone,,\n",
             "id;title;section;hours;level;url\n"
             "algebra;Algebra I;Maths;30-50;;https://a.example\n"
             "calculus;;Maths;1,5;optional;\n"});
  EXPECT_THAT(messages_of(t.diagnostics), IsEmpty());
  EXPECT_THAT(t.topics(),
              ElementsAre("algebra: Algebra I | Maths | 30–50 h",
                          "calculus: Calculus | Maths | 1.5 h <- algebra (slopes) <~ logic = lab",
                          "logic: Logic", "lab: Lab", "alone: Alone"));
  EXPECT_EQ(t.roadmap.topics()[1].level, Level::optional);
  EXPECT_EQ(t.roadmap.resources(t.roadmap.topics()[0].resources)[0].url, "https://a.example");
}

TEST(Csv, NamesThatAreNoIdsAreTitles) {
  const Table t =
      table({"prerequisite;topic\nLinear algebra;Machine learning\n"
             "Linear algebra;linear-algebra\n\"Sets, naive\";Linear algebra\n"
             "Größe und Maß;Machine learning\n"});
  EXPECT_THAT(messages_of(t.diagnostics), IsEmpty());
  EXPECT_THAT(t.topics(),
              ElementsAre("linear-algebra-2: Linear algebra <- sets-naive",
                          "machine-learning: Machine learning <- linear-algebra-2 <- größe-und-maß",
                          "linear-algebra: Linear algebra <- linear-algebra-2",
                          "sets-naive: Sets, naive", "größe-und-maß: Größe und Maß"));
}

TEST(CsvTable, TakesTheSeparatorThatALineBeforeTheFirstRowStates) {
  EXPECT_THAT(cells("sep=;\r\na,b,c;d\n"), ElementsAre("a,b,c@2:1-6", "d@2:7-8"));
  EXPECT_THAT(cells("sep=x\na,b"), ElementsAre("sep=x@1:1-6", "a@2:1-2", "b@2:3-4"));
  EXPECT_THAT(cells("sep="), ElementsAre("sep=@1:1-5"));
}

TEST(Csv, HoursHaveADecimalCommaOnlyWhereCommasDoNotSeparate) {
  const Table t = table({"id\thours\na\t1,5\n", "id,hours\nb,\"1,5\"\n"});
  EXPECT_THAT(
      messages_of(t.diagnostics),
      ElementsAre("2:3-8 bad-value: expected hours such as 40, 1.5h, 20min or 30-50, found '1,5'"));
  EXPECT_EQ(format_hours(t.roadmap.topics()[0].hours), "1.5 h");
}

TEST(Csv, TopicsMayListWhatTheyRequire) {
  const Table t =
      table({"id,title,Requires,recommends,corequisites\n"
             "alg,Algebra,none,,\n"
             "calc,Calculus,\"alg; trig\",,\n"
             "trig,Trigonometry,algebra,calc or alg,\n"
             "ml,,\"Calculus, Algebra or Trigonometry (either will do)\",,lab\n"
             "lab,,nowhere,,\n"});
  EXPECT_THAT(messages_of(t.diagnostics),
              ElementsAre("6:6-13 unknown-topic: topic 'nowhere' is not defined"));
  EXPECT_THAT(t.topics(), ElementsAre("alg: Algebra", "calc: Calculus <- alg <- trig",
                                      "trig: Trigonometry <- alg <~ calc <~ alg",
                                      "ml: Ml <- calc <-  = lab", "lab: Lab <- nowhere"));
  EXPECT_THAT(t.notes.left_out, IsEmpty());
}

TEST(Csv, TitlesOverSeveralLinesAreOneLine) {
  EXPECT_THAT(table({"id,title,section\na,\"One\r\n two\",\"In\nbox\"\n"}).topics(),
              ElementsAre("a: One two | In box"));
  EXPECT_THAT(table({"prerequisite,topic\n\"One\ntwo\",One two\n"}).topics(),
              ElementsAre("one-two: One two <- one-two"));
}

TEST(Csv, CellsBehindTheColumnsAreListed) {
  const Table t = table({"prerequisite,topic\na,b,c,,d\n"});
  ASSERT_EQ(t.notes.left_out.size(), 2U);
  EXPECT_EQ(t.notes.left_out[0].what, "'c', which is in no column");
  EXPECT_EQ(t.notes.left_out[1].span.begin.column, 8U);
}

TEST(Csv, MistakesHavePlaces) {
  const Table t = table({"prerequisite,topic,kind,colour\na b,c,needs,red\n",
                         "id,hours,level,url\n,1,,\nx,,high,ftp://x\nx,,,\n", "name,age\n", ""});
  EXPECT_THAT(messages_of(t.diagnostics),
              ElementsAre("2:7-12 bad-value: expected 'requires', 'recommends' or 'corequisite', "
                          "found 'needs'",
                          "2:1-2 bad-id: expected an id of at least one character",
                          "3:4-8 bad-value: expected 'core', 'optional' or 'assumed', found 'high'",
                          testing::HasSubstr("3:9-16 bad-url: "),
                          "1:1-5 wrong-type: expected columns named 'prerequisite' and 'topic', or "
                          "'id', in the first row",
                          "1:1-2 wrong-type: expected a table, found an empty file",
                          "4:1-2 duplicate-topic: topic 'x' is defined twice"));
  ASSERT_EQ(t.notes.left_out.size(), 1U);
  EXPECT_EQ(t.notes.left_out[0].what, "the column 'colour'");
}

constexpr const char* curriculum = R"(Curriculum,Basket Weaving
Institution,State University
Degree Type,BS
System Type,semester
CIP,""
Courses
Course ID,Course Name,Prefix,Number,Prerequisites,Corequisites,Strict-Corequisites,Credit Hours,Institution,Canonical Name
1,Introduction to Baskets,BW,101,,,,3,,Baskets I
2,Swimming,PE,115,,,,3,,
3,Basic Basket Forms,BW,201,1,5,,3,,
4,Advanced Baskets,BW,301,"2;3",,,3,,
5,Basket Lab,,,,,3,1.5,,
6,Elective,BW,101,,,,3,,
)";

// Found by fuzzing: names that could be no ids were dropped in silence.
TEST(Csv, AColumnGivenTwiceIsAnErrorAtTheSecond) {
  const Table edges = table({"prerequisite,topic,Topic,because,because\na,b,c,d,e\n"});
  EXPECT_THAT(messages_of(edges.diagnostics),
              ElementsAre("1:20-25 duplicate-field: column 'topic' is given twice",
                          "1:34-41 duplicate-field: column 'because' is given twice"));
  ASSERT_EQ(edges.diagnostics.items()[0].notes.size(), 1U);
  EXPECT_EQ(edges.diagnostics.items()[0].notes[0].message, "'topic' is first given here");
  EXPECT_EQ(edges.diagnostics.items()[0].notes[0].span.begin, (Position{1, 14}));
  EXPECT_THAT(messages_of(table({"id,hours,hours\na,1,2\n"}).diagnostics),
              ElementsAre("1:10-15 duplicate-field: column 'hours' is given twice"));
}

// They are left out, which is told.
TEST(Csv, ColumnsOfNoMeaningMayBeGivenTwice) {
  const Table t = table({"id,,,colour,colour\na,,,red,blue\n"});
  EXPECT_THAT(messages_of(t.diagnostics), IsEmpty());
  EXPECT_EQ(t.notes.left_out.size(), 2U);
}

TEST(Csv, NamesOfNothingAreUnknownTopicsWhateverTheyLookLike) {
  const Table t = table(
      {"id,title,requires\na,Linear algebra,\nb,,linear algebr\nc,,no such thing; a\nd,,zzz\n"});
  EXPECT_THAT(messages_of(t.diagnostics),
              ElementsAre("3:4-17 unknown-topic: topic 'linear algebr' is not defined",
                          "4:4-20 unknown-topic: topic 'no such thing' is not defined",
                          "5:4-7 unknown-topic: topic 'zzz' is not defined"));
  EXPECT_EQ(t.diagnostics.items().front().suggestion, "Linear algebra");
}

TEST(Curriculum, CoursesAreTopics) {
  const Table t = table({curriculum});
  EXPECT_THAT(messages_of(t.diagnostics), IsEmpty());
  EXPECT_EQ(t.roadmap.title(), "Basket Weaving");
  EXPECT_THAT(t.topics(),
              ElementsAre("course-1: Introduction to Baskets | 3 h", "pe-115: Swimming | 3 h",
                          "bw-201: Basic Basket Forms | 3 h <- course-1 = course-5",
                          "bw-301: Advanced Baskets | 3 h <- pe-115 <- bw-201",
                          "course-5: Basket Lab | 1.5 h = bw-201", "course-6: Elective | 3 h"));
}

TEST(Curriculum, SaysWhetherItsTermsAreQuarters) {
  EXPECT_FALSE(table({curriculum}).roadmap.has_quarters());
  std::string quarters = curriculum;
  quarters.replace(quarters.find("semester"), 8, "Quarter");
  EXPECT_TRUE(table({quarters}).roadmap.has_quarters());
}

TEST(Curriculum, TermsOfADegreePlanAreSections) {
  const Table t =
      table({"Degree Plan,Plan\nCurriculum,Baskets\nCourses\n"
             "Course ID,Course Name,Prefix,Number,Prerequisites,Credit Hours,Term\n"
             "1,One,A,1,,3,1\n2,Two,A,2,1,3,2\n3,Three,A,3,9,x,2\n1,Again,A,4,,,\n"});
  EXPECT_THAT(t.topics(), ElementsAre("a-1: One | Term 1 | 3 h", "a-2: Two | Term 2 | 3 h <- a-1",
                                      "a-3: Three | Term 2"));
  EXPECT_THAT(
      messages_of(t.diagnostics),
      ElementsAre("7:15-16 bad-value: expected hours such as 40, 1.5h, 20min or 30-50, found 'x'",
                  "8:1-2 duplicate-topic: course 1 is defined twice",
                  "7:13-14 unknown-topic: course 9 is not defined"));
}

TEST(Csv, SectionsStandForTheirTopics) {
  const Table nodes =
      table({"id,title,section,requires\nalg,Algebra,Maths,\ncalc,Calculus,Maths,alg\n"
             "ml,ML,,Maths\ndl,DL,,section:maths or ml\nx,X,,section:physics\n"});
  EXPECT_THAT(messages_of(nodes.diagnostics),
              ElementsAre("6:6-21 unknown-section: section 'physics' is not defined"));
  const auto of = [&](std::string_view id) {
    return nodes.roadmap.requirements(
        nodes.roadmap.topics()[*nodes.roadmap.find_topic(id)].requirements)[0];
  };
  EXPECT_EQ(of("ml").name, "section:Maths");
  EXPECT_EQ(of("ml").entries.size(), 2U);
  EXPECT_EQ(nodes.roadmap.requirements(of("dl").entries)[0].entries.size(), 2U);
}

TEST(Csv, EdgesMayLeadFromAndToSections) {
  const Table t =
      table({"prerequisite,topic,kind\nsection:maths,ml,\nlogic,section:maths,\n"
             "git,section:maths,recommends\ndrill,section:maths,corequisite\n",
             "id,section\nalg,maths\ncalc,maths\n"});
  EXPECT_THAT(messages_of(t.diagnostics),
              ElementsAre("5:21-32 bad-value: expected 'requires' or 'recommends' for a section, "
                          "found 'corequisite'"));
  const Section& maths = t.roadmap.sections()[*t.roadmap.find_section("maths")];
  EXPECT_EQ(t.roadmap.requirements(maths.requirements)[0].name, "logic");
  EXPECT_EQ(t.roadmap.requirements(maths.recommendations)[0].name, "git");
  const Topic& ml = t.roadmap.topics()[*t.roadmap.find_topic("ml")];
  EXPECT_EQ(t.roadmap.requirements(ml.requirements)[0].entries.size(), 2U);
  EXPECT_FALSE(t.roadmap.find_topic("section:maths"));
}

}  // namespace
}  // namespace prereq
