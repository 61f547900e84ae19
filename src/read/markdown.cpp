#include "read/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/ascii_words.hpp"
#include "base/shown.hpp"
#include "base/utf8.hpp"
#include "read/draft_builder.hpp"
#include "read/front_matter.hpp"
#include "read/item_text.hpp"
#include "read/markdown_document.hpp"
#include "read/markdown_items.hpp"
#include "read/markdown_places.hpp"
#include "read/markdown_table.hpp"
#include "read/markdown_words.hpp"

namespace prereq {
namespace {

// What is nested deeper stands in the innermost of these: a roadmap file, in which a section takes
// two levels, must be able to hold it.
constexpr std::size_t most_sections_deep = 24;

// Between the topics of sections that are chained: a page of a hundred thousand topics has sections
// that need no chain to be too much for a picture.
constexpr std::uint64_t most_chained_edges = 200'000;

// "Basics {#basics}" of Pandoc and site generators.
std::string_view without_attributes(std::string_view title) {
  const std::size_t open = title.rfind('{');
  if (!title.ends_with('}') || open == std::string_view::npos || open + 1 >= title.size()) {
    return title;
  }
  const char first = title[open + 1];
  return first == '#' || first == '.' || first == ':' ? trimmed(title.substr(0, open)) : title;
}

class MarkdownReader {
 public:
  MarkdownReader(bool chain_sections, ReadNotes& notes)
      : chain_sections_(chain_sections), notes_(notes), draft_(notes), places_(draft_) {}

  RoadmapData read(const std::vector<MarkdownBlock>& blocks, const FrontMatter& front) {
    for (const MarkdownBlock& block : blocks) read_block(block);
    RoadmapData& data = draft_.data();
    if (data.title.empty()) data.title = draft_.keep(front.title);
    if (data.description.empty()) data.description = draft_.keep(front.description);
    if (chain_sections_ && !draft_.states_requirements()) chain();
    for (const TopicIndex topic : known_) {
      notes_.known.emplace_back(draft_.data().topics[topic].id);
    }
    return draft_.finish();
  }

 private:
  // What the line above a list says of it.
  struct Lead {
    bool one_of = false;
    bool resources = false;
  };

  void read_block(const MarkdownBlock& block) {
    switch (block.kind) {
      case MarkdownKind::heading: read_heading(block); break;
      case MarkdownKind::paragraph: read_paragraph(block); break;
      case MarkdownKind::comment: read_comment(block); break;
      case MarkdownKind::list: read_list(block); break;
      case MarkdownKind::table: read_table(block); break;
      case MarkdownKind::details: open_details(block); break;
      case MarkdownKind::details_end: places_.close_folded(); break;
      case MarkdownKind::item:
      case MarkdownKind::row: break;
    }
    if (block.kind != MarkdownKind::paragraph) lead_ = {};
    // What introduces something else, and a row of badges, leave the place to the next paragraph.
    const std::string& text = block.text.text;
    const bool is_shown =
        block.kind != MarkdownKind::heading && block.kind != MarkdownKind::comment;
    if (is_shown && !text.empty() && !text.ends_with(':')) may_describe_ = false;
  }

  void read_heading(const MarkdownBlock& block) {
    const std::string_view title = without_attributes(block.text.text);
    const bool is_first = !seen_heading_;
    seen_heading_ = true;
    places_.close_headings(block.level);
    if (is_first && block.level == 1 && draft_.data().topics.empty()) {
      draft_.data().title = draft_.keep(title);
    } else if (!title.empty()) {
      places_.open_heading(block.level, std::string(title), block.span);
    }
  }

  void open_details(const MarkdownBlock& block) {
    if (!comparable_title(block.text.text).empty()) {
      places_.open_folded(block.text.text, block.span);
    }
  }

