#include "prereq/png_pdf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <iterator>

#include "prereq/digest.hpp"
#include "write/carried_text.hpp"
#include "write/rsvg.hpp"
#include "write/seal.hpp"

namespace prereq {
namespace {

// cairo puts addresses into a PDF as they are, where brackets and backslashes are syntax: as
// percent codes they mean the same.
std::string with_plain_addresses(std::string_view svg) {
  constexpr std::string_view attribute = "href=\"";
  std::string out;
  for (;;) {
    const std::size_t begin = svg.find(attribute);
    if (begin == std::string_view::npos) return out.append(svg);
    const std::size_t end = std::min(svg.find('"', begin + attribute.size()), svg.size());
    out += svg.substr(0, begin);
    for (const char c : svg.substr(begin, end - begin)) {
      if (c == '(' || c == ')' || c == '\\') {
        fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned>(c));
      } else {
        out += c;
      }
    }
    svg.remove_prefix(end);
  }
}

}  // namespace

std::string png_pdf_complaint() {
  const std::string complaint = rsvg_complaint();
  return complaint.empty() ? "" : "PNG and PDF need librsvg: " + complaint;
}

std::optional<std::string> svg_to_png(std::string_view svg, double scale, std::string& wrong,
                                      Paper paper) {
  assert(scale >= least_png_scale && scale <= most_png_scale);
  auto png = rsvg_png(svg, scale, paper, wrong);
  const std::string_view digest = carried_digest(svg);
  if (!png || digest.empty()) return png;
  return sealed(png_with_text(*png, source_text, fmt::format("{} at {}", digest, scale)));
}

std::optional<std::string> svg_to_pdf(std::string_view svg, const std::string& title,
                                      std::string& wrong, Paper paper) {
  auto pdf = rsvg_pdf(with_plain_addresses(svg), title, paper, wrong);
  const std::string_view digest = carried_digest(svg);
  if (!pdf || digest.empty()) return pdf;
  return sealed(pdf_with_text(*pdf, source_text, digest));
}

}  // namespace prereq
