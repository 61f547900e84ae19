#include "write/carried_text.hpp"

#include <cstddef>
#include <cstdint>

namespace prereq {
namespace {

constexpr std::string_view png_signature = "\x89PNG\r\n\x1A\n";
constexpr std::string_view pdf_signature = "%PDF-";
constexpr std::string_view pdf_end = "%%EOF";

// Of a chunk, apart from its data: the length, the type, and the checksum.
constexpr std::size_t chunk_frame = 12;

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = UINT32_MAX;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

std::string big_endian(std::uint32_t value) {
  std::string bytes;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) {
    bytes += static_cast<char>(static_cast<unsigned char>(value >> shift));
  }
  return bytes;
}

// Requires: four bytes.
std::uint32_t from_big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes) value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

// The chunks of a PNG one after the other, up to the first that is not all there.
class Chunks {
 public:
  // Requires: a PNG's signature.
  explicit Chunks(std::string_view png) : rest_(png.substr(png_signature.size())) {}

  bool next() {
    if (rest_.size() < chunk_frame) return false;
    const std::uint32_t length = from_big_endian(rest_.substr(0, 4));
    if (length > rest_.size() - chunk_frame) return false;
    chunk_ = rest_.substr(0, length + chunk_frame);
    rest_.remove_prefix(chunk_.size());
    return true;
  }

  std::string_view whole() const { return chunk_; }
  std::string_view type() const { return chunk_.substr(4, 4); }
  std::string_view data() const { return chunk_.substr(8, chunk_.size() - chunk_frame); }
  bool is_right() const {
    return crc32(chunk_.substr(4, chunk_.size() - 8)) ==
           from_big_endian(chunk_.substr(chunk_.size() - 4));
  }
  // What follows.
  std::string_view rest() const { return rest_; }

  // The text under the name; empty if the chunk has none.
  std::string_view text(std::string_view name) const {
    const bool is_it = type() == "tEXt" && data().starts_with(name) &&
                       data().size() > name.size() && data()[name.size()] == '\0';
    return is_it ? data().substr(name.size() + 1) : std::string_view();
  }

 private:
  std::string_view chunk_;
  std::string_view rest_;
};

// The last line, and what is before it. Both empty if there is no whole line.
struct LastLine {
  std::string_view before;
  std::string_view line;
};
LastLine last_line(std::string_view text) {
  if (!text.ends_with('\n')) return {};
  const std::size_t end = text.size() - 1;
  const std::size_t break_before = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
  const std::size_t begin = break_before == std::string_view::npos ? 0 : break_before + 1;
  return {text.substr(0, begin), text.substr(begin, end - begin)};
}

// The text of a comment under the name; empty if the line is none.
std::string_view comment_text(std::string_view line, std::string_view name) {
  const bool is_it = line.starts_with('%') && line.substr(1).starts_with(name) &&
                     line.substr(1 + name.size()).starts_with(' ');
  return is_it ? line.substr(name.size() + 2) : std::string_view();
}

}  // namespace

bool is_png(std::string_view picture) { return picture.starts_with(png_signature); }
bool is_pdf(std::string_view picture) { return picture.starts_with(pdf_signature); }

std::string png_with_text(std::string_view png, std::string_view name, std::string_view text) {
  std::string typed("tEXt");
  typed.append(name).append(1, '\0').append(text);
  // Behind the first chunk, which has to be the header.
  const std::size_t header = png_signature.size();
  const std::size_t place = header + chunk_frame + from_big_endian(png.substr(header, 4));
  std::string with_text(png.substr(0, place));
  with_text += big_endian(static_cast<std::uint32_t>(typed.size() - 4));
  with_text.append(typed).append(big_endian(crc32(typed))).append(png.substr(place));
  return with_text;
}

std::string pdf_with_text(std::string_view pdf, std::string_view name, std::string_view text) {
  std::string with_text(pdf);
  if (!with_text.ends_with('\n')) with_text += '\n';
  return with_text.append("%").append(name).append(" ").append(text).append("\n");
}

std::string_view carried_text(std::string_view picture, std::string_view name) {
  if (is_png(picture)) {
    for (Chunks chunks(picture); chunks.next();) {
      if (const std::string_view text = chunks.text(name); !text.empty()) return text;
    }
    return {};
  }
  if (!is_pdf(picture)) return {};
  for (LastLine last = last_line(picture); last.line.starts_with("%prereq-");
       last = last_line(last.before)) {
    if (const std::string_view text = comment_text(last.line, name); !text.empty()) return text;
  }
  return {};
}

bool is_whole_png(std::string_view png) {
  if (!is_png(png)) return false;
  Chunks chunks(png);
  bool is_first = true;
  while (chunks.next()) {
    if (!chunks.is_right() || (chunks.type() == "IHDR") != is_first) return false;
    if (chunks.type() == "IEND") return chunks.rest().empty();
    is_first = false;
  }
  return false;
}

std::optional<TextPlace> text_in_whole_png(std::string_view png, std::string_view name) {
  if (!is_whole_png(png)) return std::nullopt;
  for (Chunks chunks(png); chunks.next();) {
    const std::string_view text = chunks.text(name);
    if (text.empty()) continue;
    const std::size_t end = png.size() - chunks.rest().size();
    return TextPlace{png.substr(0, end - chunks.whole().size()), text, chunks.rest()};
  }
  return std::nullopt;
}

bool is_whole_pdf(std::string_view pdf) {
  if (!is_pdf(pdf)) return false;
  std::string_view rest = pdf;
  for (LastLine last = last_line(rest); last.line.starts_with("%prereq-"); last = last_line(rest)) {
    rest = last.before;
  }
  while (rest.ends_with('\n') || rest.ends_with('\r')) rest.remove_suffix(1);
  return rest.ends_with(pdf_end);
}

std::optional<TextPlace> text_in_whole_pdf(std::string_view pdf, std::string_view name) {
  if (!is_whole_pdf(pdf)) return std::nullopt;
  const LastLine last = last_line(pdf);
  const std::string_view text = comment_text(last.line, name);
  if (text.empty()) return std::nullopt;
  return TextPlace{last.before, text, {}};
}

}  // namespace prereq
