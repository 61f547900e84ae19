#include "write/seal.hpp"

#include <optional>

#include "base/fingerprint.hpp"
#include "prereq/digest.hpp"
#include "write/carried_text.hpp"

namespace prereq {
namespace {

// Adds the text with every line break as a single line feed.
void add_lines(Fingerprint& print, std::string_view text) {
  for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r')) {
    print.add_bytes(text.substr(0, at));
    print.add_bytes("\n");
    text.remove_prefix(at + (text.substr(at).starts_with("\r\n") ? 2 : 1));
  }
  print.add_bytes(text);
}

// The seal in the root of a text that begins with an SVG.
std::optional<TextPlace> seal_in_svg(std::string_view svg) {
  constexpr std::string_view name = " data-written=\"";
  const std::string_view root = svg.substr(0, svg.find('>'));
  const std::size_t at = root.find(name);
  if (!root.starts_with("<svg ") || at == std::string_view::npos) return std::nullopt;
  const std::size_t begin = at + name.size();
  const std::size_t end = root.find('"', begin);
  if (end == std::string_view::npos) return std::nullopt;
  return TextPlace{svg.substr(0, begin), svg.substr(begin, end - begin), svg.substr(end)};
}

std::string digest_of_svg(const TextPlace& place) {
  std::string_view after = place.after;
  after = after.substr(0, after.find_last_not_of(" \t\r\n") + 1);
  Fingerprint print;
  add_lines(print, place.before);
  add_lines(print, after);
  return print.hex();
}

std::string digest_of_bytes(const TextPlace& place) {
  Fingerprint print;
  print.add_bytes(place.before);
  print.add_bytes(place.after);
  return print.hex();
}

PictureState state_by(const std::optional<TextPlace>& seal, bool is_whole) {
  if (!is_whole) return PictureState::changed;
  if (!seal) return PictureState::unsealed;
  return digest_of_bytes(*seal) == seal->text ? PictureState::whole : PictureState::changed;
}

}  // namespace

std::string sealed(std::string picture) {
  if (is_png(picture)) {
    return png_with_text(picture, seal_text, digest_of_bytes({picture, {}, {}}));
  }
  if (is_pdf(picture)) {
    if (!picture.ends_with('\n')) picture += '\n';
    return pdf_with_text(picture, seal_text, digest_of_bytes({picture, {}, {}}));
  }
  if (const auto place = seal_in_svg(picture)) {
    picture.replace(place->before.size(), place->text.size(), digest_of_svg(*place));
  }
  return picture;
}

PictureState picture_state(std::string_view picture) {
  if (is_png(picture)) {
    return state_by(text_in_whole_png(picture, seal_text), is_whole_png(picture));
  }
  if (is_pdf(picture)) {
    return state_by(text_in_whole_pdf(picture, seal_text), is_whole_pdf(picture));
  }
  const auto seal = seal_in_svg(picture);
  if (!seal) return PictureState::unsealed;
  return digest_of_svg(*seal) == seal->text ? PictureState::whole : PictureState::changed;
}

}  // namespace prereq
