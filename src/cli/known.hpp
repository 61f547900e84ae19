// What the learner knows already, as the commands that walk a roadmap are told.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/console.hpp"
#include "prereq/path.hpp"

namespace prereq::cli {

// --known, --known-file and --known-exactly.
struct KnownOptions {
  std::vector<std::string> names;
  std::vector<std::string> files;
  bool exactly = false;

  void declare(CommandLine& line);
  bool is_given() const { return !names.empty() || !files.empty() || exactly; }
  // The topics, among them those that the files list. Complains about a file that cannot be read
  // and returns nothing; a name that is not known is only a warning.
  std::optional<std::vector<TopicIndex>> resolve(const Roadmap& roadmap, bool quiet,
                                                 Console& console) const;
};

}  // namespace prereq::cli
