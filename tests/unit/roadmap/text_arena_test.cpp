#include "roadmap/text_arena.hpp"

#include <gtest/gtest.h>

#include <memory>
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

TEST(TextArena, SharesTextsThroughMovesAndAdoption) {
  TextArena arena;
  std::string_view part;
  {
    auto text =
        std::make_shared<const std::string>("a text too long to stand in the string itself");
    part = std::string_view(*text).substr(2, 4);
    TextArena other;
    other.share(std::move(text));
    arena.adopt(std::move(other));
  }
  const TextArena moved = std::move(arena);
  EXPECT_EQ(part, "text");
}

}  // namespace
}  // namespace prereq
