#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "arrange/attempt.hpp"
#include "arrange/child.hpp"
#include "arrange/dot_graph.hpp"
#include "arrange/text_style.hpp"
#include "base/safe_names.hpp"
#include "base/xml.hpp"
#include "prereq/dot.hpp"

namespace prereq {
namespace {

// Author text for a plain attribute: Graphviz reads entities in all of them, and `\\N`, `\\G` and
// the like in labels and tooltips.
std::string escaped(std::string_view text) {
  std::string xml;
  append_xml(xml, text);
  std::string out;
  for (const char c : xml) {
    if (c == '\\') out += '\\';
    out += c;
  }
  return out;
}

// Its line breaks are written otherwise than those behind it, so that whoever reads the DOT knows
// where it ends.
std::string escaped_title(std::string_view title) {
  constexpr std::string_view line_break = "&#10;";
  std::string text = escaped(title);
  for (auto at = text.find(line_break); at != std::string::npos; at = text.find(line_break, at)) {
    text.replace(at, line_break.size(), "&#xA;");
  }
  return text;
}

std::string html_text(const DrawnText& line) {
  const TextStyle style = text_style(line.role);
  std::string text;
  append_xml(text, line.text);
  if (style.bold) text = "<B>" + text + "</B>";
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

class Labeller {
 public:
  Labeller(const View& view, const ArrangementPlan& plan, DotGraph& dot)
      : view_(view), plan_(plan), dot_(dot), graph_(dot.graph.get()) {}

  void fill_in() {
    set_default(AGNODE, "fontname", "Helvetica");
    set_default(AGNODE, "margin", "0");
    set_default(AGNODE, "fillcolor", "white");
    set_default(AGNODE, "color", "#8a94a6");
    set_default(AGEDGE, "color", "#6b7687");
    set_default(AGRAPH, "fillcolor", "#f5f7fa");
    set_default(AGRAPH, "color", "#d5dae3");
    set_attribute(graph_, "tooltip", escaped(view_.title));
    for (std::size_t c = 0; c < view_.cards.size(); ++c) label_card(c);
    for (std::size_t s = 0; s < view_.sections.size(); ++s) label_section(s);
    for (std::size_t e = 0; e < view_.edges.size(); ++e) label_edge(e);
  }

 private:
  void set_default(int kind, const char* name, const char* value) {
    agattr(graph_, kind, const_cast<char*>(name), const_cast<char*>(value));
  }

  void set_html(void* object, const std::string& html) {
    char* text = agstrdup_html(graph_, const_cast<char*>(html.c_str()));
    agset(object, const_cast<char*>("label"), text);
    agstrfree(graph_, text);
  }

  void label_card(std::size_t c) {
    const ViewCard& card = view_.cards[c];
    Agnode_t* node = dot_.cards[c];
    set_html(node, html_label(numbered_first(plan_.cards[c].lines)));
    const bool helper = card.kind == CardKind::junction || card.kind == CardKind::links;
    set_attribute(node, "class", helper ? "prereq-helper" : class_of(card));
    set_attribute(node, "style", style_of(card));
    if (card.kind == CardKind::goal) {
      set_attribute(node, "fillcolor", "#26344d");
      set_attribute(node, "fontcolor", "white");
    }
    if (card.kind == CardKind::links) set_attribute(node, "color", "transparent");
    if (!card.hours.empty()) set_attribute(node, "hours", card.hours);
    if (card.optional) set_attribute(node, "level", "optional");
    if (card.assumed) set_attribute(node, "level", "assumed");
    const std::string url = safe_href(card.url);
    if (!url.empty()) set_attribute(node, "URL", escaped(url));
    std::string tooltip = escaped_title(card.title);
    for (const std::string& line : card.tooltip) tooltip += escaped("\n" + line);
    set_attribute(node, "tooltip", tooltip);
  }

  static const char* class_of(const ViewCard& card) {
    if (card.kind == CardKind::section) return "prereq-section";
    return card.kind == CardKind::goal ? "prereq-goal" : "prereq-topic";
  }

  static const char* style_of(const ViewCard& card) {
    return card.optional ? "filled,rounded,dashed" : "filled,rounded";
  }

  void label_section(std::size_t s) {
    if (dot_.clusters[s] == nullptr) return;
    set_attribute(dot_.clusters[s], "style", "filled,rounded");
    set_attribute(dot_.clusters[s], "tooltip", escaped(view_.sections[s].title));
    if (dot_.titles[s] == nullptr) return;
    set_attribute(dot_.titles[s], "style", "");
    set_attribute(dot_.titles[s], "color", "transparent");
    set_html(dot_.titles[s], html_label(plan_.titles[s].lines));
  }

  void label_edge(std::size_t e) {
    const ViewEdge& edge = view_.edges[e];
    switch (edge.style) {
      case EdgeStyle::required: break;
      case EdgeStyle::recommended: set_attribute(dot_.edges[e], "style", "dashed"); break;
      case EdgeStyle::corequisite: set_attribute(dot_.edges[e], "style", "dotted"); break;
      case EdgeStyle::alternative: set_attribute(dot_.edges[e], "color", "#8a94a6"); break;
    }
    if (edge.both_ways) set_attribute(dot_.edges[e], "dir", "both");
    if (edge.in_cycle) {
      set_attribute(dot_.edges[e], "color", "#cf222e");
      set_attribute(dot_.edges[e], "penwidth", "3");
    }
    std::string tooltip = edge.from + " → " + edge.to;
    if (!edge.because.empty()) tooltip += ": " + edge.because;
    set_attribute(dot_.edges[e], "tooltip", escaped(tooltip));
  }

  const View& view_;
  const ArrangementPlan& plan_;
  DotGraph& dot_;
  Agraph_t* graph_;
};

DotGraph labelled_graph(const View& view, const ArrangementPlan& plan, NodeNames names) {
  DotGraph dot = build_dot_graph(view, plan, names);
  Labeller(view, plan, dot).fill_in();
  return dot;
}

std::optional<std::string> svg_by_graphviz(const View& view, const ArrangementPlan& plan,
                                           std::string& failure) {
  const GraphvizSession session;
  const DotGraph dot = labelled_graph(view, plan, NodeNames::from_ids_in_markup);
  const LayoutHandle layout(session, dot.graph.get());
  char* text = nullptr;
  unsigned int size = 0;
  const bool rendered = layout.succeeded() &&
                        gvRenderData(session.context(), dot.graph.get(), "svg", &text, &size) == 0;
  const std::unique_ptr<char, decltype(&gvFreeRenderData)> owner(text, gvFreeRenderData);
  if (rendered) return std::string(text, size);
  failure = session.error();
  return std::nullopt;
}

std::optional<std::string> svg_by_child(const View& view, const ArrangementPlan& plan,
                                        const LayoutLimits& limits, std::string& failure) {
  constexpr char written = 's';
  constexpr char failed = 'f';
  const ChildResult result = run_in_child(
      [&] {
        std::string error;
        const auto svg = svg_by_graphviz(view, plan, error);
        return svg ? written + *svg : failed + error;
      },
      limits);
  if (result.bytes.starts_with(written)) return result.bytes.substr(1);
  failure = result.bytes.starts_with(failed) ? words_of_graphviz(result.bytes.substr(1))
                                             : "it " + result.failure;
  return std::nullopt;
}

void report_failure(const std::string& reason, Diagnostics& diagnostics) {
  diagnostics.add(Code::layout_failed, {}, "Graphviz could not write the picture: " + reason);
}

}  // namespace

std::optional<std::string> write_dot(const View& view, const ArrangeOptions& options,
                                     Diagnostics& diagnostics) {
  const Attempt best = best_attempt(view, options, diagnostics);
  const GraphvizSession session;
  const DotGraph dot = labelled_graph(view, best.plan, NodeNames::from_ids);
  char* text = nullptr;
  std::size_t size = 0;
  std::FILE* stream = open_memstream(&text, &size);
  const bool written = stream != nullptr && agwrite(dot.graph.get(), stream) == 0;
  const bool complete = stream != nullptr && std::fclose(stream) == 0 && written;
  const std::unique_ptr<char, decltype(&std::free)> owner(text, std::free);
  if (!complete) {
    report_failure(session.error(), diagnostics);
    return std::nullopt;
  }
  return std::string(text, size);
}

std::optional<std::string> write_graphviz_svg(const View& view, const ArrangeOptions& options,
                                              Diagnostics& diagnostics) {
  const Attempt best = best_attempt(view, options, diagnostics);
  std::string failure;
  auto svg = options.child ? svg_by_child(view, best.plan, *options.child, failure)
                           : svg_by_graphviz(view, best.plan, failure);
  if (!svg) report_failure(failure, diagnostics);
  return svg;
}

}  // namespace prereq
