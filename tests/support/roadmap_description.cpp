#include "support/roadmap_description.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace prereq::testing {
namespace {

// `[7:whatever]`, so that no text can look like two.
std::string framed(std::string_view text) { return fmt::format("[{}:{}]", text.size(), text); }

std::string hours(HoursRange range) {
  return fmt::format("{}-{}s", range.low.seconds(), range.high.seconds());
}

class Description {
 public:
  Description(const Roadmap& roadmap, TopicOrder order) : roadmap_(roadmap), order_(order) {}

  std::string text() {
    out_ = fmt::format("roadmap {} {} {} {}\n", framed(roadmap_.title()),
                       framed(roadmap_.description()), framed(roadmap_.note()),
                       framed(roadmap_.base()));
    add_resources(roadmap_.roadmap_resources());
    for (const Section& section : roadmap_.sections()) add_section(section);
    std::vector<std::string> topics;
    for (TopicIndex t = 0; t < roadmap_.topics().size(); ++t) topics.push_back(topic(t));
    if (order_ == TopicOrder::by_id) std::ranges::sort(topics);
    for (const std::string& each : topics) out_ += each;
    for (const Goal& goal : roadmap_.goals()) {
      out_ += fmt::format("goal {} {} {}\n", framed(goal.id), framed(goal.title),
                          framed(goal.description));
      add_entries("needs", goal.requirements);
    }
    add_allowances(no_index);
    return out_;
  }

 private:
  void add_section(const Section& section) {
    const std::string_view parent =
        section.parent == no_index ? "" : roadmap_.sections()[section.parent].id;
    out_ += fmt::format("section {} in {} {} {} {}\n", framed(section.id), framed(parent),
                        framed(section.title), framed(section.description), framed(section.note));
    add_entries("requires", section.requirements);
    add_entries("recommends", section.recommendations);
    add_resources(roadmap_.resources(section.resources));
  }

  std::string topic(TopicIndex t) {
    const Topic& topic = roadmap_.topics()[t];
    std::string before;
    before.swap(out_);
    const std::string_view section =
        topic.section == no_index ? "" : roadmap_.sections()[topic.section].id;
    out_ += fmt::format("topic {} in {} {} {} {} {} choose {} hours {} guessed {} taken {}\n",
                        framed(topic.id), framed(section), framed(topic.title),
                        framed(topic.description), framed(topic.note), to_string(topic.level),
                        static_cast<int>(topic.choose), hours(topic.hours), topic.hours_guessed,
                        topic.hours_of_resources);
    add_entries("requires", topic.requirements);
    add_entries("recommends", topic.recommendations);
    add_entries("corequisites", topic.corequisites);
    add_resources(roadmap_.resources(topic.resources));
    add_allowances(t);
    for (const Alias& alias : roadmap_.aliases()) {
      if (alias.topic == t) out_ += fmt::format("  alias {}\n", framed(alias.name));
    }
    before.swap(out_);
    return before;
  }

  void add_entries(std::string_view what, IndexRange range) {
    if (range.empty()) return;
    out_ += fmt::format("  {}", what);
    add_tree(range);
    out_ += '\n';
  }

  void add_tree(IndexRange range) {
    for (const Requirement& entry : roadmap_.requirements(range)) {
      out_ += fmt::format(" {}.{}", static_cast<int>(entry.kind), entry.least);
      if (entry.topic != no_index) out_ += framed(roadmap_.topics()[entry.topic].id);
      out_ += framed(entry.name) + framed(entry.because) + "(";
      add_tree(entry.entries);
      out_ += ')';
    }
  }

  void add_resources(std::span<const Resource> resources) {
    for (const Resource& each : resources) {
      out_ += fmt::format("  resource {} {} {} {} {} '{}' '{}' {}\n", framed(each.title),
                          framed(each.url), framed(each.by), framed(each.part), framed(each.note),
                          to_string(each.cost), to_string(each.type),
                          each.hours ? hours(*each.hours) : "unstated");
    }
  }

  void add_allowances(TopicIndex topic) {
    for (const Allowance& each : roadmap_.allowances()) {
      if (each.topic != topic) continue;
      out_ += fmt::format("  allow {} {}\n", code_name(each.code), framed(each.reason));
    }
  }

  const Roadmap& roadmap_;
  TopicOrder order_;
  std::string out_;
};

}  // namespace

std::string described(const Roadmap& roadmap, TopicOrder order) {
  return Description(roadmap, order).text();
}

}  // namespace prereq::testing
