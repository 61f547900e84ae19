// Which part of a roadmap is to be drawn, as `render` is told.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/path_question.hpp"
#include "prereq/view.hpp"

namespace prereq::cli {

class ViewQuestion {
 public:
  void declare(CommandLine& line);

  // Settings that contradict what was typed are dropped.
  void give_way(const CommandLine& line);
  // What is wrong with the options together, or nothing.
  std::optional<std::string> wrong_usage(const CommandLine& line) const;
  Cycles cycles() const { return options_.cycles ? Cycles::allowed : Cycles::refused; }
  bool splits() const { return split_; }
  const std::vector<std::string>& known_files() const { return path_.known_files(); }

  // Nothing after complaints, and why in `status`. Tells the console when a plan timed out.
  std::optional<ViewOptions> resolve(const LoadedRoadmap& loaded, bool quiet, Console& console,
                                     Status& status) const;

 private:
  void declare_part(CommandLine& line);
  std::optional<std::string> wrong_part(const CommandLine& line) const;
  void resolve_part(const Roadmap& roadmap, ViewOptions& view, Diagnostics& diagnostics) const;
  bool resolve_learner(const LoadedRoadmap& loaded, bool quiet, Console& console, ViewOptions& view,
                       Status& status) const;

  PathQuestion path_;
  ViewOptions options_;  // as far as they need no roadmap
  std::vector<std::string> around_;
  std::optional<std::uint32_t> depth_ = 1;
  bool has_depth_ = false;
  bool upstream_ = false;
  bool downstream_ = false;
  std::vector<std::string> emphasize_;
  std::vector<std::string> collapse_;
  bool split_ = false;
};

}  // namespace prereq::cli
