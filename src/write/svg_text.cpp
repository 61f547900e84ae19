#include "write/svg_text.hpp"

#include <algorithm>
#include <cstddef>

#include "base/text_direction.hpp"

namespace prereq {
namespace {

bool is_same_text(const DrawnText& one, const DrawnText& other) {
  return one.role == other.role && one.url == other.url;
}

}  // namespace

std::vector<SetText> set_texts(std::span<const DrawnText> lines, std::optional<double> right) {
  std::vector<SetText> set;
  set.reserve(lines.size());
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first;
    TextDirection direction = TextDirection::none;
    for (; last < lines.size() && is_same_text(lines[first], lines[last]); ++last) {
      if (direction == TextDirection::none) direction = text_direction(lines[last].text);
    }
    for (; first < last; ++first) {
      const DrawnText& line = lines[first];
      set.push_back({&line, line.baseline.x,
                     line.centred ? SetText::Anchor::middle : SetText::Anchor::left,
                     direction == TextDirection::right_to_left});
    }
  }
  if (!right || set.empty() || !set.front().right_to_left) return set;
  double left = lines.front().baseline.x;
  double end = left;
  for (const DrawnText& line : lines) {
    if (line.centred) continue;
    left = std::min(left, line.baseline.x);
    end = std::max(end, line.baseline.x + line.width);
  }
  end = std::max(end, *right);
  for (SetText& each : set) {
    if (each.anchor != SetText::Anchor::left) continue;
    each.x = left + end - each.x;
    each.anchor = SetText::Anchor::right;
  }
  return set;
}

std::vector<SetText> set_heading(const Drawing& drawing) {
  if (drawing.heading.empty()) return {};
  return set_texts(drawing.heading, drawing.width - drawing.heading.front().baseline.x);
}

}  // namespace prereq
