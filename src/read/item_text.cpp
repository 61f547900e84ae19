#include "read/item_text.hpp"

#include <algorithm>
#include <array>

#include "base/ascii_words.hpp"
#include "base/utf8.hpp"

namespace prereq {
namespace {

constexpr std::size_t longest_title = 100;                // in characters
constexpr std::size_t longest_title_like_a_sentence = 4;  // in words

// Colons, dashes and blanks around a part of a line.
std::string_view without_joints(std::string_view text) {
  for (bool changed = true; changed;) {
    changed = false;
    text = trimmed(text);
    for (const std::string_view joint : {":", "-", "–", "—", "→", "|"}) {
      if (text.starts_with(joint)) text.remove_prefix(joint.size()), changed = true;
      if (text.ends_with(joint)) text.remove_suffix(joint.size()), changed = true;
    }
  }
  return text;
}

bool ends_with_joint(std::string_view text) {
  text = trimmed(text);
  return std::ranges::any_of(std::array<std::string_view, 5>{":", "-", "–", "—", "→"},
                             [&](std::string_view joint) { return text.ends_with(joint); });
}

// Where a title ends and a note begins: at the first colon or dash with a blank behind it.
std::size_t find_joint(std::string_view text) {
  std::size_t first = std::string_view::npos;
  for (const std::string_view joint : {": ", " - ", " – ", " — "}) {
    first = std::min(first, text.find(joint));
  }
  return first;
}

bool is_sentence(std::string_view title) {
  const auto words = static_cast<std::size_t>(std::ranges::count(title, ' ')) + 1;
  const bool ends_like_one = title.ends_with('.') || title.ends_with('!') || title.ends_with('?');
  return count_code_points(title) > longest_title ||
         (ends_like_one && words > longest_title_like_a_sentence) || words > 18;
}

// Whether the link stands within a remark such as "(Thanks to [her](…) for this)".
bool is_in_a_remark(std::string_view before) {
  const auto open = before.rfind('(');
  if (open == std::string_view::npos || before.find(')', open) != std::string_view::npos) {
    return false;
  }
  return !trimmed(before.substr(open + 1)).empty();
}

std::vector<MarkdownLink> links_to_elsewhere(const MarkdownText& text) {
  std::vector<MarkdownLink> links;
  for (const MarkdownLink& link : text.links) {
    if (link.url.empty() || link.url.starts_with('#')) continue;
    const std::string_view before = std::string_view(text.text).substr(0, link.offset);
    if (!links.empty() && is_in_a_remark(before)) continue;
    links.push_back(link);
  }
  return links;
}

void read_without_links(const MarkdownText& text, ItemText& item) {
  const std::string_view words = text.text;
  std::string_view title = words;
  std::string_view note;
  if (text.starts_bold && text.bold_end > 0) {
    title = words.substr(0, text.bold_end);
    note = words.substr(text.bold_end);
  } else if (const auto joint = find_joint(words); joint != std::string_view::npos) {
    title = words.substr(0, joint);
    note = words.substr(joint);
  }
  item.title = without_joints(title);
  item.note = without_joints(note);
}

void read_resources(const MarkdownText& text, const std::vector<MarkdownLink>& links,
                    ItemText& item) {
  const std::string_view words = text.text;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const MarkdownLink& link = links[i];
    ResourceLine resource = resource_of_link(link.text, link.url);
    const std::size_t end = link.offset + link.text.size();
    const std::size_t next = i + 1 < links.size() ? links[i + 1].offset : words.size();
    const std::string_view rest = take_brackets(words.substr(end, next - end), resource);
    if (i + 1 < links.size()) {
      if (trimmed(rest) == "and" || trimmed(rest) == "+") item.choose = Choose::all;
    } else {
      item.note = without_joints(rest);
    }
    item.resources.push_back(std::move(resource));
  }
}

// Without these bytes, and the links in them.
void cut(MarkdownText& text, std::size_t begin, std::size_t end) {
  std::erase_if(text.links, [&](const MarkdownLink& link) {
    return link.offset < end && link.offset + link.text.size() > begin;
  });
  for (MarkdownLink& link : text.links) {
    if (link.offset >= end) link.offset -= end - begin;
  }
  text.text.erase(begin, end - begin);
}

// Takes what a line of its own, or a bracket, says of prerequisites out of the text.
MarkdownText take_prerequisites(const MarkdownText& written, std::string& prerequisites) {
  MarkdownText text = written;
  for (const std::size_t line : text.line_starts) {
    const auto named = stated_prerequisites(std::string_view(text.text).substr(line));
    if (!named) continue;
    prerequisites = *named;
    cut(text, line, text.text.size());
    break;
  }
  for (auto open = text.text.find('('); open != std::string::npos;
       open = text.text.find('(', open + 1)) {
    const auto close = text.text.find(')', open);
    if (close == std::string::npos) break;
    const std::string_view inside = std::string_view(text.text).substr(open + 1, close - open - 1);
    const auto named = stated_prerequisites(inside);
    if (!named) continue;
    prerequisites = *named;
    cut(text, open, close + 1);
    break;
  }
  while (text.text.ends_with(' ')) text.text.pop_back();
  text.bold_end = std::min(text.bold_end, text.text.size());
  return text;
}

// The names in a list with commas, of which a name may have some itself: the longest runs of parts
// that are a name.
std::vector<std::string> split_at_commas(std::string_view text, const IsName& is_name) {
  constexpr std::size_t most_parts = 4;
  const std::vector<std::string_view> parts = split_at_any(text, ",");
  std::vector<std::string> names;
  for (std::size_t first = 0; first < parts.size();) {
    std::size_t last = std::min(parts.size(), first + most_parts);
    const auto run = [&] {
      return text.substr(static_cast<std::size_t>(parts[first].data() - text.data()),
                         static_cast<std::size_t>(parts[last - 1].data() - parts[first].data()) +
                             parts[last - 1].size());
    };
    while (last > first + 1 && !is_name(run())) --last;
    names.emplace_back(run());
    first = last;
  }
  return names;
}

// Those that "and" and "or" join in one part of a list.
void add_groups(std::string_view part, std::vector<std::vector<std::string>>& groups) {
  while (!part.empty()) {
    std::size_t end = in_lower_case(part).find(" and ");
    if (const auto other = part.find(" & "); other < end) end = other;
    std::string_view names = trimmed(part.substr(0, end));
    part = end == std::string_view::npos ? std::string_view()
                                         : trimmed(part.substr(part.find(' ', end + 1)));
    if (in_lower_case(names).starts_with("and ")) names = trimmed(names.substr(4));
    const bool joins_the_last = in_lower_case(names).starts_with("or ");
    if (joins_the_last) names = trimmed(names.substr(3));
    std::vector<std::string> group;
    while (!names.empty()) {
      const std::size_t bar = in_lower_case(names).find(" or ");
      const std::string_view name = without_joints(trimmed(names.substr(0, bar)));
      const std::string lowered = in_lower_case(name);
      if (!name.empty() && lowered != "none" && lowered != "n/a") group.emplace_back(name);
      names = bar == std::string_view::npos ? std::string_view() : trimmed(names.substr(bar + 4));
    }
    if (group.empty()) continue;
    if (joins_the_last && !groups.empty()) {
      groups.back().insert(groups.back().end(), group.begin(), group.end());
    } else {
      groups.push_back(std::move(group));
    }
  }
}

}  // namespace

