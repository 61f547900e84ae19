#include "read/dot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>
#include <variant>

#include "base/ascii_words.hpp"
#include "base/shown.hpp"
#include "base/utf8.hpp"
#include "read/dot_edges.hpp"
#include "read/dot_error.hpp"
#include "read/dot_file.hpp"
#include "read/dot_scan.hpp"
#include "read/dot_text.hpp"
#include "read/html_words.hpp"
#include "read/resource_line.hpp"
#include "read/url.hpp"
#include "roadmap/id.hpp"
#include "roadmap/title_id.hpp"

namespace prereq {
namespace {

constexpr std::string_view our_cluster = "cluster_";

bool is_invisible(const DotLook& look) { return look.style.find("invis") != std::string::npos; }

// The character for which the name has a code: `\uFFFE`.
std::optional<char32_t> coded_character(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, char32_t>, 3> codes = {
      {{"\\u0026", '&'}, {"\\uFFFE", 0xFFFE}, {"\\uFFFF", 0xFFFF}}};
  for (const auto& [code, character] : codes) {
    if (name.starts_with(code)) return character;
  }
  return std::nullopt;
}

// The id that DOT's writer gave this name: `\` twice, one before a first '%', and codes for what
// XML cannot hold.
std::string our_id(std::string_view name) {
  if (name.starts_with("\\%")) name.remove_prefix(1);
  constexpr std::size_t code_length = 6;
  std::string id;
  while (!name.empty()) {
    if (const auto character = coded_character(name)) {
      append_utf8(id, *character);
      name.remove_prefix(code_length);
      continue;
    }
    if (name.starts_with("\\\\")) name.remove_prefix(1);
    id += name.front();
    name.remove_prefix(1);
  }
  return id;
}

bool has_class(std::string_view classes, std::string_view name) {
  const auto words = split_at_any(classes, " ");
  return std::ranges::find(words, name) != words.end();
}

// "cluster_machine_learning" says what a box without a label holds, "cluster_0" does not.
std::string words_in_name(std::string_view cluster) {
  cluster.remove_prefix(std::string_view("cluster").size());
  if (cluster.find_first_not_of("0123456789_- .") == std::string_view::npos) return {};
  std::string words(cluster);
  std::ranges::replace(words, '_', ' ');
  return title_from_id(on_one_line(words));
}

// "Title by Maker (free, course)".
ResourceLine resource_in_words(std::string_view words, std::string_view url) {
  const std::size_t bracket = last_bracket(words);
  ResourceLine line = resource_of_link(trimmed(words.substr(0, bracket)), url);
  if (bracket != std::string_view::npos) take_brackets(words.substr(bracket), line);
  return line;
}

class DotReader {
 public:
  DotReader(const DotFile& file, const DotPlaces& places, FileId source, EdgeDirection direction,
            ReadNotes& notes)
      : file_(file), places_(places), source_(source), direction_(direction), notes_(notes) {
    is_ours_ = has_class(file.css_class, "prereq");
  }

  RoadmapData read() {
    const DotNames names = {{'G', file_.name}};
    data_.title = data_.text.keep(is_ours_ ? own_words(file_.look.label, names)
                                           : words_of(file_.look.label, names));
    if (!is_ours_) {
      data_.description = description(file_.look, names, data_.title);
      data_.roadmap_resources = link(file_.look.url, names, start());
    }
    add_sections();
    add_nodes();
    DotEdgeReader(file_, places_, cards_, sections_, data_, notes_)
        .read(start(), direction_, is_ours_);
    return std::move(data_);
  }

 private:
  Span start() const { return {source_, {1, 1}, {1, 2}}; }

  template <typename Names>
  Span place(const Names& names, const std::string& name) const {
    const auto found = names.find(name);
    return found == names.end() ? start() : found->second;
  }

  void leave_out(Span span, std::string what) {
    notes_.left_out.push_back({span, std::move(what)});
  }

  // Depth first, those inside one cluster as they are written.
  void add_sections() {
    section_of_cluster_.assign(file_.clusters.size(), no_index);
    std::vector<std::vector<std::uint32_t>> inside(file_.clusters.size() + 1);
    for (std::uint32_t c = 0; c < file_.clusters.size(); ++c) {
      const std::uint32_t parent = file_.clusters[c].parent;
      inside[parent == UINT32_MAX ? file_.clusters.size() : parent].push_back(c);
    }
    for (auto& list : inside) {
      std::ranges::sort(list, std::greater<>(), [this](std::uint32_t c) {
        return std::pair(place(places_.subgraphs, file_.clusters[c].name), file_.clusters[c].name);
      });
    }
    take_own_section_ids();
    std::vector<std::uint32_t> open = inside.back();
    while (!open.empty()) {
      const std::uint32_t c = open.back();
      open.pop_back();
      add_section(c);
      open.insert(open.end(), inside[c].begin(), inside[c].end());
    }
  }

