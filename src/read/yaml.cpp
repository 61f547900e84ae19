#include "read/yaml.hpp"

#include <utility>

#include "base/utf8.hpp"
#include "read/roadmap_reader.hpp"
#include "read/text_check.hpp"

namespace prereq {

RoadmapData read_yaml(std::shared_ptr<const std::string> file_text, FileId file,
                      const ReadLimits& limits, Diagnostics& diagnostics) {
  const std::string_view text = without_byte_order_mark(*file_text);
  RoadmapData data;
  data.text.share(std::move(file_text));
  data.incomplete = true;
  if (is_too_large(text, limits.file_bytes, "a file", file, diagnostics)) return data;
  const auto checked = check_text(text, file, diagnostics);
  if (!checked) return data;
  data.incomplete = false;
  YamlEvents events(*checked, file, limits, diagnostics);
  FieldReader fields(events, data, limits, diagnostics);
  RoadmapReader(fields).read();
  data.incomplete |= events.is_incomplete();
  return data;
}

}  // namespace prereq
