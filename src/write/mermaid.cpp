// Mermaid's flowcharts. Its grammar is read after several replacements of the whole text (comments,
// directives, entities, styles), so labels hold nothing but letters, digits and harmless signs; all
// else is `#NN;`, which Mermaid decodes last.
#include <array>
#include <map>
#include <utility>

#include "base/ascii_words.hpp"
#include "base/utf8.hpp"
#include "prereq/exchange.hpp"
#include "read/url.hpp"
#include "write/file_scalars.hpp"
#include "write/report_text.hpp"

namespace prereq {
namespace {

bool is_harmless(char32_t c) {
  if (c >= 0x80) return true;
  const char sign = static_cast<char>(c);
  return is_letter_or_digit(sign) ||
         std::string_view(" ,/()+=!?'@").find(sign) != std::string_view::npos;
}

// A line that would be taken for a list or a heading by Mermaid's Markdown.
bool begins_list(std::string_view text) {
  const auto mark = text.find_first_not_of("0123456789");
  return mark > 0 ? text.substr(std::min(mark, text.size())).starts_with(')')
                  : text.starts_with('+') || text.starts_with('=');
}

std::string label_text(std::string_view text) {
  const std::string shown = safe_text(text);
  std::string_view rest = shown;
  std::string out;
  bool escapes = begins_list(rest);
  while (!rest.empty()) {
    const char32_t c = take_code_point(rest);
    const bool is_mark = escapes && (c < '0' || c > '9');
    if (is_harmless(c) && !is_mark) {
      append_utf8(out, c);
    } else if (c == '-' && !out.empty()) {
      out += '-';
    } else if (c == '.' && !out.empty() && !rest.empty() && rest.front() != ' ') {
      out += '.';
    } else {
      out += "#" + std::to_string(static_cast<std::uint32_t>(c)) + ";";
    }
    if (is_mark) escapes = false;
  }
  return out;
}

// What ends a string or begins a replacement, as percent codes, which mean the same in an address.
std::string link_text(std::string_view href) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : href) {
    if (std::string_view("\"<>;{}`\\ ").find(c) == std::string_view::npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', digits[byte / 16], digits[byte % 16]};
  }
  return out;
}

// How a card's node is written around its label.
std::pair<std::string_view, std::string_view> shape_of(const ViewCard& card) {
  switch (card.kind) {
    case CardKind::goal: return {">\"", "\"]"};
    case CardKind::milestone: return {"([\"", "\"])"};
    case CardKind::junction: return {"{{\"", "\"}}"};
    case CardKind::topic:
    case CardKind::links: break;
    case CardKind::section: return {"[[\"", "\"]]"};
  }
  return {"[\"", "\"]"};
}

std::string_view class_of(const ViewCard& card) {
  switch (card.kind) {
    case CardKind::goal: return "goal";
    case CardKind::junction: return "junction";
    default: break;
  }
  switch (card.state) {
    case CardState::none: break;
    case CardState::done: return "done";
    case CardState::ready: return "ready";
    case CardState::blocked: return "blocked";
  }
  if (card.assumed) return "assumed";
  return card.optional ? "optional" : "";
}

std::string_view state_word(CardState state) {
  switch (state) {
    case CardState::none: return "";
    case CardState::done: return "done";
    case CardState::ready: return "can be started";
    case CardState::blocked: return "needs others first";
  }
  return "";
}

std::string_view arrow(const ViewEdge& edge) {
  switch (edge.style) {
    case EdgeStyle::required:
    case EdgeStyle::alternative: return edge.both_ways ? " <--> " : " --> ";
    case EdgeStyle::recommended: return " -.-> ";
    case EdgeStyle::corequisite: return " -.->|together| ";
  }
  return " --> ";
}

class Flowchart {
 public:
  Flowchart(View view, bool to_the_right) : view_(std::move(view)), to_the_right_(to_the_right) {
    for (std::uint32_t c = 0; c < view_.cards.size(); ++c) {
      cards_[view_.cards[c].section].push_back(c);
    }
    for (std::uint32_t s = 0; s < view_.sections.size(); ++s) {
      sections_[view_.sections[s].parent].push_back(s);
    }
    is_shown_.resize(view_.sections.size());
    for (auto s = static_cast<std::uint32_t>(view_.sections.size()); s-- > 0;) {
      is_shown_[s] = is_shown_[s] || cards_.contains(s);
      const std::uint32_t parent = view_.sections[s].parent;
      if (parent != no_index && is_shown_[s]) is_shown_[parent] = true;
    }
  }

