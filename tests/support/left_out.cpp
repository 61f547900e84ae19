#include "support/left_out.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "prereq/read.hpp"
#include "prereq/roadmap_file.hpp"

namespace prereq::testing {
namespace {

// The order of declaration is that of the members.
using Json = nlohmann::ordered_json;

class LeavingOut {
 public:
  explicit LeavingOut(std::string id) : id_(std::move(id)) {}

  std::string from(Json file) const {
    file["topics"].erase(id_);
    for (auto& [id, topic] : file["topics"].items()) clean(topic);
    if (file.contains("goals")) {
      std::vector<std::string> aimless;
      for (auto& [id, goal] : file["goals"].items()) {
        clean(goal);
        if (!goal.contains("requires")) aimless.push_back(id);
      }
      for (const std::string& id : aimless) file["goals"].erase(id);
    }
    return file.dump();
  }

 private:
  void clean(Json& element) const {
    for (const char* field : {"requires", "recommends", "corequisites"}) {
      if (!element.contains(field)) continue;
      element[field] = kept(element[field]);
      if (element[field].empty()) element.erase(field);
    }
  }

  Json kept(const Json& entries) const {
    Json all = Json::array();
    for (const Json& entry : entries) {
      Json copy = entry;
      if (keep(copy)) all.push_back(std::move(copy));
    }
    return all;
  }

  // Whether anything is left of the entry.
  bool keep(Json& entry) const {
    if (entry.is_string()) return entry.get<std::string>() != id_;
    if (entry.contains("topic")) return entry["topic"].get<std::string>() != id_;
    for (const char* group : {"any", "all", "of"}) {
      if (!entry.contains(group)) continue;
      entry[group] = kept(entry[group]);
      const std::size_t left = entry[group].size();
      if (entry.contains("at-least") && entry["at-least"].get<std::size_t>() > left) {
        entry["at-least"] = left;
      }
      return left > 0;
    }
    return true;
  }

  std::string id_;
};

Roadmap read(const std::string& text) {
  Sources sources;
  Diagnostics diagnostics;
  return read_roadmap(sources, sources.add("roadmap.json", text), diagnostics);
}

Point middle(const Box& box) { return {box.x + box.width / 2, box.y + box.height / 2}; }

// -1, 0 or 1.
int order(double a, double b) {
  constexpr double least_px = 1;
  return a < b - least_px ? -1 : a > b + least_px ? 1 : 0;
}

}  // namespace

std::vector<Roadmap> each_topic_left_out(const Roadmap& roadmap) {
  const Json file = Json::parse(roadmap_json(roadmap));
  std::vector<Roadmap> all;
  for (const auto& [id, topic] : file["topics"].items()) {
    all.push_back(read(LeavingOut(id).from(file)));
    if (all.back().topics().size() + 1 != roadmap.topics().size()) {
      throw std::runtime_error("cannot leave out " + id);
    }
  }
  return all;
}

double share_of_changed_pairs(const View& before_view, const Drawing& before,
                              const View& after_view, const Drawing& after) {
  std::map<std::pair<CardKind, std::string>, std::size_t> places;
  for (std::size_t c = 0; c < after_view.cards.size(); ++c) {
    places[{after_view.cards[c].kind, after_view.cards[c].id}] = c;
  }
  std::vector<std::pair<Point, Point>> both;
  for (std::size_t c = 0; c < before_view.cards.size(); ++c) {
    const auto found = places.find({before_view.cards[c].kind, before_view.cards[c].id});
    if (found == places.end()) continue;
    both.emplace_back(middle(before.cards[c].box), middle(after.cards[found->second].box));
  }
  std::size_t pairs = 0;
  std::size_t changed = 0;
  for (std::size_t a = 0; a < both.size(); ++a) {
    for (std::size_t b = a + 1; b < both.size(); ++b) {
      const auto& [a_before, a_after] = both[a];
      const auto& [b_before, b_after] = both[b];
      const bool sideways = order(a_before.x, b_before.x) * order(a_after.x, b_after.x) < 0;
      const bool upright = order(a_before.y, b_before.y) * order(a_after.y, b_after.y) < 0;
      ++pairs;
      if (sideways || upright) ++changed;
    }
  }
  return pairs == 0 ? 0 : static_cast<double>(changed) / static_cast<double>(pairs);
}

}  // namespace prereq::testing
