#include "cli/commands.hpp"

#include <algorithm>
#include <array>
#include <boost/version.hpp>
#include <utility>

#include "cli/words.hpp"
#include "prereq/arrange.hpp"
#include "prereq/version.hpp"

namespace prereq::cli {
namespace {

constexpr std::array table = {
    Command{"check", "report everything that is wrong with a roadmap", run_check},
    Command{"render", "draw a roadmap", run_render, true},
    Command{"path", "find the shortest path to a goal", run_path, true},
    Command{"why", "show why one topic depends on another", run_why},
    Command{"next", "list what can be started now, best first", run_next, true},
    Command{"show", "tell everything about one topic", run_show},
    Command{"goals", "list the goals and how far each is", run_goals, true},
    Command{"stats", "measure which topics block most", run_stats, true},
    Command{"resources", "list what a section is learned with", run_resources, true},
    Command{"import", "write a roadmap file from another format", run_import},
    Command{"embed", "refresh pictures and tables in pages", run_embed},
    Command{"new", "write a roadmap to begin with", run_new},
    Command{"explain", "explain the code of a diagnostic, with an example", run_explain},
    Command{"schema", "print the JSON Schema of roadmap files, for editors", run_schema},
    Command{"completions", "print completions for bash, zsh or fish", run_completions},
    Command{"manual", "print the manual page", run_manual},
};

std::string program_help() {
  std::string text =
      "prereq - checks, draws and walks prerequisite graphs\n\n"
      "Usage: prereq COMMAND [OPTION]... FILE\n\n"
      "Commands:\n";
  for (const Command& command : table) {
    std::string row = "  " + std::string(command.name);
    row.resize(15, ' ');
    text += row + std::string(command.summary) + "\n";
  }
  text +=
      "\nOptions:\n"
      "  -h, --help  print this, or after a command its own help, and exit\n"
      "  --version   print the version and exit\n"
      "\nExamples:\n"
      "  prereq new roadmap.yaml\n"
      "  prereq check roadmap.yaml\n"
      "  prereq render roadmap.yaml -o roadmap.svg\n"
      "  prereq path roadmap.yaml --to home-baker\n"
      "\nExit status:\n"
      "  0   fine\n"
      "  1   the input has errors, or a goal cannot be reached\n"
      "  2   wrong usage, or a file that cannot be read or written\n";
  return text;
}

// As Boost writes it in its macro: 1_74, with or without a patch.
std::string boost_version() {
  std::string text = BOOST_LIB_VERSION;
  std::ranges::replace(text, '_', '.');
  return std::ranges::count(text, '.') < 2 ? text + ".0" : text;
}

Status usage_error(Console& console, const std::string& message) {
  console.complain(message);
  console.write_error("see 'prereq --help'\n");
  return Status::failed;
}

Status unknown_command(Console& console, const std::string& name) {
  const bool option = name.size() > 1 && name.starts_with('-');
  std::vector<std::string> names;
  if (option) names = {"--help", "--version"};
  if (!option) {
    for (const Command& command : table) names.emplace_back(command.name);
  }
  const std::string hint = did_you_mean(name, names);
  if (option && hint.empty()) {
    return usage_error(console, "expected a command before '" + name + "'");
  }
  return usage_error(console,
                     (option ? "unknown option '" : "unknown command '") + name + "'" + hint);
}

}  // namespace

std::span<const Command> commands() { return table; }

std::vector<CommandLine> describe_commands() {
  std::vector<CommandLine> lines;
  Console console;
  for (const Command& command : table) {
    CommandLine& line =
        lines.emplace_back(command.name, command.summary, std::vector<std::string>());
    line.only_describe();
    static_cast<void>(command.run(line, console));
  }
  return lines;
}

std::vector<std::string> names_of_page_commands() {
  std::vector<std::string> names;
  for (const Command& command : table) {
    if (command.on_pages) names.emplace_back(command.name);
  }
  return names;
}

Status run_page_command(const std::vector<std::string>& words, Console& console) {
  const std::string& name = words.front();
  const auto command = std::ranges::find(table, name, &Command::name);
  if (command == table.end() || !command->on_pages) {
    const std::vector<std::string> names = names_of_page_commands();
    const std::string meant = did_you_mean(name, names);
    console.complain("'" + name + "' is no command for a page" +
                     (meant.empty() ? "; these are: " + join(names, ", ") : meant));
    return Status::failed;
  }
  CommandLine line(command->name, command->summary, {words.begin() + 1, words.end()});
  return command->run(line, console);
}

Status run_program(std::vector<std::string> arguments, Console& console) {
  if (arguments.empty()) {
    console.write_error(program_help());
    return Status::failed;
  }
  const std::string name = arguments.front();
  if (name == "--help" || name == "-h") {
    console.write(program_help());
    return Status::fine;
  }
  if (name == "--version") {
    console.write("prereq " + std::string(version) + "\nGraphviz " + graphviz_version() +
                  "\nBoost " + boost_version() + "\n");
    return Status::fine;
  }
  const auto command = std::ranges::find(table, name, &Command::name);
  if (command == table.end()) return unknown_command(console, name);
  arguments.erase(arguments.begin());
  CommandLine line(command->name, command->summary, std::move(arguments));
  return command->run(line, console);
}

}  // namespace prereq::cli
