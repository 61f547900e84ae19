#include "embed/image.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/ascii_words.hpp"
#include "prereq/digest.hpp"
#include "write/carried_text.hpp"
#include "write/page_text.hpp"
#include "write/seal.hpp"

namespace prereq {
namespace {

// Not only the SVG: not every Markdown takes that for HTML.
constexpr std::string_view inline_begin = "<div class=\"prereq-drawing\">\n";
constexpr std::string_view inline_end = "</div>\n";
constexpr std::string_view svg_end = "</svg>";

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

// The value of an attribute of the root, whose name is given with a space before it.
std::string_view root_attribute(std::string_view svg, std::string_view name) {
  const std::string_view tag = svg.substr(0, svg.find('>'));
  if (!tag.starts_with("<svg")) return {};
  const std::string start = std::string(name) + "=\"";
  const std::size_t at = tag.find(start);
  if (at == std::string_view::npos) return {};
  const std::string_view value = tag.substr(at + start.size());
  return value.substr(0, value.find('"'));
}

// The white space between the beginning of the line and the place in it; empty if there is more.
std::string_view indent_at(std::string_view text, std::size_t place) {
  const std::string_view before = text.substr(0, place);
  const std::string_view indent = before.substr(before.find_last_of("\r\n") + 1);
  return trimmed(indent).empty() ? indent : std::string_view();
}

// The text with the indent taken from each line but the first, as far as it is there.
std::string without_indent(std::string_view text, std::string_view indent) {
  if (indent.empty()) return std::string(text);
  std::string result;
  while (!text.empty()) {
    const std::size_t line_break = text.find('\n');
    const std::size_t size = line_break == std::string_view::npos ? text.size() : line_break + 1;
    result.append(text.substr(0, size));
    text.remove_prefix(size);
    if (text.starts_with(indent)) text.remove_prefix(indent.size());
  }
  return result;
}

// What version control leaves of two drawings by prereq, whose first lines always differ.
bool begins_with_a_merge(std::string_view picture) {
  if (!picture.starts_with("<<<<<<< ")) return false;
  const std::size_t drawing = picture.find("\n<svg ");
  return drawing != std::string_view::npos && !carried_digest(picture.substr(drawing + 1)).empty();
}

}  // namespace

std::string url_of_path(std::string_view name) {
  std::string url;
  for (const char c : name) {
    if (is_unreserved(c)) {
      url += c;
    } else {
      fmt::format_to(std::back_inserter(url), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return url;
}

std::string image_line(std::string_view name, std::string_view alt, PageFormat format) {
  const std::string url = url_of_path(name);
  const std::string words = escape_for_page(alt, format);
  if (format == PageFormat::markdown) return fmt::format("[![{}]({})]({})\n", words, url, url);
  return fmt::format(
      "<a href=\"{}\"><img src=\"{}\" alt=\"{}\" style=\"max-width: 100%; height: auto\"></a>\n",
      url, url, words);
}

std::string inline_svg(std::string_view svg) {
  std::string lines;
  for (const char c : svg) {
    const bool blank = c == '\n' && lines.ends_with('\n');
    if (blank) {
      lines += "&#10;";
    } else {
      lines += c;
    }
  }
  if (!lines.ends_with('\n')) lines += '\n';
  return std::string(inline_begin) + sealed(std::move(lines)) + std::string(inline_end);
}

std::string svg_inside(std::string_view lines) {
  const std::string_view begin = trimmed(inline_begin);
  const std::string_view end = trimmed(inline_end);
  std::string_view text = trimmed(lines);
  if (!text.starts_with(begin) || !text.ends_with(end)) return {};
  const std::string_view indent = indent_at(lines, static_cast<std::size_t>(text.data() - lines.data()));
  text.remove_prefix(begin.size());
  text = trimmed(text.substr(0, text.size() - std::min(text.size(), end.size())));
  const bool is_one =
      text.starts_with("<svg ") && text.find(svg_end) == text.size() - svg_end.size();
  return is_one ? without_indent(text, indent) : std::string();
}

std::string with_short_drawings(std::string_view page) {
  const std::string_view begin = trimmed(inline_begin);
  std::string shown;
  for (;;) {
    const std::size_t at = page.find(begin);
    const std::size_t end = at == std::string_view::npos ? at : page.find(svg_end, at);
    if (end == std::string_view::npos) return shown.append(page);
    const std::size_t inside = at + begin.size();
    const std::string drawing =
        without_indent(trimmed(page.substr(inside, end + svg_end.size() - inside)),
                       indent_at(page, at));
    const std::string_view digest = carried_digest(drawing);
    shown.append(page.substr(0, inside));
    if (digest.empty()) {
      shown.append(page.substr(inside, end + svg_end.size() - inside));
    } else {
      const bool is_whole = picture_state(drawing) == PictureState::whole;
      fmt::format_to(std::back_inserter(shown), "\n<svg> drawing {}, {} lines{} </svg>", digest,
                     std::ranges::count(drawing, '\n') + 1,
                     is_whole ? "" : ", not as prereq wrote them");
    }
    page.remove_prefix(end + svg_end.size());
  }
}

std::string_view root_id_of(std::string_view svg) { return root_attribute(svg, " id"); }

std::string why_stale(std::string_view there, std::string_view now) {
  if (there == now) return {};
  if (there.empty()) return "is empty";
  const std::string_view digest = carried_digest(now);
  if (digest.empty()) return "is not what would be written now";
  const PictureState state = picture_state(there);
  if (state == PictureState::changed || begins_with_a_merge(there)) {
    return "was changed after prereq wrote it";
  }
  if (carried_digest(there) != digest) return "shows something else";
  if (state == PictureState::whole) return {};
  return "was written by an older prereq, so that nobody can tell whether it is whole";
}

bool may_be_replaced(std::string_view picture) {
  const bool is_cut = (is_png(picture) && !is_whole_png(picture)) ||
                      (is_pdf(picture) && !is_whole_pdf(picture)) ||
                      (picture.starts_with("<svg") && picture.find('>') == std::string_view::npos);
  return is_cut || picture.empty() || !carried_digest(picture).empty() ||
         begins_with_a_merge(picture);
}

}  // namespace prereq
