// Explanations of codes as pages.
#include <fmt/format.h>

#include "prereq/explain.hpp"
#include "write/explain_example.hpp"
#include "write/report_text.hpp"

namespace prereq {
namespace {

std::string_view language_of(std::string_view file_name) {
  const std::string_view extension = file_name.substr(file_name.rfind('.') + 1);
  return extension == "md" ? "markdown" : extension;
}

std::string files_text(const Example& example) {
  std::string out;
  for (const ExampleFile& file : files_of(example)) {
    if (is_named(example)) out += fmt::format("`{}`:\n\n", file.name);
    out += fmt::format("```{}\n{}```\n\n", language_of(file.name), printable(file.text));
  }
  return out;
}

std::string prose(std::string_view text) {
  std::string out;
  for (const std::string_view paragraph : paragraphs_of(text))
    out += fmt::format("{}\n\n", paragraph);
  return out;
}

}  // namespace

std::string explain_markdown(Code code) {
  const Explanation& row = explanation(code);
  std::string out = fmt::format("# `{}`\n\n*{}*: {}\n\n", code_name(code),
                                severity_name(default_severity(code)), row.summary);
  out += prose(row.cause);
  out += "## Cure\n\n" + prose(row.cure);
  out += "## Wrong\n\n" + files_text(row.wrong);
  out += fmt::format("```text\n$ {}\n{}\n```\n\n", row.wrong.command, row.says);
  out += "## Mended\n\n" + files_text(row.mended);
  if (row.mended.command != row.wrong.command) {
    out += fmt::format("```text\n$ {}\n```\n\n", row.mended.command);
  }
  return out + "[All codes](README.md)\n";
}

std::string explain_codes_markdown() {
  std::string out =
      "# Codes of diagnostics\n\n"
      "Each page says what causes it and how to mend it, as `prereq explain CODE` does.\n\n"
      "| code | severity | when |\n|---|---|---|\n";
  for (std::size_t i = 0; i < code_count; ++i) {
    const auto code = static_cast<Code>(i);
    out += fmt::format("| [`{0}`]({0}.md) | {1} | {2} |\n", code_name(code),
                       severity_name(default_severity(code)), explanation(code).summary);
  }
  return out;
}

}  // namespace prereq
