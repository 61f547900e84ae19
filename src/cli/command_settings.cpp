// How a command's options are set when they are not on its command line.
#include <algorithm>
#include <cstdlib>

#include "base/utf8.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/settings.hpp"
#include "cli/words.hpp"

namespace prereq::cli {
namespace {

constexpr std::size_t max_settings_bytes = std::size_t{1} << 20;

std::string without_dashes(const std::string& name) { return name.substr(2); }

std::vector<std::string> settable_names(const CommandLine& line) {
  std::vector<std::string> names;
  for (const CommandLine::Option& option : line.options()) {
    const std::string name = without_dashes(option.name());
    if (is_settable(name)) names.push_back(name);
  }
  return names;
}

// What is wrong with the name of a setting or of its section, or nothing.
std::optional<std::string> wrong_name(const Setting& setting,
                                      const std::vector<CommandLine>& commands) {
  std::vector<std::string> command_names;
  std::vector<std::string> names;
  for (const CommandLine& command : commands) {
    command_names.push_back(command.command());
    if (!setting.command.empty() && command.command() != setting.command) continue;
    for (std::string& name : settable_names(command)) names.push_back(std::move(name));
  }
  const auto has = [](const std::vector<std::string>& all, const std::string& one) {
    return std::ranges::find(all, one) != all.end();
  };
  if (!setting.command.empty() && !has(command_names, setting.command)) {
    return "'" + setting.command + "' is no command" + did_you_mean(setting.command, command_names);
  }
  if (setting.name.empty() || has(names, setting.name)) return std::nullopt;
  const std::string whose = setting.command.empty() ? "" : " of '" + setting.command + "'";
  if (!is_settable(setting.name)) {
    return "'" + setting.name + "' can only be given on the command line";
  }
  return "'" + setting.name + "' is no option" + whose + did_you_mean(setting.name, names);
}

// Those of the file, or of the nearest one if `file` is empty; nothing, and why in `mistake`, if
// anything is wrong with it.
std::vector<Setting> read_settings(std::string file, Console& console,
                                   std::optional<std::string>& mistake) {
  if (file.empty()) file = nearest_settings_file().value_or("");
  if (file.empty()) return {};
  const auto text = console.read_file(file, max_settings_bytes);
  if (!text) {
    mistake = "settings are read from there; --no-config does without";
    return {};
  }
  console.keep(file);
  if (text->size() > max_settings_bytes) {
    mistake = file + ": settings take more than 1 MiB";
    return {};
  }
  std::vector<Setting> settings = parse_settings(file, without_byte_order_mark(*text), mistake);
  if (mistake) return {};
  const std::vector<CommandLine> commands = describe_commands();
  for (const Setting& setting : settings) {
    const auto wrong = wrong_name(setting, commands);
    if (!wrong) continue;
    mistake = setting.origin + ": " + *wrong;
    return {};
  }
  return settings;
}

// The last one in the file counts, and those of a command before those of all.
std::optional<Setting> find_setting(const std::vector<Setting>& settings,
                                    const std::string& command, const std::string& name) {
  std::optional<Setting> found;
  for (const Setting& each : settings) {
    if (each.name != name || (!each.command.empty() && each.command != command)) continue;
    if (!found || !each.command.empty() || found->command.empty()) found = each;
  }
  return found;
}

std::optional<std::string> set(const CommandLine::Option& option, const Setting& setting) {
  const std::string where = setting.origin + ": ";
  if (setting.is_list && !option.repeats) {
    return where + "'" + setting.name + "' takes one value, not a list";
  }
  if (setting.values.size() != 1 && !option.repeats) {
    return where + "'" + setting.name + "' takes one value; put one with spaces in quotes";
  }
  if (option.flag != nullptr) {
    const auto value = parse_switch(setting.values.front());
    if (!value) return where + "'" + setting.values.front() + "' is neither true nor false";
    *option.flag = *value;
    return std::nullopt;
  }
  for (const std::string& value : setting.values) {
    if (const auto wrong = option.set(value)) {
      return std::string(where).append("'").append(value).append("' ").append(*wrong);
    }
  }
  return std::nullopt;
}

bool forbids_colour() {
  const char* const value = std::getenv("NO_COLOR");
  return value != nullptr && *value != '\0';
}

}  // namespace

std::optional<std::string> CommandLine::apply_settings(Console& console) {
  std::optional<std::string> mistake;
  std::vector<Setting> of_file;
  if (!no_config_) of_file = read_settings(config_, console, mistake);
  if (mistake) return mistake;
  for (const Option& option : options_) {
    const std::string name = without_dashes(option.name());
    if (given(option.name()) || !is_settable(name)) continue;
    auto setting = setting_from_environment({name, option.flag != nullptr, option.repeats});
    // The environment comes before files, and that is a word of it.
    const bool decided = name == "color" && forbids_colour();
    if (!setting && !decided) setting = find_setting(of_file, command_, name);
    if (!setting) continue;
    if (auto wrong = set(option, *setting)) return wrong;
    set_.emplace_back(option.name(), setting->origin);
  }
  return std::nullopt;
}

}  // namespace prereq::cli
