// What a picture shows: cards, edges and sections, with their words but without coordinates.
//
// A View is plain data made from a roadmap by select_view(); anything may be changed in it before
// it is arranged. Cards stand in order of declaration, sections in preorder. Strings are author
// text or made from it: never escaped here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "prereq/topic_graph.hpp"

namespace prereq {

enum class CardKind : std::uint8_t {
  topic,
  milestone,  // a topic of 0 hours without resources: drawn small
  goal,       // an end flag
  junction,   // joins alternatives: "one of", "2 of 3"; or "all of" inside one
  links,      // the resources of a section that has no topics
};

struct ViewCard {
  CardKind kind = CardKind::topic;
  std::string id;  // of the topic or goal; of a junction, its dependent's id, '/' and a number
  std::string title;
  std::string detail;                // "4 h · 1 link"; empty for none
  std::uint32_t section = no_index;  // into View::sections
  bool optional = false;
  bool assumed = false;
  std::string url;                   // where the card leads; empty for nowhere
  std::vector<std::string> tooltip;  // one line a resource
  std::string label;  // the card in words, for a screen reader: what it requires and unlocks
};

enum class EdgeStyle : std::uint8_t { required, recommended, corequisite, alternative };

struct ViewEdge {
  std::uint32_t prerequisite;  // into View::cards
  std::uint32_t dependent;     // into View::cards
  EdgeStyle style = EdgeStyle::required;
  std::string from;  // ids of the topics or goals that the edge connects, junctions looked through
  std::string to;
  std::string because;
};

struct ViewSection {
  std::string id;
  std::string title;
  std::string detail;  // "85 h"
  std::uint32_t parent = no_index;
};

struct View {
  std::string title;
  std::string summary;      // "14 topics, 212 hours"
  std::string description;  // the picture in words
  std::vector<ViewCard> cards;
  std::vector<ViewEdge> edges;
  std::vector<ViewSection> sections;
};

struct ViewOptions {
  bool all_edges = false;  // redundant ones too
};

// The whole roadmap. O(V + E) beyond the search for redundant edges (redundancy.hpp).
View select_view(const TopicGraph& graph, const ViewOptions& options = {});

// What a picture of the view shows in one line, for a page's alternative text: title and summary.
std::string picture_alt(const View& view);

}  // namespace prereq
