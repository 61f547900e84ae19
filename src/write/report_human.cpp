#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <vector>

#include "prereq/report.hpp"
#include "write/line_index.hpp"
#include "write/report_text.hpp"

namespace prereq {
namespace {

constexpr std::size_t least_width = 40;

struct Palette {
  std::string_view bold, error, warning, note, mark, dim, end;
};
constexpr Palette plain = {};
constexpr Palette colored = {"\x1b[1m",    "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m",
                             "\x1b[1;32m", "\x1b[2m",    "\x1b[0m"};

std::string_view color_of(const Palette& palette, Severity severity) {
  switch (severity) {
    case Severity::error: return palette.error;
    case Severity::warning: return palette.warning;
    case Severity::note: return palette.note;
  }
  return palette.note;
}

// Finds lines by number without scanning a file again for each one, and what surrounds a span in a
// long line without scanning the line again for each diagnostic in it.
class Lines {
 public:
  explicit Lines(const Sources& sources) : sources_(sources) {}

  LinePart around(const Span& span, std::size_t reach) {
    const std::string_view text = line(span.file, span.begin.line);
    if (text.size() <= reach) return {text, span};
    if (!last_ || last_->text.data() != text.data()) last_ = {text, LineIndex(text)};
    return last_->index.around(span, reach);
  }

 private:
  struct Indexed {
    std::string_view text;
    LineIndex index;
  };

  std::string_view line(FileId file, std::uint32_t number) {
    const std::string_view text = sources_.text(file);
    std::vector<std::size_t>& starts = starts_[file];
    if (starts.empty()) {
      starts.push_back(0);
      for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        starts.push_back(at + 1);
      }
    }
    if (number == 0 || number > starts.size()) return {};
    std::string_view line = text.substr(starts[number - 1]);
    line = line.substr(0, line.find('\n'));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

  const Sources& sources_;
  std::map<FileId, std::vector<std::size_t>> starts_;
  std::optional<Indexed> last_;  // diagnostics come in the order of their places
};

// How many code points may matter for so many columns: far more, since marks that combine take no
// room.
std::size_t reach_of(std::size_t width) {
  constexpr std::size_t factor = 4;
  constexpr std::size_t most = std::numeric_limits<std::size_t>::max();
  return width > most / factor ? most : factor * width;
}

class HumanFormat {
 public:
  HumanFormat(const Sources& sources, const HumanOptions& options)
      : sources_(sources),
        lines_(sources),
        options_(options),
        palette_(options.color ? colored : plain) {}

  void add(const Diagnostic& diagnostic) {
    head(diagnostic.span, diagnostic.severity, diagnostic.message);
    print(" {}[{}]{}\n", palette_.dim, code_name(diagnostic.code), palette_.end);
    echo(diagnostic);
    const std::size_t shown = std::min(diagnostic.notes.size(), options_.max_notes);
    for (std::size_t i = 0; i < shown; ++i) {
      head(diagnostic.notes[i].span, Severity::note, diagnostic.notes[i].message);
      out_ += '\n';
    }
    const std::size_t left = diagnostic.notes.size() - shown;
    if (left != 0) print("  … and {} more {}\n", left, left == 1 ? "note" : "notes");
  }

  std::string take() { return std::move(out_); }

 private:
  template <typename... Args>
  void print(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
  }

  void head(const Span& span, Severity severity, std::string_view message) {
    print("{}{}{}", palette_.bold, place(sources_, span), palette_.end);
    print("{}{}:{} {}", color_of(palette_, severity), severity_name(severity), palette_.end,
          visible(message));
  }

  void echo(const Diagnostic& diagnostic) {
    const Span& span = diagnostic.span;
    if (span.file == no_file) return;
    const std::string number = std::to_string(span.begin.line);
    const std::size_t gutter = number.size() + 4;
    const std::size_t width = std::max(options_.width, least_width) - gutter;
    const LinePart part = lines_.around(span, reach_of(width));
    const Excerpt excerpt = cut_excerpt(part.text, part.span, width);
    print(" {}{} |{} {}\n", palette_.dim, number, palette_.end, excerpt.text);
    print(" {}{} |{} {}{}{}{}", palette_.dim, std::string(number.size(), ' '), palette_.end,
          std::string(excerpt.span_begin, ' '), palette_.mark,
          std::string(excerpt.span_columns, '^'), palette_.end);
    if (!diagnostic.suggestion.empty()) {
      print(" did you mean '{}'?", visible(diagnostic.suggestion));
    }
    out_ += '\n';
  }

  const Sources& sources_;
  Lines lines_;
  const HumanOptions& options_;
  const Palette& palette_;
  std::string out_;
};

}  // namespace

std::string format_human(const Diagnostics& diagnostics, const Sources& sources,
                         const HumanOptions& options) {
  HumanFormat format(sources, options);
  for (const Diagnostic& diagnostic : diagnostics.items()) format.add(diagnostic);
  return format.take();
}

}  // namespace prereq
