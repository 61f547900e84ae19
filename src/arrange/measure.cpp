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
// Cards that list resources are as wide as their titles take, up to this.
constexpr double list_wrap_px = 190;
constexpr std::size_t most_resource_lines = 3;
constexpr double resource_line_px = 16;
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
    case CardKind::section: return {14, 14, 9, 14};  // the sheets below are at the bottom
  }
  return {};
}

TextRole title_role(CardKind kind) {
  switch (kind) {
    case CardKind::junction: return TextRole::junction;
    case CardKind::links: return TextRole::section_detail;
    case CardKind::section: return TextRole::section_title;
    default: return TextRole::card_title;
  }
}

double measured_px(const std::string& text, TextRole role) {
  return text_width_px(text, text_style(role)) * face_margin;
}

// Sets the lines of a card below one another.
class CardSetter {
 public:
  explicit CardSetter(const ViewCard& card) : card_(card), padding_(padding_of(card.kind)) {}

  DrawnCard set() {
    y_ = padding_.top;
    left_ = padding_.left;
    if (card_.number > 0) left_ += measured_px(number(), TextRole::card_number) + number_gap;
    add_title();
    if (!card_.detail.empty()) add(card_.detail, TextRole::card_detail, detail_line_px);
    for (const ViewLine& line : card_.lines) add_line(line);
    if (card_.number > 0) add_number();
    const bool card_like = card_.kind != CardKind::milestone && card_.kind != CardKind::junction &&
                           card_.kind != CardKind::links;
    const double width = left_ + widest_ + padding_.right;
    drawn_.box = {0, 0, even(card_like ? std::max(width, narrowest_card_px) : width),
                  even(y_ + padding_.bottom)};
    return std::move(drawn_);
  }

 private:
  static constexpr double number_gap = 6;
  static constexpr double mark_gap = 5;

  // Graphviz rounds to whole points and halves them.
  static double even(double px) { return 2 * std::ceil(px / 2); }

  std::string number() const { return std::to_string(card_.number); }

  bool lists_resources() const {
    return std::ranges::any_of(card_.lines, [](const ViewLine& line) { return is_resource(line); });
  }

  static bool is_resource(const ViewLine& line) {
    return !line.url.empty() || line.cost != Cost::unstated;
  }

  void add(std::string text, TextRole role, double line_px, const std::string& url = {}) {
    const double width = measured_px(text, role);
    // A line's baseline is at about four fifths of it.
    drawn_.lines.push_back(
        {std::move(text), {left_, y_ + line_px * 0.78}, width, false, role, url});
    y_ += line_px;
    widest_ = std::max(widest_, width);
  }

  void add_title() {
    const TextRole role = title_role(card_.kind);
    const double wrap = lists_resources() ? list_wrap_px : title_wrap_px;
    for (std::string& line : wrap_text(card_.title, wrap, text_style(role), most_title_lines)) {
      add(std::move(line), role, role == TextRole::junction ? 14 : title_line_px);
    }
  }

  void add_line(const ViewLine& line) {
    if (is_resource(line)) {
      add_resource(line);
      return;
    }
    for (std::string& part :
         wrap_text(line.text, title_wrap_px, text_style(TextRole::card_detail), 2)) {
      add(std::move(part), TextRole::card_detail, detail_line_px);
    }
  }

  void add_resource(const ViewLine& line) {
    y_ += 2;
    for (std::string& part :
         wrap_text(line.text, list_wrap_px, text_style(TextRole::resource), most_resource_lines)) {
      add(std::move(part), TextRole::resource, resource_line_px, line.url);
    }
    if (line.cost == Cost::unstated) return;
    const DrawnText& last = drawn_.lines.back();
    DrawnText mark;
    mark.text = to_string(line.cost);
    mark.role = TextRole::mark;
    mark.width = measured_px(mark.text, TextRole::mark);
    mark.baseline = {last.baseline.x + last.width + mark_gap, last.baseline.y};
    widest_ = std::max(widest_, last.width + mark_gap + mark.width);
    drawn_.lines.push_back(std::move(mark));
  }

  // Beside the title's first line; last, since the lines begin with the title.
  void add_number() {
    const double width = measured_px(number(), TextRole::card_number);
    drawn_.lines.push_back({number(),
                            {padding_.left, drawn_.lines.front().baseline.y},
                            width,
                            false,
                            TextRole::card_number});
  }

  const ViewCard& card_;
  const Padding padding_;
  DrawnCard drawn_;
  double left_ = 0;  // of everything but the number
  double y_ = 0;
  double widest_ = 0;
};

}  // namespace

DrawnCard measure_card(const ViewCard& card) { return CardSetter(card).set(); }

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
