#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>
#include <utility>

#include "base/ascii_words.hpp"
#include "cli/settings.hpp"
#include "cli/words.hpp"
#include "prereq/page_report.hpp"

namespace prereq::cli {
namespace {

constexpr const char* config_help =
    "read settings from there instead of the nearest .prereq.toml or .prereq.ini";
constexpr const char* no_config_help = "read settings from no file";

// CLI11's own words are for who wrote the program.
std::string words_of(const CLI::ParseError& error) {
  std::string words = error.what();
  const auto missing = words.find(": 1 required ");
  if (missing == std::string::npos) return words;
  return words.substr(0, missing) + ": expected a value, found nothing";
}

// CLI11 counts flags, takes -1 for one that is off, and complains of others in its own words.
class Switches {
 public:
  void add(CLI::App& app, const std::string& names, bool& target) {
    Switch& added = switches_.emplace_back(Switch{target, {}, nullptr});
    added.parsed = app.add_flag(names, added.text);
    added.parsed->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  }

  // Sets those that were given; what is wrong with one, or nothing.
  std::optional<std::string> set() const {
    for (const Switch& each : switches_) {
      if (each.parsed->count() == 0) continue;
      const auto value = parse_switch(each.text);
      if (!value) {
        return each.parsed->get_name() + ": '" + each.text + "' is neither true nor false";
      }
      each.target = *value;
    }
    return std::nullopt;
  }

