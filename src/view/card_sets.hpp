// Sets of a view's cards, one for each card.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace prereq {

// One bit a card, in words: cards² / 8 bytes.
class CardSets {
 public:
  explicit CardSets(std::size_t cards) : words_((cards + 63) / 64), bits_(cards * words_, 0) {}
  bool has(std::uint32_t set, std::uint32_t card) const {
    return (bits_[set * words_ + card / 64] >> (card % 64) & 1U) != 0;
  }
  void add(std::uint32_t set, std::uint32_t card) {
    bits_[set * words_ + card / 64] |= std::uint64_t{1} << (card % 64);
  }
  // True if the set grew.
  bool add_all(std::uint32_t set, std::uint32_t other) {
    std::uint64_t grown = 0;
    for (std::size_t i = 0; i < words_; ++i) {
      std::uint64_t& word = bits_[set * words_ + i];
      grown |= bits_[other * words_ + i] & ~word;
      word |= bits_[other * words_ + i];
    }
    return grown != 0;
  }
  // What all of `others` have, or are themselves; true if the set grew. Requires: others.
  bool add_common(std::uint32_t set, const std::vector<std::uint32_t>& others) {
    std::uint64_t grown = 0;
    for (std::size_t i = 0; i < words_; ++i) {
      std::uint64_t common = ~std::uint64_t{0};
      for (const std::uint32_t other : others) {
        std::uint64_t word = bits_[other * words_ + i];
        if (other / 64 == i) word |= std::uint64_t{1} << (other % 64);
        common &= word;
      }
      std::uint64_t& word = bits_[set * words_ + i];
      grown |= common & ~word;
      word |= common;
    }
    return grown != 0;
  }

 private:
  std::size_t words_;
  std::vector<std::uint64_t> bits_;
};

}  // namespace prereq
