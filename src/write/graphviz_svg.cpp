// Graphviz writes the SVG of a finished drawing.
//
// Its `dot` is given the cards alone, without an edge, so that it sets up what rendering needs:
// shapes, labels, clusters. Then everything is put where the drawing has it, and edges get the
// drawing's curves.
#include "prereq/graphviz_svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <new>
#include <vector>

#include "arrange/child.hpp"
#include "arrange/graphviz_handles.hpp"
#include "arrange/place/placer.hpp"
#include "arrange/text_style.hpp"
#include "base/xml.hpp"
#include "read/url.hpp"

namespace prereq {
namespace {

// cgraph of 2.42 takes `char*` where it means `const char*`.
char* mutable_text(const std::string& text) { return const_cast<char*>(text.c_str()); }
char* mutable_text(const char* text) { return const_cast<char*>(text); }

void set_attribute(void* object, const char* name, const std::string& value) {
  agsafeset(object, mutable_text(name), mutable_text(value), mutable_text(""));
}

// Author text for a plain attribute: Graphviz reads entities in all of them, and `\N`, `\G` and the
// like in tooltips.
std::string escaped(std::string_view text) {
  std::string xml;
  append_xml(xml, text);
  std::string out;
  for (const char c : xml) out.append(c == '\\' ? 2 : 1, c);
  return out;
}

// Graphviz copies what looks like an entity from names into its SVG as it stands.
std::string name_in_markup(std::string_view id) {
  std::string name;
  append_xml(name, id);
  return name;
}

std::string html_text(const DrawnText& line) {
  const TextStyle style = text_style(line.role);
  std::string text;
  append_xml(text, line.text);
  // Graphviz takes bold words for as wide as others, and sets the next ones on them.
  if (line.role == TextRole::heading) text = "<B>" + text + "</B>";
  // The machine may set a larger face than the one that was measured.
  constexpr double scale = 0.92;
  return fmt::format("<FONT POINT-SIZE=\"{:.1f}\">{}</FONT>", scale * style.size_px, text);
}

std::string html_label(const std::vector<DrawnText>& texts) {
  constexpr std::string_view line_break = "<BR ALIGN=\"LEFT\"/>";
  std::string label;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const bool same_line = i > 0 && texts[i].baseline.y == texts[i - 1].baseline.y;
    if (i > 0) label += same_line ? "  " : line_break;
    label += html_text(texts[i]);
  }
  return label.append(line_break);
}

// With the card's number, which is drawn last, before its title.
std::vector<DrawnText> numbered_first(std::vector<DrawnText> lines) {
  if (!lines.empty() && lines.back().role == TextRole::card_number) {
    std::rotate(lines.begin(), lines.end() - 1, lines.end());
  }
  return lines;
}

// The middle of some lines of text.
Point middle_of(const std::vector<DrawnText>& lines) {
  double left = lines.front().baseline.x;
  double right = left;
  for (const DrawnText& line : lines) {
    const double start = line.centred ? line.baseline.x - line.width / 2 : line.baseline.x;
    left = std::min(left, start);
    right = std::max(right, start + line.width);
  }
  constexpr double half_letter = 5;
  return {(left + right) / 2,
          (lines.front().baseline.y + lines.back().baseline.y) / 2 - half_letter};
}

class GraphvizPicture {
 public:
  GraphvizPicture(const View& view, const Drawing& drawing)
      : view_(view),
        drawing_(drawing),
        graph_(agopen(mutable_text("roadmap"), Agdirected, nullptr)) {
    set_defaults();
    add_heading();
    add_sections();
    for (std::size_t c = 0; c < view.cards.size(); ++c) add_card(c);
    for (std::size_t c = 0; c < view.cards.size(); ++c) add_pennants(c);
  }

  Agraph_t* graph() const { return graph_.get(); }

