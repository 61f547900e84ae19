#include "prereq/diagnostic.hpp"

#include <gtest/gtest.h>

#include <set>

namespace prereq {
namespace {

TEST(Codes, HaveNamesThatLeadBackToThem) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < code_count; ++i) {
    const auto code = static_cast<Code>(i);
    EXPECT_EQ(find_code(code_name(code)), code);
    names.insert(code_name(code));
  }
  EXPECT_EQ(names.size(), code_count);
  EXPECT_EQ(find_code("no-such-code"), std::nullopt);
}

TEST(Diagnostics, AreSortedByPlaceThenCodeThenAsAdded) {
  Diagnostics diagnostics;
  diagnostics.add(Code::cycle, {0, {2, 1}, {2, 2}}, "d");
  diagnostics.add(Code::bad_id, {0, {1, 5}, {1, 6}}, "c");
  diagnostics.add(Code::bad_value, {0, {1, 5}, {1, 6}}, "a");
  diagnostics.add(Code::bad_value, {0, {1, 5}, {1, 6}}, "b");
  diagnostics.add(Code::isolated_topic, {1, {1, 1}, {1, 2}}, "e");
  diagnostics.sort();
  std::string order;
  for (const Diagnostic& diagnostic : diagnostics.items()) order += diagnostic.message;
  EXPECT_EQ(order, "abcde");
  EXPECT_EQ(diagnostics.count(Severity::error), 4U);
  EXPECT_EQ(diagnostics.count(Severity::warning), 1U);
  EXPECT_TRUE(diagnostics.has_errors());
}

}  // namespace
}  // namespace prereq
