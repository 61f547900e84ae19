#include "read/markdown_items.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/ascii_words.hpp"
#include "base/shown.hpp"
#include "base/utf8.hpp"
#include "read/duration.hpp"

namespace prereq {
namespace {

void apply_to_topic(const ItemDetail& detail, TopicIndex topic, Span span, DraftBuilder& draft) {
  switch (detail.kind) {
    case DetailKind::requirement:
      draft.add_names(topic, EdgeListKind::requirement, detail.text, span);
      break;
    case DetailKind::corequisite:
      draft.add_names(topic, EdgeListKind::corequisite, detail.text, span);
      break;
    case DetailKind::recommendation:
      draft.add_names(topic, EdgeListKind::recommendation, detail.text, span);
      break;
    case DetailKind::duration:
      if (const auto hours = read_duration(detail.text, detail.text)) {
        draft.set_hours(topic, *hours);
      } else {
        draft.leave_out(span, fmt::format("“{}”, which tells no hours", shown(detail.text)));
      }
      break;
    case DetailKind::description:
      draft.data().topics[topic].description = draft.keep(detail.text);
      break;
    case DetailKind::note: {
      Topic& noted = draft.data().topics[topic];
      const std::string before(noted.note);
      noted.note = draft.keep(before.empty() ? detail.text : before + " " + detail.text);
      break;
    }
  }
}

void read_paragraph_of_topic(const MarkdownBlock& block, TopicIndex topic, DraftBuilder& draft) {
  const std::vector<ItemDetail> details = details_of_lines(block.text);
  for (const ItemDetail& detail : details) apply_to_topic(detail, topic, block.span, draft);
  const std::string& text = block.text.text;
  if (!details.empty() || text.empty()) return;
  Topic& described = draft.data().topics[topic];
  if (!block.text.links.empty()) {
    leave_out_links(block, draft);
  } else if (described.description.empty() && count_code_points(text) <= longest_description) {
    described.description = draft.keep(text);
  } else {
    draft.leave_out(block.span, fmt::format("a paragraph: “{}”", shown(text)));
  }
}

void read_line_of_topic(const MarkdownBlock& line, TopicIndex topic, DraftBuilder& draft) {
  if (const auto detail = detail_of_item(line)) {
    apply_to_topic(*detail, topic, line.span, draft);
    return;
  }
  const ItemText item = read_item_text(line.text);
  for (ResourceLine each : item.resources) {
    if (!item.is_only_links && each.note.empty()) each.note = item.title;
    draft.add_topic_resource(topic, each, line.span);
  }
}

void read_inside_topic(const MarkdownBlock& block, TopicIndex topic, DraftBuilder& draft) {
  switch (block.kind) {
    case MarkdownKind::paragraph: read_paragraph_of_topic(block, topic, draft); break;
    case MarkdownKind::comment:
      if (const auto detail = find_detail(block.text.text);
          detail && detail->kind <= DetailKind::duration) {
        apply_to_topic(*detail, topic, block.span, draft);
      }
      break;
    case MarkdownKind::list:
      for (const MarkdownBlock& each : block.inside) read_line_of_topic(each, topic, draft);
      break;
    case MarkdownKind::table: draft.leave_out(block.span, "a table inside an item"); break;
    default: break;
  }
}

}  // namespace

std::optional<ItemDetail> detail_of_item(const MarkdownBlock& item) {
  if (item.checked) return std::nullopt;
  auto detail = find_detail(item.text.text);
  if (!detail) return detail;
  if (!detail->text.empty()) return item.inside.empty() ? detail : std::nullopt;
  for (const MarkdownBlock& list : item.inside) {
    for (const MarkdownBlock& inside : list.inside) detail->text += inside.text.text + "\n";
  }
  return detail;
}

bool holds_list(const MarkdownBlock& item) {
  return std::ranges::any_of(item.inside, [](const MarkdownBlock& block) {
    return block.kind == MarkdownKind::list &&
           !std::ranges::all_of(block.inside, [](const MarkdownBlock& inside) {
             return detail_of_item(inside).has_value();
           });
  });
}

bool lists_only_resources(const MarkdownBlock& block) {
  for (const MarkdownBlock& list : block.inside) {
    if (list.kind != MarkdownKind::list) continue;
    for (const MarkdownBlock& inside : list.inside) {
      if (detail_of_item(inside)) continue;
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

bool states_requirement(const MarkdownBlock& block, const ItemText& item) {
  const auto is_requirement = [](const ItemDetail& detail) {
    return detail.kind == DetailKind::requirement;
  };
  if (std::ranges::any_of(item.details, is_requirement)) return true;
  return std::ranges::any_of(block.inside, [&](const MarkdownBlock& list) {
    return std::ranges::any_of(list.inside, [&](const MarkdownBlock& inside) {
      const auto detail = detail_of_item(inside);
      return detail && is_requirement(*detail);
    });
  });
}

void leave_out_links(const MarkdownBlock& paragraph, DraftBuilder& draft) {
  const ItemText item = read_item_text(paragraph.text);
  if (item.is_navigation) return;
  draft.leave_out(paragraph.span, fmt::format("a paragraph with {} in it: “{}”",
                                              item.resources.size() == 1 ? "a link" : "links",
                                              shown(paragraph.text.text)));
}

void fill_topic(TopicIndex topic, const MarkdownBlock& block, const ItemText& item,
                DraftBuilder& draft) {
  Topic& added = draft.data().topics[topic];
  added.choose = item.choose;
  added.note = draft.keep(item.note);
  if (item.hours) draft.set_hours(topic, *item.hours);
  if (item.level) draft.set_level(topic, *item.level);
  for (const ResourceLine& line : item.resources) {
    draft.add_topic_resource(topic, line, block.span);
  }
  for (const ItemDetail& detail : item.details) apply_to_topic(detail, topic, block.span, draft);
  for (const MarkdownBlock& inside : block.inside) read_inside_topic(inside, topic, draft);
}

void fill_goal(GoalIndex goal, const MarkdownBlock& block, const ItemText& item,
               DraftBuilder& draft) {
  draft.data().goals[goal].description = draft.keep(item.note);
  const auto apply = [&](const ItemDetail& detail, Span span) {
    if (detail.kind == DetailKind::requirement) {
      draft.add_goal_names(goal, detail.text, span);
    } else {
      draft.leave_out(span, fmt::format("“{}”, which belongs to no topic", shown(detail.text)));
    }
  };
  for (const ItemDetail& detail : item.details) apply(detail, block.span);
  for (const MarkdownBlock& list : block.inside) {
    for (const MarkdownBlock& inside : list.inside) {
      if (const auto detail = detail_of_item(inside)) apply(*detail, inside.span);
    }
  }
}

}  // namespace prereq