  // Requires: the graph has been laid out.
  void put_in_place() {
    GD_bb(graph()) = {{0, 0}, {drawing_.width, drawing_.height}};
    if (GD_label(graph()) != nullptr) {
      put(GD_label(graph()), middle_of(all_heading_lines()));
    }
    for (std::size_t s = 0; s < clusters_.size(); ++s) put_section(s);
    for (const Placed& each : nodes_) put(each.node, each.box);
    for (std::size_t e = 0; e < view_.edges.size(); ++e) add_edge(e);
  }

 private:
  struct Placed {
    Agnode_t* node;
    Box box;
  };

  void set_default(int kind, const char* name, const char* value) {
    agattr(graph(), kind, mutable_text(name), mutable_text(value));
  }

  // What is not declared before the layout, Graphviz does not look for.
  void set_defaults() {
    set_default(AGRAPH, "outputorder", "edgesfirst");
    set_default(AGRAPH, "label", "");
    set_default(AGRAPH, "style", "filled,rounded");
    set_default(AGRAPH, "fillcolor", "#f5f7fa");
    set_default(AGRAPH, "color", "#d5dae3");
    set_default(AGNODE, "shape", "box");
    set_default(AGNODE, "fixedsize", "true");
    set_default(AGNODE, "margin", "0");
    set_default(AGNODE, "label", "");
    set_default(AGNODE, "style", "filled,rounded");
    set_default(AGNODE, "fillcolor", "white");
    set_default(AGNODE, "color", "#8a94a6");
    set_default(AGNODE, "width", "0.1");
    set_default(AGNODE, "height", "0.1");
    set_default(AGNODE, "fontcolor", "black");
    set_default(AGEDGE, "color", "#6b7687");
    set_default(AGEDGE, "style", "");
    set_default(AGEDGE, "penwidth", "1");
    set_default(AGEDGE, "arrowsize", "0.8");
    for (const int kind : {AGRAPH, AGNODE}) set_default(kind, "fontname", "Helvetica");
    for (const int kind : {AGRAPH, AGNODE, AGEDGE}) {
      set_default(kind, "class", "");
      set_default(kind, "tooltip", "");
      set_default(kind, "URL", "");
    }
  }

  void set_html(void* object, const std::string& html) {
    char* text = agstrdup_html(graph(), mutable_text(html));
    agset(object, mutable_text("label"), text);
    agstrfree(graph(), text);
  }

  std::vector<DrawnText> all_heading_lines() const {
    std::vector<DrawnText> lines = drawing_.heading;
    lines.insert(lines.end(), drawing_.subheadings.begin(), drawing_.subheadings.end());
    return lines;
  }

  void add_heading() {
    const std::vector<DrawnText> lines = all_heading_lines();
    if (!lines.empty()) set_html(graph(), html_label(lines));
    set_attribute(graph(), "tooltip", escaped(view_.title));
  }

  void add_sections() {
    for (std::size_t s = 0; s < view_.sections.size(); ++s) {
      const ViewSection& section = view_.sections[s];
      Agraph_t* around = section.parent == no_index ? graph() : clusters_[section.parent];
      Agraph_t* cluster = agsubg(around, mutable_text("cluster " + name_in_markup(section.id)), 1);
      const auto& lines = drawing_.sections[s].lines;
      set_attribute(cluster, "tooltip", escaped(section.title));
      if (lines.empty()) {
        set_attribute(cluster, "label", "");
      } else {
        set_html(cluster, html_label(lines));
      }
      clusters_.push_back(cluster);
    }
  }

  Agnode_t* add_node(Agraph_t* around, const std::string& name, const Box& box,
                     const std::vector<DrawnText>& lines) {
    Agnode_t* node = agnode(around, mutable_text(name), 1);
    constexpr double points_per_inch = 72;
    set_attribute(node, "width", fmt::format("{:.5f}", box.width / points_per_inch));
    set_attribute(node, "height", fmt::format("{:.5f}", box.height / points_per_inch));
    set_html(node, html_label(lines));
    nodes_.push_back({node, box});
    return node;
  }

  static void make_goal(Agnode_t* node) {
    set_attribute(node, "class", "goal");
    set_attribute(node, "fillcolor", "#26344d");
    set_attribute(node, "fontcolor", "white");
  }

