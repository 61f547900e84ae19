// What a roadmap says without saying it: defaults, titles made from ids, hours from resources.
#pragma once

#include <optional>
#include <span>

#include "roadmap/roadmap_data.hpp"

namespace prereq {

// Cost and type of resources and level of topics that state none.
void apply_defaults(RoadmapData& data);

// Titles of topics, sections and goals without one come from the id, of resources from the URL.
void fill_titles(RoadmapData& data);

// Of the resources that state theirs: the smallest by midpoint (the first of equal ones) where one
// serves, the sum where all are needed; nothing if none does. Maybe without those that are paid.
std::optional<HoursRange> hours_of_resources(std::span<const Resource> resources, Choose choose,
                                             bool free_only);

// Hours of topics that state none come from their resources; else one hour, marked as guessed.
void fill_hours(RoadmapData& data);

}  // namespace prereq
