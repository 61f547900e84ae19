#include <new>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/out_of_memory.hpp"
#include "cli/own_fonts.hpp"

namespace {

using prereq::cli::Status;

Status run(int argc, char** argv) {
  prereq::cli::Console console;
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  const Status status = prereq::cli::run_program(arguments, console);
  return console.finish(status);
}

Status run_in_memory(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    return prereq::cli::fail_for_memory();
  } catch (const std::length_error&) {
    return prereq::cli::fail_for_memory();
  }
}

}  // namespace

int main(int argc, char** argv) {
  prereq::cli::prepare_streams();
  prereq::cli::prepare_for_lack_of_memory();
  prereq::cli::prepare_own_fonts();
  return static_cast<int>(run_in_memory(argc, argv));
}
