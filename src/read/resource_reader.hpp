// Reads resources of topics, sections and roadmaps.
#pragma once

#include "read/field_reader.hpp"
#include "read/resource_line.hpp"

namespace prereq {

class ResourceReader {
 public:
  explicit ResourceReader(FieldReader& fields) : fields_(fields) {}

  // One string, or a list of strings and mappings.
  IndexRange read_resources();

  std::optional<Cost> read_cost();
  std::optional<ResourceType> read_type();

 private:
  void read_entry();
  void read_line();
  void read_object();
  void check_line(const ResourceLine& line, const Event& value);

  FieldReader& fields_;
};

}  // namespace prereq
