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
  // `cards` are parallel to the file's nodes.
  DotEdgeReader(const DotFile& file, const DotPlaces& places, const std::vector<DotCard>& cards,
                RoadmapData& data, ReadNotes& notes)
      : file_(file), places_(places), cards_(cards), data_(data), notes_(notes) {}

  // `is_ours`: prereq wrote the file, so styles of edges mean what they mean in its pictures. An
  // edge that ends at a cluster's border (`ltail`, `lhead`) is one to each topic in it; one that
  // begins there, one from each that is not optional. A million at most.
  // `start` is the place of what has none.
  void read(Span start, EdgeDirection direction, bool is_ours);

 private:
  struct Edge {
    std::uint32_t from;  // the prerequisite
    std::uint32_t to;
    const DotEdge* written;
    Span span;
    std::vector<std::uint32_t> all_of = {};  // instead of `from`: the topics of a box, for a choice
  };
  // The nodes of a cluster.
  using Box = std::vector<std::uint32_t>;
  struct End {
    std::uint32_t node;
    const Box* box;  // instead of the node; null for none
  };
  std::vector<Edge> directed_edges(Span start, EdgeDirection direction);
  void find_boxes();
  const Box* box_at(const std::string& cluster, std::uint32_t end, std::uint32_t other) const;
  std::vector<std::uint32_t> topics_in(const Box& box, bool optional_too) const;
  static std::uint64_t edges_between(End from, End to);
  void add_edges(std::vector<Edge>& edges, End from, End to, const DotEdge& written,
                 Span span) const;
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
  RoadmapData& data_;
  ReadNotes& notes_;
  bool is_ours_ = false;
  std::map<std::string, Box> boxes_;  // by the cluster's name
  std::vector<Edge> edges_;
  std::vector<std::vector<std::uint32_t>> edges_into_;  // by node; into edges_
  std::vector<Requirement> groups_;                     // by node; kind topic until it is made
};

}  // namespace prereq
