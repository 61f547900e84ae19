#include "write/svg_badges.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace prereq {
namespace {

std::string number(double value) {
  std::string result;
  append_number(result, value);
  return result;
}

constexpr std::string_view tick_strokes = "l2 2.2 4 -4.4";

class BadgeWriter {
 public:
  BadgeWriter(XmlWriter& xml, const Box& card) : xml_(xml), centre_{card.right() - 6, card.y} {
    xml_.open("circle").attribute("class", "badge").attribute("r", "6.5");
    xml_.attribute("cx", centre_.x).attribute("cy", centre_.y).close();
  }

  void write(Badge badge) {
    switch (badge) {
      case Badge::tick: sign("tick", -3, 0.2, tick_strokes); return;
      case Badge::play: sign("play", -2, -3.4, "l6 3.4 -6 3.4Z"); return;
      case Badge::lock:
        sign("lock", -1.8, -0.6, "v-1.2a1.8 1.8 0 0 1 3.6 0v1.2");
        sign("shackled", -2.9, -0.6, "h5.8v4h-5.8Z");
        return;
      case Badge::alarm: sign("alarm", -1.1, -4.2, "h2.2l-.5 5.2h-1.2Zm0 6.4h2.2v2h-2.2Z"); return;
    }
  }

 private:
  // Starts so far from the badge's centre.
  void sign(std::string_view name, double x, double y, std::string_view path) {
    const std::string data =
        fmt::format("M{} {}{}", number(centre_.x + x), number(centre_.y + y), path);
    xml_.open("path").attribute("class", name).attribute("d", data).close();
  }

  XmlWriter& xml_;
  const Point centre_;
};

}  // namespace

std::string tick_path(Point centre) {
  return fmt::format("M{} {}{}", number(centre.x - 3), number(centre.y + 0.2), tick_strokes);
}

double count_width(std::uint32_t count) {
  return 8 + 6 * static_cast<double>(std::to_string(count).size());
}

void write_count(XmlWriter& xml, std::uint32_t count, Point right_end) {
  constexpr double height = 14;
  const double width = count_width(count);
  xml.open("rect").attribute("class", "count-box");
  xml.attribute("x", right_end.x - width).attribute("y", right_end.y - height / 2);
  xml.attribute("width", width).attribute("height", height).attribute("rx", height / 2).close();
  xml.open("text").attribute("class", "count").attribute("aria-hidden", "true");
  xml.attribute("x", right_end.x - width / 2).attribute("y", right_end.y + 3.8);
  xml.text(std::to_string(count)).close();
}

void write_badge(XmlWriter& xml, Badge badge, const Box& card) {
  BadgeWriter(xml, card).write(badge);
}

}  // namespace prereq
