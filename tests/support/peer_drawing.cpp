#include "support/peer_drawing.hpp"

#include <algorithm>
#include <limits>

namespace prereq::testing {
namespace {

// Above and below the line that letters of a title stand on.
constexpr double ascent_px = 12;
constexpr double descent_px = 4;

void move(std::vector<DrawnText>& lines, double dx, double dy) {
  for (DrawnText& line : lines) {
    line.baseline.x += dx;
    line.baseline.y += dy;
  }
}

}  // namespace

std::vector<bool> drawn_sections(const View& view) {
  std::vector<bool> drawn(view.sections.size());
  for (const ViewCard& card : view.cards) {
    for (std::uint32_t s = card.section; s != no_index; s = view.sections[s].parent) {
      drawn[s] = true;
    }
  }
  return drawn;
}

Box title_box(const Drawing& ours, std::size_t section) {
  const std::vector<DrawnText>& lines = ours.sections[section].lines;
  if (lines.empty()) return {};
  constexpr double far = std::numeric_limits<double>::infinity();
  double left = far;
  double right = -far;
  double top = far;
  double bottom = -far;
  for (const DrawnText& line : lines) {
    const double start = line.centred ? line.baseline.x - line.width / 2 : line.baseline.x;
    left = std::min(left, start);
    right = std::max(right, start + line.width);
    top = std::min(top, line.baseline.y - ascent_px);
    bottom = std::max(bottom, line.baseline.y + descent_px);
  }
  return {left, top, right - left, bottom - top};
}

Drawing blank_drawing(const View& view) {
  Drawing drawing;
  drawing.cards.resize(view.cards.size());
  drawing.edges.resize(view.edges.size());
  drawing.sections.resize(view.sections.size());
  return drawing;
}

void place_card(const Drawing& ours, std::size_t card, Point corner, Drawing& drawing) {
  DrawnCard& placed = drawing.cards[card];
  placed = ours.cards[card];
  const double dx = corner.x - placed.box.x;
  const double dy = corner.y - placed.box.y;
  placed.box.x = corner.x;
  placed.box.y = corner.y;
  move(placed.lines, dx, dy);
  for (DrawnPennant& pennant : placed.pennants) {
    pennant.box.x += dx;
    pennant.box.y += dy;
    move(pennant.lines, dx, dy);
  }
}

void place_title(const Drawing& ours, std::size_t section, Point corner, Drawing& drawing) {
  DrawnSection& placed = drawing.sections[section];
  placed.colour = ours.sections[section].colour;
  placed.lines = ours.sections[section].lines;
  const Box box = title_box(ours, section);
  move(placed.lines, corner.x - box.x, corner.y - box.y);
}

}  // namespace prereq::testing
