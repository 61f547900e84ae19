#include "cli/out_of_memory.hpp"

#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <new>
#include <stdexcept>

#include "cli/unfinished.hpp"

namespace prereq::cli {
namespace {

// A child that a stage made reports to its parent, whose files these are.
pid_t program = 0;

bool is_lack_of_memory(const std::exception_ptr& thrown) {
  if (!thrown) return false;
  try {
    std::rethrow_exception(thrown);
  } catch (const std::bad_alloc&) {
    return true;
  } catch (const std::length_error&) {
    return true;
  } catch (...) {
    return false;
  }
}

[[noreturn]] void end_uncaught() {
  if (::getpid() == program && is_lack_of_memory(std::current_exception())) {
    remove_all_unfinished();
    ::_exit(static_cast<int>(fail_for_memory()));
  }
  std::abort();
}

}  // namespace

Status fail_for_memory() {
  constexpr std::string_view message =
      "prereq: out of memory: let it have more, or make the roadmap smaller\n";
  // Nobody is left to tell when this fails.
  static_cast<void>(::write(STDERR_FILENO, message.data(), message.size()) < 0);
  return Status::failed;
}

void prepare_for_lack_of_memory() {
  program = ::getpid();
  std::set_terminate(end_uncaught);
}

}  // namespace prereq::cli
