// From a name to a number: a hash table in two arrays, a third of the size of the standard one.
// Names are shorter than 4 GiB, and fewer than 2^31. They are compared in their composed form:
// `café` is the same name, whether its `é` is one character or two.
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

  // Starts to bring in from memory what find() or insert() of the name will look at first: worth it
  // a few names ahead, where there are many.
  void prefetch(std::string_view name) const;

  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    const char* name;
    std::uint32_t length;
    std::uint32_t value;
  };
  // With the hash beside it, most entries are looked at only if they are the one.
  struct Slot {
    std::uint32_t number = 0;  // index of the entry plus one; 0 for a free slot
    std::uint32_t hash = 0;
  };
  void grow(std::size_t slots);
  // The slot of the name, or the free one where it would go.
  std::size_t slot_of(std::string_view name, std::uint32_t hash) const;

  std::vector<Entry> entries_;
  std::vector<Slot> slots_;
};

}  // namespace prereq
