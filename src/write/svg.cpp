#include "prereq/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "arrange/text_style.hpp"
#include "base/safe_names.hpp"
#include "base/xml.hpp"
#include "write/card_words.hpp"
#include "write/edge_words.hpp"
#include "write/palette.hpp"
#include "write/svg_badges.hpp"
#include "write/svg_shapes.hpp"
#include "write/svg_style.hpp"
#include "write/svg_text.hpp"

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

std::string emphasis_class(Emphasis emphasis) {
  switch (emphasis) {
    case Emphasis::none: break;
    case Emphasis::strong: return " emphasized";
    case Emphasis::quiet: return " quiet";
  }
  return {};
}

class SvgWriter {
 public:
  SvgWriter(const View& view, const Drawing& drawing, const SvgOptions& options)
      : view_(view), drawing_(drawing), options_(options), id_(root_id(options.id_prefix)) {}

  std::string write() && {
    begin_root();
    for (const SetText& line : set_heading()) text(line, true);
    for (const SetText& line : set_texts(drawing_.subheadings)) {
      linked_text(line, line.text->url.empty());
    }
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
        .text(svg_style(id_, options_, find_style_use(view_, drawing_)))
        .close();
    if (options_.paper == Paper::transparent) {
      plates();
      return;
    }
    xml_.line().open("rect").attribute("class", "paper");
    xml_.attribute("width", drawing_.width).attribute("height", drawing_.height).close();
  }

  // Behind the words above and below the picture: nobody knows what colour the page has there.
  void plates() {
    Plate above;
    for (const SetText& line : set_heading()) above.add(line);
    for (const SetText& line : set_texts(drawing_.subheadings)) above.add(line);
    Plate below;
    for (const DrawnLegendEntry& entry : drawing_.legend) {
      below.add(entry.box);
      for (const SetText& line : set_texts({&entry.text, 1})) below.add(line);
    }
    for (const std::optional<Box>& area : {above.area, below.area}) {
      if (!area) continue;
      xml_.line();
      const double right = std::min(area->right(), drawing_.width - 3);
      box({area->x, area->y, right - area->x, area->height}, "plate", section_radius);
    }
  }

  struct Plate {
    std::optional<Box> area;

    void add(const SetText& line) {
      const double size = text_style(line.text->role).size_px;
      // Other faces than the one that was measured may be a little wider.
      const double width = line.text->width * 1.03;
      const double left = line.anchor == SetText::Anchor::right ? line.x - width : line.x;
      add(Box{left, line.text->baseline.y - size, width, size * 1.3});
    }
    void add(const Box& part) {
      constexpr double margin = 6;
      const Box wide{part.x - margin, part.y - margin, part.width + 2 * margin,
                     part.height + 2 * margin};
      if (!area) {
        area = wide;
        return;
      }
      const double right = std::max(area->right(), wide.right());
      const double bottom = std::max(area->bottom(), wide.bottom());
      area->x = std::min(area->x, wide.x);
      area->y = std::min(area->y, wide.y);
      area->width = right - area->x;
      area->height = bottom - area->y;
    }
  };

