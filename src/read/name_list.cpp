#include "read/name_list.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "base/ascii_words.hpp"

namespace prereq {
namespace {

constexpr int max_depth = 16;
constexpr std::size_t most_parts_of_a_name = 5;

enum class Connector : std::uint8_t { start, also, either, listed_either };

struct ConnectorWord {
  std::string_view text;
  Connector connector;
};

constexpr std::array<ConnectorWord, 8> connector_words = {{
    {", and ", Connector::also},
    {", or ", Connector::listed_either},
    {",", Connector::also},
    {";", Connector::also},
    {"\n", Connector::also},
    {" and ", Connector::also},
    {" or ", Connector::either},
    {" & ", Connector::also},
}};

// A part of a list, and what joins it to the one before.
struct Part {
  std::string_view text;
  Connector connector = Connector::start;
};

// For every byte: whether it is within brackets that are closed.
std::vector<bool> inside_brackets(std::string_view text) {
  std::vector<int> change(text.size() + 1, 0);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') open.push_back(i);
    if (text[i] != ')' || open.empty()) continue;
    ++change[open.back()];
    --change[i + 1];
    open.pop_back();
  }
  std::vector<bool> inside(text.size(), false);
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    depth += change[i];
    inside[i] = depth > 0;
  }
  return inside;
}

// The connector that stands there, of those that are asked for.
const ConnectorWord* find_connector(std::string_view lowered, std::size_t at,
                                    std::span<const ConnectorWord> words) {
  const char first = lowered[at];
  if (first != ' ' && first != ',' && first != ';' && first != '\n') return nullptr;
  for (const ConnectorWord& word : words) {
    if (lowered.substr(at, word.text.size()) == word.text) return &word;
  }
  return nullptr;
}

bool has_connector(std::string_view text) {
  const std::string lowered = in_lower_case(text);
  for (std::size_t i = 0; i < lowered.size(); ++i) {
    if (find_connector(lowered, i, connector_words) != nullptr) return true;
  }
  return false;
}

std::vector<Part> split(std::string_view text, std::span<const ConnectorWord> words) {
  const std::string lowered = in_lower_case(text);
  const std::vector<bool> inside = inside_brackets(text);
  std::vector<Part> parts;
  std::size_t begin = 0;
  Connector connector = Connector::start;
  for (std::size_t i = 0; i < text.size();) {
    const ConnectorWord* const found = inside[i] ? nullptr : find_connector(lowered, i, words);
    if (found == nullptr) {
      ++i;
      continue;
    }
    parts.push_back({trimmed(text.substr(begin, i - begin)), connector});
    connector = found->connector;
    i += found->text.size();
    begin = i;
  }
  parts.push_back({trimmed(text.substr(begin)), connector});
  return parts;
}

// "A" and "why" of "A (why)"; no reason if there is no bracket or nothing before it.
std::pair<std::string_view, std::string_view> split_reason(std::string_view text) {
  const std::size_t open = last_bracket(text);
  if (open == std::string_view::npos || trimmed(text.substr(0, open)).empty()) return {text, {}};
  return {trimmed(text.substr(0, open)), trimmed(text.substr(open + 1, text.size() - open - 2))};
}

// 2 of "2 of "; moves past it.
std::optional<std::uint32_t> take_least(std::string_view& text) {
  std::uint32_t number = 0;
  std::size_t at = 0;
  for (; at < text.size() && at < 4 && is_digit(text[at]); ++at) {
    number = number * 10 + static_cast<std::uint32_t>(text[at] - '0');
  }
  if (at == 0 || !text.substr(at).starts_with(" of ")) return std::nullopt;
  text.remove_prefix(at + 4);
  return number;
}

NamedEntry group_of(RequirementKind kind, std::uint32_t least, std::vector<NamedEntry> entries) {
  if (entries.size() == 1) return std::move(entries.front());
  NamedEntry group;
  group.kind = kind;
  group.least = least;
  group.entries = std::move(entries);
  return group;
}

class NameReader {
 public:
  explicit NameReader(const IsName& is_name) : is_name_(is_name) {}

  std::vector<NamedEntry> read_list(std::string_view text, int depth) const {
    std::vector<NamedEntry> entries;
    for (const Part& chunk : joined(split(text, std::span(connector_words).subspan(3, 2)))) {
      std::ranges::move(read_chunk(chunk.text, depth), std::back_inserter(entries));
    }
    return entries;
  }

 private:
  // Asked about the same parts of the text again and again, from one level down to the next.
  bool is_name(std::string_view text) const {
    const auto [known, is_new] = known_.try_emplace({text.data(), text.size()}, false);
    if (is_new) {
      known->second =
          is_name_(text, has_connector(text) ? NameLook::likely_several : NameLook::single);
    }
    return known->second;
  }

  // With or without a reason in brackets, which is no entry of its own: "A; (B or C)".
  bool is_named(std::string_view text) const {
    if (is_name(text)) return true;
    const auto [name, reason] = split_reason(text);
    const std::string end =
        in_lower_case(name.substr(name.size() - std::min<std::size_t>(name.size(), 4)));
    const bool goes_on = end.ends_with(',') || end.ends_with(';') || end.ends_with('&') ||
                         end.ends_with(" or") || end.ends_with(" and");
    return !reason.empty() && !goes_on && is_name(name);
  }

