// Where in a page one is: under which headings, and in which items of lists that hold others.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/draft_builder.hpp"

namespace prereq {

// A list of names, as written.
struct MarkdownNames {
  EdgeListKind kind = EdgeListKind::requirement;
  std::string names;
  Span span;
};

// A heading that is open, or the item of a list that holds others.
struct MarkdownPlace {
  int level = 0;
  std::string title;
  std::string description;
  std::string note;
  SectionIndex section = no_index;  // made on first use
  Span span;
  bool is_left_out = false;
  bool is_continued = false;
  bool is_no_section = false;    // what stands in it is in none
  bool may_be_described = true;  // nothing has come yet but its title
  // What everything in it needs, or is helped by, until there is a section that says so.
  std::vector<MarkdownNames> names_for_all;
  bool can_be_folded = false;  // of `<details>`
};

class MarkdownPlaces {
 public:
  explicit MarkdownPlaces(DraftBuilder& draft) : draft_(draft) {}

  // Closes headings of this level and deeper ones.
  void open_heading(int level, const std::string& title, Span span);
  void close_headings(int level);
  // Inside whatever is open, whatever the levels of headings.
  void open_inside(const std::string& title, Span span);
  // Inside `<details>`; to be closed by close_folded(), which otherwise does nothing.
  void open_folded(const std::string& title, Span span);
  void close_folded();
  // Closes what was opened since there were so many.
  void close_down_to(std::size_t count);

  bool empty() const { return places_.empty(); }
  std::size_t size() const { return places_.size(); }
  MarkdownPlace& back() { return places_.back(); }
  const MarkdownPlace& back() const { return places_.back(); }
  bool is_left_out() const;

  // The section that what comes next stands in, made with those around it if need be.
  SectionIndex section();

  // What everything in the place that is open needs, or is helped by. Requires: one is.
  void add_names(const MarkdownNames& names);

  // Of the heading that is open; false if it has a description, or something in it.
  bool describe(std::string_view text);
  void add_note(std::string_view text);

 private:
  SectionIndex make_section(const MarkdownPlace& place, SectionIndex around);
  SectionIndex find_or_add_section(const MarkdownPlace& place, SectionIndex around);

  DraftBuilder& draft_;
  std::vector<MarkdownPlace> places_;
  std::map<std::pair<SectionIndex, std::string>, SectionIndex> made_;  // by what is around, title
};

}  // namespace prereq
