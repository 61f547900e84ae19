// Explanations of codes for a terminal.
#include <algorithm>

#include "prereq/explain.hpp"
#include "write/explain_example.hpp"
#include "write/report_text.hpp"
#include "write/terminal_text.hpp"

namespace prereq {
namespace {

constexpr std::size_t indent = 2;

// A terminal has no typeface for code.
std::string without_backticks(std::string_view text) {
  std::string plain(text);
  std::ranges::replace(plain, '`', '\'');
  return plain;
}

class ExplanationText {
 public:
  ExplanationText(const Explanation& row, const ExplainOptions& options)
      : row_(row), style_(options.color), columns_(std::max<std::size_t>(options.columns, 40)) {}

  std::string write() {
    const std::string head = std::string(code_name(row_.code)) + " (" +
                             std::string(severity_name(default_severity(row_.code))) + ")";
    std::string title;
    for (const std::string& line : wrap_to(head + ": " + std::string(row_.summary), columns_)) {
      title += line + "\n";
    }
    // The head is at the start of the first line, unless that is very short.
    if (title.starts_with(head)) title = style_.bold(head) + title.substr(head.size());
    out_ = title;
    add_prose(row_.cause);
    add_heading("Cure");
    add_paragraphs(row_.cure);
    add_heading("Wrong");
    add_files(row_.wrong);
    add_lines("\n$ " + std::string(row_.wrong.command));
    for (const std::string& line : wrap_to(row_.says, columns_ - indent, true)) add_line(line);
    add_heading("Mended");
    add_files(row_.mended);
    if (row_.mended.command != row_.wrong.command) {
      add_lines("\n$ " + std::string(row_.mended.command));
    }
    return std::move(out_);
  }

 private:
  void add_line(std::string_view line) {
    if (!line.empty()) out_.append(indent, ' ').append(line);
    out_ += '\n';
  }

  // Each as it is.
  void add_lines(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      add_line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  void add_heading(std::string_view heading) { out_ += "\n" + style_.heading(heading) + "\n"; }

  void add_prose(std::string_view text) {
    out_ += '\n';
    add_paragraphs(text);
  }

  void add_paragraphs(std::string_view text) {
    bool first = true;
    for (const std::string_view paragraph : paragraphs_of(text)) {
      if (!first) out_ += '\n';
      first = false;
      for (const std::string& line : wrap_to(without_backticks(paragraph), columns_ - indent)) {
        add_line(line);
      }
    }
  }

  void add_files(const Example& example) {
    bool first = true;
    for (const ExampleFile& file : files_of(example)) {
      if (!first) out_ += '\n';
      first = false;
      if (is_named(example)) add_line(style_.dim("# " + std::string(file.name)));
      add_lines(printable(file.text));
    }
  }

  const Explanation& row_;
  Style style_;
  std::size_t columns_;
  std::string out_;
};

}  // namespace

std::string explain_text(Code code, const ExplainOptions& options) {
  return ExplanationText(explanation(code), options).write();
}

std::string explain_codes_text(const ExplainOptions& options) {
  const Style style(options.color);
  std::size_t widest = 0;
  for (std::size_t i = 0; i < code_count; ++i) {
    widest = std::max(widest, code_name(static_cast<Code>(i)).size());
  }
  std::string out;
  for (std::size_t i = 0; i < code_count; ++i) {
    const auto code = static_cast<Code>(i);
    const std::string name = left_aligned(code_name(code), widest);
    const std::string severity = left_aligned(severity_name(default_severity(code)), 7);
    const std::size_t used = widest + 2 + 7 + 2;
    const std::size_t room = std::max<std::size_t>(options.columns, used + 10) - used;
    out +=
        style.bold(name) + "  " + severity + "  " + cut_to(explanation(code).summary, room) + "\n";
  }
  return out;
}

}  // namespace prereq
