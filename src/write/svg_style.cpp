#include "write/svg_style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "arrange/text_style.hpp"
#include "base/xml.hpp"

namespace prereq {
namespace {

constexpr std::array<TextRole, 7> text_roles = {
    TextRole::heading,     TextRole::section_title, TextRole::section_detail, TextRole::card_title,
    TextRole::card_detail, TextRole::junction,      TextRole::legend};
constexpr std::array<TextRole, 3> subheading_roles = {TextRole::subheading, TextRole::problem,
                                                      TextRole::link};
constexpr std::array<TextRole, 2> resource_roles = {TextRole::resource, TextRole::mark};

// What follows the root's id, with its space if it is a descendant; and what holds for that.
struct Rule {
  std::string selector;
  std::string declarations;
};

class Sheet {
 public:
  void rule(std::string_view selector, std::string_view declarations) {
    rules_.push_back({std::string(selector), std::string(declarations)});
  }
  const std::vector<Rule>& rules() const { return rules_; }

 private:
  std::vector<Rule> rules_;
};

void add_text_sizes(Sheet& sheet, std::span<const TextRole> roles) {
  for (const TextRole role : roles) {
    const TextStyle style = text_style(role);
    std::string size;
    append_number(size, style.size_px);
    sheet.rule(fmt::format(" .{}", text_class(role)),
               fmt::format("font-size:{}px{}", size, style.bold ? ";font-weight:700" : ""));
  }
}

// What only some views have.
void add_view_layout(Sheet& sheet, Paper paper, const StyleUse& used) {
  if (used.subheadings) add_text_sizes(sheet, subheading_roles);
  if (used.resources) add_text_sizes(sheet, resource_roles);
  if (used.resources || used.subheadings) {
    sheet.rule(" a:hover text", "text-decoration:underline");
    sheet.rule(" a:focus text", "text-decoration:underline");
  }
  if (used.numbers) add_text_sizes(sheet, std::array{TextRole::card_number});
  if (used.pennants) add_text_sizes(sheet, std::array{TextRole::pennant});
  if (used.states) {
    sheet.rule(" .ready .card", "stroke-width:2");
    sheet.rule(" .lock", "stroke-width:1.2;fill:none");
  }
  if (used.focus) sheet.rule(" .focus .card", "stroke-width:2.4");
  if (used.emphasis) {
    sheet.rule(" .emphasized .card", "stroke-width:3");
    if (used.collapsed) sheet.rule(" .emphasized .sheet", "stroke-width:1");
    if (used.pennants) sheet.rule(" .emphasized .flag", "stroke-width:3");
    sheet.rule(" .edge.emphasized", "stroke-width:3.2");
    // Nobody knows what an unseen page makes of a fainter line.
    const char* const faint = paper == Paper::transparent ? "opacity:.7" : "opacity:.5";
    sheet.rule(" .edge.quiet", faint);
    sheet.rule(" .tip.quiet", faint);
    sheet.rule(" .quiet .band", "opacity:.5");
  }
  if (used.blocking) sheet.rule(" .count", "font-size:10.5px;font-weight:700;text-anchor:middle");
  if (used.context) {
    sheet.rule(" .context .card", "stroke-dasharray:1.5 2.5");
    sheet.rule(" .context .band", "opacity:.4");
    sheet.rule(" .faint", "opacity:.6");
  }
  if (used.cycles) {
    sheet.rule(" .in-cycle .card", "stroke-width:2.4");
    sheet.rule(" .cycle", "stroke-width:3.2");
  }
}

// What a page's own rules could otherwise hand down is set on the root.
void add_layout(Sheet& sheet, Paper paper, const StyleUse& used) {
  sheet.rule(
      "",
      "max-width:100%;height:auto;font-family:Helvetica,Arial,\"Liberation Sans\",sans-serif;"
      "font-style:normal;font-weight:400;letter-spacing:0;word-spacing:0;"
      "text-transform:none;text-anchor:start;direction:ltr");
  sheet.rule(" text", "stroke:none;text-rendering:geometricPrecision");
  sheet.rule(" a", "text-decoration:none");
  add_text_sizes(sheet, text_roles);
  sheet.rule(" .edge", "fill:none;stroke-width:1.4");
  sheet.rule(" .recommends", "stroke-dasharray:5 4");
  sheet.rule(" .any", "stroke-width:1.2;stroke-dasharray:10 3");
  sheet.rule(" .corequisite", "stroke-width:2.2;stroke-linecap:round;stroke-dasharray:0 4.4");
  sheet.rule(" .optional .card", "stroke-dasharray:4 3");
  sheet.rule(" .tick", "fill:none;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round");
  sheet.rule(" a:hover .card", "stroke-width:2");
  sheet.rule(" a:focus .card", "stroke-width:2");
  add_view_layout(sheet, paper, used);
}

std::string filled(Colour colour) { return fmt::format("fill:{}", hex(colour)); }
std::string stroked(Colour colour) { return fmt::format("stroke:{}", hex(colour)); }
std::string painted(Colour fill, Colour stroke) { return filled(fill) + ";" + stroked(stroke); }

void add_section_colours(Sheet& sheet, const SectionColours& colours, std::string_view name) {
  const auto rule = [&](std::string_view selector, std::string_view declarations) {
    sheet.rule(fmt::format(" .{} .{}", name, selector), declarations);
  };
  rule("box", painted(colours.box, colours.border));
  rule("section-title", filled(colours.title));
  rule("band", filled(colours.band));
  rule("edge", stroked(colours.edge));
  rule("tip", filled(colours.edge));
  rule("pill", stroked(colours.band));
}

void add_collapsed_colours(Sheet& sheet, const SectionColours& colours, std::string_view name) {
  sheet.rule(fmt::format(" .{}.collapsed .card", name), painted(colours.box, colours.border));
}

// Texts of any other colour would be hard to read on the darker ones.
void add_shade_colours(Sheet& sheet, const ThemeColours& theme, std::uint8_t index,
                       const StyleUse& used) {
  const std::string name = shade_class(index + 1);
  const auto ink = [&](std::string_view text) {
    sheet.rule(fmt::format(" .{} .{}", name, text), filled(theme.ink));
  };
  sheet.rule(fmt::format(" .{} .card", name), filled(theme.shades[index]));
  ink("title");
  ink("detail");
  if (used.numbers) ink("number");
  if (used.resources) ink("resource");
  if (used.resources) ink("mark");
  if (!used.collapsed) return;
  sheet.rule(fmt::format(" .collapsed.{} .card", name), filled(theme.shades[index]));
  ink("section-title");
}

// After the sections' own, which these overrule.
void add_view_colours(Sheet& sheet, const ThemeColours& theme, const StyleUse& used) {
  if (used.subheadings) {
    sheet.rule(" .problem-text", filled(theme.cycle));
    sheet.rule(" .link-text", filled(theme.link));
  }
  if (used.resources) {
    sheet.rule(" a .resource", filled(theme.link));
    sheet.rule(" .free", filled(theme.done));
    sheet.rule(" .paid", filled(theme.paid));
  }
  if (used.states) {
    sheet.rule(" .done .card", painted(theme.done_card, theme.done));
    sheet.rule(" .done .title", filled(theme.muted));
    sheet.rule(" .done .badge", filled(theme.done));
    sheet.rule(" .goal.done .flag", filled(theme.goal));
    sheet.rule(" .goal.done .title", filled(theme.goal_ink));
    if (used.pennants) sheet.rule(" .goal .tick", stroked(theme.goal_ink));
    sheet.rule(" .ready .card", stroked(theme.ready));
    sheet.rule(" .ready .badge", filled(theme.ready));
    sheet.rule(" .play", filled(theme.card));
    sheet.rule(" .blocked .badge", painted(theme.card, theme.muted));
    sheet.rule(" .lock", stroked(theme.muted));
    sheet.rule(" .shackled", filled(theme.muted));
  }
  if (used.focus) sheet.rule(" .focus .card", stroked(theme.ink));
  if (used.emphasis) {
    sheet.rule(" .quiet .title", filled(theme.muted));
    sheet.rule(" .goal.quiet .title", filled(theme.goal_ink));
    sheet.rule(" .emphasized .card", stroked(theme.chain));
    if (used.collapsed) sheet.rule(" .collapsed.emphasized .card", stroked(theme.chain));
    if (used.pennants) sheet.rule(" .emphasized .flag", stroked(theme.chain));
    sheet.rule(" .edge.emphasized", stroked(theme.chain));
    sheet.rule(" .tip.emphasized", filled(theme.chain));
  }
  if (used.blocking) {
    for (std::uint8_t i = 0; i < most_shade; ++i) {
      add_shade_colours(sheet, theme, i, used);
    }
    sheet.rule(" .count-box", filled(theme.count));
    sheet.rule(" .count", filled(theme.card));
  }
  if (used.context) {
    sheet.rule(" .context .card", filled(theme.paper));
    sheet.rule(" .context .title", filled(theme.muted));
  }
  if (used.cycles) {
    sheet.rule(" .in-cycle .card", stroked(theme.cycle));
    sheet.rule(" .in-cycle .badge", filled(theme.cycle));
    sheet.rule(" .alarm", filled(theme.card));
    sheet.rule(" .edge.cycle", stroked(theme.cycle));
    sheet.rule(" .tip.cycle", filled(theme.cycle));
  }
}

void add_colours(Sheet& sheet, const ThemeColours& theme, Paper paper, const StyleUse& used) {
  sheet.rule(paper == Paper::transparent ? " .plate" : " .paper", filled(theme.paper));
  sheet.rule(" text", filled(theme.ink));
  for (const char* selector :
       {" .detail", " .section-detail", " .junction-text", " .legend-text"}) {
    sheet.rule(selector, filled(theme.muted));
  }
  sheet.rule(" .card", painted(theme.card, theme.border));
  sheet.rule(" .band", filled(theme.band));
  sheet.rule(" .flag", painted(theme.goal, theme.goal));
  sheet.rule(" .goal text", filled(theme.goal_ink));
  sheet.rule(" .edge", stroked(theme.edge));
  sheet.rule(" .tip", filled(theme.edge));
  sheet.rule(" .badge", filled(theme.muted));
  sheet.rule(" .tick", stroked(theme.card));
  for (const char* selector : {" a:hover .card", " a:focus .card"}) {
    sheet.rule(selector, stroked(theme.ink));
  }
  for (std::uint32_t i = 0; i < palette_size; ++i) {
    if (!used.sections[i]) continue;
    add_section_colours(sheet, theme.sections[i], section_class(i));
    if (used.numbers) {
      sheet.rule(fmt::format(" .{} .number", section_class(i)), filled(theme.sections[i].title));
    }
    if (used.collapsed) add_collapsed_colours(sheet, theme.sections[i], section_class(i));
  }
  add_view_colours(sheet, theme, used);
}

std::vector<Rule> colours_of(const ThemeColours& theme, Paper paper, const StyleUse& used) {
  Sheet sheet;
  add_colours(sheet, paper == Paper::transparent ? on_any_page(theme) : theme, paper, used);
  return sheet.rules();
}

void append_rules(std::string& css, std::string_view id, const std::vector<Rule>& rules) {
  for (const Rule& rule : rules) {
    fmt::format_to(std::back_inserter(css), "#{}{}{{{}}}\n", id, rule.selector, rule.declarations);
  }
}

// `fill:#fff` and `fill:#000` as `fill:#fff;fill:light-dark(#fff,#000)`: who does not know that
// function stays with light.
std::string light_or_dark(std::string_view light, std::string_view dark) {
  std::string both;
  while (!light.empty()) {
    const std::string_view one = light.substr(0, light.find(';'));
    const std::string_view other = dark.substr(0, dark.find(';'));
    const std::size_t value = one.find(':') + 1;
    if (!both.empty()) both += ';';
    both += one;
    if (one != other) {
      fmt::format_to(std::back_inserter(both), ";{}light-dark({},{})", one.substr(0, value),
                     one.substr(value), other.substr(value));
    }
    light.remove_prefix(std::min(light.size(), one.size() + 1));
    dark.remove_prefix(std::min(dark.size(), other.size() + 1));
  }
  return both;
}

// Both themes have the same rules, in the same order.
std::vector<Rule> light_or_dark(std::vector<Rule> light, const std::vector<Rule>& dark) {
  for (std::size_t i = 0; i < light.size(); ++i) {
    light[i].declarations = light_or_dark(light[i].declarations, dark[i].declarations);
  }
  return light;
}

// The switches that pages have, on any element around the drawing; one rule each, since a selector
// that a reader does not know makes it drop the whole rule. Their subject is the drawing's root. A
// page that sets `color-scheme` needs none: the drawing inherits it.
void append_switches(std::string& css, std::string_view id) {
  constexpr std::pair<std::string_view, std::string_view> switches[] = {
      {".light", "light"},
      {".dark", "dark"},
      {"[data-theme=light]", "light"},
      {"[data-theme=dark]", "dark"},
      {"[data-md-color-scheme=default]", "light"},
      {"[data-md-color-scheme=slate]", "dark"},
  };
  for (const auto& [around, scheme] : switches) {
    fmt::format_to(std::back_inserter(css), "{} #{}{{color-scheme:{}}}\n", around, id, scheme);
  }
  fmt::format_to(std::back_inserter(css), "[data-theme=auto] #{}{{color-scheme:light dark}}\n", id);
}

}  // namespace

std::string_view text_class(TextRole role) {
  switch (role) {
    case TextRole::heading: return "heading";
    case TextRole::subheading: return "subheading";
    case TextRole::problem: return "problem-text";
    case TextRole::link: return "link-text";
    case TextRole::section_title: return "section-title";
    case TextRole::section_detail: return "section-detail";
    case TextRole::card_title: return "title";
    case TextRole::card_detail: return "detail";
    case TextRole::card_number: return "number";
    case TextRole::pennant: return "pennant";
    case TextRole::resource: return "resource";
    case TextRole::mark: return "mark";
    case TextRole::junction: return "junction-text";
    case TextRole::legend: return "legend-text";
  }
  return "";
}

std::string section_class(std::uint32_t colour) {
  return fmt::format("s{}", colour % palette_size);
}

std::string shade_class(std::uint8_t shade) { return fmt::format("b{}", shade); }

std::uint32_t colour_section(const ViewCard& card) {
  return card.colour != no_index ? card.colour : card.section;
}

StyleUse find_style_use(const View& view, const Drawing& drawing) {
  StyleUse used;
  for (const DrawnSection& section : drawing.sections) {
    if (!section.lines.empty()) used.sections[section.colour % palette_size] = true;
  }
  used.subheadings = !drawing.subheadings.empty();
  for (const ViewCard& card : view.cards) {
    const std::uint32_t section = colour_section(card);
    if (section != no_index) used.sections[drawing.sections[section].colour % palette_size] = true;
    used.numbers = used.numbers || card.number > 0;
    used.pennants = used.pennants || !card.pennants.empty();
    for (const ViewPennant& pennant : card.pennants) {
      used.states = used.states || pennant.state != CardState::none;
    }
    used.states = used.states || card.state != CardState::none;
    used.focus = used.focus || card.focus;
    used.context = used.context || card.context;
    used.collapsed = used.collapsed || card.kind == CardKind::section;
    used.resources = used.resources || !card.lines.empty();
    used.cycles = used.cycles || card.in_cycle;
    used.emphasis = used.emphasis || card.emphasis != Emphasis::none;
    used.blocking = used.blocking || card.shade > 0;
  }
  return used;
}

std::string svg_style(std::string_view id, const SvgOptions& options, const StyleUse& used) {
  Sheet layout;
  add_layout(layout, options.paper, used);
  std::string css = "\n";
  append_rules(css, id, layout.rules());
  const auto light = [&] { return colours_of(light_colours(), options.paper, used); };
  const auto dark = [&] { return colours_of(dark_colours(), options.paper, used); };
  if (options.theme != Theme::automatic) {
    append_rules(css, id, options.theme == Theme::dark ? dark() : light());
  } else if (options.in_page) {
    append_rules(css, id, light_or_dark(light(), dark()));
    append_switches(css, id);
  } else {
    append_rules(css, id, light());
    css += "@media (prefers-color-scheme:dark){\n";
    append_rules(css, id, dark());
    css += "}\n";
  }
  return css;
}

}  // namespace prereq
