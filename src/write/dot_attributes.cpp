#include "write/dot_attributes.hpp"

#include "read/url.hpp"
#include "write/dot_quoting.hpp"

namespace prereq {
namespace {

// `30-40` for "30–40 h"; minutes say that they are.
std::string plain_hours(std::string_view hours) {
  constexpr std::string_view unit = " h";
  constexpr std::string_view dash = "–";
  std::string plain(hours);
  if (plain.ends_with(unit)) plain.resize(plain.size() - unit.size());
  if (const auto at = plain.find(dash); at != std::string::npos) {
    plain.replace(at, dash.size(), "-");
  }
  return plain;
}

std::string_view class_of(const ViewCard& card) {
  switch (card.kind) {
    case CardKind::junction: return "choice";
    case CardKind::links: return "links";
    case CardKind::section: return "section";
    case CardKind::topic:
    case CardKind::milestone:
    case CardKind::goal: break;
  }
  switch (card.state) {
    case CardState::none: return "";
    case CardState::done: return "done";
    case CardState::ready: return "ready";
    case CardState::blocked: return "blocked";
  }
  return "";
}

}  // namespace

void DotAttributes::begin(std::string_view name) {
  out_ += is_empty_ ? " [" : ", ";
  out_ += name;
  out_ += '=';
  is_empty_ = false;
}

DotAttributes& DotAttributes::value(std::string_view name, std::string_view text) {
  begin(name);
  append_dot_value(out_, text);
  return *this;
}

DotAttributes& DotAttributes::text(std::string_view name, std::string_view text) {
  begin(name);
  append_dot_text(out_, text);
  return *this;
}

DotAttributes& DotAttributes::address(std::string_view name, std::string_view href) {
  begin(name);
  append_dot_address(out_, href);
  return *this;
}

DotAttributes& DotAttributes::literal(std::string_view name, std::string_view written) {
  begin(name);
  out_ += written;
  return *this;
}

void DotAttributes::end() { out_ += is_empty_ ? ";\n" : "];\n"; }

void add_kind(DotAttributes& attributes, const ViewCard& card) {
  if (!card.hours.empty()) attributes.value("hours", plain_hours(card.hours));
  if (card.optional) attributes.value("level", "optional");
  if (card.assumed) attributes.value("level", "assumed");
  const std::string_view name = class_of(card);
  if (!name.empty()) attributes.value("class", name);
  if (card.kind == CardKind::junction) attributes.value("shape", "ellipse");
  if (card.kind == CardKind::links) attributes.value("shape", "note");
}

void add_look(DotAttributes& attributes, const ViewCard& card) {
  if (card.optional) {
    attributes.value("style", "rounded,filled,dashed");
  } else if (card.state == CardState::blocked) {
    attributes.value("style", "rounded,filled,dotted");
  }
  if (card.state == CardState::done) attributes.value("fillcolor", "#dfe4ec");
  const bool is_quiet = card.emphasis == Emphasis::quiet && card.kind != CardKind::goal;
  if (card.assumed || is_quiet) attributes.value("fontcolor", "#5b6576");
  if (card.state == CardState::ready || card.focus || card.emphasis == Emphasis::strong) {
    attributes.value("penwidth", "3");
  } else if (card.shade > 0) {
    attributes.value("penwidth", std::to_string(card.shade));
  }
  if (card.in_cycle) attributes.value("color", "#cf222e");
}

void add_look(DotAttributes& attributes, const ViewEdge& edge, bool is_dead_end) {
  switch (edge.style) {
    case EdgeStyle::required: break;
    case EdgeStyle::recommended: attributes.value("style", "dashed"); break;
    case EdgeStyle::corequisite: attributes.value("style", "dotted"); break;
    case EdgeStyle::alternative:
      if (!is_dead_end) attributes.value("color", "#a9b2c0");
      break;
  }
  if (is_dead_end) attributes.value("arrowhead", "none");
  if (edge.both_ways) attributes.value("dir", "both");
  if (edge.in_cycle) {
    attributes.value("color", "#cf222e").value("penwidth", "3");
  } else if (edge.emphasis == Emphasis::strong) {
    attributes.value("penwidth", "3");
  }
}

void add_links(DotAttributes& attributes, const ViewCard& card) {
  if (const std::string href = safe_href(card.url); !href.empty()) {
    attributes.address("URL", href);
  }
  add_tooltip(attributes, card.tooltip);
}

void add_tooltip(DotAttributes& attributes, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  std::string all;
  for (const std::string& line : lines) all += (all.empty() ? "" : "\n") + line;
  attributes.text("tooltip", all);
}

}  // namespace prereq
