// The commands that tell shells and man(1) about the commands.
#include <algorithm>
#include <array>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/completions.hpp"
#include "cli/manual_page.hpp"
#include "cli/words.hpp"

namespace prereq::cli {

Status run_completions(CommandLine& line, Console& console) {
  std::vector<std::string> shells;
  OutputOptions output;
  line.describe(
      "Prints a script that has a shell complete commands, options and the words these take. The "
      "Debian package installs all three.");
  output.declare(line, console);
  line.example("prereq completions bash > ~/.local/share/bash-completion/completions/prereq",
               "for bash, where the package bash-completion is installed");
  line.example("prereq completions zsh > ~/.zfunc/_prereq", "for zsh, if that folder is in fpath");
  line.example("prereq completions fish > ~/.config/fish/completions/prereq.fish", "for fish");
  line.operands("SHELL", shells);
  if (const auto done = line.parse(console)) return *done;

  using Writer = std::string (*)(const std::vector<CommandLine>&);
  constexpr std::array<std::pair<std::string_view, Writer>, 3> writers = {{
      {"bash", bash_completions},
      {"zsh", zsh_completions},
      {"fish", fish_completions},
  }};
  for (const auto& [shell, write] : writers) {
    if (shells.front() == shell) {
      return output.give(write(describe_commands()), Status::fine, console);
    }
  }
  return line.usage_error(console, "'" + shells.front() + "' is not one of bash, zsh, fish" +
                                       did_you_mean(shells.front(), {"bash", "zsh", "fish"}));
}

Status run_manual(CommandLine& line, Console& console) {
  OutputOptions output;
  line.describe("Prints the manual page of prereq with all of its commands, for man.");
  output.declare(line, console);
  line.example("prereq manual | man -l -", "read it");
  line.example("prereq manual -o prereq.1", "a file that man finds in a folder named man1");
  if (const auto done = line.parse(console)) return *done;
  return output.give(manual_page(describe_commands()), Status::fine, console);
}

}  // namespace prereq::cli
