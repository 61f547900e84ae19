#include "cli/unfinished.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <mutex>

namespace prereq::cli {
namespace {

template <std::size_t most>
using Names = std::array<std::atomic<const char*>, most>;
Names<4096> files;
Names<16> folders;
static_assert(std::atomic<const char*>::is_always_lock_free);

template <std::size_t most>
void remember(Names<most>& names, const char* name) {
  for (auto& each : names) {
    const char* empty = nullptr;
    if (each.compare_exchange_strong(empty, name)) return;
  }
}

template <std::size_t most>
void forget(Names<most>& names, const char* name) {
  for (auto& each : names) {
    const char* expected = name;
    if (each.compare_exchange_strong(expected, nullptr)) return;
  }
}

std::atomic<bool> line = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void erase_line() {
  constexpr std::array<char, 4> erased = {'\r', '\x1b', '[', 'K'};
  static_cast<void>(::write(STDERR_FILENO, erased.data(), erased.size()) < 0);
}

void remove_now() {
  if (line.exchange(false)) erase_line();
  for (const auto& each : files) {
    if (const char* const name = each.load()) static_cast<void>(::unlink(name));
  }
  // A folder is remembered after the one that it is in.
  for (std::size_t i = folders.size(); i-- > 0;) {
    if (const char* const name = folders[i].load()) static_cast<void>(::rmdir(name));
  }
}

extern "C" void remove_unfinished(int signal) {
  remove_now();
  // Ends the program as if there were no handler, once this one returns.
  static_cast<void>(std::signal(signal, SIG_DFL));
  static_cast<void>(std::raise(signal));
}

void handle_signals_now() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction now = {};
    if (::sigaction(signal, nullptr, &now) != 0 || now.sa_handler != SIG_DFL) continue;
    now.sa_handler = remove_unfinished;
    now.sa_flags = 0;
    sigemptyset(&now.sa_mask);
    static_cast<void>(::sigaction(signal, &now, nullptr));
  }
}

void handle_signals() {
  static std::once_flag once;
  std::call_once(once, handle_signals_now);
}

}  // namespace

void remove_all_unfinished() { remove_now(); }

void remember_unfinished(const char* name) {
  handle_signals();
  remember(files, name);
}

void forget_unfinished(const char* name) { forget(files, name); }

void remember_unfinished_folder(const char* name) {
  handle_signals();
  remember(folders, name);
}

void forget_unfinished_folder(const char* name) { forget(folders, name); }

void remember_unfinished_line() {
  handle_signals();
  line = true;
}

void forget_unfinished_line() { line = false; }

}  // namespace prereq::cli
