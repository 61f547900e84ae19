#include <utility>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/words.hpp"
#include "prereq/page_report.hpp"

namespace prereq::cli {
namespace {

// What is wrong with the name.
std::string unknown_section(const Roadmap& roadmap, std::string_view name) {
  std::vector<std::string> ids;
  for (const Section& section : roadmap.sections()) ids.emplace_back(section.id);
  return "section '" + std::string(name) + "' is not defined" + did_you_mean(name, ids);
}

}  // namespace

Status run_resources(CommandLine& line, Console& console) {
  InputFiles files;
  std::optional<PageFormat> format;
  OutputOptions output;
  line.describe(
      "Lists the resources of a section, of its topics and of the sections in it, as a part of a "
      "page.");
  output.declare(line, console);
  declare_formats_of_page(line, console, "Markdown by default; else the extension of -o decides",
                          {}, {}, format);
  line.example("prereq resources graphs/turbo.yaml math", "what to learn mathematics with");
  line.wrong_input_means("the roadmap has errors, or the section is unknown");
  files.declare(line, "FILE... SECTION");
  if (const auto done = line.parse(console)) return *done;
  const std::string name = std::move(files.names.back());
  files.names.pop_back();

  const LoadedRoadmap loaded = load_roadmap_for(output, files, line, console);
  if (!loaded.graph) return loaded.status;
  const Roadmap& roadmap = loaded.graph->roadmap();
  const std::string_view id = section_id(name);
  const auto section = roadmap.find_section(id);
  if (!section) {
    Diagnostics diagnostics;
    diagnostics.add(Code::unknown_section, {}, unknown_section(roadmap, id));
    console.print_problems(diagnostics, loaded.sources);
    return Status::wrong_input;
  }
  const PageFormat page = format.value_or(PageFormat::markdown);
  return output.give(resources_page(roadmap, *section, page), Status::fine, console);
}

}  // namespace prereq::cli
