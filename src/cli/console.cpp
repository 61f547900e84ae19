#include "cli/console.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "cli/descriptor.hpp"
#include "cli/first_problems.hpp"
#include "prereq/report.hpp"
#include "write/report_text.hpp"

namespace prereq::cli {
namespace {

bool is_set(const char* variable) {
  const char* const value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

bool wants_colour(ColourChoice choice, int descriptor) {
  if (choice != ColourChoice::automatic) return choice == ColourChoice::always;
  if (is_set("NO_COLOR") || ::isatty(descriptor) == 0) return false;
  const char* const terminal = std::getenv("TERM");
  return terminal != nullptr && std::string_view(terminal) != "dumb";
}

}  // namespace

bool Console::colours_output() const { return wants_colour(colour_, STDOUT_FILENO); }
bool Console::output_is_terminal() const { return ::isatty(STDOUT_FILENO) == 1; }
bool Console::colours_errors() const { return wants_colour(colour_, STDERR_FILENO); }

bool Console::shows_progress() const {
  const char* const terminal = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) == 1 && terminal != nullptr &&
         std::string_view(terminal) != "dumb";
}

bool Console::shows_output() const { return ::isatty(STDOUT_FILENO) != 0; }

std::string Console::folder() const {
  std::error_code error;
  return std::filesystem::current_path(error).string();
}

void Console::write(std::string_view text) {
  if (write_errno_ == 0) write_errno_ = write_all(STDOUT_FILENO, text);
}

void Console::write_error(std::string_view text) {
  // Nobody is left to tell when this fails.
  static_cast<void>(write_all(STDERR_FILENO, text));
}

void Console::complain(std::string_view message) {
  std::string line = "prereq: ";
  line += visible(message);
  line += '\n';
  write_error(line);
}

void Console::complain_of_usage(std::string_view command, std::string_view message) {
  std::string lines = "prereq ";
  lines.append(command).append(": ").append(visible(message));
  lines.append("\nsee 'prereq ").append(command).append(" --help'\n");
  write_error(lines);
}

void Console::print_problems(const Diagnostics& diagnostics, const Sources& sources) {
  write_error(format_first_problems(diagnostics, [&](const Diagnostics& first) {
    return format_human(first, sources, {.color = colours_errors()});
  }));
}

Status Console::finish(Status status) {
  if (write_errno_ == 0 || write_errno_ == EPIPE) return status;
  complain("cannot write to standard output: " + std::generic_category().message(write_errno_));
  return Status::failed;
}

void prepare_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) != -1) continue;
    // open() takes the lowest free number, which is this one. The wrong direction on purpose: use
    // of a stream that was closed must fail.
    static_cast<void>(::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  }
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  // A file that may not grow further is like a full disk.
  static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
}

}  // namespace prereq::cli
