// What inputs cost that are made to cost much. Prints a table of docs/performance.md for
// scripts/bench, and exits with 1 if one takes more time or memory than the project promises.
#include <fmt/format.h>

#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "bench/promises.hpp"
#include "support/run_program.hpp"

namespace prereq {
namespace {

constexpr double most_seconds = 10;  // of a processor
constexpr std::int64_t most_mib = 2048;

// `count` words, made by `word`, with `between` between them.
std::string joined(int count, const std::string& between,
                   const std::function<std::string(int)>& word) {
  std::string text;
  for (int i = 0; i < count; ++i) text += (i == 0 ? "" : between) + word(i);
  return text;
}

std::string numbered(const std::string& name, int count, const std::string& between = ", ") {
  return joined(count, between, [&](int i) { return fmt::format("{}{}", name, i); });
}

std::string topics(int count, const std::function<std::string(int)>& fields) {
  return "topics:\n" +
         joined(count, "", [&](int i) { return fmt::format("  t{}: {{{}}}\n", i, fields(i)); });
}

// `group` is what stands before the list of all.
std::string all_of_all_others(int count, const std::string& group) {
  const std::string all = numbered("t", count);
  return topics(
             count,
             [&](int i) { return fmt::format("requires: [{{{}: [{}, z{}]}}]", group, all, i); }) +
         joined(count, "", [](int i) { return fmt::format("  z{}: {{}}\n", i); });
}

std::string chain_that_needs_its_first(int count) {
  return topics(count, [](int i) {
    if (i == 0) return std::string();
    return fmt::format("requires: [{{topic: t{}, because: order}}, {{topic: t0, because: base}}]",
                       i - 1);
  });
}

std::string dense(int count) {
  return topics(count, [](int i) {
    return fmt::format("requires: [{}]", joined(i, ", ", [](int before) {
                         return fmt::format("{{topic: t{}, because: x}}", before);
                       }));
  });
}

std::string loose_beside_a_section(int count) {
  return "sections:\n  s: {topics: {a: {}, b: {requires: [a]}}}\n" +
         topics(count, [](int) { return std::string(); });
}

std::string one_topic_with(int count, const std::function<std::string(int)>& entry) {
  return topics(count, [](int) { return std::string(); }) + "  last: {requires: [" +
         joined(count, ", ", entry) + "]}\n";
}

std::string choice_of_all(int count) {
  return topics(count, [](int) { return std::string(); }) + "  last: {requires: [{any: [" +
         numbered("t", count) + "]}]}\n";
}

std::string corequisites_in_a_ring(int count) {
  return topics(count, [=](int i) { return fmt::format("corequisites: [t{}]", (i + 1) % count); });
}

// A group of groups, of which one names all that the others name.
std::string groups_and_one_around_all(int count) {
  return topics(count, [](int) { return std::string(); }) + "  last: {requires: [{any: [" +
         joined(count, ", ",
                [=](int i) { return fmt::format("{{any: [t{}, t{}]}}", i, (i + 1) % count); }) +
         ", {any: [" + numbered("t", count) + "]}]}]}\n";
}

std::string product_of_braces(int count) {
  return "digraph { {" + numbered("a", count, " ") + "} -> {" + numbered("b", count, " ") + "} }\n";
}

struct Work {
  std::string name;
  std::string file;
  std::string text;
  std::vector<std::string> command;  // without the file
};

void print_row(const Work& work) {
  const testing::TemporaryFolder folder;
  std::vector<std::string> command = {PREREQ_PROGRAM};
  command.insert(command.end(), work.command.begin(), work.command.end());
  command.push_back(folder.file(work.file, work.text));
  const testing::Outcome run =
      testing::run_program(command, {.output = (folder.path() / "output").string()});
  const std::int64_t mib = run.peak_kib / 1024;
  const bool ended = run.status == 0 || run.status == 1;
  fmt::print("| {} | {} s | {} MiB |\n", work.name,
             bench::judged(ended && run.cpu_seconds <= most_seconds,
                           fmt::format("{:.2f}", run.cpu_seconds)),
             bench::judged(mib <= most_mib, fmt::format("{}", mib)));
  std::fflush(stdout);
}

}  // namespace
}  // namespace prereq

int main() {
  using namespace prereq;
  std::fputs("| input | time | memory |\n|---|---|---|\n", stdout);
  const std::vector<std::string> draw = {"render", "--allow-cycles"};
  const std::vector<std::string> check = {"check"};
  for (const int count : {200, 400, 1000}) {
    print_row({fmt::format("`render`: {} topics that each require any of all", count), "any.yaml",
               all_of_all_others(count, "any"), draw});
  }
  print_row({"`render`: 400 topics that each require two of all", "two.yaml",
             all_of_all_others(400, "at-least: 2, of"), draw});
  print_row({"`render`: 350 topics that each require all before, for a reason", "dense.yaml",
             dense(350), draw});
  print_row({"`render`: 50,000 topics that each require the one before and the first", "chain.yaml",
             chain_that_needs_its_first(50'000), draw});
  print_row({"`render`: 100,000 topics without edges beside a section", "loose.yaml",
             loose_beside_a_section(100'000), draw});
  for (const int count : {100'000, 200'000}) {
    const std::string words = count == 100'000 ? "100,000" : "200,000";
    print_row({fmt::format("`check`: a topic with {} entries", words), "entries.yaml",
               one_topic_with(count, [](int i) { return fmt::format("t{}", i); }), check});
    print_row({fmt::format("`check`: a topic with one entry {} times", words), "same.yaml",
               one_topic_with(count, [](int) { return std::string("t0"); }), check});
    print_row(
        {fmt::format("`check --exhaustive`: a topic with {} groups of two", words),
         "groups.yaml",
         one_topic_with(
             count, [=](int i) { return fmt::format("{{any: [t{}, t{}]}}", i, (i + 1) % count); }),
         {"check", "--exhaustive"}});
    print_row({fmt::format("`stats`: a topic with {} entries", words),
               "entries.yaml",
               one_topic_with(count, [](int i) { return fmt::format("t{}", i); }),
               {"stats"}});
  }
  print_row({"`check`: a group of 100,000 groups of two and one of all", "groups.yaml",
             groups_and_one_around_all(100'000), check});
  print_row({"`path`: one of 100,000 topics",
             "choice.yaml",
             choice_of_all(100'000),
             {"path", "--to", "last"}});
  print_row({"`next`: 100,000 topics that are learned together",
             "ring.yaml",
             corequisites_in_a_ring(100'000),
             {"next"}});
  print_row({"`check`: DOT, `{1,000 nodes} -> {1,000 nodes}`", "braces.dot",
             product_of_braces(1'000), check});
  print_row({"`check`: DOT, `{2,200 nodes} -> {2,200 nodes}`: too large", "braces.dot",
             product_of_braces(2'200), check});
  print_row({"`check`: DOT, a label of 4 MB: too large", "label.dot",
             "digraph { a [label=\"" + std::string(4'000'000, 'x') + "\"] }\n", check});
  print_row({"`render --format dot`: 100,000 topics in a chain",
             "chain.csv",
             "topic,prerequisite\n" +
                 joined(100'000, "", [](int i) { return fmt::format("t{},t{}\n", i + 1, i); }),
             {"render", "--format", "dot"}});
  return bench::exit_status();
}
