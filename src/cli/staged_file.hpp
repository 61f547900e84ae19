// Files that are written beside their places first, so that all of them can come to be at once, and
// only in place of what they are to replace.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"

namespace prereq::cli {

// Beside the errnos: what is there is not what is to be replaced.
inline constexpr int changed_since_read = -1;

// A file that is written but not yet in its place; removed again unless it is moved there.
class StagedFile {
 public:
  StagedFile() = default;
  ~StagedFile();
  StagedFile(StagedFile&&) = default;
  StagedFile& operator=(StagedFile&&) = delete;

  // These return 0, or the errno of what went wrong.

  // Writes the text beside the file, unless that is no regular file: of such a one, what it
  // replaces does not matter.
  int stage(const OutputFile& file);
  // Writes the text to what is no regular file, such as a device, or is open already, such as
  // /dev/stdout; nothing for others.
  int write_in_place(std::string_view text) const;
  // If it is to be undone, what was there before is kept until `settle`. Returns
  // changed_since_read, and leaves everything as it is, if OutputFile::replaces says that something
  // else was there. New and old change places in one step, and what was there is looked at then: so
  // what somebody else put there, or writes there from now on, is never lost. What remains: who
  // opened the old file before and writes into it after that look, a moment later, writes into a
  // file that is gone. Where the file system cannot exchange two files (such as NFS), the file is
  // looked at just before it is replaced, and what somebody puts there in between is lost.
  int move(bool can_be_undone);

  // As it was before move(), but for what somebody else wrote there since, which stays. False if
  // that cannot be.
  bool undo();
  void settle();

 private:
  int write_beside(std::string_view text, unsigned mode);
  int move_over_anything(bool can_be_undone);
  int move_over_expected();
  int exchange_with_expected();
  bool put_back(const std::string& beside, std::string placed) const;
  bool undo_unless_changed();
  void keep_old();
  void is_now_in_place();

  std::string place_;
  std::optional<EarlierText> replaces_;
  std::string text_;               // if it is to replace something in particular
  std::optional<int> descriptor_;  // what is open already and takes the text, instead
  bool is_special_ = false;
  bool was_missing_ = false;  // just before it was moved
  bool moved_ = false;
  std::unique_ptr<std::string> temporary_;  // where it is until it is moved; at a fixed address
  std::string old_;                         // where what it replaced is until `settle`
};

struct MoveResult {
  int error = 0;                  // the errno of what went wrong, or changed_since_read
  std::size_t failed = 0;         // which could not be moved
  std::vector<std::size_t> stay;  // which are in their places all the same
};

// Moves all of them to their places, or none: those before one that fails are taken back. Signals
// that would end the program wait until that is done.
MoveResult move_all(std::vector<StagedFile>& files);

}  // namespace prereq::cli
