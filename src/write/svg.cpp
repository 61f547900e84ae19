#include "prereq/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>
#include <utility>

#include "base/safe_names.hpp"
#include "base/xml.hpp"
#include "write/card_words.hpp"
#include "write/edge_words.hpp"
#include "write/palette.hpp"
#include "write/svg_badges.hpp"
#include "write/svg_pennants.hpp"
#include "write/svg_shapes.hpp"
#include "write/svg_style.hpp"

namespace prereq {
namespace {

std::string_view edge_class(EdgeStyle style) {
  switch (style) {
    case EdgeStyle::required: return "edge requires";
    case EdgeStyle::recommended: return "edge recommends";
    case EdgeStyle::corequisite: return "edge corequisite";
    case EdgeStyle::alternative: return "edge any";
  }
  return "edge";
}

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

// A sample in the legend is drawn like the edge that it stands for.
std::string_view sample_class(LegendSample sample) {
  switch (sample) {
    case LegendSample::recommended: return edge_class(EdgeStyle::recommended);
    case LegendSample::corequisite: return edge_class(EdgeStyle::corequisite);
    case LegendSample::alternative: return edge_class(EdgeStyle::alternative);
    default: return edge_class(EdgeStyle::required);
  }
}

class SvgWriter {
 public:
  SvgWriter(const View& view, const Drawing& drawing, const SvgOptions& options)
      : view_(view), drawing_(drawing), options_(options), id_(root_id(options.id_prefix)) {}

  std::string write() && {
    begin_root();
    for (const DrawnText& line : drawing_.heading) text(line, true);
    for (const DrawnText& line : drawing_.subheadings) linked_text(line, line.url.empty());
    for (std::size_t i = 0; i < drawing_.sections.size(); ++i) section(i);
    edges();
    for (std::size_t i = 0; i < drawing_.cards.size(); ++i) card(i);
    legend();
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
    if (!options_.source_digest.empty()) xml_.attribute("data-source", options_.source_digest);
    xml_.line().open("title").attribute("id", id_ + "-title");
    std::string title = view_.title.empty() ? "Roadmap" : view_.title;
    if (!view_.shows.empty()) title += ": " + view_.shows;
    xml_.text(title).close();
    xml_.line().open("desc").attribute("id", id_ + "-desc").text(view_.description).close();
    xml_.line()
        .open("style")
        .text(svg_style(id_, options_.theme, find_style_use(view_, drawing_)))
        .close();
    xml_.line().open("rect").attribute("class", "paper");
    xml_.attribute("width", drawing_.width).attribute("height", drawing_.height).close();
  }

  static std::string number(double value) {
    std::string result;
    append_number(result, value);
    return result;
  }

  void box(const Box& box, std::string_view name, double radius) {
    xml_.open("rect").attribute("class", name);
    xml_.attribute("x", box.x).attribute("y", box.y);
    xml_.attribute("width", box.width).attribute("height", box.height);
    xml_.attribute("rx", radius).close();
  }

  void path(std::string_view name, std::string_view data) {
    xml_.open("path").attribute("class", name).attribute("d", data).close();
  }

  // `hidden` from screen readers, where the words are said elsewhere.
  void text(const DrawnText& drawn, bool hidden = false) {
    if (drawn.text.empty()) return;
    std::string classes(text_class(drawn.role));
    if (drawn.role == TextRole::mark) classes += " " + drawn.text;
    xml_.line().open("text").attribute("class", classes);
    xml_.attribute("x", drawn.baseline.x).attribute("y", drawn.baseline.y);
    if (drawn.centred) xml_.attribute("text-anchor", "middle");
    if (hidden) xml_.attribute("aria-hidden", "true");
    xml_.text(drawn.text).close();
  }

  // A text that may lead somewhere by itself.
  void linked_text(const DrawnText& drawn, bool hidden = false) {
    const std::string href = safe_href(drawn.url);
    if (href.empty()) {
      text(drawn, hidden);
      return;
    }
    xml_.line().open("a").attribute("href", href).attribute("rel", "noopener");
    text(drawn);
    xml_.close();
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
    box(drawn.box, "box", section_radius);
    for (const DrawnText& line : drawn.lines) text(line);
    xml_.close();
  }

