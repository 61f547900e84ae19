#include "embed/image.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/ascii_words.hpp"
#include "prereq/digest.hpp"
#include "write/page_text.hpp"

namespace prereq {
namespace {

// Not only the SVG: not every Markdown takes that for HTML.
constexpr std::string_view inline_begin = "<div class=\"prereq-drawing\">\n";
constexpr std::string_view inline_end = "</div>\n";

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
  std::string lines(inline_begin);
  for (const char c : svg) {
    const bool blank = c == '\n' && lines.back() == '\n';
    if (blank) {
      lines += "&#10;";
    } else {
      lines += c;
    }
  }
  if (!lines.ends_with('\n')) lines += '\n';
  lines += inline_end;
  return lines;
}

std::string_view svg_inside(std::string_view lines) {
  std::string_view text = trimmed(lines);
  const std::string_view begin = trimmed(inline_begin);
  const std::string_view end = trimmed(inline_end);
  if (!text.starts_with(begin) || !text.ends_with(end)) return {};
  text.remove_prefix(begin.size());
  text = trimmed(text.substr(0, text.size() - std::min(text.size(), end.size())));
  constexpr std::string_view close = "</svg>";
  const bool is_one = text.starts_with("<svg ") && text.find(close) == text.size() - close.size();
  return is_one ? text : std::string_view();
}

std::string with_short_drawings(std::string_view page) {
  constexpr std::string_view close = "</svg>";
  const std::string_view begin = trimmed(inline_begin);
  std::string shown;
  for (;;) {
    const std::size_t at = page.find(begin);
    const std::size_t end = at == std::string_view::npos ? at : page.find(close, at);
    if (end == std::string_view::npos) return shown.append(page);
    const std::size_t inside = at + begin.size();
    const std::string_view drawing = trimmed(page.substr(inside, end + close.size() - inside));
    const std::string_view digest = carried_digest(drawing);
    shown.append(page.substr(0, inside));
    if (digest.empty()) {
      shown.append(page.substr(inside, end + close.size() - inside));
    } else {
      fmt::format_to(std::back_inserter(shown), "\n<svg> drawing {}, {} lines </svg>", digest,
                     std::ranges::count(drawing, '\n') + 1);
    }
    page.remove_prefix(end + close.size());
  }
}

std::string_view root_id_of(std::string_view svg) { return root_attribute(svg, " id"); }

bool shows_the_same(std::string_view there, std::string_view now) {
  const std::string_view digest = carried_digest(there);
  return there == now || (!digest.empty() && digest == carried_digest(now));
}

}  // namespace prereq
