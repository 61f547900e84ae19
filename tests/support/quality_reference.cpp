#include "support/quality_reference.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "arrange/text_style.hpp"

namespace prereq::testing {
namespace {

constexpr int samples_of_part = 60;

Point between(Point a, Point b, double t) { return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}; }

bool is_straight(const Point* p) {
  const auto beside = [&](Point q) {
    return std::abs((p[3].x - p[0].x) * (q.y - p[0].y) - (p[3].y - p[0].y) * (q.x - p[0].x)) > 1e-9;
  };
  return !beside(p[1]) && !beside(p[2]);
}

// By de Casteljau's construction.
std::vector<Point> sampled(const DrawnEdge& edge) {
  std::vector<Point> line;
  for (std::size_t i = 0; i + 3 < edge.curve.size(); i += 3) {
    const int samples = is_straight(&edge.curve[i]) ? 1 : samples_of_part;
    for (int step = 0; step <= samples; ++step) {
      const double t = 1.0 * step / samples;
      const Point a = between(edge.curve[i], edge.curve[i + 1], t);
      const Point b = between(edge.curve[i + 1], edge.curve[i + 2], t);
      const Point c = between(edge.curve[i + 2], edge.curve[i + 3], t);
      line.push_back(between(between(a, b, t), between(b, c, t), t));
    }
  }
  if (edge.arrow_tip) line.push_back(*edge.arrow_tip);
  return line;
}

std::vector<std::vector<Point>> all_sampled(const Drawing& drawing) {
  std::vector<std::vector<Point>> lines;
  for (const DrawnEdge& edge : drawing.edges) lines.push_back(sampled(edge));
  return lines;
}

// Where two straight lines meet, by Cramer's rule; the end of each is left to the next piece.
std::optional<Point> meeting(Point a, Point b, Point c, Point d) {
  if (std::min(a.x, b.x) > std::max(c.x, d.x) || std::min(c.x, d.x) > std::max(a.x, b.x)) {
    return std::nullopt;
  }
  const Point r = {b.x - a.x, b.y - a.y};
  const Point s = {d.x - c.x, d.y - c.y};
  const double area = r.x * s.y - r.y * s.x;
  if (area == 0) return std::nullopt;
  const double t = ((c.x - a.x) * s.y - (c.y - a.y) * s.x) / area;
  const double u = ((c.x - a.x) * r.y - (c.y - a.y) * r.x) / area;
  if (t < 0 || t >= 1 || u < 0 || u >= 1) return std::nullopt;
  return between(a, b, t);
}

double distance_to(Point p, Point a, Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length = dx * dx + dy * dy;
  const double t =
      length == 0 ? 0 : std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0);
  return std::hypot(a.x + t * dx - p.x, a.y + t * dy - p.y);
}

// Whether a line runs on the other one up to `end`.
bool runs_on(const std::vector<Point>& line, std::size_t points, Point end,
             const std::vector<Point>& other) {
  const auto is_on_other = [&](Point p) {
    for (std::size_t j = 1; j < other.size(); ++j) {
      if (distance_to(p, other[j - 1], other[j]) < 1e-6) return true;
    }
    return false;
  };
  return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(points),
                     is_on_other) &&
         is_on_other(end);
}

double distance_to(Point p, const Box& box) {
  return std::max({box.x - p.x, p.x - box.right(), box.y - p.y, p.y - box.bottom(), 0.0});
}

double depth_in(Point p, const Box& box) {
  return std::min({p.x - box.x, box.right() - p.x, p.y - box.y, box.bottom() - p.y});
}

// As `c` or `s` and the number of the card or section.
std::vector<std::string> ends_of(const ViewEdge& edge) {
  const auto end = [](std::uint32_t section, std::uint32_t card) {
    return section == no_index ? "c" + std::to_string(card) : "s" + std::to_string(section);
  };
  return {end(edge.prerequisite_section, edge.prerequisite),
          end(edge.dependent_section, edge.dependent)};
}

bool comes_into(const std::vector<Point>& line, const Box& box) {
  if (box.width <= 0 || box.height <= 0) return false;
  for (std::size_t i = 1; i < line.size(); ++i) {
    // Points as close together as makes the deepest one easy to find.
    for (int step = 0; step <= 40; ++step) {
      const Point p = between(line[i - 1], line[i], step / 40.0);
      if (p.x > box.x && p.x < box.right() && p.y > box.y && p.y < box.bottom()) return true;
    }
  }
  return false;
}

}  // namespace

std::size_t crossings_by_brute_force(const View& view, const Drawing& drawing) {
  const auto lines = all_sampled(drawing);
  std::size_t count = 0;
  for (std::size_t a = 0; a < lines.size(); ++a) {
    for (std::size_t b = a + 1; b < lines.size(); ++b) {
      std::vector<Box> shared;
      std::vector<bool> is_box;
      for (const std::string& end : ends_of(view.edges[a])) {
        for (const std::string& other : ends_of(view.edges[b])) {
          if (end != other) continue;
          const auto number = std::stoul(end.substr(1));
          shared.push_back(end[0] == 's' ? drawing.sections[number].box
                                         : drawing.cards[number].box);
          is_box.push_back(end[0] == 's');
        }
      }
      std::optional<Point> last;
      for (std::size_t i = 1; i < lines[a].size(); ++i) {
        for (std::size_t j = 1; j < lines[b].size(); ++j) {
          const auto at = meeting(lines[a][i - 1], lines[a][i], lines[b][j - 1], lines[b][j]);
          if (!at) continue;
          bool comes_together = false;
          for (std::size_t k = 0; k < shared.size(); ++k) {
            const bool deep = is_box[k] && depth_in(*at, shared[k]) > 8;
            comes_together = comes_together || (distance_to(*at, shared[k]) <= 8 && !deep);
          }
          if (comes_together) continue;
          if (ends_of(view.edges[a])[0] == ends_of(view.edges[b])[0] &&
              runs_on(lines[a], i, *at, lines[b]) && runs_on(lines[b], j, *at, lines[a])) {
            continue;
          }
          if (!last || std::hypot(at->x - last->x, at->y - last->y) >= 4) ++count;
          last = at;
        }
      }
    }
  }
  return count;
}

std::size_t edges_through_cards_by_brute_force(const View& view, const Drawing& drawing) {
  const auto lines = all_sampled(drawing);
  std::size_t count = 0;
  for (std::size_t e = 0; e < lines.size(); ++e) {
    for (std::size_t c = 0; c < drawing.cards.size(); ++c) {
      const auto ends = ends_of(view.edges[e]);
      if (std::ranges::find(ends, "c" + std::to_string(c)) != ends.end()) continue;
      const Box& box = drawing.cards[c].box;
      if (comes_into(lines[e], {box.x + 1, box.y + 1, box.width - 2, box.height - 2})) ++count;
    }
  }
  return count;
}

std::size_t edges_through_titles_by_brute_force(const Drawing& drawing) {
  const auto lines = all_sampled(drawing);
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t e = 0; e < lines.size(); ++e) {
    for (std::size_t s = 0; s < drawing.sections.size(); ++s) {
      for (const DrawnText& text : drawing.sections[s].lines) {
        const double size = text_style(text.role).size_px;
        const Box box = {text.baseline.x, text.baseline.y - 0.72 * size, text.width, 0.93 * size};
        if (comes_into(lines[e], box)) pairs.insert({e, s});
      }
    }
  }
  return pairs.size();
}

}  // namespace prereq::testing
