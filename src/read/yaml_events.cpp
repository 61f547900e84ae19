#include "read/yaml_events.hpp"

#include <fmt/format.h>

#include "read/syntax_message.hpp"

namespace prereq {
namespace {

const char* chars(const yaml_char_t* text) {
  // libyaml's bytes are unsigned; ours are not
  return reinterpret_cast<const char*>(
      text);  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
}

const unsigned char* bytes(std::string_view text) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

YamlEvents::YamlEvents(const CheckedText& text, FileId file, const ReadLimits& limits,
                       Diagnostics& diagnostics)
    : text_(text),
      cursor_(text.text, text.is_ascii),
      file_(file),
      limits_(limits),
      diagnostics_(diagnostics) {
  if (text.has_backslash) hidden_ = HiddenSurrogates::in_text(text.text);
  const std::string_view input = hidden_ ? hidden_->text() : text.text;
  if (yaml_parser_initialize(&parser_) == 0) {
    is_done_ = true;
    is_incomplete_ = true;
    diagnostics_.add(Code::too_large, {file_, {}, {1, 2}}, "there is not enough memory");
    return;
  }
  yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser_, bytes(input), input.size());
  advance();
}

YamlEvents::~YamlEvents() {
  yaml_event_delete(&event_);
  yaml_parser_delete(&parser_);
}

void YamlEvents::stop() {
  is_done_ = true;
  is_incomplete_ = true;
  current_ = Event{};
  current_.span.file = file_;
}

Span YamlEvents::span_of(const yaml_event_t& event) const {
  return {file_, position(event.start_mark), position(event.end_mark)};
}

bool YamlEvents::parse() {
  yaml_event_delete(&event_);
  if (yaml_parser_parse(&parser_, &event_) != 0) return true;
  add_syntax_error(parser_, text_, file_, diagnostics_);
  stop();
  return false;
}

void YamlEvents::advance() {
  previous_ = current_;
  previous_.text = {};
  while (!is_done_ && parse()) {
    switch (event_.type) {
      case YAML_STREAM_END_EVENT: is_done_ = true; break;
      case YAML_DOCUMENT_START_EVENT:
        if (++documents_ > 1) {
          diagnostics_.add(Code::syntax, span_of(event_),
                           "expected one document, found the start of another");
          stop();
          return;
        }
        continue;
      case YAML_NO_EVENT:
      case YAML_STREAM_START_EVENT:
      case YAML_DOCUMENT_END_EVENT: continue;
      default: take(event_); return;
    }
  }
  current_ = Event{};
  current_.span.file = file_;
}

void YamlEvents::take(const yaml_event_t& event) {
  current_ = Event{};
  current_.span = span_of(event);
  switch (event.type) {
    case YAML_ALIAS_EVENT:
      current_.kind = EventKind::alias;
      is_incomplete_ = true;
      diagnostics_.add(
          Code::syntax, current_.span,
          fmt::format("'*{}' is an alias: roadmap files have none, write the value out",
                      chars(event.data.alias.anchor)));
      break;
    case YAML_SCALAR_EVENT: take_scalar(event); break;
    case YAML_SEQUENCE_START_EVENT:
      current_.kind = EventKind::list_begin;
      current_.is_flow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
      enter();
      break;
    case YAML_MAPPING_START_EVENT:
      current_.kind = EventKind::mapping_begin;
      current_.is_flow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
      enter();
      break;
    case YAML_SEQUENCE_END_EVENT:
      current_.kind = EventKind::list_end;
      --depth_;
      break;
    default:
      current_.kind = EventKind::mapping_end;
      --depth_;
      break;
  }
}

void YamlEvents::take_scalar(const yaml_event_t& event) {
  const auto& scalar = event.data.scalar;
  current_.kind = EventKind::scalar;
  current_.is_plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
  current_.is_block =
      scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE;
  // A scalar may hold NUL, written as \0.
  current_.text = {chars(scalar.value), scalar.length};
  // A value that is not there stands wherever libyaml looked for it, even behind the last line.
  const bool is_elsewhere = current_.span.begin.line != previous_.span.end.line;
  if (current_.is_empty() && is_elsewhere && previous_.kind != EventKind::end) {
    current_.span = {file_, previous_.span.end, previous_.span.end};
  }
  if (hidden_) {
    revealed_ = hidden_->reveal(current_.text, scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE,
                                event.start_mark.index, event.end_mark.index);
    current_.text = revealed_;
  } else if (const auto same = in_source(event)) {
    current_.text = *same;
    current_.is_in_source = true;
  }
}

std::optional<std::string_view> YamlEvents::in_source(const yaml_event_t& event) {
  const auto& scalar = event.data.scalar;
  const auto start = cursor_.offset_of(event.start_mark.index);
  if (!start) return std::nullopt;
  const std::size_t quote = scalar.style == YAML_PLAIN_SCALAR_STYLE ? 0 : 1;
  if (*start + quote > text_.text.size()) return std::nullopt;
  const std::string_view there = text_.text.substr(*start + quote, scalar.length);
  if (there != std::string_view(chars(scalar.value), scalar.length)) return std::nullopt;
  return there;
}

void YamlEvents::enter() {
  if (++depth_ <= limits_.depth) return;
  Span span = current_.span;
  span.end = {span.begin.line, span.begin.column + 1};
  diagnostics_.add(
      Code::too_large, span,
      fmt::format("lists and mappings are nested deeper than {} levels", limits_.depth));
  stop();
}

}  // namespace prereq
