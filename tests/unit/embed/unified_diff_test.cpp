#include "embed/unified_diff.hpp"

#include <gtest/gtest.h>

#include <random>

#include "support/run_program.hpp"

namespace prereq {
namespace {

TEST(UnifiedDiff, ShowsHunksWithThreeLinesOfContext) {
  const std::string before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n";
  const std::string after = "1\n2\n3\n4\nfive\n6\n7\n8\n9\n10\n11\n12\n14\n";
  EXPECT_EQ(unified_diff("a.md", before, after),
            "--- a.md\n+++ a.md\n"
            "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"
            "@@ -10,5 +10,4 @@\n 10\n 11\n 12\n-13\n 14\n");
}

TEST(UnifiedDiff, IsEmptyForEqualTexts) { EXPECT_EQ(unified_diff("a", "x\ny", "x\ny"), ""); }

TEST(UnifiedDiff, TellsAMissingLineBreakAtTheEnd) {
  EXPECT_EQ(unified_diff("a", "x", "x\n"),
            "--- a\n+++ a\n@@ -1,1 +1,1 @@\n-x\n\\ No newline at end of file\n+x\n");
  EXPECT_EQ(unified_diff("a", "", "x\r\n\ty\n"), "--- a\n+++ a\n@@ -0,0 +1,2 @@\n+x\r\n+\ty\n");
}

TEST(UnifiedDiff, MakesControlCharactersVisible) {
  EXPECT_EQ(unified_diff("a\x1b", "\x1b[31m\n", "b\n"),
            "--- a\\x1b\n+++ a\\x1b\n@@ -1,1 +1,1 @@\n-\\x1b[31m\n+b\n");
}

TEST(UnifiedDiff, EndsANameWithBlanksWithATab) {
  EXPECT_EQ(unified_diff("a b", "x\n", "y\n"), "--- a b\t\n+++ a b\t\n@@ -1,1 +1,1 @@\n-x\n+y\n");
}

TEST(UnifiedDiff, LeavesAByteOrderMarkToWhoAppliesIt) {
  EXPECT_EQ(unified_diff("a", "\xEF\xBB\xBFx\n", "y\n"),
            "--- a\n+++ a\n@@ -1,1 +1,1 @@\n-\xEF\xBB\xBFx\n+y\n");
}

TEST(UnifiedDiff, IsBoundedForTextsThatShareNothing) {
  std::string before;
  std::string after;
  for (int i = 0; i < 3000; ++i) {
    before += "a" + std::to_string(i) + "\n";
    after += "b" + std::to_string(i) + "\n";
  }
  const std::string diff = unified_diff("a", before, after);
  EXPECT_TRUE(diff.starts_with("--- a\n+++ a\n@@ -1,3000 +1,3000 @@\n-a0\n-a1\n")) << diff;
}

TEST(UnifiedDiff, IsWhatPatchTakesFromOneVersionToTheOther) {
  std::mt19937 random(5);
  const auto text = [&random] {
    std::string lines;
    for (auto left = random() % 40; left > 0; --left) {
      lines += std::string(1, static_cast<char>('a' + random() % 4)) + "\n";
    }
    return lines;
  };
  for (int round = 0; round < 60; ++round) {
    const std::string before = text();
    const std::string after = text();
    if (before == after) continue;
    const testing::TemporaryFolder folder;
    const std::string file = folder.file("page", before);
    const testing::Outcome run = testing::run_program(
        {"patch", "--silent", "--force", "--no-backup-if-mismatch", "-F0", file},
        {.input = unified_diff("page", before, after)});
    ASSERT_EQ(run.status, 0) << run.out << unified_diff("page", before, after);
    ASSERT_EQ(testing::read_text(file), after) << before << "\n---\n" << after;
  }
}

}  // namespace
}  // namespace prereq