  // The longest runs of parts that are a name become one part.
  std::vector<Part> joined(const std::vector<Part>& parts) const {
    std::vector<Part> result;
    for (std::size_t first = 0; first < parts.size();) {
      std::size_t last = std::min(parts.size(), first + most_parts_of_a_name);
      const auto run = [&] {
        const char* const begin = parts[first].text.data();
        const std::string_view end = parts[last - 1].text;
        return std::string_view(begin, static_cast<std::size_t>(end.data() - begin) + end.size());
      };
      while (last > first + 1 && !is_named(run())) --last;
      result.push_back({run(), parts[first].connector});
      first = last;
    }
    return result;
  }

  // What stands between semicolons.
  std::vector<NamedEntry> read_chunk(std::string_view text, int depth) const {
    text = without_joints(text);
    if (depth == max_depth || is_named(text)) return read_name(text);
    std::string_view after = text;
    if (const auto least = take_least(after)) return {read_least(*least, after, depth)};
    if (in_lower_case(text.substr(0, 4)) == "and ") text = trimmed(text.substr(4));
    const std::vector<Part> parts = joined(split(text, connector_words));
    if (parts.size() == 1) return read_part(text, depth);
    const bool is_choice = std::all_of(parts.begin() + 1, parts.end(), [](const Part& part) {
      return part.connector == Connector::either;
    });
    // "A or B (why)": the reason is that of the choice.
    const auto [choice, reason] = split_reason(text);
    const std::string_view last = parts.back().text;
    if (is_choice && !reason.empty() && !is_name(last) && last_bracket(last) != 0) {
      std::vector<NamedEntry> entries = read_chunk(choice, depth + 1);
      if (!entries.empty()) entries.back().because = reason;
      return entries;
    }
    return read_parts(parts, depth);
  }

  std::vector<NamedEntry> read_parts(const std::vector<Part>& parts, int depth) const {
    // "A, B, or C" is one choice; "A or B, C" and "A, B or C" are not.
    const bool is_listed_choice =
        parts.back().connector == Connector::listed_either &&
        std::all_of(parts.begin() + 1, parts.end() - 1,
                    [](const Part& part) { return part.connector == Connector::also; });
    std::vector<std::vector<NamedEntry>> groups;
    for (const Part& part : parts) {
      std::vector<NamedEntry> entries = read_part(part.text, depth);
      const bool joins_the_last = part.connector == Connector::either ||
                                  part.connector == Connector::listed_either ||
                                  (is_listed_choice && part.connector == Connector::also);
      if (!joins_the_last || groups.empty()) groups.emplace_back();
      std::ranges::move(entries, std::back_inserter(groups.back()));
    }
    std::vector<NamedEntry> result;
    for (std::vector<NamedEntry>& group : groups) {
      if (group.empty()) continue;
      result.push_back(group_of(RequirementKind::any, 1, std::move(group)));
    }
    return result;
  }

  // What stands between commas, "and" and "or": an entry, or none.
  std::vector<NamedEntry> read_part(std::string_view text, int depth) const {
    text = without_joints(text);
    if (depth == max_depth || is_named(text)) return read_name(text);
    if (last_bracket(text) == 0) {
      std::vector<NamedEntry> inside = read_list(text.substr(1, text.size() - 2), depth + 1);
      if (inside.empty()) return {};
      const auto least = static_cast<std::uint32_t>(inside.size());
      return {group_of(RequirementKind::all, least, std::move(inside))};
    }
    const auto [name, reason] = split_reason(text);
    if (reason.empty() || last_bracket(name) != 0) return read_name(text);
    std::vector<NamedEntry> entries = read_part(name, depth + 1);
    if (!entries.empty()) entries.back().because = reason;
    return entries;
  }

  NamedEntry read_least(std::uint32_t least, std::string_view text, int depth) const {
    std::string_view reason;
    std::vector<NamedEntry> entries;
    std::vector<Part> parts = joined(split(text, std::span(connector_words).subspan(2, 1)));
    const std::string_view last = parts.back().text;
    if (!is_name(last) && last_bracket(last) != 0) {
      std::tie(parts.back().text, reason) = split_reason(last);
    }
    for (const Part& part : parts) {
      std::ranges::move(read_part(part.text, depth + 1), std::back_inserter(entries));
    }
    NamedEntry group;
    group.kind = RequirementKind::at_least;
    group.least = least;
    group.entries = std::move(entries);
    group.because = reason;
    return group;
  }

  std::vector<NamedEntry> read_name(std::string_view text) const {
    NamedEntry entry;
    entry.name = text;
    if (!is_name(text)) {
      const auto [name, reason] = split_reason(text);
      if (is_name(name)) {
        entry.name = name;
        entry.because = reason;
      }
      if (names_nothing(text)) return {};
    }
    return {std::move(entry)};
  }

  const IsName& is_name_;
  mutable std::map<std::pair<const char*, std::size_t>, bool> known_;  // parts of one text
};

}  // namespace

std::vector<NamedEntry> read_names(std::string_view text, const IsName& is_name) {
  return NameReader(is_name).read_list(text, 0);
}

bool names_nothing(std::string_view text) {
  const std::string word = in_lower_case(without_joints(text));
  return word.empty() || word == "none" || word == "nothing" || word == "n/a";
}

}  // namespace prereq
