// From a name to a number: a hash table in two arrays, a third of the size of the standard one.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace prereq {

class NameTable {
 public:
  // Room for `count` names without growing.
  void reserve(std::size_t count);

  // Adds the name unless it is there. The value it has afterwards. The text must outlive the table.
  std::uint32_t insert(std::string_view name, std::uint32_t value);

  // Expected O(1).
  std::optional<std::uint32_t> find(std::string_view name) const;

  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::string_view name;
    std::uint32_t value;
    std::uint32_t hash;
  };
  void grow(std::size_t slots);
  // The slot of the name, or the free one where it would go.
  std::size_t slot_of(std::string_view name, std::uint32_t hash) const;

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // index of the entry plus one; 0 for a free slot
};

}  // namespace prereq
