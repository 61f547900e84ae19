#include "prereq/schema.hpp"

#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace prereq::cli {

Status run_schema(CommandLine& line, Console& console) {
  OutputOptions output;
  line.describe(
      "Prints the JSON Schema (2020-12) of roadmap files. With it, editors complete and check what "
      "you type: a comment at the top of the file, '# yaml-language-server: "
      "$schema=roadmap.schema.json', switches it on in those that use yaml-language-server, such "
      "as VS Code with its YAML extension.");
  output.declare(line, console);
  line.example("prereq schema -o roadmap.schema.json", "a copy beside your roadmap");
  if (const auto done = line.parse(console)) return *done;
  return output.give(std::string(roadmap_schema), Status::fine, console);
}

}  // namespace prereq::cli
