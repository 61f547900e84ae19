#include "read/item_text.hpp"

#include <algorithm>
#include <array>

#include "base/ascii_words.hpp"
#include "base/utf8.hpp"
#include "read/duration.hpp"

namespace prereq {
namespace {

constexpr std::size_t longest_title = 100;                // in characters
constexpr std::size_t longest_title_like_a_sentence = 4;  // in words
constexpr std::array<Level, 3> levels = {Level::core, Level::optional, Level::assumed};

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

// ", ", " | ", " and ".
bool is_between_links(std::string_view text) {
  for (const std::string_view word : split_at_any(text, " ,;|/&+")) {
    if (word != "and" && word != "or") return false;
  }
  return true;
}

// Whether a link at `offset` stands within a remark such as "(Thanks to [her](…) for this)"; other
// links in the same bracket, as in "([notes](…), [slides](…))", are none.
bool is_in_a_remark(std::string_view words, std::size_t offset,
                    const std::vector<MarkdownLink>& links_before) {
  constexpr std::size_t longest_remark = 400;  // in bytes
  const std::size_t first = offset - std::min(offset, longest_remark);
  const std::string_view before = words.substr(first, offset - first);
  const auto open = before.rfind('(');
  if (open == std::string_view::npos || before.find(')', open) != std::string_view::npos) {
    return false;
  }
  const std::size_t begin = first + open + 1;
  std::size_t end = offset;
  for (std::size_t i = links_before.size(); i-- > 0 && links_before[i].offset >= begin;) {
    const MarkdownLink& link = links_before[i];
    const std::size_t behind = std::min(end, link.offset + link.text.size());
    if (!is_between_links(words.substr(behind, end - behind))) return true;
    end = link.offset;
  }
  return !is_between_links(words.substr(begin, end - begin));
}

std::vector<MarkdownLink> links_to_elsewhere(const MarkdownText& text) {
  std::vector<MarkdownLink> links;
  for (const MarkdownLink& link : text.links) {
    if (link.url.empty() || link.url.starts_with('#')) continue;
    // A title that is the address itself, before a link to it.
    const bool is_title = link.offset == 0 && text.starts_bold && link.text == link.url &&
                          link.text.size() == text.bold_end && text.links.size() > 1;
    if (is_title) continue;
    if (!links.empty() && is_in_a_remark(text.text, link.offset, links)) continue;
    links.push_back(link);
  }
  return links;
}

// How long it takes and its level, from the inside of a bracket; false if it says anything else.
bool read_facts(std::string_view bracket, ItemText& item) {
  std::optional<HoursRange> hours;
  std::optional<Level> level;
  for (const std::string_view part : split_at_any(bracket, ",;")) {
    const std::string word = in_lower_case(part);
    const bool is_guess = word.starts_with('~');
    const bool has_number = word.find_first_of("0123456789") < 2;
    const bool has_unit = word.find_first_of("hmw") != std::string::npos;
    auto amount =
        has_number && has_unit ? parse_hours(word.substr(is_guess ? 1 : 0)) : std::nullopt;
    if (!amount && has_number && has_unit) amount = read_duration(word, word);
    if (amount && !hours) {
      // "~1 h" is what prereq writes where nobody said.
      hours = amount;
      if (!is_guess) item.hours = amount;
      continue;
    }
    const auto found =
        std::ranges::find_if(levels, [&](Level each) { return word == to_string(each); });
    if (found == levels.end() || level) return false;
    level = *found;
  }
  if (!hours && !level) return false;
  item.level = level;
  item.has_facts = true;
  return true;
}

// Takes facts out of a bracket at the end of the title.
std::string_view without_facts(std::string_view title, ItemText& item) {
  const std::size_t open = title.rfind('(');
  if (!title.ends_with(')') || open == std::string_view::npos || open == 0) return title;
  const std::string_view inside = title.substr(open + 1, title.size() - open - 2);
  return read_facts(inside, item) ? trimmed(title.substr(0, open)) : title;
}

// "Calculus (Paid)" without a link: what it costs is no part of the name.
void take_cost(ItemText& item) {
  const std::size_t open = item.title.rfind('(');
  if (!item.title.ends_with(')') || open == std::string::npos || open == 0) return;
  const auto cost = find_cost(
      in_lower_case(std::string_view(item.title).substr(open + 1, item.title.size() - open - 2)));
  if (!cost) return;
  item.title = trimmed(std::string_view(item.title).substr(0, open));
  item.note.insert(0, std::string(to_string(*cost)) + (item.note.empty() ? "" : ", "));
}

// "**Title** (40 h, optional)": the title is all that is bold, whatever it looks like. What
// follows it goes into `rest`.
bool read_bold_title(const MarkdownText& text, std::size_t end, ItemText& item,
                     std::string_view& rest) {
  if (!text.starts_bold || text.bold_end == 0 || text.bold_end > end) return false;
  const std::string_view words = text.text;
  rest = trimmed(words.substr(text.bold_end, end - text.bold_end));
  const std::size_t close = rest.find(')');
  if (!rest.starts_with('(') || close == std::string_view::npos ||
      !read_facts(rest.substr(1, close - 1), item)) {
    return false;
  }
  rest = trimmed(rest.substr(close + 1));
  item.title = trimmed(words.substr(0, text.bold_end));
  return true;
}

void read_without_links(const MarkdownText& text, ItemText& item) {
  const std::string_view words = text.text;
  std::string_view title = words;
  std::string_view note;
  if (read_bold_title(text, words.size(), item, note)) {
    item.note = without_joints(note);
    return;
  }
  if (text.starts_bold && text.bold_end > 0) {
    title = words.substr(0, text.bold_end);
    note = trimmed(words.substr(text.bold_end));
  } else if (const auto joint = find_joint(words); joint != std::string_view::npos) {
    title = words.substr(0, joint);
    note = words.substr(joint);
  }
  // What is bold begins as it means to: "**-x-**" has a dash of its own.
  title = text.starts_bold ? without_last_joints(title) : without_joints(title);
  item.title = without_facts(title, item);
  item.note = without_joints(note);
  take_cost(item);
}

// Takes the maker out of "by Khan Academy (free)", which stands behind a link; returns the rest.
std::string_view take_maker(std::string_view after, const MarkdownLink& link,
                            ResourceLine& resource) {
  constexpr std::size_t longest_maker = 60;
  const std::string_view rest = trimmed(after);
  if (!rest.starts_with("by ")) return after;
  std::size_t end = 3;
  for (; end < rest.size(); ++end) {
    const std::string_view behind = rest.substr(end);
    const bool goes_on =
        behind.starts_with(", ") && behind.size() > 2 && behind[2] >= 'a' && behind[2] <= 'z';
    if (behind.front() == '(' || behind.front() == ';' || goes_on || find_joint(behind) == 0) break;
  }
  std::string_view maker = trimmed(rest.substr(3, end - 3));
  std::string_view left = rest.substr(end);
  for (const std::string_view connector : {" and", " or", ",", " +", " /", "."}) {
    if (!maker.ends_with(connector)) continue;
    maker.remove_suffix(connector.size());
    if (left.empty()) left = connector;
  }
  if (maker.empty() || count_code_points(maker) > longest_maker) return after;
  resource.title = link.text;
  resource.by = maker;
  return left;
}

// "and" of "; and " between two links.
std::string_view between_links(std::string_view text) {
  text = trimmed(text);
  while (!text.empty() && (text.front() == ';' || text.front() == ',')) {
    text = trimmed(text.substr(1));
  }
  return text;
}

void read_resources(const MarkdownText& text, const std::vector<MarkdownLink>& links,
                    ItemText& item) {
  const std::string_view words = text.text;
  const auto behind = [&](std::size_t link) {
    const std::size_t end = links[link].offset + links[link].text.size();
    const std::size_t next = link + 1 < links.size() ? links[link + 1].offset : words.size();
    return words.substr(end, next - end);
  };
  for (std::size_t i = 0; i < links.size(); ++i) {
    ResourceLine resource = resource_of_link(links[i].text, links[i].url);
    // "[Course](…) by [Her](…)": the second link is to the maker.
    if (trimmed(behind(i)) == "by" && i + 1 < links.size() && resource.by.empty()) {
      resource.by = links[++i].text;
    }
    std::string_view rest = take_brackets(take_maker(behind(i), links[i], resource), resource);
    // "[Course](…) (paid) by Her"
    if (resource.by.empty()) rest = take_brackets(take_maker(rest, links[i], resource), resource);
    if (i + 1 < links.size()) {
      const std::string_view between = between_links(rest);
      if (between == "and" || between == "+") item.choose = Choose::all;
    } else {
      item.note = without_joints(between_links(rest));
    }
    item.resources.push_back(std::move(resource));
  }
}

// The title of an item with links, whose words stand before the first of them or are its own.
void read_title_before(const MarkdownText& text, const MarkdownLink& first, ItemText& item) {
  const std::string_view before = trimmed(std::string_view(text.text).substr(0, first.offset));
  item.is_only_links = before.empty();
  if (std::string_view rest; read_bold_title(text, first.offset, item, rest) && rest == ":") return;
  const std::size_t open = before.rfind('(');
  if (before.empty()) {
    item.title = item.resources.front().title;
  } else if (open != std::string_view::npos && open > 0 &&
             before.find(')', open) == std::string_view::npos) {
    // "Sorting (see [the notes](…))"
    item.title = without_joints(before.substr(0, open));
    if (item.note.starts_with(')')) item.note = without_joints(item.note.substr(1));
  } else if (ends_with_joint(before)) {
    item.title = without_facts(without_joints(before), item);
  } else {
    item.title = std::string(before) + ' ' + item.resources.front().title;
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

// "[^1]" is cmark's only where its footnotes are switched on. A few of them, so that the time stays
// linear.
void cut_footnotes(MarkdownText& text) {
  constexpr int most_footnotes = 16;
  constexpr std::size_t longest_name = 60;
  std::size_t open = text.text.find("[^");
  for (int cuts = 0; open != std::string::npos && cuts < most_footnotes;
       open = text.text.find("[^", open)) {
    const std::string_view name = std::string_view(text.text).substr(open + 2, longest_name);
    const std::size_t length = name.find_first_of("] ");
    if (length == 0 || length == std::string_view::npos || name[length] == ' ') {
      ++open;
      continue;
    }
    cut(text, open, open + 2 + length + 1);
    text.bold_end = std::min(text.bold_end, text.text.size());
    ++cuts;
  }
}

// What the lines say, with or without the first one; where the first that says something
// begins, or the end of the text.
std::size_t read_lines(const MarkdownText& text, bool with_first,
                       std::vector<ItemDetail>& details) {
  std::vector<std::size_t> starts = text.line_starts;
  if (with_first) starts.insert(starts.begin(), 0);
  std::size_t first = text.text.size();
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.text.size();
    const std::string_view line =
        trimmed(std::string_view(text.text).substr(starts[i], end - starts[i]));
    if (auto detail = find_detail(line)) {
      first = std::min(first, starts[i]);
      details.push_back(*std::move(detail));
    } else if (first < text.text.size()) {
      details.back().text.append(" ").append(line);
    }
  }
  return first;
}

// "(requires Sets and Maps)"
std::optional<ItemDetail> requirement_in_words(std::string_view bracket) {
  for (const std::string_view verb : {"requires ", "needs "}) {
    if (!in_lower_case(bracket.substr(0, verb.size())).starts_with(verb)) continue;
    return ItemDetail{DetailKind::requirement, std::string(trimmed(bracket.substr(verb.size())))};
  }
  return std::nullopt;
}

// Takes what the words, in lines and a bracket, say about the item out of the text.
MarkdownText take_details(const MarkdownText& written, std::vector<ItemDetail>& details) {
  MarkdownText text = written;
  cut(text, read_lines(written, false, details), text.text.size());
  for (auto open = text.text.find('('); open != std::string::npos;
       open = text.text.find('(', open + 1)) {
    const auto close = text.text.find(')', open);
    if (close == std::string::npos) break;
    const auto inside = std::string_view(text.text).substr(open + 1, close - open - 1);
    auto detail = find_detail(inside);
    if (!detail) detail = requirement_in_words(inside);
    if (!detail || detail->kind > DetailKind::duration) continue;
    details.push_back(*std::move(detail));
    cut(text, open, close + 1);
    break;
  }
  while (text.text.ends_with(' ')) text.text.pop_back();
  text.bold_end = std::min(text.bold_end, text.text.size());
  return text;
}

}  // namespace

std::vector<ItemDetail> details_of_lines(const MarkdownText& text) {
  std::vector<ItemDetail> details;
  const std::size_t first = read_lines(text, true, details);
  if (first > 0) details.clear();
  return details;
}

bool asks_for_one_of(std::string_view text) {
  const std::string words = in_lower_case(text);
  return std::ranges::any_of(
      std::array<std::string_view, 6>{"one of the following", "one of these", "choose one",
                                      "pick one", "choose any", "any of the following"},
      [&](std::string_view phrase) { return words.find(phrase) != std::string::npos; });
}

ItemText read_item_text(const MarkdownText& written) {
  ItemText item;
  MarkdownText text = take_details(written, item.details);
  cut_footnotes(text);
  const std::vector<MarkdownLink> links = links_to_elsewhere(text);
  item.is_navigation = links.empty() && !text.links.empty();
  if (links.empty()) {
    read_without_links(text, item);
  } else {
    read_resources(text, links, item);
    read_title_before(text, links.front(), item);
  }
  item.offers_choice = asks_for_one_of(text.text);
  if (item.title.starts_with("[ ] ") || item.title.starts_with("[x] ")) item.title.erase(0, 4);
  item.is_prose = !item.has_facts && is_sentence(item.title);
  if (!item.hours) item.note = without_facts(std::string(item.note), item);
  if (auto detail = find_detail(item.note)) {
    item.details.push_back(*std::move(detail));
    item.note.clear();
  }
  return item;
}

}  // namespace prereq
