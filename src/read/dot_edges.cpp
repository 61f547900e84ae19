#include "read/dot_edges.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/shown.hpp"
#include "read/edge_lists.hpp"
#include "roadmap/id.hpp"

namespace prereq {
namespace {

bool has_style(const DotLook& look, std::string_view style) {
  return look.style.find(style) != std::string::npos;
}

EdgeListKind kind_of(const DotEdge& edge, bool is_ours) {
  if (is_ours && has_style(edge.look, "dashed")) return EdgeListKind::recommendation;
  if (is_ours && has_style(edge.look, "dotted")) return EdgeListKind::corequisite;
  return EdgeListKind::requirement;
}

// Our edges are numbered as they were declared; cgraph writes them node by node.
std::uint32_t number_of(const DotEdge& edge) {
  std::uint32_t number = UINT32_MAX;
  std::from_chars(edge.key.data(), edge.key.data() + edge.key.size(), number);
  return number;
}

}  // namespace

std::vector<DotEdgeReader::Edge> DotEdgeReader::directed_edges(Span start,
                                                               EdgeDirection direction) {
  std::vector<Edge> edges;
  for (const DotEdge& edge : file_.edges) {
    const DotCard& tail = cards_[edge.tail];
    const DotCard& head = cards_[edge.head];
    const bool is_hidden = tail.role == DotRole::none || head.role == DotRole::none;
    if (is_hidden || (is_ours_ && has_style(edge.look, "invis"))) continue;
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
    Edge directed{edge.tail,
                  edge.head,
                  &edge,
                  span,
                  section_at(edge.tail, edge.tail_cluster),
                  section_at(edge.head, edge.head_cluster)};
    if (turned) {
      std::swap(directed.from, directed.to);
      std::swap(directed.from_section, directed.to_section);
    }
    // A topic in the section is meant by itself.
    const auto is_in = [this](std::uint32_t node, SectionIndex section) {
      if (section == no_index || cards_[node].role != DotRole::topic) return false;
      SectionIndex around = data_.topics[cards_[node].index].section;
      while (around != no_index && around != section) around = data_.sections[around].parent;
      return around != no_index;
    };
    if (is_in(directed.to, directed.from_section)) directed.from_section = no_index;
    if (is_in(directed.from, directed.to_section)) directed.to_section = no_index;
    edges.push_back(directed);
  }
  return edges;
}

// The section of that cluster, if the node is a topic in it: only then does Graphviz end the edge
// there.
SectionIndex DotEdgeReader::section_at(std::uint32_t node, const std::string& cluster) const {
  if (cluster.empty() || cards_[node].role != DotRole::topic) return no_index;
  for (const std::uint32_t c : file_.nodes[node].clusters) {
    if (file_.clusters[c].name != cluster) continue;
    const auto section = sections_.find(c);
    return section == sections_.end() ? no_index : section->second;
  }
  return no_index;
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
  const std::string words = attribute_text(file_.nodes[junction].look.tooltip, {});
  group.least = 1;
  group.kind = RequirementKind::any;
  if (words == "all of") {
    group.kind = RequirementKind::all;
    group.least = count;
  } else if (std::from_chars(words.data(), words.data() + words.size(), group.least).ec ==
             std::errc()) {
    group.kind = RequirementKind::at_least;
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
  if (!is_ours_) {
    const DotNames names = names_of(*edge.written);
    std::string words = words_of(look.label, names);
    if (words.empty()) words = words_of({look.tooltip, false}, names);
    return data_.text.keep(words);
  }
  // "from → to: reason". Ids may end with a colon, but hold no blank.
  const std::string tooltip = attribute_text(look.tooltip, {});
  const std::size_t arrow = tooltip.find(" → ");
  const std::size_t colon = tooltip.find(": ", arrow == std::string::npos ? 0 : arrow);
  return colon == std::string::npos ? std::string_view()
                                    : data_.text.keep(tooltip.substr(colon + 2));
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
  edges_ = directed_edges(start, direction);
  if (is_ours) {
    std::ranges::stable_sort(edges_, {}, [](const Edge& e) { return number_of(*e.written); });
  }
  edges_into_.resize(cards_.size());
  for (std::uint32_t e = 0; e < edges_.size(); ++e) edges_into_[edges_[e].to].push_back(e);
  groups_.resize(cards_.size());
  for (const std::uint32_t junction : junctions_in_order()) make_group(junction);
  write_topics_and_goals();
}

}  // namespace prereq
