#include "prereq/svg.hpp"

namespace prereq {

std::string write_svg(const View& view, const Drawing&, const SvgOptions&) { return view.title; }

}  // namespace prereq