  void read_paragraph(const MarkdownBlock& block) {
    lead_ = {};
    const std::string& text = block.text.text;
    const bool is_alert = text.starts_with("[!");  // "[!NOTE]" in a quotation, on GitHub
    const bool is_short = count_code_points(text) <= longest_description && !is_alert &&
                          block.text.links.empty() && !text.ends_with(':') && !text.empty();
    const std::vector<ItemDetail> details = details_of_lines(block.text);
    for (const ItemDetail& detail : details) apply_to_place(detail, block.span);
    if (!details.empty()) return;
    if (asks_for_one_of(text)) {
      lead_.one_of = true;
    } else if (text.ends_with(':') && is_over_resources(text)) {
      lead_.resources = true;
    } else if (may_describe_ && places_.empty() && is_short) {
      draft_.data().description = draft_.keep(text);
    } else if (is_short && places_.describe(text)) {
      return;
    } else if (!block.text.links.empty() && !places_.is_left_out() && !places_.empty()) {
      leave_out_links(block, draft_);
    }
  }

  void read_comment(const MarkdownBlock& block) {
    const auto detail = find_detail(block.text.text);
    if (detail && detail->kind <= DetailKind::duration) apply_to_place(*detail, block.span);
  }

  // What a line says of the heading or item that it stands under.
  void apply_to_place(const ItemDetail& detail, Span span) {
    if (places_.is_left_out()) return;
    if (detail.kind == DetailKind::note && places_.empty()) {
      draft_.data().note = draft_.keep(detail.text);
    } else if (detail.kind == DetailKind::note) {
      places_.add_note(detail.text);
    } else if (detail.kind == DetailKind::requirement && !places_.empty()) {
      places_.add_names({EdgeListKind::requirement, detail.text, span});
    } else if (detail.kind == DetailKind::recommendation && !places_.empty()) {
      places_.add_names({EdgeListKind::recommendation, detail.text, span});
    } else {
      draft_.leave_out(span, fmt::format("“{}”, which belongs to no topic", shown(detail.text)));
    }
  }

  void read_list(const MarkdownBlock& list) {
    if (places_.is_left_out()) return;
    const bool one_of = lead_.one_of;
    std::vector<TopicIndex> made;
    for (const MarkdownBlock& item : list.inside) read_item(item, made);
    if (one_of && made.size() > 1 && !places_.empty()) {
      add_choice(places_.back().title, made, list.span);
    }
  }

  // A topic of no hours that any of these serves.
  void add_choice(std::string_view title, const std::vector<TopicIndex>& choices, Span span) {
    const TopicIndex topic = draft_.add_topic(title, places_.section(), span);
    draft_.set_hours(topic, {});
    draft_.require_any(topic, choices, span);
  }

  void read_item(const MarkdownBlock& block, std::vector<TopicIndex>& made) {
    if (const auto detail = detail_of_item(block)) {
      apply_to_place(*detail, block.span);
      return;
    }
    const ItemText item = read_item_text(block.text);
    const bool has_list = holds_list(block);
    const bool is_nameless = comparable_title(item.title).empty() && !item.has_facts;
    if (item.is_navigation || is_nameless) {
      for (const MarkdownBlock& inside : block.inside) {
        if (inside.kind == MarkdownKind::list) read_list(inside);
      }
      return;
    }
    if (has_list && !lists_only_resources(block) && places_.size() >= most_sections_deep) {
      read_flat_group(block, item, made);
    } else if (has_list && !lists_only_resources(block)) {
      read_group(block, item, made);
    } else if (item.is_prose || is_more_of_the_same(item.title)) {
      draft_.leave_out(block.span,
                       fmt::format("an item that is no title: “{}”", shown(item.title)));
    } else if (item.is_only_links && !has_list && holds_resources()) {
      add_resources_of_place(item, block.span);
    } else if (!places_.empty() && is_over_goals(places_.back().title) &&
               states_requirement(block, item)) {
      fill_goal(draft_.add_goal(item.title, block.span), block, item, draft_);
    } else {
      made.push_back(read_topic(block, item));
    }
  }

