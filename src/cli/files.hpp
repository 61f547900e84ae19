// The only place that touches the files of commands. `-` is standard input or output.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/console.hpp"

namespace prereq::cli {

// Whether it is a regular file that may be read.
bool is_readable_file(const std::string& name);

// At most `limit` + 1 bytes, so that a reader can tell that a text is over its limit without
// having to hold all of it. Nothing, after a complaint, if the file cannot be read.
std::optional<std::string> read_file(const std::string& name, std::size_t limit, Console& console);

// The same of what may be no larger than so many MiB; also nothing, after a complaint that calls it
// `what`, if it is.
std::optional<std::string> read_limited(const std::string& name, std::size_t most_mib,
                                        std::string_view what, Console& console);

// Writes each file beside its place and moves all of them there, in their order, once every one is
// whole: a file is either as it was or new. If one cannot be moved, those before it are taken back;
// a signal that would end the program waits for the last. What is no regular file, such as a
// device, or is open already, such as /dev/stdout, is written before that, where it is. Symbolic
// links are followed, also to what is not there yet. False, after a complaint, if anything could
// not be written, or holds something else by now than what it replaces. Requires:
// refuse_overwriting() found nothing wrong with the names.
bool write_files(const std::vector<OutputFile>& files, Console& console);

// The same, without a complaint about a file that holds something else by now; see StagedFile::move
// for what can be told of that.
WriteOutcome write_unless_changed(const std::vector<OutputFile>& files, Console& console);

// Nothing if `outputs` are distinct files and none is one of `inputs` or holds the settings; else
// why not. Names of one file by different paths are seen through; so is a file that is standard
// input.
std::optional<std::string> refuse_overwriting(const std::vector<std::string>& outputs,
                                              const std::vector<std::string>& inputs,
                                              Console& console);

// Folders that are made for what is written into them, and gone again if nothing comes of that,
// also when a signal ends the program.
class NewFolders {
 public:
  NewFolders() = default;
  ~NewFolders();
  NewFolders(const NewFolders&) = delete;
  NewFolders& operator=(const NewFolders&) = delete;

  // With the folders that it is in. One that exists is taken as it is. False, after a complaint, if
  // there is none and none can be made; nor is one made only to be left again by `..`.
  bool make(const std::string& name, Console& console);
  void keep();

 private:
  std::vector<std::unique_ptr<std::string>> made_;  // outermost first; at fixed addresses
};

}  // namespace prereq::cli
