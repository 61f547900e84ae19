#include "cli/staged_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "cli/descriptor.hpp"
#include "cli/file_place.hpp"
#include "cli/unfinished.hpp"

namespace prereq::cli {
namespace {

mode_t default_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

bool takes_text(int descriptor) {
  const int flags = ::fcntl(descriptor, F_GETFL);
  return flags >= 0 && (flags & O_ACCMODE) != O_RDONLY;
}

// For as long as it lives, signals that would end the program wait. Requires: other threads take
// none.
class HeldSignals {
 public:
  HeldSignals() {
    sigset_t held;
    sigemptyset(&held);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) sigaddset(&held, signal);
    ::pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  ~HeldSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

 private:
  sigset_t before_;
};

// What a file holds; nothing if there is none that can be read.
EarlierText text_of(const std::string& name) {
  const Descriptor in(::open(name.c_str(), O_RDONLY | O_CLOEXEC));
  if (!in.is_open()) return std::nullopt;
  std::string text;
  std::array<char, 65536> block;
  for (;;) {
    const ssize_t got = ::read(in.get(), block.data(), block.size());
    if (got == 0) return text;
    if (got > 0) text.append(block.data(), static_cast<std::size_t>(got));
    if (got < 0 && errno != EINTR) return std::nullopt;
  }
}

// Gives two files each other's names in one step. Returns 0, or the errno of what went wrong.
int trade_names(const std::string& one, const std::string& other) {
  const int done = ::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE);
  return done == 0 ? 0 : errno;
}

// Whether renameat2() failed because its flags mean nothing there.
bool is_beyond_file_system(int error) { return error == EINVAL || error == ENOSYS; }

}  // namespace

StagedFile::~StagedFile() {
  if (!temporary_) return;
  ::unlink(temporary_->c_str());
  forget_unfinished(temporary_->c_str());
}

int StagedFile::stage(const OutputFile& file) {
  FilePlace place = place_of(file.name);
  if (place.error != 0) return place.error;
  descriptor_ = place.descriptor;
  if (descriptor_) return takes_text(*descriptor_) ? 0 : EBADF;
  place_ = std::move(place.path);
  struct stat status {};
  const bool exists = ::stat(place_.c_str(), &status) == 0;
  if (!exists && errno != ENOENT) return errno;
  if (exists && S_ISDIR(status.st_mode)) return EISDIR;
  is_special_ = exists && !S_ISREG(status.st_mode);
  if (is_special_) return 0;
  if (file.replaces) {
    replaces_ = file.replaces;
    text_ = file.text;
  }
  // A file that its owner protected stays, although its folder would let us replace it.
  if (exists && ::access(place_.c_str(), W_OK) != 0) return errno;
  return write_beside(file.text, exists ? status.st_mode & 07777U : default_mode());
}

int StagedFile::write_in_place(std::string_view text) const {
  if (descriptor_) {
    const int error = write_all(*descriptor_, text);
    return error == EPIPE ? 0 : error;  // a reader that goes away is no failure
  }
  if (!is_special_) return 0;
  Descriptor out(::open(place_.c_str(), O_WRONLY | O_CLOEXEC));
  if (!out.is_open()) return errno;
  if (const int error = write_all(out.get(), text)) return error;
  return out.close() ? 0 : errno;
}

int StagedFile::write_beside(std::string_view text, unsigned mode) {
  // In the same folder, so that it can be moved, under a name that is never too long there.
  const std::filesystem::path beside = std::filesystem::path(place_).parent_path();
  temporary_ = std::make_unique<std::string>((beside / ".prereq-XXXXXX").string());
  remember_unfinished(temporary_->c_str());
  Descriptor out(::mkostemp(temporary_->data(), O_CLOEXEC));
  if (!out.is_open()) {
    const int error = errno;
    forget_unfinished(temporary_->c_str());
    temporary_.reset();
    return error;
  }
  if (::fchmod(out.get(), mode) != 0) return errno;
  if (const int error = write_all(out.get(), text)) return error;
  return out.close() ? 0 : errno;
}

