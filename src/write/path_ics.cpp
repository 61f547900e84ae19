// A path as a calendar: RFC 5545.
#include <fmt/format.h>

#include "base/ascii_words.hpp"
#include "base/utf8.hpp"
#include "prereq/path_report.hpp"
#include "write/path_words.hpp"
#include "write/report_text.hpp"
#include "write/timetable_words.hpp"

namespace prereq {
namespace {

using std::chrono::sys_days;

constexpr std::size_t max_line_octets = 75;
const sys_days last_date = std::chrono::year(9999) / 12 / 31;

// A content line, folded between characters.
void add_line(std::string& out, std::string_view line) {
  std::size_t room = max_line_octets;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && is_continuation_byte(line[cut])) --cut;
    out += line.substr(0, cut);
    out += "\r\n ";
    line.remove_prefix(cut);
    room = max_line_octets - 1;  // the space counts
  }
  out += line;
  out += "\r\n";
}

// Author text as a TEXT value: control characters, which it cannot hold, made visible.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : safe_text(text)) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c;
  }
  return out;
}

std::string compact(sys_days date) {
  std::string text = format_date(date);
  std::erase(text, '-');
  return text;
}

// FNV-1a, each part after its length so that no two lists of parts read alike.
std::string identity(std::initializer_list<std::string_view> parts) {
  std::uint64_t hash = 0xcbf29ce484222325;
  const auto add = [&hash](std::string_view bytes) {
    for (const char c : bytes) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    }
  };
  for (const std::string_view part : parts) {
    add(std::to_string(part.size()) + ":");
    add(part);
  }
  return fmt::format("{:016x}", hash);
}

bool is_absolute(std::string_view url) {
  const std::string start = in_lower_case(url.substr(0, 8));
  return start.starts_with("http:") || start.starts_with("https:") || start.starts_with("mailto:");
}

// A URI has no backslash, and some calendars take one for an escape.
std::string uri(std::string_view url) {
  std::string out;
  for (const char c : url) out += c == '\\' ? "%5C" : std::string(1, c);
  return out;
}

class CalendarWriter {
 public:
  CalendarWriter(const Roadmap& roadmap, const Path& path, const Timetable& timetable)
      : roadmap_(roadmap), path_(path), timetable_(timetable) {}

  std::string run() {
    add_line(out_, "BEGIN:VCALENDAR");
    add_line(out_, "VERSION:2.0");
    add_line(out_, "PRODID:-//prereq//prereq//EN");
    add_line(out_, "CALSCALE:GREGORIAN");
    for (std::size_t i = 0; i < path_.steps.size(); ++i) add_step(i);
    if (path_.steps.empty()) add_nothing();
    add_line(out_, "END:VCALENDAR");
    return std::move(out_);
  }

 private:
  // The same topic of the same roadmap is the same event, so that a new plan moves it.
  void begin_event(std::string_view id, sys_days first, sys_days last, std::string_view summary) {
    add_line(out_, "BEGIN:VEVENT");
    add_line(out_, "UID:" + identity({roadmap_.title(), id}) + "@prereq");
    add_line(out_, "DTSTAMP:" + compact(*timetable_.options.start) + "T000000Z");
    add_line(out_, "DTSTART;VALUE=DATE:" + compact(first));
    // The end is exclusive; without one the event takes one day.
    if (last > first && last < last_date) {
      add_line(out_, "DTEND;VALUE=DATE:" + compact(last + std::chrono::days(1)));
    }
    add_line(out_, "SUMMARY:" + escaped(summary));
  }

  void end_event() {
    add_line(out_, "TRANSP:TRANSPARENT");
    add_line(out_, "END:VEVENT");
  }

  void add_step(std::size_t i) {
    const PathStep& step = path_.steps[i];
    const StudyPeriod& period = timetable_.steps[i];
    const Topic& topic = roadmap_.topics()[step.topic];
    begin_event(topic.id, period.first.date, period.last.date, topic.title);
    const auto resources = resources_to_use(roadmap_, topic, path_.free_only);
    std::string text = "Step " + std::to_string(i + 1) + " of " +
                       std::to_string(path_.steps.size()) + "\\, " +
                       hours_words(step.hours, step.guessed);
    for (const Resource* resource : resources) {
      text += "\\n" + escaped(resource->title);
      if (!resource->by.empty()) text += " by " + escaped(resource->by);
      if (resource->url != resource->title) text += " " + escaped(resource->url);
    }
    add_line(out_, "DESCRIPTION:" + text);
    if (topic.section != no_index) {
      add_line(out_, "CATEGORIES:" + escaped(roadmap_.sections()[topic.section].title));
    }
    if (!resources.empty() && is_absolute(resources.front()->url)) {
      add_line(out_, "URL:" + uri(resources.front()->url));
    }
    end_event();
  }

  // A calendar has to hold something.
  void add_nothing() {
    const sys_days start = *timetable_.options.start;
    begin_event("", start, start,
                "Nothing left to learn for " + target_words(roadmap_, path_.targets));
    end_event();
  }

  const Roadmap& roadmap_;
  const Path& path_;
  const Timetable& timetable_;
  std::string out_;
};

}  // namespace

std::string path_ics(const TopicGraph& graph, const Path& path, const Timetable& timetable) {
  return CalendarWriter(graph.roadmap(), path, timetable).run();
}

}  // namespace prereq
