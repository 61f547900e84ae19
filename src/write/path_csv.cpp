// A path as a table: RFC 4180.
#include <fmt/format.h>

#include "prereq/path_report.hpp"
#include "write/csv_text.hpp"
#include "write/path_words.hpp"

namespace prereq {
namespace {

// The shortest decimal that reads back as the same number.
std::string number(Hours hours) { return fmt::format("{}", hours.as_double()); }

void add_period(CsvText& table, const TimetableOptions& options, const StudyPeriod& period) {
  for (const StudyDay& day : {period.first, period.last}) {
    table.add(options.start ? format_date(day.date) : std::to_string(day.week));
  }
}

}  // namespace

std::string path_csv(const TopicGraph& graph, const Path& path, const Timetable* timetable) {
  const Roadmap& roadmap = graph.roadmap();
  CsvText table;
  for (const std::string_view head :
       {"step", "topic", "title", "section", "hours", "guessed", "running_total"}) {
    table.add(head);
  }
  if (timetable != nullptr) {
    table.add(timetable->options.start ? "start" : "start_week");
    table.add(timetable->options.start ? "finish" : "finish_week");
  }
  table.add("resource");
  table.add("url");
  table.end_row();
  for (std::size_t i = 0; i < path.steps.size(); ++i) {
    const PathStep& step = path.steps[i];
    const Topic& topic = roadmap.topics()[step.topic];
    table.add(std::to_string(i + 1));
    table.add(topic.id);
    table.add(topic.title);
    table.add(topic.section == no_index ? "" : roadmap.sections()[topic.section].id);
    table.add(number(step.hours.midpoint()));
    table.add(step.guessed ? "true" : "false");
    table.add(number(step.total));
    if (timetable != nullptr) add_period(table, timetable->options, timetable->steps[i]);
    const auto resources = resources_to_use(roadmap, topic, path.free_only);
    table.add(resources.empty() ? "" : resources.front()->title);
    table.add(resources.empty() ? "" : resources.front()->url);
    table.end_row();
  }
  return table.take();
}

}  // namespace prereq
