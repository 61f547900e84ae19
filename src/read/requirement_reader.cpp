#include "read/requirement_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <limits>

#include "base/shown.hpp"
#include "read/make_room.hpp"
#include "roadmap/id.hpp"

namespace prereq {
namespace {

// The parts of an entry that is a mapping, as far as they were understood.
struct EntryDraft {
  Requirement entry;
  // The field that says what kind of entry it is, and another one that says so too.
  std::optional<EntryField> head;
  std::optional<Span> second_head;
  std::optional<Span> at_least;
  std::optional<Span> of;
  bool is_broken = false;  // reported; not worth another message

  void set_head(EntryField field, RequirementKind kind, Span span) {
    if (head && *head != field) {
      if (!second_head) second_head = span;
      return;
    }
    head = field;
    entry.kind = kind;
    entry.span = span;
  }
};

}  // namespace

IndexRange RequirementReader::read_entries(std::string_view field, bool allows_groups) {
  const std::size_t first_open = open_.size();
  fields_.read_list(
      "a list of topics for ", [&] { read_entry(field, allows_groups); }, field);
  auto& all = fields_.data().requirements;
  const auto begin = open_.begin() + static_cast<std::ptrdiff_t>(first_open);
  const auto first = static_cast<RequirementIndex>(all.size());
  make_room(all, open_.size() - first_open, fields_.events().share_read());
  all.insert(all.end(), begin, open_.end());
  open_.erase(begin, open_.end());
  return {first, static_cast<RequirementIndex>(all.size())};
}

void RequirementReader::read_entry(std::string_view field, bool allows_groups) {
  const Event& value = fields_.events().peek();
  if (value.kind == EventKind::mapping_begin) {
    read_entry_mapping(field, allows_groups);
    return;
  }
  Requirement entry;
  entry.span = value.span;
  entry.name = fields_.read_id_use("a topic", section_prefix);
  if (!entry.name.empty()) open_.push_back(entry);
}

void RequirementReader::read_entry_mapping(std::string_view field, bool allows_groups) {
  EntryDraft draft;
  const Span begin = fields_.events().peek().span;
  const auto read_group = [&](EntryField head, RequirementKind kind, Span span) {
    draft.set_head(head, kind, span);
    if (fields_.events().peek().kind == EventKind::scalar && !fields_.events().peek().is_null()) {
      draft.is_broken = true;
    }
    const IndexRange entries = read_entries("this group", allows_groups);
    if (!draft.second_head) draft.entry.entries = entries;
  };
  fields_.read_object(entry_type, [&](std::size_t number, Span span) {
    const auto name = static_cast<EntryField>(number);
    switch (name) {
      case EntryField::topic: {
        draft.set_head(name, RequirementKind::topic, fields_.events().peek().span);
        const std::string_view id = fields_.read_id_use("a topic", section_prefix);
        if (id.empty()) draft.is_broken = true;
        draft.entry.name = id;
        break;
      }
      case EntryField::any: read_group(name, RequirementKind::any, span); break;
      case EntryField::all: read_group(name, RequirementKind::all, span); break;
      case EntryField::of:
        draft.of = span;
        read_group(EntryField::at_least, RequirementKind::at_least,
                   draft.at_least ? *draft.at_least : span);
        break;
      case EntryField::at_least: {
        draft.at_least = span;
        draft.set_head(name, RequirementKind::at_least, span);
        const auto count = read_count();
        if (!count) draft.is_broken = true;
        draft.entry.least = count.value_or(0);
        break;
      }
      case EntryField::because: draft.entry.because = fields_.read_prose("'because'"); break;
    }
  });

  Requirement& entry = draft.entry;
  if (entry.kind == RequirementKind::any) entry.least = 1;
  if (entry.kind == RequirementKind::all) entry.least = entry.entries.size();
  const Span first_character{begin.file, begin.begin, {begin.begin.line, begin.begin.column + 1}};
  if (draft.is_broken) {
    fields_.lose();
    return;
  }
  if (!draft.head) {
    fields_.report(Code::bad_value, first_character,
                   "expected 'topic', 'any', 'all' or 'at-least' in a requirement, found none");
  } else if (draft.second_head) {
    fields_.report(Code::bad_value, *draft.second_head,
                   "expected one of 'topic', 'any', 'all' and 'at-least' in a requirement, found "
                   "two: make them two entries");
  } else if (draft.at_least.has_value() != draft.of.has_value()) {
    fields_.report(Code::bad_value, entry.span,
                   draft.of ? "expected 'at-least' with 'of', found 'of' alone"
                            : "expected 'of' with 'at-least', found 'at-least' alone");
  } else if (!allows_groups && entry.kind != RequirementKind::topic) {
    fields_.report(
        Code::bad_value, entry.span,
        fmt::format("expected a topic in {}, found a group: only 'requires' has those", field));
  } else {
    open_.push_back(entry);
    return;
  }
  fields_.lose();
}

std::optional<std::uint32_t> RequirementReader::read_count() {
  const Event& value = fields_.events().peek();
  if (value.kind != EventKind::scalar || value.is_empty()) {
    fields_.wrong_type("a number for 'at-least'");
    return std::nullopt;
  }
  std::uint32_t count = 0;
  const char* const end = value.text.data() + value.text.size();
  const auto [stop, error] = std::from_chars(value.text.data(), end, count);
  if (error == std::errc::result_out_of_range && stop == end) {
    fields_.report(Code::bad_value, value.span,
                   fmt::format("expected at most {} for 'at-least', found '{}'",
                               std::numeric_limits<std::uint32_t>::max(), shown(value.text)));
    fields_.events().advance();
    return std::nullopt;
  }
  if (error != std::errc() || stop != end) {
    fields_.wrong_type("a number for 'at-least'");
    return std::nullopt;
  }
  if (count == 0) {
    fields_.report(Code::bad_value, value.span, "expected at least 1 for 'at-least', found 0");
    fields_.events().advance();
    return std::nullopt;
  }
  fields_.events().advance();
  return count;
}

}  // namespace prereq
