#include "prereq/stats_report.hpp"
#include "write/json.hpp"

namespace prereq {
namespace {

Json count_number(Count128 count) {
  constexpr auto exact = static_cast<std::uint64_t>(largest_exact_number);
  if (count.high != 0 || count.low > exact) return to_string(count);
  return count.low;
}

Json hours_sum_number(const HoursSum& sum) {
  if (sum <= HoursSum(Hours::from_seconds(INT64_MAX))) {
    return hours_number(Hours::from_seconds(static_cast<std::int64_t>(sum.seconds.low)));
  }
  const std::string text = format_hours(sum);
  const std::string digits = text.substr(0, text.find(' '));
  const Json value = Json::parse(digits);
  return value.get<double>() > static_cast<double>(largest_exact_number) ? Json(digits) : value;
}

Json complexity_number(Complexity complexity) {
  const std::uint64_t tenths = complexity.tenths;
  if (tenths % 10 != 0) return static_cast<double>(tenths) / 10;
  return number(static_cast<std::int64_t>(tenths / 10));
}

Json topic_json(const Topic& topic, const TopicMetrics& metrics) {
  Json object;
  object["topic"] = topic.id;
  object["title"] = topic.title;
  object["hours"] = hours_number(topic.hours.midpoint());
  if (topic.hours_guessed) object["guessed"] = true;
  object["blocking"] = metrics.blocking;
  object["delay"] = metrics.delay;
  object["centrality"] = count_number(metrics.centrality);
  if (metrics.centrality.is_saturated()) object["saturated"] = true;
  object["complexity"] = complexity_number(metrics.complexity);
  object["blocking_hours"] = hours_number(metrics.blocking_hours);
  object["delay_hours"] = hours_number(metrics.delay_hours);
  if (metrics.is_on_cycle) object["on_cycle"] = true;
  return object;
}

Json totals_json(const Metrics& metrics) {
  const MetricTotals& totals = metrics.totals;
  Json object;
  object["topics"] = metrics.topics.size();
  object["edges"] = number(static_cast<std::int64_t>(metrics.edges));
  object["hours"] = hours_number(totals.hours);
  object["guessed"] = totals.guessed;
  object["blocking"] = number(static_cast<std::int64_t>(totals.blocking));
  object["delay"] = number(static_cast<std::int64_t>(totals.delay));
  object["centrality"] = count_number(totals.centrality);
  if (totals.centrality.is_saturated()) object["saturated"] = true;
  object["complexity"] = complexity_number(totals.complexity);
  object["blocking_hours"] = hours_sum_number(totals.blocking_hours);
  object["delay_hours"] = hours_sum_number(totals.delay_hours);
  return object;
}

Json sections_json(const Roadmap& roadmap, const Metrics& metrics) {
  Json array = Json::array();
  for (const SectionTotals& totals : metrics.sections) {
    Json object;
    object["section"] = nullptr;
    if (totals.section != no_index) {
      const Section& section = roadmap.sections()[totals.section];
      object["section"] = section.id;
      object["title"] = section.title;
      if (section.parent != no_index) object["inside"] = roadmap.sections()[section.parent].id;
    }
    object["topics"] = totals.topics;
    object["hours"] = hours_number(totals.hours);
    object["guessed"] = totals.guessed;
    array.push_back(std::move(object));
  }
  return array;
}

Json redundant_json(const Roadmap& roadmap, const Redundancy& redundancy) {
  Json array = Json::array();
  for (const RedundantPrerequisite& found : redundancy.found) {
    Json object;
    object["topic"] = roadmap.topics()[found.topic].id;
    object["prerequisite"] = roadmap.topics()[roadmap.requirements()[found.entry].topic].id;
    array.push_back(std::move(object));
  }
  return array;
}

}  // namespace

std::string stats_json(const TopicGraph& graph, const Metrics& metrics) {
  const Roadmap& roadmap = graph.roadmap();
  Json object = document();
  object["totals"] = totals_json(metrics);
  object["critical_path"]["topics"] = ids(roadmap, metrics.critical_path.topics);
  object["critical_path"]["total"] = hours_number(metrics.critical_path.total);
  object["sections"] = sections_json(roadmap, metrics);
  object["redundant"] = redundant_json(roadmap, metrics.redundancy);
  object["redundant_complete"] = metrics.redundancy.complete;
  object["cycles"] = Json::array();
  for (const std::vector<TopicIndex>& cycle : metrics.cycles) {
    object["cycles"].push_back(ids(roadmap, cycle));
  }
  object["edges_left_out"] = number(static_cast<std::int64_t>(metrics.edges_left_out));
  object["most_blocking"] = ids(roadmap, top_blockers(metrics, 10));
  object["topics"] = Json::array();
  for (TopicIndex t = 0; t < metrics.topics.size(); ++t) {
    object["topics"].push_back(topic_json(roadmap.topics()[t], metrics.topics[t]));
  }
  return dump(object);
}

}  // namespace prereq
