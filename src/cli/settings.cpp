#include "cli/settings.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/ascii_words.hpp"
#include "cli/setting_value.hpp"
#include "cli/words.hpp"

namespace prereq::cli {
namespace {

namespace fs = std::filesystem;

class LineParser {
 public:
  LineParser(const std::string& file, std::optional<std::string>& mistake)
      : name_(file), is_ini_(extension_of(file) == ".ini"), mistake_(mistake) {}

  void parse(std::string_view line) {
    ++number_;
    const std::string_view text = trimmed(line);
    if (text.empty() || text[0] == '#' || text[0] == ';') return;
    if (text[0] == '[') return open_section(text);
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) return complain("expected NAME = VALUE");
    const std::string_view name = trimmed(text.substr(0, equals));
    if (name.empty()) return complain("expected NAME = VALUE");
    std::string wrong;
    auto value = parse_setting_value(text.substr(equals + 1), is_ini_ ? "#;" : "#", wrong);
    if (!value) return complain(wrong);
    settings_.push_back(
        {command_, std::string(name), std::move(value->values), origin(), value->is_list});
  }

  std::vector<Setting> take() { return std::move(settings_); }

 private:
  std::string origin() const { return name_ + ":" + std::to_string(number_); }

  void complain(const std::string& message) {
    if (!mistake_) mistake_ = origin() + ": " + message;
  }

  void open_section(std::string_view text) {
    const auto end = text.find(']');
    const auto rest = end == std::string_view::npos ? text : trimmed(text.substr(end + 1));
    if (!rest.empty() && rest[0] != '#' && rest[0] != ';') return complain("expected [COMMAND]");
    command_ = trimmed(text.substr(1, end - 1));
    if (command_.empty()) return complain("expected [COMMAND]");
    settings_.push_back({command_, {}, {}, origin(), false});
  }

  const std::string& name_;
  bool is_ini_;
  std::optional<std::string>& mistake_;
  std::size_t number_ = 0;
  std::string command_;
  std::vector<Setting> settings_;
};

}  // namespace

std::vector<Setting> parse_settings(const std::string& file, std::string_view text,
                                    std::optional<std::string>& mistake) {
  LineParser parser(file, mistake);
  while (!text.empty() && !mistake) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    parser.parse(line);
  }
  return parser.take();
}

std::optional<std::string> nearest_settings_file() {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  if (error) return std::nullopt;
  for (fs::path folder = here;; folder = folder.parent_path()) {
    for (const char* name : {".prereq.toml", ".prereq.ini"}) {
      const fs::path file = folder / name;
      if (fs::exists(file, error)) return folder == here ? std::string(name) : file.string();
    }
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

std::optional<Setting> setting_from_environment(const SettableOption& option) {
  std::string variable = "PREREQ_";
  for (const char c : option.name) {
    const bool lower = c >= 'a' && c <= 'z';
    variable += c == '-' ? '_' : static_cast<char>(lower ? c - 'a' + 'A' : c);
  }
  const char* const value = std::getenv(variable.c_str());
  if (value == nullptr || *value == '\0') return std::nullopt;
  return Setting{{}, option.name, {value}, variable, false};
}

std::optional<bool> parse_switch(std::string_view text) {
  for (const std::string_view yes : {"true", "1", "yes", "on"}) {
    if (text == yes) return true;
  }
  for (const std::string_view no : {"false", "0", "no", "off"}) {
    if (text == no) return false;
  }
  return std::nullopt;
}

bool is_settable(std::string_view name) {
  constexpr std::array<std::string_view, 19> questions = {
      "output", "report", "known-out", "root",   "check", "config",   "no-config",
      "help",   "to",     "from",      "around", "depth", "upstream", "downstream",
      "with",   "avoid",  "collapse",  "split",  "inline"};
  return std::ranges::find(questions, name) == questions.end();
}

}  // namespace prereq::cli
