// What names of pictures in a page are relative to.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "prereq/page_report.hpp"

namespace prereq {

// The name of a file, given from the page's folder, as the image at `offset` in the page has to
// call it. In AsciiDoc that is from the page's `imagesdir`, unless this is an address or named by
// another attribute.
std::string name_for_image(std::string_view name, std::string_view page, std::size_t offset,
                           PageFormat format);

}  // namespace prereq