int StagedFile::move(bool can_be_undone) {
  if (!temporary_) return 0;
  const int error = replaces_ ? move_over_expected() : move_over_anything(can_be_undone);
  if (error == 0) is_now_in_place();
  return error;
}

int StagedFile::move_over_anything(bool can_be_undone) {
  if (can_be_undone) keep_old();
  if (::rename(temporary_->c_str(), place_.c_str()) == 0) return 0;
  const int error = errno;
  settle();
  return error;
}

int StagedFile::move_over_expected() {
  if (*replaces_) {
    const int error = exchange_with_expected();
    if (!is_beyond_file_system(error)) return error;
  } else {
    if (::renameat2(AT_FDCWD, temporary_->c_str(), AT_FDCWD, place_.c_str(), RENAME_NOREPLACE) ==
        0) {
      was_missing_ = true;
      return 0;
    }
    if (errno == EEXIST) return changed_since_read;
    if (!is_beyond_file_system(errno)) return errno;
  }
  if (text_of(place_) != *replaces_) return changed_since_read;
  return move_over_anything(true);
}

int StagedFile::exchange_with_expected() {
  if (const int error = trade_names(*temporary_, place_)) {
    return error == ENOENT ? changed_since_read : error;
  }
  if (text_of(*temporary_) != *replaces_) {
    if (!put_back(*temporary_, text_)) {
      // Somebody's text is never removed, even where it cannot be put back.
      static_cast<void>(::rename(temporary_->c_str(), place_.c_str()));
      forget_unfinished(temporary_->c_str());
      temporary_.reset();
    }
    return changed_since_read;
  }
  old_ = *temporary_;
  return 0;
}

// Puts what stands under the name beside in its place again, where `placed` is; unless somebody
// wrote something newer there meanwhile: then that. False if that cannot be.
bool StagedFile::put_back(const std::string& beside, std::string placed) const {
  for (;;) {
    std::string held = text_of(beside).value_or("");
    if (trade_names(beside, place_) != 0) return false;
    if (text_of(beside) == placed) return true;
    placed = std::move(held);
  }
}

void StagedFile::is_now_in_place() {
  forget_unfinished(temporary_->c_str());
  temporary_.reset();
  moved_ = true;
}

// A second name for it: the first one is never without a file. Where a file cannot have two, it is
// replaced for good.
void StagedFile::keep_old() {
  const std::string beside = *temporary_ + ".old";
  if (::link(place_.c_str(), beside.c_str()) == 0) {
    old_ = beside;
  } else {
    was_missing_ = errno == ENOENT;
  }
}

bool StagedFile::undo() {
  if (!std::exchange(moved_, false)) return true;
  if (replaces_) return undo_unless_changed();
  if (old_.empty()) return was_missing_ && ::unlink(place_.c_str()) == 0;
  const bool is_back = ::rename(old_.c_str(), place_.c_str()) == 0;
  if (is_back) old_.clear();
  settle();
  return is_back;
}

// What somebody else wrote there since stays.
bool StagedFile::undo_unless_changed() {
  if (!old_.empty() && put_back(old_, text_)) {
    settle();
    return true;
  }
  const bool is_ours = text_of(place_) == text_;
  if (is_ours && old_.empty()) return was_missing_ && ::unlink(place_.c_str()) == 0;
  if (is_ours && ::rename(old_.c_str(), place_.c_str()) == 0) old_.clear();
  const bool is_back = !is_ours || old_.empty();
  settle();
  return is_back;
}

void StagedFile::settle() {
  if (!old_.empty()) ::unlink(std::exchange(old_, {}).c_str());
}

MoveResult move_all(std::vector<StagedFile>& files) {
  const HeldSignals held;
  MoveResult result;
  for (std::size_t i = 0; i < files.size() && result.error == 0; ++i) {
    result.failed = i;
    result.error = files[i].move(i + 1 < files.size());
  }
  if (result.error == 0) {
    for (StagedFile& file : files) file.settle();
    return result;
  }
  for (std::size_t i = result.failed; i-- > 0;) {
    if (!files[i].undo()) result.stay.push_back(i);
  }
  return result;
}

}  // namespace prereq::cli
