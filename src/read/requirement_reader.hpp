// Reads what topics and goals require.
#pragma once

#include <vector>

#include "read/field_reader.hpp"

namespace prereq {

class RequirementReader {
 public:
  explicit RequirementReader(FieldReader& fields) : fields_(fields) {}

  // The entries of `requires`, with groups.
  IndexRange read_requirements() { return read_entries("'requires'", true); }
  // The entries of `recommends` and `corequisites`: ids of topics, `section:ID`, or
  // `topic` with a reason.
  IndexRange read_topics(std::string_view field) { return read_entries(field, false); }

 private:
  IndexRange read_entries(std::string_view field, bool allows_groups);
  void read_entry(std::string_view field, bool allows_groups);
  void read_entry_mapping(std::string_view field, bool allows_groups);
  std::optional<std::uint32_t> read_count();

  FieldReader& fields_;
  // Entries of the lists that are being read, inner ones last: the entries of one list stand side
  // by side in the roadmap, so they move there together when it ends.
  std::vector<Requirement> open_;
};

}  // namespace prereq
