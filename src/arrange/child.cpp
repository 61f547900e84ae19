#include "arrange/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <new>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/graphviz_lock.hpp"

namespace prereq {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int failed_status = 3;
constexpr int out_of_memory_status = 4;

constexpr bool limits_memory() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
  return false;
#endif
#endif
  return true;
}

class PipeEnd {
 public:
  explicit PipeEnd(int number) : number_(number) {}
  ~PipeEnd() { close(); }
  PipeEnd(const PipeEnd&) = delete;
  PipeEnd& operator=(const PipeEnd&) = delete;

  int get() const { return number_; }
  // Out of the standard streams' way, should one of these be closed; and not for other programs.
  bool raise() {
    const int raised = ::fcntl(number_, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (raised < 0) return false;
    close();
    number_ = raised;
    return true;
  }
  void close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }

 private:
  int number_;
};

// Of this process, at present; 0 where that cannot be told.
std::size_t mapped_bytes() {
  std::FILE* const file = std::fopen("/proc/self/statm", "re");
  if (file == nullptr) return 0;
  std::array<char, 64> line = {};
  const char* const read = std::fgets(line.data(), line.size(), file);
  std::fclose(file);
  if (read == nullptr) return 0;
  return std::strtoull(line.data(), nullptr, 10) *
         static_cast<std::size_t>(std::max(::sysconf(_SC_PAGESIZE), 1L));
}

bool limit(decltype(RLIMIT_CPU) resource, std::uint64_t amount) {
  rlimit now = {};
  if (::getrlimit(resource, &now) != 0) return false;
  const rlim_t wanted = std::min<rlim_t>(amount, now.rlim_max);
  now = {wanted, wanted};
  return ::setrlimit(resource, &now) == 0;
}

// A handler of the program's is not for what happens here.
void restore_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGBUS, SIGFPE, SIGILL,
                           SIGABRT, SIGALRM, SIGCHLD, SIGXCPU}) {
    static_cast<void>(std::signal(signal, SIG_DFL));
  }
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  sigset_t none;
  sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

bool confine(const LayoutLimits& limits, pid_t parent) {
  restore_signals();
#ifdef __linux__
  if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::getppid() != parent) return false;
#else
  static_cast<void>(parent);
#endif
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nowhere < 0) return false;
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::dup2(nowhere, stream) < 0) return false;
  }
  if (!limit(RLIMIT_CORE, 0)) return false;
  const auto seconds = static_cast<std::uint64_t>(std::ceil(std::max(limits.seconds, 0.0)));
  if (!limit(RLIMIT_CPU, seconds + 1)) return false;
  return !limits_memory() || limit(RLIMIT_AS, mapped_bytes() + limits.memory_bytes);
}

bool write_all(int descriptor, const void* data, std::size_t size) {
  const char* next = static_cast<const char*>(data);
  while (size > 0) {
    const ssize_t written = ::write(descriptor, next, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    next += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

// The result's size goes first, so that one that was cut short is known for it.
int work_in_child(const std::function<std::string()>& work, int output) noexcept {
  try {
    const std::string bytes = work();
    const std::uint64_t size = bytes.size();
    const bool written =
        write_all(output, &size, sizeof size) && write_all(output, bytes.data(), bytes.size());
    return written ? 0 : failed_status;
  } catch (const std::bad_alloc&) {
    return out_of_memory_status;
  } catch (...) {
    return failed_status;
  }
}

// What the parent hears, until the result is whole, the child gone, or its time over.
class Listener {
 public:
  Listener(pid_t child, int input, double seconds)
      : child_(child),
        input_(input),
        end_(Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                std::chrono::duration<double>(std::clamp(seconds, 0.0, 1e6)))) {}

  void listen() {
    while (!whole() && !timed_out_ && hear()) {
    }
  }
  bool whole() const {
    std::uint64_t size = 0;
    if (text_.size() < sizeof size) return false;
    std::memcpy(&size, text_.data(), sizeof size);
    return text_.size() - sizeof size == size;
  }
  bool timed_out() const { return timed_out_; }
  std::string take() { return text_.substr(sizeof(std::uint64_t)); }

 private:
  // False when there is nothing more to come.
  bool hear() {
    // Another child, made at the same moment by another thread, may hold the pipe open.
    constexpr int most_ms = 200;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end_ - Clock::now()).count();
    timed_out_ = left <= 0;
    if (timed_out_) return false;
    pollfd wanted = {input_, POLLIN, 0};
    const int ready = ::poll(&wanted, 1, static_cast<int>(std::min<std::int64_t>(left, most_ms)));
    if (ready < 0) return errno == EINTR;
    if (ready == 0) return !std::exchange(gone_, is_gone());
    std::array<char, 65536> part;
    const ssize_t read = ::read(input_, part.data(), part.size());
    if (read < 0) return errno == EINTR;
    text_.append(part.data(), static_cast<std::size_t>(read));
    return read > 0;
  }

  bool is_gone() const {
    siginfo_t info = {};
    const int found =
        ::waitid(P_PID, static_cast<id_t>(child_), &info, WEXITED | WNOHANG | WNOWAIT);
    return found != 0 || info.si_pid == child_;
  }

  pid_t child_;
  int input_;
  Clock::time_point end_;
  std::string text_;
  bool timed_out_ = false;
  bool gone_ = false;  // the last time that nothing was to be heard
};

// The status that the child ended with; 0 where the program has others collect it.
int end_of(pid_t child) {
  ::kill(child, SIGKILL);  // in vain if it has ended, which is how it should be
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return 0;
  }
  return status;
}

std::string failure_of(int status, const LayoutLimits& limits) {
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    return fmt::format("crashed (signal {}, {})", signal, ::strsignal(signal));
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == out_of_memory_status) {
    return fmt::format("needs more than {} MiB of memory", limits.memory_bytes >> 20);
  }
  return "ended without a result";
}

ChildResult not_started(int error) {
  return {false, false, {}, "could not be started: " + std::generic_category().message(error)};
}

}  // namespace

ChildResult run_in_child(const std::function<std::string()>& work, const LayoutLimits& limits) {
  std::array<int, 2> ends = {-1, -1};
  if (::pipe(ends.data()) != 0) return not_started(errno);
  PipeEnd input(ends[0]);
  PipeEnd output(ends[1]);
  if (!input.raise() || !output.raise()) return not_started(errno);
  const pid_t parent = ::getpid();
  // Nobody holds it when the child is made, so that nobody has to release it there.
  std::unique_lock free_lock(graphviz_mutex());
  const pid_t child = ::fork();
  const int error = errno;
  free_lock.unlock();
  if (child == 0) {
    input.close();
    ::_exit(confine(limits, parent) ? work_in_child(work, output.get()) : failed_status);
  }
  if (child < 0) return not_started(error);
  output.close();
  Listener listener(child, input.get(), limits.seconds);
  listener.listen();
  const int status = end_of(child);
  if (listener.whole()) return {true, false, listener.take(), {}};
  if (listener.timed_out() || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)) {
    return {false, true, {}, fmt::format("took longer than {:g} s", limits.seconds)};
  }
  return {false, false, {}, failure_of(status, limits)};
}

}  // namespace prereq
