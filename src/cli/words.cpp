#include "cli/words.hpp"

#include <algorithm>
#include <filesystem>
#include <locale>
#include <sstream>
#include <utility>

#include "base/ascii_words.hpp"
#include "base/nearest_name.hpp"

namespace prereq::cli {
namespace {

// A '#' inside a word, as in the id `c#`, begins no comment.
std::string_view without_comment(std::string_view line) {
  for (std::size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1)) {
    const bool begins = at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t';
    if (begins) return line.substr(0, at);
  }
  return line;
}

}  // namespace

std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates) {
  const std::string_view nearest = nearest_name(name, {candidates.begin(), candidates.end()});
  return nearest.empty() ? "" : "; did you mean '" + std::string(nearest) + "'?";
}

std::string extension_of(const std::string& file) {
  return in_lower_case(std::filesystem::path(file).extension().string());
}

std::string join(const std::vector<std::string>& words, std::string_view separator) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += separator;
    joined += word;
  }
  return joined;
}

std::string quoted_for_shell(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string_view section_id(std::string_view name) {
  constexpr std::string_view prefix = "section:";
  return name.starts_with(prefix) ? name.substr(prefix.size()) : name;
}

std::optional<double> number_of(const std::string& text) {
  // A stream, because libc++ 19 has no std::from_chars for this. What else the streams of one
  // library or another would take, such as hexadecimal digits, is left out.
  if (text.find_first_not_of("0123456789.eE-") != std::string::npos) return std::nullopt;
  std::istringstream stream(text);
  stream.imbue(std::locale::classic());
  double number = 0;
  if (!(stream >> number) || !stream.eof()) return std::nullopt;
  return number;
}

std::vector<std::string> split_list(std::string_view text) {
  const std::vector<std::string_view> parts = split_at_any(text, ",");
  return {parts.begin(), parts.end()};
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    for (std::string& part : split_list(without_comment(line))) parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace prereq::cli
