#include "read/markdown_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/ascii_words.hpp"
#include "roadmap/title_id.hpp"

namespace prereq {

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

bool is_over_resources(std::string_view text) {
  static constexpr std::array<std::string_view, 6> names = {"resources",      "further resources",
                                                            "more resources", "further reading",
                                                            "links",          "useful links"};
  const std::string title = comparable_title(text);
  return std::ranges::any_of(names, [&](auto name) { return title == name; });
}

bool is_over_goals(std::string_view heading) { return comparable_title(heading) == "goals"; }

std::optional<std::string_view> continued_title(std::string_view heading) {
  for (const std::string_view ending : {", continued", " (continued)", " (cont.)"}) {
    if (heading.size() > ending.size() && in_lower_case(heading).ends_with(ending)) {
      return heading.substr(0, heading.size() - ending.size());
    }
  }
  return std::nullopt;
}

bool is_more_of_the_same(std::string_view title) {
  const std::string words = comparable_title(title);
  return words == "many more" || words == "more" || words == "etc" || words == "others";
}

}  // namespace prereq
