#include "prereq/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/safe_names.hpp"
#include "base/xml.hpp"
#include "read/url.hpp"
#include "write/card_words.hpp"
#include "write/edge_words.hpp"
#include "write/seal.hpp"
#include "write/svg_badges.hpp"
#include "write/svg_cards.hpp"
#include "write/svg_counts.hpp"
#include "write/svg_elements.hpp"
#include "write/svg_legend.hpp"
#include "write/svg_pennants.hpp"
#include "write/svg_plates.hpp"
#include "write/svg_shapes.hpp"
#include "write/svg_style.hpp"
#include "write/svg_text.hpp"

namespace prereq {
namespace {

std::string_view kind_class(CardKind kind) {
  switch (kind) {
    case CardKind::topic: return "topic";
    case CardKind::milestone: return "topic milestone";
    case CardKind::goal: return "goal";
    case CardKind::junction: return "junction";
    case CardKind::links: return "links";
    case CardKind::section: return "section collapsed";
  }
  return "topic";
}

// What an id names, in it and in its data attribute.
std::string_view id_kind(CardKind kind) {
  if (kind == CardKind::goal) return "goal";
  return kind == CardKind::section ? "section" : "topic";
}

class SvgWriter {
 public:
  SvgWriter(const View& view, const Drawing& drawing, const SvgOptions& options)
      : view_(view),
        drawing_(drawing),
        options_(options),
        id_(root_id(options.id_prefix)),
        counts_(view, drawing) {}

  std::string write() && {
    begin_root();
    for (const SetText& line : set_heading(drawing_)) write_text(xml_, line, true);
    for (const SetText& line : set_texts(drawing_.subheadings)) {
      write_linked_text(xml_, line, line.text->url.empty());
    }
    for (std::size_t i = 0; i < drawing_.sections.size(); ++i) section(i);
    edges();
    for (std::size_t i = 0; i < drawing_.cards.size(); ++i) card(i);
    write_legend(xml_, drawing_);
    return std::move(xml_).finish();
  }

 private:
  void begin_root() {
    const std::string size = fmt::format("{} {}", number(drawing_.width), number(drawing_.height));
    xml_.open("svg").attribute("xmlns", "http://www.w3.org/2000/svg").attribute("id", id_);
    xml_.attribute("viewBox", "0 0 " + size);
    xml_.attribute("width", drawing_.width).attribute("height", drawing_.height);
    xml_.attribute("role", "graphics-document");
    xml_.attribute("aria-labelledby", id_ + "-title").attribute("aria-describedby", id_ + "-desc");
    if (!options_.source_digest.empty()) {
      xml_.attribute("data-source", options_.source_digest);
      xml_.attribute("data-written", empty_seal);
    }
    xml_.line().open("title").attribute("id", id_ + "-title");
    std::string title = view_.title.empty() ? "Roadmap" : view_.title;
    if (!view_.shows.empty()) title += ": " + view_.shows;
    xml_.text(title).close();
    xml_.line().open("desc").attribute("id", id_ + "-desc").text(view_.description).close();
    xml_.line()
        .open("style")
        .text(svg_style(id_, options_, find_style_use(view_, drawing_)))
        .close();
    if (options_.paper == Paper::transparent) {
      for (const Box& plate : plates_behind_words(drawing_)) {
        xml_.line();
        write_box(xml_, plate, "plate", section_radius);
      }
      return;
    }
    xml_.line().open("rect").attribute("class", "paper");
    xml_.attribute("width", drawing_.width).attribute("height", drawing_.height).close();
  }

  static std::string number(double value) {
    std::string result;
    append_number(result, value);
    return result;
  }

  void section(std::size_t index) {
    const ViewSection& section = view_.sections[index];
    const DrawnSection& drawn = drawing_.sections[index];
    if (drawn.lines.empty()) return;  // nothing of it is shown
    std::string label = section.title;
    if (!section.detail.empty()) label += ", " + section.detail;
    xml_.line().open("g").attribute("class", "section " + section_class(drawn.colour));
    xml_.attribute("id", id_ + "-section-" + escape_id(section.id));
    xml_.attribute("data-section", section.id);
    xml_.attribute("role", "graphics-object").attribute("aria-label", label);
    xml_.line();
    write_box(xml_, drawn.box, "box", section_radius);
    for (const SetText& line : set_texts(drawn.lines)) write_text(xml_, line);
    xml_.close();
  }

  // Every card says in words what it requires and unlocks, so the lines are hidden.
  void edges() {
    if (drawing_.edges.empty()) return;
    xml_.line().open("g").attribute("class", "edges").attribute("aria-hidden", "true");
    std::string colour;  // of the open group
    for (const std::size_t i : edges_in_order()) {
      const std::string next = edge_colour(view_.edges[i]);
      if (next != colour) {
        if (!colour.empty()) xml_.close();
        if (!next.empty()) xml_.line().open("g").attribute("class", next);
        colour = next;
      }
      edge(view_.edges[i], drawing_.edges[i]);
    }
    if (!colour.empty()) xml_.close();
    xml_.line().close();
  }

