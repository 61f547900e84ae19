// Owner of a roadmap's strings: append-only, so that views into it stay valid.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace prereq {

class TextArena {
 public:
  // A copy of `text` that lives as long as the arena (also after the arena is moved).
  std::string_view keep(std::string_view text);

  // Takes over the strings of another arena, which is empty afterwards; views into it stay valid.
  void adopt(TextArena&& other);

 private:
  static constexpr std::size_t block_size = std::size_t{64} * 1024;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* free_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace prereq
