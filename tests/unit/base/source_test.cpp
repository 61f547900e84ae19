#include "prereq/source.hpp"

#include <gtest/gtest.h>

namespace prereq {
namespace {

TEST(Sources, KeepTextsWhereTheyAre) {
  Sources sources;
  const FileId first = sources.add("a.yaml", "short");
  const char* const at = sources.text(first).data();
  for (int i = 0; i < 1000; ++i) sources.add("more", "text");
  EXPECT_EQ(sources.text(first).data(), at);
  EXPECT_EQ(sources.name(first), "a.yaml");
  EXPECT_EQ(sources.size(), 1001U);
}

TEST(Sources, GiveLinesWithoutTheirBreaks) {
  Sources sources;
  const FileId file = sources.add("a.yaml", "one\r\ntwo\n\nfour\xE2\x80\xA8still four");
  EXPECT_EQ(sources.line(file, 1), "one");
  EXPECT_EQ(sources.line(file, 2), "two");
  EXPECT_EQ(sources.line(file, 3), "");
  EXPECT_EQ(sources.line(file, 4), "four\xE2\x80\xA8still four");
  EXPECT_EQ(sources.line(file, 5), "");
}

}  // namespace
}  // namespace prereq
