// The graph of a roadmap in the formats that other programs read. See dot.hpp for DOT and
// roadmap_file.hpp for the one that keeps everything.
//
// Author text is escaped for each format; what it cannot hold (control characters, malformed UTF-8)
// is made visible or becomes U+FFFD. The same bytes for the same graph everywhere. O(V + E).
#pragma once

#include <string>
#include <vector>

#include "prereq/path.hpp"
#include "prereq/topic_graph.hpp"
#include "prereq/view.hpp"

namespace prereq {

// A flowchart for Mermaid 10 and later, as in Markdown on GitHub: sections as subgraphs, junctions
// of alternatives as nodes, cards linked to where the picture's are. Nodes are called `n` and a
// number, in the order of the cards.
std::string view_mermaid(const View& view, bool to_the_right = false);

// GraphML, by Boost's writer. Nodes are the topics, then the goals, with the properties `id`,
// `title`, `kind` (topic, goal), `section` (its id), `level`, `hours`, `guessed` and `url` (the
// first resource's); edges have `kind` (required, alternative, corequisite, recommended) and
// `because`.
std::string graphml(const TopicGraph& graph);

// RFC 4180: the header `prerequisite,topic,kind,because` and a row for each edge between topics:
// `requires`, `recommends` or `corequisite`. Alternatives are not in it: as rows, all would be
// needed. Text is not altered.
std::string edges_csv(const TopicGraph& graph);

// Markdown that says what the picture shows: topics with a box to tick, their links and what they
// require, in an order that can be followed, below the titles of their sections; then the goals.
// read_roadmap() makes the same of it but for ids, which come from titles, and for order.
std::string outline_markdown(const TopicGraph& graph);

// What the format leaves out of this roadmap: "3 goals", "the hours of topics"; empty if nothing.
std::vector<std::string> not_in_dot(const TopicGraph& graph);
std::vector<std::string> not_in_mermaid(const TopicGraph& graph);
std::vector<std::string> not_in_graphml(const TopicGraph& graph);
std::vector<std::string> not_in_csv(const TopicGraph& graph);
std::vector<std::string> not_in_markdown(const TopicGraph& graph);

}  // namespace prereq