  // Whether items that are only links are the resources of the place rather than topics.
  bool holds_resources() const {
    return lead_.resources || (!places_.empty() && announced_type(places_.back().title));
  }

  void add_resources_of_place(const ItemText& item, Span span) {
    const bool is_titled = !places_.empty() && announced_type(places_.back().title);
    // "Resources" at the end of a page are those of all of it.
    const bool is_of_page = is_titled && places_.size() == 1 && places_.back().level > 1 &&
                            comparable_title(places_.back().title) == "resources";
    for (const ResourceLine& line : item.resources) {
      ResourceLine typed = line;
      if (typed.type == ResourceType::unstated && is_titled) {
        typed.type = *announced_type(places_.back().title);
      }
      draft_.add_section_resource(is_of_page ? no_index : places_.section(), typed, span);
    }
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
    places_.open_inside(item.title, block.span);
    if (item.resources.empty()) places_.describe(item.note);
    for (const ItemDetail& detail : item.details) apply_to_place(detail, block.span);
    for (const MarkdownBlock& each : block.inside) read_block(each);
    places_.close_down_to(around + 1);
    const bool has_topics = draft_.data().topics.size() > topics_before;
    if (has_topics && places_.size() > around) add_to_group(item, block.span);
    places_.close_down_to(around);
    if (!has_topics) made.push_back(read_topic(block, item));
    for (auto t = topics_before; t < draft_.data().topics.size(); ++t) {
      if (made.empty() || made.back() != t) made.push_back(static_cast<TopicIndex>(t));
    }
  }

  // The list with no more than what it says of the item that it stands in; `others` gets the rest.
  static MarkdownBlock details_in(const MarkdownBlock& list,
                                  std::vector<const MarkdownBlock*>& others) {
    MarkdownBlock details = {list.kind, list.level, {}, {}, {}, {}, list.span};
    for (const MarkdownBlock& each : list.inside) {
      if (detail_of_item(each)) {
        details.inside.push_back(each);
      } else {
        others.push_back(&each);
      }
    }
    return details;
  }

  // The item is a topic, and so is all that is listed in it.
  void read_flat_group(const MarkdownBlock& block, const ItemText& item,
                       std::vector<TopicIndex>& made) {
    if (!is_flat_) {
      draft_.leave_out(block.span,
                       fmt::format("the levels of lists from '{}' on: sections are nested {} deep",
                                   shown(item.title), most_sections_deep));
    }
    const bool was_flat = std::exchange(is_flat_, true);
    MarkdownBlock itself = {block.kind, block.level, block.text, {}, block.checked, {}, block.span};
    std::vector<const MarkdownBlock*> listed;
    for (const MarkdownBlock& each : block.inside) {
      itself.inside.push_back(each.kind == MarkdownKind::list ? details_in(each, listed) : each);
    }
    made.push_back(read_topic(itself, item));
    for (const MarkdownBlock* each : listed) read_item(*each, made);
    is_flat_ = was_flat;
  }

  void add_to_group(const ItemText& item, Span span) {
    for (const ResourceLine& line : item.resources) {
      draft_.add_section_resource(places_.section(), line, span);
    }
    if (item.hours) {
      draft_.leave_out(
          span, fmt::format("the hours of '{}', which is a section here", shown(item.title)));
    }
  }

  // "Choose one of the following frameworks:" names no topic by itself.
  std::string choice_title(std::string_view title) const {
    if (!asks_for_one_of(title)) return std::string(title);
    return places_.empty() ? "One of several" : places_.back().title;
  }

  TopicIndex read_topic(const MarkdownBlock& block, const ItemText& item) {
    const TopicIndex topic = draft_.add_topic(item.title, places_.section(), block.span);
    if (block.checked == true) known_.push_back(topic);
    fill_topic(topic, block, item, draft_);
    add_requirements_around(topic);
    return topic;
  }

