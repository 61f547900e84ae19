#include "write/svg_style.hpp"

#include <fmt/format.h>

#include <iterator>

#include "arrange/text_style.hpp"
#include "base/xml.hpp"

namespace prereq {
namespace {

constexpr std::array<TextRole, 7> text_roles = {
    TextRole::heading,     TextRole::section_title, TextRole::section_detail, TextRole::card_title,
    TextRole::card_detail, TextRole::junction,      TextRole::legend};

// Collects rules, each below the root.
class Sheet {
 public:
  explicit Sheet(std::string_view id) : id_(id) {}

  // `selector` is what follows the root's id, with its space if it is a descendant.
  void rule(std::string_view selector, std::string_view declarations) {
    fmt::format_to(std::back_inserter(css_), "#{}{}{{{}}}\n", id_, selector, declarations);
  }
  void begin_media(std::string_view query) { css_ += fmt::format("@media {}{{\n", query); }
  void end_media() { css_ += "}\n"; }
  std::string take() && { return std::move(css_); }

 private:
  std::string_view id_;
  std::string css_ = "\n";
};

// What a page's own rules could otherwise hand down is set on the root.
void add_layout(Sheet& sheet) {
  sheet.rule(
      "",
      "max-width:100%;height:auto;font-family:Helvetica,Arial,\"Liberation Sans\",sans-serif;"
      "font-style:normal;font-weight:400;letter-spacing:0;word-spacing:0;"
      "text-transform:none;text-anchor:start;direction:ltr");
  sheet.rule(" text", "stroke:none;text-rendering:geometricPrecision");
  sheet.rule(" a", "text-decoration:none");
  for (const TextRole role : text_roles) {
    const TextStyle style = text_style(role);
    std::string size;
    append_number(size, style.size_px);
    sheet.rule(fmt::format(" .{}", text_class(role)),
               fmt::format("font-size:{}px{}", size, style.bold ? ";font-weight:700" : ""));
  }
  sheet.rule(" .edge", "fill:none;stroke-width:1.4");
  sheet.rule(" .recommends", "stroke-dasharray:5 4");
  sheet.rule(" .any", "stroke-width:1.2;stroke-dasharray:10 3");
  sheet.rule(" .corequisite", "stroke-width:2.2;stroke-linecap:round;stroke-dasharray:0 4.4");
  sheet.rule(" .optional .card", "stroke-dasharray:4 3");
  sheet.rule(" .tick", "fill:none;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round");
  sheet.rule(" a:hover .card", "stroke-width:2");
  sheet.rule(" a:focus .card", "stroke-width:2");
}

void add_section_colours(Sheet& sheet, const SectionColours& colours, std::string_view name) {
  sheet.rule(fmt::format(" .{} .box", name),
             fmt::format("fill:{};stroke:{}", hex(colours.box), hex(colours.border)));
  sheet.rule(fmt::format(" .{} .section-title", name), fmt::format("fill:{}", hex(colours.title)));
  sheet.rule(fmt::format(" .{} .band", name), fmt::format("fill:{}", hex(colours.band)));
  sheet.rule(fmt::format(" .{} .edge", name), fmt::format("stroke:{}", hex(colours.edge)));
  sheet.rule(fmt::format(" .{} .tip", name), fmt::format("fill:{}", hex(colours.edge)));
  sheet.rule(fmt::format(" .{} .pill", name), fmt::format("stroke:{}", hex(colours.band)));
}

void add_colours(Sheet& sheet, const ThemeColours& theme,
                 const std::array<bool, palette_size>& used) {
  const std::string ink = fmt::format("fill:{}", hex(theme.ink));
  const std::string muted = fmt::format("fill:{}", hex(theme.muted));
  const std::string edge = hex(theme.edge);
  sheet.rule(" .paper", fmt::format("fill:{}", hex(theme.paper)));
  sheet.rule(" text", ink);
  for (const char* selector :
       {" .detail", " .section-detail", " .junction-text", " .legend-text"}) {
    sheet.rule(selector, muted);
  }
  sheet.rule(" .card", fmt::format("fill:{};stroke:{}", hex(theme.card), hex(theme.border)));
  sheet.rule(" .band", fmt::format("fill:{}", hex(theme.band)));
  sheet.rule(" .flag", fmt::format("fill:{0};stroke:{0}", hex(theme.goal)));
  sheet.rule(" .goal text", fmt::format("fill:{}", hex(theme.goal_ink)));
  sheet.rule(" .edge", fmt::format("stroke:{}", edge));
  sheet.rule(" .tip", fmt::format("fill:{}", edge));
  sheet.rule(" .badge", fmt::format("fill:{}", hex(theme.muted)));
  sheet.rule(" .tick", fmt::format("stroke:{}", hex(theme.card)));
  for (const char* selector : {" a:hover .card", " a:focus .card"}) {
    sheet.rule(selector, fmt::format("stroke:{}", hex(theme.ink)));
  }
  for (std::uint32_t i = 0; i < palette_size; ++i) {
    if (used[i]) add_section_colours(sheet, theme.sections[i], section_class(i));
  }
}

}  // namespace

std::string_view text_class(TextRole role) {
  switch (role) {
    case TextRole::heading: return "heading";
    case TextRole::section_title: return "section-title";
    case TextRole::section_detail: return "section-detail";
    case TextRole::card_title: return "title";
    case TextRole::card_detail: return "detail";
    case TextRole::junction: return "junction-text";
    case TextRole::legend: return "legend-text";
  }
  return "";
}

std::string section_class(std::uint32_t colour) {
  return fmt::format("s{}", colour % palette_size);
}

std::string svg_style(std::string_view id, Theme theme,
                      const std::array<bool, palette_size>& used) {
  Sheet sheet(id);
  add_layout(sheet);
  add_colours(sheet, theme == Theme::dark ? dark_colours() : light_colours(), used);
  if (theme == Theme::automatic) {
    sheet.begin_media("(prefers-color-scheme:dark)");
    add_colours(sheet, dark_colours(), used);
    sheet.end_media();
  }
  return std::move(sheet).take();
}

}  // namespace prereq
