#include "prereq/path_report.hpp"
#include "write/json.hpp"
#include "write/path_words.hpp"

namespace prereq {
namespace {

Json cost_number(std::int64_t cost, PathUnit unit) {
  return unit == PathUnit::hours ? hours_number(Hours::from_seconds(cost)) : number(cost);
}

void add_text(Json& object, const char* key, std::string_view text) {
  if (!text.empty()) object[key] = text;
}

void add_hours(Json& object, HoursRange hours) {
  object["hours"] = hours_number(hours.midpoint());
  if (!hours.is_single()) {
    object["hours_range"] = Json::array({hours_number(hours.low), hours_number(hours.high)});
  }
}

Json resources_json(const Roadmap& roadmap, const Topic& topic, bool free_only = false) {
  Json array = Json::array();
  for (const Resource& resource : roadmap.resources(topic.resources)) {
    if (free_only && resource.cost == Cost::paid) continue;
    Json object;
    object["title"] = resource.title;
    add_text(object, "url", resource.url);
    add_text(object, "by", resource.by);
    add_text(object, "cost", to_string(resource.cost));
    add_text(object, "type", to_string(resource.type));
    add_text(object, "part", resource.part);
    if (resource.hours) add_hours(object, *resource.hours);
    add_text(object, "note", resource.note);
    array.push_back(std::move(object));
  }
  return array;
}

void add_day(Json& object, const std::string& key, const TimetableOptions& options,
             const StudyDay& day) {
  if (options.start) {
    object[key] = format_date(day.date);
  } else {
    object[key + "_week"] = number(day.week);
  }
}

Json timetable_json(const Timetable& timetable) {
  const TimetableOptions& options = timetable.options;
  Json object;
  object["pace"] = hours_number(options.pace.hours);
  object["per"] = to_string(options.pace.unit);
  object["days"] = Json::array();
  for (std::size_t day = 0; day < options.days.size(); ++day) {
    if (options.days[day]) object["days"].push_back(weekday_name(day));
  }
  if (options.start) object["start"] = format_date(*options.start);
  add_day(object, "finish", options, timetable.finish);
  add_day(object, "earliest_finish", options, timetable.earliest);
  add_day(object, "latest_finish", options, timetable.latest);
  return object;
}

Json step_json(const Roadmap& roadmap, const PathStep& step, bool free_only) {
  const Topic& topic = roadmap.topics()[step.topic];
  Json object;
  object["topic"] = topic.id;
  object["title"] = topic.title;
  if (topic.section != no_index) object["section"] = roadmap.sections()[topic.section].id;
  add_hours(object, step.hours);
  if (step.guessed) object["guessed"] = true;
  object["running_total"] = hours_number(step.total);
  object["requires"] = ids(roadmap, step.prerequisites);
  if (!step.corequisites.empty()) object["corequisites"] = ids(roadmap, step.corequisites);
  object["resources"] = resources_json(roadmap, topic, free_only);
  return object;
}

// An alternative as its topic's id, or as all the ids in it.
Json entry_ids(const Roadmap& roadmap, RequirementIndex root) {
  const Requirement& entry = roadmap.requirements()[root];
  if (entry.kind == RequirementKind::topic) return Json::array({entry.name});
  Json array = Json::array();
  std::vector<RequirementIndex> open{root};
  while (!open.empty()) {
    const Requirement& next = roadmap.requirements()[open.back()];
    open.pop_back();
    if (next.kind == RequirementKind::topic) array.push_back(next.name);
    for (RequirementIndex i = next.entries.last; i > next.entries.first; --i) open.push_back(i - 1);
  }
  return array;
}

Json choice_json(const Roadmap& roadmap, const Path& path, const PathChoice& choice) {
  Json object;
  if (choice.topic != no_index) {
    object["topic"] = roadmap.topics()[choice.topic].id;
  } else {
    object["goal"] = roadmap.goals()[choice.goal].id;
  }
  object["least"] = roadmap.requirements()[choice.group].least;
  object["alternatives"] = Json::array();
  for (const PathAlternative& alternative : choice.alternatives) {
    Json entry;
    entry["topics"] = entry_ids(roadmap, alternative.entry);
    entry["chosen"] = alternative.chosen;
    if (alternative.extra) entry["extra"] = cost_number(*alternative.extra, path.unit);
    object["alternatives"].push_back(std::move(entry));
  }
  return object;
}

Json chain_json(const Roadmap& roadmap, const Chain& chain) {
  Json array = ids(roadmap, chain.topics);
  if (chain.goal) array.push_back(roadmap.goals()[*chain.goal].id);
  return array;
}

}  // namespace

std::string path_json(const TopicGraph& graph, const Path& path, const Timetable* timetable) {
  const Roadmap& roadmap = graph.roadmap();
  Json object = document();
  object["goals"] = path.targets.names;
  object["known"] = ids(roadmap, path.known);
  object["unit"] = path.unit == PathUnit::hours ? "hours" : "topics";
  object["total"] = cost_number(path.total, path.unit);
  object["lower_bound"] = cost_number(path.lower_bound, path.unit);
  object["optimal"] = path.optimal;
  if (path.unconstrained_total) {
    object["unconstrained_total"] = cost_number(*path.unconstrained_total, path.unit);
    const PathDifference difference = difference_to_unconstrained(path);
    object["added"] = ids(roadmap, difference.added);
    object["dropped"] = ids(roadmap, difference.dropped);
  }
  add_hours(object, path.range);
  object["guessed"] = path.guessed;
  object["critical_path"]["topics"] = ids(roadmap, path.critical_path.topics);
  object["critical_path"]["total"] = hours_number(path.critical_path.total);
  if (timetable != nullptr) object["timetable"] = timetable_json(*timetable);
  object["steps"] = Json::array();
  for (std::size_t i = 0; i < path.steps.size(); ++i) {
    Json step = step_json(roadmap, path.steps[i], path.free_only);
    if (timetable != nullptr) {
      add_day(step, "start", timetable->options, timetable->steps[i].first);
      add_day(step, "finish", timetable->options, timetable->steps[i].last);
    }
    object["steps"].push_back(std::move(step));
  }
  object["choices"] = Json::array();
  for (const PathChoice& choice : path.choices) {
    object["choices"].push_back(choice_json(roadmap, path, choice));
  }
  if (path.free_only) {
    object["left_out"] = ids(roadmap, path.left_out);
    object["cost_unstated"] = path.cost_unstated;
  }
  return dump(object);
}

std::string why_json(const TopicGraph& graph, const Why& why) {
  const Roadmap& roadmap = graph.roadmap();
  Json object = document();
  object["chain"] = Json::array();
  object["reasons"] = Json::array();
  if (why.chain) {
    object["chain"] = chain_json(roadmap, *why.chain);
    for (std::size_t i = 0; i < why.chain->reasons.size(); ++i) {
      const RequirementIndex entry = why.chain->reasons[i];
      std::string reason(roadmap.requirements()[entry].because);
      if (reason.empty()) reason = section_words(roadmap, entry, why.chain->kinds[i]);
      object["reasons"].push_back(reason.empty() ? Json(nullptr) : Json(reason));
    }
  }
  if (why.reverse) object["reverse"] = chain_json(roadmap, *why.reverse);
  return dump(object);
}

std::string next_json(const TopicGraph& graph, const Next& next) {
  const Roadmap& roadmap = graph.roadmap();
  Json object = document();
  if (next.path) object["goals"] = next.path->targets.names;
  object["ready"] = Json::array();
  for (const ReadyTopic& ready : next.ready) {
    Json entry;
    entry["topic"] = roadmap.topics()[ready.topic].id;
    entry["title"] = roadmap.topics()[ready.topic].title;
    entry["unlocks"] = ready.unlocks;
    add_hours(entry, ready.hours);
    if (!ready.together.empty()) {
      entry["together"] = ids(roadmap, ready.together);
      entry["together_count"] = ready.together_count;
    }
    object["ready"].push_back(std::move(entry));
  }
  return dump(object);
}

std::string goals_json(const TopicGraph& graph, const std::vector<GoalProgress>& goals) {
  Json object = document();
  object["goals"] = Json::array();
  for (const GoalProgress& progress : goals) {
    const Goal& goal = graph.roadmap().goals()[progress.goal];
    Json entry;
    entry["goal"] = goal.id;
    entry["title"] = goal.title;
    entry["reachable"] = progress.reachable;
    entry["optimal"] = progress.optimal;
    entry["topics"] = progress.topics;
    entry["hours"] = hours_number(progress.hours);
    entry["known"] = progress.known;
    entry["percent"] = progress.percent_done;
    object["goals"].push_back(std::move(entry));
  }
  return dump(object);
}

std::string topic_json(const TopicGraph& graph, const TopicDetails& details) {
  const Roadmap& roadmap = graph.roadmap();
  const Topic& topic = roadmap.topics()[details.topic];
  Json object = document();
  object["topic"] = topic.id;
  object["title"] = topic.title;
  add_text(object, "description", topic.description);
  add_text(object, "note", topic.note);
  if (topic.section != no_index) object["section"] = roadmap.sections()[topic.section].id;
  object["level"] = to_string(topic.level);
  add_hours(object, topic.hours);
  if (topic.hours_guessed) object["guessed"] = true;
  Json requires_all = Json::array();
  Json recommends = Json::array();
  Json corequisites = Json::array();
  for (const Edge& edge : graph.prerequisites_of(details.topic)) {
    const std::string_view id = roadmap.topics()[edge.prerequisite].id;
    Json& list = edge.kind == EdgeKind::recommended   ? recommends
                 : edge.kind == EdgeKind::corequisite ? corequisites
                                                      : requires_all;
    list.push_back(id);
  }
  object["requires"] = std::move(requires_all);
  object["corequisites"] = std::move(corequisites);
  object["recommends"] = std::move(recommends);
  object["unlocks"] = ids(roadmap, details.unlocks);
  object["dependents"] = details.dependents;
  object["corequisite_of"] = ids(roadmap, details.corequisite_of);
  object["recommended_by"] = ids(roadmap, details.recommended_by);
  object["goals"] = Json::array();
  for (const ServedGoal& served : details.goals) {
    Json entry;
    entry["goal"] = roadmap.goals()[served.goal].id;
    entry["always"] = served.always;
    object["goals"].push_back(std::move(entry));
  }
  object["resources"] = resources_json(roadmap, topic);
  return dump(object);
}

}  // namespace prereq
