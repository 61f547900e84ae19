#include <cstddef>
#include <nlohmann/json.hpp>

#include "prereq/report.hpp"
#include "write/report_text.hpp"

namespace prereq {
namespace {

using Json = nlohmann::ordered_json;

void add_span(Json& object, const Span& span, const Sources& sources) {
  if (span.file == no_file) return;
  object["file"] = sources.name(span.file);
  object["line"] = span.begin.line;
  object["column"] = span.begin.column;
  object["end_line"] = span.end.line;
  object["end_column"] = span.end.column;
}

Json to_json(const Diagnostic& diagnostic, const Sources& sources) {
  Json object;
  object["code"] = code_name(diagnostic.code);
  object["severity"] = severity_name(diagnostic.severity);
  object["message"] = diagnostic.message;
  add_span(object, diagnostic.span, sources);
  object["notes"] = Json::array();
  for (const Note& note : diagnostic.notes) {
    Json entry;
    entry["message"] = note.message;
    add_span(entry, note.span, sources);
    object["notes"].push_back(std::move(entry));
  }
  if (!diagnostic.suggestion.empty()) object["suggestion"] = diagnostic.suggestion;
  if (!diagnostic.topics.empty()) object["topics"] = diagnostic.topics;
  return object;
}

}  // namespace

std::string format_json(const Diagnostics& diagnostics, const Sources& sources,
                        const CheckSummary& summary) {
  Json object;
  object["version"] = 1;
  object["topics"] = summary.topics;
  object["prerequisites"] = summary.prerequisites;
  object["errors"] = diagnostics.count(Severity::error);
  object["warnings"] = diagnostics.count(Severity::warning);
  object["redundancy_complete"] = summary.redundancy_complete;
  object["diagnostics"] = Json::array();
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    object["diagnostics"].push_back(to_json(diagnostic, sources));
  }
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace prereq
