#include "roadmap/text_arena.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <utility>

namespace prereq {

std::string_view TextArena::keep(std::string_view text) {
  if (text.empty()) return {};
  if (text.size() > left_) {
    const std::size_t size = std::max(block_size, text.size());
    // NOLINTNEXTLINE(modernize-avoid-c-arrays): a block of bytes, never resized
    blocks_.push_back(std::make_unique<char[]>(size));
    free_ = blocks_.back().get();
    left_ = size;
  }
  char* const kept = free_;
  std::memcpy(kept, text.data(), text.size());
  free_ += text.size();
  left_ -= text.size();
  return {kept, text.size()};
}

void TextArena::share(std::shared_ptr<const std::string> text) {
  shared_.push_back(std::move(text));
}

void TextArena::adopt(TextArena&& other) {
  std::ranges::move(other.shared_, std::back_inserter(shared_));
  std::ranges::move(other.blocks_, std::back_inserter(blocks_));
  other = {};
}

}  // namespace prereq
