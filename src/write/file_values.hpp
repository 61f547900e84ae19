// The values of a roadmap file: hours and resources as an author would write them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "prereq/roadmap.hpp"
#include "write/file_tree.hpp"

namespace prereq {

FileNode text_node(std::string_view text);
FileNode line_node(std::string_view text);
FileNode number_node(std::uint32_t number);
// What parse_hours() reads back exactly, if a file could state it.
FileNode hours_node(HoursRange hours);
FileNode resource_node(const Resource& resource);

// `[Title by Maker](url) (free, course)`; empty where that would read back as something else.
std::string resource_as_line(const Resource& resource);

}  // namespace prereq
