#include "unit/arrange/arranged.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <iterator>

#include "prereq/read.hpp"
#include "support/run_program.hpp"

namespace prereq::testing {

View view_of(std::string_view yaml, const ViewOptions& options) {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("test.yaml", std::string(yaml));
  const TopicGraph graph(read_roadmap(sources, file, diagnostics));
  for (const Diagnostic& d : diagnostics.items()) ADD_FAILURE() << d.message;
  return select_view(graph, options);
}

View bundled_view(const std::string& name) { return joined_view({name}); }

View joined_view(const std::vector<std::string>& names) {
  Sources sources;
  Diagnostics diagnostics;
  std::vector<FileId> files;
  for (const std::string& name : names) {
    const std::string path = PREREQ_SOURCE_DIR "/graphs/" + name + ".yaml";
    files.push_back(sources.add(name + ".yaml", read_text(path)));
  }
  const TopicGraph graph(read_roadmap(sources, files, diagnostics));
  for (const Diagnostic& d : diagnostics.items()) ADD_FAILURE() << d.message;
  return select_view(graph);
}

Drawing draw(const View& view, const ArrangeOptions& options) {
  Diagnostics diagnostics;
  Drawing drawing = arrange(view, options, diagnostics);
  for (const Diagnostic& d : diagnostics.items()) ADD_FAILURE() << d.message;
  return drawing;
}

Complaints complaints_about(const View& view, const ArrangeOptions& options) {
  const Drawing drawing = draw(view, options);
  Complaints complaints = all_complaints(view, drawing);
  if (options.direction == Direction::right || !missing_parts(view, drawing).empty()) {
    return complaints;
  }
  Complaints upward = upward_edges(view, drawing);
  std::ranges::move(upward, std::back_inserter(complaints));
  if (options.max_width_px && drawing.width > *options.max_width_px) {
    complaints.push_back(fmt::format("the picture is {:.0f} px wide", drawing.width));
  }
  return complaints;
}

}  // namespace prereq::testing
