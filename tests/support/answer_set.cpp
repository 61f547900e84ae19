#include "support/answer_set.hpp"

#include <string_view>

#include "support/repeated_groups.hpp"
#include "support/run_program.hpp"

namespace prereq::testing {
namespace {

constexpr std::string_view rules = R"lp(
{ in(T) : topic(T) }.
met(E) :- entry(E), names(E,T), learned(T).
met(E) :- entry(E), group(E,K), K #count { I : inside(E,I), met(I) }.
met(level(C,1)) :- member(C,I), met(I).
met(level(C,J)) :- level(C,J), J #count { I : smallest(C,I), met(I) }.
learned(T) :- in(T), met(E) : needs(T,E).
:- wanted(E), not met(E).
:- target(T), not learned(T).
#minimize { H@2,T : in(T), hours(T,H); 1@1,T : in(T) }.
)lp";

class ProgramWriter {
 public:
  explicit ProgramWriter(const Roadmap& roadmap)
      : roadmap_(roadmap), met_(roadmap.topics().size(), 0), text_(rules) {}

  std::string run(const Targets& targets) {
    for (const TopicIndex t : targets.topics) {
      text_ += "target(" + std::to_string(t) + ").\n";
      meet(t);
    }
    for (const GoalIndex g : targets.goals) {
      const IndexRange wanted = roadmap_.goals()[g].requirements;
      for (RequirementIndex i = wanted.first; i < wanted.last; ++i) {
        text_ += "wanted(" + std::to_string(i) + "). ";
        add(i);
      }
    }
    for (std::size_t next = 0; next < queue_.size(); ++next) {
      const TopicIndex t = queue_[next];
      const Topic& topic = roadmap_.topics()[t];
      const std::string id = std::to_string(t);
      text_ += "topic(" + id + "). hours(" + id + "," +
               std::to_string(topic.hours.midpoint().seconds()) + ").\n";
      for (RequirementIndex i = topic.requirements.first; i < topic.requirements.last; ++i) {
        text_ += "needs(" + id + "," + std::to_string(i) + "). ";
        add(i);
      }
    }
    return std::move(text_);
  }

 private:
  void meet(TopicIndex topic) {
    if (met_[topic] == 0) queue_.push_back(topic);
    met_[topic] = 1;
  }

  void add(RequirementIndex index) {
    const Requirement& entry = roadmap_.requirements()[index];
    const std::string id = std::to_string(index);
    text_ += "entry(" + id + "). ";
    if (entry.kind == RequirementKind::topic) {
      text_ += "names(" + id + "," + std::to_string(entry.topic) + ").\n";
      meet(entry.topic);
      return;
    }
    text_ += "group(" + id + "," + std::to_string(entry.least) + ").\n";
    for (const EntryCluster& cluster : entry_clusters(roadmap_, index)) add(id, cluster);
  }

  // Entries that count together are in the group as the levels of their number.
  void add(const std::string& group, const EntryCluster& cluster) {
    const std::string first = std::to_string(cluster.entries.front());
    if (cluster.entries.size() == 1) {
      text_ += "inside(" + group + "," + first + "). ";
    } else {
      for (std::size_t level = 1; level <= cluster.smallest.size(); ++level) {
        const std::string name = "level(" + first + "," + std::to_string(level) + ")";
        text_ += name + ". inside(" + group + "," + name + "). ";
      }
    }
    for (const RequirementIndex i : cluster.entries) {
      if (cluster.entries.size() > 1) {
        text_ += "member(" + first + "," + std::to_string(i) + "). ";
      }
      add(i);
    }
    if (cluster.entries.size() == 1) return;
    for (const RequirementIndex i : cluster.smallest) {
      text_ += "smallest(" + first + "," + std::to_string(i) + "). ";
    }
  }

  const Roadmap& roadmap_;
  std::vector<char> met_;
  std::vector<TopicIndex> queue_;
  std::string text_;
};

// What follows the last `label`, or nothing.
std::string_view after_last(std::string_view text, std::string_view label) {
  const std::size_t at = text.rfind(label);
  return at == std::string_view::npos ? std::string_view() : text.substr(at + label.size());
}

double number_after(std::string_view text, std::string_view label) {
  const std::string rest(after_last(text, label).substr(0, 32));
  return rest.empty() ? 0 : std::stod(rest);
}

}  // namespace

std::string answer_set_program(const Roadmap& roadmap, const Targets& targets) {
  return ProgramWriter(roadmap).run(targets);
}

Optimum clingo_optimum(const std::string& clingo, const std::string& program,
                       const std::vector<std::string>& arguments) {
  std::vector<std::string> command{clingo, "--quiet=1,1", "--opt-strategy=usc", "--warn=none"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  command.emplace_back("-");
  const Outcome outcome = run_program(command, {.input = program});
  Optimum optimum;
  optimum.cpu_seconds = number_after(outcome.out, "\nCPU Time     : ");
  const std::string figures(after_last(outcome.out, "Optimization : ").substr(0, 64));
  if (figures.empty() || outcome.out.find("UNSATISFIABLE") != std::string::npos) return optimum;
  std::size_t used = 0;
  optimum.reachable = true;
  optimum.proven = outcome.out.find("OPTIMUM FOUND") != std::string::npos;
  optimum.seconds = std::stoll(figures, &used);
  optimum.topics = std::stoul(figures.substr(used));
  return optimum;
}

}  // namespace prereq::testing