  // The ids that prereq wrote go before those made from titles. Somebody may have changed them
  // since.
  void take_own_section_ids() {
    own_section_ids_.resize(file_.clusters.size());
    if (!is_ours_) return;
    for (std::size_t c = 0; c < file_.clusters.size(); ++c) {
      const std::string_view name = file_.clusters[c].name;
      if (!name.starts_with(our_cluster) || is_invisible(file_.clusters[c].look)) continue;
      std::string id = our_id(name.substr(our_cluster.size()));
      if (is_valid_id(id) && section_ids_.take(id)) own_section_ids_[c] = std::move(id);
    }
  }

  // What a box says itself: cgraph gives it also all that the one around it says. prereq's own
  // boxes each have a label, which may be the same.
  DotLook own_look(const DotCluster& cluster) const {
    DotLook own = cluster.look;
    if (is_ours_) return own;
    const bool is_outermost = cluster.parent == UINT32_MAX;
    const DotLook& around = is_outermost ? file_.look : file_.clusters[cluster.parent].look;
    if (own.label.text == around.label.text) own.label = {};
    if (own.url == around.url) own.url.clear();
    if (own.tooltip == around.tooltip) own.tooltip.clear();
    return own;
  }

  void add_section(std::uint32_t c) {
    const DotCluster& cluster = file_.clusters[c];
    const SectionIndex parent =
        cluster.parent == UINT32_MAX ? no_index : section_of_cluster_[cluster.parent];
    section_of_cluster_[c] = parent;
    if (is_invisible(cluster.look)) return;
    const Span span = place(places_.subgraphs, cluster.name);
    const DotNames names = {{'G', cluster.name}};
    const DotLook look = own_look(cluster);
    std::string title = is_ours_ ? own_words(look.label, names) : words_of(look.label, names);
    if (title.empty()) title = words_in_name(cluster.name);
    if (title.empty()) {
      leave_out(span, fmt::format("the box '{}', which has no title", shown(cluster.name)));
      return;
    }
    Section section;
    const std::string& own_id = own_section_ids_[c];
    section.id = data_.text.keep(own_id.empty() ? section_ids_.make(title) : own_id);
    section.title = data_.text.keep(title);
    section.parent = parent;
    section.span = span;
    if (!is_ours_) {
      section.description = description(look, names, title);
      section.resources = link(look.url, names, span);
    }
    section_of_cluster_[c] = data_.add(section);
    sections_.emplace(c, section_of_cluster_[c]);
  }

  void add_nodes() {
    IdMaker ids;
    std::vector<bool> keeps_id;
    for (const DotNode& node : file_.nodes) {
      cards_.push_back({role_of(node), is_ours_ ? our_id(node.name) : shown_name(node), no_index,
                        place(places_.nodes, node.name)});
      DotCard& card = cards_.back();
      if (card.role == DotRole::none && is_invisible(node.look)) {
        leave_out(card.span, fmt::format("the invisible node '{}'", shown(node.name)));
      }
      keeps_id.push_back(is_valid_id(card.id) && ids.take(card.id));
    }
    for (std::size_t n = 0; n < cards_.size(); ++n) {
      if (cards_[n].role != DotRole::topic && cards_[n].role != DotRole::goal) continue;
      std::string title = title_of(file_.nodes[n]);
      if (!keeps_id[n]) {
        if (title.empty()) title = cards_[n].id;
        cards_[n].id = ids.make(cards_[n].id);
      }
      if (title == title_from_id(cards_[n].id)) title.clear();
      if (cards_[n].role == DotRole::goal) {
        add_goal(cards_[n], title);
      } else {
        add_topic(file_.nodes[n], cards_[n], title);
      }
    }
  }

  DotRole role_of(const DotNode& node) const {
    if (is_invisible(node.look)) return DotRole::none;
    if (!is_ours_) return DotRole::topic;
    if (has_class(node.css_class, "choice")) return DotRole::junction;
    if (has_class(node.css_class, "links")) return DotRole::none;
    return has_class(node.css_class, "goal") ? DotRole::goal : DotRole::topic;
  }

  // What Graphviz would write on it.
  static std::string shown_name(const DotNode& node) { return words_of({node.name, false}, {}); }

  std::string title_of(const DotNode& node) const {
    if (is_ours_) return own_words(node.look.label, names_of(node));
    const bool is_record = node.shape == "record" || node.shape == "Mrecord";
    return words_of(node.look.label, names_of(node), is_record);
  }

  void add_goal(DotCard& card, const std::string& title) {
    Goal goal;
    goal.id = data_.text.keep(card.id);
    goal.title = data_.text.keep(title);
    goal.span = card.span;
    card.index = static_cast<std::uint32_t>(data_.goals.size());
    data_.goals.push_back(goal);
  }