  // Every card says in words what it requires and unlocks, so the lines are hidden.
  void edges() {
    if (drawing_.edges.empty()) return;
    xml_.line().open("g").attribute("class", "edges").attribute("aria-hidden", "true");
    std::string colour;  // of the open group
    for (std::size_t i = 0; i < drawing_.edges.size(); ++i) {
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
    if (drawn.arrow_tip) path("tip" + extra, arrow_path(drawn));
    if (edge.both_ways) path("tip" + extra, arrow_path(reversed(drawn)));
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
    card_shape(card, drawn.box);
    for (const DrawnText& line : drawn.lines) linked_text(line);
    if (!href.empty()) xml_.close();
    xml_.close();
    for (std::size_t p = 0; p < card.pennants.size(); ++p) {
      write_pennant(xml_, id_, card.pennants[p], drawn.pennants[p]);
    }
  }

  void begin_card(const ViewCard& card, bool linked) {
    std::string classes(kind_class(card.kind));
    if (card.optional) classes += " optional";
    if (card.assumed) classes += " assumed";
    if (card.state != CardState::none) classes += fmt::format(" {}", state_name(card.state));
    if (card.focus) classes += " focus";
    if (card.context) classes += " context";
    if (card.in_cycle) classes += " in-cycle";
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
    // A symbol's parts are hidden; a link has to be reached.
    xml_.attribute("role", linked ? "graphics-object" : "graphics-symbol");
    xml_.attribute("aria-label", card_label(card));
    xml_.line().open("title").text(card_tooltip(card)).close();
  }

  void card_shape(const ViewCard& card, const Box& area) {
    switch (card.kind) {
      case CardKind::goal: path("card flag", flag_path(area)); break;
      case CardKind::section: sheets(area); break;
      case CardKind::junction: box(area, "card", area.height / 2); return;
      case CardKind::links: return;
      case CardKind::milestone: milestone(area, card.pennants.empty()); break;
      case CardKind::topic:
        box(area, "card", card_radius);
        path("band", band_path(area));
        break;
    }
    badge_of(card, area);
  }

  void badge_of(const ViewCard& card, const Box& area) {
    if (card.in_cycle) {
      write_badge(xml_, Badge::alarm, area);
    } else if (card.assumed || card.state == CardState::done) {
      write_badge(xml_, Badge::tick, area);
    } else if (card.state == CardState::ready) {
      write_badge(xml_, Badge::play, area);
    } else if (card.state == CardState::blocked) {
      write_badge(xml_, Badge::lock, area);
    }
  }

  // A collapsed section: a pile of cards.
  void sheets(const Box& area) {
    for (const double back : {6.0, 3.0, 0.0}) {
      box({area.x + back, area.y + back, area.width - 2 * back, area.height - 6}, "card",
          section_radius);
    }
  }

  // With pennants below its title, it is no pill any more.
  void milestone(const Box& area, bool is_pill = true) {
    constexpr double with_pennants_radius = 12;
    const double radius = is_pill ? area.height / 2 : with_pennants_radius;
    box(area, "card pill", radius);
    const double middle = is_pill ? area.height / 2 : milestone_title_middle;
    path("band", diamond_path({area.x + std::min(10.0, area.height / 2), area.y + middle},
                              std::min(4.0, area.height / 4)));
  }

  void legend() {
    if (drawing_.legend.empty()) return;
    xml_.line().open("g").attribute("class", "legend").attribute("aria-hidden", "true");
    for (const DrawnLegendEntry& entry : drawing_.legend) {
      xml_.line();
      sample(entry.sample, entry.box);
      text(entry.text);
    }
    xml_.line().close();
  }

  void sample(LegendSample sample, const Box& area) {
    switch (sample) {
      case LegendSample::optional_topic:
        xml_.open("g").attribute("class", "optional");
        box(area, "card", std::min(card_radius, area.height / 3));
        xml_.close();
        return;
      case LegendSample::assumed_topic:
        box(area, "card", std::min(card_radius, area.height / 3));
        write_badge(xml_, Badge::tick, area);
        return;
      case LegendSample::milestone: milestone(area); return;
      case LegendSample::goal: path("card flag", flag_path(area)); return;
      case LegendSample::done: state_sample(CardState::done, area); return;
      case LegendSample::ready: state_sample(CardState::ready, area); return;
      case LegendSample::blocked: state_sample(CardState::blocked, area); return;
      case LegendSample::context:
        xml_.open("g").attribute("class", "context");
        box(area, "card", std::min(card_radius, area.height / 3));
        xml_.close();
        return;
      default: break;
    }
    const double y = area.y + area.height / 2;
    const Point start{area.x, y};
    const Point tip{area.right(), y};
    const DrawnEdge line{{start, start, tip, tip}, {}};
    const DrawnEdge arrow{{start}, tip};
    const bool pointed = sample != LegendSample::alternative;
    const std::string extra = sample == LegendSample::cycle ? " cycle" : "";
    path(std::string(sample_class(sample)) + extra, pointed ? edge_path(arrow) : edge_path(line));
    if (pointed) path("tip" + extra, arrow_path(arrow));
    if (sample == LegendSample::both_ways) path("tip", arrow_path({{tip}, start}));
  }

  void state_sample(CardState state, const Box& area) {
    ViewCard card;
    card.kind = CardKind::milestone;
    card.state = state;
    xml_.open("g").attribute("class", state_name(state));
    box(area, "card", std::min(card_radius, area.height / 3));
    badge_of(card, area);
    xml_.close();
  }

  static constexpr double milestone_title_middle = 13.5;  // of its first line

  const View& view_;
  const Drawing& drawing_;
  const SvgOptions& options_;
  const std::string id_;
  XmlWriter xml_;
};

}  // namespace

std::string write_svg(const View& view, const Drawing& drawing, const SvgOptions& options) {
  assert(view.cards.size() == drawing.cards.size());
  assert(view.edges.size() == drawing.edges.size());
  assert(view.sections.size() == drawing.sections.size());
  return SvgWriter(view, drawing, options).write();
}

}  // namespace prereq
