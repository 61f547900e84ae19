// What each code of a diagnostic means: its cause, its cure, and an example of both.
//
// One table, which `prereq explain`, the pages in docs/codes and the rules of SARIF logs are made
// of. A test runs every example: the wrong one is told of exactly that code, the mended one of
// none.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "prereq/diagnostic.hpp"

namespace prereq {

struct ExampleFile {
  std::string_view name;  // empty: no file
  std::string_view text;
};

struct Example {
  std::array<ExampleFile, 2> files;
  // What is typed in the folder of these files.
  std::string_view command = "prereq check roadmap.yaml";
};

struct Explanation {
  Code code;
  // Half a sentence, lower case without a full stop.
  std::string_view summary;
  // Sentences, with code between backticks; paragraphs have an empty line between them.
  std::string_view cause;
  std::string_view cure;
  Example wrong;
  // The line of the command's output that names the code.
  std::string_view says;
  Example mended;
};

const Explanation& explanation(Code code);

struct ExplainOptions {
  bool color = false;
  std::size_t columns = 80;  // at least 40
};

// For a terminal: all of it, or every code with its severity and summary, one line each.
std::string explain_text(Code code, const ExplainOptions& options = {});
std::string explain_codes_text(const ExplainOptions& options = {});

// As a page in Markdown, and a page that lists the others, which are called CODE.md.
std::string explain_markdown(Code code);
std::string explain_codes_markdown();

}  // namespace prereq
