// The legend: a sample of every style in use, drawn like what it stands for, and what it means.
#pragma once

#include "base/xml.hpp"
#include "prereq/drawing.hpp"

namespace prereq {

// Nothing for a drawing without one.
void write_legend(XmlWriter& xml, const Drawing& drawing);

}  // namespace prereq
