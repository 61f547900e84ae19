// The edges of a DOT file as requirements.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "prereq/read.hpp"
#include "read/dot_file.hpp"
#include "read/dot_scan.hpp"
#include "read/dot_text.hpp"
#include "roadmap/roadmap_data.hpp"

namespace prereq {

// What a node stands for; a junction joins the alternatives of one group.
enum class DotRole : std::uint8_t { topic, goal, junction, none };

struct DotCard {
  DotRole role = DotRole::none;
  std::string id;
  std::uint32_t index = no_index;  // of the topic or goal
  Span span;
};

class DotEdgeReader {
 public:
  // `cards` are parallel to the file's nodes; `sections` are by number of the cluster.
  DotEdgeReader(const DotFile& file, const DotPlaces& places, const std::vector<DotCard>& cards,
                const std::map<std::uint32_t, SectionIndex>& sections, RoadmapData& data,
                ReadNotes& notes)
      : file_(file),
        places_(places),
        cards_(cards),
        sections_(sections),
        data_(data),
        notes_(notes) {}

  // `is_ours`: prereq wrote the file, so styles of edges mean what they mean in its pictures. An
  // edge that begins at a cluster's border (`ltail`) requires the section, and what leads to one
  // (`lhead`) is required by the section. Where no section can say so, the edge stands for one to
  // or from each topic in the cluster; such edges are a million at most. `start` is the place of
  // what has none.
  void read(Span start, EdgeDirection direction, bool is_ours);

 private:
  struct Edge {
    std::uint32_t from;  // the prerequisite
    std::uint32_t to;
    const DotEdge* written;
    Span span;
    // Instead of `from` or `to`, which then is a topic in it: all of this section.
    SectionIndex from_section = no_index;
    SectionIndex to_section = no_index;
  };
  // The nodes of a cluster.
  struct Box {
    std::vector<std::uint32_t> nodes;
    SectionIndex section = no_index;  // no_index for a cluster that is none
  };
  struct End {
    std::uint32_t node;
    const Box* box;  // instead of the node; null for none
  };
  std::vector<Edge> directed_edges(Span start, EdgeDirection direction);
  void find_boxes();
  const Box* box_at(const std::string& cluster, std::uint32_t end, std::uint32_t other) const;
  std::vector<std::uint32_t> topics_in(const Box& box, bool optional_too) const;
  // What stands at an end: the node, one topic for the whole section, or each topic in the box.
  struct Stands {
    std::vector<std::uint32_t> nodes;
    SectionIndex section = no_index;
  };
  Stands prerequisites_at(End end, const DotEdge& written) const;
  Stands dependents_at(End end, const DotEdge& written) const;
  std::vector<std::uint32_t> junctions_in_order() const;
  void make_group(std::uint32_t junction);
  bool is_usable(const Edge& edge) const;
  Requirement entry_of(const Edge& edge);
  DotNames names_of(const DotEdge& edge) const;
  std::string_view reason_for(const Edge& edge);
  void write_topics_and_goals();

  const DotFile& file_;
  const DotPlaces& places_;
  const std::vector<DotCard>& cards_;
  const std::map<std::uint32_t, SectionIndex>& sections_;
  RoadmapData& data_;
  ReadNotes& notes_;
  bool is_ours_ = false;
  std::map<std::string, Box> boxes_;  // by the cluster's name
  std::vector<Edge> edges_;
  std::vector<std::vector<std::uint32_t>> edges_into_;  // by node; into edges_
  std::vector<Requirement> groups_;                     // by node; kind topic until it is made
};

}  // namespace prereq