  void add_topic(const DotNode& node, DotCard& card, const std::string& title) {
    Topic topic;
    topic.id = data_.text.keep(card.id);
    topic.title = data_.text.keep(title);
    topic.section = section_of(node);
    topic.span = card.span;
    if (!is_ours_) {
      topic.description = description(node.look, names_of(node), title.empty() ? card.id : title);
    }
    const auto hours = node.hours.empty() ? std::nullopt : parse_hours(node.hours);
    if (hours) topic.hours = *hours;
    const auto level = level_of(node);
    if (level) topic.level = *level;
    topic.resources = link(node.look.url, names_of(node), card.span);
    if (is_ours_ && topic.resources.size() == 1) describe_resource(node, topic.resources.first);
    card.index = data_.add(topic, hours.has_value(), level.has_value());
    if (!node.hours.empty() && !hours) {
      leave_out(card.span, fmt::format("hours '{}'", shown(node.hours)));
    }
  }

  DotNames names_of(const DotNode& node) const { return {{'N', node.name}, {'G', file_.name}}; }

  // What a tooltip says beyond the title.
  std::string_view description(const DotLook& look, const DotNames& names, std::string_view title) {
    const std::string tooltip = words_of({look.tooltip, false}, names);
    const bool says_more = comparable_title(tooltip) != comparable_title(title);
    return says_more ? data_.text.keep(tooltip) : std::string_view();
  }

  std::optional<Level> level_of(const DotNode& node) const {
    for (const Level level : {Level::core, Level::optional, Level::assumed}) {
      if (in_lower_case(node.level) == to_string(level)) return level;
    }
    return std::nullopt;
  }

  IndexRange link(const std::string& written, const DotNames& names, Span span) {
    if (written.empty()) return {};
    const std::string url = attribute_text(written, names);
    if (const std::string complaint = url_complaint(url); !complaint.empty()) {
      leave_out(span, fmt::format("the address '{}', which is not one of the web", shown(url)));
      return {};
    }
    Resource resource;
    resource.url = data_.text.keep(url);
    resource.span = span;
    const auto at = static_cast<std::uint32_t>(data_.resources.size());
    data_.resources.push_back(resource);
    return {at, at + 1};
  }

  // The first line of the tooltip, as prereq writes it, is the resource in words.
  void describe_resource(const DotNode& node, std::uint32_t index) {
    Resource& resource = data_.resources[index];
    std::string words = own_words({node.look.tooltip, false}, names_of(node));
    words.resize(std::min(words.find('\n'), words.size()));
    const ResourceLine line = resource_in_words(words, resource.url);
    if (line.title != resource.url) resource.title = data_.text.keep(line.title);
    resource.by = data_.text.keep(line.by);
    resource.part = data_.text.keep(line.part);
    resource.note = data_.text.keep(line.note);
    resource.hours = line.hours;
    resource.cost = line.cost;
    resource.type = line.type;
  }

  // The innermost of its clusters; of several, the first.
  SectionIndex section_of(const DotNode& node) const {
    SectionIndex best = no_index;
    std::size_t best_depth = 0;
    for (const std::uint32_t c : node.clusters) {
      const SectionIndex section = section_of_cluster_[c];
      if (section == no_index) continue;
      std::size_t depth = 1;
      for (SectionIndex s = data_.sections[section].parent; s != no_index;
           s = data_.sections[s].parent) {
        ++depth;
      }
      if (depth > best_depth || (depth == best_depth && section < best)) best = section;
      best_depth = std::max(best_depth, depth);
    }
    return best;
  }

  const DotFile& file_;
  const DotPlaces& places_;
  FileId source_;
  EdgeDirection direction_;
  ReadNotes& notes_;
  bool is_ours_ = false;
  RoadmapData data_;
  IdMaker section_ids_;
  std::vector<std::string> own_section_ids_;  // parallel to the file's clusters; empty for none
  std::vector<SectionIndex> section_of_cluster_;
  std::map<std::uint32_t, SectionIndex> sections_;  // by cluster: those that are sections
  std::vector<DotCard> cards_;                      // parallel to the file's nodes
};

RoadmapData nothing_read() {
  RoadmapData nothing;
  nothing.incomplete = true;
  return nothing;
}

}  // namespace

RoadmapData read_dot(std::string_view text, FileId file, EdgeDirection direction, ReadNotes& notes,
                     Diagnostics& diagnostics) {
  const auto places = scan_dot(text, file, DotLimits{}, diagnostics);
  if (!places) return nothing_read();
  const auto loaded = load_dot(text);
  if (const auto* error = std::get_if<DotSyntaxError>(&loaded)) {
    report_dot_error(*error, text, file, diagnostics);
    return nothing_read();
  }
  const auto& graph = std::get<DotFile>(loaded);
  if (!graph.is_directed) {
    diagnostics.add(Code::wrong_type, {file, {1, 1}, {1, 2}},
                    "expected a 'digraph', found a 'graph': its edges do not say what comes first");
    return nothing_read();
  }
  return DotReader(graph, *places, file, direction, notes).read();
}

}  // namespace prereq