  void add_card(std::size_t c) {
    const ViewCard& card = view_.cards[c];
    Agraph_t* around = card.section == no_index ? graph() : clusters_[card.section];
    Agnode_t* node = add_node(around, node_name(card), body_of(drawing_.cards[c]),
                              numbered_first(drawing_.cards[c].lines));
    cards_.push_back(node);
    if (card.optional) set_attribute(node, "style", "filled,rounded,dashed");
    if (card.kind == CardKind::goal) make_goal(node);
    if (card.kind == CardKind::links) set_attribute(node, "color", "transparent");
    if (card.in_cycle) set_attribute(node, "color", "#cf222e");
    const std::string url = safe_href(card.url);
    if (!url.empty()) set_attribute(node, "URL", escaped(url));
    std::string tooltip = card.title;
    for (const std::string& line : card.tooltip) tooltip += "\n" + line;
    set_attribute(node, "tooltip", escaped(tooltip));
  }

  void add_pennants(std::size_t c) {
    const auto& drawn = drawing_.cards[c].pennants;
    for (std::size_t p = 0; p < drawn.size(); ++p) {
      const ViewPennant& pennant = view_.cards[c].pennants[p];
      Agnode_t* node = add_node(graph(), name_in_markup(pennant.id), drawn[p].box, drawn[p].lines);
      make_goal(node);
      set_attribute(node, "tooltip", escaped(pennant.title));
    }
  }

  // Ids hold no space, so names with one cannot clash with a topic's.
  static std::string node_name(const ViewCard& card) {
    const std::string name = name_in_markup(card.id);
    switch (card.kind) {
      case CardKind::junction: return "choice " + name;
      case CardKind::links: return "links " + name;
      case CardKind::section: return "section " + name;
      case CardKind::topic:
      case CardKind::milestone:
      case CardKind::goal: break;
    }
    return name;
  }

  // Graphviz counts from the bottom.
  pointf on_page(Point point) const { return {point.x, drawing_.height - point.y}; }

  void put(textlabel_t* label, Point middle) const {
    label->pos = on_page(middle);
    label->set = 1;
  }

  void put(Agnode_t* node, const Box& box) const {
    const Point middle = {box.x + box.width / 2, box.y + box.height / 2};
    ND_coord(node) = on_page(middle);
    if (ND_label(node) != nullptr) put(ND_label(node), middle);
  }

  void put_section(std::size_t s) const {
    const DrawnSection& drawn = drawing_.sections[s];
    Agraph_t* cluster = clusters_[s];
    if (agfstnode(cluster) == nullptr) return;
    GD_bb(cluster) = {on_page({drawn.box.x, drawn.box.bottom()}),
                      on_page({drawn.box.right(), drawn.box.y})};
    if (GD_label(cluster) != nullptr && !drawn.lines.empty()) {
      put(GD_label(cluster), middle_of(drawn.lines));
    }
  }

  void add_edge(std::size_t e) {
    const ViewEdge& edge = view_.edges[e];
    if (drawing_.edges[e].curve.empty()) return;
    // A key keeps parallel edges apart.
    Agedge_t* drawn = agedge(graph(), cards_[edge.prerequisite], cards_[edge.dependent],
                             mutable_text(fmt::format("{}", e)), 1);
    switch (edge.style) {
      case EdgeStyle::required: break;
      case EdgeStyle::recommended: set_attribute(drawn, "style", "dashed"); break;
      case EdgeStyle::corequisite: set_attribute(drawn, "style", "dotted"); break;
      case EdgeStyle::alternative: set_attribute(drawn, "color", "#8a94a6"); break;
    }
    if (edge.in_cycle) {
      set_attribute(drawn, "color", "#cf222e");
      set_attribute(drawn, "penwidth", "3");
    }
    std::string tooltip = edge.from + " → " + edge.to;
    if (!edge.because.empty()) tooltip += ": " + edge.because;
    set_attribute(drawn, "tooltip", escaped(tooltip));
    agbindrec(drawn, mutable_text("Agedgeinfo_t"), sizeof(Agedgeinfo_t), 1);
    ED_spl(drawn) = curve_of(drawing_.edges[e], edge.both_ways);
  }

