#include "base/text_metrics.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>

#include "base/utf8.hpp"
#include "base/width_table.hpp"

namespace prereq {
namespace {

// All sums are of whole units, so that they are exact and the same in any order.
using Units = std::int64_t;
constexpr Units em = width_units_per_em;
constexpr Units emoji = em * 13 / 10;
// A letter with a mark may be taken from another, wider font.
constexpr Units marked_letter = em * 6 / 100;
constexpr char32_t ellipsis = U'…';
constexpr char32_t emoji_presentation = 0xFE0F;

// Estimates where the fonts of a script are wider or clearly narrower than a square.
struct Estimate {
  char32_t first;
  char32_t last;
  Units percent_of_em;
};
constexpr Estimate estimates[] = {
    {0x0180, 0x02FF, 85},     // Latin Extended-B, phonetic letters
    {0x0500, 0x058F, 85},     // Cyrillic supplement, Armenian
    {0x0590, 0x06FF, 70},     // Hebrew, Arabic
    {0x0900, 0x0AFF, 72},     // Devanagari, Bengali, Gurmukhi, Gujarati
    {0x0B00, 0x0DFF, 110},    // Oriya, Tamil, Telugu, Kannada, Malayalam, Sinhala
    {0x0E00, 0x0EFF, 72},     // Thai, Lao
    {0x1000, 0x109F, 120},    // Myanmar
    {0x1780, 0x17FF, 90},     // Khmer
    {0x1E00, 0x1EFF, 85},     // Latin Extended Additional
    {0x1F00, 0x1FFF, 105},    // Greek Extended
    {0x2E3A, 0x2E3B, 290},    // two-em and three-em dash
    {0xFB50, 0xFDFC, 210},    // Arabic ligatures
    {0xFDFD, 0xFDFD, 900},    // bismillah
    {0x11000, 0x11FFF, 160},  // historic Brahmic scripts
    {0x12000, 0x1254F, 280},  // cuneiform
    {0x13000, 0x1467F, 150},  // hieroglyphs
    {0x1F000, 0x1FAFF, 130},  // emoji, tiles, regional indicators
};

Units table_width(char32_t c, bool bold) {
  for (const WidthRange& range : width_table()) {
    if (c < range.first) break;
    const std::size_t index = c - range.first;
    if (index < range.regular.size()) return bold ? range.bold[index] : range.regular[index];
  }
  return 0;
}

bool is_conjoining_jamo(char32_t c) {  // a vowel or final consonant of a Hangul syllable
  return (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF);
}

bool is_mark(char32_t c) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

Units estimated_width(char32_t c, bool bold) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  if (is_mark(c) || category == UTF8PROC_CATEGORY_CF || is_conjoining_jamo(c)) return 0;
  const auto* row = std::find_if(std::begin(estimates), std::end(estimates),
                                 [&](const Estimate& e) { return c >= e.first && c <= e.last; });
  Units percent = row == std::end(estimates) ? 100 : row->percent_of_em;
  const auto bound = utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->boundclass;
  if (bound == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC) percent = std::max<Units>(percent, 130);
  if (bold && percent != 100) percent += 8;
  return em * percent / 100;
}

// Adds the width of one code point after another.
class Ruler {
 public:
  explicit Ruler(bool bold) : bold_(bold) {}

  // How much wider the text gets by `c`.
  Units add(char32_t c) {
    Units width = 0;
    if (c == emoji_presentation) {
      width = std::max<Units>(0, emoji - previous_);
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
      width = table_width(U' ', bold_);
    } else {
      width = table_width(c, bold_);
      if (width == 0) width = estimated_width(c, bold_);
      // A mark without a letter is set on a dotted circle.
      if (width == 0 && at_start_) width = em * 7 / 10;
      if (width == 0 && !marked_ && is_mark(c)) width = marked_letter;
      marked_ = is_mark(c);
    }
    if (width > 0) previous_ = width;
    at_start_ = false;
    return width;
  }

 private:
  bool bold_;
  bool at_start_ = true;
  bool marked_ = false;  // the letter has a mark already
  Units previous_ = 0;
};

bool is_space(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
  if (c == 0xA0 || c == 0x2007 || c == 0x202F) return false;  // not to be broken at
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

bool is_ideographic(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF00 && c <= 0xFF65) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_letter_or_digit(char32_t c) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         category == UTF8PROC_CATEGORY_ND;
}

bool is_closing(char32_t c) {  // not to begin a line with
  static constexpr std::u32string_view extra =
      U"、。，．・：；？！ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々゛゜…";
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_PE || category == UTF8PROC_CATEGORY_PF ||
         extra.find(c) != extra.npos;
}

bool is_opening(char32_t c) {  // not to end a line with
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_PS || category == UTF8PROC_CATEGORY_PI;
}

// In code points. No script needs that many (Unicode's stream-safe format allows 31): longer ones
// are torn, or a single one could be as wide as it likes.
constexpr std::size_t longest_cluster = 32;

// What is never torn apart.
struct Cluster {
  std::size_t begin;  // into Clusters::text
  std::size_t end;
  Units width;
  bool space;
  bool may_break_before;  // white space apart
};

struct Clusters {
  std::string text;
  std::vector<Cluster> items;
};

// Whether a line may end between two code points of one word.
bool breaks_between(char32_t before_last, char32_t last, char32_t next) {
  if (is_closing(next) || is_opening(last)) return false;
  if (is_ideographic(last) || is_ideographic(next)) return true;
  const bool joint = last == U'-' || last == U'/' || last == U'‐' || last == U'–' || last == U'—';
  return joint && is_letter_or_digit(before_last) && is_letter_or_digit(next);
}

Clusters split_clusters(std::string_view utf8, bool bold) {
  Clusters result;
  Ruler ruler(bold);
  utf8proc_int32_t state = 0;
  char32_t before_last = 0;
  char32_t last = 0;
  std::size_t length = 0;  // of the last cluster
  while (!utf8.empty()) {
    char32_t c = take_code_point(utf8);
    if (is_space(c)) c = U' ';
    if (c == U' ' && (result.items.empty() || result.items.back().space)) continue;
    const bool boundary =
        result.items.empty() || c == U' ' || last == U' ' || length >= longest_cluster ||
        utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(last),
                                         static_cast<utf8proc_int32_t>(c), &state);
    const std::size_t begin = result.text.size();
    append_utf8(result.text, c);
    const Units width = ruler.add(c);
    if (boundary) {
      const bool breakable = last != 0 && breaks_between(before_last, last, c);
      result.items.push_back({begin, result.text.size(), width, c == U' ', breakable});
    } else {
      result.items.back().end = result.text.size();
      result.items.back().width += width;
    }
    length = boundary ? 1 : length + 1;
    before_last = last;
    last = c;
  }
  if (!result.items.empty() && result.items.back().space) result.items.pop_back();
  return result;
}

