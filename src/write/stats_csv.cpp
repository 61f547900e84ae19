#include <fmt/format.h>

#include "prereq/stats_report.hpp"

namespace prereq {
namespace {

// In quotes where RFC 4180 asks for them. Author text stays as it is: a reader that takes cells for
// formulas has to be told otherwise.
std::string field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

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
  std::string out =
      "topic,title,section,hours,blocking,delay,centrality,complexity,blocking_hours,delay_hours,"
      "saturated,on_cycle\n";
  for (TopicIndex t = 0; t < metrics.topics.size(); ++t) {
    const Topic& topic = roadmap.topics()[t];
    const TopicMetrics& each = metrics.topics[t];
    const std::string_view section =
        topic.section == no_index ? "" : roadmap.sections()[topic.section].id;
    out += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{}\n", field(topic.id), field(topic.title),
                       field(section), hours_field(topic.hours.midpoint()), each.blocking,
                       each.delay, to_string(each.centrality), to_string(each.complexity),
                       hours_field(each.blocking_hours), hours_field(each.delay_hours),
                       each.centrality.is_saturated(), each.is_on_cycle);
  }
  return out;
}

}  // namespace prereq
