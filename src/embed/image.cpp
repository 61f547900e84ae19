#include "embed/image.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "base/ascii_words.hpp"
#include "prereq/digest.hpp"
#include "write/carried_text.hpp"
#include "write/page_markup.hpp"
#include "write/report_text.hpp"
#include "write/seal.hpp"

namespace prereq {
namespace {

constexpr std::string_view svg_end = "</svg>";

bool is_unreserved(char c) {
  return is_letter_or_digit(c) || std::string_view("-._~/").find(c) != std::string_view::npos;
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

// A blank line ends HTML in Markdown.
std::string without_blank_lines(std::string_view svg) {
  std::string lines;
  for (const char c : svg) {
    const bool is_blank_line = c == '\n' && (lines.empty() || lines.back() == '\n');
    lines += is_blank_line ? "&#10;" : std::string(1, c);
  }
  return lines;
}

// Braces by which site generators know what they are to work out, even inside of HTML.
std::string without_templates(std::string_view svg) {
  std::string text;
  for (std::size_t i = 0; i < svg.size(); ++i) {
    const char next = i + 1 < svg.size() ? svg[i + 1] : ' ';
    const bool begins_template = svg[i] == '{' && (next == '{' || next == '%');
    text += begins_template ? "&#123;" : std::string(1, svg[i]);
  }
  return text;
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

std::vector<std::string_view> words_of(std::string_view text) { return split_at_any(text, " \n"); }

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

std::string image_line(std::string_view name, std::string_view alt,
                       const std::optional<std::string>& link, PageFormat format) {
  const std::string url = url_of_path(name);
  const std::string words = visible(alt);
  return markup_of(format).picture(
      {.name = name, .url = url, .alt = words, .link = link ? *link : url});
}

std::string inline_svg(std::string_view svg, PageFormat format) {
  const PageMarkup& markup = markup_of(format);
  const DrawingFrame frame = markup.drawing_frame();
  const std::string text = sealed(markup.framed(without_templates(without_blank_lines(svg))));
  std::string lines(frame.begin);
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    lines.append(frame.indent).append(line).append("\n");
  }
  return lines.append(frame.end);
}

std::string svg_inside(std::string_view lines, PageFormat format) {
  const DrawingFrame frame = markup_of(format).drawing_frame();
  const std::vector<std::string_view> begin = words_of(frame.begin);
  const std::vector<std::string_view> end = words_of(frame.end);
  std::string_view text = trimmed(lines);
  for (const std::string_view word : begin) {
    if (!text.starts_with(word)) return {};
    text = trimmed(text.substr(word.size()));
  }
  for (auto word = end.rbegin(); word != end.rend(); ++word) {
    if (!text.ends_with(*word)) return {};
    text = trimmed(text.substr(0, text.size() - word->size()));
  }
  const bool is_one =
      text.starts_with("<svg ") && text.find(svg_end) == text.size() - svg_end.size();
  if (!is_one) return {};
  return without_indent(text,
                        indent_at(lines, static_cast<std::size_t>(text.data() - lines.data())));
}

std::string with_short_drawings(std::string_view page) {
  constexpr std::string_view open = "<svg ";
  std::string shown;
  for (;;) {
    const std::size_t mark = page.find("\"prereq-drawing\"");
    const std::size_t at = mark == std::string_view::npos ? mark : page.find(open, mark);
    const std::size_t end = at == std::string_view::npos ? at : page.find(svg_end, at);
    if (end == std::string_view::npos) return shown.append(page);
    const std::string drawing =
        without_indent(page.substr(at, end + svg_end.size() - at), indent_at(page, at));
    const std::string_view digest = carried_digest(drawing);
    shown.append(page.substr(0, at));
    if (digest.empty()) {
      shown.append(page.substr(at, end + svg_end.size() - at));
    } else {
      const bool is_whole = picture_state(drawing) == PictureState::whole;
      fmt::format_to(std::back_inserter(shown), "<svg> drawing {}, {} lines{} </svg>", digest,
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
