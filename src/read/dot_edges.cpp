#include "read/dot_edges.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

#include "base/shown.hpp"
#include "read/edge_lists.hpp"
#include "roadmap/id.hpp"

namespace prereq {
namespace {

// That edges to and from clusters may stand for, all together.
constexpr std::uint64_t most_edges_of_boxes = 1'000'000;

bool has_style(const DotLook& look, std::string_view style) {
  return look.style.find(style) != std::string::npos;
}

EdgeListKind kind_of(const DotEdge& edge, bool is_ours) {
  if (is_ours && has_style(edge.look, "dashed")) return EdgeListKind::recommendation;
  if (is_ours && has_style(edge.look, "dotted")) return EdgeListKind::corequisite;
  return EdgeListKind::requirement;
}

}  // namespace

void DotEdgeReader::find_boxes() {
  if (!file_.is_compound) return;
  for (std::uint32_t n = 0; n < file_.nodes.size(); ++n) {
    for (const std::uint32_t c : file_.nodes[n].clusters) {
      boxes_[file_.clusters[c].name].nodes.push_back(n);
    }
  }
  for (const auto& [cluster, section] : sections_) {
    const auto box = boxes_.find(file_.clusters[cluster].name);
    if (box != boxes_.end()) box->second.section = section;
  }
}

// As Graphviz has it: only a box that one end stands in, and the other does not.
const DotEdgeReader::Box* DotEdgeReader::box_at(const std::string& cluster, std::uint32_t end,
                                                std::uint32_t other) const {
  const auto found = cluster.empty() ? boxes_.end() : boxes_.find(cluster);
  if (found == boxes_.end()) return nullptr;
  const Box& box = found->second;
  const bool parts_ends =
      std::ranges::binary_search(box.nodes, end) && !std::ranges::binary_search(box.nodes, other);
  return parts_ends ? &box : nullptr;
}

std::vector<std::uint32_t> DotEdgeReader::topics_in(const Box& box, bool optional_too) const {
  std::vector<std::uint32_t> topics;
  for (const std::uint32_t n : box.nodes) {
    if (cards_[n].role != DotRole::topic) continue;
    const bool optional = data_.topics[cards_[n].index].level == Level::optional;
    if (optional_too || !optional) topics.push_back(n);
  }
  return topics;
}

// All topics of a section that are not optional are what `section:ID` means.
DotEdgeReader::Stands DotEdgeReader::prerequisites_at(End end, const DotEdge& written) const {
  if (end.box == nullptr) return {{end.node}};
  const bool optional_too = is_ours_ && written.css_class == "optional";
  Stands stands = {topics_in(*end.box, optional_too)};
  if (optional_too || end.box->section == no_index || stands.nodes.empty()) return stands;
  return {{stands.nodes.front()}, end.box->section};
}

// What a section requires holds for all its topics. No section has corequisites.
DotEdgeReader::Stands DotEdgeReader::dependents_at(End end, const DotEdge& written) const {
  if (end.box == nullptr) return {{end.node}};
  const bool core_only = is_ours_ && written.css_class == "core";
  Stands stands = {topics_in(*end.box, !core_only)};
  const bool is_corequisite = kind_of(written, is_ours_) == EdgeListKind::corequisite;
  if (core_only || is_corequisite || end.box->section == no_index || stands.nodes.empty()) {
    return stands;
  }
  return {{stands.nodes.front()}, end.box->section};
}

std::vector<DotEdgeReader::Edge> DotEdgeReader::directed_edges(Span start,
                                                               EdgeDirection direction) {
  std::vector<Edge> edges;
  std::uint64_t edges_of_boxes = 0;
  for (const DotEdge& edge : file_.edges) {
    const DotCard& tail = cards_[edge.tail];
    const DotCard& head = cards_[edge.head];
    const End from = {edge.tail, box_at(edge.tail_cluster, edge.tail, edge.head)};
    const End to = {edge.head, box_at(edge.head_cluster, edge.head, edge.tail)};
    const auto is_hidden = [this](End end) {
      return end.box == nullptr && cards_[end.node].role == DotRole::none;
    };
    if (is_hidden(from) || is_hidden(to)) continue;
    const auto place =
        places_.edges.find({file_.nodes[edge.tail].name, file_.nodes[edge.head].name});
    const Span span = place != places_.edges.end() ? place->second
                      : tail.span.file != no_file  ? tail.span
                                                   : start;
    const bool has_no_direction = edge.direction == "none" || edge.direction == "both";
    if (has_no_direction || has_style(edge.look, "invis")) {
      notes_.left_out.push_back(
          {span, fmt::format("the {} edge from '{}' to '{}'",
                             has_no_direction ? "undirected" : "invisible", tail.id, head.id)});
      continue;
    }
    const bool turned = (edge.direction == "back") != (direction == EdgeDirection::dependent_first);
    if (!is_ours_ && !edge.look.url.empty()) {
      notes_.left_out.push_back(
          {span, fmt::format("the address '{}' of an edge",
                             shown(attribute_text(edge.look.url, names_of(edge))))});
    }
    const Stands before = prerequisites_at(turned ? to : from, edge);
    const Stands after = dependents_at(turned ? from : to, edge);
    const std::uint64_t stands_for = std::uint64_t{before.nodes.size()} * after.nodes.size();
    if (stands_for > 1 && (edges_of_boxes += stands_for) > most_edges_of_boxes) {
      notes_.left_out.push_back(
          {span,
           fmt::format("the edge from '{}' to '{}', which stands for too many", tail.id, head.id)});
      continue;
    }
    for (const std::uint32_t dependent : after.nodes) {
      if (before.nodes.size() > 1 && cards_[dependent].role == DotRole::junction) {
        notes_.left_out.push_back(
            {span, fmt::format("the edge from '{}' to '{}', which is no single alternative",
                               tail.id, head.id)});
        break;
      }
      for (const std::uint32_t prerequisite : before.nodes) {
        edges.push_back({prerequisite, dependent, &edge, span, before.section, after.section});
      }
    }
  }
  return edges;
}

// Those that lead into others first; what is on a cycle of junctions is left out.
std::vector<std::uint32_t> DotEdgeReader::junctions_in_order() const {
  std::vector<std::uint32_t> waits_for(cards_.size(), 0);
  std::vector<std::vector<std::uint32_t>> out(cards_.size());
  const auto is_junction = [this](std::uint32_t n) { return cards_[n].role == DotRole::junction; };
  for (const Edge& edge : edges_) {
    if (!is_junction(edge.from) || !is_junction(edge.to)) continue;
    ++waits_for[edge.to];
    out[edge.from].push_back(edge.to);
  }
  std::vector<std::uint32_t> order;
  for (std::uint32_t n = 0; n < cards_.size(); ++n) {
    if (is_junction(n) && waits_for[n] == 0) order.push_back(n);
  }
  for (std::size_t next = 0; next < order.size(); ++next) {
    for (const std::uint32_t to : out[order[next]]) {
      if (--waits_for[to] == 0) order.push_back(to);
    }
  }
  return order;
}

// A group stands in one place, so its junction leads to one.
void DotEdgeReader::make_group(std::uint32_t junction) {
  const auto leaving = std::ranges::count(edges_, junction, &Edge::from);
  std::vector<Requirement> entries;
  for (const std::uint32_t e : edges_into_[junction]) {
    if (is_usable(edges_[e])) entries.push_back(entry_of(edges_[e]));
  }
  if (leaving != 1 || entries.empty()) {
    notes_.left_out.push_back({cards_[junction].span, "alternatives that lead nowhere"});
    return;
  }
  Requirement& group = groups_[junction];
  const auto count = static_cast<std::uint32_t>(entries.size());
  const std::string words = own_words(file_.nodes[junction].look.label, {});
  group.least = 1;
  group.kind = RequirementKind::any;
  if (words == "all of") {
    group.kind = RequirementKind::all;
    group.least = count;
  } else if (const auto number =
                 std::from_chars(words.data(), words.data() + words.size(), group.least);
             number.ptr != words.data()) {
    group.kind = RequirementKind::at_least;
    if (number.ec != std::errc()) group.least = std::numeric_limits<std::uint32_t>::max();
  }
  group.span = cards_[junction].span;
  group.entries = append_entries(data_, entries);
}

// Its prerequisite is a topic, or a junction that could be made a group.
bool DotEdgeReader::is_usable(const Edge& edge) const {
  if (cards_[edge.from].role == DotRole::topic) return true;
  return groups_[edge.from].kind != RequirementKind::topic;
}

DotNames DotEdgeReader::names_of(const DotEdge& edge) const {
  const std::string& tail = file_.nodes[edge.tail].name;
  const std::string& head = file_.nodes[edge.head].name;
  return {{'T', tail}, {'H', head}, {'E', tail + "->" + head}, {'G', file_.name}};
}

std::string_view DotEdgeReader::reason_for(const Edge& edge) {
  const DotLook& look = edge.written->look;
  const DotNames names = names_of(*edge.written);
  std::string words = words_of(look.label, names);
  if (words.empty()) {
    const DotLabel tooltip = {look.tooltip, false};
    words = is_ours_ ? own_words(tooltip, names) : words_of(tooltip, names);
  }
  return data_.text.keep(words);
}

Requirement DotEdgeReader::entry_of(const Edge& edge) {
  Requirement entry = groups_[edge.from];
  if (cards_[edge.from].role == DotRole::topic) {
    entry.name = data_.topics[cards_[edge.from].index].id;
    if (edge.from_section != no_index) {
      entry.name = data_.text.keep(
          fmt::format("{}{}", section_prefix, data_.sections[edge.from_section].id));
    }
    entry.span = edge.span;
  }
  entry.because = reason_for(edge);
  return entry;
}

void DotEdgeReader::write_topics_and_goals() {
  EdgeLists lists;
  std::vector<std::vector<Requirement>> wanted(data_.goals.size());
  std::vector<std::array<std::vector<Requirement>, 2>> of_sections(data_.sections.size());
  for (const Edge& edge : edges_) {
    const DotCard& to = cards_[edge.to];
    if (to.role == DotRole::junction || !is_usable(edge)) continue;
    const EdgeListKind kind = kind_of(*edge.written, is_ours_);
    if (edge.to_section != no_index && kind != EdgeListKind::corequisite) {
      auto& list = of_sections[edge.to_section][kind == EdgeListKind::requirement ? 0 : 1];
      const Requirement entry = entry_of(edge);
      const bool is_there = !entry.name.empty() &&
                            std::ranges::find(list, entry.name, &Requirement::name) != list.end();
      if (!is_there) list.push_back(entry);
    } else if (to.role == DotRole::topic) {
      lists.add(to.index, kind, entry_of(edge));
    } else {
      wanted[to.index].push_back(entry_of(edge));
    }
  }
  lists.write(data_);
  for (SectionIndex s = 0; s < of_sections.size(); ++s) {
    data_.sections[s].requirements = append_entries(data_, of_sections[s][0]);
    data_.sections[s].recommendations = append_entries(data_, of_sections[s][1]);
  }
  for (GoalIndex g = 0; g < wanted.size(); ++g) {
    IndexRange& range = data_.goals[g].requirements;
    range.first = static_cast<RequirementIndex>(data_.requirements.size());
    data_.requirements.insert(data_.requirements.end(), wanted[g].begin(), wanted[g].end());
    range.last = static_cast<RequirementIndex>(data_.requirements.size());
  }
}

void DotEdgeReader::read(Span start, EdgeDirection direction, bool is_ours) {
  is_ours_ = is_ours;
  find_boxes();
  edges_ = directed_edges(start, direction);
  edges_into_.resize(cards_.size());
  for (std::uint32_t e = 0; e < edges_.size(); ++e) edges_into_[edges_[e].to].push_back(e);
  groups_.resize(cards_.size());
  for (const std::uint32_t junction : junctions_in_order()) make_group(junction);
  write_topics_and_goals();
}

}  // namespace prereq
