#include "arrange/graph_ids.hpp"

#include <memory>

namespace prereq {
namespace {

using Counter = IDTYPE;

void* open_counter(Agraph_t*, Agdisc_t*) { return std::make_unique<Counter>(0).release(); }

void close_counter(void* state) {
  const std::unique_ptr<Counter> owned(static_cast<Counter*>(state));
}

// Leaves names to Graphviz, which then keeps a table of them and asks for a number without a name.
long next_number(void* state, int, char* name, IDTYPE* number, int create) {
  if (name != nullptr || create == 0) return 0;
  *number = ++*static_cast<Counter*>(state);
  return 1;
}

// A number that the caller chose: nobody does.
long take_number(void*, int, IDTYPE) { return 0; }
void free_number(void*, int, IDTYPE) {}
char* no_name(void*, int, IDTYPE) { return nullptr; }
void note_object(void*, int, void*) {}

}  // namespace

Agdisc_t* numbered_in_order() {
  static Agiddisc_t ids = {open_counter, next_number,   take_number, free_number,
                           no_name,      close_counter, note_object};
  static Agdisc_t all = {&AgMemDisc, &ids, &AgIoDisc};
  return &all;
}

}  // namespace prereq
