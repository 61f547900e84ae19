// libyaml's events, one at a time, in terms of roadmaps' places.
//
// Bounds nesting, allows one document, and turns whatever ends the reading early into a diagnostic;
// after that the stream is at its end. Aliases are reported where they stand.
#pragma once

#include <yaml.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "prereq/diagnostic.hpp"
#include "read/code_point_cursor.hpp"
#include "read/limits.hpp"
#include "read/surrogates.hpp"
#include "read/text_check.hpp"

namespace prereq {

enum class EventKind : std::uint8_t {
  scalar,
  alias,  // already reported
  list_begin,
  list_end,
  mapping_begin,
  mapping_end,
  end,
};

struct Event {
  EventKind kind = EventKind::end;
  bool is_flow = false;       // for the beginning of a list or mapping
  bool is_plain = false;      // for a scalar: neither quoted nor a block
  bool is_block = false;      // for a scalar: `|` or `>`
  bool is_in_source = false;  // for a scalar: `text` is a part of the source, and stays valid
  std::string_view text;      // of a scalar, else valid until the next event
  Span span;                  // empty for the ends of lists and mappings that are not in brackets

  // Nothing at all, as after `note:`.
  bool is_empty() const { return kind == EventKind::scalar && is_plain && text.empty(); }
  // Nothing, or the words for it.
  bool is_null() const {
    return kind == EventKind::scalar && is_plain && (text.empty() || text == "~" || text == "null");
  }
};

class YamlEvents {
 public:
  // All arguments must outlive this object.
  YamlEvents(const CheckedText& text, FileId file, const ReadLimits& limits,
             Diagnostics& diagnostics);
  ~YamlEvents();
  YamlEvents(const YamlEvents&) = delete;
  YamlEvents& operator=(const YamlEvents&) = delete;

  const Event& peek() const { return current_; }
  void advance();

  // The event before peek(); its text is gone.
  const Event& previous() const { return previous_; }

  // About how much of the text has been read, between 0 and 1.
  double share_read() const {
    return static_cast<double>(parser_.mark.index) / static_cast<double>(text_.text.size());
  }

  // Something ended the reading before the end of the file, or an alias left a gap.
  bool is_incomplete() const { return is_incomplete_; }
  void stop();

 private:
  bool parse();
  void take(const yaml_event_t& event);
  void take_scalar(const yaml_event_t& event);
  void enter();
  // Where the source has the same words as the scalar, right where it starts.
  std::optional<std::string_view> in_source(const yaml_event_t& event);
  Span span_of(const yaml_event_t& event) const;
  Position position(const yaml_mark_t& mark) const {
    return text_.lines.position(mark.line, mark.column);
  }

  const CheckedText& text_;
  CodePointCursor cursor_;
  FileId file_;
  const ReadLimits& limits_;
  Diagnostics& diagnostics_;
  std::optional<HiddenSurrogates> hidden_;
  std::string revealed_;
  yaml_parser_t parser_{};
  yaml_event_t event_{};
  Event current_;
  Event previous_;
  std::uint32_t depth_ = 0;
  std::uint32_t documents_ = 0;
  bool is_done_ = false;
  bool is_incomplete_ = false;
};

}  // namespace prereq