  // Those that are brought out lie above the others.
  std::vector<std::size_t> edges_in_order() const {
    std::vector<std::size_t> order(drawing_.edges.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_partition(
        order, [this](std::size_t e) { return view_.edges[e].emphasis != Emphasis::strong; });
    return order;
  }

  // An edge has the colour of the section that it comes from.
  std::string edge_colour(const ViewEdge& edge) const {
    const std::uint32_t section = edge.prerequisite_section != no_index
                                      ? edge.prerequisite_section
                                      : colour_section(view_.cards[edge.prerequisite]);
    if (section == no_index) return {};
    return section_class(drawing_.sections[section].colour);
  }

  std::string extra_classes(const ViewEdge& edge) const {
    if (edge.in_cycle) return " cycle";
    if (edge.emphasis != Emphasis::none) return emphasis_class(edge.emphasis);
    const bool faint =
        view_.cards[edge.prerequisite].context || view_.cards[edge.dependent].context;
    return faint ? " faint" : "";
  }

  void edge(const ViewEdge& edge, const DrawnEdge& drawn) {
    if (drawn.curve.empty()) return;
    const std::string extra = extra_classes(edge);
    xml_.line().open("path").attribute("class", std::string(edge_class(edge.style)) + extra);
    xml_.attribute("data-from", edge.from).attribute("data-to", edge.to);
    if (edge.prerequisite_section != no_index) {
      xml_.attribute("data-from-topics", topics_at_end(view_, edge, edge.prerequisite_section));
    }
    if (edge.dependent_section != no_index) {
      xml_.attribute("data-to-topics", topics_at_end(view_, edge, edge.dependent_section));
    }
    xml_.attribute("d", edge_path(drawn));
    if (const std::string words = edge_words(view_, edge); !words.empty()) {
      xml_.open("title").text(words).close();
    }
    xml_.close();
    if (drawn.arrow_tip) write_path(xml_, "tip" + extra, arrow_path(drawn));
    if (edge.both_ways) write_path(xml_, "tip" + extra, arrow_path(reversed(drawn)));
  }

  // From the dependent back to the prerequisite, with its head there.
  static DrawnEdge reversed(const DrawnEdge& edge) {
    DrawnEdge back;
    back.curve.assign(edge.curve.rbegin(), edge.curve.rend());
    back.arrow_tip = edge.curve.front();
    return back;
  }

  void card(std::size_t index) {
    const ViewCard& card = view_.cards[index];
    const DrawnCard& drawn = drawing_.cards[index];
    const std::string href = safe_href(card.url);
    const bool linked = !href.empty() || std::ranges::any_of(card.lines, [](const ViewLine& line) {
      return !safe_href(line.url).empty();
    });
    begin_card(card, linked);
    if (!href.empty()) {
      xml_.line().open("a").attribute("href", href).attribute("rel", "noopener");
      xml_.attribute("aria-label", words_on(drawn));
    }
    xml_.line();
    write_card_shape(xml_, card, drawn.box);
    for (const SetText& line : set_texts(drawn.lines, inner_right(card, drawn)))
      write_linked_text(xml_, line);
    if (card.blocks > 0) write_count(xml_, card.blocks, counts_.right_end(index));
    if (!href.empty()) xml_.close();
    xml_.close();
    for (std::size_t p = 0; p < card.pennants.size(); ++p) {
      write_pennant(xml_, id_, card.pennants[p], drawn.pennants[p]);
    }
  }

  // Where the texts of a card may end, which lines that run to the left are aligned at. A colour
  // band stands before them, a flag's tail behind.
  static std::optional<double> inner_right(const ViewCard& card, const DrawnCard& drawn) {
    if (drawn.lines.empty()) return std::nullopt;
    double left = drawn.box.right();
    for (const DrawnText& line : drawn.lines) left = std::min(left, line.baseline.x);
    double padding = left - drawn.box.x;
    if (card.kind == CardKind::topic) padding -= band_width;
    if (card.kind == CardKind::goal) padding += 8;
    return drawn.box.right() - padding;
  }

  void begin_card(const ViewCard& card, bool linked) {
    std::string classes(kind_class(card.kind));
    if (card.optional) classes += " optional";
    if (card.assumed) classes += " assumed";
    if (card.state != CardState::none) classes += fmt::format(" {}", state_name(card.state));
    if (card.focus) classes += " focus";
    if (card.context) classes += " context";
    if (card.in_cycle) classes += " in-cycle";
    classes += emphasis_class(card.emphasis);
    if (card.shade > 0) classes += ' ' + shade_class(card.shade);
    if (const std::uint32_t section = colour_section(card); section != no_index) {
      classes += ' ' + section_class(drawing_.sections[section].colour);
    }
    xml_.line().open("g").attribute("class", classes);
    if (card.kind == CardKind::junction && card.label.empty()) {
      xml_.attribute("aria-hidden", "true");
      return;
    }
    if (card.kind != CardKind::junction && card.kind != CardKind::links) {
      const std::string_view kind = id_kind(card.kind);
      xml_.attribute("id", fmt::format("{}-{}-{}", id_, kind, escape_id(card.id)));
      xml_.attribute(fmt::format("data-{}", kind), card.id);
    }
    if (card.number > 0) xml_.attribute("data-step", std::to_string(card.number));
    if (card.state != CardState::none) xml_.attribute("data-state", state_name(card.state));
    if (card.blocks > 0) xml_.attribute("data-blocks", std::to_string(card.blocks));
    // A symbol's parts are hidden; a link has to be reached.
    xml_.attribute("role", linked ? "graphics-object" : "graphics-symbol");
    xml_.attribute("aria-label", card_label(card));
    xml_.line().open("title").text(card_tooltip(card)).close();
  }

  const View& view_;
  const Drawing& drawing_;
  const SvgOptions& options_;
  const std::string id_;
  XmlWriter xml_;
  CountPlaces counts_;
};

}  // namespace

std::string write_svg(const View& view, const Drawing& drawing, const SvgOptions& options) {
  assert(view.cards.size() == drawing.cards.size());
  assert(view.edges.size() == drawing.edges.size());
  assert(view.sections.size() == drawing.sections.size());
  return sealed(SvgWriter(view, drawing, options).write());
}

}  // namespace prereq
