#include "support/plain_dot.hpp"

#include <fmt/format.h>

#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <string>

#include "support/peer_drawing.hpp"
#include "support/run_program.hpp"

namespace prereq::testing {
namespace {

constexpr double px_per_inch = 72;

// Writes the sections, each with its own cards and then the sections in it, and the cards in none.
class Clusters {
 public:
  using Words = std::function<std::string(std::size_t)>;
  // `card` gives a card's statement, `title` a section's attributes; each without its line break.
  Clusters(const View& view, Words card, Words title)
      : view_(view),
        card_(std::move(card)),
        title_(std::move(title)),
        drawn_(drawn_sections(view)) {}

  std::string text() {
    add_content(no_index, "  ");
    return text_;
  }

 private:
  void add_content(std::uint32_t section, const std::string& indent) {
    for (std::size_t c = 0; c < view_.cards.size(); ++c) {
      if (view_.cards[c].section == section) text_ += indent + card_(c) + "\n";
    }
    for (std::uint32_t s = 0; s < view_.sections.size(); ++s) {
      if (view_.sections[s].parent != section || !drawn_[s]) continue;
      text_ += fmt::format("{}subgraph cluster_{} {{\n{}  {}\n", indent, s, indent, title_(s));
      add_content(s, indent + "  ");
      text_ += indent + "}\n";
    }
  }

  const View& view_;
  Words card_;
  Words title_;
  std::vector<bool> drawn_;
  std::string text_;
};

std::string sized_card(const Drawing& ours, std::size_t card) {
  const Box& box = ours.cards[card].box;
  return fmt::format("{} [width={:.5f} height={:.5f}]", card, box.width / px_per_inch,
                     box.height / px_per_inch);
}

// An empty table is as large as it says, whatever the fonts.
std::string sized_title(const Drawing& ours, std::size_t section) {
  const Box box = title_box(ours, section);
  if (box.height <= 0) return "label=\"\"";
  return fmt::format(
      "label=<<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\" "
      "fixedsize=\"true\" width=\"{:.0f}\" height=\"{:.0f}\"><tr><td></td></tr></table>>",
      std::ceil(box.width), std::ceil(box.height));
}

std::string quoted(const std::string& words) {
  std::string text = "\"";
  for (const char c : words) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

std::string_view edge_style(EdgeStyle style) {
  switch (style) {
    case EdgeStyle::required: return "";
    case EdgeStyle::recommended: return " style=dashed";
    case EdgeStyle::corequisite: return " style=dotted";
    case EdgeStyle::alternative: return " style=dashed";
  }
  return "";
}

// Which ends are clusters, as the attributes of an edge.
std::string cluster_ends(const ViewEdge& edge) {
  std::string ends;
  if (edge.prerequisite_section != no_index) {
    ends += fmt::format(" ltail=cluster_{}", edge.prerequisite_section);
  }
  if (edge.dependent_section != no_index) {
    ends += fmt::format(" lhead=cluster_{}", edge.dependent_section);
  }
  return ends;
}

}  // namespace

std::string plain_dot_text(const View& view, const Drawing& ours, DotSections sections) {
  const bool clusters = sections == DotSections::clusters;
  std::string text = fmt::format(
      "digraph {{\n  graph [nodesep={:.5f} ranksep={:.5f}{}]\n"
      "  node [shape=box fixedsize=true label=\"\"]\n  edge [arrowsize=0.7]\n",
      PeerSpacing::between_cards / px_per_inch, PeerSpacing::between_rows / px_per_inch,
      clusters ? fmt::format(" compound=true labeljust=l margin={:.0f}", PeerSpacing::box_padding)
               : "");
  if (clusters) {
    text += Clusters(
                view, [&](std::size_t card) { return sized_card(ours, card); },
                [&](std::size_t section) { return sized_title(ours, section); })
                .text();
  } else {
    for (std::size_t c = 0; c < ours.cards.size(); ++c) text += "  " + sized_card(ours, c) + "\n";
  }
  for (std::size_t e = 0; e < view.edges.size(); ++e) {
    const ViewEdge& edge = view.edges[e];
    const bool arrow = ours.edges[e].arrow_tip.has_value();
    text += fmt::format("  {} -> {} [id={}{}{}]\n", edge.prerequisite, edge.dependent, e,
                        arrow ? "" : " arrowhead=none", clusters ? cluster_ends(edge) : "");
  }
  return text + "}\n";
}

namespace {

// Reads dot's coordinates, whose y grows upwards, and leaves a margin around them.
class Reader {
 public:
  explicit Reader(const Box& page) : page_(page) {}

  Point point(std::string_view text) const {
    Point p;
    char comma = 0;
    std::istringstream in{std::string(text)};
    in >> p.x >> comma >> p.y;
    return {p.x - page_.x + PeerSpacing::page_margin,
            page_.bottom() - p.y + PeerSpacing::page_margin};
  }

