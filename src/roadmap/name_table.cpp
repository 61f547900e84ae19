#include "roadmap/name_table.hpp"

#include <bit>
#include <functional>

namespace prereq {
namespace {

std::uint32_t hash_of(std::string_view name) {
  const std::size_t hash = std::hash<std::string_view>()(name);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

}  // namespace

void NameTable::reserve(std::size_t count) {
  entries_.reserve(count);
  if (2 * count > slots_.size()) grow(std::bit_ceil(2 * count));
}

void NameTable::grow(std::size_t slots) {
  slots_.assign(slots, 0);
  for (std::uint32_t index = 0; index < entries_.size(); ++index) {
    slots_[slot_of(entries_[index].name, entries_[index].hash)] = index + 1;
  }
}

std::size_t NameTable::slot_of(std::string_view name, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot] != 0) {
    const Entry& entry = entries_[slots_[slot] - 1];
    if (entry.hash == hash && entry.name == name) break;
    slot = (slot + 1) & mask;
  }
  return slot;
}

std::uint32_t NameTable::insert(std::string_view name, std::uint32_t value) {
  if (2 * (entries_.size() + 1) > slots_.size()) grow(slots_.empty() ? 16 : 2 * slots_.size());
  const std::uint32_t hash = hash_of(name);
  const std::size_t slot = slot_of(name, hash);
  if (slots_[slot] != 0) return entries_[slots_[slot] - 1].value;
  entries_.push_back({name, value, hash});
  slots_[slot] = static_cast<std::uint32_t>(entries_.size());
  return value;
}

std::optional<std::uint32_t> NameTable::find(std::string_view name) const {
  if (slots_.empty()) return std::nullopt;
  const std::size_t slot = slot_of(name, hash_of(name));
  if (slots_[slot] == 0) return std::nullopt;
  return entries_[slots_[slot] - 1].value;
}

}  // namespace prereq
