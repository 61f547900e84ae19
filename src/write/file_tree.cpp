#include "write/file_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "roadmap/id.hpp"
#include "write/file_values.hpp"

namespace prereq {
namespace {

using Kind = FileNode::Kind;
using Layout = FileNode::Layout;

FileNode container(Kind kind, Layout layout = Layout::automatic) {
  return {kind, layout, {}, {}, {}};
}

class TreeBuilder {
 public:
  TreeBuilder(const Roadmap& roadmap, const FileTreeOptions& options)
      : roadmap_(roadmap), options_(options) {
    for (const Allowance& each : roadmap.allowances()) allowances_.emplace(each.topic, &each);
    for (const Alias& each : roadmap.aliases()) aliases_.emplace(each.topic, &each);
    place_sections();
    place_topics();
  }

  FileNode build() {
    FileNode root = container(Kind::mapping, Layout::open);
    add_text(root, "title", roadmap_.title());
    add_text(root, "description", roadmap_.description());
    add_text(root, "note", roadmap_.note());
    add_text(root, "base", roadmap_.base());
    add_allowances(root, no_index);
    add_contents(root, no_index);
    FileNode goals = container(Kind::mapping, Layout::open);
    for (const Goal& goal : roadmap_.goals()) goals.add(goal.id, goal_node(goal));
    add_unless_empty(root, "goals", std::move(goals));
    add_resources(root, roadmap_.roadmap_resources());
    return root;
  }

 private:
  // Of a section, or of the roadmap, which comes last.
  struct Place {
    std::vector<SectionIndex> sections;
    std::vector<TopicIndex> topics;
    TopicIndex first_own = no_index;
    TopicIndex first_below = no_index;
  };

  Place& place(SectionIndex section) {
    return section == no_index ? places_.back() : places_[section];
  }

  void place_sections() {
    const auto sections = roadmap_.sections();
    places_.resize(sections.size() + 1);
    for (SectionIndex s = 0; s < sections.size(); ++s) {
      place(sections[s].parent).sections.push_back(s);
    }
  }

  void place_topics() {
    const auto topics = roadmap_.topics();
    for (TopicIndex t = 0; t < topics.size(); ++t) {
      const bool inside = options_.topics_in_sections;
      if (roadmap_.stands_for_section(t)) {
        topic_of_links_.emplace(topics[t].section, t);
        continue;
      }
      Place& around = place(inside ? topics[t].section : no_index);
      around.topics.push_back(t);
      around.first_own = std::min(around.first_own, t);
    }
    for (auto s = static_cast<SectionIndex>(roadmap_.sections().size()); s-- > 0;) {
      Place& around = place(roadmap_.sections()[s].parent);
      around.first_below =
          std::min({around.first_below, places_[s].first_own, places_[s].first_below});
    }
  }

  static void add_text(FileNode& node, std::string_view key, std::string_view text) {
    if (!text.empty()) node.add(key, text_node(text));
  }

  static void add_unless_empty(FileNode& node, std::string_view key, FileNode value) {
    if (!value.items.empty()) node.add(key, std::move(value));
  }

  static void add_title(FileNode& node, std::string_view title, std::string_view id) {
    if (title != title_from_id(id)) add_text(node, "title", title);
  }

  void add_contents(FileNode& node, SectionIndex section) {
    const Place& here = place(section);
    FileNode sections = container(Kind::mapping, Layout::open);
    for (const SectionIndex s : here.sections) {
      sections.add(roadmap_.sections()[s].id, section_node(s));
    }
    FileNode topics = container(Kind::mapping, Layout::open);
    for (const TopicIndex t : here.topics) topics.add(roadmap_.topics()[t].id, topic_node(t));
    // In the order in which topics are declared, as far as there is one.
    const bool topics_first = options_.topics_in_sections && here.first_own < here.first_below;
    if (topics_first) {
      add_unless_empty(node, "topics", std::move(topics));
      add_unless_empty(node, "sections", std::move(sections));
    } else {
      add_unless_empty(node, "sections", std::move(sections));
      add_unless_empty(node, "topics", std::move(topics));
    }
  }

  FileNode section_node(SectionIndex s) {
    const Section& section = roadmap_.sections()[s];
    FileNode node = container(Kind::mapping);
    add_title(node, section.title, section.id);
    add_text(node, "description", section.description);
    add_text(node, "note", section.note);
    add_unless_empty(node, "requires", entries(section.requirements));
    add_unless_empty(node, "recommends", entries(section.recommendations));
    add_contents(node, s);
    const auto links = topic_of_links_.find(s);
    const bool has_topic = links != topic_of_links_.end();
    add_resources(node, roadmap_.resources(has_topic ? roadmap_.topics()[links->second].resources
                                                     : section.resources));
    return node;
  }

