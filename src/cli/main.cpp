#include <string>
#include <vector>

#include "cli/commands.hpp"

int main(int argc, char** argv) {
  using prereq::cli::Status;
  prereq::cli::prepare_streams();
  prereq::cli::Console console;
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  const Status status = prereq::cli::run_program(arguments, console);
  return static_cast<int>(console.finish(status));
}
