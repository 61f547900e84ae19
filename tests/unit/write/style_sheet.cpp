#include "style_sheet.hpp"

#include <algorithm>
#include <sstream>

namespace prereq::testing {
namespace {

// `name`, `.class` or `.class.class`.
bool matches(const std::string& part, const XmlElement& element) {
  if (part[0] != '.') return element.name == part;
  std::istringstream classes(part.substr(1));
  for (std::string name; std::getline(classes, name, '.');) {
    if (!element.has_class(name)) return false;
  }
  return true;
}

// The last part is the element's; the others match ancestors below the root, in order.
bool matches(const std::vector<std::string>& parts, const std::vector<const XmlElement*>& path) {
  if (parts.empty()) return path.size() == 1;
  if (path.size() < 2 || !matches(parts.back(), *path.back())) return false;
  std::size_t left = parts.size() - 1;
  for (std::size_t i = path.size() - 1; i-- > 1 && left > 0;) {
    if (matches(parts[left - 1], *path[i])) --left;
  }
  return left == 0;
}

std::string find_value(const std::string& declarations, std::string_view property) {
  std::istringstream stream(declarations);
  for (std::string declaration; std::getline(stream, declaration, ';');) {
    const std::size_t colon = declaration.find(':');
    if (declaration.substr(0, colon) == property) return declaration.substr(colon + 1);
  }
  return {};
}

}  // namespace

StyleSheet::StyleSheet(std::string_view css, bool dark) {
  std::istringstream lines{std::string(css)};
  bool in_media = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("@media")) {
      in_media = true;
    } else if (line == "}") {
      in_media = false;
    } else if (!line.empty() && (!in_media || dark)) {
      add(line);
    }
  }
}

void StyleSheet::add(std::string_view line) {
  const std::size_t brace = line.find('{');
  const std::string selector(line.substr(0, brace));
  if (selector.find(':') != std::string::npos) return;
  Rule rule;
  rule.declarations = line.substr(brace + 1, line.size() - brace - 2);
  std::istringstream words(selector);
  std::string root;
  words >> root;
  for (std::string part; words >> part;) {
    const auto classes = static_cast<int>(std::ranges::count(part, '.'));
    rule.specificity += classes > 0 ? 10 * classes : 1;
    rule.parts.push_back(part);
  }
  rules_.push_back(rule);
}

std::string StyleSheet::value(const std::vector<const XmlElement*>& path,
                              std::string_view property) const {
  std::string result;
  int best = -1;
  for (const Rule& rule : rules_) {
    if (rule.specificity < best || !matches(rule.parts, path)) continue;
    const std::string found = find_value(rule.declarations, property);
    if (found.empty()) continue;
    result = found;
    best = rule.specificity;
  }
  return result;
}

}  // namespace prereq::testing