// A half-open range of clusters.
struct Line {
  std::size_t begin;
  std::size_t end;
};

// The line that starts at `begin` (not a space): as many words as fit, or else as many clusters.
// Sets `torn` if a word had to be torn.
Line fill_line(const std::vector<Cluster>& items, std::size_t begin, Units limit, bool& torn) {
  Units width = 0;
  std::size_t last_break = begin;
  for (std::size_t i = begin; i < items.size(); ++i) {
    if (items[i].space || (i > begin && items[i].may_break_before)) last_break = i;
    width += items[i].width;
    if (width <= limit || items[i].space || i == begin) continue;
    if (last_break > begin) return {begin, last_break};
    torn = true;
    return {begin, i};
  }
  return {begin, items.size()};
}

std::vector<Line> fill_lines(const std::vector<Cluster>& items, Units limit, std::size_t max_lines,
                             bool& torn) {
  std::vector<Line> lines;
  std::size_t next = 0;
  while (next < items.size() && lines.size() < max_lines) {
    lines.push_back(fill_line(items, next, limit, torn));
    next = lines.back().end;
    if (next < items.size() && items[next].space) ++next;
  }
  return lines;
}

bool covers(const std::vector<Line>& lines, const std::vector<Cluster>& items) {
  return lines.empty() || lines.back().end == items.size();
}

// The same number of lines, as narrow as they can be. Requires: `lines` tears no word.
std::vector<Line> even_out(const std::vector<Cluster>& items, std::vector<Line> lines,
                           Units limit) {
  Units too_narrow = 0;
  while (limit - too_narrow > 1) {
    const Units middle = std::midpoint(too_narrow, limit);
    bool torn = false;
    std::vector<Line> narrower = fill_lines(items, middle, lines.size(), torn);
    if (torn || !covers(narrower, items)) {
      too_narrow = middle;
    } else {
      limit = middle;
      lines = std::move(narrower);
    }
  }
  return lines;
}

// The text of a line that goes on where there is no more room.
std::string cut_line(const Clusters& clusters, Line line, Units limit, bool bold) {
  const Units room = limit - table_width(ellipsis, bold);
  Units width = 0;
  std::size_t end = line.begin;
  while (end < line.end && width + clusters.items[end].width <= room) {
    width += clusters.items[end++].width;
  }
  while (end > line.begin && clusters.items[end - 1].space) --end;
  const std::size_t begin = clusters.items[line.begin].begin;
  std::string text;
  if (end > line.begin) text = clusters.text.substr(begin, clusters.items[end - 1].end - begin);
  append_utf8(text, ellipsis);
  return text;
}

Units limit_units(double max_width_px, TextStyle style) {
  const double units = max_width_px / style.size_px * static_cast<double>(em);
  return static_cast<Units>(std::clamp(units, 0.0, 1e12));
}

}  // namespace

double text_width_px(std::string_view utf8, TextStyle style) {
  Ruler ruler(style.bold);
  Units width = 0;
  while (!utf8.empty()) width += ruler.add(take_code_point(utf8));
  return static_cast<double>(width) * style.size_px / static_cast<double>(em);
}

std::vector<std::string> wrap_text(std::string_view utf8, double max_width_px, TextStyle style,
                                   std::size_t max_lines) {
  const Clusters clusters = split_clusters(utf8, style.bold);
  const Units limit = limit_units(max_width_px, style);
  bool torn = false;
  std::vector<Line> lines =
      fill_lines(clusters.items, limit, std::max<std::size_t>(max_lines, 1), torn);
  if (lines.empty()) return {std::string()};
  const bool cut = !covers(lines, clusters.items);
  if (!cut && !torn && lines.size() > 1) lines = even_out(clusters.items, std::move(lines), limit);

  std::vector<std::string> texts;
  texts.reserve(lines.size());
  for (const Line& line : lines) {
    const std::size_t begin = clusters.items[line.begin].begin;
    texts.push_back(clusters.text.substr(begin, clusters.items[line.end - 1].end - begin));
  }
  if (cut) texts.back() = cut_line(clusters, lines.back(), limit, style.bold);
  return texts;
}

bool fits_whole(std::string_view utf8, double max_width_px, TextStyle style,
                std::size_t max_lines) {
  const Clusters clusters = split_clusters(utf8, style.bold);
  bool torn = false;
  const std::vector<Line> lines = fill_lines(clusters.items, limit_units(max_width_px, style),
                                             std::max<std::size_t>(max_lines, 1), torn);
  return !torn && (lines.empty() || covers(lines, clusters.items));
}

}  // namespace prereq
