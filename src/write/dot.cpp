// Writes a view as DOT from top to bottom: what to know in comments, defaults, the topics section
// by section, the goals, the edges; and with a drawing, where each of them stands.
#include "prereq/dot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "write/dot_attributes.hpp"
#include "write/dot_coordinates.hpp"
#include "write/dot_quoting.hpp"

namespace prereq {
namespace {

constexpr std::string_view fonts = "Helvetica,Arial,sans-serif";

// Where something may stand: cards by section, sections by the one around them, each in order.
struct Contents {
  std::vector<std::uint32_t> cards;
  std::vector<std::uint32_t> sections;
};

bool is_dead_end(const ViewEdge& edge, const View& view) {
  return view.cards[edge.dependent].kind == CardKind::junction;
}

class DotWriter {
 public:
  DotWriter(const View& view, const DotOptions& options)
      : view_(view),
        options_(options),
        contents_(view.sections.size() + 1),
        has_optional_(view.sections.size(), false) {
    for (std::uint32_t c = 0; c < view.cards.size(); ++c) {
      const ViewCard& card = view.cards[c];
      if (card.kind == CardKind::goal) {
        goals_.push_back(c);
      } else {
        inside(card.section).cards.push_back(c);
      }
      has_pennants_ = has_pennants_ || !card.pennants.empty();
      if (!card.optional) continue;
      for (auto s = card.section; s != no_index && !has_optional_[s]; s = view.sections[s].parent) {
        has_optional_[s] = true;
      }
    }
    // Inner sections come after those around them.
    for (auto s = static_cast<std::uint32_t>(view.sections.size()); s-- > 0;) {
      if (!is_empty(s)) inside(view.sections[s].parent).sections.push_back(s);
    }
    for (Contents& each : contents_) std::ranges::reverse(each.sections);
  }

  std::string write() {
    add_comments();
    out_ += "digraph roadmap {\n";
    add_defaults();
    out_ += '\n';
    add_contents(contents_.back(), 1);
    add_goals();
    if (!view_.edges.empty() || has_pennants_) out_ += '\n';
    for (std::size_t e = 0; e < view_.edges.size(); ++e) add_edge(e);
    add_edges_to_pennants();
    out_ += "}\n";
    return std::move(out_);
  }

 private:
  Contents& inside(std::uint32_t section) {
    return section == no_index ? contents_.back() : contents_[section];
  }

  bool is_empty(std::uint32_t section) const {
    return contents_[section].cards.empty() && contents_[section].sections.empty();
  }

  template <typename... Parts>
  void comment(fmt::format_string<Parts...> words, Parts&&... parts) {
    out_ += "// ";
    fmt::format_to(std::back_inserter(out_), words, std::forward<Parts>(parts)...);
    out_ += '\n';
  }

  void add_comments() {
    const std::string what = dot_comment(picture_alt(view_));
    comment("{}.", what);
    for (const std::string& problem : view_.problems) comment("{}", dot_comment(problem));
    std::string styles;
    for (const auto& [style, words] : {std::pair(EdgeStyle::recommended, ", dashed if recommended"),
                                       std::pair(EdgeStyle::corequisite, ", dotted if together")}) {
      for (const ViewEdge& edge : view_.edges) {
        if (edge.style != style) continue;
        styles += words;
        break;
      }
    }
    comment("Edges lead from a prerequisite to what needs it{}.", styles);
    if (const std::size_t count = view_.redundant_edges; count > 0) {
      comment("{} left out: 'prereq render --all-edges' writes {}.",
              count == 1 ? std::string("1 redundant edge is")
                         : fmt::format("{} redundant edges are", count),
              count == 1 ? "it" : "each");
    }
  }

  void add_defaults() {
    margin(1);
    out_ += "graph";
    DotAttributes graph(out_);
    graph.value("class", "prereq");
    if (!view_.title.empty()) {
      if (options_.drawing != nullptr) {
        graph.literal("label", dot_wrapped(view_.title, options_.drawing->heading));
      } else {
        graph.text("label", view_.title);
      }
      graph.value("labelloc", "t");
    }
    graph.value("fontname", fonts).value("fontsize", "14");
    graph.value("style", "rounded,filled").value("fillcolor", "#f5f7fa").value("color", "#d5dae3");
    if (options_.direction == Direction::right) graph.value("rankdir", "LR");
    if (has_edges_of_sections()) graph.value("compound", "true");
    if (const Drawing* drawing = options_.drawing) {
      graph.literal("bb", dot_page(*drawing));
      if (!view_.title.empty() && !drawing->heading.empty()) {
        graph.literal("lp", dot_middle(drawing->heading, *drawing));
      }
    }
    graph.end();
    margin(1);
    out_ += "node";
    DotAttributes node(out_);
    node.value("shape", "box").value("style", "rounded,filled").value("fillcolor", "white");
    node.value("color", "#8a94a6").value("fontname", fonts).value("fontsize", "12");
    if (options_.drawing != nullptr) node.value("fixedsize", "true").value("margin", "0");
    node.end();
    margin(1);
    out_ += "edge";
    DotAttributes(out_).value("color", "#6b7687").value("arrowsize", "0.8").end();
  }

