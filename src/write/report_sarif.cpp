#include <array>

#include "prereq/explain.hpp"
#include "prereq/report.hpp"
#include "prereq/version.hpp"
#include "write/json.hpp"
#include "write/report_text.hpp"

namespace prereq {
namespace {

// A file's name as a URI, relative ones staying relative.
std::string uri_of(std::string_view name) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = name.starts_with('/') ? "file://" : "";
  for (const char c : name) {
    if (plain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      uri += '%';
      uri += digits[byte >> 4U];
      uri += digits[byte & 15U];
    }
  }
  return uri;
}

Json location_of(const Span& span, const Sources& sources) {
  Json region = {{"startLine", span.begin.line}, {"startColumn", span.begin.column}};
  // An empty region ends where it starts.
  region["endLine"] = span.end.line;
  region["endColumn"] = span.end.column;
  Json location;
  location["physicalLocation"] = {{"artifactLocation", {{"uri", uri_of(sources.name(span.file))}}},
                                  {"region", region}};
  return location;
}

Json result_of(const Diagnostic& diagnostic, const Sources& sources) {
  std::string message = diagnostic.message;
  if (!diagnostic.suggestion.empty()) message += "; did you mean '" + diagnostic.suggestion + "'?";
  Json related = Json::array();
  for (const Note& note : diagnostic.notes) {
    if (note.span.file == no_file) {
      message += "\n" + note.message;
      continue;
    }
    Json location = location_of(note.span, sources);
    location["message"]["text"] = note.message;
    related.push_back(std::move(location));
  }
  Json result;
  result["ruleId"] = code_name(diagnostic.code);
  result["ruleIndex"] = static_cast<std::size_t>(diagnostic.code);
  result["level"] = severity_name(diagnostic.severity);
  result["message"]["text"] = message;
  result["locations"] = Json::array();
  if (diagnostic.span.file != no_file) {
    result["locations"].push_back(location_of(diagnostic.span, sources));
  }
  if (!related.empty()) result["relatedLocations"] = std::move(related);
  return result;
}

Json rule_of(Code code) {
  const Explanation& row = explanation(code);
  Json rule = {{"id", code_name(code)}};
  rule["shortDescription"]["text"] = row.summary;
  rule["fullDescription"]["text"] = row.cause;
  rule["help"]["text"] = explain_text(code);
  rule["help"]["markdown"] = std::string(row.cause) + "\n\n**Cure:** " + std::string(row.cure);
  rule["defaultConfiguration"]["level"] = severity_name(default_severity(code));
  return rule;
}

}  // namespace

std::string format_sarif(const Diagnostics& diagnostics, const Sources& sources) {
  Json driver = {{"name", "prereq"}, {"version", version}, {"rules", Json::array()}};
  for (std::size_t i = 0; i < code_count; ++i) {
    driver["rules"].push_back(rule_of(static_cast<Code>(i)));
  }
  Json run;
  run["tool"]["driver"] = std::move(driver);
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = Json::array();
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    run["results"].push_back(result_of(diagnostic, sources));
  }
  Json log;
  log["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  log["version"] = "2.1.0";
  log["runs"] = Json::array({std::move(run)});
  return dump(log);
}

}  // namespace prereq
