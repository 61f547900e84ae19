// Options that are not on the command line: from the environment, and from a file.
//
// The file is the nearest `.prereq.toml` or `.prereq.ini`, in the folder that prereq is started in
// or above it: `NAME = VALUE` for every command that has the option, below `[COMMAND]` for one. The
// environment has `PREREQ_NAME`. Only options that say how something is done can be set, none that
// says what, or where a result goes: a file that came with a project must not decide that.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prereq::cli {

// What settings need to know of an option.
struct SettableOption {
  std::string name;  // without dashes: "max-width"
  bool is_flag = false;
  bool repeats = false;  // takes several values
};

struct Setting {
  std::string command;  // empty for every command that has the option
  std::string name;     // empty for the line that begins a command's settings
  std::vector<std::string> values;
  std::string origin;    // for messages: ".prereq.toml:3" or "PREREQ_THEME"
  bool is_list = false;  // in brackets
};

// The settings in a file's text, one a line. What is wrong goes into `mistake`, with the line;
// nothing counts then. Requires: `file` ends in .ini, or is read as TOML.
std::vector<Setting> parse_settings(const std::string& file, std::string_view text,
                                    std::optional<std::string>& mistake);

// The nearest file, or nothing.
std::optional<std::string> nearest_settings_file();

// From the variable of the option, if that is set and not empty.
std::optional<Setting> setting_from_environment(const SettableOption& option);

// Whether a flag is set, or nothing if the text is neither yes nor no.
std::optional<bool> parse_switch(std::string_view text);

// Whether the option can be set otherwise than on the command line.
bool is_settable(std::string_view name);

}  // namespace prereq::cli
