// Heading, cards, lines, sections and legend, from top to bottom.
#include "arrange/compose.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "arrange/curve.hpp"
#include "arrange/legend.hpp"
#include "arrange/plan/problem.hpp"
#include "arrange/text_style.hpp"

namespace prereq {
namespace {

constexpr double heading_line_px = 26;
constexpr double heading_gap = 12;          // below its lines
constexpr double subheading_gap = 10;       // below those
constexpr double least_room = 520;          // for the words above a picture that is narrower
constexpr double least_heading_room = 300;  // where that is all there is above it
constexpr std::size_t most_heading_lines = 3;
constexpr std::size_t most_subheading_lines = 3;
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
  Composer(const View& view, const PagePlan& plan, const Coordinates& coordinates)
      : view_(view), plan_(plan), at_(coordinates) {}

  Drawing compose() {
    double top = Spacing::page_margin;
    double width = at_.width;
    if (!view_.title.empty()) add_heading(top);
    for (const DrawnText& line : drawing_.heading) width = std::max(width, line.width);
    add_subheadings(top);
    for (const DrawnText& line : drawing_.subheadings) width = std::max(width, line.width);
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
      width = std::max(width, entry.text.baseline.x + entry.text.width - Spacing::page_margin);
    }
    if (legend_height > 0) legend_height += legend_gap;
    drawing_.width = std::ceil(width + 2 * Spacing::page_margin);
    drawing_.height = std::ceil(top + at_.height + legend_height + Spacing::page_margin);
    return std::move(drawing_);
  }

 private:
  // Moves `top` below it.
  void add_heading(double& top) {
    const TextStyle style = text_style(TextRole::heading);
    const double room = std::max(at_.width, view_.shows.empty() ? least_heading_room : least_room);
    for (std::string& text : wrap_text(view_.title, room, style, most_heading_lines)) {
      const double width = text_width_px(text, style);
      drawing_.heading.push_back(
          {std::move(text), {Spacing::page_margin, top + 18}, width, false, TextRole::heading});
      top += heading_line_px;
    }
    top += heading_gap;
  }

  // What the view shows, what is wrong with it, and links; moves `top` below them.
  void add_subheadings(double& top) {
    if (!view_.title.empty()) top -= subheading_gap;
    const double before = top;
    const auto add = [&](const std::string& words, TextRole role, const std::string& url) {
      const TextStyle style = text_style(role);
      for (std::string& text :
           wrap_text(words, std::max(at_.width, least_room), style, most_subheading_lines)) {
        const double line_px = style.size_px + 6;
        const double width = text_width_px(text, style);
        drawing_.subheadings.push_back({std::move(text),
                                        {Spacing::page_margin, top + line_px * 0.75},
                                        width,
                                        false,
                                        role,
                                        url});
        top += line_px;
      }
    };
    if (!view_.shows.empty()) add(view_.shows, TextRole::subheading, "");
    for (const std::string& problem : view_.problems) add(problem, TextRole::problem, "");
    if (const std::string words = words_about_left_out(); !words.empty()) {
      add(words, TextRole::problem, "");
    }
    for (const ViewLine& link : view_.links) add(link.text, TextRole::link, link.url);
    if (!view_.title.empty() || top > before) top += subheading_gap;
  }

  // Of the lines; empty if none is left out.
  std::string words_about_left_out() {
    const auto has_none = [](const DrawnEdge& edge) { return edge.curve.empty(); };
    drawing_.left_out_lines = static_cast<std::size_t>(std::ranges::count_if(at_.edges, has_none));
    if (drawing_.left_out_lines == 0) return {};
    return fmt::format("{} of {} lines are left out, the longest ones: there are too many to draw",
                       drawing_.left_out_lines, at_.edges.size());
  }

  void place_cards() {
    for (std::size_t c = 0; c < plan_.cards.size(); ++c) {
      DrawnCard card = plan_.cards[c];
      const Point top_left = {origin_.x + at_.card_centres[c].x - card.box.width / 2,
                              origin_.y + at_.card_centres[c].y - card.box.height / 2};
      card.box.x = top_left.x;
      card.box.y = top_left.y;
      move(card.lines, top_left);
      for (DrawnPennant& pennant : card.pennants) {
        pennant.box.x += top_left.x;
        pennant.box.y += top_left.y;
        move(pennant.lines, top_left);
      }
      drawing_.cards.push_back(std::move(card));
    }
  }

