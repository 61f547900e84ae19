// Completions for shells, made of what the commands declare.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.hpp"

namespace prereq::cli {

// What can stand for a placeholder such as `light|dark` or `FILE`.
enum class ArgumentKind : std::uint8_t { words, file, folder, other };
struct Argument {
  ArgumentKind kind = ArgumentKind::other;
  std::vector<std::string> words;  // those of `words`
};
Argument argument_of(std::string_view placeholder);

// The first clause of an option's help.
std::string short_help(std::string_view help);

std::string bash_completions(const std::vector<CommandLine>& commands);
std::string zsh_completions(const std::vector<CommandLine>& commands);
std::string fish_completions(const std::vector<CommandLine>& commands);

}  // namespace prereq::cli
