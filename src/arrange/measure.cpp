// Words are wrapped and measured first; a card, a title or a goal then gets the size of what stands
// in it.
#include "arrange/measure.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "arrange/text_style.hpp"

namespace prereq {
namespace {

// Cards are as wide as one of a few steps, so that columns of them look ordered. Six of the widest
// that a title alone makes fit a row of a page of 1,000 px.
constexpr double narrowest_card_px = 96;
constexpr double step_px = 24;
constexpr double widest_by_title_px = 144;
constexpr double widest_by_word_px = 216;  // of a word that would have to be torn
constexpr std::size_t few_title_lines = 2;
constexpr std::size_t more_title_lines = 3;
constexpr std::size_t most_title_lines = 4;
constexpr double free_title_wrap_px = 112;  // of cards without steps: milestones and junctions
// Cards that list resources are as wide as these need, up to this.
constexpr double list_wrap_px = 190;
constexpr std::size_t most_resource_lines = 3;
constexpr double resource_line_px = 16;
constexpr double title_line_px = 17;
constexpr double detail_line_px = 15;

// A pennant flies from the card's left edge, where the colour band is its mast.
constexpr double mast_px = 5;
constexpr double pennant_tail_px = 16;   // from the words to the tips
constexpr double pennant_margin_px = 7;  // from the tips to the card's right edge
constexpr double pennant_line_px = 15;
constexpr double pennant_tick_px = 13;  // before the words of a goal that is reached
constexpr double pennant_gap_px = 4;
constexpr std::size_t most_pennant_lines = 2;

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
    case CardKind::links: return {2, 2, 0, 4};
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

bool is_resource(const ViewLine& line) { return !line.url.empty() || line.cost != Cost::unstated; }

// Graphviz rounds to whole points and halves them.
double even(double px) { return 2 * std::ceil(px / 2); }

double next_step(double px) {
  const double steps = std::ceil((px - narrowest_card_px) / step_px - 1e-9);
  return narrowest_card_px + step_px * std::max(0.0, steps);
}

// Sets the lines of a card below one another, then its pennants.
class CardSetter {
 public:
  explicit CardSetter(const ViewCard& card)
      : card_(card),
        padding_(padding_of(card.kind)),
        has_steps_(card.kind == CardKind::topic || card.kind == CardKind::goal ||
                   card.kind == CardKind::section) {}

  DrawnCard set() {
    y_ = padding_.top;
    left_ = padding_.left;
    if (card_.number > 0) left_ += measured_px(number(), TextRole::card_number) + number_gap;
    choose_width();
    add_title();
    if (!card_.detail.empty()) add_detail(card_.detail);
    for (const ViewLine& line : card_.lines) add_line(line);
    if (card_.number > 0) add_number();
    // A single character may be wider than any card was meant to be.
    width_ = std::max(width_, left_ + widest_ + padding_.right);
    for (const ViewPennant& pennant : card_.pennants) {
      width_ = std::max(width_, width_of_pennant(pennant));
    }
    width_ = has_steps_ ? next_step(width_) : even(width_);
    double bottom = padding_.bottom;
    if (!card_.pennants.empty()) bottom = std::max(bottom, 8.0);
    for (const ViewPennant& pennant : card_.pennants) add_pennant(pennant);
    drawn_.box = {0, 0, width_, even(y_ + bottom)};
    return std::move(drawn_);
  }

 private:
  static constexpr double number_gap = 6;
  static constexpr double mark_gap = 5;

  std::string number() const { return std::to_string(card_.number); }

  // What a card of that width leaves for words.
  double room_in(double width) const { return (width - left_ - padding_.right) / face_margin; }

  // The width for everything but the title first, then the first one that does for that too.
  void choose_width() {
    double width = has_steps_ ? narrowest_card_px : 0;
    const auto make_room = [&](double room) {
      width = std::max(width, left_ + room + padding_.right);
    };
    if (!card_.detail.empty()) make_room(detail_room());
    for (const ViewLine& line : card_.lines) make_room(line_room(line));
    for (const ViewPennant& pennant : card_.pennants) {
      width = std::max(width, width_for_pennant(pennant));
    }
    if (!has_steps_) {
      width_ = width;
      return;
    }
    width_ = width_for_title(next_step(width));
  }

  // In two lines, or else in three, before the card becomes wide; a word that is wider than that
  // makes it wider still.
  double width_for_title(double least) {
    title_lines_ = few_title_lines;
    double width = least;
    for (; width < widest_by_title_px; width += step_px) {
      if (title_fits(width)) return width;
    }
    for (; title_lines_ <= most_title_lines; ++title_lines_) {
      if (title_fits(width)) return width;
    }
    title_lines_ = more_title_lines;
    for (double wider = width + step_px; wider <= widest_by_word_px; wider += step_px) {
      if (title_fits(wider)) return wider;
    }
    title_lines_ = most_title_lines;
    return width;
  }

  bool title_fits(double width) const {
    return fits_whole(card_.title, room_in(width), text_style(title_role(card_.kind)),
                      title_lines_);
  }