  void place_edges() {
    for (std::size_t e = 0; e < at_.edges.size(); ++e) {
      DrawnEdge edge = at_.edges[e];
      for (Point& point : edge.curve) move(point, origin_);
      if (edge.arrow_tip) move(*edge.arrow_tip, origin_);
      if (!edge.curve.empty()) reach(view_.edges[e], edge);
      drawing_.edges.push_back(std::move(edge));
    }
  }

  // Edges end at the clearance around cards: lead them on, straight, up to the cards. At the boxes
  // of sections they are already.
  void reach(const ViewEdge& ends, DrawnEdge& edge) const {
    auto& curve = edge.curve;
    if (ends.prerequisite_section == no_index) {
      curve.front() = extended(curve[1], curve.front(), drawing_.cards[ends.prerequisite].box);
    }
    if (ends.dependent_section != no_index) return;
    const Box& to = drawing_.cards[ends.dependent].box;
    if (edge.arrow_tip) {
      const Point tip = extended(curve.back(), *edge.arrow_tip, to);
      move(curve.back(), {tip.x - edge.arrow_tip->x, tip.y - edge.arrow_tip->y});
      edge.arrow_tip = tip;
    } else {
      curve.back() = extended(curve[curve.size() - 2], curve.back(), to);
    }
  }

  // `end` moved on in its direction until it meets the box; past a corner, to the corner.
  static Point extended(Point before, Point end, const Box& box) {
    constexpr double furthest_px = 4 * Spacing::card_clearance;
    const double length = distance(before, end);
    if (length < 0.01) return end;
    const Point step = {(end.x - before.x) / length, (end.y - before.y) / length};
    for (int quarter = 0; quarter <= 4 * furthest_px; ++quarter) {
      const double way = quarter / 4.0;
      const Point at = {end.x + way * step.x, end.y + way * step.y};
      if (at.x >= box.x && at.x <= box.right() && at.y >= box.y && at.y <= box.bottom()) return at;
    }
    const Point nearest = {std::clamp(end.x, box.x, box.right()),
                           std::clamp(end.y, box.y, box.bottom())};
    const bool is_near = distance(end, nearest) <= furthest_px;
    return is_near ? nearest : end;
  }

  void place_sections() {
    const std::vector<bool> at_border = titles_beside_borders();
    for (std::size_t s = 0; s < view_.sections.size(); ++s) {
      DrawnSection section;
      section.colour = static_cast<std::uint32_t>(s);
      if (at_.section_boxes[s]) {
        section.box = *at_.section_boxes[s];
        move_box(section.box);
        const Point centre = *at_.title_centres[s];
        Point corner = {origin_.x + centre.x - plan_.titles[s].width / 2,
                        origin_.y + centre.y - plan_.titles[s].height / 2};
        if (at_border[s]) corner.x = section.box.x + Spacing::box_padding;
        section.lines = plan_.titles[s].lines;
        move(section.lines, corner);
      }
      drawing_.sections.push_back(std::move(section));
    }
  }

  // Nothing passes between these and their box's border, whatever room there is.
  std::vector<bool> titles_beside_borders() const {
    std::vector<bool> beside(view_.sections.size(), false);
    for (const auto& row : plan_.rows) {
      for (std::size_t i = 1; i < row.size(); ++i) {
        if (row[i].kind != SlotKind::title) continue;
        beside[row[i].index] = row[i - 1].kind == SlotKind::left_border;
      }
    }
    return beside;
  }

  void move_box(Box& box) const {
    box.x += origin_.x;
    box.y += origin_.y;
  }

  const View& view_;
  const PagePlan& plan_;
  const Coordinates& at_;
  Point origin_;
  Drawing drawing_;
};

}  // namespace

Drawing compose(const View& view, const PagePlan& plan, const Coordinates& coordinates) {
  return Composer(view, plan, coordinates).compose();
}

}  // namespace prereq
