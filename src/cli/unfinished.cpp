#include "cli/unfinished.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <mutex>

namespace prereq::cli {
namespace {

constexpr std::size_t most = 4096;
std::array<std::atomic<const char*>, most> unfinished;
static_assert(std::atomic<const char*>::is_always_lock_free);

extern "C" void remove_unfinished(int signal) {
  for (const auto& each : unfinished) {
    if (const char* const name = each.load()) static_cast<void>(::unlink(name));
  }
  // Ends the program as if there were no handler, once this one returns.
  static_cast<void>(std::signal(signal, SIG_DFL));
  static_cast<void>(std::raise(signal));
}

void handle_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction now = {};
    if (::sigaction(signal, nullptr, &now) != 0 || now.sa_handler != SIG_DFL) continue;
    now.sa_handler = remove_unfinished;
    now.sa_flags = 0;
    sigemptyset(&now.sa_mask);
    static_cast<void>(::sigaction(signal, &now, nullptr));
  }
}

}  // namespace

void remember_unfinished(const char* name) {
  static std::once_flag once;
  std::call_once(once, handle_signals);
  for (auto& each : unfinished) {
    const char* empty = nullptr;
    if (each.compare_exchange_strong(empty, name)) return;
  }
}

void forget_unfinished(const char* name) {
  for (auto& each : unfinished) {
    const char* expected = name;
    if (each.compare_exchange_strong(expected, nullptr)) return;
  }
}

}  // namespace prereq::cli