  // Graphviz frees it with the layout, by free().
  template <typename Type>
  static Type* allocate(std::size_t count) {
    void* const memory = std::calloc(count, sizeof(Type));
    if (memory == nullptr) throw std::bad_alloc();
    return static_cast<Type*>(memory);
  }

  // From a tip, as far along the curve as a head is long.
  static pointf room_for_arrow(pointf tip, pointf next) {
    constexpr double arrow_length = 8;
    const double length = std::hypot(next.x - tip.x, next.y - tip.y);
    if (length == 0) return tip;
    return {tip.x + (next.x - tip.x) * arrow_length / length,
            tip.y + (next.y - tip.y) * arrow_length / length};
  }

  splines* curve_of(const DrawnEdge& edge, bool both_ways) const {
    constexpr int normal_arrow = 1;
    auto* const curves = allocate<splines>(1);
    curves->list = allocate<bezier>(1);
    curves->size = 1;
    curves->bb = GD_bb(graph());
    bezier& curve = curves->list[0];
    curve.list = allocate<pointf>(edge.curve.size());
    curve.size = static_cast<decltype(curve.size)>(edge.curve.size());
    for (std::size_t p = 0; p < edge.curve.size(); ++p) curve.list[p] = on_page(edge.curve[p]);
    if (edge.arrow_tip) {
      curve.eflag = normal_arrow;
      curve.ep = on_page(*edge.arrow_tip);
    }
    if (both_ways && edge.curve.size() > 1) {
      curve.sflag = normal_arrow;
      curve.sp = curve.list[0];
      curve.list[0] = room_for_arrow(curve.list[0], curve.list[1]);
    }
    return curves;
  }

  const View& view_;
  const Drawing& drawing_;
  GraphHandle graph_;
  std::vector<Agraph_t*> clusters_;  // parallel to View::sections
  std::vector<Agnode_t*> cards_;     // parallel to View::cards
  std::vector<Placed> nodes_;        // of cards and pennants
};

std::optional<std::string> svg_by_graphviz(const View& view, const Drawing& drawing,
                                           std::string& failure) {
  const GraphvizSession session;
  GraphvizPicture picture(view, drawing);
  const LayoutHandle layout(session, picture.graph());
  if (layout.succeeded()) {
    picture.put_in_place();
    char* text = nullptr;
    unsigned int size = 0;
    const bool rendered =
        gvRenderData(session.context(), picture.graph(), "svg", &text, &size) == 0;
    const std::unique_ptr<char, decltype(&gvFreeRenderData)> owner(text, gvFreeRenderData);
    if (rendered) return std::string(text, size);
  }
  failure = session.error();
  return std::nullopt;
}

std::optional<std::string> svg_by_child(const View& view, const Drawing& drawing,
                                        const LayoutLimits& limits, std::string& failure) {
  constexpr char written = 's';
  constexpr char failed = 'f';
  const ChildResult result = run_in_child(
      [&] {
        std::string error;
        const auto svg = svg_by_graphviz(view, drawing, error);
        return svg ? written + *svg : failed + error;
      },
      limits);
  if (result.bytes.starts_with(written)) return result.bytes.substr(1);
  failure = result.bytes.starts_with(failed) ? words_of_graphviz(result.bytes.substr(1))
                                             : "it " + result.failure;
  return std::nullopt;
}

}  // namespace

std::optional<std::string> write_graphviz_svg(const View& view, const ArrangeOptions& options,
                                              Diagnostics& diagnostics) {
  const Drawing drawing = arrange(view, options, diagnostics);
  std::string failure;
  auto svg = options.child ? svg_by_child(view, drawing, *options.child, failure)
                           : svg_by_graphviz(view, drawing, failure);
  if (!svg) {
    diagnostics.add(Code::layout_failed, {}, "Graphviz could not write the picture: " + failure);
  }
  return svg;
}

}  // namespace prereq