  FileNode topic_node(TopicIndex t) {
    const Topic& topic = roadmap_.topics()[t];
    FileNode node = container(Kind::mapping);
    add_title(node, topic.title, topic.id);
    if (topic.section != no_index && !options_.topics_in_sections) {
      add_text(node, "section", roadmap_.sections()[topic.section].id);
    }
    if (!topic.hours_guessed && !topic.hours_of_resources) {
      node.add("hours", hours_node(topic.hours));
    }
    if (topic.level != Level::core) add_text(node, "level", to_string(topic.level));
    add_text(node, "description", topic.description);
    add_text(node, "note", topic.note);
    add_unless_empty(node, "requires", entries(topic.requirements));
    add_unless_empty(node, "recommends", entries(topic.recommendations));
    add_unless_empty(node, "corequisites", entries(topic.corequisites));
    if (topic.choose == Choose::all) add_text(node, "choose", "all");
    add_resources(node, roadmap_.resources(topic.resources));
    add_allowances(node, t);
    FileNode aliases = container(Kind::list);
    const auto [first, last] = aliases_.equal_range(t);
    for (auto each = first; each != last; ++each) {
      aliases.items.push_back(text_node(each->second->name));
    }
    add_unless_empty(node, "aliases", std::move(aliases));
    return node;
  }

  FileNode goal_node(const Goal& goal) {
    FileNode node = container(Kind::mapping);
    add_title(node, goal.title, goal.id);
    add_text(node, "description", goal.description);
    add_unless_empty(node, "requires", entries(goal.requirements));
    return node;
  }

  // As they were written: without what the sections around a topic require, which stands there, and
  // with a section in place of its topics.
  FileNode entries(IndexRange range) {
    FileNode list = container(Kind::list);
    Span last_section;
    for (RequirementIndex i = range.first; i < range.last; ++i) {
      const Requirement& entry = roadmap_.requirements()[i];
      const RequirementOrigin origin = roadmap_.origin(i);
      if (origin.said_by != no_index) break;
      if (origin.named == no_index) {
        list.items.push_back(entry_node(i));
        last_section = {};
        continue;
      }
      // In a list of topics alone, those of one section stand side by side.
      const bool is_next = entry.kind == RequirementKind::topic && entry.span == last_section &&
                           roadmap_.origin(i - 1).named == origin.named;
      if (!is_next) list.items.push_back(section_name_node(origin.named, entry.because));
      last_section = entry.span;
    }
    return list;
  }

  FileNode section_name_node(SectionIndex section, std::string_view because) {
    const std::string name = fmt::format("{}{}", section_prefix, roadmap_.sections()[section].id);
    if (because.empty()) return text_node(name);
    FileNode node = container(Kind::mapping);
    node.add("topic", text_node(name));
    add_text(node, "because", because);
    return node;
  }

  FileNode entry_node(RequirementIndex index) {
    const Requirement& entry = roadmap_.requirements()[index];
    if (entry.kind == RequirementKind::topic && entry.because.empty()) {
      return text_node(entry.name);
    }
    FileNode node = container(Kind::mapping);
    switch (entry.kind) {
      case RequirementKind::topic: node.add("topic", text_node(entry.name)); break;
      case RequirementKind::any: node.add("any", entries(roadmap_.written(index))); break;
      case RequirementKind::all: node.add("all", entries(roadmap_.written(index))); break;
      case RequirementKind::at_least:
        node.add("at-least", number_node(entry.least));
        node.add("of", entries(roadmap_.written(index)));
        break;
    }
    add_text(node, "because", entry.because);
    return node;
  }

  void add_resources(FileNode& node, std::span<const Resource> resources) {
    FileNode list = container(Kind::list, Layout::open);
    for (const Resource& resource : resources) {
      const std::string line = options_.resource_lines ? resource_as_line(resource) : std::string();
      list.items.push_back(line.empty() ? resource_node(resource) : line_node(line));
    }
    add_unless_empty(node, "resources", std::move(list));
  }

  // Each code once: several files may allow the same.
  void add_allowances(FileNode& node, TopicIndex topic) {
    FileNode allow = container(Kind::mapping);
    const auto [first, last] = allowances_.equal_range(topic);
    for (auto each = first; each != last; ++each) {
      const std::string_view code = code_name(each->second->code);
      if (std::ranges::find(allow.keys, code) != allow.keys.end()) continue;
      allow.add(code, text_node(each->second->reason));
    }
    add_unless_empty(node, "allow", std::move(allow));
  }

  const Roadmap& roadmap_;
  const FileTreeOptions& options_;
  std::multimap<TopicIndex, const Allowance*> allowances_;
  std::multimap<TopicIndex, const Alias*> aliases_;
  std::map<SectionIndex, TopicIndex> topic_of_links_;  // for sections that hold nothing else
  std::vector<Place> places_;
};

}  // namespace

FileNode file_tree(const Roadmap& roadmap, const FileTreeOptions& options) {
  return TreeBuilder(roadmap, options).build();
}

}  // namespace prereq
