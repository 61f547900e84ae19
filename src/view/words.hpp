// What cards and sections say, in words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "prereq/topic_graph.hpp"

namespace prereq {

// "30–40 h · 2 links", "~1 h"; empty for a milestone.
std::string card_detail(const Roadmap& roadmap, const Topic& topic);

// "3 links", "1 resource" where one of them has no URL; empty for none.
std::string resource_count(std::span<const Resource> resources);

// How many there are of each type, most first: "9 channels, 2 books, 3 others"; empty where no type
// is stated.
std::string resource_types(std::span<const Resource> resources);

// One line: title, maker, part, then what is known of cost, type and hours.
std::string resource_line(const Resource& resource);

// "Linear algebra, and one of PyTorch or TensorFlow"; empty for no requirements.
std::string requirement_words(const Roadmap& roadmap, IndexRange requirements);

// The topic for somebody who does not see the picture: its numbers, what it requires, what it
// unlocks.
std::string topic_label(const TopicGraph& graph, TopicIndex index);
std::string goal_label(const Roadmap& roadmap, const Goal& goal);

// "14 topics, 212 hours".
std::string roadmap_summary(const Roadmap& roadmap);

// What the whole picture shows.
std::string roadmap_description(const Roadmap& roadmap);

// A title for use inside a sentence: one that runs to the left is set apart by U+2068 and U+2069,
// so that the words and signs around it stay where they are.
std::string isolated(std::string_view title);

// "A, B and C", with " and " as `last`.
std::string join_words(const std::vector<std::string>& parts, std::string_view last);

// "12 topics, 140 h".
std::string topics_and_hours(const Roadmap& roadmap, const std::vector<TopicIndex>& topics);

// "PyTorch", "2 of A, B or C", "A and B".
std::string words_of_entry(const Roadmap& roadmap, RequirementIndex entry);

// "one of", "2 of 3", "all of".
std::string group_words(const Requirement& group, std::size_t entries);

}  // namespace prereq