  bool has_edges_of_sections() const {
    for (const ViewEdge& edge : view_.edges) {
      if (edge.prerequisite_section != no_index || edge.dependent_section != no_index) return true;
    }
    return false;
  }

  void margin(std::size_t depth) { out_.append(2 * depth, ' '); }

  // Sections inside one another may be many: no recursion.
  void add_contents(const Contents& outermost, std::size_t depth) {
    struct Open {
      const Contents* contents;
      std::size_t next_section;
    };
    std::vector<Open> open = {{&outermost, 0}};
    add_cards(outermost.cards, depth);
    while (!open.empty()) {
      Open& innermost = open.back();
      if (innermost.next_section == innermost.contents->sections.size()) {
        open.pop_back();
        if (open.empty()) return;
        margin(depth + open.size() - 1);
        out_ += "}\n";
        continue;
      }
      const std::uint32_t section = innermost.contents->sections[innermost.next_section++];
      begin_section(section, depth + open.size() - 1);
      open.push_back({&contents_[section], 0});
      add_cards(contents_[section].cards, depth + open.size() - 1);
    }
  }

  void begin_section(std::uint32_t s, std::size_t depth) {
    margin(depth);
    out_ += "subgraph ";
    append_dot_value(out_, cluster(s));
    out_ += " {\n";
    margin(depth + 1);
    out_ += "label=";
    const std::string& title = view_.sections[s].title;
    if (options_.drawing == nullptr) {
      append_dot_text(out_, title);
      out_ += ";\n";
      return;
    }
    const DrawnSection& drawn = options_.drawing->sections[s];
    out_ += dot_wrapped(title, drawn.lines) + ";\n";
    margin(depth + 1);
    out_ += "bb=" + dot_box(drawn.box, *options_.drawing) + ";\n";
    if (drawn.lines.empty()) return;
    margin(depth + 1);
    out_ += "lp=" + dot_middle(drawn.lines, *options_.drawing) + ";\n";
  }

  void add_cards(const std::vector<std::uint32_t>& cards, std::size_t depth) {
    for (const std::uint32_t c : cards) add_card(c, depth);
  }

  // Of topics, and of what stands for several of them or for alternatives.
  void add_card(std::uint32_t c, std::size_t depth) {
    const ViewCard& card = view_.cards[c];
    margin(depth);
    append_dot_value(out_, node(c));
    DotAttributes attributes(out_);
    add_label(attributes, c);
    add_kind(attributes, card);
    add_look(attributes, card);
    add_links(attributes, card);
    add_place(attributes, c);
    attributes.end();
  }

  // A place in the path, or how many topics it blocks, stands beside the label, so that the title
  // stays as it is.
  void add_label(DotAttributes& attributes, std::uint32_t c) const {
    const ViewCard& card = view_.cards[c];
    if (options_.drawing != nullptr) {
      attributes.literal("label", dot_wrapped(card.title, options_.drawing->cards[c].lines));
    } else {
      attributes.text("label", card.title);
    }
    if (card.number > 0) {
      attributes.value("xlabel", std::to_string(card.number));
    } else if (card.blocks > 0) {
      attributes.value("xlabel", std::to_string(card.blocks));
    }
  }

  void add_place(DotAttributes& attributes, std::uint32_t c) const {
    if (options_.drawing == nullptr) return;
    place(attributes, body_of(options_.drawing->cards[c]));
  }

  void place(DotAttributes& attributes, const Box& box) const {
    attributes.literal("pos", dot_centre(box, *options_.drawing));
    attributes.literal("width", dot_inches(box.width)).literal("height", dot_inches(box.height));
  }

  // In a block with their look, so that whoever adds one has it too.
  void add_goals() {
    if (goals_.empty() && !has_pennants_) return;
    out_ +=
        "  subgraph goals {\n"
        "    node [class=goal, shape=cds, fillcolor=\"#26344d\", fontcolor=white];\n";
    // Pennants know their places among all goals.
    std::map<std::uint32_t, std::pair<std::uint32_t, std::size_t>> pennants;
    for (std::uint32_t c = 0; c < view_.cards.size(); ++c) {
      for (std::size_t p = 0; p < view_.cards[c].pennants.size(); ++p) {
        pennants.emplace(view_.cards[c].pennants[p].place, std::pair(c, p));
      }
    }
    std::uint32_t place = 0;
    auto next = pennants.begin();
    const auto add_pennants_here = [&] {
      for (; next != pennants.end() && next->first == place; ++next, ++place) {
        add_pennant(next->second.first, next->second.second);
      }
    };
    for (const std::uint32_t c : goals_) {
      add_pennants_here();
      add_goal(c);
      ++place;
    }
    for (; next != pennants.end(); ++next) add_pennant(next->second.first, next->second.second);
    out_ += "  }\n";
  }

