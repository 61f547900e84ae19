#include "metrics/totals.hpp"

#include "metrics/count.hpp"

namespace prereq {
namespace {

void add(Hours part, HoursSum& sum) {
  sum.seconds = (SaturatingCount(sum.seconds) + SaturatingCount(HoursSum(part).seconds)).count();
}

void add(const SectionTotals& part, SectionTotals& sum) {
  sum.topics += part.topics;
  sum.hours += part.hours;
  sum.guessed += part.guessed;
}

}  // namespace

MetricTotals add_up(const Roadmap& roadmap, const std::vector<TopicMetrics>& topics) {
  MetricTotals totals;
  SaturatingCount centrality;
  for (TopicIndex t = 0; t < topics.size(); ++t) {
    const TopicMetrics& topic = topics[t];
    totals.blocking += topic.blocking;
    totals.delay += topic.delay;
    totals.complexity.tenths += topic.complexity.tenths;
    centrality += SaturatingCount(topic.centrality);
    add(topic.blocking_hours, totals.blocking_hours);
    add(topic.delay_hours, totals.delay_hours);
    totals.hours += roadmap.topics()[t].hours.midpoint();
    if (roadmap.topics()[t].hours_guessed) ++totals.guessed;
  }
  totals.centrality = centrality.count();
  return totals;
}

std::vector<SectionTotals> add_up_sections(const Roadmap& roadmap) {
  const auto sections = roadmap.sections();
  std::vector<SectionTotals> totals(sections.size() + 1);
  for (SectionIndex s = 0; s < sections.size(); ++s) totals[s].section = s;
  for (const Topic& topic : roadmap.topics()) {
    SectionTotals& own = topic.section == no_index ? totals.back() : totals[topic.section];
    add({no_index, 1, topic.hours.midpoint(), topic.hours_guessed ? 1U : 0U}, own);
  }
  for (std::size_t s = sections.size(); s-- > 0;) {
    if (sections[s].parent != no_index) add(totals[s], totals[sections[s].parent]);
  }
  if (totals.back().topics == 0) totals.pop_back();
  return totals;
}

}  // namespace prereq
