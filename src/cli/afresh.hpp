// Work on files that somebody else may save meanwhile: done anew when that happened.
#pragma once

#include <string>

#include "cli/console.hpp"

namespace prereq::cli {

// How often, before somebody who saves all the time is told.
inline constexpr int most_attempts = 3;

// Reads, works on what was read, and replaces it by what came of that; all of it again if replacing
// finds that a file holds something else by now. After most_attempts it complains and gives up:
// then every file is as others left it.
//   read()           what is to be worked on, as something like a std::optional; nothing, after a
//                    complaint, if it cannot be read
//   work(input)      what comes of it, like that; nothing, after complaints, if the input is wrong
//   replace(result)  a WriteOutcome
template <typename Read, typename Work, typename Replace>
Status replace_afresh(Read read, Work work, Replace replace, Console& console) {
  WriteOutcome outcome;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const auto input = read();
    if (!input) return Status::failed;
    const auto result = work(*input);
    if (!result) return Status::wrong_input;
    outcome = replace(*result);
    if (outcome.is_written) return Status::fine;
    if (outcome.changed.empty()) return Status::failed;
  }
  console.complain(
      "'" + outcome.changed + "' was changed by somebody else " + std::to_string(most_attempts) +
      " times while prereq worked on it, and nothing is written: save it, then run the "
      "command again");
  return Status::failed;
}

}  // namespace prereq::cli
