// A line on a terminal that says what takes so long.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "cli/console.hpp"

namespace prereq::cli {

// For as long as it lives: after a second, `WHAT … 3 s` on standard error, if that is a terminal;
// the line is gone when the work is done. Nothing in a pipe or a file, or within another one.
// Requires: what goes on does not write to standard error itself.
class Progress {
 public:
  Progress(const Console& console, std::string what);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

 private:
  class Line;
  std::unique_ptr<Line> line_;
};

inline constexpr const char* looking_for_path = "looking for the shortest path";

template <typename Work>
auto with_progress(const Console& console, std::string what, Work&& work) {
  const Progress progress(console, std::move(what));
  return work();
}

}  // namespace prereq::cli
