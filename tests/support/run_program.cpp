#include "support/run_program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace prereq::testing {
namespace {

namespace fs = std::filesystem;

// What the child does with its streams before it becomes the program.
class FileActions {
 public:
  FileActions() { posix_spawn_file_actions_init(&actions_); }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;

  void open(int number, const fs::path& file, int flags) {
    posix_spawn_file_actions_addopen(&actions_, number, file.c_str(), flags, 0600);
  }
  void duplicate(int from, int to) { posix_spawn_file_actions_adddup2(&actions_, from, to); }
  void change_folder(const fs::path& folder) {
    posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str());
  }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_;
};

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  for (std::string& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

std::vector<std::string> environment_with(
    const std::vector<std::pair<std::string, std::string>>& added) {
  std::vector<std::string> all;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view line = *entry;
    const std::string_view name = line.substr(0, line.find('='));
    const bool replaced =
        std::ranges::any_of(added, [name](const auto& pair) { return pair.first == name; });
    if (!replaced) all.emplace_back(line);
  }
  for (const auto& [name, value] : added) all.push_back(name + "=" + value);
  return all;
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

Outcome run_program(const std::vector<std::string>& program_and_arguments,
                    const RunOptions& options) {
  const TemporaryFolder folder;
  const fs::path out = folder.path() / "out";
  const fs::path err = folder.path() / "err";
  FileActions actions;
  actions.open(0, folder.file("in", options.input), O_RDONLY);
  std::array<int, 2> pipe_ends = {-1, -1};
  if (options.closed_output) {
    if (::pipe2(pipe_ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    ::close(pipe_ends[0]);
    actions.duplicate(pipe_ends[1], 1);
  } else {
    actions.open(1, options.output.empty() ? out : options.output, O_WRONLY | O_CREAT);
  }
  actions.open(2, err, O_WRONLY | O_CREAT);
  if (!options.folder.empty()) actions.change_folder(options.folder);

  std::vector<std::string> words = program_and_arguments;
  std::vector<std::string> environment = environment_with(options.environment);
  const std::vector<char*> argv = pointers(words);
  const std::vector<char*> envp = pointers(environment);
  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  const int failed =
      posix_spawnp(&child, words.at(0).c_str(), actions.get(), nullptr, argv.data(), envp.data());
  if (options.closed_output) ::close(pipe_ends[1]);
  if (failed != 0) throw std::runtime_error("cannot run " + words[0]);
  int status = 0;
  rusage used{};
  ::wait4(child, &status, 0, &used);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          read_text(out),
          read_text(err),
          used.ru_maxrss,
          seconds(used.ru_utime) + seconds(used.ru_stime),
          taken.count()};
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "prereq-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TemporaryFolder::file(const std::string& name, std::string_view text) const {
  const fs::path file = path_ / name;
  std::ofstream(file, std::ios::binary) << text;
  return file.string();
}

std::vector<std::string> TemporaryFolder::names() const {
  std::vector<std::string> all;
  for (const auto& entry : fs::directory_iterator(path_)) {
    all.push_back(entry.path().filename().string());
  }
  std::ranges::sort(all);
  return all;
}

std::string read_text(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace prereq::testing
