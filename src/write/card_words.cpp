#include "write/card_words.hpp"

#include <fmt/format.h>

namespace prereq {
namespace {

// The kind of a topic, which its border or a tick shows.
std::string marked_title(const ViewCard& card) {
  std::string result = card.title;
  if (card.optional) result += " (optional)";
  if (card.assumed) result += " (assumed to be known)";
  if (card.state != CardState::none) result += fmt::format(" ({})", state_name(card.state));
  return result;
}

}  // namespace

std::string_view state_name(CardState state) {
  switch (state) {
    case CardState::none: break;
    case CardState::done: return "done";
    case CardState::ready: return "ready";
    case CardState::blocked: return "blocked";
  }
  return "";
}

std::string card_label(const ViewCard& card) {
  return card.label.empty() ? marked_title(card) : card.label;
}

std::string card_tooltip(const ViewCard& card) {
  std::string result = marked_title(card);
  for (const std::string& line : card.tooltip) result += '\n' + line;
  return result;
}

std::string pennant_label(const ViewPennant& pennant) {
  return pennant.label.empty() ? "Goal: " + pennant.title : pennant.label;
}

std::string pennant_tooltip(const ViewPennant& pennant) {
  std::string result = "Goal: " + pennant.title;
  if (pennant.state != CardState::none) result += fmt::format(" ({})", state_name(pennant.state));
  for (const std::string& line : pennant.tooltip) result += '\n' + line;
  if (!pennant.because.empty()) result += '\n' + pennant.because;
  return result;
}

std::string words_on(const DrawnCard& card) {
  std::string words;
  for (const DrawnText& line : card.lines) {
    if (!words.empty()) words += ' ';
    words += line.text;
  }
  return words;
}

}  // namespace prereq
