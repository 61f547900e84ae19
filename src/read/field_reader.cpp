#include "read/field_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest_name.hpp"
#include "base/shown.hpp"
#include "base/utf8.hpp"
#include "read/url.hpp"
#include "roadmap/id.hpp"

namespace prereq {
namespace {

std::string found(const Event& event) {
  switch (event.kind) {
    case EventKind::list_begin: return "a list";
    case EventKind::mapping_begin: return "a mapping";
    case EventKind::scalar:
      return event.is_empty() ? "nothing" : fmt::format("'{}'", shown(event.text));
    default: return "nothing";
  }
}

// Something to point at even where there is nothing.
Span visible(Span span) {
  if (span.begin == span.end) ++span.end.column;
  return span;
}

}  // namespace

Diagnostic& FieldReader::report(Code code, Span span, std::string message) {
  if (is_full_) return unreported_;
  if (diagnostics_.items().size() >= limits_.problems) {
    is_full_ = true;
    events_.stop();
    return diagnostics_.add(
        Code::too_large, visible(span),
        fmt::format("there are more than {} problems: the rest is not read", limits_.problems));
  }
  return diagnostics_.add(code, visible(span), std::move(message));
}

void FieldReader::wrong_type(std::string_view expected) {
  const Event value = events_.peek();
  const std::string what = found(value);
  skip();
  if (value.kind == EventKind::alias || value.kind == EventKind::end) return;
  Span span = value.span;
  const EventKind last = events_.previous().kind;
  const bool is_whole = last == EventKind::list_end || last == EventKind::mapping_end;
  if (value.is_flow && is_whole) {
    span.end = events_.previous().span.end;
  } else if (value.kind != EventKind::scalar) {
    span.end = {span.begin.line, span.begin.column + 1};
  }
  lose();
  report(Code::wrong_type, span, fmt::format("expected {}, found {}", expected, what));
}

void FieldReader::skip() {
  std::size_t depth = 0;
  do {
    switch (events_.peek().kind) {
      case EventKind::list_begin:
      case EventKind::mapping_begin: ++depth; break;
      case EventKind::list_end:
      case EventKind::mapping_end: --depth; break;
      case EventKind::end: return;
      default: break;
    }
    events_.advance();
  } while (depth > 0);
}

bool FieldReader::begin_mapping(std::string_view what) {
  if (events_.peek().kind == EventKind::mapping_begin) {
    events_.advance();
    return true;
  }
  if (events_.peek().is_null()) {
    skip();
  } else {
    wrong_type(fmt::format("{} as a mapping", what));
  }
  return false;
}

bool FieldReader::has_usable_key() {
  const Event& key = events_.peek();
  if (key.kind != EventKind::scalar) {
    if (key.kind == EventKind::alias) {
      skip();
    } else {
      wrong_type("a name before the colon");
    }
    skip();
    return false;
  }
  if (!key.is_plain || key.text != "<<") return true;
  report(Code::unknown_field, key.span, "'<<' is not supported: write the fields out");
  skip();
  skip();
  return false;
}

std::optional<std::size_t> FieldReader::next_field(const ObjectType& type) {
  const Event before = events_.previous();
  if (!has_usable_key()) return std::nullopt;
  const auto field = find_field(type, events_.peek().text);
  if (field) {
    events_.advance();
    return field;
  }
  if (events_.peek().text.starts_with("x-")) {
    skip();
    skip();
    return std::nullopt;
  }
  const std::string name(events_.peek().text);
  const Span span = events_.peek().span;
  events_.advance();
  report_unknown_field(type, name, span, before);
  skip();
  return std::nullopt;
}

// `{title: Machine learning, the short way}` has a field 'the short way' without a value, behind a
// text without quotes.
bool FieldReader::is_cut_off_text(const Event& before) const {
  const Event& value = events_.peek();
  const Span& key = events_.previous().span;
  return before.kind == EventKind::scalar && before.is_plain &&
         before.span.begin != before.span.end && events_.previous().is_plain && value.is_empty() &&
         value.span.begin == key.end && before.span.end.line == key.begin.line;
}

void FieldReader::report_cut_off_text(std::string_view name, Span span, const Event& before) {
  report(Code::unknown_field, {span.file, before.span.begin, span.end},
         fmt::format("quote this value: without quotes the comma ends it, and '{}' is a field",
                     shown(name)));
}

void FieldReader::report_unknown_field(const ObjectType& type, const std::string& name, Span span,
                                       const Event& before) {
  lose();
  // Names of topics and sections may stand there.
  const bool holds_names = &type == &root_type || &type == &section_type;
  if (holds_names && events_.peek().kind == EventKind::mapping_begin) data_.incomplete = true;
  if (is_cut_off_text(before)) {
    report_cut_off_text(name, span, before);
    return;
  }
  Diagnostic& added = report(Code::unknown_field, span,
                             fmt::format("unknown field '{}' in {}", shown(name), type.name));
  added.suggestion = nearest_field(type, name);
  if (added.suggestion.empty()) {
    added.notes.push_back(
        {{}, fmt::format("the fields of {} are {}", type.name, quoted_list(type.fields, "and"))});
  }
}

void FieldReader::report_duplicate_field(std::string_view name, Span span, Span first) {
  lose();
  report(Code::duplicate_field, span, fmt::format("field '{}' is given twice", name))
      .notes.push_back({first, fmt::format("'{}' is first given here", name)});
}

void FieldReader::check_length(std::string_view text, std::size_t limit, std::string_view field,
                               Span span) {
  if (text.size() <= limit) return;
  const std::size_t length = count_code_points(text);
  if (length <= limit) return;
  span.end = {span.begin.line, span.begin.column + 1};
  report(Code::too_large, span,
         fmt::format("expected at most {} characters for {}, found {}", limit, field, length));
}

std::string_view FieldReader::read_text(std::string_view field, std::size_t limit) {
  const Event& value = events_.peek();
  if (value.kind != EventKind::scalar) {
    wrong_type(fmt::format("text for {}", field));
    return {};
  }
  std::string_view text;
  if (!value.is_null()) {
    text = kept(value);
    // A block ends with a line break that nobody meant.
    while (value.is_block && text.ends_with('\n')) text.remove_suffix(1);
    check_length(text, limit, field, value.span);
  }
  events_.advance();
  return text;
}

std::string_view FieldReader::read_url(std::string_view field) {
  const Span span = events_.peek().span;
  const std::string_view url = read_text(field, limits_.text);
  const std::string complaint = url_complaint(url);
  if (complaint.empty()) return url;
  report(Code::bad_url, span, complaint);
  return {};
}

std::optional<HoursRange> FieldReader::read_hours() {
  const Event& value = events_.peek();
  if (value.kind != EventKind::scalar) {
    wrong_type("hours");
    return std::nullopt;
  }
  std::optional<HoursRange> hours;
  if (!value.is_null()) {
    hours = parse_hours(value.text);
    if (!hours) {
      report(Code::bad_value, value.span,
             fmt::format("{}, found '{}'", hours_complaint(value.text), shown(value.text)));
    }
  }
  events_.advance();
  return hours;
}

std::optional<std::size_t> FieldReader::read_word(std::span<const std::string_view> words) {
  const Event& value = events_.peek();
  if (value.kind != EventKind::scalar) {
    wrong_type(quoted_list(words));
    return std::nullopt;
  }
  std::optional<std::size_t> index;
  if (!value.is_null()) {
    const auto word = std::ranges::find(words, value.text);
    if (word != words.end()) {
      index = static_cast<std::size_t>(word - words.begin());
    } else {
      const std::string_view nearest = nearest_name(value.text, {words.begin(), words.end()});
      report(Code::bad_value, value.span,
             fmt::format("expected {}, found '{}'", quoted_list(words), shown(value.text)))
          .suggestion = nearest;
    }
  }
  events_.advance();
  return index;
}

void FieldReader::check_id(std::string_view id, Span span) {
  if (is_valid_id(id)) return;
  report(Code::bad_id, span,
         fmt::format("expected an id {}, found '{}'", id_complaint(id), shown(id)))
      .suggestion = id_from_text(id);
}

std::string_view FieldReader::read_id_use(std::string_view expected, std::string_view prefix) {
  const Event& value = events_.peek();
  if (value.kind != EventKind::scalar || value.is_empty()) {
    wrong_type(expected);
    return {};
  }
  const std::string_view id = kept(value);
  const bool has_prefix = !prefix.empty() && id.starts_with(prefix);
  check_id(has_prefix ? id.substr(prefix.size()) : id, value.span);
  events_.advance();
  return id;
}

}  // namespace prereq
