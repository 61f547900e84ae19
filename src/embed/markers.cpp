#include <algorithm>
#include <cassert>
#include <utility>

#include "base/utf8.hpp"
#include "embed/marker_words.hpp"
#include "embed/page_comments.hpp"
#include "prereq/embed.hpp"

namespace prereq {
namespace {

constexpr std::string_view blanks = " \t";
constexpr std::string_view white_space = " \t\r\n\f";

enum class Kind : std::uint8_t { other, opening, closing };

// What the comment is, and what follows its first word.
Kind kind_of(std::string_view inner, std::string_view& rest) {
  inner.remove_prefix(std::min(inner.size(), inner.find_first_not_of(white_space)));
  const std::string_view word = inner.substr(0, inner.find_first_of(white_space));
  rest = inner.substr(word.size());
  if (word == "prereq") return Kind::opening;
  return word == "/prereq" ? Kind::closing : Kind::other;
}

// Turns offsets that grow into positions.
class Positions {
 public:
  explicit Positions(std::string_view page) : page_(page) {
    if (page.starts_with(byte_order_mark)) line_start_ = byte_order_mark.size();
  }

  Position at(std::size_t offset) {
    for (; seen_ < offset; ++seen_) {
      if (page_[seen_] != '\n') continue;
      ++line_;
      line_start_ = seen_ + 1;
    }
    const std::string_view before =
        page_.substr(line_start_, offset - std::min(offset, line_start_));
    return {line_, static_cast<std::uint32_t>(count_code_points(before)) + 1};
  }

 private:
  std::string_view page_;
  std::size_t seen_ = 0;
  std::size_t line_start_ = 0;
  std::uint32_t line_ = 1;
};

class MarkerFinder {
 public:
  MarkerFinder(const Sources& sources, FileId file, PageFormat format, Diagnostics& diagnostics)
      : page_(sources.text(file)),
        file_(file),
        format_(format),
        style_(comment_style(format)),
        positions_(page_),
        diagnostics_(diagnostics) {}

  std::vector<Marker> find() {
    for (const PageComment& comment : find_page_comments(page_, format_)) {
      std::string_view rest;
      const Kind kind = kind_of(comment.inner, rest);
      if (kind == Kind::other) continue;
      const Position begin = positions_.at(comment.begin);
      const Span span{file_, begin, positions_.at(comment.end)};
      if (!is_well_placed(comment, span)) {
        // What it would open or close is not known to be open or closed.
        open_.reset();
        lost_ = lost_ || kind == Kind::opening;
      } else if (kind == Kind::opening) {
        open(comment, span, rest);
      } else {
        close(comment, span, rest);
      }
    }
    if (open_) complain(open_->span, "this marker has no " + closing() + " that closes it");
    return std::move(found_);
  }

 private:
  std::string closing() const { return "'" + std::string(style_.closing) + "'"; }

  void complain(const Span& span, std::string message) {
    diagnostics_.add(Code::bad_marker, span, std::move(message));
  }

  bool is_well_placed(const PageComment& comment, const Span& span) {
    if (!comment.closed) {
      complain(span, "this marker has no '" + std::string(style_.end) + "' that ends the comment");
      return false;
    }
    if (!comment.in_text && is_blank_before(comment.begin) && is_blank_after(comment.end)) {
      return true;
    }
    complain(span, "a marker has to stand " + std::string(style_.place));
    return false;
  }

  std::size_t line_start(std::size_t offset) const {
    const std::size_t end =
        offset == 0 ? std::string_view::npos : page_.find_last_of("\r\n", offset - 1);
    if (end != std::string_view::npos) return end + 1;
    return page_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  }

  bool is_blank_before(std::size_t offset) const {
    const std::size_t start = line_start(offset);
    return page_.substr(start, offset - start).find_first_not_of(blanks) == std::string_view::npos;
  }

  bool is_blank_after(std::size_t offset) const {
    const std::size_t next = page_.find_first_not_of(blanks, offset);
    return next == std::string_view::npos || page_[next] == '\n' || page_[next] == '\r';
  }

  void open(const PageComment& comment, const Span& span, std::string_view rest) {
    lost_ = false;
    if (open_) {
      complain(span, "this marker is inside another");
      diagnostics_.items().back().notes.push_back(
          {open_->span, "this one has no " + closing() + " before it"});
    }
    open_.reset();
    std::string wrong;
    auto words = split_words(rest, style_.where_it_ends, wrong);
    if (words && words->empty()) wrong = "the marker names no command";
    if (!wrong.empty()) {
      complain(span, std::move(wrong));
      lost_ = true;
      return;
    }
    Marker marker;
    marker.span = span;
    marker.words = std::move(*words);
    const std::size_t start = line_start(comment.begin);
    marker.indent = page_.substr(start, comment.begin - start);
    const std::size_t end = std::min(page_.find_first_of("\r\n", comment.end), page_.size());
    marker.line_break = page_.substr(end, page_.substr(end).starts_with("\r\n") ? 2 : 1);
    marker.content_begin = end + marker.line_break.size();
    open_ = std::move(marker);
  }

  void close(const PageComment& comment, const Span& span, std::string_view rest) {
    if (rest.find_first_not_of(white_space) != std::string_view::npos) {
      complain(span, "a closing marker says " + closing() + " and nothing else");
    } else if (open_) {
      open_->content_end = line_start(comment.begin);
      found_.push_back(std::move(*open_));
    } else if (!lost_) {
      complain(span, "this marker closes one that was not opened");
    }
    open_.reset();
    lost_ = false;
  }

  std::string_view page_;
  FileId file_;
  PageFormat format_;
  const CommentStyle& style_;
  Positions positions_;
  Diagnostics& diagnostics_;
  std::optional<Marker> open_;
  bool lost_ = false;  // the marker that the next closing one closes was complained about
  std::vector<Marker> found_;
};

}  // namespace

std::vector<Marker> find_markers(const Sources& sources, FileId page, PageFormat format,
                                 Diagnostics& diagnostics) {
  return MarkerFinder(sources, page, format, diagnostics).find();
}

std::string content_lines(const Marker& marker, std::string_view content) {
  std::string lines;
  while (!content.empty()) {
    const std::string_view line = content.substr(0, content.find('\n'));
    content.remove_prefix(std::min(content.size(), line.size() + 1));
    if (!line.empty()) lines.append(marker.indent).append(line);
    lines += marker.line_break;
  }
  return lines;
}

std::string replace_contents(std::string_view page, std::span<const Marker> markers,
                             std::span<const std::optional<std::string>> contents) {
  assert(markers.size() == contents.size());
  std::string result;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < markers.size(); ++i) {
    if (!contents[i]) continue;
    result += page.substr(copied, markers[i].content_begin - copied);
    result += content_lines(markers[i], *contents[i]);
    copied = markers[i].content_end;
  }
  result += page.substr(copied);
  return result;
}

}  // namespace prereq
