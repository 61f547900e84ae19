// A digest of values and texts: FNV-1a with 64 bits. Not a cryptographic hash.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace prereq {

class Fingerprint {
 public:
  // A value goes in with a fixed width, a text with its length, so that different sequences of
  // values are different sequences of bytes.
  void add(std::uint64_t value) {
    for (int shift = 0; shift < 64; shift += 8) add_byte(static_cast<std::uint8_t>(value >> shift));
  }
  void add(std::string_view text) {
    add(static_cast<std::uint64_t>(text.size()));
    add_bytes(text);
  }
  template <typename Enum>
  void add_kind(Enum value) {
    add(static_cast<std::uint64_t>(value));
  }
  // These alone.
  void add_bytes(std::string_view bytes) {
    for (const char c : bytes) add_byte(static_cast<std::uint8_t>(c));
  }

  // 16 hexadecimal digits.
  std::string hex() const { return fmt::format("{:016x}", hash_); }

 private:
  void add_byte(std::uint8_t byte) { hash_ = (hash_ ^ byte) * 0x100000001b3U; }

  std::uint64_t hash_ = 0xcbf29ce484222325U;
};

}  // namespace prereq
