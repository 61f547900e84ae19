#include "cli/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "cli/descriptor.hpp"
#include "cli/file_place.hpp"
#include "cli/staged_file.hpp"
#include "cli/unfinished.hpp"

namespace prereq::cli {
namespace {

namespace fs = std::filesystem;

std::string reason(int error) { return std::generic_category().message(error); }

struct FileIdentity {
  dev_t device = 0;
  ino_t number = 0;
  friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

// Nothing for what does not exist or is no regular file: two names for one pipe do no harm.
std::optional<FileIdentity> identity(const std::string& name) {
  struct stat status {};
  const int found = name == "-" ? ::fstat(STDIN_FILENO, &status) : ::stat(name.c_str(), &status);
  if (found != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return FileIdentity{status.st_dev, status.st_ino};
}

}  // namespace

std::optional<std::string> Console::read_file(const std::string& name, std::size_t limit) {
  const bool standard = name == "-";
  if (standard && std::exchange(input_is_read_, true)) {
    complain("'-' was given twice, but standard input can be read only once: name it once");
    return std::nullopt;
  }
  const Descriptor in(standard ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC));
  std::string text;
  int error = in.is_open() ? 0 : errno;
  // A large text is moved about while it grows, unless there is room for it.
  struct stat status {};
  if (error == 0 && ::fstat(in.get(), &status) == 0 && S_ISREG(status.st_mode)) {
    text.reserve(std::min(limit, static_cast<std::size_t>(status.st_size)));
  }
  std::array<char, 65536> block;
  while (error == 0 && text.size() <= limit) {
    const ssize_t got = ::read(in.get(), block.data(), block.size());
    if (got == 0) return text;
    if (got > 0) text.append(block.data(), static_cast<std::size_t>(got));
    if (got < 0 && errno != EINTR) error = errno;
  }
  if (error == 0) return text;
  complain("cannot read " + (standard ? "standard input" : "'" + name + "'") + ": " +
           reason(error));
  return std::nullopt;
}

WriteOutcome Console::write_files(const std::vector<OutputFile>& files) {
  const auto failed = [this](const OutputFile& file, int error) {
    complain("cannot write '" + file.name + "': " + reason(error));
    return WriteOutcome();
  };
  std::vector<StagedFile> staged(files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (files[i].name == "-") continue;
    if (const int error = staged[i].stage(files[i])) return failed(files[i], error);
  }
  // What cannot be taken back, and may take any time, comes before what can.
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (files[i].name == "-") write(files[i].text);
    if (const int error = staged[i].write_in_place(files[i].text)) return failed(files[i], error);
  }
  const MoveResult moved = move_all(staged);
  if (moved.error == 0) return {.is_written = true};
  WriteOutcome outcome;
  if (moved.error == changed_since_read) {
    outcome.changed = files[moved.failed].name;
  } else {
    outcome = failed(files[moved.failed], moved.error);
  }
  for (const std::size_t i : moved.stay) {
    complain("cannot put '" + files[i].name + "' back as it was: it is written all the same");
  }
  return outcome;
}

std::optional<std::string> Console::refuse_overwriting(const std::vector<std::string>& outputs,
                                                       const std::vector<std::string>& inputs) {
  std::vector<std::optional<FileIdentity>> read;
  read.reserve(inputs.size() + kept_.size());
  for (const std::string& name : inputs) read.push_back(identity(name));
  for (const std::string& name : kept_) read.push_back(identity(name));
  std::vector<FilePlace> places;
  places.reserve(outputs.size());
  for (const std::string& name : outputs) {
    const FilePlace place = name == "-" ? FilePlace{.path = name} : place_of(name);
    // One that has no place cannot be written either way, but its name tells.
    places.push_back(place.error == 0 ? place : FilePlace{.path = name, .error = place.error});
    if (std::ranges::count(places, places.back()) > 1)
      return "'" + name + "' would be written twice";
    const auto output = name == "-" ? std::nullopt : identity(name);
    if (output && std::ranges::find(read, output) != read.end()) {
      return "'" + name + "' was read and is not overwritten";
    }
  }
  return std::nullopt;
}

NewFolders::~NewFolders() {
  for (; !made_.empty(); made_.pop_back()) {
    const char* const innermost = made_.back()->c_str();
    ::rmdir(innermost);
    forget_unfinished_folder(innermost);
  }
}

void NewFolders::keep() {
  for (const auto& made : made_) forget_unfinished_folder(made->c_str());
  made_.clear();
}

bool NewFolders::make(const std::string& name, Console& console) {
  std::error_code error;
  if (name.empty() || fs::is_directory(name, error)) return true;
  const std::string around = fs::path(name).parent_path().string();
  if (fs::path(name).filename() == "..") {
    console.complain("cannot make the folder '" + name + "': there is no folder '" + around + "'");
    return false;
  }
  if (around != name && !make(around, console)) return false;
  auto next = std::make_unique<std::string>(name);
  remember_unfinished_folder(next->c_str());
  if (::mkdir(name.c_str(), 0777) == 0) {
    made_.push_back(std::move(next));
    return true;
  }
  const int failed = errno;
  forget_unfinished_folder(next->c_str());
  // A name that ends in a slash has been made by now.
  if (failed == EEXIST && fs::is_directory(name, error)) return true;
  console.complain("cannot make the folder '" + name + "': " + reason(failed));
  return false;
}

bool is_readable_file(const std::string& name) {
  std::error_code error;
  return fs::is_regular_file(name, error) && ::access(name.c_str(), R_OK) == 0;
}

std::optional<std::string> read_file(const std::string& name, std::size_t limit, Console& console) {
  return console.read_file(name, limit);
}

std::optional<std::string> read_limited(const std::string& name, std::size_t most_mib,
                                        std::string_view what, Console& console) {
  const std::size_t most = most_mib * 1024 * 1024;
  auto text = read_file(name, most, console);
  if (!text || text->size() <= most) return text;
  std::string message = "'" + name + "' is larger than ";
  message.append(what).append(" may be, which is ").append(std::to_string(most_mib));
  console.complain(message + " MiB");
  return std::nullopt;
}

bool write_files(const std::vector<OutputFile>& files, Console& console) {
  const WriteOutcome outcome = console.write_files(files);
  if (!outcome.changed.empty()) {
    console.complain("'" + outcome.changed +
                     "' was changed by somebody else meanwhile, and is left as it is: run the "
                     "command again");
  }
  return outcome.is_written;
}

WriteOutcome write_unless_changed(const std::vector<OutputFile>& files, Console& console) {
  return console.write_files(files);
}

std::optional<std::string> refuse_overwriting(const std::vector<std::string>& outputs,
                                              const std::vector<std::string>& inputs,
                                              Console& console) {
  return console.refuse_overwriting(outputs, inputs);
}

}  // namespace prereq::cli
