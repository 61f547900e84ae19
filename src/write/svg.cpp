#include "prereq/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>
#include <utility>

#include "base/safe_names.hpp"
#include "base/xml.hpp"
#include "write/palette.hpp"
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
  }
  return "topic";
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
    if (drawing_.heading) text(*drawing_.heading, true);
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
    xml_.text(view_.title.empty() ? "Roadmap" : view_.title).close();
    xml_.line().open("desc").attribute("id", id_ + "-desc").text(view_.description).close();
    xml_.line().open("style").text(svg_style(id_, options_.theme, used_colours())).close();
    xml_.line().open("rect").attribute("class", "paper");
    xml_.attribute("width", drawing_.width).attribute("height", drawing_.height).close();
  }

  static std::string number(double value) {
    std::string result;
    append_number(result, value);
    return result;
  }

  std::array<bool, palette_size> used_colours() const {
    std::array<bool, palette_size> used{};
    for (const DrawnSection& section : drawing_.sections)
      used[section.colour % palette_size] = true;
    return used;
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
    xml_.line().open("text").attribute("class", text_class(drawn.role));
    xml_.attribute("x", drawn.baseline.x).attribute("y", drawn.baseline.y);
    if (drawn.centred) xml_.attribute("text-anchor", "middle");
    if (hidden) xml_.attribute("aria-hidden", "true");
    xml_.text(drawn.text).close();
  }

  void section(std::size_t index) {
    const ViewSection& section = view_.sections[index];
    const DrawnSection& drawn = drawing_.sections[index];
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
    const std::uint32_t section = view_.cards[edge.prerequisite].section;
    if (section == no_index) return {};
    return section_class(drawing_.sections[section].colour);
  }

  void edge(const ViewEdge& edge, const DrawnEdge& drawn) {
    if (drawn.curve.empty()) return;
    xml_.line().open("path").attribute("class", edge_class(edge.style));
    xml_.attribute("data-from", edge.from).attribute("data-to", edge.to);
    xml_.attribute("d", edge_path(drawn));
    if (!edge.because.empty()) xml_.open("title").text(edge.because).close();
    xml_.close();
    if (drawn.arrow_tip) path("tip", arrow_path(drawn));
  }

  void card(std::size_t index) {
    const ViewCard& card = view_.cards[index];
    const DrawnCard& drawn = drawing_.cards[index];
    const std::string href = safe_href(card.url);
    begin_card(card, !href.empty());
    if (!href.empty()) {
      xml_.line().open("a").attribute("href", href).attribute("rel", "noopener");
      xml_.attribute("aria-label", card.title);
    }
    xml_.line();
    card_shape(card, drawn.box);
    for (const DrawnText& line : drawn.lines) text(line);
    if (!href.empty()) xml_.close();
    xml_.close();
  }

  void begin_card(const ViewCard& card, bool linked) {
    std::string classes(kind_class(card.kind));
    if (card.optional) classes += " optional";
    if (card.assumed) classes += " assumed";
    if (card.section != no_index) {
      classes += ' ' + section_class(drawing_.sections[card.section].colour);
    }
    xml_.line().open("g").attribute("class", classes);
    if (card.kind == CardKind::junction && card.label.empty()) {
      xml_.attribute("aria-hidden", "true");
      return;
    }
    if (card.kind != CardKind::junction && card.kind != CardKind::links) {
      const std::string_view kind = card.kind == CardKind::goal ? "goal" : "topic";
      xml_.attribute("id", fmt::format("{}-{}-{}", id_, kind, escape_id(card.id)));
      xml_.attribute(card.kind == CardKind::goal ? "data-goal" : "data-topic", card.id);
    }
    // A symbol's parts are hidden; a link has to be reached.
    xml_.attribute("role", linked ? "graphics-object" : "graphics-symbol");
    xml_.attribute("aria-label", card_label(card));
    xml_.line().open("title").text(card_tooltip(card)).close();
  }

  // The kind of a topic, which its border or a tick shows.
  static std::string marked_title(const ViewCard& card) {
    std::string result = card.title;
    if (card.optional) result += " (optional)";
    if (card.assumed) result += " (assumed to be known)";
    return result;
  }

  static std::string card_label(const ViewCard& card) {
    return card.label.empty() ? marked_title(card) : card.label;
  }

  static std::string card_tooltip(const ViewCard& card) {
    std::string result = marked_title(card);
    for (const std::string& line : card.tooltip) result += '\n' + line;
    return result;
  }

  void card_shape(const ViewCard& card, const Box& area) {
    switch (card.kind) {
      case CardKind::goal: path("card flag", flag_path(area)); return;
      case CardKind::junction: box(area, "card", area.height / 2); return;
      case CardKind::links: return;
      case CardKind::milestone: milestone(area); break;
      case CardKind::topic:
        box(area, "card", card_radius);
        path("band", band_path(area));
        break;
    }
    if (card.assumed) tick(area);
  }

  void milestone(const Box& area) {
    box(area, "card pill", area.height / 2);
    path("band", diamond_path({area.x + std::min(10.0, area.height / 2), area.y + area.height / 2},
                              std::min(4.0, area.height / 4)));
  }

  // A round badge on the corner of what is taken as known.
  void tick(const Box& area) {
    const double x = area.right() - 6;
    const double y = area.y;
    xml_.open("circle").attribute("class", "badge").attribute("r", "6.5");
    xml_.attribute("cx", x).attribute("cy", y).close();
    path("tick", fmt::format("M{} {}l2 2.2 4 -4.4", number(x - 3), number(y + 0.2)));
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
      case LegendSample::milestone: milestone(area); return;
      case LegendSample::goal: path("card flag", flag_path(area)); return;
      default: break;
    }
    const double y = area.y + area.height / 2;
    const Point start{area.x, y};
    const Point tip{area.right(), y};
    const DrawnEdge line{{start, start, tip, tip}, {}};
    const DrawnEdge arrow{{start}, tip};
    const bool pointed = sample != LegendSample::alternative;
    path(sample_class(sample), pointed ? edge_path(arrow) : edge_path(line));
    if (pointed) path("tip", arrow_path(arrow));
  }

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
