#include "path/choices.hpp"

#include <utility>

#include "roadmap/entries.hpp"

namespace prereq {
namespace {

class ChoiceFinder {
 public:
  ChoiceFinder(const Roadmap& roadmap, const Path& path, const std::vector<Standing>& standing)
      : roadmap_(roadmap), standing_(standing), in_path_(roadmap.topics().size(), 0) {
    for (const PathStep& step : path.steps) in_path_[step.topic] = 1;
    truth_.assign(roadmap.requirements().size(), {});
  }

  void add(TopicIndex topic, GoalIndex goal, IndexRange range) {
    judge(range);
    std::vector<RequirementIndex> open;
    push(range, open);
    while (!open.empty()) {
      const RequirementIndex index = open.back();
      open.pop_back();
      const Requirement& entry = roadmap_.requirements()[index];
      if (entry.kind == RequirementKind::topic || truth_[index].known || !truth_[index].met) {
        continue;
      }
      PathChoice choice{topic, goal, index, {}};
      bool all = true;
      for (RequirementIndex i = entry.entries.first; i < entry.entries.last; ++i) {
        choice.alternatives.push_back({i, truth_[i].met, std::nullopt});
        all = all && truth_[i].met;
      }
      if (!all) found_.push_back(std::move(choice));
      push(entry.entries, open);
    }
  }

  std::vector<PathChoice> take() { return std::move(found_); }

 private:
  struct Truth {
    bool known = false;  // known topics meet it
    bool met = false;    // known topics and the path do
  };

  static void push(IndexRange range, std::vector<RequirementIndex>& open) {
    for (RequirementIndex i = range.last; i > range.first; --i) open.push_back(i - 1);
  }

  void judge(IndexRange range) {
    const std::vector<RequirementIndex> order = with_inner_entries(roadmap_, range);
    for (std::size_t at = order.size(); at-- > 0;) {
      const Requirement& entry = roadmap_.requirements()[order[at]];
      Truth& truth = truth_[order[at]];
      if (entry.kind == RequirementKind::topic) {
        truth.known = entry.topic == no_index || standing_[entry.topic] == Standing::known;
        truth.met = truth.known || in_path_[entry.topic] != 0;
        continue;
      }
      std::uint32_t known = 0;
      std::uint32_t met = 0;
      for (RequirementIndex i = entry.entries.first; i < entry.entries.last; ++i) {
        if (truth_[i].known) ++known;
        if (truth_[i].met) ++met;
      }
      truth = {known >= entry.least, met >= entry.least};
    }
  }

  const Roadmap& roadmap_;
  const std::vector<Standing>& standing_;
  std::vector<char> in_path_;
  std::vector<Truth> truth_;  // by requirement
  std::vector<PathChoice> found_;
};

}  // namespace

std::vector<PathChoice> find_choices(const Roadmap& roadmap, const Path& path,
                                     const std::vector<Standing>& standing) {
  ChoiceFinder finder(roadmap, path, standing);
  for (const PathStep& step : path.steps) {
    finder.add(step.topic, no_index, roadmap.topics()[step.topic].requirements);
  }
  for (const GoalIndex g : path.targets.goals) {
    finder.add(no_index, g, roadmap.goals()[g].requirements);
  }
  return finder.take();
}

}  // namespace prereq
