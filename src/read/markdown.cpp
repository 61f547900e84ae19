#include "read/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii_words.hpp"
#include "base/utf8.hpp"
#include "read/draft_builder.hpp"
#include "read/item_text.hpp"
#include "read/markdown_document.hpp"
#include "read/markdown_table.hpp"

namespace prereq {
namespace {

constexpr std::size_t longest_description = 400;  // in characters

// Headings over what is about the page and not to be learned.
bool is_about_the_page(std::string_view heading) {
  static constexpr std::array<std::string_view, 21> names = {
      "table of contents", "contents",        "toc",         "license",      "licence",
      "contributing",      "contributors",    "contribute",  "contribution", "changelog",
      "acknowledgements",  "acknowledgments", "credits",     "sponsors",     "support",
      "star history",      "authors",         "back to top", "disclaimer",   "code of conduct",
      "how to contribute"};
  const std::string title = comparable_title(heading);
  return std::ranges::any_of(names, [&](auto name) { return title == name; }) ||
         title.starts_with("support this") || title.starts_with("what’s in this") ||
         title.starts_with("whats in this");
}

// The type of the resources that a heading announces; nothing for a heading over topics.
std::optional<ResourceType> announced_type(std::string_view heading) {
  static constexpr std::array<std::pair<std::string_view, ResourceType>, 12> words = {{
      {"newsletter", ResourceType::newsletter},
      {"channel", ResourceType::channel},
      {"blog", ResourceType::article},
      {"podcast", ResourceType::channel},
      {"communit", ResourceType::community},
      {"forum", ResourceType::community},
      {"books", ResourceType::book},
      {"papers", ResourceType::article},
      {"resources", ResourceType::unstated},
      {"further reading", ResourceType::unstated},
      {"links", ResourceType::unstated},
      {"people to follow", ResourceType::unstated},
  }};
  const std::string lowered = in_lower_case(heading);
  std::optional<ResourceType> type;
  for (const auto& [word, meant] : words) {
    if (lowered.find(word) == std::string::npos) continue;
    // Several kinds in one list: each item is of one, nobody says which.
    if (type && *type != meant) return ResourceType::unstated;
    type = meant;
  }
  return type;
}

std::string shortened(std::string_view text) {
  if (count_code_points(text) <= 60) return std::string(text);
  std::string start;
  for (int i = 0; i < 59; ++i) append_utf8(start, take_code_point(text));
  return start + "…";
}

class MarkdownReader {
 public:
  MarkdownReader(bool chain_sections, ReadNotes& notes)
      : chain_sections_(chain_sections), notes_(notes), draft_(notes) {}

  RoadmapData read(const std::vector<MarkdownBlock>& blocks) {
    for (const MarkdownBlock& block : blocks) read_block(block);
    if (chain_sections_ && !draft_.states_requirements()) chain();
    for (const TopicIndex topic : known_) {
      notes_.known.emplace_back(draft_.data().topics[topic].id);
    }
    return draft_.finish();
  }

 private:
  // A heading that is open, or the item of a list that holds others.
  struct Place {
    int level = 0;
    std::string title;
    SectionIndex section = no_index;  // made on first use
    Span span;
    bool is_left_out = false;
    std::vector<std::string> requires_all;  // what everything directly in it needs, as written
    bool can_be_folded = false;             // of `<details>`
  };

  void read_block(const MarkdownBlock& block) {
    switch (block.kind) {
      case MarkdownKind::heading: read_heading(block); break;
      case MarkdownKind::paragraph: read_paragraph(block); break;
      case MarkdownKind::comment: read_comment(block); break;
      case MarkdownKind::list: read_list(block); break;
      case MarkdownKind::table: read_table(block); break;
      case MarkdownKind::details: open_details(block); break;
      case MarkdownKind::details_end: close_details(); break;
      case MarkdownKind::item:
      case MarkdownKind::row: break;
    }
    if (block.kind != MarkdownKind::paragraph) one_of_what_follows_ = false;
    // What introduces something else, and a row of badges, leave the place to the next paragraph.
    const std::string& text = block.text.text;
    const bool is_heading = block.kind == MarkdownKind::heading;
    if (!is_heading && !text.empty() && !text.ends_with(':')) may_describe_ = false;
  }

  bool is_left_out() const { return std::ranges::any_of(places_, &Place::is_left_out); }

  // The section that what comes next stands in, made with those around it if need be.
  SectionIndex section() {
    SectionIndex around = no_index;
    for (Place& place : places_) {
      if (place.section == no_index) {
        place.section = draft_.add_section(place.title, around, place.span);
      }
      around = place.section;
    }
    return around;
  }

  void read_heading(const MarkdownBlock& block) {
    const std::string& title = block.text.text;
    const bool is_first = !seen_heading_;
    seen_heading_ = true;
    while (!places_.empty() && places_.back().level >= block.level) places_.pop_back();
    if (is_first && block.level == 1 && draft_.data().topics.empty()) {
      draft_.data().title = draft_.keep(title);
      return;
    }
    if (title.empty()) return;
    Place place;
    place.level = block.level;
    place.title = title;
    place.span = block.span;
    place.is_left_out = is_about_the_page(title);
    places_.push_back(std::move(place));
  }

