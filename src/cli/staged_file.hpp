// Files that are written beside their places first, so that all of them can come to be at once.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"

namespace prereq::cli {

// A file that is written but not yet in its place; removed again unless it is moved there.
class StagedFile {
 public:
  StagedFile() = default;
  ~StagedFile();
  StagedFile(StagedFile&&) = default;
  StagedFile& operator=(StagedFile&&) = delete;

  // These return 0, or the errno of what went wrong.

  // Writes the text beside the file, unless that is no regular file.
  int stage(const OutputFile& file);
  // Writes the text to what is no regular file, such as a device, or is open already, such as
  // /dev/stdout; nothing for others.
  int write_in_place(std::string_view text) const;
  // If it is to be undone, what was there before is kept until `settle`.
  int move(bool can_be_undone);

  // As it was before move(). False if that cannot be.
  bool undo();
  void settle();

 private:
  int write_beside(std::string_view text, unsigned mode);
  void keep_old();

  std::string place_;
  std::optional<int> descriptor_;  // what is open already and takes the text, instead
  bool is_special_ = false;
  bool was_missing_ = false;  // just before it was moved
  bool moved_ = false;
  std::unique_ptr<std::string> temporary_;  // where it is until it is moved; at a fixed address
  std::string old_;                         // where what it replaced is until `settle`
};

struct MoveResult {
  int error = 0;                  // the errno of what went wrong
  std::size_t failed = 0;         // which could not be moved
  std::vector<std::size_t> stay;  // which are in their places all the same
};

// Moves all of them to their places, or none: those before one that fails are taken back. Signals
// that would end the program wait until that is done.
MoveResult move_all(std::vector<StagedFile>& files);

}  // namespace prereq::cli
