#include "embed/plan.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>

#include "base/ascii_words.hpp"
#include "embed/image.hpp"
#include "embed/images_folder.hpp"
#include "prereq/digest.hpp"
#include "write/page_markup.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;

std::string extension_of(const fs::path& file) { return in_lower_case(file.extension().string()); }

bool is_shown_by_browsers(const fs::path& file) {
  return extension_of(file) == ".svg" || extension_of(file) == ".png";
}

std::optional<std::string> read_whole(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

// Whether a picture that prereq could know again as its own would replace one that it did not draw.
bool is_by_another_hand(const std::string& there, const std::string& now) {
  return !carried_digest(now).empty() && !may_be_replaced(there);
}

// Whether these markers would be found in the page.
bool has_markers(const std::string& page, PageFormat format, const std::vector<Marker>& markers) {
  Sources sources;
  Diagnostics problems;
  const std::vector<Marker> found = find_markers(sources, sources.add("", page), format, problems);
  return problems.empty() && std::equal(found.begin(), found.end(), markers.begin(), markers.end(),
                                        [](const Marker& one, const Marker& other) {
                                          return one.words == other.words;
                                        });
}

// Also by another name, such as a hard link.
bool same_file(const fs::path& one, const fs::path& other) {
  std::error_code error;
  return one == other || fs::equivalent(one, other, error);
}

class Planner {
 public:
  Planner(const Sources& sources, const std::vector<EmbedPage>& pages, const RunMarker& run,
          Diagnostics& diagnostics)
      : sources_(sources), pages_(pages), run_(run), diagnostics_(diagnostics) {}

  EmbedPlan plan() {
    for (const EmbedPage& page : pages_) plan_page(page);
    for (const Written& each : written_) check_output(each);
    return std::move(plan_);
  }

 private:
  struct Written {
    Span marker;
    std::string name;
    fs::path file;
  };

  void complain(const Span& span, std::string message) {
    diagnostics_.add(Code::bad_marker, span, std::move(message));
  }

  void plan_page(const EmbedPage& page) {
    const std::size_t problems_before = diagnostics_.items().size();
    const std::vector<Marker> markers =
        find_markers(sources_, page.source, page.format, diagnostics_);
    const bool is_well_marked = diagnostics_.items().size() == problems_before;
    plan_.markers.push_back(markers.size());
    const std::size_t place = plan_.stale.size();
    root_ids_.clear();
    std::vector<std::optional<std::string>> contents;
    contents.reserve(markers.size());
    for (const Marker& marker : markers) contents.push_back(plan_marker(page, marker));
    const std::string_view before = sources_.text(page.source);
    std::string after = replace_contents(before, markers, contents);
    if (after == before) return;
    if (is_well_marked && !has_markers(after, page.format, markers)) {
      complain(markers.front().span,
               "what is written for the markers would change how other parts of the page are read; "
               "close the tags before them, and leave blank lines around them");
      return;
    }
    plan_.stale.insert(plan_.stale.begin() + static_cast<std::ptrdiff_t>(place),
                       {page.file, std::string(before), std::move(after), true, true, {}});
  }

  // The content for the page; nothing if the one that is there stays.
  std::optional<std::string> plan_marker(const EmbedPage& page, const Marker& marker) {
    MarkerResult result = run_(page, marker);
    for (const fs::path& input : result.inputs) inputs_.push_back(input);
    if (!result.problems.empty()) {
      for (Diagnostic& problem : result.problems) {
        problem.span = marker.span;
        diagnostics_.items().push_back(std::move(problem));
      }
      return std::nullopt;
    }
    if (!result.files.empty()) return picture(page, marker, result);
    if (result.text.starts_with("<svg ")) return drawing(page, marker, result.text);
    return apart(markup_of(page.format).blocks_stand_apart(), result.text);
  }

  // In Markdown, say, lists, tables and HTML go on to the next blank line.
  static std::string apart(bool needs_blank_lines, const std::string& text) {
    return needs_blank_lines ? "\n" + text + "\n" : text;
  }

  std::optional<std::string> picture(const EmbedPage& page, const Marker& marker,
                                     MarkerResult& result) {
    const auto shown = std::ranges::find_if(
        result.files, [](const MarkerFile& each) { return is_shown_by_browsers(each.file); });
    if (shown == result.files.end()) {
      complain(marker.span, "a picture in a page has to be an .svg or a .png");
      return std::nullopt;
    }
    const std::string name =
        name_for_image(shown->name, sources_.text(page.source), marker.content_begin, page.format);
    const std::string link = shown->link.value_or(url_of_path(shown->name));
    const std::string lines = image_line(name, shown->alt, link, page.format);
    for (MarkerFile& each : result.files) plan_output(marker, each);
    return apart(markup_of(page.format).pictures_stand_apart(), lines);
  }

  void plan_output(const Marker& marker, MarkerFile& output) {
    if (!is_name_of_picture(output.file)) {
      complain(marker.span, "a marker cannot write '" + output.name +
                                "', whose name is not that of an .svg, .png or .pdf");
      return;
    }
    written_.push_back({marker.span, output.name, output.file});
    const auto [other, is_new] = texts_.emplace(output.file, output.text);
    if (!is_new) {
      if (other->second != output.text) {
        complain(marker.span, "'" + output.name + "' is written differently by another marker");
      }
      return;
    }
    std::error_code error;
    const bool exists = fs::exists(output.file, error);
    const std::optional<std::string> there = read_whole(output.file);
    if (exists && !there) {
      complain(marker.span, "'" + output.name + "' is there and cannot be read as a file");
      return;
    }
    if (there && is_by_another_hand(*there, output.text)) {
      complain(marker.span, "'" + output.name +
                                "' is there, and is no picture that prereq drew: remove it first, "
                                "or write to another file");
      return;
    }
    std::string why = there ? why_stale(*there, output.text) : "missing";
    if (why.empty()) return;
    plan_.stale.push_back({output.file, there.value_or(""), std::move(output.text),
                           there.has_value(), false, std::move(why)});
  }

  std::optional<std::string> drawing(const EmbedPage& page, const Marker& marker,
                                     const std::string& svg) {
    const std::string id(root_id_of(svg));
    const auto [other, is_new] = root_ids_.emplace(id, marker.span);
    if (!is_new) {
      complain(marker.span, "two drawings in this page have ids that begin with '" + id +
                                "': give one another --id-prefix");
      diagnostics_.items().back().notes.push_back({other->second, "the other one"});
      return std::nullopt;
    }
    const std::string_view there =
        sources_.text(page.source)
            .substr(marker.content_begin, marker.content_end - marker.content_begin);
    const std::string now = svg_inside(inline_svg(svg, page.format), page.format);
    if (why_stale(svg_inside(there, page.format), now).empty()) return std::nullopt;
    return apart(markup_of(page.format).blocks_stand_apart(), inline_svg(svg, page.format));
  }

  void check_output(const Written& output) {
    const auto is_it = [&output](const fs::path& file) { return same_file(file, output.file); };
    if (std::ranges::any_of(pages_, is_it, &EmbedPage::file)) {
      complain(output.marker, "'" + output.name + "' is a page, and is not overwritten");
    } else if (std::ranges::any_of(inputs_, is_it)) {
      complain(output.marker, "'" + output.name + "' was read, and is not overwritten");
    }
  }

  const Sources& sources_;
  const std::vector<EmbedPage>& pages_;
  const RunMarker& run_;
  Diagnostics& diagnostics_;
  EmbedPlan plan_;
  std::vector<fs::path> inputs_;
  std::vector<Written> written_;
  std::map<fs::path, std::string> texts_;  // of what markers write
  std::map<std::string, Span> root_ids_;   // of the drawings inside this page
};

}  // namespace

bool is_name_of_picture(const fs::path& file) {
  constexpr std::array<std::string_view, 3> extensions = {".svg", ".png", ".pdf"};
  return std::ranges::find(extensions, extension_of(file)) != extensions.end();
}

EmbedPlan plan_embedding(const Sources& sources, const std::vector<EmbedPage>& pages,
                         const RunMarker& run, Diagnostics& diagnostics) {
  return Planner(sources, pages, run, diagnostics).plan();
}

}  // namespace prereq
