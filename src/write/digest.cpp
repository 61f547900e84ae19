#include "prereq/digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/fingerprint.hpp"
#include "write/carried_text.hpp"

namespace prereq {
namespace {

// Raised whenever the same view is drawn differently on purpose.
constexpr std::uint64_t drawing_revision = 7;

void add_card(Fingerprint& print, const ViewCard& card) {
  print.add_kind(card.kind);
  for (const std::string_view text :
       {std::string_view(card.id), std::string_view(card.title), std::string_view(card.detail),
        std::string_view(card.url), std::string_view(card.label)}) {
    print.add(text);
  }
  print.add(std::uint64_t{card.section});
  print.add(std::uint64_t{card.optional} * 2 + std::uint64_t{card.assumed});
  print.add(std::uint64_t{card.tooltip.size()});
  for (const std::string& line : card.tooltip) print.add(line);
  print.add(std::uint64_t{card.pennants.size()});
  for (const ViewPennant& pennant : card.pennants) {
    print.add(pennant.id);
    print.add(pennant.title);
    print.add_kind(pennant.state);
    print.add(pennant.label);
    for (const std::string& line : pennant.tooltip) print.add(line);
  }
}

void add_line(Fingerprint& print, const ViewLine& line) {
  print.add(line.text);
  print.add(line.url);
  print.add_kind(line.cost);
}

void add_edge(Fingerprint& print, const ViewEdge& edge) {
  print.add(std::uint64_t{edge.prerequisite});
  print.add(std::uint64_t{edge.dependent});
  print.add_kind(edge.style);
  print.add(edge.from);
  print.add(edge.to);
  print.add(edge.because);
  print.add(std::uint64_t{edge.prerequisite_section});
  print.add(std::uint64_t{edge.dependent_section});
  print.add(std::uint64_t{edge.prerequisites_optional_too});
  print.add(std::uint64_t{edge.dependents_optional_too});
}

void add_section(Fingerprint& print, const ViewSection& section) {
  print.add(section.id);
  print.add(section.title);
  print.add(section.detail);
  print.add(std::uint64_t{section.parent});
}

// What only some views have goes in only where it is there, each with its place: the pictures of
// the other views keep their digest.
void add_extras(Fingerprint& print, const View& view) {
  print.add(view.shows);
  for (const std::string& problem : view.problems) print.add(problem);
  for (const ViewLine& link : view.links) add_line(print, link);
  for (std::size_t c = 0; c < view.cards.size(); ++c) {
    const ViewCard& card = view.cards[c];
    print.add(std::uint64_t{c});
    print.add(std::uint64_t{card.number});
    print.add_kind(card.state);
    print.add(std::uint64_t{card.focus} * 4 + std::uint64_t{card.context} * 2 +
              std::uint64_t{card.in_cycle});
    print.add(std::uint64_t{card.colour});
    for (const ViewLine& line : card.lines) add_line(print, line);
  }
  for (const ViewEdge& edge : view.edges) {
    print.add(std::uint64_t{edge.both_ways} * 2 + std::uint64_t{edge.in_cycle});
  }
}

void add_emphasis(Fingerprint& print, const View& view) {
  print.add_kind(view.emphasizing);
  for (const ViewCard& card : view.cards) {
    print.add_kind(card.emphasis);
    print.add(std::uint64_t{card.blocks});
  }
  for (const ViewEdge& edge : view.edges) print.add_kind(edge.emphasis);
}

bool has_extras(const View& view) {
  const auto is_special = [](const ViewCard& card) {
    return card.number > 0 || card.state != CardState::none || card.focus || card.context ||
           card.in_cycle || card.colour != no_index || !card.lines.empty();
  };
  return !view.shows.empty() || !view.problems.empty() || !view.links.empty() ||
         std::ranges::any_of(view.cards, is_special) ||
         std::ranges::any_of(view.edges, &ViewEdge::both_ways) ||
         std::ranges::any_of(view.edges, &ViewEdge::in_cycle);
}

}  // namespace

std::string source_digest(const View& view, const ArrangeOptions& arrange_options,
                          const SvgOptions& svg_options) {
  Fingerprint print;
  print.add(drawing_revision);
  print.add(view.title);
  print.add(view.description);
  print.add(std::uint64_t{view.cards.size()});
  for (const ViewCard& card : view.cards) add_card(print, card);
  print.add(std::uint64_t{view.edges.size()});
  for (const ViewEdge& edge : view.edges) add_edge(print, edge);
  print.add(std::uint64_t{view.sections.size()});
  for (const ViewSection& section : view.sections) add_section(print, section);
  print.add_kind(arrange_options.direction);
  print.add(fmt::format("{}", arrange_options.max_width_px.value_or(-1)));
  if (arrange_options.engine == Engine::builtin) print.add_kind(arrange_options.engine);
  print.add_kind(svg_options.theme);
  print.add(svg_options.id_prefix);
  if (has_extras(view)) add_extras(print, view);
  if (view.emphasizing != Emphasizing::nothing) add_emphasis(print, view);
  if (svg_options.paper != Paper::automatic) print.add("transparent");
  if (svg_options.in_page) print.add("in a page");
  return print.hex();
}

std::string_view carried_digest(std::string_view picture) {
  if (const std::string_view text = carried_text(picture, source_text); !text.empty()) return text;
  const std::string_view root = picture.substr(0, picture.find('>'));
  constexpr std::string_view name = " data-source=\"";
  const std::size_t at = root.find(name);
  if (!root.starts_with("<svg ") || at == std::string_view::npos) return {};
  const std::string_view value = root.substr(at + name.size());
  return value.substr(0, value.find('"'));
}

}  // namespace prereq
