// What stands behind `NAME =` in a settings file: a word, a string in quotes, or a list of them.
//
// That is a part of TOML, and of INI as CLI11 writes it: several words behind one another are
// several values. A string in "double quotes" has escapes, one in 'single quotes' none.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prereq::cli {

struct SettingValue {
  std::vector<std::string> values;
  bool is_list = false;  // in brackets
};

// The text from behind the equals sign to the end of the line. A comment begins with one of
// `comment_marks`. Nothing, and why in `mistake`, if it is no value.
std::optional<SettingValue> parse_setting_value(std::string_view text,
                                                std::string_view comment_marks,
                                                std::string& mistake);

}  // namespace prereq::cli