  // One that runs to the left is aligned at the picture's right edge.
  std::vector<SetText> set_heading() const {
    if (drawing_.heading.empty()) return {};
    return set_texts(drawing_.heading, drawing_.width - drawing_.heading.front().baseline.x);
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
  void text(const SetText& set, bool hidden = false) {
    const DrawnText& drawn = *set.text;
    if (drawn.text.empty()) return;
    std::string classes(text_class(drawn.role));
    if (drawn.role == TextRole::mark) classes += " " + drawn.text;
    xml_.line().open("text").attribute("class", classes);
    xml_.attribute("x", set.x).attribute("y", drawn.baseline.y);
    if (set.right_to_left) {
      xml_.attribute("direction", "rtl").attribute("unicode-bidi", "embed");
    }
    // A line starts where it is read first.
    const auto start = set.right_to_left ? SetText::Anchor::right : SetText::Anchor::left;
    if (set.anchor != start) {
      xml_.attribute("text-anchor", set.anchor == SetText::Anchor::middle ? "middle" : "end");
    }
    if (hidden) xml_.attribute("aria-hidden", "true");
    xml_.text(drawn.text).close();
  }

  // A text that may lead somewhere by itself.
  void linked_text(const SetText& drawn, bool hidden = false) {
    const std::string href = safe_href(drawn.text->url);
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
    for (const SetText& line : set_texts(drawn.lines)) text(line);
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
    for (const SetText& line : set_texts(drawn.lines, inner_right(card, drawn))) linked_text(line);
    if (card.blocks > 0) write_count(xml_, card.blocks, count_end(index));
    if (!href.empty()) xml_.close();
    xml_.close();
    for (std::size_t p = 0; p < card.pennants.size(); ++p) {
      pennant(card, card.pennants[p], drawn.pennants[p]);
    }
  }

  // Beside its card's group, not in it: there, as a part of a symbol or a link, nobody would be
  // told of it.
  void pennant(const ViewCard& card, const ViewPennant& pennant, const DrawnPennant& drawn) {
    std::string classes = "goal";
    if (pennant.state != CardState::none) classes += fmt::format(" {}", state_name(pennant.state));
    if (card.focus) classes += " focus";
    classes += emphasis_class(pennant.emphasis);
    xml_.line().open("g").attribute("class", classes);
    xml_.attribute("id", fmt::format("{}-goal-{}", id_, escape_id(pennant.id)));
    xml_.attribute("data-goal", pennant.id);
    if (pennant.state != CardState::none) {
      xml_.attribute("data-state", state_name(pennant.state));
    }
    xml_.attribute("role", "graphics-symbol").attribute("aria-label", pennant_label(pennant));
    xml_.line().open("title").text(pennant_tooltip(pennant)).close();
    xml_.line();
    path("flag", pennant_path(drawn.box));
    if (pennant.state == CardState::done) {
      const double x = drawn.lines.front().baseline.x - 10;
      path("tick", tick_path({x, drawn.box.y + drawn.box.height / 2}));
    }
    for (const SetText& line : set_texts(drawn.lines, drawn.box.right() - pennant_tail)) text(line);
    xml_.close();
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

  void card_shape(const ViewCard& card, const Box& area) {
    switch (card.kind) {
      case CardKind::goal: path("card flag", flag_path(area)); break;
      case CardKind::section: sheets(card, area); break;
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

  static bool has_badge(const ViewCard& card) {
    return card.in_cycle || card.assumed || card.state != CardState::none;
  }

  // Where the number of topics that a card blocks ends on its upper border: at the right, or at the
  // left where it would hide an arrow's head.
  Point count_end(std::size_t index) {
    constexpr double beside_head = 5;
    const Box& area = drawing_.cards[index].box;
    const double width = count_width(view_.cards[index].blocks);
    const Point right{area.right() - (has_badge(view_.cards[index]) ? 15 : 3), area.y};
    const Point left{area.x + 9 + width, area.y};
    const auto hides_head = [&](Point end) {
      return std::ranges::any_of(tips_on(index), [&](Point tip) {
        return tip.x > end.x - width - beside_head && tip.x < end.x + beside_head &&
               std::abs(tip.y - end.y) < 2 * beside_head;
      });
    };
    return hides_head(right) && !hides_head(left) ? left : right;
  }

  const std::vector<Point>& tips_on(std::size_t card) {
    if (tips_.empty()) {
      tips_.resize(view_.cards.size());
      for (std::size_t e = 0; e < drawing_.edges.size(); ++e) {
        const auto& tip = drawing_.edges[e].arrow_tip;
        if (tip) tips_[view_.edges[e].dependent].push_back(*tip);
      }
    }
    return tips_[card];
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
  void sheets(const ViewCard& card, const Box& area) {
    const bool strong = card.emphasis == Emphasis::strong;
    for (const double back : {6.0, 3.0, 0.0}) {
      box({area.x + back, area.y + back, area.width - 2 * back, area.height - 6},
          strong && back > 0 ? "card sheet" : "card", section_radius);
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
      for (const SetText& line : set_texts({&entry.text, 1})) text(line);
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
      case LegendSample::chosen:
        xml_.open("g").attribute("class", "emphasized");
        box(area, "card", std::min(card_radius, area.height / 3));
        xml_.close();
        return;
      case LegendSample::blocking:
        xml_.open("g").attribute("class", shade_class(most_shade));
        box(area, "card", std::min(card_radius, area.height / 3));
        write_count(xml_, 9, {area.right() - 8, area.y + area.height / 2});
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
    std::string extra;
    if (sample == LegendSample::cycle) extra = " cycle";
    if (sample == LegendSample::critical) extra = emphasis_class(Emphasis::strong);
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

  static constexpr double pennant_tail = 14;              // which texts stay clear of
  static constexpr double milestone_title_middle = 13.5;  // of its first line

  const View& view_;
  const Drawing& drawing_;
  const SvgOptions& options_;
  const std::string id_;
  XmlWriter xml_;
  std::vector<std::vector<Point>> tips_;  // of the arrows that end at each card, once needed
};

}  // namespace

std::string write_svg(const View& view, const Drawing& drawing, const SvgOptions& options) {
  assert(view.cards.size() == drawing.cards.size());
  assert(view.edges.size() == drawing.edges.size());
  assert(view.sections.size() == drawing.sections.size());
  return SvgWriter(view, drawing, options).write();
}

}  // namespace prereq
