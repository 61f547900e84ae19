#include "read/yaml.hpp"

#include <fmt/format.h>

#include <utility>

#include "prereq/read.hpp"
#include "read/roadmap_reader.hpp"
#include "roadmap/merge.hpp"

namespace prereq {

RoadmapData read_yaml(std::string_view text, FileId file, const ReadLimits& limits,
                      Diagnostics& diagnostics) {
  RoadmapData data;
  data.incomplete = true;
  if (text.size() > limits.file_bytes) {
    diagnostics.add(
        Code::too_large, {file, {}, {1, 2}},
        fmt::format("expected at most {} bytes, found {}", limits.file_bytes, text.size()));
    return data;
  }
  const auto checked = check_text(text, file, diagnostics);
  if (!checked) return data;
  YamlEvents events(*checked, file, limits, diagnostics);
  FieldReader fields(events, data, limits, diagnostics);
  RoadmapReader(fields).read();
  data.incomplete = events.is_incomplete();
  return data;
}

Roadmap read_roadmap(const Sources& sources, FileId file, Diagnostics& diagnostics) {
  return {read_yaml(sources.text(file), file, ReadLimits{}, diagnostics), diagnostics};
}

Roadmap read_roadmap(const Sources& sources, std::span<const FileId> files,
                     Diagnostics& diagnostics) {
  if (files.size() == 1) return read_roadmap(sources, files.front(), diagnostics);
  std::vector<RoadmapData> parts;
  for (const FileId file : files) {
    parts.push_back(read_yaml(sources.text(file), file, ReadLimits{}, diagnostics));
  }
  return {merge(std::move(parts), diagnostics), diagnostics};
}

}  // namespace prereq
