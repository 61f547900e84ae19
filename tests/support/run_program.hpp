// Runs a program as a user would, and keeps what it said; and folders that go away by themselves.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace prereq::testing {

struct Outcome {
  int status = -1;  // exit status; 128 + the signal's number if one ended it
  std::string out;
  std::string err;
  std::int64_t peak_kib = 0;  // the most memory that it had
  double cpu_seconds = 0;     // of a processor, for itself and in the system
  double seconds = 0;         // by the clock, from before it was started until it had ended
};

struct RunOptions {
  std::string input = {};             // on standard input
  std::filesystem::path folder = {};  // to start in; empty: this one's
  std::filesystem::path output = {};  // where standard output goes instead of into Outcome::out
  bool closed_output = false;         // nobody reads standard output
  std::vector<std::pair<std::string, std::string>> environment = {};  // set in addition
};

// The program is found by its path, or by its name along PATH.
Outcome run_program(const std::vector<std::string>& program_and_arguments,
                    const RunOptions& options = {});

// Empty when made, removed with all it holds.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // Writes a file in it and returns its path.
  std::string file(const std::string& name, std::string_view text) const;
  // Names of what is in it, sorted.
  std::vector<std::string> names() const;

 private:
  std::filesystem::path path_;
};

// Empty if there is no such file.
std::string read_text(const std::filesystem::path& file);

}  // namespace prereq::testing