  // Inside whatever is open, whatever the levels of headings.
  void open_place(const std::string& title, Span span) {
    Place place;
    place.level = places_.empty() ? 100 : places_.back().level + 100;
    place.title = title;
    place.span = span;
    places_.push_back(std::move(place));
  }

  void open_details(const MarkdownBlock& block) {
    if (comparable_title(block.text.text).empty()) return;
    open_place(block.text.text, block.span);
    places_.back().can_be_folded = true;
    places_.back().is_left_out = is_about_the_page(block.text.text);
  }

  void close_details() {
    const auto last = std::find_if(places_.rbegin(), places_.rend(),
                                   [](const Place& place) { return place.can_be_folded; });
    if (last != places_.rend()) places_.erase(last.base() - 1, places_.end());
  }

  void read_paragraph(const MarkdownBlock& block) {
    if (const auto names = stated_prerequisites(block.text.text)) {
      add_requirements_of_place(*names);
    } else if (asks_for_one_of(block.text.text)) {
      one_of_what_follows_ = true;
    } else if (may_describe_ && places_.empty() &&
               count_code_points(block.text.text) <= longest_description &&
               block.text.links.empty() && !block.text.text.ends_with(':')) {
      draft_.data().description = draft_.keep(block.text.text);
    } else if (!block.text.links.empty() && !is_left_out() && !places_.empty()) {
      const ItemText item = read_item_text(block.text);
      if (!item.is_navigation) {
        draft_.leave_out(block.span, fmt::format("a paragraph with {} in it: “{}”",
                                                 item.resources.size() == 1 ? "a link" : "links",
                                                 shortened(block.text.text)));
      }
    }
  }

  void read_comment(const MarkdownBlock& block) {
    if (const auto names = stated_prerequisites(block.text.text)) add_requirements_of_place(*names);
  }

  void add_requirements_of_place(std::string_view names) {
    if (!places_.empty()) places_.back().requires_all.emplace_back(names);
  }

  void read_list(const MarkdownBlock& list) {
    if (is_left_out()) return;
    const bool one_of = one_of_what_follows_;
    std::vector<TopicIndex> made;
    for (const MarkdownBlock& item : list.inside) read_item(item, made);
    if (one_of && made.size() > 1 && !places_.empty()) {
      add_choice(places_.back().title, made, list.span);
    }
  }

  // A topic of no hours that any of these serves.
  void add_choice(std::string_view title, const std::vector<TopicIndex>& choices, Span span) {
    const TopicIndex topic = draft_.add_topic(title, section(), span);
    draft_.set_hours(topic, {});
    draft_.require_any(topic, choices, span);
  }

  void read_item(const MarkdownBlock& block, std::vector<TopicIndex>& made) {
    const ItemText item = read_item_text(block.text);
    const bool has_list = holds_list(block);
    if (item.is_navigation || comparable_title(item.title).empty()) {
      for (const MarkdownBlock& inside : block.inside) {
        if (inside.kind == MarkdownKind::list) read_list(inside);
      }
      return;
    }
    if (has_list && !lists_only_resources(block)) {
      read_group(block, item, made);
    } else if (item.is_prose || is_more_of_the_same(item.title)) {
      draft_.leave_out(block.span,
                       fmt::format("an item that is no title: “{}”", shortened(item.title)));
    } else if (is_resource(item) && !has_list) {
      for (const ResourceLine& line : item.resources) {
        ResourceLine typed = line;
        if (typed.type == ResourceType::unstated)
          typed.type = *announced_type(places_.back().title);
        draft_.add_section_resource(section(), typed, block.span);
      }
    } else {
      made.push_back(read_topic(block, item));
    }
  }

  static bool holds_list(const MarkdownBlock& item) {
    return std::ranges::any_of(
        item.inside, [](const MarkdownBlock& block) { return block.kind == MarkdownKind::list; });
  }

  bool is_resource(const ItemText& item) const {
    return item.is_only_links && !places_.empty() && announced_type(places_.back().title);
  }

  static bool is_more_of_the_same(std::string_view title) {
    const std::string words = comparable_title(title);
    return words == "many more" || words == "more" || words == "etc" || words == "others";
  }

  // Whether everything listed below the item says where to learn it: links alone, or for whom they
  // are.
  static bool lists_only_resources(const MarkdownBlock& block) {
    for (const MarkdownBlock& list : block.inside) {
      if (list.kind != MarkdownKind::list) continue;
      for (const MarkdownBlock& inside : list.inside) {
        const ItemText item = read_item_text(inside.text);
        const bool is_for_some = in_lower_case(item.title).starts_with("if ") ||
                                 in_lower_case(item.title).starts_with("for ");
        if (item.resources.empty() || holds_list(inside) || inside.checked ||
            !(item.is_only_links || is_for_some) || asks_for_one_of(block.text.text)) {
          return false;
        }
      }
    }
    return true;
  }

