#include "read/cmark_memory.hpp"

#include <cstdlib>
#include <exception>
#include <new>

namespace prereq {
namespace {

void* existing(void* memory) noexcept {
  if (memory != nullptr) return memory;
  try {
    throw std::bad_alloc();
  } catch (const std::bad_alloc&) {
    std::terminate();
  }
}

void* zeroed(std::size_t count, std::size_t size) { return existing(std::calloc(count, size)); }
void* resized(void* memory, std::size_t size) { return existing(std::realloc(memory, size)); }

}  // namespace

cmark_mem* memory_for_cmark() {
  static cmark_mem memory = {zeroed, resized, std::free};
  return &memory;
}

}  // namespace prereq
