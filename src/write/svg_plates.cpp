#include "write/svg_plates.hpp"

#include <algorithm>
#include <optional>

#include "arrange/text_style.hpp"
#include "write/svg_text.hpp"

namespace prereq {
namespace {

class Plate {
 public:
  void add(const SetText& line) {
    const double size = text_style(line.text->role).size_px;
    // Other faces than the one that was measured may be a little wider.
    const double width = line.text->width * 1.03;
    const double left = line.anchor == SetText::Anchor::right ? line.x - width : line.x;
    add(Box{left, line.text->baseline.y - size, width, size * 1.3});
  }

  void add(const Box& part) {
    constexpr double margin = 6;
    const Box wide{part.x - margin, part.y - margin, part.width + 2 * margin,
                   part.height + 2 * margin};
    if (!area_) area_ = wide;
    const double right = std::max(area_->right(), wide.right());
    const double bottom = std::max(area_->bottom(), wide.bottom());
    area_->x = std::min(area_->x, wide.x);
    area_->y = std::min(area_->y, wide.y);
    area_->width = right - area_->x;
    area_->height = bottom - area_->y;
  }

  // With a little of the page beside it.
  std::optional<Box> within(double width) const {
    constexpr double margin = 3;
    std::optional<Box> area = area_;
    if (area) area->width = std::min(area->right(), width - margin) - area->x;
    return area;
  }

 private:
  std::optional<Box> area_;
};

}  // namespace

std::vector<Box> plates_behind_words(const Drawing& drawing) {
  Plate above;
  for (const SetText& line : set_heading(drawing)) above.add(line);
  for (const SetText& line : set_texts(drawing.subheadings)) above.add(line);
  Plate below;
  for (const DrawnLegendEntry& entry : drawing.legend) {
    below.add(entry.box);
    for (const SetText& line : set_texts({&entry.text, 1})) below.add(line);
  }
  std::vector<Box> plates;
  for (const Plate& plate : {above, below}) {
    if (const auto area = plate.within(drawing.width)) plates.push_back(*area);
  }
  return plates;
}

}  // namespace prereq
