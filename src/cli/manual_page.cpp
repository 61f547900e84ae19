#include "cli/manual_page.hpp"

#include <algorithm>

#include "prereq/version.hpp"

namespace prereq::cli {
namespace {

// Text that roff shows as it is.
std::string roff(std::string_view text) {
  std::string escaped;
  bool at_start = true;  // of a line
  for (const char c : text) {
    if (at_start && (c == '.' || c == '\'')) escaped += "\\&";
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else if (c == '\'') {
      escaped += "\\(aq";
    } else {
      escaped += c;
    }
    at_start = c == '\n';
  }
  return escaped;
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

std::string section(std::string_view title) { return ".SH " + std::string(title) + "\n"; }

std::string tagged(const std::string& tag, const std::string& text) {
  return ".TP\n" + tag + "\n" + text + "\n";
}

std::string option_tag(const CommandLine::Option& option) {
  const auto comma = option.names.find(',');
  std::string tag = comma == std::string::npos ? bold(option.names)
                                               : bold(option.names.substr(0, comma)) + ", " +
                                                     bold(option.names.substr(comma + 1));
  if (!option.placeholder.empty()) tag += " " + italic(option.placeholder);
  return tag;
}

std::string options_of(const CommandLine& command) {
  std::string text;
  std::string heading;
  for (const CommandLine::Option& option : command.options()) {
    if (option.heading == "Everywhere") continue;  // said once
    if (option.heading != heading) {
      heading = option.heading;
      text += ".PP\n" + italic(heading) + "\n";
    }
    text += tagged(option_tag(option), roff(option.help));
  }
  return text;
}

std::string commands_section(const std::vector<CommandLine>& commands) {
  std::string text = section("COMMANDS");
  for (const CommandLine& command : commands) {
    text += ".SS \"" + roff("prereq " + command.command()) + "\"\n";
    text += roff(command.summary()) + ".\n.PP\n" + bold("prereq " + command.command()) +
            " [\\fIOPTION\\fR]... " + roff(command.operand_usage()) + "\n";
    for (const std::string& each : command.descriptions()) {
      // Lines that are indented are shown as they are.
      const bool as_is = each.starts_with(' ');
      text += as_is ? ".PP\n.nf\n" + roff(each) + "\n.fi\n" : ".PP\n" + roff(each) + "\n";
    }
    text += options_of(command);
    if (!command.wrong_input().empty()) {
      text += ".PP\nExits with 1 if " + roff(command.wrong_input()) + ".\n";
    }
    text += ".PP\n" + italic("Examples") + "\n";
    for (const auto& [line, what] : command.examples()) text += tagged(bold(line), roff(what));
  }
  return text;
}

std::string everywhere(const CommandLine& command) {
  std::string text = section("OPTIONS OF EVERY COMMAND");
  for (const CommandLine::Option& option : command.options()) {
    if (option.heading == "Everywhere") text += tagged(option_tag(option), roff(option.help));
  }
  return text;
}

}  // namespace

std::string manual_page(const std::vector<CommandLine>& commands) {
  std::string text = R"(.TH PREREQ 1 "" "prereq )" + roff(version) + "\" \"User Commands\"\n";
  // Neither hyphenated nor stretched: there are many names of options.
  text += ".nh\n.ad l\n";
  text += section("NAME") + roff("prereq") + " \\- checks, draws and walks prerequisite graphs\n";
  text +=
      section("SYNOPSIS") + bold("prereq") + " \\fICOMMAND\\fR [\\fIOPTION\\fR]... \\fIFILE\\fR\n";
  text += ".br\n" + bold("prereq --version") + "\n";
  text += section("DESCRIPTION") +
          roff(
              "prereq turns a text file of topics and what they require into a checked graph, a "
              "picture for documentation, and the shortest path to a goal. Every command tells "
              "about itself with --help.") +
          "\n";
  text += commands_section(commands) + everywhere(commands.front());
  text += section("EXIT STATUS") + tagged("0", "fine") +
          tagged("1", "the input has errors, a goal cannot be reached, or something is stale") +
          tagged("2", "wrong usage, or a file that cannot be read or written");
  text +=
      section("ENVIRONMENT") +
      tagged(bold("PREREQ_") + italic("NAME"),
             roff("the option of that long name, in capitals and with '_' for '-', where it is "
                  "not given: PREREQ_MAX_WIDTH=800. Options that say what to look at or where a "
                  "result goes cannot be set.")) +
      tagged(bold("NO_COLOR"), "if not empty: no colour, unless the command line asks for it");
  text +=
      section("FILES") +
      tagged(bold(".prereq.toml") + ", " + bold(".prereq.ini"),
             roff("settings, in the folder that prereq is started in or the nearest above it: "
                  "NAME = VALUE for every command, or below [COMMAND] for one. The command line "
                  "comes before the environment, that before the file."));
  return text;
}

}  // namespace prereq::cli
