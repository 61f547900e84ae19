// The commands of the program, as rows of a table.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/console.hpp"

namespace prereq::cli {

// Declares what the command takes on the line, parses it and does the work.
using CommandFunction = Status (*)(CommandLine& line, Console& console);

struct Command {
  std::string_view name;
  std::string_view summary;  // one line of help
  CommandFunction run;
  bool on_pages = false;  // whether markers may name it
};

std::span<const Command> commands();
// What each of them declares, in their order.
std::vector<CommandLine> describe_commands();

Status run_check(CommandLine& line, Console& console);
Status run_render(CommandLine& line, Console& console);
Status run_path(CommandLine& line, Console& console);
Status run_why(CommandLine& line, Console& console);
Status run_next(CommandLine& line, Console& console);
Status run_show(CommandLine& line, Console& console);
Status run_goals(CommandLine& line, Console& console);
Status run_stats(CommandLine& line, Console& console);
Status run_import(CommandLine& line, Console& console);
Status run_embed(CommandLine& line, Console& console);
Status run_resources(CommandLine& line, Console& console);
Status run_new(CommandLine& line, Console& console);
Status run_explain(CommandLine& line, Console& console);
Status run_schema(CommandLine& line, Console& console);
Status run_completions(CommandLine& line, Console& console);
Status run_manual(CommandLine& line, Console& console);

// The commands that markers in pages may name.
std::vector<std::string> names_of_page_commands();
// Runs the command that a marker's words are; one that is not among those is complained about.
Status run_page_command(const std::vector<std::string>& words, Console& console);

// The whole program; `arguments` without its name.
Status run_program(std::vector<std::string> arguments, Console& console);

}  // namespace prereq::cli
