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

void write_badge(XmlWriter& xml, Badge badge, const Box& card) {
  BadgeWriter(xml, card).write(badge);
}

}  // namespace prereq
