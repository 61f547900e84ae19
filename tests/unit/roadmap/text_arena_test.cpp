#include "roadmap/text_arena.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace prereq {
namespace {

TEST(TextArena, KeepsTextsOfAnySizeThroughAMove) {
  TextArena arena;
  std::vector<std::string> texts;
  std::vector<std::string_view> kept;
  for (const std::size_t size : {1U, 100U, 65535U, 65536U, 65537U, 200000U, 3U, 0U, 5U}) {
    texts.emplace_back(size, static_cast<char>('a' + texts.size()));
    kept.push_back(arena.keep(texts.back()));
  }
  const TextArena moved = std::move(arena);
  for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(kept[i], texts[i]);
}

}  // namespace
}  // namespace prereq