  // What is wider is set in two lines.
  double detail_room() const {
    const double most = widest_by_title_px - left_ - padding_.right;
    return std::min(most, measured_px(card_.detail, TextRole::card_detail));
  }

  double line_room(const ViewLine& line) const {
    double room = 0;
    if (!is_resource(line)) {
      for (const std::string& part : note_lines(line)) {
        room = std::max(room, measured_px(part, TextRole::card_detail));
      }
      return room;
    }
    double last = 0;
    for (const std::string& part : resource_lines(line)) {
      last = measured_px(part, TextRole::resource);
      room = std::max(room, last);
    }
    if (line.cost == Cost::unstated) return room;
    const std::string mark(to_string(line.cost));
    return std::max(room, last + mark_gap + measured_px(mark, TextRole::mark));
  }

  // As narrow as the title is kept.
  std::vector<std::string> note_lines(const ViewLine& line) const {
    const double room = has_steps_ ? room_in(widest_by_title_px) : free_title_wrap_px;
    return wrap_text(line.text, room, text_style(TextRole::card_detail), 3);
  }

  static std::vector<std::string> resource_lines(const ViewLine& line) {
    return wrap_text(line.text, list_wrap_px, text_style(TextRole::resource), most_resource_lines);
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
    const double room = has_steps_ ? room_in(width_) : free_title_wrap_px;
    const std::size_t lines = has_steps_ ? title_lines_ : most_title_lines;
    for (std::string& line : wrap_text(card_.title, room, text_style(role), lines)) {
      add(std::move(line), role, role == TextRole::junction ? 14 : title_line_px);
    }
  }

  void add_detail(const std::string& detail) {
    const double room = std::max(width_, widest_by_title_px) - left_ - padding_.right;
    for (std::string& part :
         wrap_text(detail, room / face_margin, text_style(TextRole::card_detail), 2)) {
      add(std::move(part), TextRole::card_detail, detail_line_px);
    }
  }

  void add_line(const ViewLine& line) {
    if (is_resource(line)) {
      add_resource(line);
      return;
    }
    for (std::string& part : note_lines(line)) {
      add(std::move(part), TextRole::card_detail, detail_line_px);
    }
  }

  void add_resource(const ViewLine& line) {
    y_ += 2;
    for (std::string& part : resource_lines(line)) {
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

  // Where pennants begin: a collapsed section has no band, and a milestone is round there.
  double mast() const {
    if (card_.kind == CardKind::section) return 0;
    return card_.kind == CardKind::milestone ? pennant_margin_px : mast_px;
  }

  double pennant_room(const ViewPennant& pennant, double width) const {
    const double tick = pennant.state == CardState::done ? pennant_tick_px : 0;
    return (width - padding_.left - tick - pennant_tail_px - pennant_margin_px) / face_margin;
  }

  // Once it is chosen how wide the card would be.
  double width_of_pennant(const ViewPennant& pennant) const {
    double widest = 0;
    for (const std::string& line : pennant_lines(pennant)) {
      widest = std::max(widest, measured_px(line, TextRole::pennant));
    }
    return width_ + widest - pennant_room(pennant, width_) * face_margin;
  }

  std::vector<std::string> pennant_lines(const ViewPennant& pennant) const {
    return wrap_text(pennant.title, pennant_room(pennant, width_), text_style(TextRole::pennant),
                     most_pennant_lines);
  }

  // In one line if the widest step does for that, else in as few steps as two lines take.
  double width_for_pennant(const ViewPennant& pennant) const {
    const auto fits = [&](double width, std::size_t lines) {
      return fits_whole(pennant.title, pennant_room(pennant, width), text_style(TextRole::pennant),
                        lines);
    };
    double width = narrowest_card_px;
    while (width < widest_by_title_px && !fits(width, 1)) width += step_px;
    if (fits(width, 1)) return width;
    width = narrowest_card_px;
    while (width < widest_by_word_px && !fits(width, most_pennant_lines)) width += step_px;
    return width;
  }

  void add_pennant(const ViewPennant& pennant) {
    constexpr double padding = 3;
    y_ += pennant_gap_px;
    DrawnPennant drawn;
    const double tick = pennant.state == CardState::done ? pennant_tick_px : 0;
    const double left = padding_.left + tick;  // below the title
    double line_top = y_ + padding;
    for (std::string& line : wrap_text(pennant.title, pennant_room(pennant, width_),
                                       text_style(TextRole::pennant), most_pennant_lines)) {
      const double width = measured_px(line, TextRole::pennant);
      drawn.lines.push_back({std::move(line),
                             {left, line_top + pennant_line_px * 0.8},
                             width,
                             false,
                             TextRole::pennant});
      line_top += pennant_line_px;
    }
    drawn.box = {mast(), y_, width_ - mast() - pennant_margin_px, line_top + padding - y_};
    y_ = drawn.box.bottom();
    drawn_.pennants.push_back(std::move(drawn));
  }

  const ViewCard& card_;
  const Padding padding_;
  const bool has_steps_;
  DrawnCard drawn_;
  double left_ = 0;  // of everything but the number
  double width_ = 0;
  std::size_t title_lines_ = 0;
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
