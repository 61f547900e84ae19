#include "cli/known.hpp"

#include <utility>

#include "cli/common.hpp"
#include "cli/files.hpp"
#include "cli/words.hpp"

namespace prereq::cli {

void KnownOptions::declare(CommandLine& line) {
  line.heading("What is known");
  line.list("--known", "LIST", "topics or section:ID that are known, with all they need", names,
            CommandLine::EmptyList::allowed);
  line.values("--known-file", "FILE",
              "a list of them: separated by commas or line breaks, with comments after '#'", files);
  line.flag("--known-exactly", "take the list literally, not with all it needs", exactly);
}

std::optional<std::vector<TopicIndex>> KnownOptions::resolve(const Roadmap& roadmap, bool quiet,
                                                             Console& console) const {
  std::vector<std::string> all = names;
  for (const std::string& file : files) {
    const auto text = read_limited(file, 16, "a list", console);
    if (!text) return std::nullopt;
    for (std::string& name : split_lines(*text)) all.push_back(std::move(name));
  }
  Diagnostics warnings;
  std::vector<TopicIndex> topics = resolve_topics(all, roadmap, Severity::warning, warnings);
  if (!quiet) print_problems(warnings, Sources(), console);
  return topics;
}

}  // namespace prereq::cli
