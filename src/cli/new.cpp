#include <filesystem>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/files.hpp"
#include "cli/starter.hpp"
#include "cli/words.hpp"
#include "prereq/read.hpp"

namespace prereq::cli {
namespace {

namespace fs = std::filesystem;

// As a word of a shell's command line.
std::string shell_word(const std::string& text) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._/";
  if (text.find_first_not_of(plain) == std::string::npos) return text;
  return quoted_for_shell(text);
}

std::string next_steps(const std::string& file) {
  const fs::path path(file);
  const std::string picture = (path.parent_path() / path.stem()).string() + ".svg";
  const std::string name = shell_word(file);
  return "wrote '" + file + "'; now:\n  prereq check " + name + "\n  prereq render " + name +
         " -o " + shell_word(picture) + "\n  prereq path " + name + " --to home-baker\n";
}

// What is wrong with writing a roadmap there, or nothing.
std::optional<std::string> refuse(const std::string& file) {
  if (file == "-") return std::nullopt;
  if (input_format_of(file, starter_roadmap) != InputFormat::roadmap) {
    return "'" + file + "' would be read as another format: let its name end in .yaml";
  }
  std::error_code error;
  const auto status = fs::symlink_status(file, error);
  if (!fs::exists(status)) return std::nullopt;
  return "'" + file + "' is there already and is not overwritten";
}

}  // namespace

Status run_new(CommandLine& line, Console& console) {
  std::vector<std::string> files;
  std::string output;
  bool quiet = false;
  line.describe(
      "Writes a roadmap to begin with, which shows all that a roadmap can say, each with a short "
      "comment. Without FILE it is called roadmap.yaml. Folders on the way to it are made; a file "
      "that is there already is never overwritten.");
  line.heading("Output");
  line.value("-o,--output", "FILE", "the same as FILE; '-' is standard output", output);
  declare_colour(line, console);
  line.flag("-q,--quiet", "do not say what to do next", quiet);
  line.example("prereq new docs/plan.yaml", "a roadmap of that name");
  line.operands("[FILE]", files);
  if (const auto done = line.parse(console)) return *done;
  if (!files.empty() && !output.empty()) {
    return line.usage_error(console, "expected FILE or -o, found both");
  }
  if (!files.empty()) output = files.front();
  if (output.empty()) output = "roadmap.yaml";
  if (const auto wrong = refuse(output)) return line.usage_error(console, *wrong);
  NewFolders created;
  if (output != "-" && !created.make(fs::path(output).parent_path().string(), console)) {
    return Status::failed;
  }
  OutputFile starter{output, std::string(starter_roadmap)};
  starter.replaces.emplace(std::nullopt);
  if (!write_files({starter}, console)) return Status::failed;
  created.keep();
  if (output != "-" && !quiet) console.write_error(next_steps(output));
  return Status::fine;
}

}  // namespace prereq::cli
