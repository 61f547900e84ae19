// Owner of a roadmap's strings: append-only, so that views into it stay valid. What stands in a
// file as it is can be a view into the file's text, which the arena then keeps whole.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace prereq {

class TextArena {
 public:
  // A copy of `text` that lives as long as the arena (also after the arena is moved).
  std::string_view keep(std::string_view text);

  // Views into `text` stay valid as well.
  void share(std::shared_ptr<const std::string> text);

  // Takes over the strings of another arena, which is empty afterwards; views into it stay valid.
  void adopt(TextArena&& other);

 private:
  static constexpr std::size_t block_size = std::size_t{64} * 1024;
  std::vector<std::shared_ptr<const std::string>> shared_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* free_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace prereq
