#include "base/ascii_words.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace prereq {
namespace {

// Trims the text, and again after each joint that `take_off` takes off it.
template <typename TakeOff>
std::string_view without_any(std::string_view text, std::span<const std::string_view> joints,
                             TakeOff&& take_off) {
  for (bool changed = true; changed;) {
    text = trimmed(text);
    changed =
        std::ranges::any_of(joints, [&](std::string_view joint) { return take_off(text, joint); });
  }
  return text;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string in_lower_case(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lowered;
}

std::string_view without_last_joints(std::string_view text) {
  constexpr std::array<std::string_view, 6> joints = {":", " -", "–", "—", "→", "|"};
  text = without_any(text, joints, [](std::string_view& rest, std::string_view joint) {
    if (!rest.ends_with(joint)) return false;
    rest.remove_suffix(joint.size());
    return true;
  });
  return text == "-" ? std::string_view() : text;
}

std::string_view without_joints(std::string_view text) {
  constexpr std::array<std::string_view, 6> joints = {":", "-", "–", "—", "→", "|"};
  return without_last_joints(
      without_any(text, joints, [](std::string_view& rest, std::string_view joint) {
        if (!rest.starts_with(joint)) return false;
        rest.remove_prefix(joint.size());
        return true;
      }));
}

std::size_t last_bracket(std::string_view text) {
  if (!text.ends_with(')')) return std::string_view::npos;
  std::size_t depth = 0;
  for (std::size_t i = text.size(); i-- > 0;) {
    if (text[i] == ')') ++depth;
    if (text[i] == '(' && --depth == 0) return i;
  }
  return std::string_view::npos;
}

std::vector<std::string_view> split_at_any(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = text.find_first_of(separators);
    const std::string_view part = trimmed(text.substr(0, end));
    if (!part.empty()) parts.push_back(part);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return parts;
}

}  // namespace prereq
