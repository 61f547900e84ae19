#include "write/json.hpp"

namespace prereq {

Json number(std::int64_t value) {
  if (value > largest_exact_number || value < -largest_exact_number) return std::to_string(value);
  return value;
}

Json hours_number(Hours hours) {
  if (hours.seconds() % 3600 == 0) return number(hours.seconds() / 3600);
  return hours.as_double();
}

Json document() {
  Json object;
  object["version"] = 1;
  return object;
}

std::string dump(const Json& object) {
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace prereq
