#include "arrange/measure.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "arrange/text_style.hpp"

namespace prereq {
namespace {

// Titles wrap at this width, so that five cards and more fit a row of a page.
constexpr double title_wrap_px = 128;
constexpr std::size_t most_title_lines = 4;
constexpr double narrowest_card_px = 84;
constexpr double title_line_px = 17;
constexpr double detail_line_px = 15;

// Another face than the one measured may be a little wider.
constexpr double face_margin = 1.03;

struct Padding {
  double left, right, top, bottom;
};

Padding padding_of(CardKind kind) {
  switch (kind) {
    case CardKind::topic: return {14, 9, 7, 7};  // the colour band is on the left
    case CardKind::milestone: return {18, 14, 5, 5};
    case CardKind::goal: return {14, 22, 8, 8};  // the flag's tail is on the right
    case CardKind::junction: return {8, 8, 2, 2};
    case CardKind::links: return {2, 2, 4, 4};
  }
  return {};
}

TextRole title_role(CardKind kind) {
  switch (kind) {
    case CardKind::junction: return TextRole::junction;
    case CardKind::links: return TextRole::section_detail;
    default: return TextRole::card_title;
  }
}

double measured_px(const std::string& text, TextRole role) {
  return text_width_px(text, text_style(role)) * face_margin;
}

}  // namespace

DrawnCard measure_card(const ViewCard& card) {
  const Padding padding = padding_of(card.kind);
  const TextRole role = title_role(card.kind);
  DrawnCard drawn;
  double y = padding.top;
  double widest = 0;
  const auto add = [&](std::string text, TextRole line_role, double line_px) {
    const double width = measured_px(text, line_role);
    // A line's baseline is at about four fifths of it.
    drawn.lines.push_back(
        {std::move(text), {padding.left, y + line_px * 0.78}, width, false, line_role});
    y += line_px;
    widest = std::max(widest, width);
  };
  for (std::string& line :
       wrap_text(card.title, title_wrap_px, text_style(role), most_title_lines)) {
    add(std::move(line), role, role == TextRole::junction ? 14 : title_line_px);
  }
  if (!card.detail.empty()) add(card.detail, TextRole::card_detail, detail_line_px);
  const bool card_like = card.kind == CardKind::topic || card.kind == CardKind::goal;
  const double width = padding.left + widest + padding.right;
  // Graphviz rounds to whole points and halves them.
  const auto even = [](double px) { return 2 * std::ceil(px / 2); };
  drawn.box = {0, 0, even(card_like ? std::max(width, narrowest_card_px) : width),
               even(y + padding.bottom)};
  return drawn;
}

MeasuredTitle measure_section_title(const ViewSection& section, double wrap_px,
                                    std::size_t most_lines) {
  constexpr double line_px = 17;
  constexpr double gap_px = 8;
  MeasuredTitle title;
  for (std::string& line :
       wrap_text(section.title, wrap_px, text_style(TextRole::section_title), most_lines)) {
    const double width = measured_px(line, TextRole::section_title);
    title.lines.push_back(
        {std::move(line), {0, title.height + 13}, width, false, TextRole::section_title});
    title.width = std::max(title.width, width);
    title.height += line_px;
  }
  if (!section.detail.empty()) {  // on the last line, beside the title
    const DrawnText& last = title.lines.back();
    const double x = last.width + gap_px;
    const double width = measured_px(section.detail, TextRole::section_detail);
    title.lines.push_back(
        {section.detail, {x, last.baseline.y}, width, false, TextRole::section_detail});
    title.width = std::max(title.width, x + width);
  }
  title.height += 3;
  return title;
}

}  // namespace prereq
