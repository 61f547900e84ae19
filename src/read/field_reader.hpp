// Reads what every object of a roadmap file is made of: fields, lists, texts, ids, hours, words.
//
// Each read_… function takes the value at events().peek() and everything in it, whatever it is;
// what is not as it should be is reported and skipped. A field without a value is as if it were
// absent.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "prereq/diagnostic.hpp"
#include "read/fields.hpp"
#include "read/yaml_events.hpp"
#include "roadmap/roadmap_data.hpp"

namespace prereq {

// A key of a mapping whose keys are names given by the author.
struct Key {
  std::string_view text;  // kept
  Span span;
};

class FieldReader {
 public:
  FieldReader(YamlEvents& events, RoadmapData& data, const ReadLimits& limits,
              Diagnostics& diagnostics)
      : events_(events), data_(data), limits_(limits), diagnostics_(diagnostics) {}

  YamlEvents& events() { return events_; }
  RoadmapData& data() { return data_; }
  const ReadLimits& limits() const { return limits_; }

  // The reference stays valid until the next call. Ends the reading at the limit of problems.
  Diagnostic& report(Code code, Span span, std::string message);
  // Reports the value at hand as `expected X, found …` and skips it.
  void wrong_type(std::string_view expected);
  void skip();

  // Calls on_field(field, span of its name) for each known field, the value at hand.
  template <typename OnField>
  void read_object(const ObjectType& type, OnField on_field);
  // Calls on_entry(key), the value at hand. `what` completes "expected a mapping of …".
  template <typename OnEntry>
  void read_mapping(std::string_view what, OnEntry on_entry);
  // Calls on_entry() with the entry at hand. False when the value is no list; an empty one is.
  // `expected` and then `field` complete "expected …".
  template <typename OnEntry>
  bool read_list(std::string_view expected, OnEntry on_entry, std::string_view field = {});

  std::string_view read_label(std::string_view field) { return read_text(field, limits_.label); }
  std::string_view read_prose(std::string_view field) { return read_text(field, limits_.text); }
  std::string_view read_url(std::string_view field);
  std::optional<HoursRange> read_hours();
  // One of the words; nothing for anything else.
  std::optional<std::size_t> read_word(std::span<const std::string_view> words);
  // An id at the place where one is used. Reported if it cannot be one, and returned all the same.
  // It may follow the prefix, which is returned with it.
  std::string_view read_id_use(std::string_view expected, std::string_view prefix = {});
  void check_id(std::string_view id, Span span);
  // Something that was written is left out because of a mistake.
  void lose() { data_.has_gaps = true; }
  void check_length(std::string_view text, std::size_t limit, std::string_view field, Span span);

 private:
  // The scalar's text, for as long as the data.
  std::string_view kept(const Event& scalar) {
    return scalar.is_in_source ? scalar.text : data_.text.keep(scalar.text);
  }
  std::string_view read_text(std::string_view field, std::size_t limit);
  bool begin_mapping(std::string_view what);
  // The key at hand if it names something; else reports and skips it with its value.
  bool has_usable_key();
  // The field that the key at hand names; steps to the value. Reports and skips any other.
  std::optional<std::size_t> next_field(const ObjectType& type);
  void report_unknown_field(const ObjectType& type, const std::string& name, Span span,
                            const Event& before);
  bool is_cut_off_text(const Event& before) const;
  void report_cut_off_text(std::string_view name, Span span, const Event& before);
  void report_duplicate_field(std::string_view name, Span span, Span first);

  YamlEvents& events_;
  RoadmapData& data_;
  const ReadLimits& limits_;
  Diagnostics& diagnostics_;
  bool is_full_ = false;
  Diagnostic unreported_;
};

template <typename OnField>
void FieldReader::read_object(const ObjectType& type, OnField on_field) {
  if (!begin_mapping(type.name)) return;
  std::array<Span, max_fields> seen{};
  while (events_.peek().kind != EventKind::mapping_end && events_.peek().kind != EventKind::end) {
    const Span span = events_.peek().span;
    const auto field = next_field(type);
    if (!field) continue;
    if (seen[*field].file != no_file) {
      report_duplicate_field(type.fields[*field], span, seen[*field]);
    } else {
      seen[*field] = span;
    }
    on_field(*field, span);
  }
  events_.advance();
}

template <typename OnEntry>
void FieldReader::read_mapping(std::string_view what, OnEntry on_entry) {
  const bool is_nothing = events_.peek().is_null();
  if (!begin_mapping(what)) {
    // None of the names in it is known.
    if (!is_nothing) data_.incomplete = true;
    return;
  }
  while (events_.peek().kind != EventKind::mapping_end && events_.peek().kind != EventKind::end) {
    const Event before = events_.previous();
    if (!has_usable_key()) continue;
    const Key key{kept(events_.peek()), events_.peek().span};
    events_.advance();
    if (is_cut_off_text(before)) {
      report_cut_off_text(key.text, key.span, before);
      skip();
    } else {
      on_entry(key);
    }
  }
  events_.advance();
}

template <typename OnEntry>
bool FieldReader::read_list(std::string_view expected, OnEntry on_entry, std::string_view field) {
  if (events_.peek().kind != EventKind::list_begin) {
    const bool is_absent = events_.peek().is_null() || events_.peek().kind == EventKind::alias;
    if (is_absent) {
      skip();
    } else {
      wrong_type(std::string(expected).append(field));
    }
    return is_absent;
  }
  events_.advance();
  while (events_.peek().kind != EventKind::list_end && events_.peek().kind != EventKind::end) {
    on_entry();
  }
  events_.advance();
  return true;
}

}  // namespace prereq