  // An item with a list of topics is a section; or a choice between them.
  void read_group(const MarkdownBlock& block, const ItemText& item, std::vector<TopicIndex>& made) {
    std::vector<TopicIndex> inside;
    if (item.offers_choice) {
      for (const MarkdownBlock& list : block.inside) {
        if (list.kind != MarkdownKind::list) continue;
        for (const MarkdownBlock& each : list.inside) read_item(each, inside);
      }
      if (inside.size() > 1) add_choice(choice_title(item.title), inside, block.span);
      made.insert(made.end(), inside.begin(), inside.end());
      return;
    }
    const std::size_t topics_before = draft_.data().topics.size();
    const std::size_t around = places_.size();
    open_place(item.title, block.span);
    if (!item.prerequisites.empty()) places_.back().requires_all.push_back(item.prerequisites);
    for (const MarkdownBlock& each : block.inside) read_block(each);
    places_.resize(std::min(places_.size(), around + 1));
    for (const ResourceLine& line : item.resources) {
      if (draft_.data().topics.size() > topics_before) {
        draft_.add_section_resource(section(), line, block.span);
      }
    }
    places_.pop_back();
    if (draft_.data().topics.size() == topics_before) made.push_back(read_topic(block, item));
    for (auto t = topics_before; t < draft_.data().topics.size(); ++t) {
      if (made.empty() || made.back() != t) made.push_back(static_cast<TopicIndex>(t));
    }
  }

  // "Choose one of the following frameworks:" names no topic by itself.
  std::string choice_title(std::string_view title) const {
    if (!asks_for_one_of(title)) return std::string(title);
    return places_.empty() ? "One of several" : places_.back().title;
  }

  TopicIndex read_topic(const MarkdownBlock& block, const ItemText& item) {
    const SectionIndex in = section();
    const TopicIndex topic = draft_.add_topic(item.title, in, block.span);
    if (block.checked == true) known_.push_back(topic);
    Topic& added = draft_.data().topics[topic];
    added.choose = item.choose;
    added.note = draft_.keep(item.note);
    for (const ResourceLine& line : item.resources) {
      draft_.add_topic_resource(topic, line, block.span);
    }
    add_requirements(topic, item.prerequisites, block.span);
    for (const MarkdownBlock& inside : block.inside) read_inside_topic(inside, topic);
    add_requirements_around(topic, block.span);
    return topic;
  }

  void add_requirements(TopicIndex topic, std::string_view names, Span span) {
    if (!trimmed(names).empty()) draft_.add_named_requirements(topic, std::string(names), span);
  }

  // What the heading asks for that it stands under.
  void add_requirements_around(TopicIndex topic, Span span) {
    if (places_.empty()) return;
    for (const std::string& names : places_.back().requires_all) {
      add_requirements(topic, names, span);
    }
  }

  void read_inside_topic(const MarkdownBlock& block, TopicIndex topic) {
    if (block.kind == MarkdownKind::paragraph || block.kind == MarkdownKind::comment) {
      if (const auto names = stated_prerequisites(block.text.text)) {
        add_requirements(topic, *names, block.span);
      }
    }
    if (block.kind != MarkdownKind::list) return;
    for (const MarkdownBlock& each : block.inside) {
      const ItemText item = read_item_text(each.text);
      for (ResourceLine line : item.resources) {
        if (!item.is_only_links && line.note.empty()) line.note = item.title;
        draft_.add_topic_resource(topic, line, each.span);
      }
    }
  }

  void read_table(const MarkdownBlock& table) {
    if (is_left_out()) return;
    for (const TableTopic& row : read_table_topics(table)) {
      if (comparable_title(row.title).empty() || row.is_prose) {
        if (!row.title.empty()) {
          draft_.leave_out(row.span,
                           fmt::format("a row that is no topic: “{}”", shortened(row.title)));
        }
        continue;
      }
      const TopicIndex topic = draft_.add_topic(row.title, section(), row.span);
      for (const ResourceLine& line : row.resources) {
        draft_.add_topic_resource(topic, line, row.span);
      }
      if (row.hours) draft_.set_hours(topic, *row.hours);
      add_requirements(topic, row.prerequisites, row.span);
      add_requirements_around(topic, row.span);
    }
  }

  // The first topic of each section helps from having the last one of the section before.
  void chain() {
    const auto& topics = draft_.data().topics;
    for (TopicIndex t = 1; t < topics.size(); ++t) {
      if (topics[t].section == topics[t - 1].section) continue;
      draft_.recommend(t, t - 1, topics[t].span);
      notes_.sections_are_chained = true;
    }
  }

  bool chain_sections_;
  ReadNotes& notes_;
  DraftBuilder draft_;
  std::vector<Place> places_;
  std::vector<TopicIndex> known_;
  bool seen_heading_ = false;
  bool one_of_what_follows_ = false;
  bool may_describe_ = true;  // a paragraph, of the whole page
};

}  // namespace

RoadmapData read_markdown(std::string_view text, FileId file, bool chain_sections, ReadNotes& notes,
                          Diagnostics& diagnostics) {
  const std::vector<MarkdownBlock> blocks = parse_markdown(text, file, diagnostics);
  return MarkdownReader(chain_sections, notes).read(blocks);
}

}  // namespace prereq
