#include "cli/progress.hpp"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

#include "cli/unfinished.hpp"

namespace prereq::cli {
namespace {

std::atomic<bool> shown = false;

void say(std::string_view text) {
  // It is only an ornament.
  static_cast<void>(::write(STDERR_FILENO, text.data(), text.size()) < 0);
}

}  // namespace

class Progress::Line {
 public:
  explicit Line(std::string what) : what_(std::move(what)) {
    // Signals are for the thread that works.
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    start();
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  }
  ~Line() {
    {
      const std::lock_guard lock(mutex_);
      done_ = true;
    }
    wake_.notify_one();
    if (thread_.joinable()) thread_.join();
    shown = false;
  }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

 private:
  // Where there is no memory for an ornament, there is none.
  void start() {
    try {
      thread_ = std::thread([this] { run(); });
    } catch (const std::system_error&) {
    }
  }

  void run() {
    std::unique_lock lock(mutex_);
    for (int seconds = 1; !wake_.wait_for(lock, std::chrono::seconds(1), [this] { return done_; });
         ++seconds) {
      remember_unfinished_line();
      say("\r" + what_ + " … " + std::to_string(seconds) + " s\x1b[K");
      any_ = true;
    }
    if (!any_) return;
    say("\r\x1b[K");
    forget_unfinished_line();
  }

  std::string what_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool done_ = false;
  bool any_ = false;
  std::thread thread_;
};

Progress::Progress(const Console& console, std::string what) {
  if (!console.shows_progress() || shown.exchange(true)) return;
  line_ = std::make_unique<Line>(std::move(what));
}

Progress::~Progress() = default;

}  // namespace prereq::cli