bool asks_for_one_of(std::string_view text) {
  const std::string words = in_lower_case(text);
  return std::ranges::any_of(
      std::array<std::string_view, 6>{"one of the following", "one of these", "choose one",
                                      "pick one", "choose any", "any of the following"},
      [&](std::string_view phrase) { return words.find(phrase) != std::string::npos; });
}

ItemText read_item_text(const MarkdownText& written) {
  ItemText item;
  const MarkdownText text = take_prerequisites(written, item.prerequisites);
  const std::vector<MarkdownLink> links = links_to_elsewhere(text);
  item.is_navigation = links.empty() && !text.links.empty();
  if (links.empty()) {
    read_without_links(text, item);
  } else {
    read_resources(text, links, item);
    const std::string_view words = text.text;
    const std::string_view before = trimmed(words.substr(0, links.front().offset));
    item.is_only_links = before.empty();
    if (before.empty()) {
      item.title = item.resources.front().title;
    } else if (ends_with_joint(before)) {
      item.title = without_joints(before);
    } else {
      item.title = std::string(before) + ' ' + item.resources.front().title;
    }
  }
  item.offers_choice = asks_for_one_of(text.text);
  if (item.title.starts_with("[ ] ") || item.title.starts_with("[x] ")) item.title.erase(0, 4);
  item.is_prose = is_sentence(item.title);
  if (const auto named = stated_prerequisites(item.note)) {
    item.prerequisites = *named;
    item.note.clear();
  }
  return item;
}

std::vector<std::vector<std::string>> split_names(std::string_view text, const IsName& is_name) {
  std::vector<std::vector<std::string>> groups;
  for (const std::string_view list : split_at_any(text, ";\n")) {
    for (const std::string& part : split_at_commas(list, is_name)) {
      // "Supply and demand" is one name where it is one.
      if (is_name(part)) {
        groups.push_back({part});
      } else {
        add_groups(part, groups);
      }
    }
  }
  return groups;
}

std::optional<std::string_view> stated_prerequisites(std::string_view text) {
  text = trimmed(text);
  const std::string lowered = in_lower_case(text);
  for (const std::string_view word : {"prerequisites", "prerequisite", "prereqs", "prereq",
                                      "requires", "required", "requirements", "depends on"}) {
    if (!lowered.starts_with(word)) continue;
    const std::string_view rest = trimmed(text.substr(word.size()));
    if (rest.starts_with(':')) return trimmed(rest.substr(1));
  }
  return std::nullopt;
}

}  // namespace prereq
