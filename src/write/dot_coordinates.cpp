#include "write/dot_coordinates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/xml.hpp"
#include "write/dot_quoting.hpp"

namespace prereq {
namespace {

// Of the arrowheads that the exported DOT asks for: `arrowsize=0.8`.
constexpr double arrow_length = 8;

std::string point(Point p, const Drawing& drawing) {
  std::string text;
  append_number(text, p.x);
  text += ',';
  append_number(text, drawing.height - p.y);
  return text;
}

bool is_title(const DrawnText& line) {
  return line.role == TextRole::card_title || line.role == TextRole::section_title ||
         line.role == TextRole::heading || line.role == TextRole::pennant;
}

std::string in_double_quotes(const std::string& text) { return '"' + text + '"'; }

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

// From `from`, so far towards `to`.
Point towards(Point from, Point to, double length) {
  const double all = distance(from, to);
  if (all == 0) return from;
  return {from.x + (to.x - from.x) * length / all, from.y + (to.y - from.y) * length / all};
}

// A straight line as a cubic curve: behind its first point.
void add_line(std::vector<Point>& curve, Point to) {
  const Point from = curve.back();
  curve.push_back({from.x + (to.x - from.x) / 3, from.y + (to.y - from.y) / 3});
  curve.push_back({from.x + (to.x - from.x) * 2 / 3, from.y + (to.y - from.y) * 2 / 3});
  curve.push_back(to);
}

// Graphviz draws the head from the tip back; the line has to come up to it.
void lead_up_to(std::vector<Point>& curve, Point tip) {
  if (distance(curve.back(), tip) > arrow_length) {
    add_line(curve, towards(tip, curve.back(), arrow_length));
  }
}

}  // namespace

std::string dot_inches(double px) {
  std::string text = fmt::format("{:.4f}", px / 72);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string dot_page(const Drawing& drawing) {
  return dot_box({0, 0, drawing.width, drawing.height}, drawing);
}

std::string dot_box(const Box& box, const Drawing& drawing) {
  return in_double_quotes(point({box.x, box.bottom()}, drawing) + ',' +
                          point({box.right(), box.y}, drawing));
}

std::string dot_centre(const Box& box, const Drawing& drawing) {
  return in_double_quotes(point({box.x + box.width / 2, box.y + box.height / 2}, drawing));
}

std::string dot_middle(const std::vector<DrawnText>& lines, const Drawing& drawing) {
  double left = lines.front().baseline.x;
  double right = left;
  for (const DrawnText& line : lines) {
    if (!is_title(line)) continue;
    const double start = line.centred ? line.baseline.x - line.width / 2 : line.baseline.x;
    left = std::min(left, start);
    right = std::max(right, start + line.width);
  }
  // Small letters stand above the baseline.
  constexpr double half_letter = 5;
  const double top = lines.front().baseline.y;
  const double bottom = lines.back().baseline.y;
  return in_double_quotes(point({(left + right) / 2, (top + bottom) / 2 - half_letter}, drawing));
}

std::string dot_curve(const DrawnEdge& edge, bool both_ways, const Drawing& drawing) {
  std::vector<Point> curve = edge.curve;
  std::string text;
  if (both_ways) {
    text += "s," + point(curve.front(), drawing) + ' ';
    if (curve.size() > 1) curve.front() = towards(curve[0], curve[1], arrow_length);
  }
  if (edge.arrow_tip) {
    lead_up_to(curve, *edge.arrow_tip);
    text += "e," + point(*edge.arrow_tip, drawing) + ' ';
  }
  for (std::size_t i = 0; i < curve.size(); ++i) {
    text += (i == 0 ? "" : " ") + point(curve[i], drawing);
  }
  return in_double_quotes(text);
}

std::string dot_step(const Box& pennant, const Drawing& drawing) {
  std::vector<Point> curve = {{pennant.x + pennant.width / 2, pennant.y - 1}};
  add_line(curve, {pennant.x + pennant.width / 2, pennant.y});
  return dot_curve({std::move(curve), std::nullopt}, false, drawing);
}

std::string dot_wrapped(std::string_view title, const std::vector<DrawnText>& lines) {
  std::string words;
  std::string label;
  for (const DrawnText& line : lines) {
    if (!is_title(line)) continue;
    if (!words.empty()) {
      words += ' ';
      label.pop_back();  // the quote
      label += "\\n";
    }
    words += line.text;
    std::string part;
    append_dot_text(part, line.text);
    label += label.empty() ? part : part.substr(1);
  }
  if (words == title) return label;
  label.clear();
  append_dot_text(label, title);
  return label;
}

}  // namespace prereq
