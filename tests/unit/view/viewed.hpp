// Views for tests: from YAML in the test, and back to a line for each card or edge.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "prereq/view.hpp"

namespace prereq::testing {

// Fails the test where the YAML is wrong.
TopicGraph graph_of(std::string_view yaml);
View view_of(std::string_view yaml, const ViewOptions& options = {});

// Of a graph's topics, by name.
std::vector<TopicIndex> topics(const TopicGraph& graph, const std::vector<std::string>& names);

// What somebody can learn who knows those, and the path if there are goals.
Next learner(const TopicGraph& graph, const std::vector<std::string>& to,
             const std::vector<std::string>& known, PathOptions options = {});
View view_of_path(const TopicGraph& graph, const std::vector<std::string>& to,
                  const std::vector<std::string>& known = {}, const PathOptions& path = {});

// Throws std::out_of_range if there is none.
const ViewCard& card(const View& view, std::string_view id);

std::vector<std::string> ids(const View& view);

// Each edge as `prerequisite style dependent`, by the ids of the cards; an end that is a box as
// `section:id`.
std::vector<std::string> edges(const View& view);

}  // namespace prereq::testing
