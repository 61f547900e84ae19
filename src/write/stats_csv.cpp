#include <fmt/format.h>

#include <string>
#include <string_view>

#include "prereq/stats_report.hpp"
#include "write/csv_text.hpp"

namespace prereq {
namespace {

// Two decimals at most; exact but for thirds of an hundredth, as `20min` may make them.
std::string hours_field(Hours hours) {
  const std::int64_t seconds = hours.seconds();
  const std::int64_t hundredths = seconds / 3600 * 100 + (seconds % 3600 + 18) / 36;
  if (hundredths % 100 == 0) return fmt::format("{}", hundredths / 100);
  const std::string text = fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
  return text.ends_with('0') ? text.substr(0, text.size() - 1) : text;
}

}  // namespace

std::string stats_csv(const TopicGraph& graph, const Metrics& metrics) {
  const Roadmap& roadmap = graph.roadmap();
  CsvText table("\n");
  for (const std::string_view head :
       {"topic", "title", "section", "hours", "blocking", "delay", "centrality", "complexity",
        "blocking_hours", "delay_hours", "saturated", "on_cycle"}) {
    table.add(head);
  }
  table.end_row();
  for (TopicIndex t = 0; t < metrics.topics.size(); ++t) {
    const Topic& topic = roadmap.topics()[t];
    const TopicMetrics& each = metrics.topics[t];
    table.add(topic.id);
    table.add(topic.title);
    table.add(topic.section == no_index ? "" : roadmap.sections()[topic.section].id);
    table.add(hours_field(topic.hours.midpoint()));
    table.add(std::to_string(each.blocking));
    table.add(std::to_string(each.delay));
    table.add(to_string(each.centrality));
    table.add(to_string(each.complexity));
    table.add(hours_field(each.blocking_hours));
    table.add(hours_field(each.delay_hours));
    table.add(each.centrality.is_saturated() ? "true" : "false");
    table.add(each.is_on_cycle ? "true" : "false");
    table.end_row();
  }
  return table.take();
}

}  // namespace prereq