  void add_goal(std::uint32_t c) {
    const ViewCard& card = view_.cards[c];
    margin(2);
    append_dot_value(out_, node(c));
    DotAttributes attributes(out_);
    add_label(attributes, c);
    add_look(attributes, card);
    add_links(attributes, card);
    add_place(attributes, c);
    attributes.end();
  }

  void add_pennant(std::uint32_t c, std::size_t p) {
    const ViewPennant& pennant = view_.cards[c].pennants[p];
    margin(2);
    append_dot_value(out_, dot_name(pennant.id));
    DotAttributes attributes(out_);
    const bool is_drawn =
        options_.drawing != nullptr && p < options_.drawing->cards[c].pennants.size();
    if (is_drawn) {
      attributes.literal("label",
                         dot_wrapped(pennant.title, options_.drawing->cards[c].pennants[p].lines));
    } else {
      attributes.text("label", pennant.title);
    }
    if (pennant.emphasis == Emphasis::strong) attributes.value("penwidth", "3");
    add_tooltip(attributes, pennant.tooltip);
    if (is_drawn) place(attributes, options_.drawing->cards[c].pennants[p].box);
    attributes.end();
  }

  void add_edge(std::size_t e) {
    const ViewEdge& edge = view_.edges[e];
    margin(1);
    append_dot_value(out_, node(edge.prerequisite));
    out_ += " -> ";
    append_dot_value(out_, node(edge.dependent));
    DotAttributes attributes(out_);
    add_look(attributes, edge, is_dead_end(edge, view_));
    add_class(attributes, edge);
    if (edge.prerequisite_section != no_index) {
      attributes.value("ltail", cluster(edge.prerequisite_section));
    }
    if (edge.dependent_section != no_index) {
      attributes.value("lhead", cluster(edge.dependent_section));
    }
    if (!edge.because.empty()) attributes.text("tooltip", edge.because);
    if (options_.drawing != nullptr && !options_.drawing->edges[e].curve.empty()) {
      attributes.literal("pos",
                         dot_curve(options_.drawing->edges[e], edge.both_ways, *options_.drawing));
    }
    attributes.end();
  }

  // Where a box does not mean what a section means: as a prerequisite, its topics that are not
  // optional; as a dependent, all of them.
  void add_class(DotAttributes& attributes, const ViewEdge& edge) const {
    const std::uint32_t from = edge.prerequisite_section;
    const std::uint32_t to = edge.dependent_section;
    if (from != no_index && has_optional_[from] && edge.prerequisites_optional_too) {
      attributes.value("class", "optional");
    } else if (to != no_index && has_optional_[to] && !edge.dependents_optional_too) {
      attributes.value("class", "core");
    }
  }

  void add_edges_to_pennants() {
    for (std::uint32_t c = 0; c < view_.cards.size(); ++c) {
      const auto& pennants = view_.cards[c].pennants;
      for (std::size_t p = 0; p < pennants.size(); ++p) {
        margin(1);
        append_dot_value(out_, node(c));
        out_ += " -> ";
        append_dot_value(out_, dot_name(pennants[p].id));
        DotAttributes attributes(out_);
        if (pennants[p].emphasis == Emphasis::strong) attributes.value("penwidth", "3");
        if (!pennants[p].because.empty()) attributes.text("tooltip", pennants[p].because);
        if (options_.drawing != nullptr && p < options_.drawing->cards[c].pennants.size()) {
          attributes.value("arrowhead", "none");
          attributes.literal(
              "pos", dot_step(options_.drawing->cards[c].pennants[p].box, *options_.drawing));
        }
        attributes.end();
      }
    }
  }

  // Ids hold no space, so names with one cannot clash with a topic's.
  std::string node(std::uint32_t c) const {
    const ViewCard& card = view_.cards[c];
    switch (card.kind) {
      case CardKind::junction: return "choice " + dot_name(card.id);
      case CardKind::links: return "links " + dot_name(card.id);
      case CardKind::section: return "section " + dot_name(card.id);
      case CardKind::topic:
      case CardKind::milestone:
      case CardKind::goal: break;
    }
    return dot_name(card.id);
  }

  std::string cluster(std::uint32_t s) const { return "cluster_" + dot_name(view_.sections[s].id); }

  const View& view_;
  const DotOptions& options_;
  std::vector<Contents> contents_;  // parallel to View::sections, and of the page itself
  std::vector<bool> has_optional_;  // by section: a card in it or inside one in it
  std::vector<std::uint32_t> goals_;
  bool has_pennants_ = false;
  std::string out_;
};

}  // namespace

std::string write_dot(const View& view, const DotOptions& options) {
  return DotWriter(view, options).write();
}

}  // namespace prereq
