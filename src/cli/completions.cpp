#include "cli/completions.hpp"

#include <algorithm>
#include <array>

#include "cli/words.hpp"
#include "prereq/diagnostic.hpp"

namespace prereq::cli {
namespace {

bool is_word(std::string_view text) {
  const auto part_of_word = [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; };
  return !text.empty() && std::ranges::all_of(text, part_of_word);
}

std::string names_of(const std::vector<CommandLine>& commands) {
  std::vector<std::string> names;
  names.reserve(commands.size());
  for (const CommandLine& command : commands) names.push_back(command.command());
  return join(names, " ");
}

// `-o --output`
std::vector<std::string> names_of(const CommandLine::Option& option) {
  std::vector<std::string> names = {option.name()};
  if (!option.names.starts_with("--")) names.insert(names.begin(), option.names.substr(0, 2));
  return names;
}

std::string option_names(const CommandLine& command) {
  std::vector<std::string> names;
  for (const CommandLine::Option& option : command.options()) {
    for (std::string& name : names_of(option)) names.push_back(std::move(name));
  }
  return join(names, " ");
}

// What a command's operands are; those that stand behind the first are not told apart.
Argument operands_of(const CommandLine& command) {
  std::string usage = command.operand_usage();
  usage = usage.substr(0, usage.find(' '));
  std::erase_if(usage, [](char c) { return c == '[' || c == ']' || c == '.'; });
  return argument_of(usage);
}

std::string bash_reply(const Argument& argument) {
  switch (argument.kind) {
    case ArgumentKind::words: return "_prereq_words '" + join(argument.words, " ") + "'";
    case ArgumentKind::file: return "_prereq_files -f";
    case ArgumentKind::folder: return "_prereq_files -d";
    case ArgumentKind::other: break;
  }
  return ":";
}

std::string zsh_action(const Argument& argument) {
  switch (argument.kind) {
    case ArgumentKind::words: return "(" + join(argument.words, " ") + ")";
    case ArgumentKind::file: return "_files";
    case ArgumentKind::folder: return "_files -/";
    case ArgumentKind::other: break;
  }
  return " ";
}

// Brackets end an explanation, colons a part of a specification.
std::string zsh_text(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string zsh_option(const CommandLine::Option& option) {
  std::string specs;
  for (const std::string& name : names_of(option)) {
    const bool takes_value = !option.placeholder.empty();
    const bool is_long = name.starts_with("--");
    std::string spec = option.repeats ? "*" : "";
    spec += name;
    if (takes_value) spec += is_long ? "=" : "+";
    spec += "[" + zsh_text(short_help(option.help)) + "]";
    if (takes_value) {
      spec +=
          ":" + zsh_text(option.placeholder) + ":" + zsh_action(argument_of(option.placeholder));
    }
    specs += " \\\n        " + quoted_for_shell(spec);
  }
  return specs;
}

std::string fish_argument(const Argument& argument) {
  switch (argument.kind) {
    case ArgumentKind::words: return " -x -a " + quoted_for_shell(join(argument.words, " "));
    case ArgumentKind::file: return " -r -F";
    case ArgumentKind::folder: return " -x -a '(__fish_complete_directories)'";
    case ArgumentKind::other: break;
  }
  return " -x";
}

}  // namespace

Argument argument_of(std::string_view placeholder) {
  if (placeholder == "FILE" || placeholder == "DOC" || placeholder == "NAME.EXT") {
    return {ArgumentKind::file, {}};
  }
  if (placeholder == "FOLDER") return {ArgumentKind::folder, {}};
  Argument argument;
  if (placeholder == "CODE" || placeholder == "CODES") {
    for (std::size_t i = 0; i < code_count; ++i) {
      argument.words.emplace_back(code_name(static_cast<Code>(i)));
    }
  }
  if (placeholder == "SHELL") argument.words = {"bash", "zsh", "fish"};
  while (!placeholder.empty()) {
    const std::string_view word = placeholder.substr(0, placeholder.find('|'));
    placeholder.remove_prefix(std::min(placeholder.size(), word.size() + 1));
    if (is_word(word)) argument.words.emplace_back(word);
  }
  if (!argument.words.empty()) argument.kind = ArgumentKind::words;
  return argument;
}

std::string short_help(std::string_view help) {
  const std::size_t end =
      std::min({help.find(". "), help.find("; "), help.find(": "), help.find(" ("), help.size()});
  return std::string(help.substr(0, end));
}

std::string bash_completions(const std::vector<CommandLine>& commands) {
  std::string text = R"(# bash completion for prereq; made by: prereq completions bash

_prereq_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$_prereq_word")
}

_prereq_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$_prereq_word")
}

_prereq() {
  local _prereq_word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  # --option=word is three words to bash.
  if [[ $_prereq_word == '=' ]]; then
    _prereq_word=
  elif [[ $before == '=' ]]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if ((COMP_CWORD == 1)); then
    _prereq_words ')" +
                     names_of(commands) + R"( --help --version'
    return
  fi
  case "${COMP_WORDS[1]} $before" in
)";
  for (const CommandLine& command : commands) {
    for (const CommandLine::Option& option : command.options()) {
      if (option.placeholder.empty()) continue;
      std::vector<std::string> patterns;
      for (const std::string& name : names_of(option)) {
        patterns.push_back("'" + command.command() + " " + name + "'");
      }
      text += "    " + join(patterns, "|") + ") " + bash_reply(argument_of(option.placeholder)) +
              "; return ;;\n";
    }
  }
  text += "  esac\n  case ${COMP_WORDS[1]} in\n";
  for (const CommandLine& command : commands) {
    text += "    " + command.command() + ")\n      if [[ $_prereq_word == -* ]]; then\n" +
            "        _prereq_words '" + option_names(command) + "'\n      else\n        " +
            bash_reply(operands_of(command)) + "\n      fi\n      ;;\n";
  }
  return text + "  esac\n}\n\ncomplete -F _prereq prereq\n";
}

