// Small round signs on the corners of cards.
#pragma once

#include <cstdint>
#include <string>

#include "base/xml.hpp"
#include "prereq/drawing.hpp"

namespace prereq {

enum class Badge : std::uint8_t {
  tick,   // known
  play,   // ready to start
  lock,   // needs others first
  alarm,  // an exclamation mark
};

// The sign of a tick alone, around its centre.
std::string tick_path(Point centre);

// On the upper right corner of the card.
void write_badge(XmlWriter& xml, Badge badge, const Box& card);

// A number on a pill, which ends there and has its middle as high.
void write_count(XmlWriter& xml, std::uint32_t count, Point right_end);
double count_width(std::uint32_t count);

}  // namespace prereq
