// Pieces that the parts of pages share.
#pragma once

#include <string>

#include "prereq/roadmap.hpp"
#include "write/page_text.hpp"

namespace prereq {

// A link to it, its maker, and what else is known of it in brackets.
std::string resource_piece(const PageText& page, const Resource& resource);

}  // namespace prereq
