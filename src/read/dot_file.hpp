// A graph in DOT as cgraph reads it: defaults applied, subgraphs on both sides of an edge taken
// apart, anonymous names left out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace prereq {

struct DotLabel {
  std::string text;
  bool is_html = false;
};

// What every element may say; empty for what it does not.
struct DotLook {
  DotLabel label;  // else what stands beside it, as `xlabel`
  std::string url;
  std::string tooltip;
  std::string style;
};

struct DotCluster {
  std::string name;
  DotLook look;
  std::uint32_t parent = UINT32_MAX;  // into DotFile::clusters, always a lower number
};

struct DotNode {
  std::string name;
  DotLook look;
  std::string shape;
  std::string css_class;
  std::string hours;
  std::string level;
  std::vector<std::uint32_t> clusters;  // that name it, as they are numbered
};

struct DotEdge {
  std::uint32_t tail;  // into DotFile::nodes
  std::uint32_t head;
  DotLook look;
  std::string direction;  // the attribute `dir`
  std::string css_class;
  // Names of the clusters at whose borders it begins and ends, if it says so.
  std::string tail_cluster;
  std::string head_cluster;
};

struct DotFile {
  std::string name;  // empty if it is anonymous
  DotLook look;
  std::string css_class;
  bool is_directed = true;
  bool is_compound = false;          // edges may end at clusters
  std::vector<DotCluster> clusters;  // in the order of cgraph, which is none
  std::vector<DotNode> nodes;        // in the order in which they are met
  std::vector<DotEdge> edges;        // in the order in which they are written
};

struct DotSyntaxError {
  std::uint32_t line = 1;
  std::string near;                    // the token; empty at the end of the text
  std::optional<std::size_t> read_to;  // bytes of the text, where that could be found out
  bool is_limit = false;               // of Graphviz's parser: the text may be DOT
};

// Requires: scan_dot() had nothing to say against the text. Serialised with all use of Graphviz.
std::variant<DotFile, DotSyntaxError> load_dot(std::string_view text);

}  // namespace prereq