  std::string write() {
    if (!view_.title.empty()) out_ += "---\ntitle: " + quoted_scalar(view_.title) + "\n---\n";
    out_ += to_the_right_ ? "flowchart LR\n" : "flowchart TD\n";
    add_contents(no_index, 2);
    for (const ViewEdge& edge : view_.edges) {
      out_ +=
          "  " + node(edge.prerequisite) + std::string(arrow(edge)) + node(edge.dependent) + "\n";
    }
    add_classes();
    add_line_styles();
    for (std::uint32_t c = 0; c < view_.cards.size(); ++c) add_link(c);
    return std::move(out_);
  }

 private:
  static std::string node(std::uint32_t card) { return "n" + std::to_string(card); }

  void add_contents(std::uint32_t section, std::size_t indent) {
    const std::string margin(indent, ' ');
    for (const std::uint32_t c : cards_[section]) {
      const ViewCard& card = view_.cards[c];
      const auto [before, after] = shape_of(card);
      out_ += margin + node(c);
      out_.append(before).append(card_label(card)).append(after).append("\n");
    }
    for (const std::uint32_t s : sections_[section]) {
      if (!is_shown_[s]) continue;
      const ViewSection& inner = view_.sections[s];
      out_ += margin + "subgraph s" + std::to_string(s) + "[\"" +
              label(inner.title, inner.detail, " · ") + "\"]\n";
      add_contents(s, indent + 2);
      out_ += margin + "end\n";
    }
  }

  // A place in the path, and a state, in words too.
  static std::string card_label(const ViewCard& card) {
    const std::string title =
        card.number == 0 ? card.title : "(" + std::to_string(card.number) + ") " + card.title;
    const std::string_view state = card.kind == CardKind::goal ? "" : state_word(card.state);
    std::string detail = card.detail;
    const auto add = [&detail](std::string_view words) {
      if (!detail.empty() && !words.empty()) detail += " · ";
      detail += words;
    };
    add(state);
    if (card.blocks > 0) add("blocks " + std::to_string(card.blocks));
    return label(title, detail, "<br/>");
  }

  static std::string label(std::string_view title, std::string_view detail, const char* between) {
    std::string text = label_text(title);
    if (text.empty()) text = " ";
    if (!detail.empty()) text += between + label_text(detail);
    return text;
  }

  void add_classes() {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> classes = {{
        {"done", "opacity:0.6"},
        {"ready", "stroke-width:4px"},
        {"blocked", "stroke-dasharray:2 2"},
        {"assumed", "opacity:0.7"},
        {"optional", "stroke-dasharray:5 4"},
        {"goal", "stroke-width:3px"},
        {"junction", "stroke-width:1px"},
    }};
    for (const auto& [name, style] : classes) {
      std::string members;
      for (std::uint32_t c = 0; c < view_.cards.size(); ++c) {
        if (class_of(view_.cards[c]) == name) members += (members.empty() ? "" : ",") + node(c);
      }
      if (members.empty()) continue;
      add_class(name, style, members);
    }
    add_emphasis(Emphasis::strong, "strong", "stroke-width:5px");
    add_emphasis(Emphasis::quiet, "quiet", "opacity:0.5");
  }

  void add_class(std::string_view name, std::string_view style, std::string_view members) {
    out_.append("  classDef ").append(name).append(" ").append(style).append("\n");
    out_.append("  class ").append(members).append(" ").append(name).append("\n");
  }

  // Beside the class that a card has anyway.
  void add_emphasis(Emphasis emphasis, std::string_view name, std::string_view style) {
    std::string members;
    for (std::uint32_t c = 0; c < view_.cards.size(); ++c) {
      if (view_.cards[c].emphasis == emphasis) members += (members.empty() ? "" : ",") + node(c);
    }
    if (!members.empty()) add_class(name, style, members);
  }

  void add_line_styles() {
    std::string strong;
    for (std::size_t e = 0; e < view_.edges.size(); ++e) {
      if (view_.edges[e].emphasis != Emphasis::strong) continue;
      strong += (strong.empty() ? "" : ",") + std::to_string(e);
    }
    if (!strong.empty()) out_ += "  linkStyle " + strong + " stroke-width:5px\n";
  }

  void add_link(std::uint32_t c) {
    const std::string href = link_text(safe_href(view_.cards[c].url));
    if (!href.empty()) out_ += "  click " + node(c) + " href \"" + href + "\"\n";
  }

  const View view_;
  bool to_the_right_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> cards_;     // by section, and without one
  std::map<std::uint32_t, std::vector<std::uint32_t>> sections_;  // by parent
  std::vector<bool> is_shown_;  // by section: whether anything stands in it
  std::string out_;
};

}  // namespace

std::string view_mermaid(const View& view, bool to_the_right) {
  return Flowchart(with_every_line(view), to_the_right).write();
}

}  // namespace prereq
