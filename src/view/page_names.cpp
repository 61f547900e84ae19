#include "view/page_names.hpp"

#include <fmt/format.h>

#include <cstdint>

#include "base/safe_names.hpp"

namespace prereq {
namespace {

// FNV-1a.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  return hash;
}

// Up to so many bytes of what escape_id() made, no escape broken.
std::string_view beginning(std::string_view escaped, std::size_t most_bytes) {
  std::size_t end = 0;
  while (end < escaped.size()) {
    const std::size_t next = escaped[end] == '_' ? escaped.find('_', end + 1) + 1 : end + 1;
    if (next > most_bytes) break;
    end = next;
  }
  return escaped.substr(0, end);
}

}  // namespace

std::string page_name_of(std::string_view section_id, std::size_t most_bytes) {
  constexpr std::string_view kind = "section-";
  const std::string id = escape_id(section_id);
  if (kind.size() + id.size() <= most_bytes) return std::string(kind) + id;
  // escape_id() writes '_' in pairs; this one is alone.
  const std::string rest = fmt::format("_{:016x}", hash_of(section_id));
  return fmt::format("{}{}{}", kind, beginning(id, most_bytes - kind.size() - rest.size()), rest);
}

}  // namespace prereq
