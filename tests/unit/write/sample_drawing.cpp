#include "sample_drawing.hpp"

#include <string>
#include <utility>

namespace prereq::testing {
namespace {

class SampleBuilder {
 public:
  Sample take() {
    sample_.drawing.width = 400;
    sample_.drawing.height = 300;
    sample_.drawing.heading = {text("Ways to nets", {10, 24}, TextRole::heading)};
    sample_.view.title = "Ways to nets";
    sample_.view.description = "7 cards in 2 sections.";
    return std::move(sample_);
  }

  void section(const std::string& id, const std::string& title, const std::string& detail,
               const Box& box, std::uint32_t parent = no_index) {
    sample_.view.sections.push_back({id, title, detail, parent});
    DrawnSection drawn;
    drawn.box = box;
    drawn.colour = static_cast<std::uint32_t>(sample_.drawing.sections.size());
    drawn.lines = {text(title, {box.x + 8, box.y + 18}, TextRole::section_title),
                   text(detail, {box.x + 90, box.y + 18}, TextRole::section_detail)};
    sample_.drawing.sections.push_back(drawn);
  }

  ViewCard& card(CardKind kind, const std::string& id, const std::string& title, const Box& box,
                 std::uint32_t section = no_index) {
    ViewCard card;
    card.kind = kind;
    card.id = id;
    card.title = title;
    card.section = section;
    DrawnCard drawn;
    drawn.box = box;
    drawn.lines = {text(title, {box.x + 12, box.y + 18}, TextRole::card_title)};
    if (kind == CardKind::junction) drawn.lines[0].role = TextRole::junction;
    if (kind == CardKind::junction) drawn.lines[0].centred = true;
    if (kind == CardKind::links) drawn.lines[0].role = TextRole::section_detail;
    if (kind == CardKind::topic || kind == CardKind::goal) {
      card.detail = "4 h · 1 link";
      drawn.lines.push_back(text(card.detail, {box.x + 12, box.y + 33}, TextRole::card_detail));
    }
    sample_.drawing.cards.push_back(drawn);
    sample_.view.cards.push_back(card);
    return sample_.view.cards.back();
  }

  void edge(std::uint32_t from, std::uint32_t to, EdgeStyle style,
            const std::string& because = "") {
    const View& view = sample_.view;
    sample_.view.edges.push_back(
        {from, to, style, view.cards[from].id, view.cards[to].id, because});
    const Box& start = sample_.drawing.cards[from].box;
    const Box& end = sample_.drawing.cards[to].box;
    DrawnEdge drawn;
    const Point last{end.x + 20, end.y - 8};
    drawn.curve = {{start.x + 20, start.bottom()}, {start.x + 20, last.y}, {last.x, last.y}, last};
    if (view.cards[to].kind != CardKind::junction) drawn.arrow_tip = Point{end.x + 20, end.y};
    sample_.drawing.edges.push_back(drawn);
  }

  void legend() {
    for (int i = 0; i <= static_cast<int>(LegendSample::goal); ++i) {
      DrawnLegendEntry entry{static_cast<LegendSample>(i), {10.0 + 50 * i, 280, 20, 10}, {}};
      entry.text = text("sample", {32.0 + 50 * i, 289}, TextRole::legend);
      sample_.drawing.legend.push_back(entry);
    }
  }

  static DrawnText text(const std::string& words, Point baseline, TextRole role) {
    DrawnText result;
    result.text = words;
    result.baseline = baseline;
    result.role = role;
    return result;
  }

 private:
  Sample sample_;
};

}  // namespace

Sample sample_drawing() {
  SampleBuilder builder;
  builder.section("math", "Mathematics", "8 h", {10, 40, 180, 200});
  builder.section("ml", "Machine learning", "9 h", {200, 40, 190, 200});
  ViewCard& algebra = builder.card(CardKind::topic, "c#", "Algebra", {20, 70, 100, 40}, 0);
  algebra.url = "https://example.org/?a=1&b=2";
  algebra.tooltip = {"Algebra by A. Author (free)"};
  algebra.label = "Algebra, 4 h. Unlocks Ready.";
  builder.card(CardKind::topic, "logic", "Logic", {130, 70, 50, 40}, 0).optional = true;
  builder.card(CardKind::milestone, "ready", "Ready", {20, 150, 80, 24}, 0);
  builder.card(CardKind::topic, "nets", "Nets", {210, 70, 80, 40}, 1).assumed = true;
  builder.card(CardKind::goal, "engineer", "Engineer", {210, 190, 100, 40});
  builder.card(CardKind::junction, "engineer/1", "one of", {210, 140, 60, 18}, 1);
  ViewCard& links = builder.card(CardKind::links, "math", "2 links", {20, 200, 60, 20}, 0);
  links.tooltip = {"One by A", "Two by B"};
  links.label = "2 links in Mathematics";
  builder.edge(0, 2, EdgeStyle::required, "vectors come first");
  builder.edge(1, 2, EdgeStyle::recommended);
  builder.edge(2, 4, EdgeStyle::corequisite);
  builder.edge(3, 5, EdgeStyle::alternative);
  builder.edge(5, 4, EdgeStyle::alternative);
  builder.legend();
  return builder.take();
}

Sample sample_drawing_with(const std::string& text) {
  Sample sample = sample_drawing();
  sample.view.title = sample.view.description = text;
  for (ViewSection& section : sample.view.sections) {
    section.id = section.title = section.detail = text;
  }
  for (ViewCard& card : sample.view.cards) {
    card.id = card.title = card.detail = card.label = card.url = text;
    card.tooltip = {text, text};
  }
  for (ViewEdge& edge : sample.view.edges) edge.from = edge.to = edge.because = text;
  sample.drawing.heading.front().text = text;
  for (DrawnCard& card : sample.drawing.cards) {
    for (DrawnText& line : card.lines) line.text = text;
  }
  for (DrawnSection& section : sample.drawing.sections) {
    for (DrawnText& line : section.lines) line.text = text;
  }
  for (DrawnLegendEntry& entry : sample.drawing.legend) entry.text.text = text;
  return sample;
}

}  // namespace prereq::testing
