// Which path is asked for, as `path`, `render`, `next` and `goals` are told: the same words mean
// the same path.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/common.hpp"
#include "cli/known.hpp"
#include "prereq/path.hpp"

namespace prereq::cli {

struct AskedPath {
  Targets targets;  // empty without --to
  PathOptions options;
};

// --to, --by, --time-limit, what is known, and --with, --avoid, --free, --recommended.
class PathQuestion {
 public:
  // `to_help` says what --to does for the command.
  void declare(CommandLine& line, std::string to_help);
  // The same without --to, for commands that know what to reach.
  void declare_without_target(CommandLine& line);

  bool has_target() const { return !to_.empty(); }
  bool has_known() const { return known_.is_given(); }
  const std::vector<std::string>& known_files() const { return known_.files; }
  // The first option that was given and says nothing without --to, such as "--with"; or nothing.
  // --avoid and --free only count if all that they do is to shape a path.
  std::optional<std::string> needs_target(const CommandLine& line,
                                          bool avoid_and_free = true) const;

  // Nothing after complaints, and why in `status`: names that are not known, files that cannot be
  // read.
  std::optional<AskedPath> resolve(const LoadedRoadmap& loaded, bool quiet, Console& console,
                                   Status& status) const;

 private:
  void declare_cost(CommandLine& line);
  void declare_wishes(CommandLine& line);

  std::vector<std::string> to_;
  std::vector<std::string> with_;
  std::vector<std::string> avoid_;
  KnownOptions known_;
  PathOptions options_;
  std::optional<PathUnit> unit_;
};

}  // namespace prereq::cli
