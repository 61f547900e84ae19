// The world of a command that runs for a marker in a page: what it says is kept, the files it reads
// and writes are named from the page and stay below the root, and it has no terminal.
//
// What a page makes the program print is the page's own text or a roadmap's: of a file that is no
// sound roadmap, only the places of its mistakes are told, never its words.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "embed/plan.hpp"
#include "embed/root.hpp"

namespace prereq::cli {

class PageConsole : public Console {
 public:
  // `root` and `page` outlive the console.
  PageConsole(const Root& root, const EmbedPage& page, double layout_seconds)
      : root_(root), page_(page), layout_seconds_(layout_seconds) {}

  bool colours_output() const override { return false; }
  bool colours_errors() const override { return false; }
  bool output_is_terminal() const override { return false; }
  std::optional<PageFormat> page() const override { return page_.format; }
  std::string folder() const override { return page_.file.parent_path().string(); }
  double layout_seconds() const override { return layout_seconds_; }

  void write(std::string_view text) override { result_.text += text; }
  void write_error(std::string_view) override {}
  void complain(std::string_view message) override;
  void complain_of_usage(std::string_view command, std::string_view message) override;
  void print_problems(const Diagnostics& diagnostics, const Sources& sources) override;
  void depends_on_speed(std::string_view why) override;

  std::optional<std::string> read_file(const std::string& name, std::size_t limit) override;
  WriteOutcome write_files(const std::vector<OutputFile>& files) override;
  // The plan of all pages sees what one command cannot.
  std::optional<std::string> refuse_overwriting(const std::vector<std::string>&,
                                                const std::vector<std::string>&) override {
    return std::nullopt;
  }

  // What came of the command, which returned `status`.
  MarkerResult finish_command(Status status);

 private:
  void add_problem(Code code, std::string message, std::vector<Note> notes = {});
  std::optional<std::filesystem::path> resolve(const std::string& name);

  const Root& root_;
  const EmbedPage& page_;
  double layout_seconds_;
  MarkerResult result_;
};

}  // namespace prereq::cli
