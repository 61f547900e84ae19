// A strict reader of the calendars that RFC 5545 allows and prereq writes.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace prereq::testing {

using CalendarEvent = std::map<std::string, std::string>;  // raw values by name with parameters

struct Calendar {
  std::vector<std::string> problems;  // empty if the file is a calendar
  std::vector<CalendarEvent> events;
};

Calendar read_calendar(std::string_view text);

// Undoes the escapes of a TEXT value.
std::string unescaped(std::string_view value);

}  // namespace prereq::testing