  // What the heading asks for that it stands under, where that makes no section.
  void add_requirements_around(TopicIndex topic) {
    if (places_.empty() || !places_.back().is_no_section) return;
    for (const auto& [kind, names, span] : places_.back().names_for_all) {
      if (kind == EdgeListKind::requirement) draft_.add_names_around(topic, names, span);
    }
  }

  void read_table(const MarkdownBlock& table) {
    if (places_.is_left_out()) return;
    for (const std::string& column : unread_columns(table)) {
      draft_.leave_out(table.span, fmt::format("the column '{}'", shown(column)));
    }
    for (const TableTopic& row : read_table_topics(table)) {
      if (comparable_title(row.title).empty() || row.is_prose) {
        if (!row.title.empty()) {
          draft_.leave_out(row.span, fmt::format("a row that is no topic: “{}”", shown(row.title)));
        }
        continue;
      }
      const TopicIndex topic = draft_.add_topic(row.title, places_.section(), row.span);
      for (const ResourceLine& line : row.resources) {
        draft_.add_topic_resource(topic, line, row.span);
      }
      if (row.hours) draft_.set_hours(topic, *row.hours);
      if (row.level) draft_.set_level(topic, *row.level);
      draft_.data().topics[topic].note = draft_.keep(row.note);
      draft_.add_names(topic, EdgeListKind::requirement, row.prerequisites, row.span);
      add_requirements_around(topic);
    }
  }

  // Each section helps with the next one inside the same section; those of links alone only where
  // they are steps with a number, as what they list is no topic otherwise.
  void chain() {
    const RoadmapData& data = draft_.data();
    const std::vector<std::uint32_t> sizes = topics_in_sections(data);
    std::map<SectionIndex, SectionIndex> last_inside;
    std::uint64_t edges = 0;
    for (SectionIndex s = 0; s < data.sections.size(); ++s) {
      if (sizes[s] == 0 && !is_numbered_step(s)) continue;
      const auto [last, is_first] = last_inside.try_emplace(data.sections[s].parent, s);
      const SectionIndex before = std::exchange(last->second, s);
      if (is_first) continue;
      edges += std::uint64_t{std::max(sizes[before], 1U)} * std::max(sizes[s], 1U);
      if (edges > most_chained_edges) return;
      draft_.recommend_section(s, before);
      notes_.sections_are_chained = true;
    }
  }

  // Core topics, those of nested sections too.
  static std::vector<std::uint32_t> topics_in_sections(const RoadmapData& data) {
    std::vector<std::uint32_t> sizes(data.sections.size(), 0);
    for (const Topic& topic : data.topics) {
      if (topic.level == Level::optional) continue;
      for (auto s = topic.section; s != no_index; s = data.sections[s].parent) ++sizes[s];
    }
    return sizes;
  }

  // "6. Learn containers" or "Step 6", above links.
  bool is_numbered_step(SectionIndex section) const {
    if (!draft_.has_links(section)) return false;
    std::string_view title = draft_.data().sections[section].title;
    if (in_lower_case(title.substr(0, 5)) == "step ") title.remove_prefix(5);
    return !title.empty() && is_digit(title.front());
  }

  bool chain_sections_;
  ReadNotes& notes_;
  DraftBuilder draft_;
  MarkdownPlaces places_;
  std::vector<TopicIndex> known_;
  Lead lead_;
  bool seen_heading_ = false;
  bool is_flat_ = false;      // in lists that are nested too deep to be sections
  bool may_describe_ = true;  // a paragraph, of the whole page
};

}  // namespace

RoadmapData read_markdown(std::string_view text, FileId file, bool chain_sections, ReadNotes& notes,
                          Diagnostics& diagnostics) {
  const std::vector<MarkdownBlock> blocks = parse_markdown(text, file, diagnostics);
  return MarkdownReader(chain_sections, notes).read(blocks, read_front_matter(text));
}

}  // namespace prereq
