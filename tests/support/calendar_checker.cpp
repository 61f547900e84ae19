#include "support/calendar_checker.hpp"

#include <regex>
#include <set>

namespace prereq::testing {
namespace {

// Whole characters, none of them a control character; a tab is fine.
bool is_text(std::string_view line) {
  std::size_t expected = 0;  // bytes that the character still has
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    const bool continues = (byte & 0xC0) == 0x80;
    if (continues != (expected > 0)) return false;
    if (continues) {
      --expected;
    } else if (byte >= 0xC0) {
      expected = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
    } else if ((byte < 0x20 && c != '\t') || byte == 0x7F) {
      return false;
    }
  }
  return expected == 0;
}

class Checker {
 public:
  Calendar run(std::string_view text) {
    std::vector<std::string> lines = unfold(text);
    check_frame(lines);
    for (const std::string& line : lines) take(line);
    if (calendar_.events.empty()) complain("a calendar holds at least one component");
    for (const CalendarEvent& event : calendar_.events) check_event(event);
    return std::move(calendar_);
  }

 private:
  void complain(const std::string& what) { calendar_.problems.push_back(what); }

  std::vector<std::string> unfold(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
      const std::size_t end = text.find("\r\n");
      const std::string line(text.substr(0, end));
      if (line.size() > 75) complain("longer than 75 octets: " + line);
      if (line.find_first_of("\r\n") != std::string::npos) complain("bare break in: " + line);
      if (!is_text(line)) complain("not UTF-8, or a control character: " + line);
      if (!line.empty() && line[0] == ' ') {
        if (lines.empty()) complain("begins with a fold");
        if (!lines.empty()) lines.back() += line.substr(1);
      } else {
        lines.push_back(line);
      }
      if (end == std::string_view::npos) {
        complain("the last line is not ended");
        break;
      }
      text.remove_prefix(end + 2);
    }
    return lines;
  }

  void check_frame(const std::vector<std::string>& lines) {
    if (lines.size() < 5 || lines.front() != "BEGIN:VCALENDAR" || lines.back() != "END:VCALENDAR") {
      complain("not one VCALENDAR");
      return;
    }
    if (lines[1] != "VERSION:2.0") complain("no version");
    if (!lines[2].starts_with("PRODID:")) complain("no product");
    if (lines[3] != "CALSCALE:GREGORIAN") complain("no calendar scale");
  }

  void take(const std::string& line) {
    if (line == "BEGIN:VEVENT") {
      if (inside_) complain("event in an event");
      inside_ = true;
      calendar_.events.emplace_back();
    } else if (line == "END:VEVENT") {
      if (!inside_) complain("end without begin");
      inside_ = false;
    } else if (inside_) {
      const std::size_t colon = line.find(':');
      if (colon == std::string::npos) return complain("no value: " + line);
      const std::string name = line.substr(0, colon);
      if (!allowed_.contains(name)) complain("unexpected property: " + name);
      if (!calendar_.events.back().emplace(name, line.substr(colon + 1)).second) {
        complain("twice in one event: " + name);
      }
    }
  }

  void check_event(const CalendarEvent& event) {
    for (const std::string name : {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY"}) {
      if (!event.contains(name)) return complain("event without " + name);
    }
    if (!uids_.insert(event.at("UID")).second) complain("UID twice: " + event.at("UID"));
    if (!std::regex_match(event.at("DTSTAMP"), std::regex("\\d{8}T\\d{6}Z"))) {
      complain("bad DTSTAMP");
    }
    const std::regex date("\\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    const std::string start = event.at("DTSTART;VALUE=DATE");
    if (!std::regex_match(start, date)) complain("bad start: " + start);
    if (const auto end = event.find("DTEND;VALUE=DATE"); end != event.end()) {
      if (!std::regex_match(end->second, date)) complain("bad end: " + end->second);
      if (end->second <= start) complain("ends before it starts: " + start);
    }
    const std::regex text(R"(([^\\;,]|\\[\\;,nN])*)");
    for (const std::string name : {"SUMMARY", "DESCRIPTION", "CATEGORIES"}) {
      const auto value = event.find(name);
      if (value != event.end() && !std::regex_match(value->second, text)) {
        complain("not escaped: " + value->second);
      }
    }
  }

  const std::set<std::string> allowed_ = {
      "UID",     "DTSTAMP",     "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE",
      "SUMMARY", "DESCRIPTION", "CATEGORIES",         "URL",
      "TRANSP"};
  Calendar calendar_;
  std::set<std::string> uids_;
  bool inside_ = false;
};

}  // namespace

Calendar read_calendar(std::string_view text) { return Checker().run(text); }

std::string unescaped(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\' || i + 1 == value.size()) {
      out += value[i];
      continue;
    }
    ++i;
    out += value[i] == 'n' || value[i] == 'N' ? '\n' : value[i];
  }
  return out;
}

}  // namespace prereq::testing
