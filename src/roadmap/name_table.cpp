#include "roadmap/name_table.hpp"

#include <bit>
#include <climits>
#include <functional>
#include <utility>

#include "base/unicode_forms.hpp"

namespace prereq {
namespace {

// Of the composed form, which is the name itself almost always.
std::uint32_t hash_of(std::string_view name) {
  const std::size_t hash = is_surely_composed(name) ? std::hash<std::string_view>()(name)
                                                    : std::hash<std::string>()(composed_form(name));
  // The upper half, where there is one, counts as well.
  constexpr unsigned half = sizeof(hash) * CHAR_BIT / 2;
  return static_cast<std::uint32_t>(hash ^ (hash >> half));
}

}  // namespace

void NameTable::reserve(std::size_t count) {
  entries_.reserve(count);
  if (2 * count > slots_.size()) grow(std::bit_ceil(2 * count));
}

void NameTable::grow(std::size_t slots) {
  const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(slots));
  const std::size_t mask = slots - 1;
  for (const Slot& moved : before) {
    if (moved.number == 0) continue;
    std::size_t slot = moved.hash & mask;
    while (slots_[slot].number != 0) slot = (slot + 1) & mask;
    slots_[slot] = moved;
  }
}

std::size_t NameTable::slot_of(std::string_view name, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot].number != 0; slot = (slot + 1) & mask) {
    if (slots_[slot].hash != hash) continue;
    const Entry& entry = entries_[slots_[slot].number - 1];
    if (are_same_text({entry.name, entry.length}, name)) break;
  }
  return slot;
}

std::uint32_t NameTable::insert(std::string_view name, std::uint32_t value) {
  if (2 * (entries_.size() + 1) > slots_.size()) grow(slots_.empty() ? 16 : 2 * slots_.size());
  const std::uint32_t hash = hash_of(name);
  Slot& slot = slots_[slot_of(name, hash)];
  if (slot.number != 0) return entries_[slot.number - 1].value;
  entries_.push_back({name.data(), static_cast<std::uint32_t>(name.size()), value});
  slot = {static_cast<std::uint32_t>(entries_.size()), hash};
  return value;
}

std::optional<std::uint32_t> NameTable::find(std::string_view name) const {
  if (slots_.empty()) return std::nullopt;
  const Slot& slot = slots_[slot_of(name, hash_of(name))];
  if (slot.number == 0) return std::nullopt;
  return entries_[slot.number - 1].value;
}

void NameTable::prefetch(std::string_view name) const {
  if (!slots_.empty()) __builtin_prefetch(&slots_[hash_of(name) & (slots_.size() - 1)]);
}

}  // namespace prereq
