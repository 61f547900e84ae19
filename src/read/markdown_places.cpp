#include "read/markdown_places.hpp"

#include <algorithm>

#include "read/markdown_words.hpp"

namespace prereq {

void MarkdownPlaces::close_headings(int level) {
  while (!places_.empty() && places_.back().level >= level) places_.pop_back();
}

void MarkdownPlaces::open_heading(int level, const std::string& title, Span span) {
  close_headings(level);
  MarkdownPlace place;
  place.level = level;
  place.title = title;
  place.span = span;
  place.is_left_out = is_about_the_page(title);
  place.is_no_section = title == without_section_title;
  if (const auto before = continued_title(title)) {
    place.title = *before;
    place.is_continued = true;
  }
  places_.push_back(std::move(place));
}

void MarkdownPlaces::open_inside(const std::string& title, Span span) {
  MarkdownPlace place;
  place.level = places_.empty() ? 100 : places_.back().level + 100;
  place.title = title;
  place.span = span;
  places_.push_back(std::move(place));
}

void MarkdownPlaces::open_folded(const std::string& title, Span span) {
  open_inside(title, span);
  places_.back().can_be_folded = true;
  places_.back().is_left_out = is_about_the_page(title);
}

void MarkdownPlaces::close_folded() {
  const auto last = std::find_if(places_.rbegin(), places_.rend(),
                                 [](const MarkdownPlace& place) { return place.can_be_folded; });
  if (last != places_.rend()) places_.erase(last.base() - 1, places_.end());
}

void MarkdownPlaces::close_down_to(std::size_t count) {
  if (places_.size() > count) {
    places_.erase(places_.begin() + static_cast<std::ptrdiff_t>(count), places_.end());
  }
}

bool MarkdownPlaces::is_left_out() const {
  return std::ranges::any_of(places_, &MarkdownPlace::is_left_out);
}

SectionIndex MarkdownPlaces::section() {
  SectionIndex around = no_index;
  for (MarkdownPlace& place : places_) {
    place.may_be_described = false;
    if (place.is_no_section) continue;
    if (place.section == no_index) place.section = make_section(place, around);
    around = place.section;
  }
  return around;
}

SectionIndex MarkdownPlaces::make_section(const MarkdownPlace& place, SectionIndex around) {
  const SectionIndex section = find_or_add_section(place, around);
  for (const auto& [kind, names, span] : place.names_for_all) {
    draft_.add_section_names(section, kind, names, span);
  }
  return section;
}

void MarkdownPlaces::add_names(const MarkdownNames& names) {
  MarkdownPlace& place = places_.back();
  if (place.section == no_index) {
    place.names_for_all.push_back(names);
  } else {
    draft_.add_section_names(place.section, names.kind, names.names, names.span);
  }
}

SectionIndex MarkdownPlaces::find_or_add_section(const MarkdownPlace& place, SectionIndex around) {
  const auto key = std::pair(around, place.title);
  if (const auto found = made_.find(key); place.is_continued && found != made_.end()) {
    return found->second;
  }
  const SectionIndex section = draft_.add_section(place.title, around, place.span);
  made_.insert_or_assign(key, section);
  Section& made = draft_.data().sections[section];
  made.description = draft_.keep(place.description);
  made.note = draft_.keep(place.note);
  return section;
}

bool MarkdownPlaces::describe(std::string_view text) {
  if (places_.empty() || !places_.back().may_be_described) return false;
  places_.back().description = text;
  places_.back().may_be_described = false;
  return true;
}

void MarkdownPlaces::add_note(std::string_view text) {
  if (places_.empty()) return;
  MarkdownPlace& place = places_.back();
  if (place.section == no_index) {
    place.note = text;
  } else {
    draft_.data().sections[place.section].note = draft_.keep(text);
  }
}

}  // namespace prereq
