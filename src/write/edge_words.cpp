#include "write/edge_words.hpp"

#include <fmt/format.h>

namespace prereq {
namespace {

// Whether the box of a section, at one end of the edge, means its optional topics as well.
bool is_optional_too(const ViewEdge& edge, std::uint32_t section) {
  return section == edge.prerequisite_section ? edge.prerequisites_optional_too
                                              : edge.dependents_optional_too;
}

std::string all_topics(const View& view, const ViewEdge& edge, std::uint32_t section) {
  const std::size_t count = topics_in_box(view, section, is_optional_too(edge, section)).size();
  const std::size_t with_optional = topics_in_box(view, section, true).size();
  const std::string which = count == 2 ? "both topics" : fmt::format("all {} topics", count);
  return fmt::format("{} of {}{}", which, view.sections[section].title,
                     count < with_optional ? " that are not optional" : "");
}

std::string capital(std::string words) {
  if (words[0] == 'a' || words[0] == 'b') words[0] = words[0] == 'a' ? 'A' : 'B';
  return words;
}

std::string_view verb(EdgeStyle style, bool plural) {
  switch (style) {
    case EdgeStyle::required:
    case EdgeStyle::alternative: return plural ? "are needed for" : "is needed for";
    case EdgeStyle::recommended: return plural ? "help with" : "helps with";
    case EdgeStyle::corequisite:
      return plural ? "are learned before or together with" : "is learned before or together with";
  }
  return "";
}

}  // namespace

std::string edge_words(const View& view, const ViewEdge& edge) {
  if (!edge.ends_at_box()) return edge.because;
  const bool from_box = edge.prerequisite_section != no_index;
  const std::string from = from_box ? capital(all_topics(view, edge, edge.prerequisite_section))
                                    : view.cards[edge.prerequisite].title;
  const std::string to = edge.dependent_section != no_index
                             ? all_topics(view, edge, edge.dependent_section)
                             : view.cards[edge.dependent].title;
  const std::string words = fmt::format("{} {} {}", from, verb(edge.style, from_box), to);
  return edge.because.empty() ? words : words + ": " + edge.because;
}

std::string topics_at_end(const View& view, const ViewEdge& edge, std::uint32_t section) {
  std::string ids;
  for (const std::uint32_t card : topics_in_box(view, section, is_optional_too(edge, section))) {
    ids += (ids.empty() ? "" : " ") + view.cards[card].id;
  }
  return ids;
}

}  // namespace prereq
