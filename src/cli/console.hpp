// What a command knows of the world: the standard streams, with or without colour, and files.
//
// Commands reach for nothing else, so that `embed` can run the same commands for a page, with a
// Console that keeps what they say and confines which files they see (page_console.hpp).
//
// Text for standard output is written at once and a failure is remembered, so that a full disk
// becomes exit status 2 wherever it shows. A reader that goes away (`| head`) is no failure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "prereq/arrange.hpp"
#include "prereq/diagnostic.hpp"
#include "prereq/page_report.hpp"

namespace prereq::cli {

// The program's exit status; the numbers are the contract.
enum class Status : std::uint8_t {
  fine = 0,
  wrong_input = 1,  // the input has errors, or what was asked for does not exist in it
  failed = 2,       // wrong usage, or a file that cannot be read or written
};

enum class ColourChoice : std::uint8_t { automatic, always, never };

// What a file held when it was read; nothing if there was none.
using EarlierText = std::optional<std::string>;

struct OutputFile {
  std::string name;
  std::string text;
  std::string alt = {};                  // of a picture: what it shows, for who does not see it
  std::optional<std::string> link = {};  // of a picture in a page: where it leads, if not to itself
  // What it replaces, and nothing else; absent if that may be anything.
  std::optional<EarlierText> replaces = {};
};

struct WriteOutcome {
  bool is_written = false;
  // Why not, if nothing was complained about: a file that holds something else than it replaces.
  std::string changed = {};
};

class Console {
 public:
  Console() = default;
  virtual ~Console() = default;
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  // Whether text for a stream is to be coloured; `automatic` asks the terminal, NO_COLOR and TERM.
  void choose_colour(ColourChoice choice) { colour_ = choice; }
  virtual bool colours_output() const;
  virtual bool colours_errors() const;
  // Whether somebody looks at standard output as it is written.
  bool shows_output() const;
  // Whether people would see what goes to standard output as it is.
  virtual bool output_is_terminal() const;
  // Whether somebody watches standard error meanwhile.
  virtual bool shows_progress() const;
  // The page that the result is for, if it is for one.
  virtual std::optional<PageFormat> page() const { return std::nullopt; }

  // What names of files are relative to.
  virtual std::string folder() const;

  virtual void write(std::string_view text);
  // A whole message for standard error: `prereq: MESSAGE`.
  virtual void complain(std::string_view message);
  // Wrong usage of a command, for standard error, with where to read how it is right.
  virtual void complain_of_usage(std::string_view command, std::string_view message);
  // Text for standard error as it is.
  virtual void write_error(std::string_view text);
  // Problems of an input, for standard error.
  virtual void print_problems(const Diagnostics& diagnostics, const Sources& sources);
  // To be told when the result would be another on a faster machine, and why.
  virtual void depends_on_speed(std::string_view) {}

  // How long Graphviz may work on one picture unless its command says otherwise.
  virtual double layout_seconds() const { return LayoutLimits().seconds; }

  // These three are what the functions of the same names in files.hpp do.
  virtual std::optional<std::string> read_file(const std::string& name, std::size_t limit);
  virtual WriteOutcome write_files(const std::vector<OutputFile>& files);
  virtual std::optional<std::string> refuse_overwriting(const std::vector<std::string>& outputs,
                                                        const std::vector<std::string>& inputs);

  // Also what refuse_overwriting() is not told of: the file with the settings.
  void keep(std::string file) { kept_.push_back(std::move(file)); }

  // Call last: complains if standard output could not be written. Returns the status to exit with.
  Status finish(Status status);

 private:
  ColourChoice colour_ = ColourChoice::automatic;
  int write_errno_ = 0;
  std::vector<std::string> kept_;
  bool input_is_read_ = false;
};

// To be called first: no signal for a closed pipe or a file at its limit, and no file may come to
// stand where a standard stream is closed.
void prepare_streams();

}  // namespace prereq::cli
