#include "support/drawing_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

#include "arrange/curve.hpp"
#include "arrange/text_style.hpp"

namespace prereq::testing {
namespace {

// Less than anybody sees; also what curves may lie beside the chords that stand for them here.
constexpr double tolerance_px = 0.75;

std::string words(const Box& box) {
  return fmt::format("[{:.1f} {:.1f} {:.1f} {:.1f}]", box.x, box.y, box.right(), box.bottom());
}

std::string card_words(const View& view, const Drawing& drawing, std::size_t card) {
  return fmt::format("card '{}' {}", view.cards[card].id, words(drawing.cards[card].box));
}

std::string section_words(const View& view, const Drawing& drawing, std::size_t section) {
  return fmt::format("section '{}' {}", view.sections[section].id,
                     words(drawing.sections[section].box));
}

std::string edge_words(const View& view, std::size_t edge) {
  return fmt::format("edge '{}' → '{}'", view.cards[view.edges[edge].prerequisite].id,
                     view.cards[view.edges[edge].dependent].id);
}

bool overlap(const Box& a, const Box& b) {
  return a.x < b.right() - tolerance_px && b.x < a.right() - tolerance_px &&
         a.y < b.bottom() - tolerance_px && b.y < a.bottom() - tolerance_px;
}

bool inside(const Box& inner, const Box& outer) {
  return inner.x >= outer.x - tolerance_px && inner.right() <= outer.right() + tolerance_px &&
         inner.y >= outer.y - tolerance_px && inner.bottom() <= outer.bottom() + tolerance_px;
}

Box box_of(const DrawnText& text) {
  const double size = text_style(text.role).size_px;
  const double left = text.centred ? text.baseline.x - text.width / 2 : text.baseline.x;
  // Capital letters reach up 0.72 of the size in Helvetica, descenders down 0.21.
  return {left, text.baseline.y - 0.72 * size, text.width, 0.93 * size};
}

Box shrunk(const Box& box, double by) {
  return {box.x + by, box.y + by, std::max(0.0, box.width - 2 * by),
          std::max(0.0, box.height - 2 * by)};
}

// Whether a straight line meets the box: the part of it between each pair of sides is kept.
bool meets(Point from, Point to, const Box& box) {
  double first = 0;
  double last = 1;
  const auto clip = [&](double start, double change, double low, double high) {
    if (std::abs(change) < 1e-12) return start > low && start < high;
    const auto [enter, leave] = std::minmax({(low - start) / change, (high - start) / change});
    first = std::max(first, enter);
    last = std::min(last, leave);
    return first < last;
  };
  return clip(from.x, to.x - from.x, box.x, box.right()) &&
         clip(from.y, to.y - from.y, box.y, box.bottom());
}

// The edge from its start to its tip, as a chain of chords.
std::vector<Point> chain_of(const DrawnEdge& edge) {
  std::vector<Point> chain;
  sample_curve(edge.curve, [&](Point point) { chain.push_back(point); });
  if (edge.arrow_tip) chain.push_back(*edge.arrow_tip);
  return chain;
}

bool crosses(const std::vector<Point>& chain, const Box& box) {
  for (std::size_t i = 1; i < chain.size(); ++i) {
    if (meets(chain[i - 1], chain[i], box)) return true;
  }
  return false;
}

bool is_drawn(const DrawnSection& section) { return section.box.width > 0; }

bool belongs_to(const View& view, std::uint32_t section, std::size_t ancestor) {
  for (auto s = section; s != no_index; s = view.sections[s].parent) {
    if (s == ancestor) return true;
  }
  return false;
}

bool finite(const Box& box) {
  return std::isfinite(box.x) && std::isfinite(box.y) && std::isfinite(box.width) &&
         std::isfinite(box.height) && box.width >= 0 && box.height >= 0;
}

double distance_to_border(Point p, const Box& box) {
  const double outside_x = std::max({box.x - p.x, 0.0, p.x - box.right()});
  const double outside_y = std::max({box.y - p.y, 0.0, p.y - box.bottom()});
  if (outside_x > 0 || outside_y > 0) return std::hypot(outside_x, outside_y);
  return std::min({p.x - box.x, box.right() - p.x, p.y - box.y, box.bottom() - p.y});
}

void check_line(const DrawnText& line, const Box& box, const std::string& owner,
                Complaints& complaints) {
  const double measured = text_width_px(line.text, text_style(line.role));
  if (measured > line.width + 0.01) {
    complaints.push_back(fmt::format("'{}' in {} takes {:.1f} px, not {:.1f}", line.text, owner,
                                     measured, line.width));
  }
  if (!inside(box_of(line), box)) {
    complaints.push_back(
        fmt::format("'{}' {} reaches out of {}", line.text, words(box_of(line)), owner));
  }
}

// At the foot of the card, below its lines and one another.
void check_pennants(const View& view, const Drawing& drawing, std::size_t card,
                    Complaints& complaints) {
  const DrawnCard& drawn = drawing.cards[card];
  const std::string owner = card_words(view, drawing, card);
  if (drawn.pennants.size() != view.cards[card].pennants.size()) {
    complaints.push_back(owner + " has not as many pennants as it should");
  }
  double top = drawn.box.y;
  for (const DrawnText& line : drawn.lines) top = std::max(top, box_of(line).bottom());
  for (const DrawnPennant& pennant : drawn.pennants) {
    for (const DrawnText& line : pennant.lines) {
      check_line(line, pennant.box, "a pennant of " + owner, complaints);
    }
    if (pennant.box.y < top || !inside(pennant.box, drawn.box)) {
      complaints.push_back("a pennant " + words(pennant.box) + " is not at the foot of " + owner);
    }
    top = pennant.box.bottom();
  }
}

struct NamedBox {
  std::string name;
  Box box;
};

std::vector<NamedBox> section_titles(const View& view, const Drawing& drawing) {
  std::vector<NamedBox> titles;
  for (std::size_t s = 0; s < drawing.sections.size(); ++s) {
    for (const DrawnText& line : drawing.sections[s].lines) {
      titles.push_back({fmt::format("title '{}' of section '{}'", line.text, view.sections[s].id),
                        box_of(line)});
    }
  }
  return titles;
}

// Heading and legend: what belongs to the page and not to the graph.
std::vector<NamedBox> page_texts(const Drawing& drawing) {
  std::vector<NamedBox> texts;
  for (const DrawnText& line : drawing.heading) texts.push_back({"the heading", box_of(line)});
  for (const DrawnText& line : drawing.subheadings) {
    texts.push_back({"heading '" + line.text + "'", box_of(line)});
  }
  for (const DrawnLegendEntry& entry : drawing.legend) {
    texts.push_back({fmt::format("sample '{}'", entry.text.text), entry.box});
    texts.push_back({fmt::format("legend '{}'", entry.text.text), box_of(entry.text)});
  }
  return texts;
}

}  // namespace

Complaints missing_parts(const View& view, const Drawing& drawing) {
  Complaints complaints;
  const auto count = [&](std::size_t expected, std::size_t actual, std::string_view what) {
    if (expected != actual) {
      complaints.push_back(fmt::format("{} {} are drawn as {}", expected, what, actual));
    }
  };
  count(view.cards.size(), drawing.cards.size(), "cards");
  count(view.edges.size(), drawing.edges.size(), "edges");
  count(view.sections.size(), drawing.sections.size(), "sections");
  if (!complaints.empty()) return complaints;
  for (std::size_t c = 0; c < drawing.cards.size(); ++c) {
    const Box& box = drawing.cards[c].box;
    if (!finite(box) || box.width < 1 || box.height < 1 || drawing.cards[c].lines.empty()) {
      complaints.push_back(card_words(view, drawing, c) + " is nothing to see");
    }
  }
  for (std::size_t e = 0; e < drawing.edges.size(); ++e) {
    const auto& curve = drawing.edges[e].curve;
    const bool numbers = std::ranges::all_of(
        curve, [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
    if (curve.size() < 4 || curve.size() % 3 != 1 || !numbers) {
      complaints.push_back(edge_words(view, e) + " is no chain of curves");
    }
  }
  for (std::size_t s = 0; s < drawing.sections.size(); ++s) {
    const bool used = std::ranges::any_of(
        view.cards, [&](const ViewCard& card) { return belongs_to(view, card.section, s); });
    if (!finite(drawing.sections[s].box) || used != is_drawn(drawing.sections[s])) {
      complaints.push_back(section_words(view, drawing, s) + " is drawn only if it holds a card");
    }
    if (used && drawing.sections[s].lines.empty()) {
      complaints.push_back(section_words(view, drawing, s) + " has no title");
    }
  }
  return complaints;
}

Complaints overlapping_cards(const View& view, const Drawing& drawing) {
  Complaints complaints;
  for (std::size_t a = 0; a < drawing.cards.size(); ++a) {
    for (std::size_t b = a + 1; b < drawing.cards.size(); ++b) {
      if (!overlap(drawing.cards[a].box, drawing.cards[b].box)) continue;
      complaints.push_back(card_words(view, drawing, a) + " overlaps " +
                           card_words(view, drawing, b));
    }
  }
  return complaints;
}

Complaints texts_outside(const View& view, const Drawing& drawing) {
  Complaints complaints;
  for (std::size_t c = 0; c < drawing.cards.size(); ++c) {
    const CardKind kind = view.cards[c].kind;
    const bool titled =
        kind != CardKind::junction && kind != CardKind::links && kind != CardKind::section;
    for (const DrawnText& line : drawing.cards[c].lines) {
      check_line(line, drawing.cards[c].box, card_words(view, drawing, c), complaints);
    }
    check_pennants(view, drawing, c, complaints);
    const TextRole role = drawing.cards[c].lines.front().role;
    if (titled && (role != TextRole::card_title || text_style(role).size_px != 14)) {
      complaints.push_back(card_words(view, drawing, c) + " has no title of 14 px");
    }
  }
  for (std::size_t s = 0; s < drawing.sections.size(); ++s) {
    for (const DrawnText& line : drawing.sections[s].lines) {
      check_line(line, drawing.sections[s].box, section_words(view, drawing, s), complaints);
    }
  }
  return complaints;
}

Complaints edges_through_cards(const View& view, const Drawing& drawing) {
  Complaints complaints;
  for (std::size_t e = 0; e < drawing.edges.size(); ++e) {
    const std::vector<Point> chain = chain_of(drawing.edges[e]);
    for (std::size_t c = 0; c < drawing.cards.size(); ++c) {
      if (c == view.edges[e].prerequisite || c == view.edges[e].dependent) continue;
      if (!crosses(chain, shrunk(drawing.cards[c].box, tolerance_px))) continue;
      complaints.push_back(edge_words(view, e) + " passes through " + card_words(view, drawing, c));
    }
  }
  return complaints;
}

Complaints crossed_titles(const View& view, const Drawing& drawing) {
  Complaints complaints;
  const std::vector<NamedBox> titles = section_titles(view, drawing);
  for (std::size_t t = 0; t < titles.size(); ++t) {
    const NamedBox& title = titles[t];
    for (std::size_t e = 0; e < drawing.edges.size(); ++e) {
      if (!crosses(chain_of(drawing.edges[e]), title.box)) continue;
      complaints.push_back(edge_words(view, e) + " crosses " + title.name);
    }
    for (std::size_t c = 0; c < drawing.cards.size(); ++c) {
      if (!overlap(drawing.cards[c].box, title.box)) continue;
      complaints.push_back(card_words(view, drawing, c) + " covers " + title.name);
    }
    for (std::size_t u = t + 1; u < titles.size(); ++u) {
      if (overlap(title.box, titles[u].box)) {
        complaints.push_back(title.name + " is on " + titles[u].name);
      }
    }
  }
  return complaints;
}

Complaints misplaced_in_sections(const View& view, const Drawing& drawing) {
  Complaints complaints;
  for (std::size_t s = 0; s < drawing.sections.size(); ++s) {
    if (!is_drawn(drawing.sections[s])) continue;
    const Box& section = drawing.sections[s].box;
    const std::string name = section_words(view, drawing, s);
    for (std::size_t c = 0; c < drawing.cards.size(); ++c) {
      const Box& card = drawing.cards[c].box;
      const bool belongs = belongs_to(view, view.cards[c].section, s);
      if (belongs && !inside(card, section)) {
        complaints.push_back(card_words(view, drawing, c) + " is not inside " + name);
      }
      if (!belongs && overlap(card, section)) {
        complaints.push_back(card_words(view, drawing, c) + " is inside " + name);
      }
    }
    for (std::size_t o = 0; o < drawing.sections.size(); ++o) {
      if (o == s || !is_drawn(drawing.sections[o])) continue;
      const Box& other = drawing.sections[o].box;
      const auto other_index = static_cast<std::uint32_t>(o);
      if (belongs_to(view, other_index, s)) {
        if (!inside(other, section)) {
          complaints.push_back(section_words(view, drawing, o) + " is not inside " + name);
        }
      } else if (o > s && overlap(other, section)) {
        complaints.push_back(section_words(view, drawing, o) + " overlaps " + name);
      }
    }
  }
  return complaints;
}

Complaints outside_the_page(const View& view, const Drawing& drawing) {
  Complaints complaints;
  const Box page = {0, 0, drawing.width, drawing.height};
  const std::vector<NamedBox> texts = page_texts(drawing);
  const auto expect_inside = [&](const Box& box, const std::string& name) {
    if (!inside(box, page)) complaints.push_back(name + " reaches out of the page");
    for (const NamedBox& text : texts) {
      if (overlap(box, text.box)) complaints.push_back(name + " lies on " + text.name);
    }
  };
  for (std::size_t c = 0; c < drawing.cards.size(); ++c) {
    expect_inside(drawing.cards[c].box, card_words(view, drawing, c));
  }
  for (std::size_t s = 0; s < drawing.sections.size(); ++s) {
    if (!is_drawn(drawing.sections[s])) continue;
    expect_inside(drawing.sections[s].box, section_words(view, drawing, s));
  }
  for (std::size_t e = 0; e < drawing.edges.size(); ++e) {
    Extent extent;
    const std::vector<Point> chain = chain_of(drawing.edges[e]);
    for (const Point point : chain) extent.include(point);
    const Box around = {extent.left, extent.top, extent.right - extent.left,
                        extent.bottom - extent.top};
    if (!inside(around, page)) {
      complaints.push_back(edge_words(view, e) + " reaches out of the page");
    }
    for (const NamedBox& text : texts) {
      if (crosses(chain, text.box))
        complaints.push_back(edge_words(view, e) + " lies on " + text.name);
    }
  }
  for (std::size_t t = 0; t < texts.size(); ++t) {
    if (!inside(texts[t].box, page)) complaints.push_back(texts[t].name + " is off the page");
    for (std::size_t u = t + 1; u < texts.size(); ++u) {
      if (!overlap(texts[t].box, texts[u].box)) continue;
      complaints.push_back(texts[t].name + " lies on " + texts[u].name);
    }
  }
  return complaints;
}

Complaints loose_ends(const View& view, const Drawing& drawing) {
  Complaints complaints;
  for (std::size_t e = 0; e < drawing.edges.size(); ++e) {
    const DrawnEdge& edge = drawing.edges[e];
    const bool into_junction = view.cards[view.edges[e].dependent].kind == CardKind::junction;
    if (edge.arrow_tip.has_value() == into_junction) {
      complaints.push_back(edge_words(view, e) +
                           (into_junction ? " has an arrow at a junction" : " has no arrow"));
    }
    const auto expect_at = [&](Point end, std::uint32_t card, std::uint32_t section,
                               std::string_view verb) {
      const bool at_card = section == no_index;
      const Box& box = at_card ? drawing.cards[card].box : drawing.sections[section].box;
      const double distance = distance_to_border(end, box);
      if (distance <= 1.5) return;
      complaints.push_back(fmt::format("{} {} {:.1f} px from the border of {}", edge_words(view, e),
                                       verb, distance,
                                       at_card ? card_words(view, drawing, card)
                                               : "section '" + view.sections[section].id + "'"));
    };
    expect_at(edge.curve.front(), view.edges[e].prerequisite, view.edges[e].prerequisite_section,
              "starts");
    expect_at(edge.arrow_tip.value_or(edge.curve.back()), view.edges[e].dependent,
              view.edges[e].dependent_section, "ends");
  }
  return complaints;
}

Complaints upward_edges(const View& view, const Drawing& drawing) {
  Complaints complaints;
  for (std::size_t e = 0; e < view.edges.size(); ++e) {
    const ViewEdge& edge = view.edges[e];
    if (edge.style != EdgeStyle::required && edge.style != EdgeStyle::alternative) continue;
    const Box& upper = drawing.cards[edge.prerequisite].box;
    const Box& lower = drawing.cards[edge.dependent].box;
    if (upper.bottom() < lower.y) continue;
    complaints.push_back(edge_words(view, e) + " does not lead down: " + words(upper) + " to " +
                         words(lower));
  }
  return complaints;
}

Complaints all_complaints(const View& view, const Drawing& drawing) {
  Complaints all = missing_parts(view, drawing);
  if (!all.empty()) return all;  // the others need what is missing
  for (const auto check : {overlapping_cards, texts_outside, edges_through_cards, crossed_titles,
                           misplaced_in_sections, outside_the_page, loose_ends}) {
    Complaints found = check(view, drawing);
    std::ranges::move(found, std::back_inserter(all));
  }
  return all;
}

}  // namespace prereq::testing
