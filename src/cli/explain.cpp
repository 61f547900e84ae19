#include "prereq/explain.hpp"

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/words.hpp"

namespace prereq::cli {
namespace {

enum class ExplainFormat : std::uint8_t { text, markdown };

std::string unknown_code(const std::string& name) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < code_count; ++i) all.emplace_back(code_name(static_cast<Code>(i)));
  return "'" + name + "' is no code" + did_you_mean(name, all);
}

}  // namespace

Status run_explain(CommandLine& line, Console& console) {
  std::vector<std::string> names;
  OutputOptions output;
  ExplainFormat format = ExplainFormat::text;
  line.describe(
      "Explains the code that stands in brackets behind a diagnostic: what causes it and how to "
      "mend it, with an example. Without CODE, lists all codes.");
  output.declare(line, console);
  line.choice("--format",
              "text for people (default), or Markdown for a page; else the extension of -o decides",
              format, {{"text", ExplainFormat::text}, {"markdown", ExplainFormat::markdown}});
  line.example("prereq explain cycle", "topics that nobody can learn");
  line.example("prereq explain", "every code, one a line");
  line.operands("[CODE]", names);
  if (const auto done = line.parse(console)) return *done;

  const ExplainOptions options{.color = output.in_colour(console)};
  const bool is_page = format == ExplainFormat::markdown;
  if (names.empty()) {
    return output.give(is_page ? explain_codes_markdown() : explain_codes_text(options),
                       Status::fine, console);
  }
  const auto code = find_code(names.front());
  if (!code) return line.usage_error(console, unknown_code(names.front()));
  return output.give(is_page ? explain_markdown(*code) : explain_text(*code, options), Status::fine,
                     console);
}

}  // namespace prereq::cli
