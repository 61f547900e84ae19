#include "arrange/compose.hpp"

#include <algorithm>
#include <cmath>

#include "arrange/legend.hpp"
#include "arrange/text_style.hpp"

namespace prereq {
namespace {

constexpr double heading_height = 38;
constexpr double legend_gap = 14;

void move(Point& point, Point by) {
  point.x += by.x;
  point.y += by.y;
}

void move(std::vector<DrawnText>& lines, Point by) {
  for (DrawnText& line : lines) move(line.baseline, by);
}

class Composer {
 public:
  Composer(const View& view, const ArrangementPlan& plan, const Coordinates& coordinates)
      : view_(view), plan_(plan), at_(coordinates) {}

  Drawing compose() {
    double top = Spacing::page_margin;
    double width = at_.width;
    if (!view_.title.empty()) {
      add_heading();
      width = std::max(width, drawing_.heading->width);
      top += heading_height;
    }
    origin_ = {Spacing::page_margin, top};
    place_cards();
    place_edges();
    place_sections();
    double legend_height = 0;
    drawing_.legend = make_legend(view_, width, legend_height);
    for (DrawnLegendEntry& entry : drawing_.legend) {
      const double y = top + at_.height + legend_gap;
      entry.box.x += Spacing::page_margin;
      entry.box.y += y;
      move(entry.text.baseline, {Spacing::page_margin, y});
    }
    if (legend_height > 0) legend_height += legend_gap;
    drawing_.width = std::ceil(width + 2 * Spacing::page_margin);
    drawing_.height = std::ceil(top + at_.height + legend_height + Spacing::page_margin);
    return std::move(drawing_);
  }

 private:
  void add_heading() {
    const TextStyle style = text_style(TextRole::heading);
    const double room = std::max(at_.width, 300.0);
    std::string text = wrap_text(view_.title, room, style, 1).front();
    const double width = text_width_px(text, style);
    drawing_.heading = DrawnText{std::move(text),
                                 {Spacing::page_margin, Spacing::page_margin + 18},
                                 width,
                                 false,
                                 TextRole::heading};
  }

  void place_cards() {
    for (std::size_t c = 0; c < plan_.cards.size(); ++c) {
      DrawnCard card = plan_.cards[c];
      const Point top_left = {origin_.x + at_.card_centres[c].x - card.box.width / 2,
                              origin_.y + at_.card_centres[c].y - card.box.height / 2};
      card.box.x = top_left.x;
      card.box.y = top_left.y;
      move(card.lines, top_left);
      drawing_.cards.push_back(std::move(card));
    }
  }

  void place_edges() {
    for (DrawnEdge edge : at_.edges) {
      for (Point& point : edge.curve) move(point, origin_);
      if (edge.arrow_tip) move(*edge.arrow_tip, origin_);
      drawing_.edges.push_back(std::move(edge));
    }
  }

  void place_sections() {
    for (std::size_t s = 0; s < view_.sections.size(); ++s) {
      DrawnSection section;
      section.colour = static_cast<std::uint32_t>(s);
      if (at_.section_boxes[s]) {
        section.box = *at_.section_boxes[s];
        section.box.x += origin_.x;
        section.box.y += origin_.y;
        section.lines = plan_.titles[s].lines;
        move(section.lines, title_place(s, section.box));
      }
      drawing_.sections.push_back(std::move(section));
    }
  }

  // Top left corner of the title's line.
  Point title_place(std::size_t s, const Box& box) const {
    if (!at_.title_centres[s]) return {box.x + 10, box.y + 5};
    const MeasuredTitle& title = plan_.titles[s];
    const Point centre = *at_.title_centres[s];
    return {origin_.x + centre.x - title.width / 2, origin_.y + centre.y - title.height / 2};
  }

  const View& view_;
  const ArrangementPlan& plan_;
  const Coordinates& at_;
  Point origin_;
  Drawing drawing_;
};

}  // namespace

Drawing compose(const View& view, const ArrangementPlan& plan, const Coordinates& coordinates) {
  return Composer(view, plan, coordinates).compose();
}

}  // namespace prereq
