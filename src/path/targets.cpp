#include <algorithm>
#include <string_view>
#include <utility>

#include "base/nearest_name.hpp"
#include "base/shown.hpp"
#include "base/unicode_forms.hpp"
#include "prereq/path.hpp"
#include "roadmap/id.hpp"
#include "roadmap/title_id.hpp"

namespace prereq {
namespace {

enum class Kinds : std::uint8_t { topics, topics_and_goals };

class Resolver {
 public:
  Resolver(const Roadmap& roadmap, Kinds kinds, Severity severity, Diagnostics& diagnostics)
      : roadmap_(roadmap), kinds_(kinds), severity_(severity), diagnostics_(diagnostics) {}

  // False for a name that stands for nothing.
  bool resolve(std::string_view name) {
    if (const auto topic = roadmap_.find_topic(name)) {
      result_.topics.push_back(*topic);
      return true;
    }
    if (kinds_ == Kinds::topics_and_goals) {
      if (const auto goal = roadmap_.find_goal(name)) {
        result_.goals.push_back(*goal);
        return true;
      }
      if (name == "all") {
        for (TopicIndex t = 0; t < roadmap_.topics().size(); ++t) result_.topics.push_back(t);
        return true;
      }
    }
    if (name.starts_with(section_prefix)) return add_section(name.substr(section_prefix.size()));
    report_name(name);
    return false;
  }

  Targets finish() {
    sort_unique(result_.topics);
    sort_unique(result_.goals);
    return std::move(result_);
  }
  std::vector<std::string>& names() { return result_.names; }

 private:
  static void sort_unique(std::vector<std::uint32_t>& indices) {
    std::ranges::sort(indices);
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
  }

  bool add_section(std::string_view id) {
    const auto section = roadmap_.find_section(id);
    if (!section) {
      std::vector<std::string_view> ids;
      for (const Section& s : roadmap_.sections()) ids.push_back(s.id);
      const std::string nearest(nearest_name(id, ids));
      report(Code::unknown_section, "section '" + shown(id) + "' is not defined", nearest,
             nearest.empty() ? "" : in_section(nearest));
      return false;
    }
    // Sections are in preorder: a parent's verdict is there before its sub-sections'.
    std::vector<char> inside(roadmap_.sections().size(), 0);
    for (SectionIndex s = *section; s < inside.size(); ++s) {
      const SectionIndex parent = roadmap_.sections()[s].parent;
      inside[s] = s == *section || (parent != no_index && inside[parent] != 0) ? 1 : 0;
    }
    for (TopicIndex t = 0; t < roadmap_.topics().size(); ++t) {
      const SectionIndex s = roadmap_.topics()[t].section;
      if (s != no_index && inside[s] != 0) result_.topics.push_back(t);
    }
    return true;
  }

  void report_name(std::string_view name) {
    const bool may_be_goal = kinds_ == Kinds::topics_and_goals;
    const std::string meant = what_is_meant_by(name);
    report(
        may_be_goal ? Code::unknown_goal : Code::unknown_topic,
        "'" + shown(name) + "' is " + (may_be_goal ? "neither a topic nor a goal" : "not a topic"),
        meant, meant);
  }

  // People write what they see: titles, and sections without saying that they are some.
  std::string what_is_meant_by(std::string_view name) const {
    const std::string wanted = comparable_title(name);
    const auto is_title = [&](std::string_view title) {
      return !wanted.empty() && comparable_title(title) == wanted;
    };
    std::vector<std::string_view> ids;
    std::string_view titled;
    const auto add = [&](const auto& elements) {
      for (const auto& element : elements) {
        ids.push_back(element.id);
        if (titled.empty() && is_title(element.title)) titled = element.id;
      }
    };
    add(roadmap_.topics());
    if (kinds_ == Kinds::topics_and_goals) add(roadmap_.goals());
    if (!titled.empty()) return std::string(titled);
    for (const Section& section : roadmap_.sections()) {
      if (are_same_text(section.id, name) || is_title(section.title)) return in_section(section.id);
    }
    return std::string(nearest_name(name, ids));
  }

  static std::string in_section(std::string_view id) {
    return std::string(section_prefix) + std::string(id);
  }

  void report(Code code, std::string message, const std::string& meant, std::string suggestion) {
    if (!meant.empty()) message += "; did you mean '" + meant + "'?";
    Diagnostic& diagnostic = diagnostics_.add(code, Span{}, std::move(message));
    diagnostic.severity = severity_;
    diagnostic.suggestion = std::move(suggestion);
  }

  const Roadmap& roadmap_;
  Kinds kinds_;
  Severity severity_;
  Diagnostics& diagnostics_;
  Targets result_;
};

}  // namespace

Targets resolve_targets(std::span<const std::string> names, const Roadmap& roadmap,
                        Diagnostics& diagnostics) {
  Resolver resolver(roadmap, Kinds::topics_and_goals, Severity::error, diagnostics);
  for (const std::string& name : names) {
    if (std::ranges::find(resolver.names(), name) != resolver.names().end()) continue;
    if (resolver.resolve(name)) resolver.names().push_back(name);
  }
  return resolver.finish();
}

std::vector<TopicIndex> resolve_topics(std::span<const std::string> names, const Roadmap& roadmap,
                                       Severity severity, Diagnostics& diagnostics) {
  Resolver resolver(roadmap, Kinds::topics, severity, diagnostics);
  for (const std::string& name : names) resolver.resolve(name);
  return resolver.finish().topics;
}

}  // namespace prereq
