// Where the program writes: standard output and standard error, with or without colour.
//
// Text for standard output is written at once and a failure is remembered, so that a full disk
// becomes exit status 2 wherever it shows. A reader that goes away (`| head`) is no failure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace prereq::cli {

// The program's exit status; the numbers are the contract.
enum class Status : std::uint8_t {
  fine = 0,
  wrong_input = 1,  // the input has errors, or what was asked for does not exist in it
  failed = 2,       // wrong usage, or a file that cannot be read or written
};

enum class ColourChoice : std::uint8_t { automatic, always, never };

class Console {
 public:
  // Whether text for a stream is to be coloured; `automatic` asks the terminal, NO_COLOR and TERM.
  void choose_colour(ColourChoice choice) { colour_ = choice; }
  bool colours_output() const;
  bool colours_errors() const;

  void write(std::string_view text);
  // A whole message for standard error: `prereq: MESSAGE`.
  void complain(std::string_view message);
  // Text for standard error as it is.
  void write_error(std::string_view text);

  // Call last: complains if standard output could not be written. Returns the status to exit with.
  Status finish(Status status);

 private:
  ColourChoice colour_ = ColourChoice::automatic;
  int write_errno_ = 0;
};

// To be called first: no signal for a closed pipe, and no file may come to stand where a standard
// stream is closed.
void prepare_streams();

}  // namespace prereq::cli