 private:
  struct Switch {
    bool& target;
    std::string text;
    CLI::Option* parsed;
  };
  std::deque<Switch> switches_;  // CLI11 holds on to the texts
};

// `-q=false` as `--quiet=false`.
std::string with_long_name(const std::string& argument,
                           const std::vector<CommandLine::Option>& options) {
  if (argument.size() < 3 || argument[0] != '-' || argument[1] == '-' || argument[2] != '=') {
    return argument;
  }
  for (const CommandLine::Option& option : options) {
    const bool is_meant =
        option.placeholder.empty() && option.names.starts_with(argument.substr(0, 2) + ",");
    if (is_meant) return option.name() + argument.substr(2);
  }
  return argument;
}

// CLI11 takes `-q=false` for several flags, one of them called '='.
void write_flags_out(std::vector<std::string>& arguments,
                     const std::vector<CommandLine::Option>& options) {
  for (std::string& argument : arguments) {
    if (argument == "--") return;
    argument = with_long_name(argument, options);
  }
}

}  // namespace

std::string CommandLine::Option::name() const { return names.substr(names.find("--")); }

bool CommandLine::Option::takes_file() const {
  return placeholder == "FILE" || placeholder == "NAME.EXT";
}

CommandLine::CommandLine(std::string_view command, std::string_view summary,
                         std::vector<std::string> arguments)
    : command_(command), summary_(summary), arguments_(std::move(arguments)) {}

void CommandLine::example(std::string command, std::string what) {
  examples_.emplace_back(std::move(command), std::move(what));
}

void CommandLine::flag(std::string names, std::string help, bool& target) {
  options_.push_back({heading_, std::move(names), "", std::move(help), nullptr, &target, false});
}

void CommandLine::value(std::string names, std::string placeholder, std::string help, Setter set) {
  options_.push_back({heading_, std::move(names), std::move(placeholder), std::move(help),
                      std::move(set), nullptr, false});
}

void CommandLine::value(std::string names, std::string placeholder, std::string help,
                        std::string& target) {
  value(std::move(names), std::move(placeholder), std::move(help),
        [&target](const std::string& text) {
          target = text;
          return std::nullopt;
        });
}

void CommandLine::values(std::string names, std::string placeholder, std::string help, Setter set) {
  value(std::move(names), std::move(placeholder), std::move(help), std::move(set));
  options_.back().repeats = true;
}

void CommandLine::values(std::string names, std::string placeholder, std::string help,
                         std::vector<std::string>& target) {
  value(std::move(names), std::move(placeholder), std::move(help),
        [&target](const std::string& text) {
          target.push_back(text);
          return std::nullopt;
        });
  options_.back().repeats = true;
}

void CommandLine::list(std::string names, std::string placeholder, std::string help,
                       std::vector<std::string>& target, EmptyList empty) {
  value(std::move(names), std::move(placeholder), std::move(help),
        [&target, empty](const std::string& text) -> std::optional<std::string> {
          std::vector<std::string> parts = split_list(text);
          if (parts.empty() && empty == EmptyList::refused) {
            return "names nothing: name something, or leave the option out";
          }
          for (std::string& part : parts) target.push_back(std::move(part));
          return std::nullopt;
        });
  options_.back().repeats = true;
}

void CommandLine::word(std::string names, std::string help, std::vector<std::string> words,
                       std::function<void(std::size_t)> choose) {
  std::string placeholder;
  for (const std::string& each : words) placeholder += (placeholder.empty() ? "" : "|") + each;
  value(std::move(names), placeholder, std::move(help),
        [words = std::move(words),
         choose = std::move(choose)](const std::string& text) -> std::optional<std::string> {
          const auto found = std::ranges::find(words, in_lower_case(text));
          if (found == words.end()) {
            return "is not one of " + join(words, ", ") + did_you_mean(in_lower_case(text), words);
          }
          choose(static_cast<std::size_t>(found - words.begin()));
          return std::nullopt;
        });
}

void CommandLine::operands(std::string usage, std::vector<std::string>& target) {
  operand_usage_ = std::move(usage);
  operands_ = &target;
}

bool CommandLine::given(std::string_view name) const {
  return std::ranges::find(given_, name) != given_.end();
}

std::string CommandLine::source_of(std::string_view name) const {
  if (given(name)) return std::string(name);
  const auto found = std::ranges::find(set_, name, &std::pair<std::string, std::string>::first);
  return found == set_.end() ? "" : found->second;
}

void CommandLine::let_extension_decide(const std::string& file) {
  const std::string extension = extension_of(file);
  format_of_extension_ = extension.empty() ? "" : extension.substr(1);
  if (const auto page = page_format_of(file)) format_of_extension_ = to_string(*page);
  if (format_of_extension_ == "txt") format_of_extension_ = "text";
}

void CommandLine::apply_extension() {
  const std::string format = "--format";
  if (format_of_extension_.empty() || given(format)) return;
  const auto option = std::ranges::find(options_, format, &Option::name);
  if (option == options_.end() || option->set(format_of_extension_)) return;
  std::erase_if(set_, [&](const auto& each) { return each.first == format; });
}

std::vector<CommandLine::Option> CommandLine::options() const {
  std::vector<Option> all = options_;
  const std::string heading = "Everywhere";
  all.push_back({heading, "--config", "FILE", config_help, nullptr, nullptr, false});
  all.push_back({heading, "--no-config", "", no_config_help, nullptr, nullptr, false});
  all.push_back({heading, "-h,--help", "", "print this and exit", nullptr, nullptr, false});
  return all;
}

std::optional<Status> CommandLine::parse(Console& console) {
  if (only_describes_) return Status::fine;
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();  // they are reported below, with the nearest name
  bool wants_help = false;
  Switches switches;
  switches.add(app, "-h,--help", wants_help);
  if (!console.page()) {
    app.add_option("--config", config_)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    switches.add(app, "--no-config", no_config_);
  }
  std::string mistake;
  for (const Option& option : options_) {
    if (option.flag != nullptr) {
      switches.add(app, option.names, *option.flag);
      continue;
    }
    const auto take = [&mistake, &option](const std::vector<std::string>& values) {
      for (const std::string& each : values) {
        const auto wrong = each.empty() && option.takes_file() ? "names no file" : option.set(each);
        if (wrong && mistake.empty()) {
          mistake = option.name() + ": '" + each + "' " + *wrong;
        }
      }
      return true;
    };
    // One value an occurrence: a vector option would swallow the operands after it.
    app.add_option_function<std::vector<std::string>>(option.names, take)
        ->type_size(1)
        ->expected(1)
        ->allow_extra_args(false)
        ->take_all();
  }
  if (operands_ != nullptr) app.add_option("OPERAND", *operands_);

  try {
    write_flags_out(arguments_, options());
    app.parse(std::vector<std::string>(arguments_.rbegin(), arguments_.rend()));
  } catch (const CLI::ParseError& error) {
    return usage_error(console, words_of(error));
  }
  for (const Option& option : options_) {
    if (app.get_option(option.name())->count() > 0) given_.push_back(option.name());
  }
  if (const auto wrong = switches.set()) return usage_error(console, *wrong);
  if (wants_help && console.page()) return usage_error(console, "a marker cannot ask for help");
  if (wants_help) {
    console.write(help());
    return Status::fine;
  }
  std::vector<std::string> unknown = app.remaining();
  std::erase(unknown, "--");  // what ends the options is among them
  if (!unknown.empty()) {
    // A page has none of those that are everywhere else.
    const std::vector<Option> known = console.page() ? options_ : options();
    return usage_error(console, unknown_option(unknown.front(), known));
  }
  if (!mistake.empty()) return usage_error(console, mistake);
  if (const auto wrong = wrong_operands()) return usage_error(console, *wrong);
  if (console.page()) return std::nullopt;
  if (const auto wrong_setting = apply_settings(console)) {
    console.complain(*wrong_setting);
    return Status::failed;
  }
  apply_extension();
  return std::nullopt;
}

Status CommandLine::usage_error(Console& console, std::string_view message) const {
  console.complain_of_usage(command_, message);
  return Status::failed;
}

std::string CommandLine::unknown_option(const std::string& name, const std::vector<Option>& known) {
  if (!name.starts_with('-')) return "expected no operand, found '" + name + "'";
  const std::string given = name.substr(0, name.find('='));
  std::vector<std::string> names;
  names.reserve(known.size());
  for (const Option& option : known) names.push_back(option.name());
  return "unknown option '" + given + "'" + did_you_mean(given, names);
}

std::optional<std::string> CommandLine::wrong_operands() const {
  if (operands_ == nullptr) return std::nullopt;
  const std::size_t words = 1 + static_cast<std::size_t>(std::ranges::count(operand_usage_, ' '));
  const std::size_t given = operands_->size();
  const bool open = operand_usage_.find("...") != std::string::npos;
  const bool optional = operand_usage_.starts_with('[');
  if (given == words || (open && given > words) || (optional && given == 0)) return std::nullopt;
  if (given < words) {
    return "expected " + operand_usage_ + ", found " +
           (given == 0 ? "nothing" : "only '" + join(*operands_, " ") + "'");
  }
  return "expected " + operand_usage_ + ", found '" + (*operands_)[words] + "' too";
}

std::string CommandLine::help() const {
  constexpr std::size_t column = 26;
  std::string text = "prereq " + command_ + " - " + summary_ + "\n\nUsage: prereq " + command_ +
                     " [OPTION]..." + (operand_usage_.empty() ? "" : " ") + operand_usage_ + "\n";
  for (const std::string& each : descriptions_) text += "\n" + each + "\n";
  std::string heading;
  const auto row = [&text](const Option& option) {
    std::string names = option.names.starts_with("--") ? "      " : "  ";
    for (const char c : option.names) names += c == ',' ? std::string(", ") : std::string(1, c);
    if (!option.placeholder.empty()) names += " " + option.placeholder;
    // Names too long for their column have the help below them.
    const bool fits = names.size() + 2 <= column;
    text += names + (fits ? "" : "\n");
    text += wrap_help(option.help, column, fits ? names.size() : 0) + "\n";
  };
  for (const Option& option : options()) {
    if (std::exchange(heading, option.heading) != option.heading) {
      text += "\n" + option.heading + ":\n";
    }
    row(option);
  }

  if (!examples_.empty()) text += "\nExamples:\n";
  for (const auto& [command, what] : examples_) {
    text += "  " + command + "\n" + wrap_help(what, 6, 0) + "\n";
  }
  text += "\nExit status:\n  0   fine\n";
  if (!wrong_input_.empty()) text += "  1   " + wrap_help(wrong_input_, 6, 6) + "\n";
  text += "  2   wrong usage, or a file that cannot be read or written\n";
  return text;
}

std::string wrap_help(std::string_view text, std::size_t indent, std::size_t column) {
  constexpr std::size_t width = 80;
  std::string wrapped;
  bool at_start = true;  // of a line's text
  const auto pad = [&] {
    if (column < indent) {
      wrapped.append(indent - column, ' ');
      column = indent;
    }
  };
  pad();
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (!at_start && column + 1 + word.size() > width) {
      wrapped += '\n';
      column = 0;
      pad();
      at_start = true;
    }
    if (!at_start) wrapped += ' ';
    wrapped += word;
    column += word.size() + (at_start ? 0 : 1);
    at_start = false;
  }
  return wrapped;
}

}  // namespace prereq::cli
