#include "base/text_direction.hpp"

#include <utf8proc.h>

#include <cstddef>

#include "base/utf8.hpp"

namespace prereq {

TextDirection text_direction(std::string_view utf8) {
  std::size_t isolates = 0;  // that are open
  while (!utf8.empty()) {
    const auto c = static_cast<utf8proc_int32_t>(take_code_point(utf8));
    const auto kind = utf8proc_get_property(c)->bidi_class;
    switch (kind) {
      case UTF8PROC_BIDI_CLASS_LRI:
      case UTF8PROC_BIDI_CLASS_RLI:
      case UTF8PROC_BIDI_CLASS_FSI: ++isolates; break;
      case UTF8PROC_BIDI_CLASS_PDI:
        if (isolates > 0) --isolates;
        break;
      case UTF8PROC_BIDI_CLASS_L:
        if (isolates == 0) return TextDirection::left_to_right;
        break;
      case UTF8PROC_BIDI_CLASS_R:
      case UTF8PROC_BIDI_CLASS_AL:
        if (isolates == 0) return TextDirection::right_to_left;
        break;
      default: break;
    }
  }
  return TextDirection::none;
}

}  // namespace prereq