  // "e,TIP POINT POINT…", the tip being absent for an edge without arrow.
  DrawnEdge edge(const std::string& text) const {
    DrawnEdge edge;
    std::istringstream in(text);
    for (std::string word; in >> word;) {
      if (word.starts_with("e,")) {
        edge.arrow_tip = point(std::string_view(word).substr(2));
      } else {
        edge.curve.push_back(point(word));
      }
    }
    return edge;
  }

  Box box(const std::string& text) const {
    const Box raw = raw_box(text);
    return {raw.x - page_.x + PeerSpacing::page_margin,
            page_.bottom() - raw.bottom() + PeerSpacing::page_margin, raw.width, raw.height};
  }

  // "LEFT,BOTTOM,RIGHT,TOP", as it is.
  static Box raw_box(const std::string& text) {
    double left = 0;
    double bottom = 0;
    double right = 0;
    double top = 0;
    char comma = 0;
    std::istringstream(text) >> left >> comma >> bottom >> comma >> right >> comma >> top;
    return {left, bottom, right - left, top - bottom};
  }

 private:
  Box page_;
};

void place_object(const nlohmann::json& object, const Reader& reader, const Drawing& ours,
                  Drawing& drawing) {
  const auto name = object["name"].get<std::string>();
  constexpr std::string_view cluster = "cluster_";
  if (name.starts_with(cluster)) {
    const auto section = std::stoul(name.substr(cluster.size()));
    drawing.sections[section].box = reader.box(object["bb"].get<std::string>());
    if (!object.contains("lp")) return;
    const Box title = title_box(ours, section);
    const Point centre = reader.point(object["lp"].get<std::string>());
    place_title(ours, section, {centre.x - title.width / 2, centre.y - title.height / 2}, drawing);
    return;
  }
  const auto card = std::stoul(name);
  const Box& size = ours.cards[card].box;
  const Point centre = reader.point(object["pos"].get<std::string>());
  place_card(ours, card, {centre.x - size.width / 2, centre.y - size.height / 2}, drawing);
}

}  // namespace

Drawing draw_with_plain_dot(const View& view, const Drawing& ours, DotSections sections) {
  Drawing drawing = blank_drawing(view);
  const Outcome outcome =
      run_program({"dot", "-Tjson0"}, {.input = plain_dot_text(view, ours, sections)});
  const auto json = nlohmann::json::parse(outcome.out, nullptr, false);
  if (outcome.status != 0 || json.is_discarded()) {
    throw std::runtime_error("dot failed: " + outcome.err);
  }
  const Box page = Reader::raw_box(json["bb"].get<std::string>());
  drawing.width = page.width + 2 * PeerSpacing::page_margin;
  drawing.height = page.height + 2 * PeerSpacing::page_margin;
  const Reader reader(page);
  if (json.contains("objects")) {
    for (const auto& object : json["objects"]) place_object(object, reader, ours, drawing);
  }
  if (json.contains("edges")) {
    for (const auto& edge : json["edges"]) {
      const auto number = std::stoul(edge["id"].get<std::string>());
      drawing.edges[number] = reader.edge(edge["pos"].get<std::string>());
    }
  }
  return drawing;
}

std::string handwritten_dot(const View& view) {
  std::string text = "digraph {\n  graph [compound=true]\n  node [shape=box]\n";
  text += Clusters(
              view,
              [&](std::size_t c) {
                const ViewCard& card = view.cards[c];
                if (card.kind == CardKind::junction) {
                  return fmt::format("n{} [label={} shape=ellipse]", c, quoted(card.title));
                }
                return fmt::format("n{} [label={}]", c, quoted(card.title));
              },
              [&](std::size_t s) { return "label=" + quoted(view.sections[s].title); })
              .text();
  // A goal that our picture shows as a pennant is a topic like others to whoever writes DOT.
  for (std::size_t c = 0; c < view.cards.size(); ++c) {
    const std::vector<ViewPennant>& pennants = view.cards[c].pennants;
    for (std::size_t p = 0; p < pennants.size(); ++p) {
      text += fmt::format("  n{}_{} [label={}]\n  n{} -> n{}_{}\n", c, p, quoted(pennants[p].title),
                          c, c, p);
    }
  }
  for (const ViewEdge& edge : view.edges) {
    const std::string attributes = std::string(edge_style(edge.style)) + cluster_ends(edge);
    text += fmt::format("  n{} -> n{}", edge.prerequisite, edge.dependent);
    text += attributes.empty() ? "\n" : fmt::format(" [{}]\n", attributes.substr(1));
  }
  return text + "}\n";
}

}  // namespace prereq::testing