std::string zsh_completions(const std::vector<CommandLine>& commands) {
  std::string text = R"(#compdef prereq
# zsh completion for prereq; made by: prereq completions zsh

_prereq() {
  local -a commands
  commands=(
)";
  for (const CommandLine& command : commands) {
    text += "    " + quoted_for_shell(command.command() + ":" + zsh_text(command.summary())) + "\n";
  }
  text += R"(  )
  if ((CURRENT == 2)); then
    _describe -t commands command commands
    _arguments '--help[print the commands and exit]' '--version[print the version and exit]'
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
)";
  for (const CommandLine& command : commands) {
    text += "    " + command.command() + ")\n      _arguments -s -S";
    for (const CommandLine::Option& option : command.options()) text += zsh_option(option);
    if (!command.operand_usage().empty()) {
      text += " \\\n        " + quoted_for_shell("*:" + zsh_text(command.operand_usage()) + ":" +
                                                 zsh_action(operands_of(command)));
    }
    text += "\n      ;;\n";
  }
  return text + R"(  esac
}

if [[ $funcstack[1] == _prereq ]]; then
  _prereq "$@"
else
  compdef _prereq prereq
fi
)";
}

std::string fish_completions(const std::vector<CommandLine>& commands) {
  std::string text = R"(# fish completion for prereq; made by: prereq completions fish

complete -c prereq -f
complete -c prereq -n __fish_use_subcommand -l help -d 'print the commands and exit'
complete -c prereq -n __fish_use_subcommand -l version -d 'print the version and exit'
)";
  for (const CommandLine& command : commands) {
    text += "complete -c prereq -n __fish_use_subcommand -a " + command.command() + " -d " +
            quoted_for_shell(command.summary()) + "\n";
  }
  for (const CommandLine& command : commands) {
    const std::string start =
        "complete -c prereq -n '__fish_seen_subcommand_from " + command.command() + "'";
    text += "\n";
    const Argument operands = operands_of(command);
    if (operands.kind == ArgumentKind::file) text += start + " -F\n";
    if (operands.kind == ArgumentKind::words) text += start + fish_argument(operands) + "\n";
    for (const CommandLine::Option& option : command.options()) {
      text += start;
      if (!option.names.starts_with("--")) text += " -s " + option.names.substr(1, 1);
      text += " -l " + option.name().substr(2);
      if (!option.placeholder.empty()) text += fish_argument(argument_of(option.placeholder));
      text += " -d " + quoted_for_shell(short_help(option.help)) + "\n";
    }
  }
  return text;
}

}  // namespace prereq::cli
