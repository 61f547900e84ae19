// What all JSON documents of answers share.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "prereq/roadmap.hpp"

namespace prereq {

using Json = nlohmann::ordered_json;

// The numbers of a double are exact up to here; larger ones are strings.
inline constexpr std::int64_t largest_exact_number = std::int64_t{1} << 53;

Json number(std::int64_t value);
Json hours_number(Hours hours);

// An object with the version of the format.
Json document();
// Indented, with a line break at the end; what is not UTF-8 becomes U+FFFD.
std::string dump(const Json& object);

template <typename Topics>
Json ids(const Roadmap& roadmap, const Topics& topics) {
  Json array = Json::array();
  for (const TopicIndex t : topics) array.push_back(roadmap.topics()[t].id);
  return array;
}

}  // namespace prereq
