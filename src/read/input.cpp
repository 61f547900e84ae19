#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii_words.hpp"
#include "base/utf8.hpp"
#include "prereq/read.hpp"
#include "read/csv.hpp"
#include "read/dot.hpp"
#include "read/long_texts.hpp"
#include "read/markdown.hpp"
#include "read/text_check.hpp"
#include "read/topic_limit.hpp"
#include "read/url.hpp"
#include "read/yaml.hpp"
#include "roadmap/merge.hpp"

namespace prereq {
namespace {

constexpr std::array<std::string_view, 5> format_names = {"roadmap", "markdown", "csv",
                                                          "curriculum", "dot"};

InputFormat format_of(const Sources& sources, FileId file, const ReadOptions& options) {
  if (options.format) return *options.format;
  return input_format_of(sources.name(file), sources.text(file));
}

RoadmapData read_file(const Sources& sources, FileId file, InputFormat format, EdgeDirection edges,
                      bool is_alone, ReadNotes& notes, Diagnostics& diagnostics) {
  const std::string_view text = without_byte_order_mark(sources.text(file));
  const bool is_refused =
      format != InputFormat::roadmap &&
      (is_too_large(text, ReadLimits{}.file_bytes, "a file", file, diagnostics) ||
       !check_loose_text(text, file, diagnostics));
  if (is_refused) {
    RoadmapData nothing;
    nothing.incomplete = true;
    return nothing;
  }
  switch (format) {
    case InputFormat::roadmap:
      return read_yaml(sources.shared_text(file), file, ReadLimits{}, diagnostics);
    case InputFormat::markdown: return read_markdown(text, file, is_alone, notes, diagnostics);
    case InputFormat::csv: return read_csv(text, file, notes, diagnostics);
    case InputFormat::dot: return read_dot(text, file, edges, notes, diagnostics);
    case InputFormat::curriculum: return read_curriculum(text, file, notes, diagnostics);
  }
  return {};
}

void place_addresses(RoadmapData& data, FileId file, const RelativeAddress& address) {
  if (!address) return;
  for (Resource& resource : data.resources) {
    if (!is_relative_url(resource.url)) continue;
    const bool is_title = resource.title == resource.url;
    resource.url = data.text.keep(address(file, data.base, resource.url));
    if (is_title) resource.title = resource.url;
  }
  data.base = {};
}

}  // namespace

std::optional<InputFormat> find_input_format(std::string_view name) {
  const auto found = std::ranges::find(format_names, name);
  if (found == format_names.end()) return std::nullopt;
  return static_cast<InputFormat>(found - format_names.begin());
}

InputFormat input_format_of(std::string_view file_name, std::string_view text) {
  const std::string name = in_lower_case(file_name);
  if (name.ends_with(".md") || name.ends_with(".markdown")) return InputFormat::markdown;
  if (name.ends_with(".dot") || name.ends_with(".gv")) return InputFormat::dot;
  if (name.ends_with(".csv") || name.ends_with(".tsv")) {
    return is_curriculum(without_byte_order_mark(text)) ? InputFormat::curriculum
                                                        : InputFormat::csv;
  }
  return InputFormat::roadmap;
}

Roadmap read_roadmap(const Sources& sources, std::span<const FileId> files,
                     Diagnostics& diagnostics, const ReadOptions& options) {
  ReadNotes unused;
  ReadNotes& notes = options.notes != nullptr ? *options.notes : unused;
  std::vector<RoadmapData> parts;
  for (const FileId file : files) {
    const InputFormat format = format_of(sources, file, options);
    parts.push_back(
        read_file(sources, file, format, options.edges, files.size() == 1, notes, diagnostics));
    if (format != InputFormat::roadmap) {
      drop_topics_over_limit(parts.back(), ReadLimits{}, diagnostics);
      cut_long_texts(parts.back(), file, ReadLimits{}, notes);
    }
    place_addresses(parts.back(), file, options.address);
  }
  std::ranges::stable_sort(notes.left_out, {}, &ReadNotes::LeftOut::span);
  if (parts.size() == 1) return {std::move(parts.front()), diagnostics};
  return {merge(std::move(parts), diagnostics), diagnostics};
}

Roadmap read_roadmap(const Sources& sources, FileId file, Diagnostics& diagnostics,
                     const ReadOptions& options) {
  return read_roadmap(sources, std::span(&file, 1), diagnostics, options);
}

}  // namespace prereq
